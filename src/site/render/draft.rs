use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use self_cell::self_cell;

use super::context::Context;
use super::engine::Engine;
use super::language::Language;
use super::templates::Templates;
use super::{Unmade, contexts, languages, picture, shared, still, told};
use crate::atoms::SitePath;
use crate::diagnostic::{Diagnostics, Failure};
use crate::load::Theme;
use crate::model::Campaign;
use crate::plan::{PageKind, SitePlan};
use crate::sink::{Make, Sink};

/// A theme whose templates are read, for one draft after the other.
pub struct ReadTheme {
    theme: Theme,
    templates: Templates,
}

impl ReadTheme {
    /// Reads the templates of a theme.
    ///
    /// # Errors
    /// When one cannot be read: each with its place.
    pub fn of(theme: Theme) -> Result<Self, Diagnostics> {
        let templates = Templates::of(&theme)?;
        Ok(Self { theme, templates })
    }

    /// The theme.
    #[must_use]
    pub fn theme(&self) -> &Theme {
        &self.theme
    }
}

/// A site of which each file is made when it is asked for, so that a change can be shown before all the rest is made.
///
/// The same plan gives the same bytes as [`render`](super::render).
pub struct Draft {
    ready: ReadyParts,
    theme: Arc<ReadTheme>,
    /// What fills the templates, for each language.
    engines: Vec<Engine>,
}

/// Of what a draft is made.
struct DraftParts {
    campaign: Campaign,
    plan: SitePlan,
    languages: Vec<Language>,
}

type Contexts<'a> = Vec<Context<'a>>;

self_cell!(
    /// The parts with what views are made from, which looks into them.
    struct ReadyParts {
        owner: DraftParts,
        #[covariant]
        dependent: Contexts,
    }
);

impl Draft {
    /// Makes ready.
    ///
    /// # Errors
    /// When a language file of the theme cannot be read, or the head and foot of pages cannot be made: each with its place.
    pub fn of(campaign: Campaign, plan: SitePlan, read: Arc<ReadTheme>) -> Result<Self, Diagnostics> {
        let ReadTheme { theme, templates } = &*read;
        let languages = languages(&campaign, &plan, theme)?;
        let parts = DraftParts { campaign, plan, languages };
        let ready =
            ReadyParts::new(parts, |DraftParts { campaign, plan, languages }| contexts(campaign, plan, languages));
        let engine = |cx: &Context<'_>| Engine::of(templates.clone(), theme, cx);
        let engines: Vec<_> = ready.borrow_dependent().iter().map(engine).collect();
        // What spoils the head or foot of every page is told before any is shown.
        engines.iter().try_for_each(|engine| engine.frame(&PageKind::Home).map(drop))?;
        Ok(Self { ready, theme: read, engines })
    }

    /// Fills one page of every kind in each language: what is wrong with a theme shows there.
    ///
    /// # Errors
    /// When a template of the theme cannot be used, with the place in it.
    pub fn try_theme(&self) -> Result<(), Diagnostics> {
        let made = self.in_each_language().try_for_each(|(cx, engine)| {
            let pages = cx.plan.pages.iter().rev().filter(|(_, kind)| cx.edition.has(kind));
            let examples: BTreeMap<_, _> =
                pages.map(|(path, kind)| (kind.row().word, cx.edition.place(path))).collect();
            told(cx, engine, &Only::of(examples.into_values().collect()))
        });
        made.map_err(of_theme)
    }

    /// The bytes at an address; nothing when the site has no such file.
    ///
    /// # Errors
    /// When the page's template cannot be used, with the place in it.
    pub fn file(&self, path: &SitePath) -> Result<Option<Vec<u8>>, Diagnostics> {
        let only = Only::of(BTreeSet::from([path.clone()]));
        // A page asks for several of these, and nothing need be made ready for them.
        let DraftParts { campaign, plan, .. } = self.ready.borrow_owner();
        still(campaign, plan, &self.theme.theme, &only).map_err(|failure| of_theme(failure.into()))?;
        if let Some(bytes) = only.taken() {
            return Ok(Some(bytes));
        }
        self.make(&only).map_err(of_theme)?;
        Ok(only.taken().or_else(|| self.picture(path)))
    }

    /// Makes all that is wanted of what is made of records.
    fn make(&self, only: &Only) -> Result<(), Unmade> {
        self.in_each_language().try_for_each(|(cx, engine)| told(cx, engine, only))?;
        Ok(shared(self.ready.borrow_dependent(), &self.theme.theme, only)?)
    }

    /// The picture of a page, which is made when that page is.
    fn picture(&self, path: &SitePath) -> Option<Vec<u8>> {
        self.in_each_language().find_map(|(cx, engine)| {
            let picture = cx.edition.within(path)?;
            let page = picture::page_of(&picture)?;
            let (_, kind) = cx.plan.pages.iter().find(|(path, _)| *path == page)?;
            let made = picture::of(cx, engine.paints.as_ref(), &page, kind)?;
            (made.path == picture).then_some(made.png)
        })
    }

    fn in_each_language(&self) -> impl Iterator<Item = (&Context<'_>, &Engine)> {
        self.ready.borrow_dependent().iter().zip(&self.engines)
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
