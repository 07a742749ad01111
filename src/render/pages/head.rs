use std::borrow::Cow;

use super::{ballot, document, election, find, home, party, person, postcode_area, prose, question};
use crate::atoms::SitePath;
use crate::messages::{fill, msg};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::parts::body;

views! {
    /// What is needed at the head of a page, given to templates as `page`.
    PageView<'a> {
        title: String, "The page's own title";
        full_title: String, "The title with the site's, for the browser";
        description: String, "One sentence for search engines";
        path: &'a str, "The page's address from the site's root";
        lang: &'a str, "The page's language";
        root: String, "The way up to where the pages in this language begin: empty, `../`, `../../`…";
        base: String,
            "The way up to the top of the site, where what all languages share begins: `static/`, `data/` and pictures";
        languages: Vec<LanguageLink<'a>>, "The same page in the site's other languages";
        kind: &'static str, "The kind of page in a word, such as `ballot`";
        section: &'static str, "The part of the site to which the page belongs, as in `site.nav`";
        fictional: bool, "Whether the people on it are made up";
        canonical: Option<String>, "The page's whole address, when the site's is known";
    }

    /// The same page in another language.
    LanguageLink<'a> {
        lang: &'a str, "The language";
        name: Cow<'a, str>, "What it calls itself";
        link: String, "The page, from the top of the site";
        canonical: Option<String>, "The page's whole address, when the site's is known";
    }
}

pub(crate) fn view<'a>(cx: &Context<'a>, path: &'a SitePath, kind: PageKind) -> PageView<'a> {
    let up = body::up(cx, path, kind);
    let (title, description) = title(cx, kind);
    let site = cx.campaign.site.title.as_str();
    let full_title = match kind {
        PageKind::Home => title.clone(),
        _ => cx.words.with(msg::PAGE_TITLE, (fill::page(title.as_str()), fill::site(site))),
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
            let text = |message| cx.words.text(message).into_owned();
            kind.row().head.map(|(title, description)| (text(title), text(description))).unwrap_or_default()
        }
    }
}
