use std::fmt;
use std::str::FromStr;

use super::{Atom, Malformed, Notation, Slug};

/// Declares an id that is a [`Slug`] of one kind of record, so that two kinds cannot be mixed up.
macro_rules! slug_id {
    ($(#[$doc:meta])* $name:ident) => {
        slug_id!($(#[$doc])* $name, str::parse);
    };
    ($(#[$doc:meta])* $name:ident, $read:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[serde(transparent)]
        pub struct $name(Slug);

        impl $name {
            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl FromStr for $name {
            type Err = Malformed;

            fn from_str(text: &str) -> Result<Self, Malformed> {
                $read(text).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl Atom for $name {
            const NOTATION: Notation = Notation { name: stringify!($name), ..Slug::NOTATION };
        }
    };
}

slug_id!(
    /// A party's id: its registration with the Electoral Commission in small letters (`pp53`), two of
    /// them joined (`joint-53-119`), `independent`, `speaker`, or an invented one.
    PartyId
);
slug_id!(
    /// A person's id: Democracy Club's number (`4372`), or `local-<slug>` for people who have none.
    /// Zeros before a number mean nothing: `04372` is `4372`.
    PersonId,
    person
);
slug_id!(
    /// An election's id as Democracy Club writes it: `parl.2015-05-07`.
    ElectionId
);
slug_id!(
    /// A ballot's id as Democracy Club writes it: `parl.lewisham-deptford.2015-05-07`.
    BallotId
);
slug_id!(
    /// A question's id, which is also the name of its file and page.
    QuestionId
);
slug_id!(
    /// A document's id, which is also the name of its file and the anchor on the documents page.
    DocumentId
);

impl BallotId {
    /// Whether it is the ballot of a by-election, which Democracy Club says in the id: `local.example.pond-lane.by.2031-05-01`.
    #[must_use]
    pub fn is_by_election(&self) -> bool {
        self.as_str().split('.').any(|part| part == "by")
    }
}

fn person(text: &str) -> Result<Slug, Malformed> {
    let bare = text.trim_start_matches('0');
    let is_number = !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_digit());
    if is_number { bare.parse() } else { text.parse() }
}
