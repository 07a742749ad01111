use std::fmt;
use std::str::FromStr;

use crate::atoms::{Atom, Malformed, Notation};

/// The first half of a postcode: `ZZ1`, `ZZ10`, `Z1A`. Capital letters and digits, two to four of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Outcode([u8; 4]);

/// All postcodes that share a first half and the digit after it: `ZZ1 2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sector {
    /// The first half.
    pub outcode: Outcode,
    /// The digit, from 0 to 9.
    pub digit: u8,
}

/// The last two letters of a postcode, which tell it from others of its sector, as a number below [`Unit::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unit(u16);

/// A whole postcode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Postcode {
    /// All but its last two letters.
    pub sector: Sector,
    /// Its last two letters.
    pub unit: Unit,
}

/// The letters that the last two of a postcode can be, in their order.
pub const UNIT_LETTERS: &[u8; 20] = b"ABDEFGHJLNPQRSTUWXYZ";

impl Outcode {
    /// The letters with which it begins: `ZZ` of `ZZ10`.
    #[must_use]
    pub fn area(&self) -> &str {
        self.as_str().split(|c: char| c.is_ascii_digit()).next().unwrap_or_default()
    }

    /// The first half as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default().trim_end()
    }
}

impl FromStr for Outcode {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
        let rest = &text.as_bytes()[letters..];
        let last = |byte: u8| byte.is_ascii_digit() || (byte.is_ascii_uppercase() && !matches!(byte, b'I' | b'O'));
        let good = match rest {
            [digit] => digit.is_ascii_digit(),
            [digit, end] => digit.is_ascii_digit() && last(*end),
            _ => false,
        };
        if !good || !(1..=2).contains(&letters) {
            let help = "write one or two capital letters and then one or two digits, or a digit and a letter";
            return Err(Malformed::syntax(format!("“{text}” is not a first half of a postcode"), help));
        }
        let mut bytes = [b' '; 4];
        bytes[..text.len()].copy_from_slice(text.as_bytes());
        Ok(Self(bytes))
    }
}

impl Atom for Outcode {
    const NOTATION: Notation = Notation::of("Outcode").like("^[A-Z]{1,2}[0-9][0-9A-HJ-NP-Z]?$");

    fn blank() -> Self {
        Self(*b"ZZ99")
    }
}

impl Unit {
    /// How many there are in a sector.
    pub const ALL: u16 = 400;

    /// The unit with this number.
    #[must_use]
    pub fn of(number: u16) -> Option<Self> {
        (number < Self::ALL).then_some(Self(number))
    }

    /// The unit with these two letters.
    #[must_use]
    pub fn of_letters(first: u8, second: u8) -> Option<Self> {
        let place =
            |letter: u8| UNIT_LETTERS.iter().position(|known| *known == letter).and_then(|n| u16::try_from(n).ok());
        Some(Self(place(first)? * 20 + place(second)?))
    }

    /// Its number: that of its first letter times 20, and that of its second.
    #[must_use]
    pub fn number(self) -> u16 {
        self.0
    }
}

impl FromStr for Postcode {
    type Err = Malformed;

    /// Reads a postcode as directories print it: with spaces or none between the halves, in any case.
    fn from_str(text: &str) -> Result<Self, Malformed> {
        let mut bytes = [0; 7];
        let mut length = 0;
        for byte in text.bytes().filter(|byte| *byte != b' ') {
            if length == bytes.len() {
                return Err(no_postcode(text));
            }
            bytes[length] = byte.to_ascii_uppercase();
            length += 1;
        }
        let parsed = || {
            let (first, rest) = bytes[..length].split_at_checked(length.checked_sub(3)?)?;
            let outcode = std::str::from_utf8(first).ok()?.parse().ok()?;
            let digit = rest[0].is_ascii_digit().then(|| rest[0] - b'0')?;
            Some(Self { sector: Sector { outcode, digit }, unit: Unit::of_letters(rest[1], rest[2])? })
        };
        parsed().ok_or_else(|| no_postcode(text))
    }
}

fn no_postcode(text: &str) -> Malformed {
    Malformed::syntax(format!("“{text}” is not a postcode"), "write it as ZZ1 1AA")
}

impl fmt::Display for Outcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Sector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.outcode, self.digit)
    }
}

impl fmt::Display for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = |number: u16| char::from(UNIT_LETTERS[usize::from(number)]);
        write!(f, "{}{}{}", self.sector, letter(self.unit.0 / 20), letter(self.unit.0 % 20))
    }
}
