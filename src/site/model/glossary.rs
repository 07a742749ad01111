use std::collections::BTreeSet;

use jiff::civil::Date;

use super::content::Content;
use super::judge::Judge;
use crate::country::uk::Nation;
use crate::diagnostic::{Code, Diagnostics};
use crate::load::InFile;
use crate::load::records::{GlossaryFile, TermRecord};

/// Judges the glossary, sorted by term; of one term, the earliest meaning first.
pub(super) fn glossary(in_file: Option<InFile<GlossaryFile>>, found: &mut Diagnostics) -> Vec<TermRecord> {
    let Some(in_file) = in_file else { return Vec::new() };
    let mut judge = Judge::of(&in_file);
    let mut terms = in_file.record.terms;
    for (at, term) in terms.iter().enumerate() {
        judge.term(term, &terms[..at]);
    }
    found.extend(judge.found);
    terms.sort_by_cached_key(|term| (term.term.as_str().to_lowercase(), term.id.value.clone(), first_day(term)));
    terms
}

impl Judge {
    /// Reports what does not go together in a term, or with those before it.
    fn term(&mut self, term: &TermRecord, before: &[TermRecord]) {
        if let (Some(from), Some(until)) = (&term.from, &term.until)
            && from.earliest() > until.latest()
        {
            let message = format!("it begins in {} and ends in {}, which is earlier", from.value, until.value);
            self.report(Code::DateOrder, until.pos, message, "correct one of the two dates");
        }
        let id = &term.id;
        // What could not be read may be what keeps the two apart.
        let is_unsure = |other: &TermRecord| {
            [other, term].iter().any(|one| self.broken.holds(one.id.pos)) && (is_limited(other) || is_limited(term))
        };
        if before.iter().any(|other| other.id.value == id.value && overlap(other, term) && !is_unsure(other)) {
            let message = format!("there are two terms with the id “{}” for the same time and place", id.value);
            let help = "give each an id of its own; for one term whose meaning changed, end the old one with “until:”";
            self.report(Code::DuplicateId, id.pos, message, help);
        }
    }
}

impl Content {
    /// The terms of the glossary in its order, each with all its meanings.
    #[must_use]
    pub fn terms(&self) -> Vec<Vec<&TermRecord>> {
        let mut terms: Vec<Vec<&TermRecord>> = Vec::new();
        for entry in &self.glossary {
            match terms.iter_mut().find(|meanings| meanings[0].id.value == entry.id.value) {
                Some(meanings) => meanings.push(entry),
                None => terms.push(vec![entry]),
            }
        }
        terms
    }
}

/// Whether a term has this meaning on a day.
#[must_use]
pub fn is_valid_on(term: &TermRecord, day: Date) -> bool {
    first_day(term) <= Some(day) && last_day(term).is_none_or(|last| day <= last)
}

/// Whether a term has this meaning in one of some nations.
#[must_use]
pub fn is_valid_in(term: &TermRecord, nations: &BTreeSet<Nation>) -> bool {
    term.nations.is_empty() || term.nations.iter().any(|nation| nations.contains(nation))
}

/// Whether there is a day and a place on which both hold.
fn overlap(a: &TermRecord, b: &TermRecord) -> bool {
    let begins_in_time = |a, b| last_day(a).is_none_or(|last| first_day(b) <= Some(last));
    let everywhere = a.nations.is_empty() || b.nations.is_empty();
    let somewhere = everywhere || a.nations.iter().any(|nation| b.nations.contains(nation));
    somewhere && begins_in_time(a, b) && begins_in_time(b, a)
}

/// Whether a term means this at some time or in some place only.
fn is_limited(term: &TermRecord) -> bool {
    term.from.is_some() || term.until.is_some() || !term.nations.is_empty()
}

/// The first day of a meaning; none when it is older than anybody says.
fn first_day(term: &TermRecord) -> Option<Date> {
    term.from.as_ref().map(|from| from.earliest())
}

fn last_day(term: &TermRecord) -> Option<Date> {
    term.until.as_ref().map(|until| until.latest())
}
