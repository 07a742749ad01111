//! Takes a site plan, gives a [`Site`]: every address with its bytes. Never touches disk, clock or
//! network; the same plan gives the same bytes.

mod compare;
mod data;
mod draft;
mod engine;
mod finder;
mod language;
mod markdown;
mod robots;
mod site;
pub mod view;

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
use engine::Engine;
use language::Language;
use view::{Cells, RedirectView, Source};

/// A file of the site.
type File = (SitePath, Vec<u8>);

/// Makes all files of a site, the pages in parallel.
///
/// # Errors
/// When a template or language file of the theme cannot be used: each with its place.
pub fn render(plan: &SitePlan, campaign: &Campaign, theme: &Theme) -> Result<Site, Diagnostics> {
    let words = language_of(campaign, theme)?;
    let source = Source::of(campaign, plan, &words);
    let engine = Engine::of(theme, &source.site(), &words)?;
    let data = || rayon::join(|| data::files(&source), || compare::files(&source));
    let (pages, (data, compared)) = rayon::join(|| pages(&source, &engine), data);
    let mut files = pages?;
    files.extend(redirects(&source, &engine)?);
    files.extend(data);
    files.extend(finder::files(&source));
    files.extend(compared);
    files.extend(robots::files(&source));
    files.extend(assets(plan, theme));
    files.extend(pictures(plan, campaign));
    Ok(files.into_iter().collect())
}

/// The words of the interface in the site's main language.
fn language_of(campaign: &Campaign, theme: &Theme) -> Result<Language, Diagnostics> {
    let mut found = Diagnostics::default();
    let tag = campaign.site.languages.first().map_or("en", |tag| tag.as_str());
    let words = Language::of(theme, tag, &mut found);
    if found.has_errors() { Err(found) } else { Ok(words) }
}

/// A page's address, and its bytes or what is wrong with its template.
type Filled<'a> = (&'a SitePath, TeraResult<Vec<u8>>);

fn pages(source: &Source<'_>, engine: &Engine) -> Result<Vec<File>, Diagnostics> {
    // Pages of one ballot stand together in a plan, and show the same cells.
    let pages = source.plan.pages.chunk_by(|(_, a), (_, b)| a.ballot().is_some() && a.ballot() == b.ballot());
    let pages = pages.collect::<Vec<_>>().into_par_iter().flat_map_iter(|pages| together(source, engine, pages));
    gather(engine, pages.collect())
}

/// Fills pages that have their cells in common.
fn together<'a>(source: &Source<'a>, engine: &Engine, pages: &'a [(SitePath, PageKind)]) -> Vec<Filled<'a>> {
    let Some((first, kind)) = pages.first() else { return Vec::new() };
    match source.cells(*kind) {
        Ok(cells) => pages.iter().map(|(path, kind)| (path, page(source, engine, (path, *kind), &cells))).collect(),
        Err(error) => vec![(first, Err(error))],
    }
}

fn page<'a>(
    source: &Source<'a>,
    engine: &Engine,
    (path, kind): (&'a SitePath, PageKind),
    cells: &Cells<'a>,
) -> TeraResult<Vec<u8>> {
    let mut head = source.head(path, kind);
    if kind == PageKind::NotFound {
        head.root = source.base_url().unwrap_or_default().to_owned();
    }
    let page = source.page(kind, &head.root, cells)?;
    engine.page(&head, page)
}

fn redirects(source: &Source<'_>, engine: &Engine) -> Result<Vec<File>, Diagnostics> {
    let kinds: BTreeMap<_, _> = source.plan.pages.iter().map(|(path, kind)| (path, *kind)).collect();
    let pages = source.plan.redirects.par_iter().map(|(from, to)| {
        let kind = kinds.get(to).copied().unwrap_or(PageKind::Home);
        (from, redirect(source, engine, from, (to, kind)))
    });
    gather(engine, pages.collect())
}

fn redirect<'a>(
    source: &Source<'a>,
    engine: &Engine,
    from: &'a SitePath,
    (to, kind): (&'a SitePath, PageKind),
) -> TeraResult<Vec<u8>> {
    let target = source.head(to, kind);
    let redirect =
        RedirectView { link: from.link_to(to), text: target.title.clone(), canonical: target.canonical.clone() };
    engine.redirect(&source.redirect_head(from, &target), &redirect)
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
    if found.is_empty() { Ok(files) } else { Err(found) }
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
