use crate::atoms::words;

words!(
    /// In what kind of area people vote.
    AreaKind, "kind of area",
    derived: {},
    meant: &[
        (&["seat", "constituencies", "etholaeth"], "constituency"),
        (&["wards"], "ward"),
        (&["electoral division", "divisions", "county division"], "division"),
        (&["regions", "electoral region", "rhanbarth"], "region"),
        (&["areas", "other", "city", "county", "council", "authority", "ardal"], "area"),
    ],
    {
        /// A constituency.
        Constituency = "constituency",
        /// A ward.
        Ward = "ward",
        /// A division of a county.
        Division = "division",
        /// A region.
        Region = "region",
        /// Any other area, or areas of several kinds.
        Area = "area",
    }
);

/// The first year in which all members of the Senedd are elected in constituencies.
const SENEDD_WITHOUT_REGIONS: i16 = 2026;

/// In what kind of area people vote, by the id that Democracy Club gives an election or a ballot, and the year.
#[must_use]
pub fn area_kind(id: &str, year: i16) -> AreaKind {
    let mut parts = id.split('.');
    match (parts.next().unwrap_or_default(), parts.next()) {
        ("sp" | "senedd" | "naw" | "gla", Some("c")) | ("parl" | "nia", _) => AreaKind::Constituency,
        ("sp" | "senedd" | "naw", Some("r")) | ("europarl", _) => AreaKind::Region,
        ("senedd", _) if year >= SENEDD_WITHOUT_REGIONS => AreaKind::Constituency,
        // A ward or a division, which no id tells.
        ("local", _) => AreaKind::Ward,
        _ => AreaKind::Area,
    }
}

/// What people are elected to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ElectionKind {
    /// What such an election is called, without year and place.
    pub name: &'static str,
    /// Whether it is to a body of one place.
    pub is_local: bool,
}

/// The kind of an election by the first part of the id that Democracy Club gives it.
#[must_use]
pub fn election_kind(first_part: &str) -> Option<ElectionKind> {
    let (name, is_local) = match first_part {
        "parl" => ("UK parliamentary election", false),
        "europarl" => ("European Parliament election", false),
        "sp" => ("Scottish Parliament election", false),
        "senedd" => ("Senedd election", false),
        "naw" => ("National Assembly for Wales election", false),
        "nia" => ("Northern Ireland Assembly election", false),
        "gla" => ("London Assembly election", false),
        "mayor" => ("Mayoral election", true),
        "pcc" => ("Police and crime commissioner election", true),
        "local" => ("Local election", true),
        _ => return None,
    };
    Some(ElectionKind { name, is_local })
}

/// What the second part of an id stands for when it is a letter: how the seats of an assembly are filled.
#[must_use]
pub fn seats_of(second_part: &str) -> Option<&'static str> {
    match second_part {
        "c" => Some("constituencies"),
        "r" => Some("regions"),
        "a" => Some("whole of London"),
        _ => None,
    }
}
