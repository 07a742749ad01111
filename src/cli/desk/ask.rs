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
    /// Whether there is no act without it.
    pub(super) is_needed: bool,
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
    /// The pledges.
    Pledges,
    /// Who was asked in a round and has no outcome on record.
    Asked,
}

/// Asks for an argument on one line.
pub(super) fn ask(argument: &'static str, label: &'static str) -> Prompt {
    Prompt { argument, label, is_needed: false, how: How::Line, help: None, example: None }
}

impl Prompt {
    pub(super) fn needed(self) -> Self {
        Self { is_needed: true, ..self }
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
