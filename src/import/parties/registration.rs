use super::super::candidates::{Generation, PartyLabel};
use crate::atoms::{PartyId, PartyKind, slug_of};

/// The registrations of the Labour Party and the Co-operative Party, as a joint label.
pub(super) const LABOUR_AND_COOPERATIVE: &str = "joint-party:53-119";

/// What that label is called where nothing better says it.
pub(super) const LABOUR_AND_COOPERATIVE_NAME: &str = "Labour and Co-operative Party";

/// The Labour Party, with its published id.
pub(super) const LABOUR: (&str, &str) = ("PP53", "Labour Party");

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

/// What a published id says about a label.
#[derive(Debug, Clone)]
pub(super) struct Registration {
    pub(super) id: PartyId,
    pub(super) published: Vec<String>,
    pub(super) kind: PartyKind,
}

/// Whether a label says that somebody stands for no party.
pub(super) fn is_independent(name: &str) -> bool {
    slug_of(name).is_some_and(|slug| INDEPENDENT.contains(&slug.as_str()))
}

/// Whether two names are one, in signs and accents apart.
pub(super) fn is_same_name(one: &str, other: &str) -> bool {
    one == other
        || slug_of(one).is_some_and(|slug| slug_of(other) == Some(slug))
        || (is_independent(one) && is_independent(other))
}

/// The id under which a label is published; lists leave it blank for some labels that are no
/// registration, those of the first generation also for the joint one.
pub(super) fn published_id(label: &PartyLabel, generation: Generation) -> Option<String> {
    if let Some(id) = &label.id {
        return Some(id.to_string());
    }
    match label.name.to_lowercase().as_str() {
        name if is_independent(name) => Some("ynmp-party:2".to_owned()),
        "speaker seeking re-election" => Some("ynmp-party:12522".to_owned()),
        "labour and co-operative party" if generation == Generation::First => Some(LABOUR_AND_COOPERATIVE.to_owned()),
        _ => None,
    }
}

impl Registration {
    pub(super) fn of(published: &str) -> Option<Self> {
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
    pub(super) fn is_labour_and_cooperative(&self) -> bool {
        self.published == [LABOUR_AND_COOPERATIVE]
    }

    /// The registrations of which a joint label is made.
    pub(super) fn parts(&self) -> impl Iterator<Item = String> {
        let joint = self.id.as_str().strip_prefix("joint-").filter(|_| self.kind == PartyKind::Joint);
        joint.unwrap_or_default().split('-').filter(|part| !part.is_empty()).map(|number| format!("pp{number}"))
    }
}
