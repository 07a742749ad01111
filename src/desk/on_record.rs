use super::find::meant_in_part;
use super::speaker::party_names;
use super::{
    BallotOf, Filled, Fitting, KnownBy, NotDone, Speaker, Within, answer, answer_word, ballots, candidacies, fitting,
    round_of, speakers,
};
use crate::atoms::{PartyKind, Stance};
use crate::country::uk::is_independent;
use crate::model::{Campaign, Party, PutQuestion};

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
        self.all(campaign, filled).into_iter().map(|(choice, _)| choice).collect()
    }

    /// The same, each with what it is known by.
    fn all(self, campaign: &Campaign, filled: &Filled) -> Vec<(Choice, KnownBy)> {
        let people = || candidacies(campaign, &within(campaign, filled)).unwrap_or_default();
        match self {
            Self::Checkers => campaign.site.checkers.iter().map(|(id, name)| plain(id, name)).collect(),
            Self::Elections => campaign.elections.iter().map(|one| plain(&one.id, &one.name.value)).collect(),
            Self::Pledges => campaign.pledges.iter().map(|pledge| plain(&pledge.id, &pledge.title)).collect(),
            Self::Questions => put(campaign, filled).iter().map(|put| plain(put.id(), &put.wording().short)).collect(),
            Self::Ballots => {
                let all = ballots(campaign, &Within { ballot: None, ..within(campaign, filled) }).unwrap_or_default();
                all.iter().map(|one| (of_ballot(one, campaign), one.names())).collect()
            }
            Self::Parties => {
                let (none, parties): (Vec<_>, _) =
                    campaign.parties.iter().partition(|party| party.kind == PartyKind::Independent);
                let label = |party: &Party| format!("{} ({})", party.name, party.id);
                let parties = parties.into_iter().map(|one| (choice(&one.id, &label(one)), party_names(one)));
                let none = none.first().map_or_else(|| "independent".to_owned(), |party| party.id.to_string());
                parties.chain([(choice(&none, &"None: independent"), KnownBy::default())]).collect()
            }
            Self::Speakers => {
                everybody(campaign, filled).iter().map(|one| (of_speaker(one, campaign), one.names())).collect()
            }
            Self::People => people().iter().map(|one| (of_speaker(one, campaign), one.names())).collect(),
            Self::Asked => {
                let asked = asked(campaign, filled).unwrap_or_default();
                asked.iter().map(|one| (of_speaker(one, campaign), one.names())).collect()
            }
            Self::Answers => {
                let answers = [Stance::Supports, Stance::Opposes].map(answer_word);
                let questions = Self::Questions.all(campaign, filled).into_iter();
                questions.flat_map(|(of, known)| answers.map(|word| (of_answer(&of, word), known.clone()))).collect()
            }
        }
    }

    /// What fits the words by which somebody means one of them.
    ///
    /// # Errors
    /// When nothing does.
    pub(crate) fn fitting(self, words: &str, campaign: &Campaign, filled: &Filled) -> Result<Fitting<Choice>, String> {
        if self == Self::Answers {
            let (words, said) =
                words.split_once('=').ok_or_else(|| format!("write “{words}” as QUESTION=yes or QUESTION=no"))?;
            let word = answer_word(answer(said)?);
            return Ok(Self::Questions.fitting(words, campaign, filled)?.map(|of| of_answer(&of, word)));
        }
        let all = self.all(campaign, filled);
        if let Some((none, _)) = all.last().filter(|_| self == Self::Parties && is_independent(words)) {
            return Ok(Fitting::One(none.clone()));
        }
        let fits = fitting(words, &all.iter().collect::<Vec<_>>(), |(_, known)| known.clone());
        let fits = fits.ok_or_else(|| {
            let ids = || all.iter().take(SHOWN).map(|(one, _)| &*one.id).collect::<Vec<_>>().join(", ");
            let (kind, others) = match self {
                Self::Parties => ("party", "; “hustings add party” makes one, and “independent” means none".to_owned()),
                Self::Speakers => ("candidate or party", String::new()),
                Self::Ballots | Self::People => (self.made_by().unwrap_or_default(), String::new()),
                _ => (self.made_by().unwrap_or("candidate"), format!("; there are: {}", ids())),
            };
            let called = all.iter().flat_map(|(_, known)| known.called.iter().map(String::as_str));
            format!("no {kind} on record fits “{words}”{others}{}", meant_in_part(words, called))
        });
        Ok(fits?.map(|(choice, _)| choice.clone()))
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

fn choice(id: &dyn ToString, label: &dyn ToString) -> Choice {
    Choice { id: id.to_string(), label: label.to_string() }
}

/// What is known by its id and its name.
fn plain(id: &dyn ToString, name: &dyn ToString) -> (Choice, KnownBy) {
    let (id, label) = (id.to_string(), name.to_string());
    let known = KnownBy { ids: vec![id.clone()], called: vec![id.clone(), label.clone()], path: String::new() };
    (Choice { id, label }, known)
}

/// Where somebody is sought, by what is filled in.
fn within(campaign: &Campaign, filled: &Filled) -> Within {
    let one = |name| filled.get(name).and_then(|values| values.first()).cloned();
    let pledge = one("pledge").and_then(|id| campaign.pledges.iter().find(|pledge| pledge.id.as_str() == id));
    Within { election: one("election").or(pledge.map(|pledge| pledge.election.to_string())), ballot: one("ballot") }
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
    speakers(campaign, &within(campaign, filled)).unwrap_or_default()
}

fn of_speaker(speaker: &Speaker<'_>, campaign: &Campaign) -> Choice {
    // A party means itself for each election.
    let id = match speaker {
        Speaker::Party { election, party } if campaign.elections.len() > 1 => format!("{}/{}", election.id, party.id),
        speaker => speaker.address(),
    };
    Choice { id, label: speaker.to_string() }
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
            let elections = within(campaign, filled).elections(campaign).unwrap_or_default();
            elections.into_iter().flat_map(|election| &election.questions).collect()
        }
    };
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|put| seen.insert(put.id()));
    all
}

fn of_answer(question: &Choice, word: &str) -> Choice {
    Choice { id: format!("{}={word}", question.id), label: format!("{} {word}", question.label) }
}

/// Those who were asked in a round, and of whom nothing else is on record.
fn asked<'c>(campaign: &'c Campaign, filled: &Filled) -> Result<Vec<Speaker<'c>>, NotDone> {
    let one = |name| filled.get(name).and_then(|values| values.first());
    let Some(id) = one("round").and_then(|id| id.parse().ok()) else { return Ok(Vec::new()) };
    let (election, ask) = round_of(&id, one("election").map(String::as_str), campaign)?;
    let mut all = speakers(campaign, &Within { election: Some(election.id.to_string()), ballot: None })?;
    all.retain(|speaker| match speaker {
        Speaker::Candidate { candidacy, .. } => {
            ask.people.contains(&candidacy.person) && !ask.exceptions.contains_key(&candidacy.person)
        }
        Speaker::Party { .. } => false,
    });
    Ok(all)
}
