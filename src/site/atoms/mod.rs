//! Takes text, gives values that know their own syntax, never a value that breaks its rule.
//!
//! Every atom is parsed with [`FromStr`](std::str::FromStr), whose error is a [`Malformed`]: what
//! is wrong with the text, and how to write it. No atom knows of any other record.

mod addresses;
mod band;
mod blanks;
mod colour;
mod date;
mod file_name;
mod ids;
mod language_tag;
mod near;
mod notation;
mod original_name;
mod page_text;
mod picture_name;
mod printable;
mod site_path;
mod slug;
pub mod spreadsheet;
mod text;
mod words;

use std::fmt;

pub use addresses::{BaseUrl, EmailAddress, WebUrl};
pub use band::Band;
pub use blanks::{BlankPiece, blanks};
pub use colour::Colour;
pub use date::{AsOf, ClockTime, PartialDate, day};
pub use ids::{BallotId, DocumentId, ElectionId, PartyId, PersonId, PersonPage, QuestionId};
pub use language_tag::LanguageTag;
pub use near::near;
pub(crate) use notation::text_atom;
pub use notation::{Atom, Notation};
pub use original_name::{OriginalKind, OriginalName};
pub use page_text::{PageText, READABLE_FROM, join_pages, split_pages};
pub use picture_name::PictureName;
pub use printable::{first_control, is_control, one_line, printable, shown, shown_name};
pub use site_path::SitePath;
pub use slug::{Slug, slug_of, sort_key};
pub use text::{Text, capitalised, name};
pub use words::{
    AccountKind, AccountResponse, AskOutcome, BallotKind, BallotOrder, Compound, DataKind, DocumentFormat,
    DocumentKind, EvidenceKind, FigureUnit, ImprintSeen, LetterBlank, LetterTo, MadeFrom, PartyKind, Seen, Show,
    SourceKind, Stance, Standing, Wanted, Words, WrittenState, WrittenVerification,
};
pub(crate) use words::{no_word, words};

/// Why a text is not a value of its kind: what is wrong, and how to write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed {
    /// What is wrong, as part of a sentence: `“yes” is not a stance`.
    pub what: String,
    /// How to correct it.
    pub help: String,
    /// Whether the trouble has a name of its own among the diagnostics.
    pub kind: MalformedKind,
}

/// The kinds of malformed text that deserve a diagnostic code of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MalformedKind {
    /// The value does not follow the syntax of its kind.
    Syntax,
    /// The value is no word of a closed list.
    Word,
    /// The value is a word that the program derives and nobody may write.
    Derived,
}

impl Malformed {
    /// A value with the wrong syntax.
    pub fn syntax(what: impl Into<String>, help: impl Into<String>) -> Self {
        Self { what: what.into(), help: help.into(), kind: MalformedKind::Syntax }
    }
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; {}", self.what, self.help)
    }
}

impl std::error::Error for Malformed {}
