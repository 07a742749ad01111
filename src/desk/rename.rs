use super::{Act, Acted, BallotOf, NotDone, OpenSite, Speaker, UNDONE};
use crate::atoms::{BallotOrder, PersonPage, Text, sort_key};
use crate::edit::{Change, FileChange, GroupPlace, Value};
use crate::import::{SortName, former_pages, sort_name, sorts_by};
use crate::model::{Candidacy, Election, Party};

/// What somebody is called from now on.
#[derive(Debug, Clone)]
pub(crate) struct NewName {
    /// The name.
    pub(crate) name: Text,
    /// Of a person, as it is sorted.
    pub(crate) sort_name: Option<Text>,
}

/// Another name for somebody who stands, on every ballot of the election, or for a party. Addresses that change lead on to the
/// new ones.
pub(crate) fn rename<'s>(site: &'s OpenSite, who: &Speaker<'s>, new: &NewName) -> Result<Acted<'s>, NotDone> {
    site.campaign(UNDONE)?;
    let (old, name) = (who.name(), &new.name);
    if old == name.as_str() && new.sort_name.is_none() {
        return Ok(Acted::Already(format!("{} ({}) is called so already: {}", old, who.id(), who.file())));
    }
    let (files, mut notes) = match who {
        Speaker::Party { party, .. } => (vec![party_renamed(site, party, new)?], Vec::new()),
        Speaker::Candidate { election, candidacy, .. } => person_renamed(site, election, candidacy, new)?,
    };
    notes.push("If the old name was wrong on the site, say so: hustings add correction".to_owned());
    if files.iter().all(|file| file.before.as_ref() == Some(&file.after)) {
        return Ok(Acted::Already(format!("{old} ({}) is sorted so already: {}", who.id(), who.file())));
    }
    let file = files.first().map(|file| file.path.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Acted::Now(Act { change: site.propose(files)?, file, done: format!("{old} is now called {name}"), notes }))
}

fn party_renamed(site: &OpenSite, party: &Party, new: &NewName) -> Result<FileChange, NotDone> {
    if new.sort_name.is_some() {
        return Err(NotDone::Refused(format!("{} is a party, and is sorted by its name", party.name)));
    }
    let change = Change::Set { place: GroupPlace::Root, key: "name", value: Value::text(new.name.as_str()) };
    Ok(site.edit(&party.file, &[change], || format!("write it by hand: name: {}", new.name))?)
}

/// The files of the ballots on which somebody stands, and what is to be said of them.
fn person_renamed(
    site: &OpenSite,
    election: &Election,
    person: &Candidacy,
    new: &NewName,
) -> Result<(Vec<FileChange>, Vec<String>), NotDone> {
    let (mut files, mut notes, mut guessed) = (Vec::new(), Vec::new(), false);
    for ballot in &election.ballots {
        let Some(known) = ballot.candidacies.by_id(&person.person) else { continue };
        let at = GroupPlace::At(site.way(&ballot.file, known.pos)?);
        let mut changes = new.of_candidacy(known, &at);
        guessed |= known.sort_name.is_some() && new.sorted().guessed;
        if !new.keeps_order(BallotOf { election, ballot }, known) {
            changes.push(Change::Remove { place: GroupPlace::Root, key: "order" });
            notes.push(format!("{} is not in the order of family names any more, and does not say so now.", ballot.id));
        }
        files.push(site.edit(&ballot.file, &changes, || format!("write it by hand: name: {}", new.name))?);
    }
    if guessed {
        notes.push(
            "The family name is guessed: correct “sort_name:” if need be, and take “guessed: true” out.".to_owned(),
        );
    }
    Ok((files, notes))
}

impl NewName {
    fn sorted(&self) -> SortName {
        match &self.sort_name {
            Some(given) => SortName { text: given.to_string(), guessed: false },
            None => sort_name(self.name.as_str(), None),
        }
    }

    /// What changes of a candidacy.
    fn of_candidacy(&self, known: &Candidacy, at: &GroupPlace) -> Vec<Change> {
        let set = |key, value| Change::Set { place: at.clone(), key, value };
        let mut changes = vec![set("name", Value::text(self.name.as_str()))];
        if self.sort_name.is_some() || known.sort_name.is_some() {
            let SortName { text, guessed } = self.sorted();
            changes.push(set("sort_name", Value::text(text)));
            match (guessed, known.guessed) {
                (true, false) => changes.push(set("guessed", Value::plain(true))),
                (false, true) => changes.push(Change::Remove { place: at.clone(), key: "guessed" }),
                _ => {}
            }
        }
        let (before, now) =
            (PersonPage::of(&known.person, known.name.as_str()), PersonPage::of(&known.person, self.name.as_str()));
        if before != now {
            changes.push(set("former_pages", former_pages(known, &before, &now)));
        }
        changes
    }

    /// Whether a ballot that is in the order of family names is so still.
    fn keeps_order(&self, BallotOf { ballot, .. }: BallotOf<'_>, renamed: &Candidacy) -> bool {
        let mut all: Vec<&Candidacy> = ballot.candidacies.iter().collect();
        all.sort_by_key(|one| one.pos);
        let key = |one: &&Candidacy| match one.person == renamed.person {
            true => sort_key(&self.sorted().text),
            false => sorts_by(&one.record),
        };
        ballot.order != Some(BallotOrder::FamilyName) || all.iter().map(key).is_sorted()
    }
}
