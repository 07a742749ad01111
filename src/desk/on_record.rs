use super::find::meant_in_part;
use super::speaker::party_names;
use super::{
    BallotOf, Filled, Fitting, KnownBy, NotDone, Speaker, Within, answer, answer_word, ballots, fitting,
    question_fitting, round_of, speakers,
};
use crate::atoms::{PartyKind, Stance};
use crate::country::uk::is_independent;
use crate::model::{Campaign, PutQuestion};

/// Things on record among which somebody chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(feature = "serve"), expect(dead_code, reason = "some are asked for by forms in a browser alone"))]
pub(crate) enum OnRecord {
    /// Those who keep the records.
    Checkers,
    /// The elections.
    Elections,
    /// The ballots.
    Ballots,
    /// The parties, and standing for none.
    Parties,
    /// The questions, of the person or party where that is known.
    Questions,
    /// The questions of an election, each with a yes or a no.
    Answers,
    /// Who stands, and the parties.
    Speakers,
    /// Who stands.
    People,
    /// The pledges.
    Pledges,
    /// Who was asked in a round and has no outcome on record.
    Asked,
}

/// How many ids are listed when somebody names one that is not there.
const SHOWN: usize = 30;

/// A thing on record that somebody may choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Choice {
    /// What means it and nothing else.
    pub(crate) id: String,
    /// What people call it.
    pub(crate) label: String,
}

impl OnRecord {
    /// The act that makes the first of them, where there is none yet.
    pub(crate) fn made_by(self) -> Option<&'static str> {
        match self {
            Self::Checkers => Some("checker"),
            Self::Elections => Some("election"),
            Self::Ballots => Some("ballot"),
            Self::Questions | Self::Answers => Some("question"),
            Self::Speakers | Self::People => Some("candidate"),
            Self::Pledges => Some("pledge"),
            Self::Parties => Some("party"),
            Self::Asked => None,
        }
    }

    /// What there is to choose from, as far as what is filled in already says.
    pub(crate) fn choices(self, campaign: &Campaign, filled: &Filled) -> Vec<Choice> {
        let choice = |id: &dyn ToString, label: &dyn ToString| Choice { id: id.to_string(), label: label.to_string() };
        match self {
            Self::Checkers => campaign.site.checkers.iter().map(|(id, name)| choice(id, name)).collect(),
            Self::Elections => campaign.elections.iter().map(|one| choice(&one.id, &one.name.value)).collect(),
            Self::Ballots => of_ballots(campaign, filled).iter().map(|one| of_ballot(one, campaign)).collect(),
            Self::Parties => {
                let (none, parties): (Vec<_>, _) =
                    campaign.parties.iter().partition(|party| party.kind == PartyKind::Independent);
                let parties =
                    parties.into_iter().map(|party| choice(&party.id, &format!("{} ({})", party.name, party.id)));
                let none = none.first().map_or_else(|| "independent".to_owned(), |party| party.id.to_string());
                parties.chain([choice(&none, &"None: independent")]).collect()
            }
            Self::Speakers => everybody(campaign, filled).iter().map(|one| of_speaker(one, campaign)).collect(),
            Self::People => {
                let all = everybody(campaign, filled);
                let people = all.iter().filter(|one| matches!(one, Speaker::Candidate { .. }));
                people.map(|one| of_speaker(one, campaign)).collect()
            }
            Self::Pledges => campaign.pledges.iter().map(|pledge| choice(&pledge.id, &*pledge.title)).collect(),
            Self::Questions => put(campaign, filled).into_iter().map(of_question).collect(),
            Self::Answers => {
                let answers = [Stance::Supports, Stance::Opposes].map(answer_word);
                let each = |put: &PutQuestion| answers.map(|word| of_answer(&of_question(put), word));
                put(campaign, filled).into_iter().flat_map(each).collect()
            }
            Self::Asked => asked(campaign, filled).unwrap_or_default(),
        }
    }

    /// What fits the words by which somebody means one of them.
    ///
    /// # Errors
    /// When nothing does.
    pub(crate) fn fitting(self, words: &str, campaign: &Campaign, filled: &Filled) -> Result<Fitting<Choice>, String> {
        match self {
            Self::Ballots => {
                Ok(BallotOf::fitting(words, &of_ballots(campaign, filled))?.map(|one| of_ballot(&one, campaign)))
            }
            Self::Speakers => {
                Ok(Speaker::fitting(words, &everybody(campaign, filled))?.map(|one| of_speaker(&one, campaign)))
            }
            Self::Questions => Ok(question_fitting(words, &put(campaign, filled))?.map(of_question)),
            Self::Answers => {
                let parts = words.split_once('=');
                let (words, said) = parts.ok_or_else(|| format!("write “{words}” as QUESTION=yes or QUESTION=no"))?;
                let word = answer_word(answer(said)?);
                let question = question_fitting(words, &put(campaign, filled))?;
                Ok(question.map(|put| of_answer(&of_question(put), word)))
            }
            _ => self.by_names(words, campaign, filled),
        }
    }

    /// What fits by what it is called, of things that are meant in no other way.
    fn by_names(self, words: &str, campaign: &Campaign, filled: &Filled) -> Result<Fitting<Choice>, String> {
        let all = self.choices(campaign, filled);
        if self == Self::Parties && is_independent(words) {
            return all.last().map(|none| Fitting::One(none.clone())).ok_or_else(String::new);
        }
        let party =
            |id: &str| campaign.parties.iter().find(|party| party.id.as_str() == id).map(|party| party_names(party));
        let names = |one: &&Choice| match self {
            Self::Parties => party(&one.id).unwrap_or_default(),
            _ => {
                let called = vec![one.label.clone(), one.id.clone()];
                KnownBy { ids: vec![one.id.clone()], called, path: String::new() }
            }
        };
        let fits = fitting(words, &all.iter().collect::<Vec<_>>(), names).ok_or_else(|| {
            let kind = self.made_by().unwrap_or("candidate");
            let ids = || all.iter().take(SHOWN).map(|one| &*one.id).collect::<Vec<_>>().join(", ");
            let others = match self {
                Self::Parties => "“hustings add party” makes one, and “independent” means none".to_owned(),
                _ => format!("there are: {}", ids()),
            };
            let names = all.iter().flat_map(|one| [&*one.id, &*one.label]);
            format!("no {kind} on record fits “{words}”; {others}{}", meant_in_part(words, names))
        });
        Ok(fits?.map(Choice::clone))
    }

    /// A choice with what means it alone.
    pub(crate) fn told(self, Choice { id, label }: &Choice) -> String {
        match self {
            Self::Elections | Self::Ballots | Self::Questions | Self::Checkers | Self::Pledges => {
                format!("{label} ({id})")
            }
            Self::Answers | Self::Parties | Self::Speakers | Self::People | Self::Asked => label.clone(),
        }
    }
}

/// Where somebody is sought, by what is filled in.
pub(crate) fn within(filled: &Filled) -> Within {
    let one = |name| filled.get(name).and_then(|values| values.first()).cloned();
    Within { election: one("election"), ballot: one("ballot") }
}

/// Who is meant by what is filled in, when that is one.
pub(crate) fn speaker<'c>(campaign: &'c Campaign, filled: &Filled, argument: &str) -> Option<Speaker<'c>> {
    let words = filled.get(argument)?.first()?;
    match Speaker::fitting(words, &everybody(campaign, filled)).ok()? {
        Fitting::One(one) => Some(one),
        Fitting::Several(_) => None,
    }
}

fn everybody<'c>(campaign: &'c Campaign, filled: &Filled) -> Vec<Speaker<'c>> {
    speakers(campaign, &within(filled)).unwrap_or_default()
}

fn of_speaker(speaker: &Speaker<'_>, campaign: &Campaign) -> Choice {
    // A party means itself for each election.
    let id = match speaker {
        Speaker::Party { election, party } if campaign.elections.len() > 1 => format!("{}/{}", election.id, party.id),
        speaker => speaker.address(),
    };
    Choice { id, label: speaker.to_string() }
}

/// The ballots, of the election that is filled in or of all.
fn of_ballots<'c>(campaign: &'c Campaign, filled: &Filled) -> Vec<BallotOf<'c>> {
    ballots(campaign, &Within { ballot: None, ..within(filled) }).unwrap_or_default()
}

fn of_ballot(one: &BallotOf<'_>, campaign: &Campaign) -> Choice {
    let label = match campaign.elections.len() {
        1 => one.ballot.area.to_string(),
        _ => format!("{}, {}", one.ballot.area, one.election.name.value),
    };
    Choice { id: one.ballot.id.to_string(), label }
}

/// The questions that the person or party is asked who is filled in; else those of an election that is; else all.
fn put<'c>(campaign: &'c Campaign, filled: &Filled) -> Vec<&'c PutQuestion> {
    let whose = ["person", "who"].iter().find_map(|argument| speaker(campaign, filled, argument));
    let mut all: Vec<&PutQuestion> = match whose {
        Some(speaker) => speaker.questions(),
        None => {
            let elections = within(filled).elections(campaign).unwrap_or_default();
            elections.into_iter().flat_map(|election| &election.questions).collect()
        }
    };
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|put| seen.insert(put.id()));
    all
}

fn of_question(put: &PutQuestion) -> Choice {
    Choice { id: put.id().to_string(), label: put.wording().short.to_string() }
}

fn of_answer(question: &Choice, word: &str) -> Choice {
    Choice { id: format!("{}={word}", question.id), label: format!("{} {word}", question.label) }
}

/// Those who were asked in a round, and of whom nothing else is on record.
fn asked(campaign: &Campaign, filled: &Filled) -> Result<Vec<Choice>, NotDone> {
    let one = |name| filled.get(name).and_then(|values| values.first());
    let Some(id) = one("round").and_then(|id| id.parse().ok()) else { return Ok(Vec::new()) };
    let (election, ask) = round_of(&id, one("election").map(String::as_str), campaign)?;
    let all = speakers(campaign, &Within { election: Some(election.id.to_string()), ballot: None })?;
    let is_open = |speaker: &&Speaker<'_>| match speaker {
        Speaker::Candidate { candidacy, .. } => {
            ask.people.contains(&candidacy.person) && !ask.exceptions.contains_key(&candidacy.person)
        }
        Speaker::Party { .. } => false,
    };
    Ok(all.iter().filter(is_open).map(|one| of_speaker(one, campaign)).collect())
}
