//! What it means that a key stands twice: a value too many, or the dash of a list's entry lost.

use std::collections::HashMap;

use super::{Node, Trouble};
use crate::diagnostic::{Code, Pos};

/// The keys of a group with their values.
type Pairs<'t> = Vec<(Node<'t>, Node<'t>)>;

/// Reports the keys of a group that stand twice. Gives the group; where it is an entry of a list of lines, and the keys begin
/// anew without a dash, several.
pub(super) fn entries<'t>(pairs: Pairs<'t>, in_list: bool, troubles: &mut Vec<Trouble>) -> Vec<Pairs<'t>> {
    let starts = starts(&pairs, in_list, troubles);
    if starts.is_empty() {
        return vec![pairs];
    }
    let (mut entries, mut starts) = (vec![Vec::new()], starts.into_iter().peekable());
    for (at, pair) in pairs.into_iter().enumerate() {
        if starts.next_if_eq(&at).is_some() {
            entries.push(Vec::new());
        }
        if let Some(entry) = entries.last_mut() {
            entry.push(pair);
        }
    }
    entries
}

/// Reports the keys that stand twice; gives the places among them at which the next entry of a list begins.
fn starts(pairs: &Pairs<'_>, in_list: bool, troubles: &mut Vec<Trouble>) -> Vec<usize> {
    let keys: Vec<(&str, Pos)> = pairs.iter().map(|(key, _)| (key.text().unwrap_or_default(), key.begin.pos)).collect();
    if is_plainly_single(&keys) {
        return Vec::new();
    }
    let last: HashMap<&str, usize> = keys.iter().enumerate().map(|(at, (key, _))| (*key, at)).collect();
    // Where each key of this entry stands first, and the last place at which any of them stands again.
    let (mut first, mut again) = (HashMap::<&str, usize>::new(), 0);
    let (mut start, mut starts) = (0, Vec::new());
    for (at, (key, pos)) in keys.iter().enumerate() {
        if let Some(known) = first.get(key).copied() {
            let lost_dash = in_list && (known == start || again > at);
            troubles.push(trouble(key, keys[known].1, *pos, lost_dash));
            if !lost_dash {
                continue;
            }
            (start, again) = (at, 0);
            first.clear();
            starts.push(at);
        }
        first.insert(key, at);
        again = again.max(last[key]);
    }
    starts
}

/// Whether a small group has each key once, as nearly all have.
fn is_plainly_single(keys: &[(&str, Pos)]) -> bool {
    keys.len() <= 24 && keys.iter().enumerate().all(|(at, (key, _))| keys[..at].iter().all(|(other, _)| other != key))
}

fn trouble(key: &str, first: Pos, pos: Pos, lost_dash: bool) -> Trouble {
    let message = match first.line == pos.line {
        false => format!("the key “{key}” is here twice, first on line {}", first.line),
        true => format!("the key “{key}” is here twice"),
    };
    let (message, help) = match lost_dash {
        true => (
            format!("{message}: the next entry of the list seems to begin here, without its dash"),
            format!("write “- {key}:”, with the dash under that of the entry above"),
        ),
        false => (
            message,
            "compare the two, and put all that is true into one of them; if they are of two entries of a list, a “- ” is \
             missing before the second"
                .to_owned(),
        ),
    };
    Trouble::new(Code::DuplicateKey, pos, message, help)
}
