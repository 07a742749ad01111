use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::gap::line_anchor;
use super::mark::SHAPES;
use super::{MarkView, Note, Source};
use crate::model::Election;

/// One question at a glance: which parties say what.
#[derive(Debug, Serialize)]
pub struct GlanceView<'a> {
    /// The question.
    pub ask: &'a str,
    /// Its page.
    pub link: &'a str,
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
    /// What the word means of all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Cow<'a, str>>,
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
    /// Our words, or else theirs, for a “Partly”, which means nothing without them.
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

impl<'a> Source<'a> {
    /// Which parties say what in an election, by question; nothing when no line is on record.
    pub(super) fn glance(&self, election: &'a Election) -> Vec<GlanceView<'a>> {
        let Some(table) = self.party_table(election) else { return Vec::new() };
        let mut questions: Vec<(&str, &str, BTreeMap<_, GlanceGroup<'a>>)> =
            table.columns.into_iter().map(|head| (head.ask, head.link, BTreeMap::new())).collect();
        for row in table.rows {
            let note = row.note.filter(|_| self.shares_its_name(row.party.name));
            for ((n, cell), (_, _, groups)) in row.cells.into_iter().enumerate().zip(&mut questions) {
                let anchor = line_anchor(election.id.as_str(), election.questions[n].0.id.as_str());
                let link = format!("{}#{anchor}", row.party.link.unwrap_or_default());
                for mark in cell.marks {
                    let group = groups.entry(rank(&mark)).or_insert_with(|| self.group(&mark));
                    group.parties.push(party(row.party.name, note, link.clone(), mark));
                }
            }
        }
        let view = |(ask, link, groups): (_, _, BTreeMap<_, GlanceGroup<'a>>)| {
            let counted = groups.into_values().map(|group| GlanceGroup { count: self.count(&group.parties), ..group });
            GlanceView { ask, link, groups: counted.collect() }
        };
        questions.into_iter().map(view).collect()
    }

    fn count(&self, parties: &[GlanceParty<'_>]) -> String {
        let different: BTreeSet<&str> = parties.iter().map(|party| party.link.as_str()).collect();
        self.words.with("glance-count", [("n", different.len().into())])
    }

    fn shares_its_name(&self, name: &str) -> bool {
        self.campaign.parties.iter().filter(|party| party.name.as_str() == name).nth(1).is_some()
    }

    fn group(&self, mark: &MarkView<'a>) -> GlanceGroup<'a> {
        let note = is_silent(mark).then(|| self.words.text("glance-silent"));
        GlanceGroup {
            tone: mark.tone,
            shape: mark.shape,
            word: mark.word.clone(),
            note,
            count: String::new(),
            parties: Vec::new(),
        }
    }
}

/// The place of a mark among the groups: the answers first, as they are explained; confirmed ones before others.
fn rank(mark: &MarkView<'_>) -> (usize, String) {
    let place = SHAPES.iter().position(|shape| mark.shape == Some(shape)).unwrap_or(SHAPES.len());
    (place, mark.word.to_string())
}

fn is_silent(mark: &MarkView<'_>) -> bool {
    mark.shape == Some("silent")
}

fn party<'a>(name: &'a str, note: Option<&'a str>, link: String, mark: MarkView<'a>) -> GlanceParty<'a> {
    let status = if is_silent(&mark) { None } else { mark.status };
    let words = mark.says.map(Cow::from).or(mark.quote.map(Cow::from)).filter(|_| mark.tone == "partly");
    GlanceParty { name, link, note, words, status, caveat: mark.caveat, notes: mark.notes }
}
