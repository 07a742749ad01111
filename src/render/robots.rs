use super::File;
use super::context::Context;
use super::xml;
use crate::atoms::SitePath;

/// `robots.txt`, and `sitemap.xml` where the site's own address is known.
pub(super) fn files(contexts: &[Context<'_>]) -> Vec<File> {
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    let mut files = Vec::new();
    if let Some(base) = contexts[0].base_url() {
        robots.push_str(&format!("Sitemap: {base}sitemap.xml\n"));
        files.extend(file("sitemap.xml", sitemap(contexts)));
    }
    files.extend(file("robots.txt", robots.into_bytes()));
    files
}

fn file(name: &str, bytes: Vec<u8>) -> Option<File> {
    let path: SitePath = name.parse().ok()?;
    Some((path, bytes))
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
