use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::messages::{fill, msg};
use crate::model::Election;
use crate::render::context::Context;
use crate::render::parts::{MarkView, QuestionHead, mark, party_table};

views! {
    /// One question at a glance: how many parties say what.
    GlanceView<'a> {
        ask: Cow<'a, str>, "The question, and where it is put, unless everywhere";
        link: &'a str, "Its page";
        groups: Vec<GlanceGroup<'a>>, "The parties by what they say: yes, no, partly, and the gaps";
    }

    /// The parties that share a mark.
    GlanceGroup<'a> {
        tone: &'static str, "Its colour";
        shape: Option<&'static str>, "Its shape; marks that have no box have none";
        word: Cow<'a, str>, "The voter's word for it";
        count: String, "How many parties they are";
    }
}

/// How the marks of a group look: colour, shape and word.
type Face<'a> = (&'static str, Option<&'static str>, Cow<'a, str>);

/// The parties that share a mark, by its place: how it looks, and in which rows of the table they stand.
type Groups<'a> = BTreeMap<(usize, String), (Face<'a>, BTreeSet<usize>)>;

/// How many parties say what in an election, by question; nothing when no line is on record.
pub(crate) fn view<'a>(cx: &Context<'a>, election: &'a Election) -> Vec<GlanceView<'a>> {
    let Some(table) = party_table::view(cx, election) else { return Vec::new() };
    let mut questions: Vec<(QuestionHead<'a>, Groups<'a>)> =
        table.columns.into_iter().map(|head| (head, BTreeMap::new())).collect();
    for (party, row) in table.rows.into_iter().enumerate() {
        for (cell, (_, groups)) in row.cells.into_iter().zip(&mut questions) {
            for mark in cell.marks {
                let place = rank(&mark);
                let face = || ((mark.tone, mark.shape, mark.word), BTreeSet::new());
                groups.entry(place).or_insert_with(face).1.insert(party);
            }
        }
    }
    let group = |((tone, shape, word), parties): (Face<'a>, BTreeSet<usize>)| {
        let count = cx.words.with(msg::GLANCE_COUNT, fill::n(parties.len()));
        GlanceGroup { tone, shape, word, count }
    };
    let view = |(head, groups): (QuestionHead<'a>, Groups<'a>)| GlanceView {
        ask: head.ask,
        link: head.link,
        groups: groups.into_values().map(group).collect(),
    };
    questions.into_iter().map(view).collect()
}

/// The place of a mark among the groups: the answers first, as they are explained; confirmed ones before others.
fn rank(mark: &MarkView<'_>) -> (usize, String) {
    let place = mark::SHAPES.iter().position(|shape| mark.shape == Some(shape)).unwrap_or(mark::SHAPES.len());
    (place, mark.word.to_string())
}
