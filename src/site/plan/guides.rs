use std::collections::{BTreeMap, BTreeSet};

use super::addresses::Addresses;
use super::links::Link;
use crate::atoms::{BaseUrl, SitePath, Slug, slug_of};
use crate::diagnostic::FileName;
use crate::load::{GuideSurroundings, beside, headings};
use crate::model::Campaign;

/// Where the links of guides lead: they name files beside them, as where the same files are read outside the site.
#[derive(Debug, Default)]
pub(super) struct GuideLinks {
    /// The pages that are made of each file, in order.
    pages: BTreeMap<FileName, Vec<GuideAnchors>>,
    /// Where other files can be read.
    source: Option<BaseUrl>,
}

/// A page made of a file.
#[derive(Debug)]
struct GuideAnchors {
    page: SitePath,
    /// What leads to the page as a whole, when it is a part of its guide.
    part: Option<Slug>,
    /// The anchors on it.
    ids: BTreeSet<String>,
}

impl GuideLinks {
    pub(super) fn of(campaign: &Campaign, addresses: &Addresses) -> Self {
        let mut links = Self { pages: BTreeMap::new(), source: None };
        links.source = campaign.site.guides.as_ref().and_then(|guides| guides.source_url.clone());
        for guide in campaign.in_each_language().flat_map(|told| &told.content.guides) {
            let pages = guide.pages.iter().filter_map(|page| {
                let ids = headings(&page.body.text).into_iter().map(|heading| heading.id).collect();
                let key = (guide.id.clone(), page.part.clone());
                Some(GuideAnchors { page: addresses.guides.get(&key)?.clone(), part: page.part.clone(), ids })
            });
            links.pages.insert(guide.pages[0].body.file.clone(), pages.collect());
        }
        links
    }

    /// Whether a link in a file names another beside it, as only those of guides do.
    pub(super) fn is_beside(&self, href: &str, from: &str) -> bool {
        self.pages.contains_key(from) && beside(from, href).is_some()
    }

    /// Where a link in a guide leads that another text could not have; nothing when it is like any other.
    pub(super) fn follow(&self, href: &str, from: &str) -> Option<Link> {
        let own = self.pages.get(from)?;
        if let Some(anchor) = href.strip_prefix('#') {
            let (page, anchor) = anchored(own, anchor)?;
            return Some(match (&own[..], anchor) {
                ([_], Some(anchor)) => Link::Here(anchor),
                (_, anchor) => Link::Page(page.clone(), anchor),
            });
        }
        let GuideSurroundings { path, anchor } = beside(from, href)?;
        let Some(pages) = path.as_deref().and_then(|path| self.pages.get(path)) else {
            let anchor = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
            let address =
                self.source.as_ref().zip(path).map(|(source, path)| format!("{}{path}{anchor}", source.as_str()));
            return Some(address.and_then(|address| address.parse().ok()).map_or(Link::Unpublished, Link::Web));
        };
        let whole = || pages.first().map(|first| &first.page);
        let (page, anchor) = match anchor {
            None => (whole()?, None),
            Some(anchor) => anchored(pages, &anchor).or_else(|| Some((whole()?, Some(anchor))))?,
        };
        Some(Link::Page(page.clone(), anchor))
    }
}

/// The page on which an anchor is, and what it is called there. Forges keep some signs in their anchors that ours do not have.
fn anchored<'p>(pages: &'p [GuideAnchors], anchor: &str) -> Option<(&'p SitePath, Option<String>)> {
    let spelt = slug_of(&anchor.replace('_', "-")).map(|slug| slug.to_string()).unwrap_or_default();
    [anchor, &spelt].into_iter().find_map(|id| {
        let part = pages.iter().find(|page| page.part.as_ref().is_some_and(|part| part.as_str() == id));
        let within = || pages.iter().find(|page| page.ids.contains(id)).map(|page| (&page.page, Some(id.to_owned())));
        part.map(|page| (&page.page, None)).or_else(within)
    })
}
