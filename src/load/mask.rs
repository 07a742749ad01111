use super::trouble::Extent;
use crate::diagnostic::Pos;

/// The text with the entry at a place blanked out, every other character staying where it is; `None`
/// when that does not take anything away, or nothing would be left.
///
/// The entry is what begins at the place and goes on over the lines indented deeper; inside `{…}` or
/// `[…]` it ends at the next comma or closing bracket.
pub(super) fn mask(text: &str, pos: Pos, extent: Extent) -> Option<String> {
    let beside = match extent {
        Extent::File => return None,
        Extent::Entry => 0,
        Extent::Rest => 1,
    };
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let first = pos.line.checked_sub(1)? as usize;
    let column = pos.column.checked_sub(1)? as usize;
    let line = lines.get(first)?;
    let start = line.char_indices().nth(column)?.0;
    let start = if alone_in_item(&lines[first..], start) { line[..start].rfind('-')? } else { start };
    let mut masked: String = lines[..first].concat();
    masked.push_str(&line[..start]);
    let next = if in_flow(&line[..start]) {
        masked.push_str(&blank_flow(&line[start..]));
        first + 1
    } else {
        masked.push_str(&blank(&line[start..]));
        let depth = line[..start].chars().count().saturating_sub(beside);
        let end = lines[first + 1..].iter().position(|l| !belongs(l, depth)).map_or(lines.len(), |n| first + 1 + n);
        for line in &lines[first + 1..end] {
            masked.push_str(&blank(line));
        }
        end
    };
    masked.push_str(&lines[next..].concat());
    (masked != text).then_some(masked)
}

/// Whether an entry is all that an entry of a list holds, which would be left empty without it.
fn alone_in_item(lines: &[&str], start: usize) -> bool {
    let (line, depth) = (lines[0], lines[0][..start].chars().count());
    let before = &line[..start];
    let first = before.contains("- ") && before.split_whitespace().all(|dash| dash == "-");
    let next = lines[1..].iter().find(|line| !belongs(line, depth));
    first && next.is_none_or(|next| next.len() - next.trim_start_matches(' ').len() < depth)
}

/// Whether a line continues an entry that begins after `depth` characters.
fn belongs(line: &str, depth: usize) -> bool {
    let indent = line.len() - line.trim_start_matches(' ').len();
    line.trim().is_empty() || indent > depth
}

fn blank(text: &str) -> String {
    text.chars().map(|c| if c == '\n' { '\n' } else { ' ' }).collect()
}

/// Whether what follows stands inside brackets that are opened on this line.
fn in_flow(before: &str) -> bool {
    let count = |open, close| before.matches(open).count() > before.matches(close).count();
    count('{', '}') || count('[', ']')
}

/// Blanks one entry of a flow collection, with the comma after it.
fn blank_flow(rest: &str) -> String {
    let (mut depth, mut quote) = (0_u32, None);
    for (at, c) in rest.char_indices() {
        match (c, quote) {
            (_, Some(open)) if c == open => quote = None,
            (_, Some(_)) => {}
            ('"' | '\'', None) => quote = Some(c),
            ('{' | '[', None) => depth += 1,
            ('}' | ']', None) if depth == 0 => return blank(&rest[..at]) + &rest[at..],
            ('}' | ']', None) => depth -= 1,
            (',', None) if depth == 0 => return blank(&rest[..=at]) + &rest[at + 1..],
            _ => {}
        }
    }
    blank(rest)
}
