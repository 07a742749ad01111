use std::fmt;
use std::str::FromStr;

use crate::country::uk::{UNIT_LETTERS, Unit};

/// How many words of 64 bits hold a bit for each unit of a sector.
const WORDS: usize = 7;

/// Some of the postcodes of one sector, by their last two letters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Units([u64; WORDS]);

impl Units {
    /// Adds a unit; false when it was in already.
    pub fn insert(&mut self, unit: Unit) -> bool {
        let (word, bit) = place(unit);
        let new = self.0[word] & bit == 0;
        self.0[word] |= bit;
        new
    }

    /// Takes a unit out.
    pub fn remove(&mut self, unit: Unit) {
        let (word, bit) = place(unit);
        self.0[word] &= !bit;
    }

    /// Whether a unit is in.
    #[must_use]
    pub fn contains(&self, unit: Unit) -> bool {
        let (word, bit) = place(unit);
        self.0[word] & bit != 0
    }

    /// Whether none is in.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// How many are in.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// Whether a unit is in both.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(one, two)| one & two != 0)
    }

    /// Adds all of another set.
    pub fn extend(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(one, two)| *one |= two);
    }

    /// Those that are in, in order.
    pub fn iter(&self) -> impl Iterator<Item = Unit> + '_ {
        (0..Unit::ALL).filter_map(Unit::of).filter(|unit| self.contains(*unit))
    }
}

impl FromIterator<Unit> for Units {
    fn from_iter<I: IntoIterator<Item = Unit>>(units: I) -> Self {
        let mut all = Self::default();
        for unit in units {
            all.insert(unit);
        }
        all
    }
}

fn place(unit: Unit) -> (usize, u64) {
    let number = usize::from(unit.number());
    (number / 64, 1 << (number % 64))
}

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
