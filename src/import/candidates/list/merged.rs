use std::collections::{BTreeMap, BTreeSet};

use super::ListRow;
use crate::atoms::PersonId;
use crate::diagnostic::{Code, Diagnostics, FileName, Pos};

/// How many ids somebody may have taken the place of.
const MOST: usize = 100;

/// The ids that each person of a list has taken the place of, directly or by way of others.
struct Replaced<'a> {
    all: BTreeMap<&'a PersonId, BTreeSet<&'a PersonId>>,
    lines: BTreeMap<&'a PersonId, u32>,
}

/// Gives every row all ids that its person has taken the place of: whoever replaces somebody also
/// replaces those whom they replaced. A row under an id since replaced goes to the one that replaces it,
/// unless that one stands on the ballot too. Circles, and ids that two people are said to replace, are
/// reported.
pub(super) fn follow_chains(rows: &mut [ListRow], file: &FileName, found: &mut Diagnostics) {
    let replaced = Replaced::of(rows);
    if replaced.report_endless(file, found)
        || replaced.report_circles(file, found)
        || replaced.report_disputed(file, found)
    {
        return;
    }
    let heirs = replaced.heirs();
    let on_ballots: BTreeSet<_> = rows.iter().map(|row| (&row.entry.contest.ballot, &row.entry.person)).collect();
    let settle = |row: &ListRow| {
        let heir = heirs.get(&row.entry.person).filter(|heir| !on_ballots.contains(&(&row.entry.contest.ballot, heir)));
        let person = heir.map_or(&row.entry.person, |heir| heir);
        let all = replaced.all.get(person).into_iter().flatten().filter(|id| !row.entry.former.contains(id));
        (person.clone(), all.map(|id| PersonId::clone(id)).collect())
    };
    let settled: Vec<(PersonId, Vec<PersonId>)> = rows.iter().map(settle).collect();
    for (row, (person, more)) in rows.iter_mut().zip(settled) {
        row.entry.person = person;
        row.entry.former.extend(more);
    }
}

impl<'a> Replaced<'a> {
    fn of(rows: &'a [ListRow]) -> Self {
        let mut direct: BTreeMap<&PersonId, BTreeSet<&PersonId>> = BTreeMap::new();
        let mut lines = BTreeMap::new();
        for row in rows.iter().filter(|row| !row.entry.former.is_empty()) {
            direct.entry(&row.entry.person).or_default().extend(&row.entry.former);
            lines.entry(&row.entry.person).or_insert(row.line);
        }
        let all = direct.keys().map(|person| (*person, reached(person, &direct))).collect();
        Self { all, lines }
    }

    fn has(&self, person: &PersonId, former: &PersonId) -> bool {
        self.all.get(person).is_some_and(|all| all.contains(former))
    }

    /// Nobody has that many ids; to follow them all would take hours.
    fn report_endless(&self, file: &FileName, found: &mut Diagnostics) -> bool {
        let endless = self.all.iter().filter(|(_, all)| all.len() > MOST).map(|(person, _)| *person);
        let Some(person) = endless.min_by_key(|person| self.lines[*person]) else { return false };
        let message = format!("{person} is said to replace more than {MOST} others");
        let help = "look at “old_person_ids” in this row, and in the rows of those whom it names";
        found.push(Code::Malformed, file, Pos { line: self.lines[person], column: 1 }, message, help);
        true
    }

    /// Of several ids one took the place of the others, not each of the next.
    fn report_circles(&self, file: &FileName, found: &mut Diagnostics) -> bool {
        let mut seen: BTreeSet<&PersonId> = BTreeSet::new();
        for person in self.all.keys().filter(|person| self.has(person, person)) {
            if !seen.insert(person) {
                continue;
            }
            let mut circle: Vec<&PersonId> = self.all[person].iter().copied().filter(|p| self.has(p, person)).collect();
            circle.sort_by_key(|p| self.lines[*p]);
            seen.extend(&circle);
            let names = listed(circle.iter().map(ToString::to_string).collect());
            let lines = listed(circle.iter().map(|p| self.lines[*p].to_string()).collect());
            let message = format!("{names} are said to replace each other in a circle (lines {lines})");
            let help = "look up which id is in use, and empty “old_person_ids” in its row or delete the others";
            found.push(Code::Malformed, file, Pos { line: self.lines[circle[0]], column: 1 }, message, help);
        }
        !seen.is_empty()
    }

    /// The last of those who replace each id, where nothing is disputed.
    fn heirs(&self) -> BTreeMap<&'a PersonId, &'a PersonId> {
        let given_up: BTreeSet<&PersonId> = self.all.values().flatten().copied().collect();
        let last = self.all.keys().filter(move |person| !given_up.contains(*person));
        last.flat_map(|heir| self.all[heir].iter().map(move |former| (*former, *heir))).collect()
    }

    fn report_disputed(&self, file: &FileName, found: &mut Diagnostics) -> bool {
        let mut heirs: BTreeMap<&PersonId, Vec<&PersonId>> = BTreeMap::new();
        for (person, all) in &self.all {
            all.iter().for_each(|former| heirs.entry(former).or_default().push(person));
        }
        let mut any = false;
        for (former, mut heirs) in heirs {
            heirs.sort_by_key(|heir| self.lines[*heir]);
            // So many cannot all replace one another; to compare each with each would take hours.
            if heirs.len() <= MOST {
                let all = heirs.clone();
                heirs.retain(|heir| !all.iter().any(|other| self.has(other, heir)));
            }
            let [first, second, ..] = heirs[..] else { continue };
            any = true;
            let message =
                format!("{former} is said to be replaced by {second}, and on line {} by {first}", self.lines[first]);
            let help = format!("look up who {former} was, and take it out of “old_person_ids” in the other row");
            found.push(Code::Malformed, file, Pos { line: self.lines[second], column: 1 }, message, help);
        }
        any
    }
}

/// Everybody whom a person replaces, by any number of steps; the person too when they lie in a circle.
/// Stops soon after there are too many.
fn reached<'a>(
    person: &'a PersonId,
    direct: &BTreeMap<&'a PersonId, BTreeSet<&'a PersonId>>,
) -> BTreeSet<&'a PersonId> {
    let mut reached = BTreeSet::new();
    let mut next = vec![person];
    while let Some(one) = next.pop().filter(|_| reached.len() <= MOST) {
        next.extend(direct.get(one).into_iter().flatten().copied().filter(|former| reached.insert(*former)));
    }
    reached
}

fn listed(mut words: Vec<String>) -> String {
    match words.pop() {
        Some(last) if !words.is_empty() => format!("{} and {last}", words.join(", ")),
        last => last.unwrap_or_default(),
    }
}
