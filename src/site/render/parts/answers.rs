use std::borrow::Cow;

use tera::Value;

use crate::atoms::Stance;
use crate::country::uk::Nation;
use crate::messages::{Message, fill, msg};
use crate::model::{Candidacy, Cell, Election, Gap, Mark, Own, PartyCell, PartyLine, PutQuestion};
use crate::render::context::Context;
use crate::render::parts::{mark, party_table, phrase};
use crate::render::record_words;

/// Up to how many names stand in a line; beyond, it counts them.
const MOST_NAMES: usize = 8;

/// A candidacy and what it is called.
pub(crate) type NamedCandidacy<'a> = (Cow<'a, str>, &'a Candidacy);

/// Who gives which answer to a question: the candidates themselves, or parties. What is disputed, could not be
/// verified or was withdrawn does not stand here at all.
#[derive(Default)]
pub(crate) struct Answers<'a> {
    /// In the order in which they are said.
    groups: Vec<Group<'a>>,
    /// How many answers of candidates wait for a second pair of eyes.
    pub(crate) unchecked: usize,
    no_reply: usize,
    waiting: usize,
    /// How many candidates were put the question.
    all: usize,
}

/// Those who give the same answer. Only what is confirmed stands under its word.
pub(crate) struct Group<'a> {
    pub(crate) stance: Stance,
    known: Known,
    pub(crate) word: Cow<'a, str>,
    pub(crate) by: Vec<GivenBy<'a>>,
}

/// Who gives an answer.
pub(crate) struct GivenBy<'a> {
    name: Cow<'a, str>,
    /// Where alone; empty for everywhere.
    pub(crate) nations: Vec<Nation>,
    /// Whether there is more to it than its word.
    pub(crate) noted: bool,
}

impl GivenBy<'_> {
    /// The name, with where alone the answer holds.
    pub(crate) fn name(&self, cx: &Context<'_>) -> String {
        phrase::in_nations(cx, self.name.clone(), &self.nations)
    }

    /// Takes in the same answer of the same holder, given somewhere else.
    fn join(&mut self, other: Self) {
        self.noted |= other.noted;
        if self.nations.is_empty() || other.nations.is_empty() {
            self.nations.clear();
        } else {
            self.nations.extend(other.nations);
        }
    }
}

impl Group<'_> {
    fn listed(&self, cx: &Context<'_>) -> String {
        let names: Vec<String> = self.by.iter().map(|holder| holder.name(cx)).collect();
        phrase::names_listed(cx, &names)
    }
}

/// How surely an answer is known, in the order in which it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Known {
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
        people: impl Iterator<Item = NamedCandidacy<'a>>,
        put: &PutQuestion,
    ) -> Self {
        let mut answers = Self::default();
        for (name, cell) in people.filter_map(|(name, person)| Some((name, person.cell(put.id())?))) {
            answers.all += 1;
            match &cell.own {
                Own::Answer(position) => {
                    answers.unchecked += usize::from(mark::waits(&position.mark));
                    answers.add(cx, name, &[], &position.mark);
                }
                Own::Gap(Gap::NoReply { .. }) => answers.no_reply += 1,
                Own::Gap(Gap::Waiting { .. }) => answers.waiting += 1,
                _ => {}
            }
        }
        answers
    }

    /// The lines of all parties of which something is known in an election; of one that does not hold everywhere, where.
    pub(crate) fn of_parties(cx: &Context<'a>, election: &'a Election, put: &'a PutQuestion) -> Self {
        let lines = party_table::known(cx, election).into_iter().flat_map(|party| {
            let lines = party_table::lines(election, party, &put.question);
            lines.map(|line| (cx.words.told(party.called()), &line.nations[..], &line.mark))
        });
        Self::of_marks(cx, lines)
    }

    /// The lines of the parties of some candidates, each once.
    pub(crate) fn of_lines(cx: &Context<'a>, cells: impl Iterator<Item = &'a Cell>) -> Self {
        let lines =
            cells.filter_map(|cell| cell.party.as_ref()).filter_map(|PartyCell { party, line, .. }| match line {
                PartyLine::Stance(line) => Some((cx.words.told(party.called()), &[][..], &line.mark)),
                _ => None,
            });
        Self::of_marks(cx, lines)
    }

    /// Marks, each with who holds it and where alone.
    pub(crate) fn of_marks<'m>(
        cx: &Context<'a>,
        marks: impl Iterator<Item = (Cow<'a, str>, &'m [Nation], &'m Mark)>,
    ) -> Self {
        let mut answers = Self::default();
        marks.for_each(|(name, nations, mark)| answers.add(cx, name, nations, mark));
        answers
    }

    fn add(&mut self, cx: &Context<'a>, name: Cow<'a, str>, nations: &[Nation], mark: &Mark) {
        if !mark::stands(mark) {
            return;
        }
        let stance = *mark.stance;
        let known = match mark.is_confirmed() {
            true => Known::Confirmed,
            false if mark::waits(mark) => Known::Waits,
            false => Known::Reported,
        };
        let holder = GivenBy { name, nations: nations.to_vec(), noted: mark.caveat.is_some() };
        let of_same = |group: &&mut Group<'a>| (group.known, group.stance) == (known, stance);
        match self.groups.iter_mut().find(of_same) {
            Some(group) => match group.by.iter_mut().find(|known| known.name == holder.name) {
                Some(known) => known.join(holder),
                None => group.by.push(holder),
            },
            None => {
                let word = cx.words.text(record_words::stance(stance));
                self.groups.push(Group { stance, known, word, by: vec![holder] });
                self.groups.sort_by_key(|group| (group.known, group.stance));
            }
        }
    }

    /// What is confirmed, whether it is a clear answer or not.
    pub(crate) fn confirmed(&self) -> impl Iterator<Item = &Group<'a>> {
        self.groups.iter().filter(|group| group.known == Known::Confirmed)
    }

    fn clear(&self) -> impl Iterator<Item = &Group<'a>> {
        self.groups.iter().filter(|group| group.stance.is_clear())
    }

    /// Whether there is a clear answer.
    pub(crate) fn are_known(&self) -> bool {
        self.clear().next().is_some()
    }

    /// How many names there are to say.
    pub(crate) fn names(&self) -> usize {
        self.clear().map(|group| group.by.len()).sum()
    }

    /// The groups of answers that are known in one way.
    fn of(&self, how: Known) -> Option<Vec<&Group<'a>>> {
        let groups: Vec<_> = self.clear().filter(|group| group.known == how).collect();
        (!groups.is_empty()).then_some(groups)
    }

    /// Who answers what, in a few short sentences; empty when nobody answered and nobody was asked.
    pub(crate) fn text(&self, cx: &Context<'_>, who: Who) -> String {
        let names = |group: &Group<'_>| match who {
            Who::Named => group.listed(cx),
            Who::Counted => cx.words.with(msg::LEAD_COUNT, fill::n(group.by.len())),
        };
        let confirmed = self
            .of(Known::Confirmed)
            .into_iter()
            .flatten()
            .map(|group| cx.words.with(msg::LEAD_ANSWER, (fill::names(names(group)), fill::word(&*group.word))));
        let worded = |group: &Group<'_>| match who {
            Who::Named => {
                cx.words.with(msg::LEAD_NAMES_WORD, (fill::names(group.listed(cx)), fill::word(&*group.word)))
            }
            Who::Counted => counted(cx, group),
        };
        let together = |groups: Vec<&Group<'_>>| groups.into_iter().map(worded).collect::<Vec<_>>().join("; ");
        let others = [(msg::LEAD_UNCHECKED, Known::Waits), (msg::LEAD_REPORTED, Known::Reported)];
        let others = others
            .into_iter()
            .filter_map(|(id, how)| self.of(how).map(|groups| cx.words.with(id, fill::names(together(groups)))));
        confirmed.chain(others).chain(self.silent(cx)).collect::<Vec<_>>().join(" ")
    }

    /// How many of the candidates who were asked have not answered, in sentences.
    pub(crate) fn silent(&self, cx: &Context<'_>) -> impl Iterator<Item = String> {
        let silent = [(msg::LEAD_NO_REPLY, self.no_reply), (msg::LEAD_WAITING, self.waiting)];
        let silent = silent.into_iter().filter(|(_, n)| *n > 0);
        silent.map(|(id, n): (Message<fill::N>, usize)| cx.words.with(id, fill::n(n)))
    }

    /// From how many others nothing clear is known, where something is known of some.
    pub(crate) fn rest(&self, cx: &Context<'_>) -> Option<String> {
        let rest = self.unknown();
        (rest > 0 && rest < self.all).then(|| cx.words.with(msg::LEAD_REST, fill::n(rest)))
    }

    /// How many candidates were put the question.
    pub(crate) fn all(&self) -> usize {
        self.all
    }

    /// Of how many of them nothing is known, not even that they have not answered.
    pub(crate) fn unknown(&self) -> usize {
        self.all.saturating_sub(self.names() + self.no_reply + self.waiting)
    }

    /// How many give each clear answer, and how surely that is known.
    pub(crate) fn counts(&self) -> impl Iterator<Item = (Known, &str, usize)> {
        self.clear().map(|group| (group.known, &*group.word, group.by.len()))
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
        self.are_known().then(|| cx.words.with(msg::LEAD_LINES_BARE, fill::lines(lines(cx, self.clear(), who))))
    }

    /// Whether all of these answers are confirmed.
    pub(crate) fn are_checked(&self) -> bool {
        self.clear().all(|group| group.known == Known::Confirmed)
    }

    /// Whether all wait for a second pair of eyes.
    pub(crate) fn are_unchecked(&self) -> bool {
        self.clear().all(|group| group.known == Known::Waits)
    }
}

/// How many give an answer.
fn counted(cx: &Context<'_>, Group { word, by, .. }: &Group<'_>) -> String {
    cx.words.with(msg::LEAD_LINE_COUNT, (fill::n(by.len()), fill::word(&**word)))
}

/// Which parties say what.
fn lines<'g, 'a: 'g>(cx: &Context<'_>, groups: impl Iterator<Item = &'g Group<'a>>, who: Who) -> String {
    let line = |group: &Group<'_>| match who {
        Who::Named => cx.words.with(msg::LEAD_LINE, (fill::names(group.listed(cx)), fill::word(&*group.word))),
        Who::Counted => counted(cx, group),
    };
    groups.map(line).collect::<Vec<_>>().join("; ")
}

/// One question of a lead with what is known of it.
pub(crate) fn line(cx: &Context<'_>, put: &PutQuestion, text: String) -> Value {
    view! { short: put.wording().short, link: cx.question_link(put.id()), text }
}
