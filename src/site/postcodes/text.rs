use std::fmt;
use std::str::FromStr;

use super::{PostcodeState, PostcodeTable, UnitGroup, Units};
use crate::atoms::Text;
use crate::country::uk::{Gss, Outcode, Sector};

/// The first line of a table, which tells the version of the notation.
const HEAD: &str = "hustings postcodes 1";

/// Stands for the area where none is known.
const NO_AREA: &str = "none";

/// Stands before the postcodes that are no longer in use.
const GONE: &str = "gone";

/// What is wrong on one line of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostcodeTrouble {
    /// The line, from 1.
    pub line: u32,
    /// What is wrong, as one sentence without a full stop.
    pub what: String,
}

impl PostcodeTable {
    /// Reads the text of a table, with everything that is wrong with it.
    #[must_use]
    pub fn read(text: &str) -> (Self, Vec<PostcodeTrouble>) {
        let mut table = Self::default();
        let mut troubles = Vec::new();
        for (line, number) in text.lines().zip(1..) {
            let read = match number {
                1 if line == HEAD => Ok(()),
                1 => Err(format!("the first line of such a table is “{HEAD}”")),
                _ => table.read_line(line),
            };
            if let Err(what) = read {
                troubles.push(PostcodeTrouble { line: number, what });
            }
        }
        if text.is_empty() {
            troubles.push(PostcodeTrouble { line: 1, what: "this table is empty".to_owned() });
        }
        (table, troubles)
    }

    fn read_line(&mut self, line: &str) -> Result<(), String> {
        let (first, rest) = line.split_once(' ').ok_or_else(|| format!("“{line}” is not a line of such a table"))?;
        if let Ok(area) = first.parse::<Gss>() {
            self.name(area, rest.parse().map_err(|e: crate::atoms::Malformed| e.what)?);
            return Ok(());
        }
        let outcode: Outcode = first.parse().map_err(|e: crate::atoms::Malformed| e.what)?;
        let [digit, area, units] =
            parts(rest).ok_or_else(|| format!("“{line}” has no digit, no area or no postcodes"))?;
        let digit = u8::from_str(digit).ok().filter(|digit| *digit <= 9);
        let digit = digit.ok_or_else(|| format!("there should be one digit after “{first}”"))?;
        let area = match area {
            NO_AREA => None,
            code => Some(code.parse::<Gss>().map_err(|e| e.what)?),
        };
        let (live, gone) = match units.split_once(GONE) {
            Some((live, gone)) => (live, gone),
            None => (units, ""),
        };
        let sector = Sector { outcode, digit };
        self.read_units(sector, area.as_ref(), live, PostcodeState::Live)?;
        self.read_units(sector, area.as_ref(), gone, PostcodeState::Gone)
    }

    fn read_units(
        &mut self,
        sector: Sector,
        area: Option<&Gss>,
        text: &str,
        state: PostcodeState,
    ) -> Result<(), String> {
        let units: Units = text.parse().map_err(|super::units::NoUnits(group)| {
            format!("“{group}” is not a group of postcodes: a first letter, then second letters in order")
        })?;
        if self.add_all(sector, area.cloned(), &units, state) {
            return Ok(());
        }
        Err(format!("a postcode of {sector} is here a second time, and not with another area"))
    }
}

/// The three parts of a line after its first one.
fn parts(rest: &str) -> Option<[&str; 3]> {
    let (digit, rest) = rest.split_once(' ')?;
    let (area, units) = rest.split_once(' ')?;
    Some([digit, area, units])
}

/// The text of a table: its head, the names of areas, then a line for each sector and area.
impl fmt::Display for PostcodeTable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEAD}")?;
        for (area, name) in self.areas() {
            if let Some(name) = name {
                writeln!(f, "{area} {}", one_line(name))?;
            }
        }
        for (sector, groups) in self.sectors() {
            for group in groups {
                writeln!(f, "{}", line(sector, group))?;
            }
        }
        Ok(())
    }
}

/// Parts the sectors of a first half into runs of digits, each of which some tables hold in at most `most` bytes of
/// their texts; a sector that takes more by itself is a run of its own. Gives the first digit of every run, in order:
/// one where nothing need be parted, none for a first half that no table holds.
#[must_use]
pub fn pieces(tables: &[&PostcodeTable], outcode: Outcode, most: usize) -> Vec<u8> {
    let (mut starts, mut bytes) = (Vec::new(), 0);
    for digit in 0..=9 {
        let more: usize = tables.iter().map(|table| table.bytes_of(outcode, digit)).sum();
        if more > 0 && (starts.is_empty() || bytes + more > most) {
            starts.push(digit);
            bytes = 0;
        }
        bytes += more;
    }
    starts
}

impl PostcodeTable {
    /// How many bytes a sector takes in the table's text; 0 when it has none.
    fn bytes_of(&self, outcode: Outcode, digit: u8) -> usize {
        let sectors = self.sectors_of(outcode).filter(|(other, _)| *other == digit);
        let groups = sectors.flat_map(|(_, groups)| groups);
        groups.map(|group| line(Sector { outcode, digit }, group).len() + 1).sum()
    }
}

/// The line of a group, without its end.
fn line(sector: Sector, group: &UnitGroup) -> String {
    let area = group.area.as_ref().map_or(NO_AREA, Gss::as_str);
    format!("{sector} {area} {}", group.units())
}

impl UnitGroup {
    /// Its postcodes in use, then `gone` and those that are not.
    #[must_use]
    pub fn units(&self) -> String {
        match (self.live.is_empty(), self.gone.is_empty()) {
            (_, true) => self.live.to_string(),
            (true, false) => format!("{GONE} {}", self.gone),
            (false, false) => format!("{} {GONE} {}", self.live, self.gone),
        }
    }
}

/// A name on one line, its line ends and indents as single spaces.
fn one_line(name: &Text) -> String {
    name.as_str().split_whitespace().collect::<Vec<_>>().join(" ")
}
