use crate::atoms::SitePath;
use crate::load::Body;
use crate::messages::{fill, msg};
use crate::plan::{Link, PageKind};
use crate::render::context::Context;
use crate::render::markdown;
use crate::render::parts::terms;
use crate::render::scrolled::Scrolled;
use crate::render::terms::{anchor, meanings};

/// The ways from a page up to where other pages begin: each empty, `../`, `../../`… or an address.
#[derive(Debug, Clone)]
pub(crate) struct Up {
    /// To where the pages in its language begin.
    pub(crate) root: String,
    /// To the top of the site.
    pub(crate) base: String,
}

/// Prose as HTML, its links seen from a page with this way up, with the meanings of the hard words in it; the home page is
/// too short for those, and guides are for others than voters: both lead to the glossary.
pub(crate) fn html_of(cx: &Context<'_>, kind: &PageKind, prose: &Body, up: &Up) -> String {
    let is_explained = !matches!(kind, PageKind::Home | PageKind::Guide(..));
    let terms = if is_explained { terms::explained(cx, kind) } else { Vec::new() };
    let glossary = cx.built_in(&PageKind::Glossary);
    let is_explained = |id: &str| terms.iter().any(|term| term.id == id);
    let (html, used) = markdown::to_html(
        &prose.text,
        &|href| {
            Some(match cx.plan.resolve(href, &prose.file)? {
                Link::Page(path, Some(id)) if path.as_str() == glossary && is_explained(&id) => anchor(&id),
                Link::Page(path, anchor) => address(&up.root, &path, anchor.as_deref()),
                Link::Shared(path, anchor) => address(&up.base, &path, anchor.as_deref()),
                Link::Here(anchor) => format!("#{anchor}"),
                Link::Web(url) => url.to_string(),
                Link::Telephone(number) => format!("tel:{number}"),
                Link::Mail(address) => format!("mailto:{address}"),
                Link::Unpublished => return None,
            })
        },
        &|what, number| {
            let number = fill::number(number);
            match what {
                Scrolled::Table => cx.words.with(msg::SCROLL_TABLE, number),
                Scrolled::Code => cx.words.with(msg::SCROLL_CODE, number),
            }
        },
        &terms,
    );
    let meanings = meanings(&cx.words.text(msg::GLOSSARY_HERE), &terms, &used);
    match &prose.language {
        Some(language) => format!("<div lang=\"{language}\">\n{html}</div>\n{meanings}"),
        None => html + &meanings,
    }
}

/// The prose that a site adds to a page which every site has.
pub(crate) fn added(cx: &Context<'_>, kind: &PageKind, up: &Up) -> Option<String> {
    let row = kind.row();
    let page = cx.campaign.content.pages.iter().find(|page| row.takes_prose && page.id.as_str() == row.word)?;
    Some(html_of(cx, kind, &page.body, up))
}

/// The ways up from a page. What a server shows where there is no page may stand anywhere, and goes by the
/// site's own address.
pub(crate) fn up(cx: &Context<'_>, path: &SitePath, kind: &PageKind) -> Up {
    match (kind, cx.base_url()) {
        (PageKind::NotFound, base) => {
            Up { root: base.unwrap_or_default().into(), base: base.unwrap_or_default().into() }
        }
        _ => Up { root: path.to_root(), base: cx.edition.place(path).to_root() },
    }
}

fn address(up: &str, path: &SitePath, anchor: Option<&str>) -> String {
    match anchor {
        Some(anchor) => format!("{up}{path}#{anchor}"),
        None => format!("{up}{path}"),
    }
}
