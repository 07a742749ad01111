use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use super::context::Context;
use super::engine::Engine;
use super::language::Language;
use super::{Unmade, contexts, languages, picture, shared, still, told};
use crate::atoms::SitePath;
use crate::diagnostic::{Diagnostics, Failure};
use crate::load::Theme;
use crate::model::Campaign;
use crate::plan::SitePlan;
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
    /// Makes ready.
    ///
    /// # Errors
    /// When a template or language file of the theme cannot be read: each with its place.
    pub fn of(campaign: Campaign, plan: SitePlan, theme: Theme) -> Result<Self, Diagnostics> {
        let languages = languages(&campaign, &plan, &theme)?;
        let engines = contexts(&campaign, &plan, &languages);
        let engines = engines.iter().map(|cx| Engine::of(&theme, cx)).collect::<Result<_, _>>()?;
        Ok(Self { campaign, plan, theme, languages, engines })
    }

    /// Fills one page of every kind: what is wrong with a theme shows there.
    ///
    /// # Errors
    /// When a template of the theme cannot be used, with the place in it.
    pub fn try_theme(&self) -> Result<(), Diagnostics> {
        let kinds: BTreeMap<_, _> = self.plan.pages.iter().rev().map(|(path, kind)| (kind.row().word, path)).collect();
        let examples = Only::of(kinds.into_values().cloned().collect());
        self.with_contexts(|contexts| told(&contexts[0], &self.engines[0], &examples)).map_err(of_theme)
    }

    /// The theme by which its pages are made.
    #[must_use]
    pub fn theme(&self) -> &Theme {
        &self.theme
    }

    /// The bytes at an address; nothing when the site has no such file.
    ///
    /// # Errors
    /// When the page's template cannot be used, with the place in it.
    pub fn file(&self, path: &SitePath) -> Result<Option<Vec<u8>>, Diagnostics> {
        let only = Only::of(BTreeSet::from([path.clone()]));
        // A page asks for several of these, and nothing need be made ready for them.
        still(&self.campaign, &self.plan, &self.theme, &only).map_err(|failure| of_theme(failure.into()))?;
        if let Some(bytes) = only.taken() {
            return Ok(Some(bytes));
        }
        let made = self.with_contexts(|contexts| {
            let mut editions = contexts.iter().zip(&self.engines);
            editions.try_for_each(|(cx, engine)| told(cx, engine, &only))?;
            shared(contexts, &self.theme, &only).map_err(Unmade::Sink)
        });
        made.map_err(of_theme)?;
        Ok(only.taken().or_else(|| self.picture(path)))
    }

    /// The picture of a page, which is made when that page is.
    fn picture(&self, path: &SitePath) -> Option<Vec<u8>> {
        let of = |(cx, engine): (&Context<'_>, &Engine)| {
            let picture = cx.edition.within(path)?;
            let page = picture::page_of(&picture)?;
            let (_, kind) = cx.plan.pages.iter().find(|(path, _)| *path == page)?;
            let made = picture::of(cx, engine.paints.as_ref(), &page, kind)?;
            (made.path == picture).then_some(made.png)
        };
        self.with_contexts(|contexts| contexts.iter().zip(&self.engines).find_map(of))
    }

    /// Does something with what views are made from.
    fn with_contexts<T>(&self, f: impl FnOnce(&[Context<'_>]) -> T) -> T {
        f(&contexts(&self.campaign, &self.plan, &self.languages))
    }
}

/// What is wrong with the theme; nothing else can be, since [`Only`] takes all files.
fn of_theme(unmade: Unmade) -> Diagnostics {
    match unmade {
        Unmade::Theme(found) => found,
        Unmade::Sink(failure) => unreachable!("memory takes all files: {failure}"),
    }
}

/// Wants some files only, and keeps the last of them.
struct Only {
    wanted: BTreeSet<SitePath>,
    found: Mutex<Option<Vec<u8>>>,
}

impl Only {
    fn of(wanted: BTreeSet<SitePath>) -> Self {
        Self { wanted, found: Mutex::default() }
    }

    /// What it took last.
    fn taken(&self) -> Option<Vec<u8>> {
        self.found.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

impl Sink for Only {
    fn wants(&self, path: &SitePath) -> bool {
        self.wanted.contains(path)
    }

    fn put(&self, path: &SitePath, bytes: &[u8]) -> Result<(), Failure> {
        if self.wants(path) {
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
