//! What it means that a key stands twice: a value too many, or the dash of a list's entry lost.

use crate::diagnostic::Pos;

/// A key that stands twice, and what is around it.
pub(super) struct Twice {
    /// The line on which it stands first.
    pub(super) first: usize,
    /// Whether the entries of a list ran together here: its keys begin anew.
    pub(super) lost_dash: bool,
}

impl Twice {
    /// Looks around the second place of a key, in block style; nothing in brackets, where lines tell nothing.
    pub(super) fn at(text: &str, pos: Pos) -> Option<Self> {
        let lines: Vec<&str> = text.lines().collect();
        let (line, column) = (pos.line.checked_sub(1)? as usize, pos.column.checked_sub(1)? as usize);
        let (at, key) = key(lines.get(line)?)?;
        if at != column {
            return None;
        }
        let above = Above::of(&lines[..line], column);
        let first = above.keys.iter().find(|(known, _)| *known == key)?.1;
        let begins_again = above.keys.last().is_some_and(|(first, _)| *first == key)
            || below(&lines[line + 1..], column).any(|next| above.keys.iter().any(|(known, _)| *known == next));
        Some(Self { first: first + 1, lost_dash: above.in_list && begins_again })
    }
}

/// The keys over a line that belong to the same group, from the nearest up.
struct Above<'t> {
    keys: Vec<(&'t str, usize)>,
    /// Whether the group is an entry of a list.
    in_list: bool,
}

impl<'t> Above<'t> {
    fn of(lines: &[&'t str], column: usize) -> Self {
        let mut above = Self { keys: Vec::new(), in_list: false };
        for (number, line) in lines.iter().enumerate().rev() {
            let indent = indent(line);
            if line.trim().is_empty() || indent > column {
                continue;
            }
            match key(line) {
                Some((at, key)) if at == column => above.keys.push((key, number)),
                _ => {}
            }
            if indent < column {
                above.in_list = line[indent..].starts_with("- ");
                break;
            }
        }
        above
    }
}

/// The keys below that belong to the same group.
fn below<'t>(lines: &[&'t str], column: usize) -> impl Iterator<Item = &'t str> {
    let group = lines.iter().take_while(move |line| line.trim().is_empty() || indent(line) >= column);
    group
        .filter_map(move |line| key(line).filter(|(at, _)| *at == column && indent(line) == column))
        .map(|(_, key)| key)
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// The key with which a line begins, after the dashes of lists, and its column from 0.
fn key(line: &str) -> Option<(usize, &str)> {
    let rest = line.trim_start_matches([' ', '-']);
    let (key, after) = rest.split_once(':')?;
    let plain = !key.is_empty() && !key.contains([' ', '"', '\'', '#', '{', '[']);
    (plain && (after.is_empty() || after.starts_with(' '))).then_some((line.len() - rest.len(), key))
}
