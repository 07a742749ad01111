use std::fmt::Write as _;

use super::difference::DifferenceSource;
use crate::atoms::{Words as _, WrittenVerification, capitalised};
use crate::country::uk::Nation;
use crate::desk::answer_word;
use crate::desk::preview::in_words;
use crate::model::{Evidence, Line, Mark, Position, Question, Verification};

/// An answer that the site shows, of a person or a party.
#[derive(Debug, Clone, Copy)]
pub(super) struct ShownAnswer<'c> {
    pub(super) question: &'c Question,
    pub(super) version: u32,
    /// Where it holds; everywhere when there are none.
    pub(super) nations: &'c [Nation],
    pub(super) mark: &'c Mark,
}

/// How an answer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Footing {
    /// Enough others have checked it.
    Confirmed,
    /// Too few have.
    Claimed,
    /// Only others report it.
    Reported,
    Disputed,
    Unverified,
    Retracted,
    TakenDown,
}

impl<'c> ShownAnswer<'c> {
    pub(super) fn by_person(position: &'c Position) -> Self {
        Self { question: &position.question, version: position.version, nations: &[], mark: &position.mark }
    }

    pub(super) fn by_party(line: &'c Line) -> Self {
        Self { question: &line.question, version: line.version, nations: &line.nations, mark: &line.mark }
    }

    pub(super) fn footing(&self) -> Footing {
        match &self.mark.verification {
            _ if self.mark.takedown.is_some() => Footing::TakenDown,
            Verification::Written(written) => match written.state.value {
                WrittenVerification::Disputed => Footing::Disputed,
                WrittenVerification::Unverified => Footing::Unverified,
                WrittenVerification::Retracted => Footing::Retracted,
            },
            Verification::Confirmed => Footing::Confirmed,
            Verification::Claimed if self.mark.is_hearsay() => Footing::Reported,
            Verification::Claimed => Footing::Claimed,
        }
    }

    /// Whether it is an answer to whoever reads the site.
    pub(super) fn stands(&self) -> bool {
        !matches!(self.footing(), Footing::Retracted | Footing::TakenDown)
    }

    /// Whether another one answers the same question, for the same places.
    pub(super) fn is_on_the_same(&self, other: &Self) -> bool {
        self.question.id == other.question.id && self.nations == other.nations
    }

    /// Which of some answers on the same the site shows: a clear one before others, what is known before what is only reported, the
    /// latest.
    pub(super) fn shown_among<'a>(&self, all: &'a [ShownAnswer<'c>]) -> Option<&'a ShownAnswer<'c>> {
        let rank = |one: &&ShownAnswer<'_>| {
            let is_clear = one.mark.stance.is_clear();
            (is_clear, is_clear && one.mark.is_firm(), one.mark.date.value)
        };
        all.iter().filter(|one| one.stands() && one.is_on_the_same(self)).max_by_key(rank)
    }

    /// Whether another clear answer, as sure as this one, has the same date and differs.
    pub(super) fn is_contradicted_in(&self, all: &[Self]) -> bool {
        let is_clear = |one: &Self| one.stands() && one.mark.stance.is_clear();
        let differs = |one: &&Self| {
            one.is_on_the_same(self)
                && is_clear(one)
                && one.mark.is_firm() == self.mark.is_firm()
                && one.mark.date.value == self.mark.date.value
                && one.word() != self.word()
        };
        is_clear(self) && all.iter().any(|one| differs(&one))
    }

    /// Where it was first said, by title and place.
    pub(super) fn source(&self) -> Option<(&str, Option<&str>)> {
        let first = self.mark.evidence.first()?;
        Some((first.title.as_str(), first.place.as_ref().map(|place| place.value.as_str())))
    }

    /// What people say for it.
    pub(super) fn word(&self) -> &'static str {
        answer_word(self.mark.stance.value)
    }

    /// On what somebody answered, with where it holds.
    pub(super) fn on(&self) -> String {
        let nations: Vec<String> = self.nations.iter().map(|nation| capitals(nation.word())).collect();
        let only = if nations.is_empty() { String::new() } else { format!(" (only in {})", nations.join(", ")) };
        format!("on “{}”{only}", self.question.wording(self.version).short)
    }

    /// How sure it is, where it is not.
    pub(super) fn hedge(&self) -> Option<&'static str> {
        match self.footing() {
            Footing::Confirmed => None,
            Footing::Claimed => Some("not double-checked yet"),
            Footing::Reported => Some("only others report it"),
            Footing::Disputed => Some("disputed"),
            Footing::Unverified => Some("we could not verify it"),
            Footing::Retracted => Some("withdrawn"),
            Footing::TakenDown => Some("taken off the site"),
        }
    }

    /// The answer with its words, its sources and all that makes it less than sure.
    pub(super) fn told(&self) -> String {
        let mark = self.mark;
        let reported = if mark.is_hearsay() { "Reported: " } else { "" };
        let mut out = format!("{reported}{}.", self.word());
        if let Some((quote, _)) = mark.quote() {
            let _ = write!(out, " “{quote}”");
        } else if let Some(says) = &mark.says {
            let _ = write!(out, " In our words: {}", says.value);
        } else if let Some(says) = mark.evidence.iter().find_map(|evidence| evidence.says.as_ref()) {
            let _ = write!(out, " In our words: {}", says.value);
        }
        let sources: Vec<String> = mark.evidence.iter().map(|evidence| evidence.title.to_string()).collect();
        let hedge = self.hedge().map(|hedge| format!("; {hedge}")).unwrap_or_default();
        let _ = write!(out, " ({}, {}{hedge})", sources.join("; "), in_words(*mark.date));
        if let Some(caveat) = &mark.caveat {
            let _ = write!(out, " But: {}", caveat.value);
        }
        out + &self.because()
    }

    /// Why somebody wrote how it stands, and what should be there instead.
    pub(super) fn because(&self) -> String {
        let Verification::Written(written) = &self.mark.verification else { return String::new() };
        let denial = written.denial().map(|text| format!(" Another version: {text}")).unwrap_or_default();
        format!(" {}{denial}", written.because)
    }

    pub(super) fn sources(&self) -> Vec<DifferenceSource> {
        let of = |evidence: &Evidence| DifferenceSource {
            title: evidence.title.to_string(),
            place: evidence.place.as_ref().map(|place| place.value.to_string()),
            url: evidence.url.as_ref().map(|url| url.value.to_string()),
        };
        self.mark.evidence.iter().map(of).collect()
    }
}

/// The name of a nation, as it is written in a sentence.
fn capitals(word: &str) -> String {
    word.split('-').map(capitalised).collect::<Vec<_>>().join(" ")
}
