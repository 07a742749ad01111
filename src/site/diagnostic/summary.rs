use std::collections::BTreeMap;

use super::{Code, Diagnostic};

/// How many of one kind are each told before they become one.
const FEW: usize = 5;

/// Codes of which many in one run are one thing to know rather than many: what an import leaves in every ballot, or what is
/// to be done for all sources at once.
const TOGETHER: [Code; 3] = [Code::GuessedName, Code::NotArchived, Code::Unasked];

/// Sorted problems, with many of a kind that is told together as one: the first, with the count of the others.
#[must_use]
pub fn told_together(problems: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut counts: BTreeMap<Code, usize> = BTreeMap::new();
    for problem in problems.iter().filter(|problem| TOGETHER.contains(&problem.code)) {
        *counts.entry(problem.code).or_default() += 1;
    }
    counts.retain(|_, count| *count > FEW);
    let mut kept = Vec::new();
    for mut problem in problems {
        match counts.get_mut(&problem.code) {
            // Told with the first of them already.
            Some(0) => continue,
            Some(count) => {
                problem.message = format!("{} (and {} more like this; --all lists each)", problem.message, *count - 1);
                *count = 0;
            }
            None => {}
        }
        kept.push(problem);
    }
    kept
}
