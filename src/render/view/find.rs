use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::Serialize;

use super::seats::{FEWEST_FOR_LETTERS, MOST_AT_HOME};
use super::{LinkView, Source};
use crate::atoms::{Gss, Outcode, Text};
use crate::model::Dataset;

/// Where a voter finds the ballots.
#[derive(Debug, Serialize)]
pub struct FindView<'a> {
    /// By what a ballot can be found here.
    pub lead: Cow<'a, str>,
    /// The box; nothing while there is no ballot.
    pub finder: Option<FinderView>,
    /// The elections, the latest first.
    pub elections: Vec<FindElection<'a>>,
    /// The first letters of postcodes, each with the page of its areas.
    pub areas: Vec<LinkView<'a>>,
    /// The attribution that the postcodes ask for.
    pub credits: Vec<&'a str>,
}

/// The box in which a voter types a postcode or a name. Only a script can answer, so it stays hidden without one.
#[derive(Debug, Serialize)]
pub struct FinderView {
    /// What may be typed.
    pub label: String,
    /// Whether there are postcodes.
    pub postcodes: bool,
}

/// The ways to the ballots of an election that need no script.
#[derive(Debug, Serialize)]
pub struct FindElection<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its page.
    pub link: &'a str,
    /// Whether it has none yet.
    pub empty: bool,
    /// Its ballots, when there are few.
    pub seats: Vec<LinkView<'a>>,
    /// The letters with which its areas begin.
    pub letters: Vec<LinkView<'a>>,
    /// Its nations and regions.
    pub places: Vec<LinkView<'a>>,
}

/// The areas in which postcodes with the same first letters lie.
#[derive(Debug, Serialize)]
pub struct PostcodeAreaView<'a> {
    /// The first halves, in order.
    pub outcodes: Vec<OutcodeView<'a>>,
    /// The attribution that the postcodes ask for.
    pub credits: Vec<&'a str>,
}

/// The areas of one first half of postcodes.
#[derive(Debug, Serialize)]
pub struct OutcodeView<'a> {
    /// The first half.
    pub outcode: String,
    /// The ballots there; words alone for an area that has none here.
    pub seats: Vec<LinkView<'a>>,
    /// Which postcodes lie in more than one of the areas, if any do.
    pub shared: Option<String>,
}

impl<'a> Source<'a> {
    pub(super) fn finder(&self) -> Option<FinderView> {
        if self.campaign.elections.iter().all(|election| election.ballots.is_empty()) {
            return None;
        }
        let postcodes = !self.plan.addresses.outcodes.is_empty();
        let label = if postcodes { "find-label" } else { "find-label-names" };
        Some(FinderView { label: self.words.text(label).into_owned(), postcodes })
    }

    /// The message that says by what a ballot can be found: only what is there is promised.
    pub(super) fn find_lead(&self) -> &'static str {
        match self.finder() {
            None => "find-lead-none",
            Some(finder) if finder.postcodes => "find-lead",
            Some(_) => "find-lead-names",
        }
    }

    pub(super) fn find(&self) -> FindView<'a> {
        let areas = self.plan.addresses.postcode_areas.iter();
        FindView {
            lead: self.words.text(self.find_lead()),
            finder: self.finder(),
            elections: (0..self.campaign.elections.len()).map(|e| self.find_election(e)).collect(),
            areas: areas.map(|(area, path)| LinkView::to(area.as_str(), path.as_str())).collect(),
            credits: self.postcode_credits(),
        }
    }

    fn find_election(&self, e: usize) -> FindElection<'a> {
        let (election, link) = (&self.campaign.elections[e], self.plan.addresses.elections[e].as_str());
        let n = election.ballots.len();
        let few = n <= MOST_AT_HOME;
        let anchor = |text: String, id: &str| LinkView::to(text, format!("{link}#{id}"));
        let letters = if n > FEWEST_FOR_LETTERS { self.letters(e) } else { Vec::new() };
        let places = if few { Vec::new() } else { self.places(e) };
        FindElection {
            name: self.election_name(election),
            link,
            empty: n == 0,
            seats: (0..n).filter(|_| few).map(|b| self.seat(e, b)).collect(),
            letters: letters.into_iter().filter(|_| !few).map(|letter| anchor(letter.letter, &letter.id)).collect(),
            places: places.into_iter().map(|place| anchor(place.name, &place.id)).collect(),
        }
    }

    pub(super) fn postcode_area(&self, a: usize) -> PostcodeAreaView<'a> {
        let (area, _) = &self.plan.addresses.postcode_areas[a];
        let mut outcodes: Vec<&Outcode> = self.plan.addresses.outcodes.keys().collect();
        outcodes.retain(|outcode| outcode.area() == area);
        outcodes.sort_by_key(|outcode| number(outcode));
        let outcodes = outcodes.into_iter().map(|outcode| OutcodeView {
            outcode: outcode.to_string(),
            seats: self.seats_in(*outcode),
            shared: self.shared_in(*outcode),
        });
        PostcodeAreaView { outcodes: outcodes.collect(), credits: self.postcode_credits() }
    }

    /// The ballots of the areas in which the postcodes of one first half lie.
    fn seats_in(&self, outcode: Outcode) -> Vec<LinkView<'a>> {
        let mut seats = Vec::new();
        for dataset in &self.campaign.data {
            let Some(table) = dataset.postcodes() else { continue };
            let groups = table.sectors_of(outcode).flat_map(|(_, groups)| groups);
            let areas: BTreeSet<&Gss> = groups.filter_map(|group| group.area.as_ref()).collect();
            for area in areas {
                let ballots = self.ballots_in(dataset, area);
                if ballots.is_empty() {
                    let name = self.area_name(dataset, area);
                    seats.push(LinkView::out(self.words.with("find-unrecorded-area", [("area", name.into())]), None));
                }
                seats.extend(
                    ballots.into_iter().map(|(e, b)| {
                        LinkView::to(self.ballot_words(e, b), self.plan.addresses.ballots[e][b].as_str())
                    }),
                );
            }
        }
        seats
    }

    /// Which postcodes of one first half lie in more than one area.
    fn shared_in(&self, outcode: Outcode) -> Option<String> {
        let tables = self.campaign.data.iter().filter_map(Dataset::postcodes);
        let shared = tables.flat_map(|table| table.shared_of(outcode));
        let codes: BTreeSet<String> = shared.map(|postcode| postcode.to_string()).collect();
        let codes: Vec<String> = codes.into_iter().collect();
        let gaps = [("n", codes.len().into()), ("codes", codes.join(", ").into())];
        (!codes.is_empty()).then(|| self.words.with("postcode-area-shared", gaps))
    }

    /// A ballot by its area, and by its election where the site has several.
    fn ballot_words(&self, e: usize, b: usize) -> String {
        let election = &self.campaign.elections[e];
        let area = self.ballot_name(election, &election.ballots[b]);
        if self.campaign.elections.len() < 2 {
            return area.to_owned();
        }
        let election = self.election_name(election);
        self.words.with("find-area-election", [("area", area.into()), ("election", election.into())])
    }

    /// The ballots of an area that go by the boundaries of a table.
    pub(crate) fn ballots_in(&self, dataset: &Dataset, area: &Gss) -> Vec<(usize, usize)> {
        let all = self.in_area.get(area).map_or(&[][..], Vec::as_slice);
        let fits = |e: usize| dataset.fits(self.campaign.elections[e].boundaries.as_ref());
        all.iter().copied().filter(|(e, _)| fits(*e)).collect()
    }

    /// What an area is called: as on its ballot, else as the table names it, else by its code.
    pub(crate) fn area_name(&self, dataset: &'a Dataset, area: &'a Gss) -> &'a str {
        let on_ballot = self.in_area.get(area).and_then(|ballots| ballots.first());
        let named = || dataset.postcodes().and_then(|table| table.name_of(area)).map(Text::as_str);
        on_ballot
            .map(|(e, b)| self.campaign.elections[*e].ballots[*b].area.as_str())
            .or_else(named)
            .unwrap_or(area.as_str())
    }

    fn postcode_credits(&self) -> Vec<&'a str> {
        let with_postcodes = self.campaign.data.iter().filter(|dataset| dataset.postcodes().is_some());
        with_postcodes.map(|dataset| dataset.source.credit.as_str()).collect()
    }
}

/// The number in a first half, by which people look for it: SW2 before SW10, and SW1A after SW1.
fn number(outcode: &Outcode) -> u32 {
    let digits: String = outcode.as_str().chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(0)
}
