//! What an archive of leaflets lists: asks the API of electionleaflets.org, or one like it, page by page. All that it says is
//! a stranger's word about a leaflet, and is believed no further than its shape.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde_json::Value;
use url::Url;

use super::fetch::{FetchTrouble, Service, plain};
use super::is_usable;

/// Where the archive of leaflets answers.
pub(crate) const API: &str = "https://electionleaflets.org/api/leaflets/";

/// How many pages of a list are asked for.
const PAGES: usize = 1_000;
/// How many pictures of one leaflet are taken.
const PICTURES: usize = 50;

/// What is asked for.
#[derive(Debug, Default)]
pub(crate) struct Query {
    /// Leaflets of this ballot, by its id.
    pub(crate) ballot: Option<String>,
    /// Leaflets of this party, by the id under which others publish it.
    pub(crate) party: Option<String>,
    /// Leaflets that came or changed after this day began.
    pub(crate) since: Option<Date>,
}

/// A leaflet as it is listed.
#[derive(Debug)]
pub struct ListedLeaflet {
    /// Its number in the archive.
    pub number: u64,
    /// Its title.
    pub title: String,
    /// Its party's id, as the archive writes it.
    pub party: Option<String>,
    /// Who it is of: the numbers of people, each once.
    pub people: Vec<String>,
    /// The ids of the ballots for which those people stand.
    pub ballots: Vec<String>,
    /// When somebody received it.
    pub delivered: Option<Date>,
    /// When somebody put it into the archive.
    pub uploaded: Option<Date>,
    /// Its pictures: what each shows, and where it lies.
    pub pictures: Vec<(Option<&'static str>, Url)>,
    /// How many of its pictures have an address that cannot be used.
    pub unusable: usize,
    /// Its page in the archive.
    pub page: Url,
}

/// An entry of a list.
#[derive(Debug)]
pub(crate) enum ListingEntry {
    /// A leaflet.
    Live(Box<ListedLeaflet>),
    /// One that its archive has not published or has taken down: its number, and which of both.
    Hidden(u64, String),
    /// Something that makes no sense, and why.
    Strange(String),
}

/// The leaflets that a service lists, each once, and why the list breaks off when it does.
pub(crate) fn list(service: &mut Service, api: &Url, query: &Query) -> (Vec<ListingEntry>, Option<FetchTrouble>) {
    let mut entries = Vec::new();
    let trouble = follow(service, query.address(api), &mut entries).err();
    (entries, trouble)
}

/// Takes page after page.
fn follow(service: &mut Service, mut next: Url, entries: &mut Vec<ListingEntry>) -> Result<(), FetchTrouble> {
    let (mut asked, mut numbers) = (BTreeSet::new(), BTreeSet::new());
    for _ in 0..PAGES {
        if !asked.insert(next.clone()) {
            return Err(FetchTrouble::of("its pages lead in a circle"));
        }
        let (at, page) = service.ask(&next)?;
        let results = page["results"].as_array();
        let results = results.ok_or_else(|| FetchTrouble::of("its answer has no list of results"))?;
        let before = entries.len();
        entries.extend(results.iter().filter_map(|result| match result["pk"].as_u64() {
            None => Some(ListingEntry::Strange("an entry has no number".to_owned())),
            Some(number) => numbers.insert(number).then(|| entry(number, result, &at)),
        }));
        let Some(more) = page["next"].as_str() else { return Ok(()) };
        if entries.len() == before {
            return Err(FetchTrouble::of("it says that there is more, and repeats itself"));
        }
        next = of_the_same(&at, more)
            .ok_or_else(|| FetchTrouble::of("it says that there is more at an address which is not its own"))?;
    }
    Err(FetchTrouble::Final(format!("it has more than {PAGES} pages; ask for less at once")))
}

impl Query {
    fn address(&self, api: &Url) -> Url {
        let mut url = api.clone();
        let since = self.since.map(|since| format!("{since}T00:00:00Z"));
        for (key, word) in [("ballot", &self.ballot), ("party", &self.party), ("modified__gt", &since)] {
            if let Some(word) = word {
                url.query_pairs_mut().append_pair(key, word);
            }
        }
        url
    }
}

fn entry(number: u64, result: &Value, at: &Url) -> ListingEntry {
    match result["status"].as_str() {
        Some("live") => {}
        Some(status @ ("draft" | "removed")) => return ListingEntry::Hidden(number, status.to_owned()),
        Some(other) => return ListingEntry::Strange(format!("leaflet {number} has the status “{}”", plain(other))),
        None => return ListingEntry::Strange(format!("leaflet {number} has no status")),
    }
    let Ok(page) = at.join(&format!("/leaflets/{number}/")) else {
        return ListingEntry::Strange(format!("leaflet {number} has no page"));
    };
    let people = || result["people"].as_array().into_iter().flatten().filter_map(Value::as_object).flatten();
    let images: Vec<_> = result["images"].as_array().into_iter().flatten().map(|image| picture(image, at)).collect();
    let unusable = images.iter().filter(|picture| picture.is_none()).count();
    let pictures = distinct(images.into_iter().flatten());
    ListingEntry::Live(Box::new(ListedLeaflet {
        number,
        title: plain(result["title"].as_str().unwrap_or_default()),
        party: result["party"]["party_id"].as_str().map(plain).filter(|id| !id.is_empty()),
        people: distinct(people().map(|(number, one)| person(number, one))),
        ballots: distinct(people().filter_map(|(_, one)| ballot(&one["ballot"]))),
        delivered: day(&result["date_delivered"]),
        uploaded: day(&result["date_uploaded"]),
        unusable: unusable + pictures.len().saturating_sub(PICTURES),
        pictures: pictures.into_iter().take(PICTURES).collect(),
        page,
    }))
}

/// A person's number: as it stands in the entry, or else the key under which it stands.
fn person(key: &str, one: &Value) -> String {
    let id = &one["person"]["id"];
    id.as_u64().map(|id| id.to_string()).or_else(|| id.as_str().map(plain)).unwrap_or_else(|| plain(key))
}

/// The id of a ballot, written as such or inside a description of it.
fn ballot(ballot: &Value) -> Option<String> {
    let inside = || ballot["ballot_paper_id"].as_str();
    ballot.as_str().or_else(inside).map(plain)
}

fn picture(image: &Value, at: &Url) -> Option<(Option<&'static str>, Url)> {
    let shows = match image["image_type"].as_str() {
        Some("1_front") => Some("front"),
        Some("2_back") => Some("back"),
        Some("3_inside") => Some("inside"),
        Some("4_inprint") => Some("imprint"),
        _ => None,
    };
    let url = at.join(image["image"].as_str().filter(|text| !text.is_empty())?).ok()?;
    is_usable(&url).then_some((shows, url))
}

/// The day of a time, which comes with an offset, with a Z or with nothing.
fn day(time: &Value) -> Option<Date> {
    time.as_str()?.get(..10)?.parse().ok()
}

/// The next page: an address of the same service. One that answers behind a relay may call itself http.
fn of_the_same(at: &Url, more: &str) -> Option<Url> {
    let mut next = at.join(more).ok()?;
    if next.host_str() == at.host_str()
        && (next.scheme(), next.port(), at.scheme(), at.port()) == ("http", None, "https", None)
    {
        next.set_scheme("https").ok()?;
    }
    next.set_fragment(None);
    (next.origin() == at.origin()).then_some(next)
}

fn distinct<T: Clone + Ord>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut known = BTreeSet::new();
    all.filter(|one| known.insert(one.clone())).collect()
}
