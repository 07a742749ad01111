use super::command::Filled;
use crate::atoms::{Stance, Words as _};
use crate::desk::answer_word;
use crate::load::{Declared, Key, RecordValue, Shape};

/// What a form asks for: an argument of the command that it fills in, in words for people who have never seen one.
#[derive(Debug, Clone)]
pub(super) struct Prompt {
    /// The argument, as the command calls it.
    pub(super) argument: &'static str,
    /// What is asked.
    pub(super) label: &'static str,
    /// Whether there is no act without it, by what else is filled in.
    pub(super) needed: fn(&Filled) -> bool,
    /// How it is answered.
    pub(super) how: How,
    /// What helps to answer, instead of what the command says of its argument.
    pub(super) help: Option<&'static str>,
    /// What an answer looks like.
    pub(super) example: Option<&'static str>,
}

/// How something is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum How {
    /// On one line.
    Line,
    /// On several.
    Lines,
    /// By one of some words, each with what it says; of few, all stand open.
    Words(Vec<(String, String)>),
    /// By one of the things on record.
    Known(OnRecord),
    /// By some of them.
    Several(OnRecord),
}

/// Things on record among which somebody chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OnRecord {
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
    /// Who stands, and the parties.
    Speakers,
    /// Who stands.
    People,
    /// The pledges.
    Pledges,
    /// Who was asked in a round and has no outcome on record.
    Asked,
}

/// Asks for an argument on one line.
pub(super) fn ask(argument: &'static str, label: &'static str) -> Prompt {
    Prompt { argument, label, needed: |_| false, how: How::Line, help: None, example: None }
}

impl OnRecord {
    /// The act that makes the first of them, where there is none yet.
    pub(super) fn made_by(self) -> Option<&'static str> {
        match self {
            Self::Checkers => Some("checker"),
            Self::Elections => Some("election"),
            Self::Ballots => Some("ballot"),
            Self::Questions => Some("question"),
            Self::Speakers | Self::People => Some("candidate"),
            Self::Pledges => Some("pledge"),
            Self::Parties | Self::Asked => None,
        }
    }
}

impl Prompt {
    pub(super) fn needed(self) -> Self {
        Self { needed: |_| true, ..self }
    }

    /// One without which there is no act when something else is filled in so.
    pub(super) fn needed_when(self, needed: fn(&Filled) -> bool) -> Self {
        Self { needed, ..self }
    }

    pub(super) fn lines(self) -> Self {
        Self { how: How::Lines, ..self }
    }

    pub(super) fn known(self, known: OnRecord) -> Self {
        Self { how: How::Known(known), help: Some(""), ..self }
    }

    pub(super) fn several(self, known: OnRecord) -> Self {
        Self { how: How::Several(known), help: Some(""), ..self }
    }

    pub(super) fn help(self, help: &'static str) -> Self {
        Self { help: Some(help), example: None, ..self }
    }

    /// Which of the answers that a candidate can give.
    pub(super) fn stance(self) -> Self {
        let word = |stance: &Stance| (answer_word(*stance).to_owned(), STANCES[*stance as usize].to_owned());
        Self { how: How::Words(Stance::ALL.iter().map(word).collect()), help: Some(""), ..self }
    }

    pub(super) fn words(self, words: &[(&str, &str)]) -> Self {
        let words = words.iter().map(|(word, says)| ((*word).to_owned(), (*says).to_owned())).collect();
        Self { how: How::Words(words), ..self }
    }

    /// Whether it asks who sits at the desk.
    pub(super) fn is_of_checker(&self) -> bool {
        self.how == How::Known(OnRecord::Checkers)
    }

    /// As a key of a record declares it: what it means, the words that it may be, an example.
    pub(super) fn of<R: RecordValue>(self, name: &str) -> Self {
        let Some(key) = key::<R>(name) else { return self };
        let words = match key.shape {
            Shape::Atom(notation) => notation.words,
            _ => &[],
        };
        let how = match (words, &self.how) {
            ([], _) => self.how.clone(),
            (words, _) => How::Words(words.iter().map(|(word, says)| ((*word).to_owned(), sentence(says))).collect()),
        };
        let example = key.example.filter(|_| how == self.how);
        Self { how, help: self.help.or(Some(key.meaning)), example, ..self }
    }
}

/// What each answer means, in the order of [`Stance::ALL`].
const STANCES: [&str; 5] = [
    "Says yes to the question as it stands.",
    "Says no to it.",
    "Says yes to a part of it, or under a condition.",
    "Speaks of it without answering.",
    "Was asked, and would not say.",
];

fn key<R: RecordValue>(name: &str) -> Option<&'static Key> {
    let Shape::Group(declared) = R::SHAPE else { return None };
    Declared::keys(declared).find(|key| key.name == name)
}

/// The first sentence of what a word says.
fn sentence(says: &str) -> String {
    let says = says.split_whitespace().collect::<Vec<_>>().join(" ");
    says.split_once(". ").map_or(says.clone(), |(first, _)| format!("{first}."))
}
