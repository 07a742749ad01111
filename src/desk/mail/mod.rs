//! Takes an e-mail that somebody saved, gives the day on which it was sent and the words of who wrote it. Never gives anybody's
//! name, address or subject.

mod html;
mod own_words;

use std::path::Path;

use jiff::civil::Date;
use mail_parser::{HeaderName, Message, MessageParser, MessagePart, PartType};

use self::html::html_lines;
use self::own_words::{Paragraph, fold, own_words};
use crate::atoms::{Text, printable};
use crate::country::Patterns;
use crate::diagnostic::Failure;
use crate::load::Foreign;

/// A saved e-mail, with all that is attached.
const MAIL: Foreign = Foreign { kind: "e-mail", largest: 50_000_000, if_larger: "save it without what is attached" };

/// The most words that are looked at, in bytes: a hundred times a long letter.
const LONGEST: usize = 2_000_000;

/// How files begin that are no saved e-mails, what they are, and what helps.
const OTHER_KINDS: [(&[u8], &str, &str); 4] = [
    (b"\xd0\xcf\x11\xe0", "it is a message as Outlook keeps it", "save it as .eml, or forward it and save that"),
    (b"%PDF-", "it is a PDF", "save the message itself, as .eml"),
    (b"PK\x03\x04", "it is an archive or an office file", "save the message itself, as .eml"),
    (b"{\\rtf", "it is an RTF file", "save the message itself, as .eml"),
];

/// The headers of which every e-mail has at least one.
const USUAL: [HeaderName<'static>; 5] =
    [HeaderName::From, HeaderName::Date, HeaderName::Subject, HeaderName::MessageId, HeaderName::Received];

/// A mark for words that were left out of a quote.
const LEFT_OUT: &str = "[…]";

/// What of an e-mail may go into a record.
#[derive(Debug, Clone)]
pub(crate) struct Mail {
    /// The day on which it was sent, where it was sent.
    pub(crate) day: Option<Date>,
    /// What its writer wrote, without what it repeats of others.
    paragraphs: Vec<Paragraph>,
    /// All of it, with single spaces.
    all: String,
}

/// The paragraphs that somebody can quote.
#[derive(Debug, Clone, Default)]
pub(crate) struct Quotable<'m> {
    paragraphs: Vec<&'m Paragraph>,
    /// How many were left out, as they hold contact details.
    pub(crate) left_out: usize,
}

impl Mail {
    /// Reads a saved e-mail.
    ///
    /// # Errors
    /// When the file cannot be read or is none.
    pub(crate) fn read(path: &Path) -> Result<Self, Failure> {
        let bytes = MAIL.read(path)?;
        if let Some((_, what, help)) = OTHER_KINDS.iter().find(|(start, ..)| bytes.starts_with(start)) {
            return Err(Failure::at(path, "cannot read", *what, *help));
        }
        let parsed = MessageParser::default().parse(without_envelope(&bytes));
        let message = parsed.filter(|message| USUAL.iter().any(|name| message.header(name.clone()).is_some()));
        let message = message.ok_or_else(|| {
            let help = "name an e-mail that your mail program saved, usually as .eml";
            Failure::at(path, "cannot read", "it is not an e-mail: it has no From, Date or Subject", help)
        })?;
        let words = words(&message);
        if words.len() > LONGEST {
            let why = format!("its words have {} bytes, and at most {LONGEST} are read", words.len());
            return Err(Failure::at(path, "cannot read", why, "give the words with --quote and the day with --on"));
        }
        Ok(Self { day: day(&message), paragraphs: own_words(&words), all: fold(&words) })
    }

    /// The paragraphs that can be quoted: those without what looks like somebody's contact details.
    pub(crate) fn quotable(&self, patterns: &Patterns) -> Quotable<'_> {
        let holds_any = |one: &&Paragraph| !patterns.on_line(&one.words, 0..one.words.len()).is_empty();
        let (out, paragraphs): (Vec<_>, Vec<_>) = self.paragraphs.iter().partition(holds_any);
        Quotable { paragraphs, left_out: out.len() }
    }

    /// Ok when its writer wrote these words, whatever the white space between them; parts of them may be left out.
    ///
    /// # Errors
    /// When they do not stand there, or only in what the mail repeats of others.
    pub(crate) fn says(&self, quote: &str) -> Result<(), String> {
        let own: Vec<&str> = self.paragraphs.iter().map(|paragraph| paragraph.words.as_str()).collect();
        if holds(&own.join(" "), quote) {
            return Ok(());
        }
        Err(match holds(&self.all, quote) {
            true => "these words stand only in what the mail repeats of an earlier one, or below its signature".into(),
            false => {
                format!("the mail does not say “{quote}”; copy its very words, with {LEFT_OUT} for what you leave out")
            }
        })
    }
}

impl Quotable<'_> {
    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.paragraphs.len()
    }

    /// Each of them, in the order of the mail.
    pub(crate) fn each(&self) -> impl Iterator<Item = &str> {
        self.paragraphs.iter().map(|paragraph| paragraph.words.as_str())
    }

    /// The words of some, by their places from 0, with a mark where anything between them is left out.
    pub(crate) fn quote(&self, chosen: &[usize]) -> Result<Text, String> {
        let mut quote = String::new();
        let mut last = None;
        for paragraph in chosen.iter().filter_map(|at| self.paragraphs.get(*at)) {
            match last {
                None => {}
                Some(last) if paragraph.place == last + 1 => quote.push(' '),
                Some(_) => quote += &format!(" {LEFT_OUT} "),
            }
            quote.push_str(&paragraph.words);
            last = Some(paragraph.place);
        }
        quote.parse().map_err(|malformed: crate::atoms::Malformed| malformed.to_string())
    }
}

/// Whether a text has the parts of a quote, in their order.
fn holds(text: &str, quote: &str) -> bool {
    let mut rest = text;
    let quote = quote.replace("[...]", LEFT_OUT);
    let mut parts = quote.split(LEFT_OUT).map(fold).filter(|part| !part.is_empty()).peekable();
    parts.peek().is_some()
        && parts.all(|part| match rest.find(&part) {
            Some(at) => {
                rest = &rest[at + part.len()..];
                true
            }
            None => false,
        })
}

/// A message without the line that some programs put above it: its size, or from whom it came when.
fn without_envelope(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let Some(end) = bytes.iter().position(|byte| *byte == b'\n') else { return bytes };
    let first = bytes[..end].trim_ascii();
    let is_size = !first.is_empty() && first.iter().all(u8::is_ascii_digit);
    if is_size || first.starts_with(b"From ") { &bytes[end + 1..] } else { bytes }
}

/// The day on which a message was sent, by the clock of who sent it.
fn day(message: &Message<'_>) -> Option<Date> {
    let date = message.date()?;
    let (year, month, day) = (date.year.try_into().ok()?, date.month.try_into().ok()?, date.day.try_into().ok()?);
    Date::new(year, month, day).ok().filter(|day| day.year() > 1970)
}

/// The words of a message: the plain ones, else those of its page.
fn words(message: &Message<'_>) -> String {
    let plain = parts(message, &message.text_body);
    if plain.trim().is_empty() { parts(message, &message.html_body) } else { plain }
}

fn parts(message: &Message<'_>, ids: &[u32]) -> String {
    let parts = ids.iter().filter_map(|id| message.parts.get(*id as usize));
    let words = parts.filter_map(|MessagePart { body, .. }| match body {
        PartType::Text(text) => Some(text.replace("\r\n", "\n").replace('\r', "\n")),
        PartType::Html(page) => Some(html_lines(page)),
        PartType::Binary(_) | PartType::InlineBinary(_) | PartType::Message(_) | PartType::Multipart(_) => None,
    });
    printable(&words.collect::<Vec<_>>().join("\n\n")).into_owned()
}
