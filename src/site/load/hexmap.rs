use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::atoms::{Malformed, Text};
use crate::country::uk::Gss;
use crate::diagnostic::Pos;

/// How far from the middle of a map a cell may lie, in columns and rows.
const FARTHEST: i32 = 1000;

/// A map on which every area is a hexagon of one size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HexMap {
    /// How the cells lie to one another.
    pub layout: HexLayout,
    /// The areas by their codes.
    pub areas: BTreeMap<Gss, HexArea>,
}

/// How the cells of a map lie to one another: which of the rows or columns are shifted by half a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum HexLayout {
    /// Rows; those with an odd number are shifted to the right.
    OddR,
    /// Rows; those with an even number are shifted to the right.
    EvenR,
    /// Columns; those with an odd number are shifted up.
    OddQ,
    /// Columns; those with an even number are shifted up.
    EvenQ,
}

/// An area with its cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HexArea {
    /// The area's name.
    pub name: Text,
    /// The column, from west to east; may be negative.
    pub q: i32,
    /// The row, from south to north; may be negative.
    pub r: i32,
}

/// What is wrong with the text of a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HexTrouble {
    /// Where.
    pub pos: Pos,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub help: String,
}

#[derive(Deserialize)]
struct RawMap {
    layout: HexLayout,
    hexes: BTreeMap<String, RawArea>,
}

#[derive(Deserialize)]
struct RawArea {
    n: String,
    q: i32,
    r: i32,
}

impl HexMap {
    /// Reads a map in the HexJSON format. Fields that it does not need are passed over.
    ///
    /// # Errors
    /// When the text is no such map, a key is not a GSS code, or two areas share a cell.
    pub fn read(text: &str) -> Result<Self, HexTrouble> {
        Self::read_with(text, |_, malformed| Err(malformed))
    }

    /// Reads a map that others made: `correct` gives an area another name than one that cannot be used, or nothing to leave its
    /// cell out.
    ///
    /// # Errors
    /// When the text is no such map, a key is not a GSS code, two areas share a cell, or a name cannot be corrected.
    pub fn read_with(
        text: &str,
        mut correct: impl FnMut(&Gss, Malformed) -> Result<Option<Text>, Malformed>,
    ) -> Result<Self, HexTrouble> {
        let raw: RawMap = serde_json::from_str(text).map_err(|error| HexTrouble::of(&error))?;
        let mut areas = BTreeMap::new();
        let mut taken = BTreeMap::new();
        for (key, raw) in raw.hexes {
            let wrong = |what: String, help: &str| HexTrouble { pos: place(text, &key), what, help: help.to_owned() };
            let gss: Gss = key.parse().map_err(|malformed: Malformed| wrong(malformed.what, &malformed.help))?;
            let name = raw.n.parse().map(Some).or_else(|malformed| correct(&gss, malformed));
            let Some(name) = name.map_err(|malformed| wrong(malformed.what, &malformed.help))? else { continue };
            if raw.q.abs() > FARTHEST || raw.r.abs() > FARTHEST {
                return Err(wrong(
                    format!("the cell of {key} is more than {FARTHEST} cells away"),
                    "correct “q” and “r”",
                ));
            }
            if let Some(other) = taken.insert((raw.q, raw.r), key.clone()) {
                return Err(wrong(format!("{key} has the cell of {other}"), "give each area a “q” and “r” of its own"));
            }
            areas.insert(gss, HexArea { name, q: raw.q, r: raw.r });
        }
        Ok(Self { layout: raw.layout, areas })
    }

    /// The map as text, an area on each line in the order of their codes.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = format!("{{\"layout\":{},\"hexes\":{{", json(&self.layout));
        let mut before = "\n";
        for (gss, HexArea { name, q, r }) in &self.areas {
            text.push_str(&format!("{before}\"{gss}\":{{\"n\":{},\"q\":{q},\"r\":{r}}}", json(&name.as_str())));
            before = ",\n";
        }
        text.push_str("\n}}\n");
        text
    }
}

impl HexTrouble {
    fn of(error: &serde_json::Error) -> Self {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX).max(1);
        let pos = Pos { line: count(error.line()), column: count(error.column()) };
        let what = error.to_string();
        let what = what.split(" at line ").next().unwrap_or_default();
        let help = "name a hexagon map in the HexJSON format, with “layout” and “hexes”".to_owned();
        Self { pos, what: format!("this is not a hexagon map: {what}"), help }
    }
}

/// Where a key stands in a text.
fn place(text: &str, key: &str) -> Pos {
    let before = text.find(&format!("\"{key}\"")).map_or("", |at| &text[..at]);
    let count = |n: usize| u32::try_from(n + 1).unwrap_or(u32::MAX);
    let line = before.rsplit('\n').next().unwrap_or(before);
    Pos { line: count(before.matches('\n').count()), column: count(line.chars().count()) }
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_else(|error| unreachable!("a word or a name is JSON: {error}"))
}
