use rayon::prelude::*;

use crate::atoms::Personal;
use crate::diagnostic::{Code, Diagnostics, FileName, Pos, Sources};
use crate::load::SITE_FILE;

/// What lets a record publish contact details.
const PUBLIC: &str = "public_contact: true";

/// The blocks of `hustings.yaml` that exist to be published.
const PUBLIC_BLOCKS: &[&str] = &["imprint", "contact", "complaints", "fetch"];

/// Finds texts that look like somebody's personal data.
pub(super) fn personal_texts(sources: &Sources) -> Diagnostics {
    // From transcripts such texts are taken out before they are published.
    let is_record = |file: &str| !file.starts_with("themes/") && !file.ends_with(".txt");
    let files: Vec<_> = sources.iter().filter(|(file, _)| is_record(file)).collect();
    files.into_par_iter().map(|(file, text)| in_file(file, text)).reduce(Diagnostics::default, |mut all, more| {
        all.extend(more);
        all
    })
}

fn in_file(file: &FileName, text: &str) -> Diagnostics {
    let mut found = Diagnostics::default();
    if !Personal::may_be_in(text) {
        return found;
    }
    let lines: Vec<&str> = text.lines().collect();
    for (number, line) in lines.iter().enumerate() {
        for (kind, hit) in Personal::on_line(line) {
            if !is_public(file, &lines, number) {
                let column = line[..hit.start].chars().count() + 1;
                let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
                let pos = Pos { line: small(number + 1), column: small(column) };
                let help = remedy(file, &lines, number);
                found.push(Code::PersonalText, file, pos, format!("this looks like {}", kind.what()), help);
            }
        }
    }
    found
}

/// Whether a line belongs to a block that is meant for the public, or to a record that says so.
///
/// Looks at the group of keys around the line, then at the group around that, and so on outwards.
fn is_public(file: &str, lines: &[&str], number: usize) -> bool {
    outwards(lines, number)
        .take_while(|at| !begins_candidates(lines[*at]))
        .any(|at| (file == SITE_FILE && PUBLIC_BLOCKS.contains(&key(lines[at]))) || says_public(lines, at))
}

/// A line, the line that holds it by its indentation, the one that holds that, and so on.
fn outwards<'a>(lines: &'a [&str], number: usize) -> impl Iterator<Item = usize> + 'a {
    std::iter::successors(Some(number), |at| {
        let column = keys_at(lines[*at]);
        lines[..*at].iter().rposition(|line| !line.trim().is_empty() && keys_at(line) < column)
    })
}

/// How to mend a text on a line, in the words of its record.
fn remedy(file: &str, lines: &[&str], number: usize) -> String {
    let parts: Vec<&str> = file.split('/').collect();
    let record = match parts[..] {
        ["candidates", "parties", _] => "the party",
        ["candidates", "documents", _] => "the document",
        ["candidates", _, "election.yaml"] => "the election",
        ["candidates", _, "asks", _] => "the round",
        ["candidates", ..] if outwards(lines, number).any(|at| begins_candidates(lines[at])) => "the candidate",
        ["candidates", ..] => "the ballot",
        ["content", "questions", _] => "the keys at the top of the question",
        ["content", "pages", _] => "the keys at the top of the page",
        ["content", "glossary.yaml"] => "the term",
        ["content", "corrections.yaml"] => "the correction",
        _ => {
            return "delete it; what the campaign says of itself belongs under “contact:”, “complaints:” or “imprint:”"
                .to_owned();
        }
    };
    format!("delete it; if its owner publishes it for everyone, add “public_contact: true” to {record}")
}

/// Whether the candidates of a ballot begin on a line: what its other keys say does not hold for them.
fn begins_candidates(line: &str) -> bool {
    line.starts_with("candidates:")
}

/// Whether the group of keys around a line says `public_contact: true`.
fn says_public(lines: &[&str], at: usize) -> bool {
    let column = keys_at(lines[at]);
    if without_dash(lines[at]).starts_with('{') && lines[at].contains(PUBLIC) {
        return true;
    }
    let inside = |line: &&&str| line.trim().is_empty() || keys_at(line) >= column;
    let begins = |line: &str| keys_at(line) == column && indent(line) < column;
    let says = |line: &str| keys_at(line) == column && without_dash(line).starts_with(PUBLIC);
    let start = lines[..=at].iter().rposition(|line| begins(line) || !inside(&line)).unwrap_or(0);
    let rest = lines[at + 1..].iter().take_while(|line| inside(line) && !begins(line));
    lines[start..=at].iter().chain(rest).any(|line| says(line))
}

fn key(line: &str) -> &str {
    without_dash(line).split(':').next().unwrap_or_default()
}

fn without_dash(line: &str) -> &str {
    let line = line.trim_start();
    line.strip_prefix("- ").unwrap_or(line)
}

/// The column at which the keys of a line stand, after a list's dash.
fn keys_at(line: &str) -> usize {
    line.len() - without_dash(line).len()
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}
