use crate::atoms::{PartyId, PartyKind, slug_of};

/// The registrations of the Labour Party and the Co-operative Party, as a joint label.
pub const LABOUR_AND_COOPERATIVE: &str = "joint-party:53-119";

/// What that label is called where nothing better says it.
pub const LABOUR_AND_COOPERATIVE_NAME: &str = "Labour and Co-operative Party";

/// The Labour Party, with its published id.
pub const LABOUR: (&str, &str) = ("PP53", "Labour Party");

/// What people without a party are called in lists, in the languages of ballot papers, as slugs.
const INDEPENDENT: [&str; 12] = [
    "independent",
    "independents",
    "independent-candidate",
    "ind",
    "annibynnol",
    "ymgeisydd-annibynnol",
    "independent-annibynnol",
    "annibynnol-independent",
    "neamhspleach",
    "neo-eisimeileach",
    "no-description",
    "non-party",
];

/// What a published id, of the Electoral Commission or of Democracy Club, says about a label.
#[derive(Debug, Clone)]
pub struct Registration {
    /// The id of its record here.
    pub id: PartyId,
    /// Under which ids others publish it, where those differ.
    pub published: Vec<String>,
    /// What kind of label it is.
    pub kind: PartyKind,
}

/// Whether a label says that somebody stands for no party.
#[must_use]
pub fn is_independent(name: &str) -> bool {
    slug_of(name).is_some_and(|slug| INDEPENDENT.contains(&slug.as_str()))
}

/// Whether two names are the same but for punctuation and accents.
#[must_use]
pub fn is_same_party_name(one: &str, other: &str) -> bool {
    one == other
        || slug_of(one).is_some_and(|slug| slug_of(other) == Some(slug))
        || (is_independent(one) && is_independent(other))
}

/// The published id of a label that goes by its name alone, since it is not a registration of one party.
#[must_use]
pub fn published_id_of_name(name: &str) -> Option<&'static str> {
    match name.to_lowercase().as_str() {
        name if is_independent(name) => Some("ynmp-party:2"),
        "speaker seeking re-election" => Some("ynmp-party:12522"),
        "labour and co-operative party" => Some(LABOUR_AND_COOPERATIVE),
        _ => None,
    }
}

impl Registration {
    /// Reads a published id: `PP53`, `party:53`, `joint-party:53-119`, `ynmp-party:2` or any other.
    #[must_use]
    pub fn of(published: &str) -> Option<Self> {
        let lower = published.to_lowercase();
        let is_number = |text: &&str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let number = lower.strip_prefix("pp").or_else(|| lower.strip_prefix("party:")).filter(is_number);
        if let Some(number) = number.map(|number| number.trim_start_matches('0')).filter(is_number) {
            let published = vec![format!("PP{number}"), format!("party:{number}")];
            return Some(Self { id: format!("pp{number}").parse().ok()?, published, kind: PartyKind::Party });
        }
        let (id, kind) = match lower.as_str() {
            "ynmp-party:2" | "independent" => ("independent".to_owned(), PartyKind::Independent),
            "ynmp-party:12522" | "speaker" => ("speaker".to_owned(), PartyKind::Speaker),
            other => match other.strip_prefix("joint-party:") {
                Some(parties) => (format!("joint-{parties}"), PartyKind::Joint),
                None => (slug_of(other)?.to_string(), PartyKind::Party),
            },
        };
        let published = if id == published { Vec::new() } else { vec![published.to_owned()] };
        Some(Self { id: id.parse().ok()?, published, kind })
    }

    /// Whether it is that of Labour and Co-operative, which takes its line from Labour.
    #[must_use]
    pub fn is_labour_and_cooperative(&self) -> bool {
        self.published == [LABOUR_AND_COOPERATIVE]
    }

    /// The registrations of which a joint label is made.
    pub fn parts(&self) -> impl Iterator<Item = String> {
        let joint = self.id.as_str().strip_prefix("joint-").filter(|_| self.kind == PartyKind::Joint);
        joint.unwrap_or_default().split('-').filter(|part| !part.is_empty()).map(|number| format!("pp{number}"))
    }
}
