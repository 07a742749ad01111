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

/// The clear answers, in the order in which they are said.
const CLEAR: [Stance; 3] = [Stance::Supports, Stance::Opposes, Stance::Mixed];

/// Who gives which clear answer to a question. Only what is confirmed stands under its word; what is disputed, could not be
/// verified or was withdrawn does not stand here at all.
#[derive(Default)]
pub(crate) struct Answers<'a> {
    sure: [Vec<&'a str>; CLEAR.len()],
    unsure: Vec<(&'a str, Cow<'a, str>)>,
    no_reply: usize,
    waiting: usize,
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

    fn add(&mut self, cx: &Context<'a>, name: &'a str, mark: &Mark) {
        if !mark::is_known_answer(mark) {
            return;
        }
        let place = CLEAR.iter().position(|stance| *stance == *mark.stance);
        match place.filter(|_| mark.is_confirmed()) {
            Some(place) if self.sure[place].contains(&name) => {}
            Some(place) => self.sure[place].push(name),
            None => {
                let unsure = (name, mark::word(cx, mark));
                if !self.unsure.contains(&unsure) {
                    self.unsure.push(unsure);
                }
            }
        }
    }

    /// Whether there is a clear answer.
    pub(crate) fn are_known(&self) -> bool {
        self.names() > 0
    }

    fn names(&self) -> usize {
        self.sure.iter().map(Vec::len).sum::<usize>() + self.unsure.len()
    }

    /// Who answers what, in a few short sentences; empty when nobody answered and nobody was asked.
    pub(crate) fn text(&self, cx: &Context<'_>) -> String {
        let named = self.names() <= MOST_NAMES;
        let names = |names: &[&str]| match named {
            true => phrase::names_listed(cx, names),
            false => cx.words.with(msg::LEAD_COUNT, fill::n(names.len())),
        };
        let sure = CLEAR.iter().zip(&self.sure).filter(|(_, who)| !who.is_empty());
        let sure = sure.map(|(stance, who)| {
            let word = fill::word(cx.words.text(record_words::stance(*stance)));
            cx.words.with(msg::LEAD_ANSWER, (fill::names(names(who)), word))
        });
        let worded = |(name, word): &(&str, Cow<'_, str>)| {
            cx.words.with(msg::LEAD_NAME_WORD, (fill::name(*name), fill::word(&**word)))
        };
        let unsure: Vec<String> = self.unsure.iter().map(worded).collect();
        let unsure: Vec<&str> = unsure.iter().map(String::as_str).collect();
        let unsure = (!unsure.is_empty()).then(|| cx.words.with(msg::LEAD_UNCHECKED, fill::names(names(&unsure))));
        let counted = [(msg::LEAD_NO_REPLY, self.no_reply), (msg::LEAD_WAITING, self.waiting)];
        let counted = counted.into_iter().filter(|(_, n)| *n > 0);
        let counted = counted.map(|(id, n): (Message<fill::N>, usize)| cx.words.with(id, fill::n(n)));
        sure.chain(unsure).chain(counted).collect::<Vec<_>>().join(" ")
    }
}

/// What the parties of some candidates say, each once, in a sentence whose subject they are; nothing when no line is clear.
pub(crate) fn lines_text<'a>(cx: &Context<'a>, cells: impl Iterator<Item = &'a Cell>) -> Option<String> {
    let mut groups: Vec<((Stance, bool), Vec<&str>)> = Vec::new();
    for PartyCell { party, line, .. } in cells.filter_map(|cell| cell.party.as_ref()) {
        let PartyLine::Stance(line) = line else { continue };
        if !mark::is_known_answer(&line.mark) {
            continue;
        }
        let (kind, name) = ((*line.mark.stance, line.mark.is_confirmed()), party.called().as_str());
        match groups.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, names)) if names.contains(&name) => {}
            Some((_, names)) => names.push(name),
            None => groups.push((kind, vec![name])),
        }
    }
    groups.sort_by_key(|((stance, sure), _)| (CLEAR.iter().position(|clear| clear == stance), !sure));
    let named = groups.iter().map(|(_, names)| names.len()).sum::<usize>() <= MOST_NAMES;
    let said = groups.iter().map(|((stance, sure), names)| {
        let id = if *sure { msg::LEAD_LINE } else { msg::LEAD_LINE_UNCHECKED };
        let names = match named {
            true => phrase::names_listed(cx, names),
            false => cx.words.with(msg::LEAD_OF_PARTIES, fill::n(names.len())),
        };
        cx.words.with(id, (fill::names(names), fill::word(cx.words.text(record_words::stance(*stance)))))
    });
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| cx.words.with(msg::LEAD_LINES, fill::lines(said.join("; "))))
}

/// One question of a lead with what is known of it.
pub(crate) fn line(cx: &Context<'_>, put: &PutQuestion, text: String) -> Value {
    view! { short: put.wording().short, link: cx.question_link(put.id()), text }
}
