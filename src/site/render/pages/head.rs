use serde::Serialize;
use tera::Value;

use super::linked::{self, SaidToPrograms};
use super::{
    accounts, ballot, document, elected, election, embed, find, guide, home, letters, party, person, pledge,
    postcode_area, question,
};
use crate::atoms::SitePath;
use crate::messages::{fill, msg};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::parts::{body, corrected, plain_words};
use crate::render::picture::SharePicture;
use crate::render::view::list;

/// What is needed at the head of a page, given to templates as `page`.
#[derive(Serialize)]
pub(crate) struct PageHead<'a> {
    /// The page's own title.
    pub(crate) title: String,
    /// The title with the site's, for the browser.
    full_title: String,
    /// One sentence for search engines.
    description: String,
    /// The page's address from the site's root.
    path: &'a str,
    lang: &'a str,
    /// The way up to where the pages in this language begin: empty, `../`, `../../`…
    pub(crate) root: String,
    /// The way up to the top of the site, where what all languages share begins: `static/`, `data/` and pictures.
    base: String,
    /// The same page in the site's other languages.
    languages: Value,
    /// The kind of page in a word, such as `ballot`.
    kind: &'static str,
    /// The part of the site to which the page belongs, as in `site.nav`.
    section: &'static str,
    /// Whether the people on it are made up.
    fictional: bool,
    /// The page in Easy Read.
    easy_read: Option<Value>,
    /// What was put right on it.
    corrected: Value,
    /// The whole address of the page, or of that of which it is a part, when the site's is known.
    pub(crate) canonical: Option<String>,
    /// What kind of thing it is to whoever shares it.
    shared_as: &'static str,
    /// The feed of what changes on it.
    feed: Option<&'a str>,
    /// What it is about, for programs: HTML that is ready, JSON in which nothing ends an element.
    linked: Option<String>,
    /// Its picture for whoever shares it, where it has one: `url`, `width`, `height`, and the words in it as `alt`.
    picture: Option<&'a SharePicture>,
}

pub(crate) fn view<'a>(
    cx: &Context<'a>,
    path: &'a SitePath,
    kind: &PageKind,
    picture: Option<&'a SharePicture>,
) -> PageHead<'a> {
    let up = body::up(cx, path, kind);
    let (title, description) = title(cx, kind);
    let site = &cx.campaign.site.title;
    let full_title = match kind {
        PageKind::Home => title.clone(),
        _ => cx.words.with(msg::PAGE_TITLE, (fill::page(&title), fill::site(site))),
    };
    let whole = cx.plan.addresses.embeds.get(path).unwrap_or(path);
    let (canonical, fictional) = (cx.canonical(whole), is_fictional(cx, kind));
    let told = SaidToPrograms { title: &title, description: &description, fictional };
    let linked = linked::of(cx, kind, &told);
    PageHead {
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
        fictional,
        easy_read: plain_words::easy_read(cx, kind),
        corrected: corrected::on_page(cx, kind),
        canonical,
        shared_as: kind.row().shared_as,
        feed: feed(cx, kind),
        linked,
        picture,
    }
}

/// The feed of what changes on a page, where it has one.
fn feed<'a>(cx: &Context<'a>, kind: &PageKind) -> Option<&'a str> {
    let path = match kind {
        PageKind::Home | PageKind::Corrections => cx.plan.addresses.feed.as_ref(),
        PageKind::Ballot(election, ballot) => cx.election(election).ballot(ballot).feed,
        _ => None,
    };
    path.map(SitePath::as_str)
}

/// The page in the site's other languages; where there is no page, their home pages.
fn languages(cx: &Context<'_>, path: &SitePath, kind: &PageKind) -> Value {
    let path = if *kind == PageKind::NotFound { &cx.plan.addresses.home } else { path };
    list(cx.others.iter().map(|(edition, name)| {
        view! {
            lang: &edition.language,
            // What it calls itself.
            name: name.clone(),
            // The page, from the top of the site.
            link: &edition.place(path),
            canonical: cx.canonical_in(edition, path),
        }
    }))
}

fn is_fictional(cx: &Context<'_>, kind: &PageKind) -> bool {
    let elections = &cx.campaign.elections;
    match kind.election() {
        Some(id) => elections[id].fictional,
        None => !elections.is_empty() && elections.iter().all(|election| election.fictional),
    }
}

/// A page's own title, and one sentence for search engines.
pub(super) fn title(cx: &Context<'_>, kind: &PageKind) -> (String, String) {
    match kind {
        PageKind::Home => home::title(cx),
        PageKind::Find => find::title(cx),
        PageKind::PostcodeArea(area) => postcode_area::title(cx, area),
        PageKind::Election(id) => election::title(cx, &cx.campaign.elections[id]),
        PageKind::Elected(id) => elected::title(cx, &cx.campaign.elections[id]),
        PageKind::Ballot(election, name) => ballot::title(cx, cx.election(election).ballot(name)),
        PageKind::Person(election, ballot, id) => person::title(cx, cx.election(election).ballot(ballot).person(id)),
        PageKind::Party(id) => party::title(cx, &cx.campaign.parties[id]),
        PageKind::Question(id) => question::title(cx, &cx.campaign.questions[id]),
        PageKind::BallotEmbed(election, name) => {
            embed::title(cx, ballot::title(cx, cx.election(election).ballot(name)).0)
        }
        PageKind::QuestionEmbed(id) => embed::title(cx, question::title(cx, &cx.campaign.questions[id]).0),
        PageKind::Document(id) => document::title(cx, &cx.campaign.documents[id]),
        PageKind::Guide(id, part) => guide::title(cx, &cx.campaign.content.guides[id], part.as_ref()),
        PageKind::Account(id) => accounts::title(cx, &cx.campaign.accounts[id]),
        PageKind::Pledge(id) => pledge::title(cx, &cx.campaign.pledges[id]),
        PageKind::Letter(id) => letters::title(cx, &cx.campaign.letters[id]),
        PageKind::BallotLetters(election, name) => letters::title_on_ballot(cx, cx.election(election).ballot(name)),
        PageKind::Prose(id) => {
            let page = &cx.campaign.content.pages[id];
            let description = page.description.as_ref().unwrap_or(&page.title);
            (cx.words.told(&page.title).into_owned(), cx.words.told(description).into_owned())
        }
        _ => {
            let text = |message| cx.words.text(message).into_owned();
            kind.row().head.map(|(title, description)| (text(title), text(description))).unwrap_or_default()
        }
    }
}

/// The head of a page that only leads on to another.
pub(crate) fn of_redirect<'a>(cx: &Context<'a>, path: &'a SitePath, target: &PageHead<'a>) -> PageHead<'a> {
    let from = || fill::from(path.as_str().trim_end_matches("index.html").trim_end_matches('/'));
    let title = cx.words.with(msg::REDIRECT_TITLE_OF, from());
    let site = &cx.campaign.site.title;
    PageHead {
        full_title: cx.words.with(msg::PAGE_TITLE, (fill::page(&title), fill::site(site))),
        title,
        description: cx.words.with(msg::REDIRECT_DESCRIPTION, (from(), fill::title(&target.title))),
        path: path.as_str(),
        lang: target.lang,
        root: path.to_root(),
        base: cx.edition.place(path).to_root(),
        languages: list(None::<Value>),
        section: "",
        kind: "redirect",
        fictional: target.fictional,
        easy_read: None,
        corrected: list(None::<Value>),
        canonical: None,
        shared_as: target.shared_as,
        feed: None,
        linked: None,
        picture: None,
    }
}
