use std::borrow::Cow;

use serde::Serialize;

use super::{ballot, document, election, find, home, party, person, postcode_area, prose, question};
use crate::atoms::SitePath;
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::parts::body;

/// What is needed at the head of a page, given to templates as `page`.
#[derive(Debug, Serialize)]
pub struct PageView<'a> {
    /// The page's own title.
    pub title: String,
    /// The title with the site's, for the browser.
    pub full_title: String,
    /// One sentence for search engines.
    pub description: String,
    /// The page's address from the site's root.
    pub path: &'a str,
    /// The page's language.
    pub lang: &'a str,
    /// The way up to where the pages in this language begin: empty, `../`, `../../`…
    pub root: String,
    /// The way up to the top of the site, where what all languages share begins: `static/`, `data/` and pictures.
    pub base: String,
    /// The same page in the site's other languages.
    pub languages: Vec<LanguageLink<'a>>,
    /// The kind of page in a word, such as `ballot`.
    pub kind: &'static str,
    /// The part of the site to which the page belongs, as in `site.nav`.
    pub section: &'static str,
    /// Whether the people on it are made up.
    pub fictional: bool,
    /// The page's whole address, when the site's is known.
    pub canonical: Option<String>,
}

/// The same page in another language.
#[derive(Debug, Serialize)]
pub struct LanguageLink<'a> {
    /// The language.
    pub lang: &'a str,
    /// What it calls itself.
    pub name: Cow<'a, str>,
    /// The page, from the top of the site.
    pub link: String,
    /// The page's whole address, when the site's is known.
    pub canonical: Option<String>,
}

pub(crate) fn view<'a>(cx: &Context<'a>, path: &'a SitePath, kind: PageKind) -> PageView<'a> {
    let up = body::up(cx, path, kind);
    let (title, description) = title(cx, kind);
    let site = cx.campaign.site.title.as_str();
    let full_title = match kind {
        PageKind::Home => title.clone(),
        _ => cx.words.with("page-title", [("page", title.as_str().into()), ("site", site.into())]),
    };
    PageView {
        title,
        full_title,
        description,
        path: path.as_str(),
        lang: cx.edition.language.as_str(),
        root: up.root,
        base: up.base,
        languages: languages(cx, path, kind),
        section: kind.row().section,
        kind: kind.row().word,
        fictional: is_fictional(cx, kind),
        canonical: cx.canonical(path),
    }
}

/// The page in the site's other languages; where there is no page, their home pages.
fn languages<'a>(cx: &Context<'a>, path: &SitePath, kind: PageKind) -> Vec<LanguageLink<'a>> {
    let path = if kind == PageKind::NotFound { &cx.plan.addresses.home } else { path };
    let links = cx.others.iter().map(|(edition, name)| LanguageLink {
        lang: edition.language.as_str(),
        name: name.clone(),
        link: edition.place(path).to_string(),
        canonical: cx.canonical_in(edition, path),
    });
    links.collect()
}

fn is_fictional(cx: &Context<'_>, kind: PageKind) -> bool {
    let elections = &cx.campaign.elections;
    match kind {
        PageKind::Election(e) | PageKind::Ballot(e, _) | PageKind::Person(e, _, _) => elections[e].fictional,
        _ => !elections.is_empty() && elections.iter().all(|election| election.fictional),
    }
}

/// A page's own title, and one sentence for search engines.
fn title(cx: &Context<'_>, kind: PageKind) -> (String, String) {
    match kind {
        PageKind::Home => home::title(cx),
        PageKind::Find => find::title(cx),
        PageKind::PostcodeArea(a) => postcode_area::title(cx, &cx.plan.addresses.postcode_areas[a].0),
        PageKind::Election(e) => election::title(cx, &cx.campaign.elections[e]),
        PageKind::Ballot(e, b) => ballot::title(cx, cx.election(e).ballot(b)),
        PageKind::Person(e, b, c) => person::title(cx, cx.election(e).ballot(b).person(c)),
        PageKind::Party(p) => party::title(cx, &cx.campaign.parties[p]),
        PageKind::Question(q) => question::title(cx, &cx.campaign.questions[q]),
        PageKind::Document(d) => document::title(cx, &cx.campaign.documents[d]),
        PageKind::Prose(p) => prose::title(&cx.campaign.pages[p]),
        _ => {
            let text = |part| cx.words.text(&format!("{}-{part}", kind.row().title)).into_owned();
            (text("title"), text("description"))
        }
    }
}
