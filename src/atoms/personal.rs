use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// A kind of detail by which somebody could find or harm a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Personal {
    /// An e-mail address.
    Email,
    /// A telephone number.
    Telephone,
    /// A National Insurance number.
    NationalInsurance,
    /// A street address.
    StreetAddress,
    /// A birth date.
    BirthDate,
}

impl Personal {
    /// What to call one of its kind: `an e-mail address`.
    #[must_use]
    pub fn what(self) -> &'static str {
        match self {
            Self::Email => "an e-mail address",
            Self::Telephone => "a telephone number",
            Self::NationalInsurance => "a National Insurance number",
            Self::StreetAddress => "a street address",
            Self::BirthDate => "a birth date",
        }
    }

    /// What stands where one was: `[e-mail address left out]`.
    fn gap(self) -> String {
        let bare = self.what().trim_start_matches("an ").trim_start_matches("a ");
        format!("[{bare} left out]")
    }
}

/// How streets are called.
const STREETS: &str =
    "Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Terrace|Gardens|Crescent|Place|Court|Grove|Way|Square";
/// A whole British postcode.
const POSTCODE: &str = "[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}";

/// What personal details look like, where anything that looks like them is suspect.
static PATTERNS: LazyLock<Vec<(Regex, Personal)>> = LazyLock::new(|| {
    let street = format!(r"\b[0-9]{{1,4}}[A-Za-z]? (?:[A-Z][a-z’']+ ){{1,3}}(?:{STREETS})\b");
    compile(&[
        (r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", Personal::Email),
        (r"(?:\+44[ -]?(?:\(0\))?|\b0)(?:[0-9][ -]?){8,9}[0-9]\b", Personal::Telephone),
        (r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]\b", Personal::NationalInsurance),
        (&street, Personal::StreetAddress),
        (
            r"(?i)\b(?:born(?: on)?|date of birth|birth date|d\.?o\.?b\.?):? (?:the )?(?:[0-9]{1,2}(?:st|nd|rd|th)? (?:of )?[a-z]+ [0-9]{4}|[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4})",
            Personal::BirthDate,
        ),
    ])
});

/// What more is taken out of printed matter: an imprint's whole address, with or without a number, and
/// telephone numbers as printers set them.
static PRINTED: LazyLock<Vec<(Regex, Personal)>> = LazyLock::new(|| {
    let numbered = r"\b(?:(?:Flat|Unit|Suite|Office) [0-9A-Za-z]{1,4},? )?[0-9]{1,4}[A-Za-z]?,? ";
    let named = r"(?:[A-Z][A-Za-z’'.-]+ ){1,3}";
    let to_postcode = format!(r"(?:[^.;:()]{{0,80}}?\b{POSTCODE}\b)");
    let whole = format!(r"(?:{numbered})?{named}(?:{STREETS})\b{to_postcode}");
    let rest = format!(r"{numbered}{named}(?:{STREETS})\b");
    let box_ = format!(r"\bP\.? ?O\.? Box [0-9]+{to_postcode}?");
    compile(&[
        (r"[A-Za-z0-9._%+-]+ ?@ ?[A-Za-z0-9-]+(?: ?\. ?[A-Za-z0-9-]+)+", Personal::Email),
        (r"(?:\+44[ .-]?)?\(?\b0[0-9]{2,5}\)?[ .-]{0,2}[0-9]{3,4}[ .-]?[0-9]{3,4}\b", Personal::Telephone),
        (&whole, Personal::StreetAddress),
        (&rest, Personal::StreetAddress),
        (&box_, Personal::StreetAddress),
        (&format!(r"\b{POSTCODE}\b"), Personal::StreetAddress),
    ])
});

static WEB_ADDRESS: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r#"https?://[^\s"'<>]+"#).ok());

fn compile(patterns: &[(&str, Personal)]) -> Vec<(Regex, Personal)> {
    // All of these begin and end with ASCII. The fast engine knows no borders of other words, and gives
    // way to a slow one at the first curly apostrophe when asked for them.
    let compile = |pattern: &str| Regex::new(&pattern.replace(r"\b", r"(?-u:\b)")).ok();
    patterns.iter().filter_map(|(pattern, kind)| Some((compile(pattern)?, *kind))).collect()
}

impl Personal {
    /// Whether anything in a text looks like a personal detail; quick, and sometimes wrong about web addresses.
    #[must_use]
    pub fn may_be_in(text: &str) -> bool {
        PATTERNS.iter().any(|(pattern, _)| pattern.is_match(text))
    }

    /// What looks like a personal detail on a line: the first of each kind, with its bytes.
    #[must_use]
    pub fn on_line(line: &str) -> Vec<(Self, Range<usize>)> {
        let bare = without_addresses(line);
        let first = |(pattern, kind): &(Regex, Self)| Some((*kind, pattern.find(&bare)?.range()));
        PATTERNS.iter().filter_map(first).collect()
    }
}

/// The text with web addresses blanked out: their digits are nobody's telephone number.
fn without_addresses(text: &str) -> Cow<'_, str> {
    match &*WEB_ADDRESS {
        Some(address) => address.replace_all(text, |hit: &regex::Captures<'_>| " ".repeat(hit[0].len())),
        None => text.into(),
    }
}

/// Takes out of a text that others printed what looks like personal details, also across the ends of
/// lines; gives the text, as many lines long as before, and each kind taken out with its line from 1.
#[must_use]
pub fn redact(text: &str) -> (Cow<'_, str>, Vec<(Personal, usize)>) {
    let flat = without_addresses(text).replace('\n', " ");
    let every = PATTERNS.iter().chain(PRINTED.iter());
    let mut hits: Vec<(Range<usize>, Personal)> =
        every.flat_map(|(pattern, kind)| pattern.find_iter(&flat).map(|hit| (hit.range(), *kind))).collect();
    // Where two overlap, the longer of those that begin first says more.
    hits.sort_by_key(|(at, kind)| (at.start, std::cmp::Reverse(at.end), *kind));
    if hits.is_empty() {
        return (text.into(), Vec::new());
    }
    let (mut redacted, mut taken, mut end) = (String::with_capacity(text.len()), Vec::new(), 0);
    for (at, kind) in hits {
        if at.start < end {
            // What goes on beyond the one before goes with it.
            redacted.push_str(&newlines(&text[end.min(at.end)..at.end]));
            end = end.max(at.end);
            continue;
        }
        redacted.push_str(&text[end..at.start]);
        taken.push((kind, 1 + text[..at.start].matches('\n').count()));
        redacted.push_str(&kind.gap());
        redacted.push_str(&newlines(&text[at.clone()]));
        end = at.end;
    }
    redacted.push_str(&text[end..]);
    (redacted.into(), taken)
}

fn newlines(text: &str) -> String {
    "\n".repeat(text.matches('\n').count())
}
