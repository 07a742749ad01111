use super::slug::slug;
use super::{Malformed, Notation, Slug, slug_of, text_atom};

/// Declares an id that is a [`Slug`] of one kind of record, so that two kinds cannot be mixed up.
macro_rules! slug_id {
    ($(#[$doc:meta])* $name:ident, $read:expr) => {
        text_atom!($(#[$doc])* $name, Notation { name: stringify!($name), ..Slug::NOTATION }, $read);
    };
}

slug_id!(
    /// A party's id: its registration with the Electoral Commission in small letters (`pp53`), two of
    /// them joined (`joint-53-119`), `independent`, `speaker`, or an invented one.
    PartyId,
    slug
);
slug_id!(
    /// A person's id: Democracy Club's number (`4372`), or `local-<slug>` for people who have none.
    /// Zeros before a number mean nothing: `04372` is `4372`.
    PersonId,
    person
);
slug_id!(
    /// An election's id as Democracy Club writes it: `parl.2015-05-07`.
    ElectionId,
    slug
);
slug_id!(
    /// A ballot's id as Democracy Club writes it: `parl.lewisham-deptford.2015-05-07`.
    BallotId,
    slug
);
slug_id!(
    /// A question's id, which is also the name of its file and page.
    QuestionId,
    slug
);
slug_id!(
    /// A document's id, which is also the name of its file and the anchor on the documents page.
    DocumentId,
    slug
);
text_atom!(
    /// The last part of the address of a person's page, which the id and the name make: `4372-asha-example`.
    PersonPage,
    Notation::of("PersonPage").or_a_number().like("^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"),
    person_page
);

impl BallotId {
    /// Whether it is the ballot of a by-election, which Democracy Club says in the id: `local.example.pond-lane.by.2031-05-01`.
    #[must_use]
    pub fn is_by_election(&self) -> bool {
        self.as_str().split('.').any(|part| part == "by")
    }
}

impl PersonPage {
    /// The page of a person of this id and name; of a name of which no letter is left, that of the id alone.
    #[must_use]
    pub fn of(person: &PersonId, name: &str) -> Self {
        Self(slug_of(name).map_or_else(|| person.as_str().into(), |slug| format!("{person}-{slug}").into()))
    }
}

fn person(text: &str) -> Result<&str, Malformed> {
    let bare = text.trim_start_matches('0');
    let is_number = !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_digit());
    slug(if is_number { bare } else { text })
}

/// The longest address of a person's page, in characters: an id, a hyphen and a slug.
const LONGEST: usize = 201;

fn person_page(text: &str) -> Result<&str, Malformed> {
    let edge = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    let inner = |c: char| edge(c) || c == '.' || c == '-';
    let fits = text.len() <= LONGEST && text.chars().all(inner) && !text.contains("..");
    if fits && text.starts_with(edge) && text.ends_with(edge) {
        return Ok(text);
    }
    let help = "write the last part of the page's earlier address, for example 4372-asha-example";
    Err(Malformed::syntax(format!("“{text}” cannot have been a person's page"), help))
}
