use std::borrow::Cow;

use serde::Serialize;

use crate::atoms::SitePath;

use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::pages::ballot::ballot_title;
use crate::render::pages::document::document_title;
use crate::render::pages::home::home_title;
use crate::render::pages::party::party_title;
use crate::render::pages::person::person_title;
use crate::render::parts::finder::find_lead;
use crate::render::parts::prose::up;

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

pub(crate) fn head<'a>(cx: &Context<'a>, path: &'a SitePath, kind: PageKind) -> PageView<'a> {
    let up = up(cx, path, kind);
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
        section: section(kind),
        kind: kind.word(),
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
    let fixed = |name: &str| {
        let text = |part| cx.words.text(&format!("{name}-{part}")).into_owned();
        (text("title"), text("description"))
    };
    match kind {
        PageKind::Home => home_title(cx),
        PageKind::Election(e) => {
            let election = &cx.campaign.elections[e];
            let id = if election.is_over { "election-description-after" } else { "election-description" };
            let name = cx.election_name(election);
            (name.to_owned(), cx.words.with(id, [("election", name.into())]))
        }
        PageKind::Ballot(e, b) => ballot_title(cx, e, b),
        PageKind::Person(e, b, c) => person_title(cx, e, b, c),
        PageKind::Party(p) => {
            let title = party_title(cx, p);
            let description = cx.words.with("party-description", [("party", title.as_str().into())]);
            (title, description)
        }
        PageKind::Question(q) => {
            let ask = cx.campaign.questions[q].ask.as_str();
            (ask.to_owned(), cx.words.with("question-description", [("ask", ask.into())]))
        }
        PageKind::Document(d) => document_title(cx, d),
        PageKind::Prose(p) => {
            let page = &cx.campaign.pages[p];
            let description = page.description.as_ref().unwrap_or(&page.title);
            (page.title.to_string(), description.to_string())
        }
        PageKind::Find => (cx.words.text("find-title").into_owned(), cx.words.text(find_lead(cx)).into_owned()),
        PageKind::PostcodeArea(a) => {
            let area = || ("area", cx.plan.addresses.postcode_areas[a].0.as_str().into());
            (cx.words.with("postcode-area-title", [area()]), cx.words.with("postcode-area-description", [area()]))
        }
        PageKind::Parties => fixed("parties"),
        PageKind::Compare => fixed("compare"),
        PageKind::Questions => fixed("questions"),
        PageKind::Documents => fixed("documents"),
        PageKind::Glossary => fixed("glossary"),
        PageKind::ForCandidates => fixed("candidates"),
        PageKind::Method => fixed("method"),
        PageKind::Corrections => fixed("corrections"),
        PageKind::Data => fixed("data"),
        PageKind::About => fixed("about"),
        PageKind::Privacy => fixed("privacy"),
        PageKind::Accessibility => fixed("accessibility"),
        PageKind::Complaints => fixed("complaints"),
        PageKind::NotFound => fixed("not-found"),
    }
}

fn section(kind: PageKind) -> &'static str {
    match kind {
        PageKind::Find
        | PageKind::PostcodeArea(_)
        | PageKind::Election(_)
        | PageKind::Ballot(..)
        | PageKind::Person(..) => "seats",
        PageKind::Parties | PageKind::Party(_) => "parties",
        PageKind::Questions | PageKind::Question(_) => "questions",
        PageKind::ForCandidates => "for-candidates",
        PageKind::Method => "method",
        _ => "",
    }
}
