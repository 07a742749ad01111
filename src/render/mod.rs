//! Takes a site plan, gives a [`Site`]: every address with its bytes. Never touches disk, clock or
//! network; the same plan gives the same bytes.

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
pub mod pages;
pub mod parts;
mod robots;
mod site;
mod spoken;

use std::collections::BTreeMap;

use rayon::prelude::*;
use tera::TeraResult;

pub use draft::Draft;
pub use site::Site;

use crate::atoms::SitePath;
use crate::diagnostic::Diagnostics;
use crate::load::Theme;
use crate::model::Campaign;
use crate::plan::{PageKind, SitePlan};
use context::Context;
use engine::Engine;
use language::Language;
use names::Names;
use pages::{RedirectView, head, redirect};
use parts::{Cells, cell, frame};

/// A file of the site.
type File = (SitePath, Vec<u8>);

/// Makes all files of a site, the pages in parallel.
///
/// # Errors
/// When a template or language file of the theme cannot be used: each with its place.
pub fn render(plan: &SitePlan, campaign: &Campaign, theme: &Theme) -> Result<Site, Diagnostics> {
    let languages = languages(plan, theme)?;
    let names = names(campaign, &languages);
    let sources = sources(campaign, plan, &languages, &names);
    let (told, shared) = rayon::join(
        || sources.iter().map(|source| told(source, theme)).collect::<Result<Vec<_>, _>>(),
        || data::files(&sources[0]),
    );
    let mut files: Vec<File> = told?.into_iter().flatten().collect();
    files.extend(shared);
    files.extend(robots::files(&sources));
    files.extend(assets(plan, theme));
    files.extend(pictures(plan, campaign));
    Ok(files.into_iter().collect())
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
fn told(source: &Context<'_>, theme: &Theme) -> Result<Vec<File>, Diagnostics> {
    let engine = Engine::of(theme, &frame::view(source), source.words)?;
    let (pages, compared) = rayon::join(|| pages(source, &engine), || compare::files(source));
    let mut files = pages?;
    files.extend(redirects(source, &engine)?);
    files.extend(finder::files(source));
    files.extend(compared);
    Ok(files.into_iter().map(|(path, bytes)| (source.edition.place(&path), bytes)).collect())
}

/// A page's address, and its bytes or what is wrong with its template.
type Filled<'a> = (&'a SitePath, TeraResult<Vec<u8>>);

fn pages(source: &Context<'_>, engine: &Engine) -> Result<Vec<File>, Diagnostics> {
    // Pages of one ballot stand together in a plan, and show the same cells.
    let pages = source.plan.pages.chunk_by(|(_, a), (_, b)| a.ballot().is_some() && a.ballot() == b.ballot());
    let pages = pages.filter(|pages| pages.iter().all(|(_, kind)| source.edition.has(*kind)));
    let pages = pages.collect::<Vec<_>>().into_par_iter().flat_map_iter(|pages| together(source, engine, pages));
    gather(engine, pages.collect())
}

/// Fills pages that have their cells in common.
fn together<'a>(source: &Context<'a>, engine: &Engine, pages: &'a [(SitePath, PageKind)]) -> Vec<Filled<'a>> {
    let Some((first, kind)) = pages.first() else { return Vec::new() };
    match cell::of_ballot(source, *kind, |cell| engine.cell(cell)) {
        Ok(cells) => pages.iter().map(|(path, kind)| (path, page(source, engine, (path, *kind), &cells))).collect(),
        Err(error) => vec![(first, Err(error))],
    }
}

fn page<'a>(
    source: &Context<'a>,
    engine: &Engine,
    (path, kind): (&'a SitePath, PageKind),
    cells: &Cells<'a>,
) -> TeraResult<Vec<u8>> {
    engine.page(&head::view(source, path, kind), kind, pages::view_of(source, path, kind, cells)?)
}

fn redirects(source: &Context<'_>, engine: &Engine) -> Result<Vec<File>, Diagnostics> {
    let kinds: BTreeMap<_, _> = source.plan.pages.iter().map(|(path, kind)| (path, *kind)).collect();
    let pages = source.plan.redirects.par_iter().map(|(from, to)| {
        let kind = kinds.get(to).copied().unwrap_or(PageKind::Home);
        (from, redirect(source, engine, from, (to, kind)))
    });
    gather(engine, pages.collect())
}

fn redirect<'a>(
    source: &Context<'a>,
    engine: &Engine,
    from: &'a SitePath,
    (to, kind): (&'a SitePath, PageKind),
) -> TeraResult<Vec<u8>> {
    let target = head::view(source, to, kind);
    let view = RedirectView { link: from.link_to(to), text: target.title.clone(), canonical: target.canonical.clone() };
    engine.redirect(&redirect::head(source, from, &target), &view)
}

fn gather(engine: &Engine, pages: Vec<Filled<'_>>) -> Result<Vec<File>, Diagnostics> {
    let mut found = Diagnostics::default();
    let mut files = Vec::with_capacity(pages.len());
    for (path, html) in pages {
        match html {
            Ok(html) => files.push((path.clone(), html)),
            Err(error) => engine.report(&error, &mut found),
        }
    }
    // One slip in a template shows on all its pages.
    if found.is_empty() { Ok(files) } else { Err(found.one_a_place()) }
}

fn pictures<'a>(plan: &'a SitePlan, campaign: &'a Campaign) -> impl Iterator<Item = File> + 'a {
    let pictures = plan.addresses.pictures.iter();
    pictures.filter_map(|((_, name), path)| Some((path.clone(), campaign.pictures.get(name)?.bytes.to_vec())))
}

fn assets(plan: &SitePlan, theme: &Theme) -> Vec<File> {
    let files = theme.in_folder("static");
    let assets =
        plan.assets.iter().filter_map(|(name, path)| Some((path.clone(), files.get(name.as_str())?.bytes.to_vec())));
    assets.collect()
}
