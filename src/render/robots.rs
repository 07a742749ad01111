use super::File;
use super::context::Context;
use crate::atoms::SitePath;
use crate::plan::PageKind;

/// `robots.txt`, and `sitemap.xml` where the site's own address is known.
pub(super) fn files(contexts: &[Context<'_>]) -> Vec<File> {
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    let mut files = Vec::new();
    if let Some(base) = contexts[0].base_url() {
        robots.push_str(&format!("Sitemap: {base}sitemap.xml\n"));
        files.extend(file("sitemap.xml", sitemap(contexts)));
    }
    files.extend(file("robots.txt", robots));
    files
}

fn file(name: &str, text: String) -> Option<File> {
    let path: SitePath = name.parse().ok()?;
    Some((path, text.into_bytes()))
}

fn sitemap(contexts: &[Context<'_>]) -> String {
    let mut xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned();
    xml.push_str("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    let pages = |cx: &Context<'_>| {
        let pages = cx.plan.pages.iter().filter(|(_, kind)| *kind != PageKind::NotFound);
        pages.filter_map(|(path, _)| cx.canonical(path)).collect::<Vec<_>>()
    };
    for address in contexts.iter().flat_map(pages) {
        let address = address.replace('&', "&amp;").replace('<', "&lt;");
        xml.push_str(&format!("<url><loc>{address}</loc></url>\n"));
    }
    xml.push_str("</urlset>\n");
    xml
}
