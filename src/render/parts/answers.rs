use std::borrow::Cow;

use tera::Value;

use crate::atoms::Stance;
use crate::messages::{Message, fill, msg};
use crate::model::{Candidacy, Cell, Election, Gap, Mark, Own, PartyCell, PartyLine, PutQuestion};
use crate::render::context::Context;
use crate::render::parts::{mark, party_table, phrase};
use crate::render::record_words;

/// Up to how many names stand in a line; beyond, it counts them.
const MOST_NAMES: usize = 8;

/// Who gives which clear answer to a question: the candidates themselves, or parties. What is disputed, could not be
/// verified or was withdrawn does not stand here at all.
#[derive(Default)]
pub(crate) struct Answers<'a> {
    /// In the order in which they are said.
    groups: Vec<Group<'a>>,
    no_reply: usize,
    waiting: usize,
}

/// Those who give the same answer. Only what is confirmed stands under its word.
struct Group<'a> {
    stance: Stance,
    known: Known,
    word: Cow<'a, str>,
    names: Vec<&'a str>,
}

/// How surely an answer is known, in the order in which it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Known {
    Confirmed,
    /// It waits for a second pair of eyes.
    Waits,
    /// Only others report it, so nobody can confirm it.
    Reported,
}

/// How it is said who gives an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Who {
    Named,
    Counted,
}

impl Who {
    /// Names, as long as a reader can take them in.
    pub(crate) fn of(names: usize) -> Self {
        if names <= MOST_NAMES { Self::Named } else { Self::Counted }
    }
}

impl<'a> Answers<'a> {
    /// The candidates' own answers to a question.
    pub(crate) fn of_people(
        cx: &Context<'a>,
        people: impl Iterator<Item = (&'a str, &'a Candidacy)>,
        put: &PutQuestion,
    ) -> Self {
        let mut answers = Self::default();
        for (name, cell) in people.filter_map(|(name, person)| Some((name, person.cell(put.id())?))) {
            match &cell.own {
                Own::Answer(position) => answers.add(cx, name, &position.mark),
                Own::Gap(Gap::NoReply { .. }) => answers.no_reply += 1,
                Own::Gap(Gap::Waiting { .. }) => answers.waiting += 1,
                _ => {}
            }
        }
        answers
    }

    /// The lines of all parties of which something is known in an election.
    pub(crate) fn of_parties(cx: &Context<'a>, election: &'a Election, put: &'a PutQuestion) -> Self {
        let mut answers = Self::default();
        for party in party_table::known(cx, election) {
            for line in party_table::lines(election, party, &put.question) {
                answers.add(cx, party.called().as_str(), &line.mark);
            }
        }
        answers
    }

    /// The lines of the parties of some candidates, each once.
    pub(crate) fn of_lines(cx: &Context<'a>, cells: impl Iterator<Item = &'a Cell>) -> Self {
        let mut answers = Self::default();
        for PartyCell { party, line, .. } in cells.filter_map(|cell| cell.party.as_ref()) {
            if let PartyLine::Stance(line) = line {
                answers.add(cx, party.called().as_str(), &line.mark);
            }
        }
        answers
    }

    fn add(&mut self, cx: &Context<'a>, name: &'a str, mark: &Mark) {
        if !mark::is_known_answer(mark) {
            return;
        }
        let stance = *mark.stance;
        let known = match mark.is_confirmed() {
            true => Known::Confirmed,
            false if mark::waits(mark) => Known::Waits,
            false => Known::Reported,
        };
        let of_same = |group: &&mut Group<'a>| (group.known, group.stance) == (known, stance);
        match self.groups.iter_mut().find(of_same) {
            Some(group) if group.names.contains(&name) => {}
            Some(group) => group.names.push(name),
            None => {
                let word = cx.words.text(record_words::stance(stance));
                self.groups.push(Group { stance, known, word, names: vec![name] });
                self.groups.sort_by_key(|group| (group.known, group.stance));
            }
        }
    }

    /// Whether there is a clear answer.
    pub(crate) fn are_known(&self) -> bool {
        !self.groups.is_empty()
    }

    /// How many names there are to say.
    pub(crate) fn names(&self) -> usize {
        self.groups.iter().map(|group| group.names.len()).sum()
    }

    /// The groups of answers that are known in one way.
    fn of(&self, how: Known) -> Option<Vec<&Group<'a>>> {
        let groups: Vec<_> = self.groups.iter().filter(|group| group.known == how).collect();
        (!groups.is_empty()).then_some(groups)
    }

    /// Who answers what, in a few short sentences; empty when nobody answered and nobody was asked.
    pub(crate) fn text(&self, cx: &Context<'_>, who: Who) -> String {
        let names = |names: &[&str]| match who {
            Who::Named => phrase::names_listed(cx, names),
            Who::Counted => cx.words.with(msg::LEAD_COUNT, fill::n(names.len())),
        };
        let confirmed = self.of(Known::Confirmed).into_iter().flatten().map(|Group { word, names: of, .. }| {
            cx.words.with(msg::LEAD_ANSWER, (fill::names(names(of)), fill::word(&**word)))
        });
        let worded = |Group { word, names, .. }: &Group<'_>| match who {
            Who::Named => {
                let names = fill::names(phrase::names_listed(cx, names));
                cx.words.with(msg::LEAD_NAMES_WORD, (names, fill::word(&**word)))
            }
            Who::Counted => counted(cx, word, names.len()),
        };
        let together = |groups: Vec<&Group<'_>>| groups.into_iter().map(worded).collect::<Vec<_>>().join("; ");
        let others = [(msg::LEAD_UNCHECKED, Known::Waits), (msg::LEAD_REPORTED, Known::Reported)];
        let others = others
            .into_iter()
            .filter_map(|(id, how)| self.of(how).map(|groups| cx.words.with(id, fill::names(together(groups)))));
        let silent = [(msg::LEAD_NO_REPLY, self.no_reply), (msg::LEAD_WAITING, self.waiting)];
        let silent = silent.into_iter().filter(|(_, n)| *n > 0);
        let silent = silent.map(|(id, n): (Message<fill::N>, usize)| cx.words.with(id, fill::n(n)));
        confirmed.chain(others).chain(silent).collect::<Vec<_>>().join(" ")
    }

    /// What parties say, in sentences whose subject they are; nothing when no line is clear.
    pub(crate) fn lines_text(&self, cx: &Context<'_>, who: Who) -> Option<String> {
        let said = [
            (msg::LEAD_LINES, Known::Confirmed),
            (msg::LEAD_LINES_UNCHECKED, Known::Waits),
            (msg::LEAD_LINES_REPORTED, Known::Reported),
        ];
        let said = said.into_iter().filter_map(|(id, how)| {
            self.of(how).map(|groups| cx.words.with(id, fill::lines(lines(cx, groups.into_iter(), who))))
        });
        let said: Vec<String> = said.collect();
        (!said.is_empty()).then(|| said.join(" "))
    }

    /// The same where it is said above that these are the lines of parties, and whether they are checked.
    pub(crate) fn bare_lines_text(&self, cx: &Context<'_>, who: Who) -> Option<String> {
        self.are_known().then(|| cx.words.with(msg::LEAD_LINES_BARE, fill::lines(lines(cx, self.groups.iter(), who))))
    }

    /// Whether all of these answers are confirmed.
    pub(crate) fn are_checked(&self) -> bool {
        self.groups.iter().all(|group| group.known == Known::Confirmed)
    }

    /// Whether all wait for a second pair of eyes.
    pub(crate) fn are_unchecked(&self) -> bool {
        self.groups.iter().all(|group| group.known == Known::Waits)
    }
}

/// How many give an answer.
fn counted(cx: &Context<'_>, word: &str, n: usize) -> String {
    cx.words.with(msg::LEAD_LINE_COUNT, (fill::n(n), fill::word(word)))
}

/// Which parties say what.
fn lines<'g, 'a: 'g>(cx: &Context<'_>, groups: impl Iterator<Item = &'g Group<'a>>, who: Who) -> String {
    let line = |Group { word, names, .. }: &Group<'_>| match who {
        Who::Named => {
            cx.words.with(msg::LEAD_LINE, (fill::names(phrase::names_listed(cx, names)), fill::word(&**word)))
        }
        Who::Counted => counted(cx, word, names.len()),
    };
    groups.map(line).collect::<Vec<_>>().join("; ")
}

/// One question of a lead with what is known of it.
pub(crate) fn line(cx: &Context<'_>, put: &PutQuestion, text: String) -> Value {
    view! { short: put.wording().short, link: cx.question_link(put.id()), text }
}
