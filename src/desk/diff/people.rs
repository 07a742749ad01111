use std::collections::BTreeMap;
use std::sync::Arc;

use super::answers::answers;
use super::difference::{Difference, DifferenceKind};
use super::shown_answer::ShownAnswer;
use crate::atoms::{PersonId, Standing};
use crate::desk::preview::in_words;
use crate::model::{Ballot, Candidacy, Election, Party, Position};

/// Where somebody stands.
type OnBallot<'c> = (&'c Ballot, &'c Candidacy);

/// Everybody who stands in an election, by id.
pub(super) struct StandingList<'c>(BTreeMap<&'c PersonId, Vec<OnBallot<'c>>>);

impl<'c> StandingList<'c> {
    pub(super) fn of(election: Option<&'c Election>) -> Self {
        let mut listed = BTreeMap::<_, Vec<_>>::new();
        for ballot in election.iter().flat_map(|election| &election.ballots) {
            for candidacy in &ballot.candidacies {
                listed.entry(&candidacy.person).or_default().push((ballot, candidacy));
            }
        }
        Self(listed)
    }

    /// Where somebody stood, by the id of now or an earlier one.
    pub(super) fn places(&self, candidacy: &Candidacy) -> &[OnBallot<'c>] {
        let ids = std::iter::once(&candidacy.person).chain(candidacy.former.iter().map(|id| &id.value));
        ids.filter_map(|id| self.0.get(id)).next().map_or(&[], Vec::as_slice)
    }

    /// Everybody by their present and earlier ids: who of another list is among them.
    fn knows(&self, person: &PersonId) -> bool {
        let is = |(_, one): &OnBallot<'_>| one.former.iter().any(|id| id.value == *person);
        self.0.contains_key(person) || self.0.values().flatten().any(is)
    }
}

/// The same ballot, whatever its file or id is called by now.
pub(super) fn is_same_ballot(old: &Ballot, new: &Ballot) -> bool {
    old.id == new.id || old.slug == new.slug || new.former.iter().any(|slug| slug.value == old.slug)
}

/// A person in a sentence.
pub(super) fn person(candidacy: &Candidacy) -> String {
    format!("{} ({})", candidacy.name, candidacy.party.called())
}

/// What changed of somebody who is listed now; on the ballot that has the answers also what changed in those.
pub(super) fn candidate(
    old: &StandingList<'_>,
    new: &StandingList<'_>,
    (ballot, now): OnBallot<'_>,
) -> Vec<Difference> {
    let (who, id) = (person(now), now.person.as_str());
    let plain = |kind, sentence| Difference::plain(kind, Some(id), sentence);
    let places = old.places(now);
    let here = places.iter().find(|(there, _)| is_same_ballot(there, ballot));
    let mut told = Vec::new();
    if here.is_none() {
        // Who has left the ballot on which they stood before has moved here.
        let is_left =
            |(there, _): &&OnBallot<'_>| !new.places(now).iter().any(|(ballot, _)| is_same_ballot(there, ballot));
        told.push(match places.iter().find(is_left) {
            Some((there, _)) => {
                let (to, from) = (&ballot.area, &there.area);
                plain(DifferenceKind::Moved, format!("{who} now stands in {to}, before in {from}."))
            }
            None => plain(DifferenceKind::NewCandidate, format!("New on the list: {who}{}.", standing(now.status))),
        });
    }
    let before = here.or(places.first()).map(|(_, before)| *before);
    told.extend(before.into_iter().flat_map(|before| stands_otherwise(&who, before, now)));
    if now.answers_in.is_none() {
        // On whichever ballot the answers were before.
        let home = places.iter().find(|(_, one)| one.answers_in.is_none()).map(|(_, one)| *one);
        told.extend(said(&who, home, now));
    }
    told
}

/// How it is with somebody who does not simply stand, in a sentence.
pub(super) fn standing(status: Standing) -> &'static str {
    match status {
        Standing::Standing => "",
        Standing::Withdrawn => ", who has withdrawn",
        Standing::NotListed => ", who is not on the latest list",
        Standing::Died => ", who has died",
    }
}

/// What changed of somebody's candidacy besides the answers.
fn stands_otherwise(who: &str, before: &Candidacy, now: &Candidacy) -> Vec<Difference> {
    let plain = |kind, sentence| Difference::plain(kind, Some(now.person.as_str()), sentence);
    let mut told = Vec::new();
    if before.status != now.status {
        let sentence = match now.status {
            Standing::Standing => format!("{who} stands again."),
            Standing::Withdrawn => format!("{who} has withdrawn."),
            Standing::NotListed => format!("{who} is not on the latest list."),
            Standing::Died => format!("{who} has died."),
        };
        told.push(plain(DifferenceKind::Status, sentence));
    }
    if !is_same_party(&before.party, &now.party) {
        let (name, from, to) = (&now.name, before.party.called(), now.party.called());
        told.push(plain(DifferenceKind::Party, format!("{name} is now listed for {to}, before for {from}.")));
    }
    if let (None, Some(withdrawn)) = (&before.support_withdrawn, &now.support_withdrawn) {
        let says = withdrawn.says.as_ref().map(|says| format!(" {}", says.value)).unwrap_or_default();
        let (party, when) = (now.party.called(), in_words(withdrawn.date));
        let sentence = format!("{party} no longer supports {} ({when}).{says}", now.name);
        told.push(plain(DifferenceKind::SupportWithdrawn, sentence));
    }
    told
}

pub(super) fn is_same_party(old: &Party, new: &Party) -> bool {
    old.id == new.id || new.former.iter().any(|id| id.value == old.id)
}

/// What changed in what somebody says. Of answers that are all off the site nothing more is told.
fn said(who: &str, before: Option<&Candidacy>, now: &Candidacy) -> Vec<Difference> {
    let id = now.person.as_str();
    let mut told = Vec::new();
    if let Some(reply) = &now.reply
        && before.and_then(|before| before.reply.as_ref()).is_none_or(|known| known.text != reply.text)
    {
        let sentence = format!("{who} replied to what we show ({}): “{}”", in_words(*reply.date), reply.text);
        told.push(Difference::plain(DifferenceKind::Reply, Some(id), sentence));
    }
    let before = before.filter(|before| before.takedown.is_none() || now.takedown.is_some());
    if let Some(takedown) = &now.takedown {
        if before.is_some_and(|before| before.takedown.is_none()) {
            let (when, why) = (in_words(*takedown.date), &takedown.reason);
            let sentence = format!("Taken off the site: all answers of {who} ({when}): {why}");
            told.push(Difference::plain(DifferenceKind::TakenDown, Some(id), sentence));
        }
        return told;
    }
    let old = before.map(|before| said_by(&before.positions)).unwrap_or_default();
    told.extend(answers((who, id), &old, &said_by(&now.positions), &said_by(&now.held)));
    told
}

fn said_by(positions: &[Arc<Position>]) -> Vec<ShownAnswer<'_>> {
    positions.iter().map(|position| ShownAnswer::by_person(position)).collect()
}

/// Those who are not listed on a ballot any more, unless they moved, which is told where they stand now.
pub(super) fn gone(old: &Ballot, new: &Ballot, was: &StandingList<'_>, is: &StandingList<'_>) -> Vec<Difference> {
    let stays = |before: &Candidacy| {
        new.candidacies
            .iter()
            .any(|now| now.person == before.person || now.former.iter().any(|id| id.value == before.person))
    };
    let moved = |before: &Candidacy| is.knows(&before.person) && was.places(before).len() == 1;
    let left = old.candidacies.iter().filter(|before| !stays(before) && !moved(before));
    let told = left.map(|before| {
        let sentence = format!("{} is no longer listed.", person(before));
        Difference::plain(DifferenceKind::Gone, Some(before.person.as_str()), sentence)
    });
    told.collect()
}
