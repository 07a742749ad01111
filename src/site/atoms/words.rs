pub use account::{AccountKind, AccountResponse, SourceKind, WrittenState};
pub use ballot::{AskOutcome, BallotKind, BallotOrder, PartyKind, Standing};
pub use data::{DataKind, FigureUnit};
pub use document::{DocumentFormat, DocumentKind, EvidenceKind, ImprintSeen, MadeFrom, Seen, Show};
pub use letter::{LetterBlank, LetterTo};
pub use mark::{Compound, Stance, Wanted, WrittenVerification};

use super::near::{near, plain};
use super::{Malformed, MalformedKind};

/// A closed list of words that records may use.
pub trait Words: Sized + Copy + 'static {
    /// What one of them is called in a message: `stance`.
    const KIND: &'static str;
    /// All of them, in the order in which they are explained.
    const ALL: &'static [Self];
    /// The word as it is written in records.
    fn word(self) -> &'static str;
}

/// What people write for a word: each of the first texts, without regard to capital letters and signs, means the second.
type Meant = &'static [(&'static [&'static str], &'static str)];

/// Declares a closed list of words: the enum, its spelling, its parser and its notation; which words the program derives, with
/// what to write instead; and what people write for them.
macro_rules! words {
    ($(#[doc = $doc:literal])* $name:ident, $kind:literal,
     derived: { $($derived:literal => $instead:expr),* $(,)? },
     meant: $meant:expr,
     { $($(#[doc = $vdoc:literal])* $variant:ident = $word:literal,)+ }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        pub enum $name {
            $($(#[doc = $vdoc])* #[serde(rename = $word)] $variant,)+
        }

        impl $crate::atoms::Words for $name {
            const KIND: &'static str = $kind;
            const ALL: &'static [Self] = &[$(Self::$variant),+];

            fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($crate::atoms::Words::word(*self))
            }
        }

        impl $crate::atoms::Atom for $name {
            const NOTATION: $crate::atoms::Notation = $crate::atoms::Notation {
                meaning: concat!($($doc, "\n"),*),
                words: &[$(($word, concat!($($vdoc, "\n"),*))),+],
                ..$crate::atoms::Notation::of(stringify!($name))
            };

            fn blank() -> Self {
                <Self as $crate::atoms::Words>::ALL[0]
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::atoms::Malformed;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    _ => Err($crate::atoms::no_word::<Self>(text, &[$(($derived, $instead)),*], $meant)),
                }
            }
        }
    };
}

pub(crate) use words;

mod account;
mod ballot;
mod data;
mod document;
mod letter;
mod mark;

pub(crate) fn no_word<W: Words>(text: &str, derived: &[(&'static str, &str)], meant: Meant) -> Malformed {
    let words: Vec<&str> = W::ALL.iter().map(|w| w.word()).collect();
    let all = words.join(", ");
    let spelt = plain(text);
    let known = || words.iter().copied().chain(derived.iter().map(|(word, _)| *word));
    let same = known().find(|word| plain(word) == spelt);
    let said = || meant.iter().find(|(said, _)| said.iter().any(|said| plain(said) == spelt)).map(|(_, word)| *word);
    let near = same.or_else(said).or_else(|| near(text, known()));
    if let Some((word, instead)) = derived.iter().find(|(word, _)| Some(*word) == near) {
        let what = match *word == text {
            true => format!("“{text}” is worked out by the program and never written"),
            false => format!("“{text}” would be “{word}”, which is worked out by the program and never written"),
        };
        return Malformed {
            what,
            help: format!("{instead}; what may be written is: {all}"),
            kind: MalformedKind::Derived,
        };
    }
    let help = match near {
        Some(near) => format!("did you mean “{near}”? It may be: {all}"),
        None => format!("it may be: {all}"),
    };
    let article = if W::KIND.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    Malformed { what: format!("“{text}” is not {article} {}", W::KIND), help, kind: MalformedKind::Word }
}
