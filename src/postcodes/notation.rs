use std::fmt;
use std::str::FromStr;

use super::Units;
use crate::country::uk::{UNIT_LETTERS, Unit};

/// Units as they are written: a group for each first letter, which is followed by the second letters. Three or more
/// neighbours are written as a range: `AA-DH BY` stands for AA, AB, AD, AH and BY.
impl fmt::Display for Units {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut gap = "";
        for first in UNIT_LETTERS {
            let seconds: Vec<usize> = (0..UNIT_LETTERS.len()).filter(|second| self.has(*first, *second)).collect();
            if seconds.is_empty() {
                continue;
            }
            write!(f, "{gap}{}", char::from(*first))?;
            gap = " ";
            for run in seconds.chunk_by(|one, next| one + 1 == *next) {
                match run {
                    [from, _, .., to] => write!(f, "{}-{}", letter(*from), letter(*to))?,
                    few => few.iter().try_for_each(|second| write!(f, "{}", letter(*second)))?,
                }
            }
        }
        Ok(())
    }
}

impl Units {
    fn has(&self, first: u8, second: usize) -> bool {
        Unit::of_letters(first, UNIT_LETTERS[second]).is_some_and(|unit| self.contains(unit))
    }
}

fn letter(number: usize) -> char {
    char::from(UNIT_LETTERS[number])
}

/// The text of units that cannot be read: the group in it that breaks the notation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoUnits(pub String);

impl FromStr for Units {
    type Err = NoUnits;

    fn from_str(text: &str) -> Result<Self, NoUnits> {
        let mut units = Self::default();
        for group in text.split(' ').filter(|group| !group.is_empty()) {
            read_group(group.as_bytes(), &mut units).ok_or_else(|| NoUnits(group.to_owned()))?;
        }
        Ok(units)
    }
}

fn read_group(group: &[u8], units: &mut Units) -> Option<()> {
    let (first, mut rest) = group.split_first().filter(|(_, rest)| !rest.is_empty())?;
    while let [from, more @ ..] = rest {
        let (to, more) = match more {
            [b'-', to, more @ ..] => (to, more),
            _ => (from, more),
        };
        let (from, to) = (Unit::of_letters(*first, *from)?, Unit::of_letters(*first, *to)?);
        for unit in (from.number()..=to.number()).filter_map(Unit::of) {
            units.insert(unit);
        }
        rest = if from <= to { more } else { return None };
    }
    Some(())
}
