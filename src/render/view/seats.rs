use std::collections::BTreeMap;

use serde::Serialize;

use super::{ChangesView, DatedView, FinderView, GlanceView, LinkView, MapView, SeatRow, Source, Up};
use crate::atoms::language_marks::unmarked;
use crate::atoms::{Nation, PartialDate, Text, slug_of};
use crate::model::{Ballot, Election};
use crate::plan::PageKind;

/// From how many ballots on the index has letters to jump to.
pub(super) const FEWEST_FOR_LETTERS: usize = 30;

/// Up to how many ballots the home page lists them itself.
pub(super) const MOST_AT_HOME: usize = 40;

/// The home page.
#[derive(Debug, Serialize)]
pub struct HomeView<'a> {
    /// The elections, the latest first.
    pub elections: Vec<HomeElection<'a>>,
    /// The box in which a voter types a postcode or a name; nothing while there is no ballot.
    pub finder: Option<FinderView>,
    /// The site's own words, as HTML.
    pub body: Option<String>,
    /// The questions of the latest election.
    pub questions: Vec<LinkView<'a>>,
    /// Which parties say what in the latest election, by question.
    pub parties: Vec<GlanceView<'a>>,
    /// The latest changes of the records.
    pub changes: Vec<ChangesView<'a>>,
}

/// An election on the home page.
#[derive(Debug, Serialize)]
pub struct HomeElection<'a> {
    /// Its name.
    pub name: &'a str,
    /// Polling day.
    pub date: String,
    /// How many of its seats are here.
    pub find: String,
    /// Its page.
    pub link: &'a str,
    /// Its ballots, when there are few.
    pub seats: Vec<LinkView<'a>>,
    /// Dates that voters must not miss.
    pub deadlines: Vec<DatedView<'a>>,
}

/// All ballots of an election.
#[derive(Debug, Serialize)]
pub struct ElectionView<'a> {
    /// Its name.
    pub name: &'a str,
    /// The date, and how many ballots of all there are.
    pub under: String,
    /// What is here, in large type.
    pub lead: String,
    /// Whether polling day is over.
    pub past: bool,
    /// When the polls close, as a sentence.
    pub polls_close: Option<String>,
    /// The boundaries in force, as a sentence.
    pub boundaries: Option<String>,
    /// Dates that voters must not miss.
    pub deadlines: Vec<DatedView<'a>>,
    /// Whether there are so many ballots that letters to jump to help.
    pub jump: bool,
    /// The ballots from A to Z.
    pub letters: Vec<Letter<'a>>,
    /// The ballots by nation and region, when they lie in more than one.
    pub places: Vec<Place<'a>>,
    /// Which of all seats are here, on a map.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub map: Option<MapView<'a>>,
    /// The questions.
    pub questions: Vec<LinkView<'a>>,
}

/// The ballots of one letter.
#[derive(Debug, Serialize)]
pub struct Letter<'a> {
    /// The letter.
    pub letter: String,
    /// The anchor.
    pub id: String,
    /// The ballots.
    pub seats: Vec<LinkView<'a>>,
}

/// The ballots of one region.
#[derive(Debug, Serialize)]
pub struct Place<'a> {
    /// Nation and region.
    pub name: String,
    /// The anchor.
    pub id: String,
    /// The ballots, with the answers to any question.
    pub rows: Vec<SeatRow<'a>>,
}

impl<'a> Source<'a> {
    pub(crate) fn home(&self, up: &Up) -> HomeView<'a> {
        let latest = self.campaign.elections.first();
        HomeView {
            elections: (0..self.campaign.elections.len()).map(|e| self.home_election(e)).collect(),
            finder: self.finder(),
            body: self.added_prose(PageKind::Home, up),
            questions: latest.map(|election| self.question_links(election)).unwrap_or_default(),
            parties: latest.map(|election| self.glance(election)).unwrap_or_default(),
            changes: self.changes(),
        }
    }

    fn home_election(&self, e: usize) -> HomeElection<'a> {
        let election = &self.campaign.elections[e];
        let n = election.ballots.len();
        let gaps = [
            ("n", n.into()),
            ("all", election.ballots_in_all.unwrap_or_default().into()),
            ("election", self.election_name(election).into()),
        ];
        let id = if part_only(election) { "home-find-of" } else { "home-find-text" };
        let seats = (0..n).filter(|_| n <= MOST_AT_HOME).map(|b| self.seat(e, b)).collect();
        HomeElection {
            name: self.election_name(election),
            date: self.words.day(election.date),
            find: self.words.with(id, gaps),
            link: self.plan.addresses.elections[e].as_str(),
            seats,
            deadlines: self.deadlines(election),
        }
    }

    pub(crate) fn election(&self, e: usize) -> ElectionView<'a> {
        let election = &self.campaign.elections[e];
        let gaps = || {
            [
                ("n", election.ballots.len().into()),
                ("all", election.ballots_in_all.unwrap_or_default().into()),
                ("date", self.words.day(election.date).into()),
            ]
        };
        let part = part_only(election);
        let (under, lead) =
            if part { ("election-under-of", "election-lead-some") } else { ("election-under", "election-lead-all") };
        let lead = if election.is_over && !part { "election-lead-after" } else { lead };
        let polls = if election.is_over { "polls-close-after" } else { "polls-close" };
        let sentence = |id, name, text: String| self.words.with(id, [(name, text.into())]);
        ElectionView {
            name: self.election_name(election),
            under: self.words.with(under, gaps()),
            lead: self.words.with(lead, gaps()),
            past: election.is_over,
            polls_close: election.polls_close.map(|time| sentence(polls, "time", time.to_string())),
            boundaries: election.boundaries.as_ref().map(|set| sentence("election-boundaries", "set", set.to_string())),
            deadlines: self.deadlines(election),
            jump: election.ballots.len() > FEWEST_FOR_LETTERS,
            letters: self.letters(e),
            places: self.places(e),
            map: self.map_of_seats(e),
            questions: self.question_links(election),
        }
    }

    pub(super) fn seat(&self, e: usize, b: usize) -> LinkView<'a> {
        let election = &self.campaign.elections[e];
        let ballot = &election.ballots[b];
        let name = self.ballot_name(election, ballot);
        let link = self.plan.addresses.ballots[e][b].as_str();
        let id = match &ballot.cancellation {
            None => return LinkView::to(name, link),
            Some(cancellation) if cancellation.uncontested => "ballot-unopposed",
            Some(_) => "ballot-called-off",
        };
        LinkView::to(self.words.with(id, [("area", name.into())]), link)
    }

    pub(super) fn letters(&self, e: usize) -> Vec<Letter<'a>> {
        let mut letters: BTreeMap<char, BTreeMap<_, LinkView<'a>>> = BTreeMap::new();
        for (b, ballot) in self.campaign.elections[e].ballots.iter().enumerate() {
            let name = slug_of(&unmarked(&ballot.area)).unwrap_or_else(|| ballot.slug.clone());
            let initial = name.as_str().chars().next().unwrap_or('a');
            letters.entry(initial).or_default().insert((name, b), self.seat(e, b));
        }
        let letters = letters.into_iter().map(|(letter, seats)| Letter {
            letter: letter.to_ascii_uppercase().to_string(),
            id: format!("letter-{letter}"),
            seats: seats.into_values().collect(),
        });
        letters.collect()
    }

    pub(super) fn places(&self, e: usize) -> Vec<Place<'a>> {
        if !self.lies_in_many_places(e) {
            return Vec::new();
        }
        let mut places: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        let ballots = &self.campaign.elections[e].ballots;
        for (b, ballot) in ballots.iter().enumerate() {
            places.entry(place_of(ballot)).or_default().push(b);
        }
        let places = places.into_values().zip(1..).map(|(of_place, n)| Place {
            id: format!("place-{n}"),
            name: of_place.first().map(|b| self.place(&ballots[*b])).unwrap_or_default(),
            rows: of_place.into_iter().map(|b| self.seat_row((e, b), None)).collect(),
        });
        places.collect()
    }

    /// Whether the ballots of an election lie in more than one nation or region.
    pub(super) fn lies_in_many_places(&self, e: usize) -> bool {
        let mut places = self.campaign.elections[e].ballots.iter().map(place_of);
        places.next().is_some_and(|first| places.any(|other| other != first))
    }

    /// Links to the questions of an election, in the words that are put.
    pub(super) fn question_links(&self, election: &'a Election) -> Vec<LinkView<'a>> {
        self.question_heads(election).into_iter().map(|head| LinkView::to(head.ask, head.link)).collect()
    }

    /// The dates that can still be kept on the day of the records.
    fn deadlines(&self, election: &'a Election) -> Vec<DatedView<'a>> {
        let ahead = |date: &PartialDate| !election.is_over && date.latest() >= self.campaign.site.as_of;
        let deadlines = election.deadlines.iter().filter(|(_, date)| ahead(date));
        deadlines.map(|(name, date)| DatedView { date: self.words.date(*date), name: name.as_str() }).collect()
    }
}

/// The nation and the region of a ballot.
fn place_of(ballot: &Ballot) -> (Option<Nation>, Option<&Text>) {
    (ballot.nation, ballot.region.as_ref())
}

/// Whether an election has more ballots than are on record here.
fn part_only(election: &Election) -> bool {
    election.ballots_in_all.is_some_and(|all| usize::try_from(all).is_ok_and(|all| all > election.ballots.len()))
}
