use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::context::Context;
use super::engine::Engine;
use super::language::Language;
use super::{
    Told, Unmade, Wrong, assets, compare, data, finder, languages, names, pictures, redirects, robots, sources,
    together,
};
use crate::atoms::SitePath;
use crate::diagnostic::{Diagnostics, Failure};
use crate::load::Theme;
use crate::model::Campaign;
use crate::plan::{DATA_FILES, SitePlan};
use crate::render::parts::frame;
use crate::sink::{Make, Sink};

/// A site of which each file is made when it is asked for, so that a change can be shown before all the rest is made.
///
/// The same plan gives the same bytes as [`render`](super::render).
pub struct Draft {
    campaign: Campaign,
    plan: SitePlan,
    theme: Theme,
    languages: Vec<Language>,
    /// The templates, for each language.
    engines: Vec<Engine>,
}

impl Draft {
    /// Makes ready, and fills one page of every kind: what is wrong with a theme shows there.
    ///
    /// # Errors
    /// When a template or language file of the theme cannot be used: each with its place.
    pub fn of(campaign: Campaign, plan: SitePlan, theme: Theme) -> Result<Self, Diagnostics> {
        let languages = languages(&plan, &theme)?;
        let names = names(&campaign, &languages);
        let engines = sources(&campaign, &plan, &languages, &names);
        let engines = engines.iter().map(|source| Engine::of(&theme, frame::view(source), source.words));
        let engines = engines.collect::<Result<_, _>>()?;
        let draft = Self { campaign, plan, theme, languages, engines };
        let kinds: BTreeMap<_, _> = draft.plan.pages.iter().rev().map(|(path, kind)| (kind.row().word, path)).collect();
        let wrong = Wrong::default();
        let made = draft.with_sources(|sources| {
            kinds.into_values().try_for_each(|path| {
                let only = Only { path, found: Mutex::default() };
                wrong.gather(draft.page(sources, &only).map(drop))
            })
        });
        made.map_err(Unmade::Sink).and_then(|()| wrong.none()).map_err(of_theme)?;
        Ok(draft)
    }

    /// The bytes at an address; nothing when the site has no such file.
    ///
    /// # Errors
    /// When the page's template cannot be used, with the place in it.
    pub fn file(&self, path: &SitePath) -> Result<Option<Vec<u8>>, Diagnostics> {
        let only = Only { path, found: Mutex::default() };
        self.with_sources(|sources| self.make(sources, &only)).map_err(of_theme)?;
        Ok(only.found.into_inner().unwrap_or_else(PoisonError::into_inner))
    }

    /// Does something with what views are made from.
    fn with_sources<T>(&self, f: impl FnOnce(&[Context<'_>]) -> T) -> T {
        let names = names(&self.campaign, &self.languages);
        f(&sources(&self.campaign, &self.plan, &self.languages, &names))
    }

    /// Makes what may be the file that is wanted.
    fn make(&self, sources: &[Context<'_>], only: &Only<'_>) -> Result<(), Unmade> {
        if self.page(sources, only)? {
            return Ok(());
        }
        let mut files = assets(&self.plan, &self.theme).chain(pictures(&self.plan, &self.campaign));
        files.try_for_each(|(path, bytes)| only.put(path, bytes))?;
        robots::files(sources).iter().try_for_each(|(path, bytes)| only.put(path, bytes))?;
        if DATA_FILES.iter().any(|name| only.path.as_str().strip_prefix("data/") == Some(name)) {
            data::files(&sources[0], only)?;
        }
        Ok(())
    }

    /// Makes the file of a language that is wanted; false when there is none.
    fn page(&self, sources: &[Context<'_>], only: &Only<'_>) -> Result<bool, Unmade> {
        for (source, engine) in sources.iter().zip(&self.engines) {
            let Some(path) = source.edition.within(only.path) else { continue };
            let told = Told { edition: source.edition, sink: only };
            let pages = &self.plan.pages;
            if let Some(at) = pages.iter().position(|(page, kind)| *page == path && source.edition.has(*kind)) {
                together(source, engine, &pages[at..=at], &told)?;
                return Ok(true);
            }
            if let Some(redirect) = self.plan.redirects.iter().find(|(from, _)| *from == path) {
                redirects(source, engine, std::slice::from_ref(redirect), &told)?;
                return Ok(true);
            }
            finder::files(source).iter().try_for_each(|(path, bytes)| told.put(path, bytes))?;
            compare::files(source, &told)?;
        }
        Ok(false)
    }
}

/// What is wrong with the theme; nothing else can be, since [`Only`] takes all files.
fn of_theme(unmade: Unmade) -> Diagnostics {
    match unmade {
        Unmade::Theme(found) => found,
        Unmade::Sink(failure) => unreachable!("memory takes all files: {failure}"),
    }
}

/// Keeps one file of all that are made.
struct Only<'p> {
    path: &'p SitePath,
    found: Mutex<Option<Vec<u8>>>,
}

impl Sink for Only<'_> {
    fn put(&self, path: &SitePath, bytes: &[u8]) -> Result<(), Failure> {
        if path == self.path {
            *self.found.lock().unwrap_or_else(PoisonError::into_inner) = Some(bytes.to_vec());
        }
        Ok(())
    }

    fn stream(&self, path: &SitePath, make: &mut Make<'_>) -> Result<(), Failure> {
        let mut bytes = Vec::new();
        // Memory takes all that is written.
        let _ = make(&mut bytes);
        self.put(path, &bytes)
    }
}
