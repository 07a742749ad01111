use super::{Clock, Facts};

macro_rules! to_town {
    () => {
        r"[0-9]{5} [A-ZÄÖÜ]"
    };
}

macro_rules! street {
    () => {
        r"\b(?:[A-ZÄÖÜ][A-Za-zÄÖÜäöüß.-]* ?(?:[Ss]traße|[Ss]trasse|[Ss]tr\.)|Straße (?:des|der|am|im) [^,;:()]{1,40}?) [0-9]{1,4} ?[a-z]?\b"
    };
}

/// Words that end names of streets, and other words too: they are believed with a town behind the number only.
macro_rules! way {
    () => {
        r"\b[A-ZÄÖÜ][A-Za-zÄÖÜäöüß.-]+ ?(?:[Ww]eg|[Pp]latz|[Aa]llee|[Gg]asse|[Rr]ing|[Dd]amm|[Uu]fer|[Cc]haussee|[Mm]arkt|[Hh]of) [0-9]{1,4} ?[a-z]?, [0-9]{5} [A-ZÄÖÜ]"
    };
}

pub(super) static FACTS: Facts = Facts {
    telephones: &[
        r"(?:\+49[ -]?(?:\(0\))?|\b0)[1-9][0-9]{1,4}[ /-]{1,3}[0-9](?:[ -]?[0-9]){4,9}\b",
        r"\(0[1-9][0-9]{1,4}\) ?[0-9](?:[ -]?[0-9]){4,9}\b",
        r"\b01[5-7][0-9]{8,9}\b",
    ],
    printed_telephones: &[],
    streets: &[street!(), way!()],
    printed_streets: &[concat!(street!(), r"[^;:()]{0,20}?", to_town!(), r"[a-zäöüß]+\b"), r"\bPostfach [0-9 ]+\b"],
    postcode: Some(concat!(r"\b", to_town!())),
    id_number: Some((r"\b[0-9]{2} [0-9]{3} [0-9]{3} [0-9]{3}\b", "a tax number")),
    home: r"(?i)\bwohn(?:t|te|haft|end)\b|\b(?:privat|wohn)(?:adresse|anschrift)\b|\bzu hause\b",
    organisations: r"(?:Partei|[Vv]erband|[Vv]erein|Büro|büro|[Gg]eschäftsstelle|Rathaus|[Mm]inisterium|Bundestag|Landtag|Universität|Schule|schule|Stiftung|Gewerkschaft|Zentrale|zentrale|Verlag|Druckerei|Haus|Amt|amt)\b|\b(?:e\. ?V\.|GmbH|AG|gGmbH)",
    imprint_law: "German law",
    clock: Some(Clock { zone: "Europe/Berlin", winter: 1, names: ["CET", "CEST"] }),
    birth_date: r"(?i)\b(?:geboren(?: am)?|geb\.|geburtsdatum):? (?:[0-9]{1,2}\. ?(?:[a-zäöü]+|[0-9]{1,2}\.) ?[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})",
};
