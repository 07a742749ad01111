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
