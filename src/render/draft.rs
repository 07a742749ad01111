use super::context::Context;
use super::engine::Engine;
use super::language::Language;
use super::{
    File, assets, compare, data, finder, gather, languages, names, pictures, redirects, robots, sources, together,
};
use crate::atoms::SitePath;
use crate::diagnostic::Diagnostics;
use crate::load::Theme;
use crate::model::Campaign;
use crate::plan::SitePlan;
use crate::render::parts::frame;

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
        let engines = engines.iter().map(|source| Engine::of(&theme, &frame::view(source), source.words));
        let engines = engines.collect::<Result<_, _>>()?;
        let draft = Self { campaign, plan, theme, languages, engines };
        let mut found = Diagnostics::default();
        let mut seen = Vec::new();
        for (path, kind) in &draft.plan.pages {
            if !seen.contains(&kind.row().word) {
                seen.push(kind.row().word);
                found.extend(draft.file(path).err().unwrap_or_default());
            }
        }
        if found.is_empty() { Ok(draft) } else { Err(found.one_a_place()) }
    }

    /// The bytes at an address; nothing when the site has no such file.
    ///
    /// # Errors
    /// When the page's template cannot be used, with the place in it.
    pub fn file(&self, path: &SitePath) -> Result<Option<Vec<u8>>, Diagnostics> {
        let names = names(&self.campaign, &self.languages);
        let sources = sources(&self.campaign, &self.plan, &self.languages, &names);
        for (source, engine) in sources.iter().zip(&self.engines) {
            if let Some(file) =
                source.edition.within(path).map(|path| told(source, engine, &path)).transpose()?.flatten()
            {
                return Ok(Some(file));
            }
        }
        let asset = find(path, assets(&self.plan, &self.theme));
        let picture = || find(path, pictures(&self.plan, &self.campaign));
        let for_robots = || find(path, robots::files(&sources));
        Ok(asset.or_else(picture).or_else(for_robots).or_else(|| find(path, data::files(&sources[0]))))
    }
}

/// The bytes at an address of one language.
fn told(source: &Context<'_>, engine: &Engine, path: &SitePath) -> Result<Option<Vec<u8>>, Diagnostics> {
    let plan = source.plan;
    if let Some(at) = plan.pages.iter().position(|(page, kind)| page == path && source.edition.has(*kind)) {
        return Ok(find(path, gather(engine, together(source, engine, &plan.pages[at..=at]))?));
    }
    if plan.redirects.iter().any(|(from, _)| from == path) {
        return Ok(find(path, redirects(source, engine)?));
    }
    Ok(find(path, finder::files(source)).or_else(|| find(path, compare::files(source))))
}

fn find(path: &SitePath, files: impl IntoIterator<Item = File>) -> Option<Vec<u8>> {
    files.into_iter().find(|(file, _)| file == path).map(|(_, bytes)| bytes)
}
