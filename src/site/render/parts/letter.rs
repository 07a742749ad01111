use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use tera::Value;

use crate::atoms::{BlankPiece, EmailAddress, LetterBlank, Text, blanks};
use crate::diagnostic::FileName;
use crate::messages::{fill, msg};
use crate::model::{Cell, LetterToCandidate, PublicLetter, ToWrite};
use crate::render::context::Context;
use crate::render::language_marks::{mark, unmarked};
use crate::render::located::{BallotAt, ElectionAt, PersonAt};
use crate::render::parts::phrase;
use crate::render::record_words;
use crate::render::view::list;

/// How long a link that opens a mail program may be, in characters, before some programs cut it off.
pub(crate) const LONGEST_LINK: usize = 1900;

/// What stands as it is in a `mailto:` link, by RFC 6068.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A letter with its blanks filled in.
pub(crate) struct FilledLetter {
    pub(crate) subject: Text,
    paragraphs: Vec<String>,
}

impl FilledLetter {
    /// Fills in a letter. A line is left out when a blank in it has nothing to say.
    fn of(letter: &PublicLetter, value: &dyn Fn(LetterBlank) -> Option<String>) -> Self {
        let lines = |paragraph: &String| {
            let lines: Vec<_> = paragraph.split('\n').filter_map(|line| filled(letter, line, value)).collect();
            (!lines.is_empty()).then(|| lines.join("\n"))
        };
        let mut subject = String::new();
        for piece in blanks(letter.subject.as_str()) {
            match known(piece) {
                // The subject is in one language as a whole.
                Some(blank) => subject += &unmarked(&value(blank).unwrap_or_default()),
                None => piece.write_to(&mut subject),
            }
        }
        let subject = subject.split_whitespace().collect::<Vec<_>>().join(" ");
        let subject = letter.subject.saying(subject);
        Self { subject, paragraphs: letter.paragraphs.iter().filter_map(lines).collect() }
    }

    /// The link that opens it in a mail program, to an address where there is one: RFC 6068.
    pub(crate) fn link(&self, to: Option<&EmailAddress>) -> String {
        let encoded = |text: &str| utf8_percent_encode(text, PLAIN).to_string();
        let to = to.map(|to| encoded(to.as_str()).replace("%40", "@")).unwrap_or_default();
        let body = self.paragraphs.join("\n\n").replace('\n', "\r\n");
        format!("mailto:{to}?subject={}&body={}", encoded(self.subject.as_str()), encoded(&unmarked(&body)))
    }

    /// What a template is given of it: its subject, its paragraphs, and the link that opens it.
    pub(crate) fn view(&self, to: Option<&EmailAddress>) -> Value {
        view! {
            subject: &self.subject,
            paragraphs: list(self.paragraphs.iter().map(String::as_str)),
            link: self.link(to),
        }
    }
}

/// A line with its blanks filled in, its words marked with the language in which they stand.
fn filled(letter: &PublicLetter, line: &str, value: &dyn Fn(LetterBlank) -> Option<String>) -> Option<String> {
    let mut out = String::new();
    for piece in blanks(line) {
        let mut words = String::new();
        match (known(piece), &letter.body.language) {
            (Some(blank), _) => words = value(blank)?,
            (None, language) => {
                piece.write_to(&mut words);
                words = language.as_ref().map_or_else(|| words.clone(), |tag| mark(&words, tag));
            }
        }
        out += &words;
    }
    Some(out)
}

fn known(piece: BlankPiece<'_>) -> Option<LetterBlank> {
    if let BlankPiece::Blank(name, _) = piece { name.parse().ok() } else { None }
}

/// A letter as it is before anybody is chosen, with words in its blanks that say what will stand there.
pub(crate) fn unaddressed(cx: &Context<'_>, letter: &PublicLetter) -> FilledLetter {
    FilledLetter::of(letter, &|blank| Some(cx.words.text(record_words::blank(blank)).into_owned()))
}

/// The letter to a candidate; nothing while there is none.
pub(crate) fn addressed(cx: &Context<'_>, on: BallotAt<'_>, to: &LetterToCandidate<'_>) -> Option<FilledLetter> {
    let at = on.person(&to.candidacy.person);
    let none: &[&Cell] = &[];
    let (letter, open) = match &to.what {
        ToWrite::Asks(letter, open) => (letter, open.as_slice()),
        ToWrite::Thanks(letter) => (letter, none),
        ToWrite::Waits => return None,
    };
    Some(FilledLetter::of(letter, &|blank| value(cx, at, open, blank)))
}

/// What stands in a blank of a letter to a candidate.
fn value(cx: &Context<'_>, at: PersonAt<'_>, open: &[&Cell], blank: LetterBlank) -> Option<String> {
    let PersonAt { election, ballot, person, .. } = at;
    match blank {
        LetterBlank::Candidate => Some(cx.words.told(&person.name).into_owned()),
        LetterBlank::Area => Some(cx.ballot_name(election, ballot).into_owned()),
        LetterBlank::Election => Some(cx.election_beside_day(election).into_owned()),
        LetterBlank::PollingDay => Some(cx.words.day(election.date)),
        LetterBlank::Questions => {
            let numbered = open.iter().zip(1..).map(|(cell, n)| format!("{n}. {}", cx.words.told(cell.wording().ask)));
            Some(numbered.collect::<Vec<_>>().join("\n"))
        }
        LetterBlank::Deadline => {
            Some(cx.words.day(election.open_deadline(&person.person, open, cx.campaign.site.as_of)?))
        }
        LetterBlank::Page => cx.whole(at.ballot_page),
    }
}

/// When nobody should send a letter, which stands above it.
pub(crate) fn warning(cx: &Context<'_>, letter: &PublicLetter) -> String {
    cx.words.with(msg::LETTER_NOT_WHEN, fill::when(&phrase::clause(&letter.does_not_apply_when)))
}

/// The links that are too long for some mail programs: the file of each such letter, with how long its longest is.
pub(crate) fn too_long(cx: &Context<'_>) -> Vec<(FileName, usize)> {
    let mut found = Vec::new();
    for on in cx.elections().flat_map(ElectionAt::ballots) {
        for to in cx.campaign.letters_on(on.election, on.ballot) {
            let (ToWrite::Asks(letter, _) | ToWrite::Thanks(letter)) = &to.what else { continue };
            let Some(filled) = addressed(cx, on, &to) else { continue };
            let contact = to.candidacy.office_contact.as_ref().map(|contact| &contact.email);
            found.push((letter.body.file.clone(), filled.link(contact).len()));
        }
    }
    let unaddressed =
        cx.campaign.letters.iter().map(|letter| (letter.body.file.clone(), unaddressed(cx, letter).link(None).len()));
    found.extend(unaddressed);
    found.retain(|(_, length)| *length > LONGEST_LINK);
    found
}
