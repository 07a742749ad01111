//! Takes a site plan, hands every file of the site over as it is made: its address with its bytes. Never touches disk, clock
//! or network; the same plan gives the same bytes.

#[macro_use]
mod view;

mod calendar;
mod compare;
mod context;
mod data;
mod draft;
mod engine;
mod face;
mod feed;
mod finder;
mod footnotes;
mod language;
mod language_marks;
mod located;
mod markdown;
mod names;
mod pages;
mod parts;
mod picture;
mod preview;
mod record_words;
mod robots;
mod scrolled;
mod spoken;
mod templates;
mod terms;
mod xml;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

pub use draft::{Draft, ReadTheme};
pub use preview::render_for;

use crate::atoms::SitePath;
use crate::diagnostic::{Diagnostics, Failure, FileName};
use crate::load::Theme;
use crate::model::Campaign;
use crate::plan::{Edition, PageKind, SitePlan};
use crate::sink::{Make, Sink};
use context::Context;
use engine::Engine;
use language::Language;
use pages::head;
use parts::{letter, matrix};
use templates::Templates;

/// A small file of the site.
type File = (SitePath, Vec<u8>);

/// Why a site is not made to its end.
#[derive(Debug)]
pub enum Unmade {
    /// A template or language file of the theme cannot be used: each with its place.
    Theme(Diagnostics),
    /// Whoever takes the files cannot go on.
    Sink(Failure),
}

impl From<Diagnostics> for Unmade {
    fn from(found: Diagnostics) -> Self {
        Self::Theme(found)
    }
}

impl From<Failure> for Unmade {
    fn from(failure: Failure) -> Self {
        Self::Sink(failure)
    }
}

/// Makes all files of a site, the pages in parallel, and hands over each as soon as it is there: in no order that
/// anybody could rely on.
///
/// # Errors
/// When the theme cannot be used, or the sink takes no more.
pub fn render(plan: &SitePlan, campaign: &Campaign, theme: &Theme, sink: &dyn Sink) -> Result<(), Unmade> {
    let languages = languages(campaign, plan, theme)?;
    let contexts = contexts(campaign, plan, &languages);
    let templates = Templates::of(theme)?;
    let told = || contexts.iter().try_for_each(|cx| told(cx, &Engine::of(templates.clone(), theme, cx), sink));
    let (told, shared) = rayon::join(told, || shared(&contexts, theme, sink));
    told.and(shared.map_err(Into::into))
}

/// The words that would be in pictures of a site's pages and have a letter which their typeface lacks, each with that letter:
/// pages on which they would be have no picture.
///
/// # Errors
/// When a language file of the theme cannot be read.
pub fn undrawn(plan: &SitePlan, campaign: &Campaign, theme: &Theme) -> Result<BTreeMap<String, char>, Diagnostics> {
    let languages = languages(campaign, plan, theme)?;
    Ok(contexts(campaign, plan, &languages).iter().flat_map(picture::undrawn).collect())
}

/// The letters whose links are too long for some mail programs, each with the length of such a link; and how long one may be.
///
/// # Errors
/// When a language file of the theme cannot be read.
pub fn long_letters(
    plan: &SitePlan,
    campaign: &Campaign,
    theme: &Theme,
) -> Result<(Vec<(FileName, usize)>, usize), Diagnostics> {
    let languages = languages(campaign, plan, theme)?;
    let all = contexts(campaign, plan, &languages).iter().flat_map(letter::too_long).collect();
    Ok((all, letter::LONGEST_LINK))
}

/// Makes the files that belong to no language.
fn shared(contexts: &[Context<'_>], theme: &Theme, sink: &dyn Sink) -> Result<(), Failure> {
    let Context { plan, campaign, .. } = contexts[0];
    data::files(&contexts[0], sink)?;
    robots::files(contexts, sink)?;
    still(campaign, plan, theme, sink)
}

/// Hands over the files that are not made of records: those of the theme, and pictures.
fn still(campaign: &Campaign, plan: &SitePlan, theme: &Theme, sink: &dyn Sink) -> Result<(), Failure> {
    assets(plan, theme).filter(|(_, path, _)| sink.wants(path)).try_for_each(|(name, path, bytes)| match name {
        "style.css" => sink.put(path, &face::styled(bytes, &campaign.site)),
        _ if name.ends_with(".css") => sink.put(path, &face::lean_style(bytes)),
        _ => sink.put(path, bytes),
    })?;
    pictures(plan, campaign).try_for_each(|(path, bytes)| sink.put(path, bytes))
}

/// The words of the interface in each language of a plan.
fn languages(campaign: &Campaign, plan: &SitePlan, theme: &Theme) -> Result<Vec<Language>, Diagnostics> {
    let mut found = Diagnostics::default();
    let votes_in = campaign.votes_in();
    let language = |edition: &Edition| Language::of(theme, &edition.language, votes_in, &mut found);
    let languages = plan.editions.iter().map(language).collect();
    if found.has_errors() { Err(found) } else { Ok(languages) }
}

/// What views are made from, for each language of a plan.
fn contexts<'a>(campaign: &'a Campaign, plan: &'a SitePlan, languages: &'a [Language]) -> Vec<Context<'a>> {
    let told = campaign.in_each_language().enumerate();
    told.map(|(at, campaign)| Context::of(campaign, plan, (languages, at))).collect()
}

/// Makes all files of one language.
fn told(cx: &Context<'_>, engine: &Engine, sink: &dyn Sink) -> Result<(), Unmade> {
    let sink = InEdition { edition: cx.edition, sink };
    let (pages, compared) = rayon::join(|| pages(cx, engine, &sink), || compare::files(cx, engine, &sink));
    pages.and(compared)?;
    feed::files(cx.plain(), &sink)?;
    calendar::file(cx.plain(), &sink)?;
    Ok(finder::files(cx.plain(), &sink)?)
}

/// Puts the files of one language in their place.
struct InEdition<'s> {
    edition: &'s Edition,
    sink: &'s dyn Sink,
}

impl Sink for InEdition<'_> {
    fn wants(&self, path: &SitePath) -> bool {
        self.sink.wants(&self.edition.place(path))
    }

    fn put(&self, path: &SitePath, bytes: &[u8]) -> Result<(), Failure> {
        self.sink.put(&self.edition.place(path), bytes)
    }

    fn stream(&self, path: &SitePath, make: &mut Make<'_>) -> Result<(), Failure> {
        self.sink.stream(&self.edition.place(path), make)
    }
}

/// Fills all pages.
fn pages(cx: &Context<'_>, engine: &Engine, sink: &dyn Sink) -> Result<(), Unmade> {
    // Pages of one ballot stand together in a plan, and what compares its candidates shows the same rows.
    let pages = cx.plan.pages.chunk_by(|(_, a), (_, b)| a.ballot().is_some() && a.ballot() == b.ballot());
    let pages = pages.filter(|pages| pages.iter().all(|(_, kind)| cx.edition.has(kind)));
    let pages = pages.filter(|pages| {
        pages.iter().any(|(path, kind)| {
            sink.wants(path) || compare::script_of(cx, kind).is_some_and(|script| sink.wants(script))
        })
    });
    let pages = pages.collect::<Vec<_>>();
    let wrong = Wrong::default();
    pages.into_par_iter().try_for_each(|pages| wrong.gather(together(cx, engine, pages, sink)))?;
    wrong.none()?;
    redirects(cx, engine, sink)
}

/// Fills the pages that only lead on: from an address to another.
fn redirects(cx: &Context<'_>, engine: &Engine, sink: &dyn Sink) -> Result<(), Unmade> {
    let wanted: Vec<_> = cx.plan.redirects.iter().filter(|(from, _)| sink.wants(from)).collect();
    if wanted.is_empty() {
        return Ok(());
    }
    let kinds: BTreeMap<_, _> = cx.plan.pages.iter().map(|(path, kind)| (path, kind)).collect();
    let wrong = Wrong::default();
    wanted.into_par_iter().try_for_each(|(from, to)| {
        let kind = kinds.get(to).copied().unwrap_or(&PageKind::Home);
        wrong.gather(leading_on(cx, engine, (from, to, kind), sink))
    })?;
    wrong.none()
}

/// What is wrong with the theme: one slip in a template shows on all its pages.
#[derive(Default)]
struct Wrong(Mutex<Diagnostics>);

impl Wrong {
    /// Goes on when a theme cannot be used, and only then.
    fn gather(&self, made: Result<(), Unmade>) -> Result<(), Failure> {
        match made {
            Err(Unmade::Theme(found)) => {
                self.0.lock().unwrap_or_else(PoisonError::into_inner).extend(found);
                Ok(())
            }
            Err(Unmade::Sink(failure)) => Err(failure),
            Ok(()) => Ok(()),
        }
    }

    fn none(self) -> Result<(), Unmade> {
        let found = self.0.into_inner().unwrap_or_else(PoisonError::into_inner);
        if found.is_empty() { Ok(()) } else { Err(found.one_a_place().into()) }
    }
}

/// Fills the pages of one ballot, or one of another kind.
fn together(
    cx: &Context<'_>,
    engine: &Engine,
    together: &[(SitePath, PageKind)],
    sink: &dyn Sink,
) -> Result<(), Unmade> {
    let Some((_, kind)) = together.first() else { return Ok(()) };
    let ballot = kind.ballot().map(|(election, ballot)| cx.election(election).ballot(ballot));
    let draw = |name, view| engine.component(name, view);
    let rows = ballot.map(|ballot| matrix::rows_of_ballot(cx, ballot, &draw)).transpose();
    let rows = rows.map_err(|error| engine.report(&error))?.unwrap_or_else(|| std::iter::empty().collect());
    if let Some(ballot) = ballot {
        compare::of_ballot(cx, engine, ballot, &rows, sink)?;
    }
    let wrong = Wrong::default();
    for (path, kind) in together.iter().filter(|(path, _)| sink.wants(path)) {
        let view = pages::view_of(cx, path, kind, &rows);
        let picture = picture::of(cx, engine.paints.as_ref(), path, kind);
        if let Some(picture) = &picture {
            sink.put(&picture.path, &picture.png)?;
        }
        let head = head::view(cx, path, kind, picture.as_ref());
        wrong.gather(engine.page(&head, kind, view, &mut |html| sink.put(path, html)))?;
    }
    wrong.none()
}

/// Fills a page that leads on from an old address to a page of some kind.
fn leading_on(
    cx: &Context<'_>,
    engine: &Engine,
    (from, to, kind): (&SitePath, &SitePath, &PageKind),
    sink: &dyn Sink,
) -> Result<(), Unmade> {
    let target = head::view(cx, to, kind, None);
    let head = head::of_redirect(cx, from, &target);
    let redirect = view! { link: from.link_to(to), text: target.title, canonical: target.canonical };
    engine.redirect(&head, redirect, &mut |html| sink.put(from, html))
}

fn pictures<'a>(plan: &'a SitePlan, campaign: &'a Campaign) -> impl Iterator<Item = (&'a SitePath, &'a [u8])> {
    let addresses = &plan.addresses;
    let of_documents = addresses.pictures.iter().map(|((_, name), path)| (path, campaign.pictures.get(name)));
    let of_people = addresses.photographs.values().map(|(path, name)| (path, campaign.photographs.get(name)));
    let in_easy_read = addresses.easy_read.iter().map(|(name, path)| (path, campaign.easy_read.get(name)));
    let logo = campaign.site.logo.as_ref();
    let logos = [logo.map(|logo| &logo.light), logo.and_then(|logo| logo.dark.as_ref())];
    let logos = addresses.logos.iter().zip(logos).filter_map(|(path, logo)| Some((path.as_ref()?, &*logo?.bytes)));
    let all = of_documents.chain(of_people).chain(in_easy_read);
    logos.chain(all.filter_map(|(path, picture)| Some((path, &*picture?.bytes))))
}

/// The static files of the theme: name, address and bytes of each.
fn assets<'a>(plan: &'a SitePlan, theme: &'a Theme) -> impl Iterator<Item = (&'a str, &'a SitePath, &'a [u8])> {
    let files = theme.in_folder("static");
    plan.assets.iter().filter_map(move |(name, path)| Some((name.as_str(), path, &*files.get(name.as_str())?.bytes)))
}
