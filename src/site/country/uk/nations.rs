use std::collections::BTreeSet;

use super::Gss;
use crate::atoms::{Text, words};

words!(
    /// A nation of the United Kingdom.
    Nation, "nation",
    derived: {},
    meant: &[
        (&["e", "eng", "english"], "england"),
        (&["s", "sct", "scottish", "alba"], "scotland"),
        (&["w", "wls", "welsh", "cymru"], "wales"),
        (&["ni", "nir", "n ireland", "ulster"], "northern-ireland"),
    ],
    {
        /// England.
        England = "england",
        /// Scotland.
        Scotland = "scotland",
        /// Wales.
        Wales = "wales",
        /// Northern Ireland.
        NorthernIreland = "northern-ireland",
    }
);

/// The nation of a code: its first letter says it.
#[must_use]
pub fn nation_of_code(gss: &Gss) -> Option<Nation> {
    match gss.as_str().chars().next()? {
        'E' => Some(Nation::England),
        'S' => Some(Nation::Scotland),
        'W' => Some(Nation::Wales),
        'N' => Some(Nation::NorthernIreland),
        _ => None,
    }
}

/// The nation of one of the twelve statistical regions: three are nations, nine are English.
#[must_use]
pub fn nation_of_region(region: &str) -> Nation {
    let is_nation = |nation: &&Nation| name(**nation) == region;
    [Nation::Scotland, Nation::Wales, Nation::NorthernIreland].iter().find(is_nation).map_or(Nation::England, |n| *n)
}

/// What a region is called: only those of England have names that are not a nation's.
#[must_use]
pub fn region_name(region: &str, nation: Option<Nation>) -> Option<Text> {
    let region = region.trim_end_matches("(England)");
    if nation == Some(Nation::England) { region.parse().ok() } else { None }
}

/// Nations in words.
#[must_use]
pub fn in_words(nations: &BTreeSet<Nation>) -> String {
    if nations.iter().copied().eq([Nation::England, Nation::Scotland, Nation::Wales]) {
        return "Great Britain".to_owned();
    }
    let names: Vec<&str> = nations.iter().map(|nation| name(*nation)).collect();
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}

fn name(nation: Nation) -> &'static str {
    match nation {
        Nation::England => "England",
        Nation::Scotland => "Scotland",
        Nation::Wales => "Wales",
        Nation::NorthernIreland => "Northern Ireland",
    }
}
