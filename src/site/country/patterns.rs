use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use regex::Regex;

use super::{Country, Facts, facts};
use crate::atoms::Words as _;

/// A kind of detail by which somebody could find or harm a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Personal {
    /// An e-mail address.
    Email,
    /// A telephone number.
    Telephone,
    /// A number by which the state knows a person.
    IdNumber,
    /// A street address.
    StreetAddress,
    /// A birth date.
    BirthDate,
}

/// What looks like a personal detail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: Personal,
    /// Its bytes.
    pub bytes: Range<usize>,
    /// Whether it may well be nobody's own: a street without the rest of an address, or an organisation's address.
    pub may_be_public: bool,
}

/// What personal details look like in a country.
#[derive(Debug)]
pub struct Patterns {
    /// Every pattern for records in one, to tell quickly that a text holds nothing.
    any: Regex,
    written: Vec<(Regex, Personal)>,
    /// What more is taken out of printed matter: a whole address, and numbers as printers set them.
    printed: Vec<(Regex, Personal)>,
    web_address: Regex,
    postcode: Option<Regex>,
    home: Regex,
    organisation: Regex,
    id_number: &'static str,
}

const EMAIL: &str = r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+";
/// With spaces, as printed matter may have them.
const PRINTED_EMAIL: &str = r"[A-Za-z0-9._%+-]+ ?@ ?[A-Za-z0-9-]+(?: ?\. ?[A-Za-z0-9-]+)+";
/// With the code of any country.
const INTERNATIONAL: &str = r"\+[1-9][0-9]{0,2}[ .-]?(?:\(0\) ?)?[1-9](?:[ .-]?[0-9]){6,11}\b";

impl Patterns {
    /// Those of a country.
    ///
    /// # Errors
    /// When a pattern does not compile, with the reason: nothing may then count as checked.
    pub fn of(country: Country) -> Result<&'static Self, &'static str> {
        static COMPILED: [OnceLock<Result<Patterns, String>>; Country::ALL.len()] =
            [const { OnceLock::new() }; Country::ALL.len()];
        let compiled = COMPILED[country as usize].get_or_init(|| Self::compile(facts(country)));
        compiled.as_ref().map_err(String::as_str)
    }

    fn compile(facts: &Facts) -> Result<Self, String> {
        let id = facts.id_number.map(|(pattern, _)| pattern);
        let written = [(EMAIL, Personal::Email), (INTERNATIONAL, Personal::Telephone)]
            .into_iter()
            .chain(facts.telephones.iter().map(|pattern| (*pattern, Personal::Telephone)))
            .chain(id.map(|pattern| (pattern, Personal::IdNumber)))
            .chain(facts.streets.iter().map(|pattern| (*pattern, Personal::StreetAddress)))
            .chain([(facts.birth_date, Personal::BirthDate)]);
        let written: Vec<_> = written.collect();
        let printed = [(PRINTED_EMAIL, Personal::Email)]
            .into_iter()
            .chain(facts.printed_telephones.iter().map(|pattern| (*pattern, Personal::Telephone)))
            .chain(facts.printed_streets.iter().map(|pattern| (*pattern, Personal::StreetAddress)));
        let any: Vec<String> = written.iter().map(|(pattern, _)| format!("(?:{pattern})")).collect();
        Ok(Self {
            any: regex(&any.join("|"))?,
            printed: printed.map(|(pattern, kind)| Ok((regex(pattern)?, kind))).collect::<Result<_, String>>()?,
            written: written
                .into_iter()
                .map(|(pattern, kind)| Ok((regex(pattern)?, kind)))
                .collect::<Result<_, String>>()?,
            web_address: regex(r#"https?://[^\s"'<>]+"#)?,
            postcode: facts.postcode.map(regex).transpose()?,
            home: regex(facts.home)?,
            organisation: regex(facts.organisations)?,
            id_number: facts.id_number.map_or("a number of a person", |(_, what)| what),
        })
    }

    /// What to call one of a kind: `an e-mail address`.
    #[must_use]
    pub fn what(&self, kind: Personal) -> &'static str {
        match kind {
            Personal::Email => "an e-mail address",
            Personal::Telephone => "a telephone number",
            Personal::IdNumber => self.id_number,
            Personal::StreetAddress => "a street address",
            Personal::BirthDate => "a birth date",
        }
    }

    /// What stands where one was: `[e-mail address left out]`.
    fn gap(&self, kind: Personal) -> String {
        let bare = self.what(kind).trim_start_matches("an ").trim_start_matches("a ");
        format!("[{bare} left out]")
    }

    /// Whether anything in a text looks like a personal detail; quick, and sometimes wrong about web addresses.
    #[must_use]
    pub fn may_be_in(&self, text: &str) -> bool {
        self.any.is_match(text)
    }

    /// What looks like a personal detail on a line of a text, whose bytes these are: the first of each kind. The bytes of a
    /// hit are those of the text.
    #[must_use]
    pub fn on_line(&self, text: &str, line: Range<usize>) -> Vec<Hit> {
        let bare = self.without_addresses(&text[line.clone()]);
        let mut hits: Vec<Hit> = Vec::new();
        for (pattern, kind) in &self.written {
            let found = pattern.find_iter(&bare).next();
            let Some(bytes) = found.map(|hit| hit.start() + line.start..hit.end() + line.start) else { continue };
            let known = hits.iter().any(|hit| hit.kind == *kind && hit.bytes.start <= bytes.start);
            if !known {
                hits.retain(|hit| hit.kind != *kind);
                hits.push(Hit {
                    may_be_public: *kind == Personal::StreetAddress && self.may_be_public(text, &bytes),
                    kind: *kind,
                    bytes,
                });
            }
        }
        hits
    }

    /// Whether a street in a text may be nobody's home: it is not part of a whole address, or belongs to an organisation.
    fn may_be_public(&self, text: &str, street: &Range<usize>) -> bool {
        let (before, after) = (last(&text[..street.start], 120), first(&text[street.end..], 80));
        if self.home.is_match(last(before, 50)) {
            return false;
        }
        let whole =
            self.postcode.as_ref().is_some_and(|code| code.is_match(after) || code.is_match(&text[street.clone()]));
        !whole || self.organisation.is_match(before)
    }

    /// The text with web addresses blanked out: their digits are nobody's telephone number.
    fn without_addresses<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.web_address.replace_all(text, |hit: &regex::Captures<'_>| " ".repeat(hit[0].len()))
    }

    /// Takes out of a text that others printed what looks like personal details, also across the ends of
    /// lines; gives the text, as many lines long as before, and each kind taken out with its line from 1.
    #[must_use]
    pub fn redact<'t>(&self, text: &'t str) -> (Cow<'t, str>, Vec<(Personal, usize)>) {
        let flat = self.without_addresses(text).replace('\n', " ");
        let every = self.written.iter().chain(&self.printed);
        let mut hits: Vec<(Range<usize>, Personal)> =
            every.flat_map(|(pattern, kind)| pattern.find_iter(&flat).map(|hit| (hit.range(), *kind))).collect();
        // Where two overlap, the longer of those that begin first says more.
        hits.sort_by_key(|(at, kind)| (at.start, std::cmp::Reverse(at.end), *kind));
        if hits.is_empty() {
            return (text.into(), Vec::new());
        }
        let (mut redacted, mut taken, mut end) = (String::with_capacity(text.len()), Vec::new(), 0);
        // On which line the last hit began, and where.
        let (mut line, mut counted) = (1, 0);
        for (at, kind) in hits {
            if at.start < end {
                // What goes on beyond the one before goes with it.
                redacted.push_str(&newlines(&text[end.min(at.end)..at.end]));
                end = end.max(at.end);
                continue;
            }
            redacted.push_str(&text[end..at.start]);
            line += text[counted..at.start].matches('\n').count();
            counted = at.start;
            taken.push((kind, line));
            redacted.push_str(&self.gap(kind));
            redacted.push_str(&newlines(&text[at.clone()]));
            end = at.end;
        }
        redacted.push_str(&text[end..]);
        (redacted.into(), taken)
    }
}

fn regex(pattern: &str) -> Result<Regex, String> {
    // All of these begin and end with ASCII. The fast engine knows no borders of other words, and gives
    // way to a slow one at the first curly apostrophe when asked for them.
    Regex::new(&pattern.replace(r"\b", r"(?-u:\b)")).map_err(|why| format!("the pattern {pattern} is none: {why}"))
}

/// At most this many bytes from the beginning of a text.
fn first(text: &str, most: usize) -> &str {
    &text[..text.floor_char_boundary(most)]
}

/// At most this many bytes from the end of a text.
fn last(text: &str, most: usize) -> &str {
    &text[text.ceil_char_boundary(text.len().saturating_sub(most))..]
}

fn newlines(text: &str) -> String {
    "\n".repeat(text.matches('\n').count())
}
