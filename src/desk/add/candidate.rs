use std::collections::BTreeSet;

use super::party::party_file;
use super::{PartyDetails, spelt, text};
use crate::atoms::{BallotId, BallotKind, BallotOrder, PartyId, PartyKind, PersonId, Text, WebUrl, slug_of, sort_key};
use crate::country::uk::is_independent;
use crate::desk::find::meant_in_part;
use crate::desk::in_order::in_order;
use crate::desk::speaker::party_names;
use crate::desk::{Act, BallotOf, Fitting, NotDone, OpenSite, UNDONE, fitting};
use crate::diagnostic::Failure;
use crate::edit::{Change, GroupPlace, Item, Step, Value};
use crate::import::{SortName, new_id, same_name, sort_name, sorts_by};
use crate::load::records::CandidacyRecord;
use crate::model::{Campaign, Candidacy, Party};

/// What else is known of somebody who stands.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct CandidateDetails {
    /// Democracy Club's number; one of your own, local-…, when left out.
    #[arg(long, value_name = "ID")]
    pub(crate) id: Option<PersonId>,
    /// The name as it is sorted, family name first: 'Example, Asha'.
    #[arg(long, value_name = "NAME", value_parser = crate::atoms::name)]
    pub(crate) sort_name: Option<Text>,
    /// The description on the ballot paper, when it is not the party's name.
    #[arg(long, value_name = "TEXT")]
    pub(crate) description: Option<Text>,
    /// The person's own campaign website.
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) website: Option<WebUrl>,
    /// The place on the party's list, on a ballot of lists.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) list_position: Option<u32>,
    /// The place on the ballot paper, from 1; by family name when left out.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) place: Option<u32>,
}

/// For whom somebody stands.
#[derive(Debug, Clone, Copy)]
pub(crate) enum StandsFor<'c> {
    /// A party or label on record.
    Party(&'c Party),
    /// For no party, and the site has nobody else who does.
    FirstIndependent,
}

/// For whom somebody stands by the words of whoever says so.
pub(crate) fn stands_for<'c>(words: &str, campaign: &'c Campaign) -> Result<Fitting<StandsFor<'c>>, String> {
    let independent = || campaign.parties.iter().find(|party| party.kind == PartyKind::Independent);
    if is_independent(words) {
        let party = independent().map_or(StandsFor::FirstIndependent, |party| StandsFor::Party(party));
        return Ok(Fitting::One(party));
    }
    let all: Vec<StandsFor<'_>> = campaign.parties.iter().map(|party| StandsFor::Party(party)).collect();
    let names = |one: &StandsFor<'_>| match one {
        StandsFor::Party(party) => party_names(party),
        StandsFor::FirstIndependent => Default::default(),
    };
    fitting(words, &all, names).ok_or_else(|| {
        let meant = meant_in_part(words, campaign.parties.iter().map(|party| party.name.as_str()));
        format!(
            "no party on record fits “{words}”; “hustings add party” makes one, and “independent” means none{meant}"
        )
    })
}

impl StandsFor<'_> {
    fn id(&self) -> Option<&PartyId> {
        if let Self::Party(party) = self { Some(&party.id) } else { None }
    }

    fn is_party(&self) -> bool {
        matches!(self, Self::Party(party) if party.is_registered())
    }
}

impl std::fmt::Display for StandsFor<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Party(party) => write!(f, "{} ({})", party.name, party.id),
            Self::FirstIndependent => f.write_str(INDEPENDENT.1),
        }
    }
}

/// The id and the name of those who stand for no party.
const INDEPENDENT: (&str, &str) = ("independent", "Independent");

/// Somebody who stands on a ballot: where the order of the ballot has them, or at the place that somebody names.
pub(crate) fn add_candidate<'s>(
    site: &'s OpenSite,
    at: BallotOf<'s>,
    name: &Text,
    party: StandsFor<'s>,
    details: &CandidateDetails,
) -> Result<Act<'s>, NotDone> {
    let campaign = site.campaign(UNDONE)?;
    let new = Newcomer { at, name, party, details };
    new.is_new().map_err(NotDone::Refused)?;
    let person = new.person(campaign)?;
    let item = new.item(&person);
    let by_hand = format!("add it by hand under “candidates:”:\n{}", item.to_block(2).join("\n"));
    let mut notes = new.notes(campaign);
    let mut changes =
        vec![Change::Insert { place: GroupPlace::Root, list: "candidates", index: new.index(site)?, item }];
    if at.ballot.order == Some(BallotOrder::BallotPaper) && details.place.is_none() {
        changes.push(Change::Remove { place: GroupPlace::Root, key: "order" });
        notes.push(
            "It is no longer known to be in the order of the ballot paper; with --place it would be. Put the candidates in \
             that order and write “order: ballot_paper” again."
                .to_owned(),
        );
    }
    let mut files = vec![site.edit(&at.ballot.file, &changes, || by_hand)?];
    if let StandsFor::FirstIndependent = party {
        let details = PartyDetails { kind: Some(PartyKind::Independent), ..PartyDetails::default() };
        let id = INDEPENDENT.0.parse().map_err(|_| NotDone::Refused(UNDONE.to_owned()))?;
        files.push(party_file(site, &id, INDEPENDENT.1, &details)?);
    }
    let done = format!("added {name} ({person}) to the ballot of {}", at.ballot.area);
    Ok(Act { change: site.propose(files)?, file: at.ballot.file.to_string(), done, notes })
}

/// Somebody who is to stand on a ballot.
struct Newcomer<'a, 's> {
    at: BallotOf<'s>,
    name: &'a Text,
    party: StandsFor<'s>,
    details: &'a CandidateDetails,
}

impl Newcomer<'_, '_> {
    /// Why nobody has to be added, when that is so.
    fn is_new(&self) -> Result<(), String> {
        let is_them = |known: &&Candidacy| match &self.details.id {
            Some(id) => known.person == *id,
            None => same_name(known.name.as_str(), self.name.as_str()) && Some(&known.party.id) == self.party.id(),
        };
        let Some(same) = self.at.ballot.candidacies.iter().find(is_them) else { return Ok(()) };
        let (file, line, who) = (&self.at.ballot.file, same.pos.line, &same.person);
        let other =
            if self.details.id.is_none() { "; somebody else of that name needs an id of their own: --id" } else { "" };
        Err(format!("{} ({who}) is on this ballot already: {file}:{line}{other}", same.name))
    }

    /// The id that somebody gave, or one that nobody has.
    fn person(&self, campaign: &Campaign) -> Result<PersonId, NotDone> {
        if let Some(id) = &self.details.id {
            return Ok(id.clone());
        }
        let of_name = slug_of(self.name.as_str()).and_then(|slug| format!("local-{slug}").parse().ok());
        let wanted: PersonId = of_name
            .ok_or_else(|| NotDone::Refused(format!("“{}” has no letters for an id; name one with --id", self.name)))?;
        let all = campaign.elections.iter().flat_map(|election| election.ballots.iter());
        let mut taken: BTreeSet<PersonId> =
            all.flat_map(|ballot| ballot.candidacies.iter().map(|known| known.person.clone())).collect();
        Ok(new_id(&wanted, self.at.ballot.area.as_str(), &mut taken))
    }

    /// The other candidacies of the election.
    fn elsewhere(&self) -> impl Iterator<Item = (&Candidacy, &BallotId)> {
        let others = self.at.election.ballots.iter().filter(|ballot| ballot.id != self.at.ballot.id);
        others.flat_map(|ballot| ballot.candidacies.iter().map(move |known| (known, &ballot.id)))
    }

    fn sort_name(&self) -> SortName {
        match &self.details.sort_name {
            Some(given) => SortName { text: given.to_string(), guessed: false },
            None => sort_name(self.name.as_str(), None),
        }
    }

    fn item(&self, person: &PersonId) -> Item {
        let sort = self.sort_name();
        let mut keys = vec![
            ("person", Value::id(person)),
            ("name", Value::text(self.name.as_str())),
            ("sort_name", Value::text(sort.text)),
            ("party", Value::text(self.party.id().map_or(INDEPENDENT.0, PartyId::as_str))),
        ];
        keys.extend(sort.guessed.then(|| ("guessed", Value::plain(true))));
        let says_more =
            |description: &&Text| !matches!(self.party, StandsFor::Party(party) if party.name == **description);
        keys.extend(text("description", self.details.description.as_ref().filter(says_more)));
        keys.extend(self.details.list_position.map(|n| ("list_position", Value::plain(n))));
        keys.extend(spelt("website", self.details.website.as_ref()));
        let known = self.elsewhere().find(|(known, _)| known.person == *person);
        let home = known.map(|(known, ballot)| known.answers_in.as_ref().map_or(ballot, |home| &home.value));
        keys.extend(home.map(|ballot| ("answers_in", Value::text(ballot.as_str()))));
        in_order::<CandidacyRecord>(keys)
    }

    /// The place in the list of the file.
    fn index(&self, site: &OpenSite) -> Result<usize, Failure> {
        if let Some(place) = self.details.place {
            return Ok(usize::try_from(place - 1).unwrap_or(usize::MAX));
        }
        let mut known: Vec<&Candidacy> = self.at.ballot.candidacies.iter().collect();
        known.sort_by_key(|known| known.pos);
        let entry = |known: &Candidacy| {
            let way = site.way(&self.at.ballot.file, known.pos)?;
            Ok(if let Some(Step::Entry(index)) = way.last() { *index } else { usize::MAX })
        };
        if self.at.ballot.kind == BallotKind::Lists {
            let last =
                known.iter().rev().find(|known| self.party.is_party() && Some(&known.party.id) == self.party.id());
            return last.map_or(Ok(usize::MAX), |last| Ok(entry(last)?.saturating_add(1)));
        }
        let key = sort_key(&self.sort_name().text);
        let next = known.iter().find(|known| sorts_by(&known.record) > key);
        next.map_or(Ok(usize::MAX), |next| entry(next))
    }

    /// What looks odd about it.
    fn notes(&self, campaign: &Campaign) -> Vec<String> {
        let mut notes = Vec::new();
        if let Some(complete) = self.at.ballot.complete.as_ref().filter(|complete| complete.value) {
            notes.push(format!(
                "The record said that the list was complete without {}: {}.",
                self.name, complete.source
            ));
        }
        let alike = || self.elsewhere().find(|(known, _)| same_name(known.name.as_str(), self.name.as_str()));
        if let Some((known, ballot)) = alike().filter(|_| self.details.id.is_none()) {
            let person = &known.person;
            notes.push(format!(
                "Somebody of that name ({person}) stands in {ballot}; if it is one person, use --id {person}."
            ));
        }
        if self.sort_name().guessed {
            notes.push(
                "The family name is guessed: correct “sort_name:” if need be, and take “guessed: true” out.".to_owned(),
            );
        }
        if campaign.site.checkers.is_empty() {
            notes.push("Before you record answers, say who you are: hustings add checker NAME".to_owned());
        }
        notes
    }
}
