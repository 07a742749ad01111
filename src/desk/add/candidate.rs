use std::collections::BTreeSet;

use crate::atoms::{
    BallotId, BallotKind, BallotOrder, Malformed, PartyId, PartyKind, PersonId, Text, capitalised, slug_of, sort_key,
};
use crate::desk::answers::DeedAnswers;
use crate::desk::deed::Deed;
use crate::desk::in_order::in_order;
use crate::desk::prompt::{name, seldom};
use crate::desk::{Act, Acted, BallotOf, Filled, NotDone, OnRecord, OpenSite, Prompt, UNDONE, Within, ask, ballots};
use crate::diagnostic::Failure;
use crate::edit::{Change, FileChange, GroupPlace, Item, Step, Value};
use crate::import::{SortName, new_id, same_name, sort_name, sorts_by};
use crate::load::records::{CandidacyRecord, PartyRecord};
use crate::model::{Campaign, Candidacy, Party};

/// Somebody who stands.
pub(super) fn candidate() -> Deed {
    let asks = [
        seldom("election").known(OnRecord::Elections).value("ID").help("The election, when there are several."),
        ask("ballot", "On which ballot?")
            .known(OnRecord::Ballots)
            .or_the_only()
            .value("BALLOT")
            .help("The ballot: its id or a part of the area’s name; not needed when there is one alone."),
        ask("name", "What is the name?").placed("NAME").read(name).hint("as on the ballot paper"),
        ask("party", "For which party?")
            .known(OnRecord::Parties)
            .value("PARTY")
            .hint("its id or a part of its name, or independent")
            .help("The party: its id or a part of its name, or independent."),
        Prompt { guess: Some(in_doubt), ..ask("sort-name", "How is it sorted?") }
            .read(name)
            .value("NAME")
            .hint("family name first: Example, Asha")
            .help("The name as it is sorted, family name first: 'Example, Asha'."),
        Prompt { when: is_of_lists, ..ask("list-position", "Which place on the party’s list?") }
            .key("list_position")
            .without("none"),
        ask("description", "What is the description on the ballot paper?").without("the party’s name"),
        ask("id", "Which number does Democracy Club give them?")
            .key("person")
            .optional()
            .value("ID")
            .without("not known"),
        seldom("website"),
        seldom("place")
            .read(place)
            .value("NUMBER")
            .help("The place on the ballot paper, from 1; by family name when left out."),
    ];
    Deed {
        title: "Add a candidate",
        about: "Somebody who stands on a ballot.",
        example: "hustings add candidate 'Asha Example' --party harbour --ballot 'example town' --sort-name 'Example, Asha'",
        notes: "  hustings add candidate 'Dev Placeholder' --party independent --description 'Dev for the Duck Pond' --place 4

Without --place, people stand in the order of their family names.",
        ..Deed::among::<CandidacyRecord>("candidate", asks, add_candidate)
    }
}

/// How a name is sorted, where that can only be guessed.
fn in_doubt(filled: &Filled) -> Option<String> {
    let guess = sort_name(filled.get("name")?.first()?, None);
    guess.guessed.then_some(guess.text)
}

/// Whether voters choose lists on the ballot that is meant.
fn is_of_lists(filled: &Filled, campaign: &Campaign) -> bool {
    let is_meant = |at: &BallotOf<'_>| filled.get("ballot").is_some_and(|ids| ids[0] == at.ballot.id.as_str());
    let at = ballots(campaign, &Within::default()).unwrap_or_default().into_iter().find(is_meant);
    at.is_some_and(|at| at.ballot.kind == BallotKind::Lists)
}

/// Reads a place on a ballot paper.
fn place(said: &str) -> Result<String, Malformed> {
    let place = said.trim().parse::<u32>().ok().filter(|place| *place > 0);
    let what = || format!("“{said}” is no place on a ballot paper");
    place.map(|place| place.to_string()).ok_or_else(|| Malformed::syntax(what(), "it is a number from 1"))
}

/// Somebody who stands on a ballot: where the order of the ballot has them, or at the place that somebody names.
fn add_candidate<'s>(site: &'s OpenSite, new: &DeedAnswers<'_>) -> Result<Acted<'s>, NotDone> {
    let campaign = site.campaign(UNDONE)?;
    let at = ballots(campaign, &Within::default())?.into_iter().find(|at| new.is("ballot", &at.ballot.id));
    let at = at.ok_or_else(|| NotDone::Refused("the ballot is missing; nothing was written".into()))?;
    let party = campaign.parties.iter().find(|party| new.is("party", &party.id));
    let newcomer = Newcomer { at, name: new.need("name")?, party: party.map(|party| &**party), said: new };
    newcomer.is_new().map_err(NotDone::Refused)?;
    let person = newcomer.person(campaign)?;
    let item = newcomer.item(site, &person)?;
    let by_hand = format!("add it by hand under “candidates:”:\n{}", item.to_block(2).join("\n"));
    let mut notes = newcomer.notes(campaign);
    let index = newcomer.index(site)?;
    let mut changes = vec![Change::Insert { place: GroupPlace::Root, list: "candidates", index, item }];
    if at.ballot.order == Some(BallotOrder::BallotPaper) && !new.has("place") {
        changes.push(Change::Remove { place: GroupPlace::Root, key: "order" });
        notes.push(
            "It is no longer known to be in the order of the ballot paper; with --place it would be. Put the candidates in \
             that order and write “order: ballot_paper” again."
                .to_owned(),
        );
    }
    let mut files = vec![site.edit(&at.ballot.file, &changes, || by_hand)?];
    if party.is_none() {
        files.push(first_independent(site, &new.text("party"))?);
    }
    let done = format!("added {} ({person}) to the ballot of {}", newcomer.name, at.ballot.area);
    Ok(Acted::Now(Act { change: site.propose(files)?, file: at.ballot.file.to_string(), done, notes }))
}

/// The file of those who stand for no party, whom the site has not had yet.
fn first_independent(site: &OpenSite, id: &str) -> Result<FileChange, NotDone> {
    let name = Value::text(capitalised(id));
    let keys = vec![("id", Value::text(id)), ("name", name), ("kind", Value::plain(PartyKind::Independent))];
    site.new_file(&format!("candidates/parties/{id}.yaml"), in_order::<PartyRecord>(keys).to_record())
}

/// Somebody who is to stand on a ballot.
struct Newcomer<'a, 's> {
    at: BallotOf<'s>,
    name: Text,
    /// The party or label; nothing of the first who stands for none.
    party: Option<&'s Party>,
    said: &'a DeedAnswers<'a>,
}

impl Newcomer<'_, '_> {
    fn stands_for(&self, party: &PartyId) -> bool {
        self.party.is_some_and(|own| own.id == *party)
    }

    /// Why nobody has to be added, when that is so.
    fn is_new(&self) -> Result<(), String> {
        let is_alike =
            |known: &Candidacy| same_name(known.name.as_str(), self.name.as_str()) && self.stands_for(&known.party.id);
        let is_them = |known: &&Candidacy| self.said.is_same(&known.person, is_alike(known));
        let Some(same) = self.at.ballot.candidacies.iter().find(is_them) else { return Ok(()) };
        let (file, line, who) = (&self.at.ballot.file, same.pos.line, &same.person);
        let other =
            if self.said.has("id") { "" } else { "; somebody else of that name needs an id of their own: --id" };
        Err(format!("{} ({who}) is on this ballot already: {file}:{line}{other}", same.name))
    }

    /// The id that somebody gave, or one that nobody has.
    fn person(&self, campaign: &Campaign) -> Result<PersonId, NotDone> {
        if let Some(id) = self.said.get("id") {
            return Ok(id);
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
        match self.said.get("sort-name") {
            Some(text) => SortName { text, guessed: false },
            None => sort_name(self.name.as_str(), None),
        }
    }

    fn item(&self, site: &OpenSite, person: &PersonId) -> Result<Item, NotDone> {
        let sort = self.sort_name();
        let says_nothing = self.party.is_some_and(|party| self.said.is("description", &party.name));
        let mut keys = self.said.keys(site)?;
        keys.retain(|(key, _)| *key != "person" && (*key != "description" || !says_nothing));
        keys.extend([("person", Value::id(person)), ("sort_name", Value::text(sort.text))]);
        keys.extend(sort.guessed.then(|| ("guessed", Value::plain(true))));
        let known = self.elsewhere().find(|(known, _)| known.person == *person);
        let home = known.map(|(known, ballot)| known.answers_in.as_ref().map_or(ballot, |home| &home.value));
        keys.extend(home.map(|ballot| ("answers_in", Value::text(ballot.as_str()))));
        Ok(self.said.item(keys))
    }

    /// The place in the list of the file.
    fn index(&self, site: &OpenSite) -> Result<usize, Failure> {
        if let Some(place) = self.said.get::<usize>("place") {
            return Ok(place.saturating_sub(1));
        }
        let mut known: Vec<&Candidacy> = self.at.ballot.candidacies.iter().collect();
        known.sort_by_key(|known| known.pos);
        let entry = |known: &Candidacy| {
            let way = site.way(&self.at.ballot.file, known.pos)?;
            Ok(if let Some(Step::Entry(index)) = way.last() { *index } else { usize::MAX })
        };
        if self.at.ballot.kind == BallotKind::Lists {
            let is_party = self.party.is_some_and(Party::is_registered);
            let last = known.iter().rev().find(|known| is_party && self.stands_for(&known.party.id));
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
        if let Some((known, ballot)) = alike().filter(|_| !self.said.has("id")) {
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
