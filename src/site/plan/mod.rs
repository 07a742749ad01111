//! Takes a campaign and the names of the theme's files, gives a [`SitePlan`]: every page, asset and
//! redirect with its address, links resolved and collisions refused. Never renders anything.

mod addresses;
mod check_links;
mod footnotes;
mod guides;
mod kind;
mod links;
mod outcodes;
mod redirects;
mod register;

use std::collections::BTreeSet;

use crate::atoms::{LanguageTag, SitePath, Slug};
use crate::diagnostic::{Diagnostics, FileName};
use crate::load::Theme;
use crate::model::Campaign;

pub use addresses::{Addresses, BallotAddresses, ElectionAddresses};
use check_links::Links;
use guides::GuideLinks;
pub use kind::{BUILT_IN, DataFile, KindRow, Linked, PageKind};
pub use links::Link;
pub use outcodes::{OutcodePiece, OutcodeScripts};
use register::Register;

/// Every file of the site with its address.
#[derive(Debug)]
pub struct SitePlan {
    /// The pages, in a fixed order.
    pub pages: Vec<(SitePath, PageKind)>,
    /// Addresses that only lead on to another page: from → to.
    pub redirects: Vec<(SitePath, SitePath)>,
    /// The theme's static files: name inside `static/` → address.
    pub assets: Vec<(String, SitePath)>,
    /// Where everything is.
    pub addresses: Addresses,
    /// The languages in which there are pages, the main one first.
    pub editions: Vec<Edition>,
    /// Where the links of guides lead.
    guides: GuideLinks,
    /// Every address that a link may lead to.
    targets: BTreeSet<SitePath>,
    /// Those of them that are in each language: pages and redirects.
    in_each_language: BTreeSet<SitePath>,
}

impl SitePlan {
    /// How many pages there are in all languages together.
    #[must_use]
    pub fn page_count(&self) -> usize {
        let pages = |edition: &Edition| self.pages.iter().filter(|(_, kind)| edition.has(kind)).count();
        self.editions.iter().map(pages).sum()
    }
}

/// All pages of a site in one language. They have the same addresses in every language, below the edition's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// The language.
    pub language: LanguageTag,
    /// The folder of its pages; none for the main language, whose pages stand at the top of the site.
    pub folder: Option<Slug>,
}

impl Edition {
    /// Whether there is such a page in this language: what a server shows where there is none speaks the main one.
    #[must_use]
    pub fn has(&self, kind: &PageKind) -> bool {
        kind.row().in_each_language || self.folder.is_none()
    }

    /// Where a page of the plan stands in this language, from the top of the site.
    #[must_use]
    pub fn place(&self, path: &SitePath) -> SitePath {
        self.folder.as_ref().map_or_else(|| path.clone(), |folder| path.below(folder))
    }

    /// The page of the plan that stands somewhere in this language; nothing outside its folder.
    #[must_use]
    pub fn within(&self, place: &SitePath) -> Option<SitePath> {
        match &self.folder {
            None => Some(place.clone()),
            Some(folder) => place.as_str().strip_prefix(folder.as_str())?.strip_prefix('/')?.parse().ok(),
        }
    }
}

/// Gives every page its address.
///
/// `troubled` names the files with errors: a link to a page that one of them would make is not reported.
#[must_use]
pub fn plan(campaign: &Campaign, theme: &Theme, troubled: &BTreeSet<FileName>) -> (SitePlan, Diagnostics) {
    let mut found = Diagnostics::default();
    let mut register = Register::default();
    let addresses = Addresses::of(campaign, &mut register, &mut found);
    let assets = assets(theme, &mut register, &mut found);
    let redirects = redirects::redirects(campaign, &addresses, &mut register, &mut found);
    let editions = editions(campaign, &mut register, &mut found);
    let (pages, targets) = register.into_parts();
    let from = redirects.iter().map(|(from, _)| from);
    let in_each_language = pages.iter().map(|(path, _)| path).chain(from).cloned().collect();
    let guides = GuideLinks::of(campaign, &addresses);
    let plan = SitePlan { pages, redirects, assets, addresses, editions, guides, targets, in_each_language };
    for told in campaign.in_each_language() {
        let links = Links::of(&plan, told, troubled);
        for question in &told.questions {
            links.check(&question.body, None, &mut found);
        }
        for page in &told.content.pages {
            links.check(&page.body, plan.addresses.prose.get(&page.id), &mut found);
        }
        for letter in &told.letters {
            links.check(&letter.body, None, &mut found);
        }
        for (guide, page) in
            told.content.guides.iter().flat_map(|guide| guide.pages.iter().map(move |page| (guide, page)))
        {
            links.check(&page.body, plan.addresses.guide(&guide.id, page.part.as_ref()), &mut found);
        }
    }
    (plan, found)
}

/// The languages with their folders, in which nothing else may stand.
fn editions(campaign: &Campaign, register: &mut Register, found: &mut Diagnostics) -> Vec<Edition> {
    let main = Edition { language: campaign.language.clone(), folder: None };
    let further = campaign.further.iter().map(|(told, _)| {
        let folder = told.language.folder();
        register.folder(&folder, found);
        Edition { language: told.language.clone(), folder: Some(folder) }
    });
    std::iter::once(main).chain(further).collect()
}

fn assets(theme: &Theme, register: &mut Register, found: &mut Diagnostics) -> Vec<(String, SitePath)> {
    let mut assets = Vec::new();
    for (name, file) in theme.in_folder("static") {
        match format!("static/{name}").parse::<SitePath>() {
            Ok(path) => {
                register.file(&path, &file.file, found);
                assets.push((name.to_owned(), path));
            }
            Err(malformed) => {
                let code = crate::diagnostic::Code::BadTheme;
                found.push(code, &file.file, crate::diagnostic::Pos::START, malformed.what, malformed.help);
            }
        }
    }
    assets
}
