//! Takes a site plan, hands every file of the site over as it is made: its address with its bytes. Never touches disk, clock
//! or network; the same plan gives the same bytes.

#[macro_use]
mod view;

mod compare;
mod context;
mod data;
mod draft;
mod engine;
mod finder;
mod footnotes;
mod language;
mod located;
mod markdown;
mod names;
mod pages;
mod parts;
mod record_words;
mod robots;
mod spoken;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

pub use draft::Draft;

use crate::atoms::SitePath;
use crate::diagnostic::{Diagnostics, Failure};
use crate::load::Theme;
use crate::model::Campaign;
use crate::plan::{Edition, PageKind, SitePlan};
use crate::sink::{Make, Sink};
use context::Context;
use engine::Engine;
use language::Language;
use names::Names;
use pages::head;
use parts::{cell, frame};

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
    let languages = languages(plan, theme)?;
    let names = names(campaign, &languages);
    let sources = sources(campaign, plan, &languages, &names);
    let told = || sources.iter().try_for_each(|source| told(source, &engine(theme, source)?, sink));
    let (told, shared) = rayon::join(told, || shared(&sources, theme, sink));
    told.and(shared.map_err(Into::into))
}

/// Makes the files that belong to no language.
fn shared(sources: &[Context<'_>], theme: &Theme, sink: &dyn Sink) -> Result<(), Failure> {
    let Context { plan, campaign, .. } = sources[0];
    data::files(&sources[0], sink)?;
    robots::files(sources).iter().try_for_each(|(path, bytes)| sink.put(path, bytes))?;
    assets(plan, theme).chain(pictures(plan, campaign)).try_for_each(|(path, bytes)| sink.put(path, bytes))
}

/// The templates, with the words of a language.
fn engine(theme: &Theme, source: &Context<'_>) -> Result<Engine, Diagnostics> {
    Engine::of(theme, frame::view(source), source.words)
}

/// The words of the interface in each language of a plan.
fn languages(plan: &SitePlan, theme: &Theme) -> Result<Vec<Language>, Diagnostics> {
    let mut found = Diagnostics::default();
    let languages = plan.editions.iter().map(|edition| Language::of(theme, &edition.language, &mut found)).collect();
    if found.has_errors() { Err(found) } else { Ok(languages) }
}

/// What views are made from, for each language of a plan.
fn sources<'a>(
    campaign: &'a Campaign,
    plan: &'a SitePlan,
    languages: &'a [Language],
    names: &'a [Names],
) -> Vec<Context<'a>> {
    let told = campaign.in_each_language().zip(names).enumerate();
    told.map(|(at, (campaign, names))| Context::of(campaign, plan, (languages, at), names)).collect()
}

/// What everything is called in each language of a campaign.
fn names(campaign: &Campaign, languages: &[Language]) -> Vec<Names> {
    campaign.in_each_language().zip(languages).map(|(campaign, words)| Names::of(campaign, words)).collect()
}

/// Makes all files of one language.
fn told(source: &Context<'_>, engine: &Engine, sink: &dyn Sink) -> Result<(), Unmade> {
    let sink = Told { edition: source.edition, sink };
    let (pages, compared) = rayon::join(|| pages(source, engine, &sink), || compare::files(source, &sink));
    pages.and(compared.map_err(Into::into))?;
    Ok(finder::files(source, &sink)?)
}

/// Puts the files of one language in their place.
struct Told<'s> {
    edition: &'s Edition,
    sink: &'s dyn Sink,
}

impl Sink for Told<'_> {
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
fn pages(source: &Context<'_>, engine: &Engine, sink: &dyn Sink) -> Result<(), Unmade> {
    // Pages of one ballot stand together in a plan, and show the same cells.
    let pages = source.plan.pages.chunk_by(|(_, a), (_, b)| a.ballot().is_some() && a.ballot() == b.ballot());
    let pages = pages.filter(|pages| pages.iter().all(|(_, kind)| source.edition.has(kind)));
    let pages = pages.filter(|pages| pages.iter().any(|(path, _)| sink.wants(path))).collect::<Vec<_>>();
    let wrong = Wrong::default();
    pages.into_par_iter().try_for_each(|pages| wrong.gather(together(source, engine, pages, sink)))?;
    wrong.none()?;
    redirects(source, engine, sink)
}

/// Fills the pages that only lead on: from an address to another.
fn redirects(source: &Context<'_>, engine: &Engine, sink: &dyn Sink) -> Result<(), Unmade> {
    let kinds: BTreeMap<_, _> = source.plan.pages.iter().map(|(path, kind)| (path, kind)).collect();
    let wrong = Wrong::default();
    source.plan.redirects.par_iter().filter(|(from, _)| sink.wants(from)).try_for_each(|(from, to)| {
        let kind = kinds.get(to).copied().unwrap_or(&PageKind::Home);
        wrong.gather(leading_on(source, engine, (from, to, kind), sink))
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

/// Fills pages that have their cells in common.
fn together(
    source: &Context<'_>,
    engine: &Engine,
    together: &[(SitePath, PageKind)],
    sink: &dyn Sink,
) -> Result<(), Unmade> {
    let Some((_, kind)) = together.first() else { return Ok(()) };
    let cells = cell::of_ballot(source, kind, |cell| engine.cell(&cell)).map_err(|error| engine.report(&error))?;
    let wrong = Wrong::default();
    for (path, kind) in together.iter().filter(|(path, _)| sink.wants(path)) {
        let view = pages::view_of(source, path, kind, &cells);
        let head = head::view(source, path, kind);
        wrong.gather(engine.page(&head, kind, view, &mut |html| sink.put(path, html)))?;
    }
    wrong.none()
}

/// Fills a page that leads on from an old address to a page of some kind.
fn leading_on(
    source: &Context<'_>,
    engine: &Engine,
    (from, to, kind): (&SitePath, &SitePath, &PageKind),
    sink: &dyn Sink,
) -> Result<(), Unmade> {
    let target = head::view(source, to, kind);
    let head = head::of_redirect(source, from, &target);
    let redirect = view! { link: from.link_to(to), text: target.title, canonical: target.canonical };
    engine.redirect(&head, redirect, &mut |html| sink.put(from, html))
}

fn pictures<'a>(plan: &'a SitePlan, campaign: &'a Campaign) -> impl Iterator<Item = (&'a SitePath, &'a [u8])> {
    let pictures = plan.addresses.pictures.iter();
    pictures.filter_map(|((_, name), path)| Some((path, &*campaign.pictures.get(name)?.bytes)))
}

fn assets<'a>(plan: &'a SitePlan, theme: &'a Theme) -> impl Iterator<Item = (&'a SitePath, &'a [u8])> {
    let files = theme.in_folder("static");
    plan.assets.iter().filter_map(move |(name, path)| Some((path, &*files.get(name.as_str())?.bytes)))
}
