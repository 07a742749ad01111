use super::context::Context;
use super::xml;
use crate::atoms::SitePath;
use crate::diagnostic::Failure;
use crate::sink::Sink;

/// `robots.txt`, and `sitemap.xml` where the site's own address is known.
pub(super) fn files(contexts: &[Context<'_>], sink: &dyn Sink) -> Result<(), Failure> {
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(base) = contexts[0].base_url() {
        robots.push_str(&format!("Sitemap: {base}sitemap.xml\n"));
        hand("sitemap.xml", || sitemap(contexts), sink)?;
    }
    hand("robots.txt", || robots.into_bytes(), sink)
}

fn hand(name: &str, make: impl FnOnce() -> Vec<u8>, sink: &dyn Sink) -> Result<(), Failure> {
    let path = name.parse::<SitePath>().ok().filter(|path| sink.wants(path));
    path.map_or(Ok(()), |path| sink.put(&path, &make()))
}

fn sitemap(contexts: &[Context<'_>]) -> Vec<u8> {
    let pages = |cx: &Context<'_>| {
        let pages = cx.plan.pages.iter().filter(|(_, kind)| kind.row().searched);
        pages.filter_map(|(path, _)| cx.canonical(path)).collect::<Vec<_>>()
    };
    xml::document("urlset", &[("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")], |urls| {
        contexts
            .iter()
            .flat_map(pages)
            .try_for_each(|address| xml::group(urls, "url", |url| xml::text(url, "loc", &address)))
    })
}
