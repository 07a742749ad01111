//! The pages and data files of a site, as bytes in memory.

mod accounts;
mod also;
mod areas;
mod ballots;
mod bilingual;
mod calendar;
mod changes;
mod compare;
mod corrections;
mod data;
mod diary;
mod documents;
mod easy_read;
mod elected;
mod embed;
mod events;
mod face;
mod feeds;
mod figures;
mod find;
mod formats;
mod glance;
mod glossary;
mod guides;
mod languages;
mod letters;
mod lines;
mod linked;
mod list_ballots;
mod logo;
mod map;
mod names;
mod nations;
mod pages;
mod photographs;
mod pictures;
mod plain_words;
mod pledges;
mod polling_day;
mod prose;
mod reports;
mod tables;
mod theme;
mod timeline;
mod untold;
mod withdrawn;
mod wording;
mod wordings;

use std::path::Path;

use hustings::atoms::SitePath;
use hustings::diagnostic::Diagnostics;
use hustings::model::Overrides;
use hustings::pipeline::prepare;
use hustings::render::{Unmade, render};

use crate::support::{Kept, Site, SiteFixture, project};

/// The ballot of the base site: its record, its page and those of its candidates.
const BALLOT: &str = "candidates/test.2031-05-01/pond-lane.yaml";
const PAGE: &str = "test.2031-05-01/pond-lane/index.html";
const ASHA: &str = "test.2031-05-01/pond-lane/11-asha-example/index.html";
const BEN: &str = "test.2031-05-01/pond-lane/12-ben-sample/index.html";

/// The site of a folder, or what is wrong with its theme.
fn try_render(root: &Path, overrides: &Overrides) -> Result<Site, Diagnostics> {
    let planned = prepare(root, overrides).expect("a readable site");
    let (campaign, plan) = planned.site.expect("a site");
    let kept = Kept::default();
    match render(&plan, &campaign, &planned.theme, &kept) {
        Ok(()) => Ok(kept.site()),
        Err(Unmade::Theme(found)) => Err(found),
        Err(Unmade::Sink(failure)) => panic!("{failure}"),
    }
}

/// The site of a folder in which nothing is wrong.
fn rendered(root: &Path) -> Site {
    try_render(root, &Overrides::default()).unwrap_or_else(|found| panic!("{:#?}", found.sorted()))
}

/// The starter site, which has every kind of page and mark.
fn starter() -> Site {
    rendered(&project().join("src/desk/new_site/starter"))
}

/// The text at an address of a site.
fn text(site: &Site, path: &str) -> String {
    let path: SitePath = path.parse().expect("an address");
    let bytes = site.get(&path).unwrap_or_else(|| panic!("nothing at {path}"));
    String::from_utf8(bytes.clone()).expect("UTF-8")
}

/// A page of a fixture's site.
fn page(fixture: &SiteFixture, name: &str) -> String {
    text(&rendered(&fixture.path("")), name)
}

#[track_caller]
fn holds(page: &str, words: &str) {
    assert!(page.contains(words), "no {words:?} in {page}");
}

#[track_caller]
fn lacks(page: &str, words: &str) {
    assert!(!page.contains(words), "{words:?} in {page}");
}

/// All pages of a site: address and HTML.
fn html(site: &Site) -> Vec<(String, String)> {
    let pages = site.iter().filter(|(path, _)| path.as_str().ends_with(".html"));
    pages.map(|(path, _)| (path.to_string(), text(site, path.as_str()))).collect()
}

/// The values of an attribute, in order.
fn attribute<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    let start = format!(" {name}=\"");
    html.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The text between the first of two marks and the next of the other.
fn between<'h>(html: &'h str, start: &str, end: &str) -> &'h str {
    let rest = html.split_once(start).unwrap_or_else(|| panic!("no {start:?}")).1;
    rest.split_once(end).unwrap_or_else(|| panic!("no {end:?} after {start:?}")).0
}

/// What stands between each of two marks and the next of the other.
fn between_all<'h>(html: &'h str, start: &'h str, end: &'h str) -> impl Iterator<Item = &'h str> {
    html.split(start).skip(1).map(move |rest| rest.split_once(end).map_or(rest, |(inside, _)| inside))
}

fn base() -> SiteFixture {
    SiteFixture::base()
}
