use std::collections::HashMap;

use crate::atoms::{BallotId, PersonId, near};
use crate::desk::{Fitting, Speaker, Within, question_fitting, speakers};
use crate::diagnostic::{Code, Diagnostics};
use crate::import::{AnswerColumn, AnswerRow};
use crate::model::{Ballot, Campaign, Election, PutQuestion};

/// Everybody whose answers can stand in a sheet, by their ids and names.
pub(super) struct Lookup<'c> {
    by_id: HashMap<String, Vec<Speaker<'c>>>,
    by_name: HashMap<String, Vec<Speaker<'c>>>,
    ballots: HashMap<&'c str, (&'c Election, &'c Ballot)>,
}

impl<'c> Lookup<'c> {
    pub(super) fn of(campaign: &'c Campaign, within: &Within) -> Self {
        let mut lookup = Self { by_id: HashMap::new(), by_name: HashMap::new(), ballots: HashMap::new() };
        for speaker in speakers(campaign, within).unwrap_or_default() {
            lookup.by_name.entry(folded(speaker.name())).or_default().push(speaker);
            for id in speaker.ids() {
                lookup.by_id.entry(id).or_default().push(speaker);
            }
        }
        let ballots =
            campaign.elections.iter().flat_map(|election| election.ballots.iter().map(move |one| (election, one)));
        lookup.ballots.extend(ballots.map(|(election, ballot)| (ballot.id.as_str(), (election, ballot))));
        lookup
    }

    /// Whose answer a row tells; what is wrong with it is reported.
    pub(super) fn speaker(&self, row: &AnswerRow<'_>, found: &mut Diagnostics) -> Option<Speaker<'c>> {
        let (id, name) = (row.text(AnswerColumn::Id).map(plain_number), row.text(AnswerColumn::Name));
        let some = match (id, name) {
            (Some(id), _) => self.by_id.get(&id.to_lowercase()),
            (None, Some(name)) => self.by_name.get(&folded(name)),
            (None, None) => {
                let help = "fill in the id; of merged cells only the first one counts";
                row.report(AnswerColumn::Id, Code::MissingKey, "this row leaves it blank", help, found);
                return None;
            }
        };
        let Some(some) = some else {
            self.report_unknown(row, id, name.unwrap_or_default(), found);
            return None;
        };
        let speaker = self.one_of(some, row, found)?;
        if let Some(name) = name.filter(|name| folded(name) != folded(speaker.name())) {
            let message = format!("{} is {}, and this row says {name}", speaker.id(), speaker.name());
            let help = "perhaps a column was sorted by itself; put the rows right, or correct the id or the name";
            row.report(AnswerColumn::Name, Code::IdMismatch, message, help, found);
            return None;
        }
        Some(speaker)
    }

    /// Who signs by a row: a person by id or name, or else the party that it names; what is wrong with it is reported.
    pub(super) fn signer(&self, row: &AnswerRow<'_>, found: &mut Diagnostics) -> Option<Speaker<'c>> {
        let is_person = row.text(AnswerColumn::Id).or(row.text(AnswerColumn::Name)).is_some();
        let Some(party) = row.text(AnswerColumn::Party).filter(|_| !is_person) else { return self.speaker(row, found) };
        let some = self.by_id.get(&party.to_lowercase()).or_else(|| self.by_name.get(&folded(party)));
        let parties = some.into_iter().flatten().filter(|one| matches!(one, Speaker::Party { .. }));
        match parties.copied().collect::<Vec<_>>()[..] {
            [one] => Some(one),
            [] => {
                let message = format!("no party on record is “{party}”");
                let help = "write the id of a party on record, or add it with “hustings add party”";
                row.report(AnswerColumn::Party, Code::UnknownReference, message, help, found);
                None
            }
            _ => {
                let message = format!("several parties are called “{party}”");
                row.report(AnswerColumn::Party, Code::UnknownReference, message, "write the id of one", found);
                None
            }
        }
    }

    /// The one that a ballot or election in the row leaves.
    fn one_of(&self, some: &[Speaker<'c>], row: &AnswerRow<'_>, found: &mut Diagnostics) -> Option<Speaker<'c>> {
        let left = in_election(self.on_ballot(some, row, found)?, row, found)?;
        if let [one] = left[..] {
            return Some(one);
        }
        let is_party = matches!(left.first(), Some(Speaker::Party { .. }));
        let column = if is_party { AnswerColumn::Election } else { AnswerColumn::Ballot };
        let help = format!("fill in the column “{}”", column.heading());
        let many: Vec<String> = left.iter().map(ToString::to_string).collect();
        let message = format!("this may mean {}: {}", many.len(), many.join("; "));
        row.report(AnswerColumn::Id, Code::UnknownReference, message, help, found);
        None
    }

    /// Those who stand on the ballot of a row; all when it names none.
    fn on_ballot(
        &self,
        some: &[Speaker<'c>],
        row: &AnswerRow<'_>,
        found: &mut Diagnostics,
    ) -> Option<Vec<Speaker<'c>>> {
        let Some(id) = row.text(AnswerColumn::Ballot) else { return Some(some.to_vec()) };
        let mut report = |message: String, help: String| {
            row.report(AnswerColumn::Ballot, Code::UnknownReference, message, help, found);
            None
        };
        let Some((election, ballot)) = self.ballots.get(id) else {
            let help = match near(id, self.ballots.keys().copied()) {
                Some(near) => format!("did you mean “{near}”?"),
                None => "write the id of a ballot, or leave it blank".to_owned(),
            };
            return report(format!("there is no ballot “{id}”"), help);
        };
        let left: Vec<Speaker<'c>> = some.iter().filter(|one| one.stands_on(election, ballot)).copied().collect();
        if left.is_empty() {
            let help = "write the ballot on which this person stands, or leave it blank".to_owned();
            return report(format!("{} does not stand on “{id}”", some[0].name()), help);
        }
        Some(left)
    }

    fn report_unknown(&self, row: &AnswerRow<'_>, id: Option<&str>, name: &str, found: &mut Diagnostics) {
        let (column, words) = id.map_or((AnswerColumn::Name, name), |id| (AnswerColumn::Id, id));
        let of_name = self.by_name.get(&folded(name)).and_then(|some| some.first()).map(Speaker::id);
        let known = if id.is_some() { &self.by_id } else { &self.by_name };
        let meant = of_name.or_else(|| near(words, known.keys().map(String::as_str)));
        let help = match meant {
            Some(meant) => format!("did you mean “{meant}”?"),
            None => "write the id of a candidate or party on record; new people come with “hustings import candidates”"
                .into(),
        };
        row.report(column, Code::UnknownReference, format!("nobody on record is “{words}”"), help, found);
    }
}

/// Those who stand or speak in the election of a row; all when it names none.
fn in_election<'c>(
    mut some: Vec<Speaker<'c>>,
    row: &AnswerRow<'_>,
    found: &mut Diagnostics,
) -> Option<Vec<Speaker<'c>>> {
    let Some(id) = row.text(AnswerColumn::Election) else { return Some(some) };
    some.retain(|speaker| speaker.election().id.as_str() == id);
    if some.is_empty() {
        let message = format!("nobody of this id stands or speaks in “{id}”");
        row.report(AnswerColumn::Election, Code::UnknownReference, message, "write the id of an election", found);
        return None;
    }
    Some(some)
}

/// The question of a row; what is wrong with it is reported.
pub(super) fn question<'c>(
    speaker: &Speaker<'c>,
    row: &AnswerRow<'_>,
    found: &mut Diagnostics,
) -> Option<&'c PutQuestion> {
    let put = speaker.questions();
    let Some(words) = row.text(AnswerColumn::Question) else {
        row.report(
            AnswerColumn::Question,
            Code::MissingKey,
            "this row leaves it blank",
            "write the id of a question",
            found,
        );
        return None;
    };
    if let Some(one) = put.iter().find(|put| put.id().as_str() == words) {
        return Some(one);
    }
    let why = match question_fitting(words, &put) {
        Ok(Fitting::One(one)) => return Some(one),
        Ok(Fitting::Several(_)) => format!("“{words}” fits several questions"),
        Err(why) => why,
    };
    row.report(
        AnswerColumn::Question,
        Code::UnknownReference,
        why,
        "write the id of a question that was put here",
        found,
    );
    None
}

/// A name as it is compared.
fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// A number without the point that a spreadsheet may put behind it.
fn plain_number(id: &str) -> &str {
    let digits = id.trim_end_matches('0').strip_suffix('.');
    digits.filter(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())).unwrap_or(id)
}

impl Speaker<'_> {
    /// The ids by which a row may mean them.
    fn ids(&self) -> Vec<String> {
        let ids: Vec<String> = match self {
            Self::Candidate { candidacy, .. } => {
                let former = candidacy.former.iter().map(|id| id.value.to_string());
                std::iter::once(candidacy.person.to_string()).chain(former).collect()
            }
            Self::Party { party, .. } => {
                let former = party.former.iter().map(|id| id.value.to_string());
                std::iter::once(party.id.to_string())
                    .chain(party.ids.iter().map(ToString::to_string))
                    .chain(former)
                    .collect()
            }
        };
        let mut ids: Vec<String> = ids.into_iter().map(|id| id.to_lowercase()).collect();
        ids.sort();
        ids.dedup();
        ids
    }

    /// Whether a person stands on a ballot, wherever the answers are.
    fn stands_on(&self, election: &Election, on: &Ballot) -> bool {
        let Self::Candidate { election: own, ballot, candidacy } = self else { return false };
        let is_home = |home: &BallotId| *home == ballot.id;
        let stands = |person: &PersonId| on.candidacies.by_id(person).is_some();
        own.id == election.id && (is_home(&on.id) || stands(&candidacy.person))
    }
}
