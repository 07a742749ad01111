use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::gap::line_anchor;
use super::mark::SHAPES;
use super::{MarkView, Note, QuestionHead, Source};
use crate::model::Election;

/// One question at a glance: which parties say what.
#[derive(Debug, Serialize)]
pub struct GlanceView<'a> {
    /// The question.
    pub ask: &'a str,
    /// Its page.
    pub link: &'a str,
    /// What opens the list of parties; no two questions have the same.
    pub which: String,
    /// The parties by what they say: yes, no, partly, and the gaps.
    pub groups: Vec<GlanceGroup<'a>>,
}

/// The parties that share a mark.
#[derive(Debug, Serialize)]
pub struct GlanceGroup<'a> {
    /// Its colour.
    pub tone: &'static str,
    /// Its shape; marks that have no box have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shape: Option<&'static str>,
    /// The voter's word for it.
    pub word: Cow<'a, str>,
    /// How many parties they are.
    pub count: String,
    /// The parties, by name; one with lines of single nations as often as it has any.
    pub parties: Vec<GlanceParty<'a>>,
}

/// A party in a group, with what its mark must carry.
#[derive(Debug, Serialize)]
pub struct GlanceParty<'a> {
    /// Its name.
    pub name: &'a str,
    /// The place on its page where the evidence stands whole.
    pub link: String,
    /// What tells it from another of the same name, when there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<&'a str>,
    /// For a “Partly”, which means nothing without them, our words or else theirs; for a silence, how it was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<Cow<'a, str>>,
    /// The date, and how far it is verified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// A doubt that every reader must see.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caveat: Option<String>,
    /// Where it holds, and why another party's line does.
    pub notes: Vec<Note<'a>>,
}

/// How the marks of a group look: colour, shape and word.
type Face<'a> = (&'static str, Option<&'static str>, Cow<'a, str>);

/// The parties that share a mark, by its place.
type Groups<'a> = BTreeMap<(usize, String), (Face<'a>, Vec<GlanceParty<'a>>)>;

impl<'a> Source<'a> {
    /// Which parties say what in an election, by question; nothing when no line is on record.
    pub(super) fn glance(&self, election: &'a Election) -> Vec<GlanceView<'a>> {
        let Some(table) = self.party_table(election) else { return Vec::new() };
        let mut questions: Vec<(QuestionHead<'a>, Groups<'a>)> =
            table.columns.into_iter().map(|head| (head, BTreeMap::new())).collect();
        for row in table.rows {
            let note = row.note.filter(|_| self.shares_its_name(row.party.name));
            for ((n, cell), (_, groups)) in row.cells.into_iter().enumerate().zip(&mut questions) {
                let anchor = line_anchor(election.id.as_str(), election.questions[n].0.id.as_str());
                let link = format!("{}#{anchor}", row.party.link.unwrap_or_default());
                for mark in cell.marks {
                    let face = || ((mark.tone, mark.shape, mark.word.clone()), Vec::new());
                    let (_, parties) = groups.entry(rank(&mark)).or_insert_with(face);
                    parties.push(party(row.party.name, note, link.clone(), mark));
                }
            }
        }
        let group = |((tone, shape, word), parties): (Face<'a>, Vec<_>)| {
            let count = self.count(&parties);
            GlanceGroup { tone, shape, word, count, parties }
        };
        let view = |(n, (head, groups)): (usize, (QuestionHead<'a>, Groups<'a>))| {
            let which = self.words.with("glance-which", [("short", election.questions[n].0.short.as_str().into())]);
            GlanceView { ask: head.ask, link: head.link, which, groups: groups.into_values().map(group).collect() }
        };
        questions.into_iter().enumerate().map(view).collect()
    }

    fn count(&self, parties: &[GlanceParty<'_>]) -> String {
        let different: BTreeSet<&str> = parties.iter().map(|party| party.link.as_str()).collect();
        self.words.with("glance-count", [("n", different.len().into())])
    }

    fn shares_its_name(&self, name: &str) -> bool {
        self.campaign.parties.iter().filter(|party| party.name.as_str() == name).nth(1).is_some()
    }
}

/// The place of a mark among the groups: the answers first, as they are explained; confirmed ones before others.
fn rank(mark: &MarkView<'_>) -> (usize, String) {
    let place = SHAPES.iter().position(|shape| mark.shape == Some(shape)).unwrap_or(SHAPES.len());
    (place, mark.word.to_string())
}

fn party<'a>(name: &'a str, note: Option<&'a str>, link: String, mark: MarkView<'a>) -> GlanceParty<'a> {
    let says_how = mark.tone == "partly" || mark.shape == Some("silent");
    let words = mark.says.map(Cow::from).or(mark.quote.map(Cow::from)).filter(|_| says_how);
    GlanceParty { name, link, note, words, status: mark.status, caveat: mark.caveat, notes: mark.notes }
}
