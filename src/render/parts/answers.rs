use std::borrow::Cow;

use tera::Value;

use crate::atoms::Stance;
use crate::messages::{Message, fill, msg};
use crate::model::{Candidacy, Cell, Election, Gap, Mark, Own, PartyCell, PartyLine, PutQuestion};
use crate::render::context::Context;
use crate::render::parts::{mark, party_table, phrase};

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
    sure: bool,
    word: Cow<'a, str>,
    names: Vec<&'a str>,
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
        let (stance, sure, word) = (*mark.stance, mark.is_confirmed(), mark::word(cx, mark));
        let of_same = |group: &&mut Group<'a>| group.sure == sure && group.word == word;
        match self.groups.iter_mut().find(of_same) {
            Some(group) if group.names.contains(&name) => {}
            Some(group) => group.names.push(name),
            None => {
                self.groups.push(Group { stance, sure, word, names: vec![name] });
                self.groups.sort_by_key(|group| (!group.sure, group.stance));
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

    /// The groups of answers that are confirmed, and those that are not.
    fn parts(&self) -> (&[Group<'a>], &[Group<'a>]) {
        self.groups.split_at(self.groups.partition_point(|group| group.sure))
    }

    /// Who answers what, in a few short sentences; empty when nobody answered and nobody was asked.
    pub(crate) fn text(&self, cx: &Context<'_>, who: Who) -> String {
        let (sure, unsure) = self.parts();
        let names = |names: &[&str]| match who {
            Who::Named => phrase::names_listed(cx, names),
            Who::Counted => cx.words.with(msg::LEAD_COUNT, fill::n(names.len())),
        };
        let sure = sure.iter().map(|Group { word, names: of, .. }| {
            cx.words.with(msg::LEAD_ANSWER, (fill::names(names(of)), fill::word(&**word)))
        });
        let worded = |Group { word, names: of, .. }: &Group<'_>| {
            cx.words.with(msg::LEAD_NAMES_WORD, (fill::names(names(of)), fill::word(&**word)))
        };
        let all_unsure = || match who {
            Who::Named => unsure.iter().map(worded).collect::<Vec<_>>().join("; "),
            Who::Counted => {
                cx.words.with(msg::LEAD_COUNT, fill::n(unsure.iter().map(|group| group.names.len()).sum::<usize>()))
            }
        };
        let unsure = (!unsure.is_empty()).then(|| cx.words.with(msg::LEAD_UNCHECKED, fill::names(all_unsure())));
        let counted = [(msg::LEAD_NO_REPLY, self.no_reply), (msg::LEAD_WAITING, self.waiting)];
        let counted = counted.into_iter().filter(|(_, n)| *n > 0);
        let counted = counted.map(|(id, n): (Message<fill::N>, usize)| cx.words.with(id, fill::n(n)));
        sure.chain(unsure).chain(counted).collect::<Vec<_>>().join(" ")
    }

    /// What parties say, in sentences whose subject they are; nothing when no line is clear.
    pub(crate) fn lines_text(&self, cx: &Context<'_>, who: Who) -> Option<String> {
        let (sure, unsure) = self.parts();
        let unsure_id = if sure.is_empty() { msg::LEAD_LINES_UNCHECKED } else { msg::LEAD_LINES_MORE };
        let said = [(msg::LEAD_LINES, sure), (unsure_id, unsure)].into_iter().filter(|(_, groups)| !groups.is_empty());
        let said = said.map(|(id, groups)| cx.words.with(id, fill::lines(lines(cx, groups, who))));
        let said: Vec<String> = said.collect();
        (!said.is_empty()).then(|| said.join(" "))
    }

    /// The same where it is said above that these are the lines of parties, and whether they are checked.
    pub(crate) fn bare_lines_text(&self, cx: &Context<'_>, who: Who) -> Option<String> {
        self.are_known().then(|| cx.words.with(msg::LEAD_LINES_BARE, fill::lines(lines(cx, &self.groups, who))))
    }

    /// Whether all of these answers are confirmed.
    pub(crate) fn are_checked(&self) -> bool {
        self.groups.iter().all(|group| group.sure)
    }

    /// Whether none is.
    pub(crate) fn are_unchecked(&self) -> bool {
        self.groups.iter().all(|group| !group.sure)
    }
}

/// Which parties say what.
fn lines(cx: &Context<'_>, groups: &[Group<'_>], who: Who) -> String {
    let line = |Group { word, names, .. }: &Group<'_>| match who {
        Who::Named => {
            cx.words.with(msg::LEAD_LINE, (fill::names(phrase::names_listed(cx, names)), fill::word(&**word)))
        }
        Who::Counted => cx.words.with(msg::LEAD_LINE_COUNT, (fill::n(names.len()), fill::word(&**word))),
    };
    groups.iter().map(line).collect::<Vec<_>>().join("; ")
}

/// One question of a lead with what is known of it.
pub(crate) fn line(cx: &Context<'_>, put: &PutQuestion, text: String) -> Value {
    view! { short: put.wording().short, link: cx.question_link(put.id()), text }
}
