//! What it means that a key stands twice: a value too many, or the dash of a list's entry lost.

use std::collections::HashMap;

use super::{Node, Trouble};
use crate::diagnostic::{Code, Pos};

/// The keys of a group with their values.
type Pairs<'t> = Vec<(Node<'t>, Node<'t>)>;

/// Reports the keys of a group that stand twice. Gives the group; where it is an entry of a list of lines, and the keys begin
/// anew without a dash, several.
pub(super) fn entries<'t>(mut pairs: Pairs<'t>, in_list: bool, troubles: &mut Vec<Trouble>) -> Vec<Pairs<'t>> {
    let mut entries = Vec::new();
    while let Some(at) = first_lost_dash(&pairs, in_list, troubles) {
        let rest = pairs.split_off(at);
        entries.push(std::mem::replace(&mut pairs, rest));
    }
    entries.push(pairs);
    entries
}

/// Reports the keys that stand twice, up to the one at which the next entry of a list begins: gives its place among the keys.
fn first_lost_dash(pairs: &Pairs<'_>, in_list: bool, troubles: &mut Vec<Trouble>) -> Option<usize> {
    let keys: Vec<(&str, Pos)> = pairs.iter().map(|(key, _)| (key.text().unwrap_or_default(), key.begin.pos)).collect();
    if is_plainly_single(&keys) {
        return None;
    }
    let mut last = HashMap::new();
    for (at, (key, _)) in keys.iter().enumerate() {
        last.insert(*key, at);
    }
    // The last place at which any key stands again that stood before.
    let (mut first, mut again) = (HashMap::new(), 0);
    for (at, (key, pos)) in keys.iter().enumerate() {
        let Some(known) = first.get(key).copied() else {
            first.insert(*key, at);
            again = again.max(last[key]);
            continue;
        };
        let lost_dash = in_list && (known == 0 || again > at);
        troubles.push(trouble(key, keys[known].1, *pos, lost_dash));
        if lost_dash {
            return Some(at);
        }
    }
    None
}

/// Whether a small group has each key once, as nearly all have.
fn is_plainly_single(keys: &[(&str, Pos)]) -> bool {
    keys.len() <= 24 && keys.iter().enumerate().all(|(at, (key, _))| keys[..at].iter().all(|(other, _)| other != key))
}

fn trouble(key: &str, first: Pos, pos: Pos, lost_dash: bool) -> Trouble {
    let message = match first.line == pos.line {
        false => format!("the key “{key}” stands here twice, first on line {}", first.line),
        true => format!("the key “{key}” stands here twice"),
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
