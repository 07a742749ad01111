//! Takes what a page says, gives a picture of it for whoever shares the page: who stands where, in words. Never says what the
//! page does not, nor anything that is not confirmed.

mod canvas;
mod card;
mod cards;
mod laid;
mod layout;
mod paints;
mod set;

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::atoms::SitePath;
use crate::plan::PageKind;
use crate::render::context::Context;
use layout::Sheet;
pub(super) use paints::Paints;

/// A picture of a page, given to templates as `page.picture`.
#[derive(Serialize)]
pub(crate) struct SharePicture {
    /// Where it stands, beside its page: the name holds the digest of what is in it, so that no copy of an older one is ever
    /// taken for it.
    #[serde(skip)]
    pub(crate) path: SitePath,
    #[serde(skip)]
    pub(crate) png: Vec<u8>,
    /// Its whole address.
    url: String,
    width: u16,
    height: u16,
    /// The words in it.
    alt: String,
}

/// The picture of a page; nothing where the site has none, the page is of a kind that has none, or words have letters that
/// cannot be drawn.
pub(crate) fn of(cx: &Context<'_>, paints: Option<&Paints>, path: &SitePath, kind: &PageKind) -> Option<SharePicture> {
    let (base_url, paints) = (cx.base_url()?, paints?);
    let sheet = sheet(cx, kind).filter(|sheet| sheet.undrawn().next().is_none())?;
    let accent = cx.campaign.site.accent.as_ref().map(|accent| &accent.light);
    let png = canvas::png(&sheet.items, paints, accent);
    let folder = path.as_str().trim_end_matches("index.html");
    let digest: String = Sha256::digest(&png).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let path: SitePath = format!("{folder}share-{digest}.png").parse().ok()?;
    let url = format!("{base_url}{}", cx.edition.place(&path));
    Some(SharePicture { path, png, url, width: canvas::WIDTH, height: canvas::HEIGHT, alt: sheet.said.join(" ") })
}

/// What stands in the picture of a page.
fn sheet(cx: &Context<'_>, kind: &PageKind) -> Option<Sheet> {
    let cx = cx.plain();
    cards::of(cx, kind).map(|card| layout::of(cx, &card))
}

/// The words that would be in pictures of pages in one language and have a letter which their typeface lacks, each with that
/// letter.
pub(super) fn undrawn(cx: &Context<'_>) -> BTreeMap<String, char> {
    let pages = cx.plan.pages.par_iter().filter(|(_, kind)| cx.edition.has(kind));
    let words = pages.flat_map_iter(|(_, kind)| {
        let sheet = sheet(cx, kind);
        let words = sheet.iter().flat_map(Sheet::undrawn);
        words.map(|(word, letter)| (word.to_owned(), letter)).collect::<Vec<_>>()
    });
    words.collect()
}

/// The page beside which a picture of that address would stand.
pub(crate) fn page_of(path: &SitePath) -> Option<SitePath> {
    let (folder, name) = path.as_str().rsplit_once('/')?;
    name.strip_prefix("share-")?.strip_suffix(".png")?;
    format!("{folder}/index.html").parse().ok()
}
