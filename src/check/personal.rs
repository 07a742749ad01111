use std::sync::LazyLock;

use rayon::prelude::*;
use regex::Regex;

use crate::diagnostic::{Code, Diagnostics, FileName, Pos, Sources};

/// What a person's details look like, and what to call them.
static PATTERNS: LazyLock<Vec<(Regex, &'static str)>> = LazyLock::new(|| {
    let patterns = [
        (r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", "an e-mail address"),
        (r"(?:\+44[ -]?(?:\(0\))?|\b0)(?:[0-9][ -]?){8,9}[0-9]\b", "a telephone number"),
        (
            r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]\b",
            "a National Insurance number",
        ),
        (
            r"\b[0-9]{1,4}[A-Za-z]? (?:[A-Z][a-z’']+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Terrace|Gardens|Crescent|Place|Court|Grove|Way|Square)\b",
            "a street address",
        ),
        (
            r"(?i)\b(?:born(?: on)?|date of birth|birth date|d\.?o\.?b\.?):? (?:the )?(?:[0-9]{1,2}(?:st|nd|rd|th)? (?:of )?[a-z]+ [0-9]{4}|[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4})",
            "a birth date",
        ),
    ];
    patterns.into_iter().filter_map(|(pattern, what)| Some((Regex::new(pattern).ok()?, what))).collect()
});

static WEB_ADDRESS: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r#"https?://[^\s"'<>]+"#).ok());

/// The blocks of `hustings.yaml` that exist to be published.
const PUBLIC_BLOCKS: &[&str] = &["imprint", "contact", "complaints"];

/// Finds texts that look like somebody's personal data.
pub(super) fn personal_texts(sources: &Sources) -> Diagnostics {
    let files: Vec<_> = sources.iter().filter(|(file, _)| !file.starts_with("themes/")).collect();
    files.into_par_iter().map(|(file, text)| in_file(file, text)).reduce(Diagnostics::default, |mut all, more| {
        all.extend(more);
        all
    })
}

fn in_file(file: &FileName, text: &str) -> Diagnostics {
    let mut found = Diagnostics::default();
    if !PATTERNS.iter().any(|(pattern, _)| pattern.is_match(text)) {
        return found;
    }
    let lines: Vec<&str> = text.lines().collect();
    for (number, line) in lines.iter().enumerate() {
        let bare = without_addresses(line);
        for (pattern, what) in PATTERNS.iter() {
            if let Some(hit) = pattern.find(&bare)
                && !is_public(&lines, number)
            {
                let column = bare[..hit.start()].chars().count() + 1;
                let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
                let pos = Pos { line: small(number + 1), column: small(column) };
                let help =
                    "delete it; if its owner publishes it for everyone, add “public_contact: true” to the record";
                found.push(Code::PersonalText, file, pos, format!("this looks like {what}"), help);
            }
        }
    }
    found
}

/// The line with web addresses blanked out: their digits are nobody's telephone number.
fn without_addresses(line: &str) -> std::borrow::Cow<'_, str> {
    match &*WEB_ADDRESS {
        Some(address) => address.replace_all(line, |hit: &regex::Captures<'_>| " ".repeat(hit[0].len())),
        None => line.into(),
    }
}

/// Whether a line belongs to a block that is meant for the public.
fn is_public(lines: &[&str], number: usize) -> bool {
    let mut depth = indent(lines[number]) + 1;
    for line in lines[..=number].iter().rev() {
        if line.trim().is_empty() || indent(line) >= depth {
            continue;
        }
        depth = indent(line);
        let key = line.trim_start().trim_start_matches("- ").split(':').next().unwrap_or_default();
        if PUBLIC_BLOCKS.contains(&key) || says_public(lines, number, depth) {
            return true;
        }
    }
    false
}

/// Whether the record around a line, at a depth of indentation, says `public_contact: true`.
fn says_public(lines: &[&str], number: usize, depth: usize) -> bool {
    let inside = |line: &&&str| line.trim().is_empty() || keys_at(line) >= depth;
    let before = lines[..number].iter().rev().take_while(|l| inside(l) && !begins_item(l, depth));
    let after = lines[number..].iter().take_while(|l| inside(l));
    before.chain(after).any(|line| keys_at(line) <= depth + 2 && line.contains("public_contact: true"))
}

fn begins_item(line: &str, depth: usize) -> bool {
    indent(line) < depth && line.trim_start().starts_with("- ")
}

/// The column at which the keys of a line stand, after a list's dash.
fn keys_at(line: &str) -> usize {
    let dash = if line.trim_start().starts_with("- ") { 2 } else { 0 };
    indent(line) + dash
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}
