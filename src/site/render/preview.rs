use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use dom_query::Document;
use url::Url;

use super::context::Context;
use super::engine::Engine;
use super::templates::Templates;
use super::{Unmade, contexts, languages, still, told};
use crate::atoms::{PersonId, SitePath};
use crate::diagnostic::Failure;
use crate::load::Theme;
use crate::messages::{fill, msg};
use crate::model::Campaign;
use crate::plan::{PageKind, SitePlan};
use crate::sink::{Make, Sink};

/// Where a preview is thought to be, so that its links can be followed.
const TOP: &str = "https://preview.invalid/";
/// What tells machines of a page that is published.
const FOR_MACHINES: &str = "link[rel=canonical], link[rel=alternate], meta[property], script";

/// That a page is for nobody else, and that what leads nowhere does not look like a link.
const HEAD: &str =
    r#"<meta name="robots" content="noindex"><style>a:not([href]) { color: inherit; text-decoration: none; }</style>"#;

/// The first page of a preview, to be filled.
const FIRST: &str = r#"<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title></title></head><body><h1></h1><p></p><ul></ul></body></html>"#;

/// Makes the pages of one person alone, with the files that they need to look right. Each says that it is a preview, and what
/// would lead to a page that is not there is no link. The first page leads to them.
///
/// # Errors
/// When the theme cannot be used, or the sink takes no more.
pub fn render_for(
    person: &PersonId,
    plan: &SitePlan,
    campaign: &Campaign,
    theme: &Theme,
    sink: &dyn Sink,
) -> Result<(), Unmade> {
    let languages = languages(campaign, plan, theme)?;
    let contexts = contexts(campaign, plan, &languages);
    let templates = Templates::of(theme)?;
    let theirs = || plan.pages.iter().filter(|(_, kind)| matches!(kind, PageKind::Person(_, _, id) if id == person));
    let places = plan.editions.iter().flat_map(|edition| theirs().map(|(path, _)| edition.place(path)));
    let pages: BTreeSet<SitePath> = places.collect();
    let needed = Mutex::default();
    for cx in &contexts {
        let banner = banner(cx, person);
        told(
            cx,
            &Engine::of(templates.clone(), theme, cx),
            &Pages { pages: &pages, needed: &needed, banner: &banner, sink },
        )?;
    }
    sink.put(plan.addresses.of_built_in(&PageKind::Home), first_page(&contexts, person).as_bytes())?;
    let needed = needed.into_inner().unwrap_or_else(PoisonError::into_inner);
    Ok(still(campaign, plan, theme, &Files { needed: &needed, sink })?)
}

/// The page that leads to the others, in the site's main language.
fn first_page(contexts: &[Context<'_>], person: &PersonId) -> String {
    let page = Document::from(FIRST);
    if let Some(cx) = contexts.first() {
        page.select("html").set_attr("lang", cx.edition.language.as_str());
        page.select("title, h1").set_text(name(cx, person));
        page.select("p").set_text(&banner(cx, person));
    }
    for cx in contexts.iter().map(Context::plain) {
        for at in cx.candidacies.get(person).into_iter().flatten() {
            let Ok(place) = at.page.parse().map(|path| cx.edition.place(&path)) else { continue };
            let (language, area) = (cx.edition.language.as_str(), cx.ballot_name(at.election, at.ballot));
            page.select("ul").append_html(format!(r#"<li lang="{language}"><a href="{place}"></a></li>"#));
            let named = |text: String| if contexts.len() > 1 { format!("{text} ({})", cx.words.name()) } else { text };
            let text = named(format!("{}, {area}", cx.person_name(at.ballot, at.person)));
            page.select("li:last-child a").set_text(&text);
        }
    }
    page.html().to_string()
}

/// What stands over a page that is a preview.
fn banner(cx: &Context<'_>, person: &PersonId) -> String {
    cx.plain().words.with(msg::PREVIEW_FOR, fill::name(name(cx, person)))
}

fn name<'a>(cx: &Context<'a>, person: &PersonId) -> &'a str {
    cx.candidacies.get(person).and_then(|all| all.first()).map_or("", |at| at.person.name.as_str())
}

/// Takes some pages and makes previews of them.
struct Pages<'p> {
    pages: &'p BTreeSet<SitePath>,
    /// The files that they show.
    needed: &'p Mutex<BTreeSet<SitePath>>,
    banner: &'p str,
    sink: &'p dyn Sink,
}

impl Sink for Pages<'_> {
    fn wants(&self, path: &SitePath) -> bool {
        self.pages.contains(path)
    }

    fn put(&self, path: &SitePath, bytes: &[u8]) -> Result<(), Failure> {
        if !self.wants(path) {
            return Ok(());
        }
        let page = Document::from(String::from_utf8_lossy(bytes).as_ref());
        let place = Url::parse(TOP).and_then(|top| top.join(path.as_str())).expect("a path is one of an address");
        let leads_to = |link: &str| place.join(link).ok()?.as_str().strip_prefix(TOP)?.parse::<SitePath>().ok();
        page.select(FOR_MACHINES).remove();
        for link in &page.select("a[href]") {
            let href = link.attr("href").unwrap_or_default();
            let here = place.join(&href).is_ok_and(|there| there.as_str().starts_with(TOP));
            let is_there = href.starts_with('#') || leads_to(&href).is_some_and(|path| self.wants(&path));
            if here && !is_there {
                link.remove_attr("href");
            }
        }
        let shown = page.select("link[href], img[src]");
        let shown = shown.iter().filter_map(|shown| leads_to(&shown.attr("href").or(shown.attr("src"))?));
        self.needed.lock().unwrap_or_else(PoisonError::into_inner).extend(shown);
        page.select("head").append_html(HEAD);
        page.select("main").before_html(r#"<aside class="banner" id="preview"><p><strong></strong></p></aside>"#);
        page.select("#preview strong").set_text(self.banner);
        self.sink.put(path, page.html().as_bytes())
    }

    fn stream(&self, _: &SitePath, _: &mut Make<'_>) -> Result<(), Failure> {
        Ok(())
    }
}

/// Takes some files as they are.
struct Files<'f> {
    needed: &'f BTreeSet<SitePath>,
    sink: &'f dyn Sink,
}

impl Sink for Files<'_> {
    fn wants(&self, path: &SitePath) -> bool {
        self.needed.contains(path)
    }

    fn put(&self, path: &SitePath, bytes: &[u8]) -> Result<(), Failure> {
        if self.wants(path) { self.sink.put(path, bytes) } else { Ok(()) }
    }

    fn stream(&self, path: &SitePath, make: &mut Make<'_>) -> Result<(), Failure> {
        if self.wants(path) { self.sink.stream(path, make) } else { Ok(()) }
    }
}
