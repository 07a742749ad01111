use super::engine::Engine;
use super::language::Language;
use super::view::Source;
use super::{File, assets, compare, data, finder, gather, language_of, pictures, redirects, robots, together};
use crate::atoms::SitePath;
use crate::diagnostic::Diagnostics;
use crate::load::Theme;
use crate::model::Campaign;
use crate::plan::SitePlan;

/// A site of which each file is made when it is asked for, so that a change can be shown before all the rest is made.
///
/// The same plan gives the same bytes as [`render`](super::render).
pub struct Draft {
    campaign: Campaign,
    plan: SitePlan,
    theme: Theme,
    words: Language,
    engine: Engine,
}

impl Draft {
    /// Makes ready, and fills one page of every kind: what is wrong with a theme shows there.
    ///
    /// # Errors
    /// When a template or language file of the theme cannot be used: each with its place.
    pub fn of(campaign: Campaign, plan: SitePlan, theme: Theme) -> Result<Self, Diagnostics> {
        let words = language_of(&campaign, &theme)?;
        let engine = Engine::of(&theme, &Source::of(&campaign, &plan, &words).site(), &words)?;
        let draft = Self { campaign, plan, theme, words, engine };
        let mut found = Diagnostics::default();
        let mut seen = Vec::new();
        for (path, kind) in &draft.plan.pages {
            if !seen.contains(&kind.word()) {
                seen.push(kind.word());
                found.extend(draft.file(path).err().unwrap_or_default());
            }
        }
        if found.is_empty() { Ok(draft) } else { Err(found) }
    }

    /// The bytes at an address; nothing when the site has no such file.
    ///
    /// # Errors
    /// When the page's template cannot be used, with the place in it.
    pub fn file(&self, path: &SitePath) -> Result<Option<Vec<u8>>, Diagnostics> {
        let source = Source::of(&self.campaign, &self.plan, &self.words);
        let of_this = |files: Vec<File>| files.into_iter().find(|(file, _)| file == path).map(|(_, bytes)| bytes);
        if let Some(at) = self.plan.pages.iter().position(|(page, _)| page == path) {
            let page = together(&source, &self.engine, &self.plan.pages[at..=at]);
            return gather(&self.engine, page).map(of_this);
        }
        if self.plan.redirects.iter().any(|(from, _)| from == path) {
            return redirects(&source, &self.engine).map(of_this);
        }
        let asset = of_this(assets(&self.plan, &self.theme));
        let picture = || of_this(pictures(&self.plan, &self.campaign).collect());
        let for_robots = || of_this(robots::files(&source));
        let for_scripts = || of_this(finder::files(&source)).or_else(|| of_this(compare::files(&source)));
        Ok(asset.or_else(picture).or_else(for_robots).or_else(for_scripts).or_else(|| of_this(data::files(&source))))
    }
}
