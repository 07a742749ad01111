use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

use super::{Atom, Malformed, Notation};

/// A date known to the year, the month or the day: `2031`, `2031-04` or `2031-04-20`.
///
/// Ordered by its first day; of two that begin together, the less exact comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    first: Date,
    exact: Exact,
}

/// The first year that a record can speak of; an earlier one is a slip of the pen.
const FIRST_YEAR: i16 = 1000;

/// How exactly a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Exact {
    Year,
    Month,
    Day,
}

impl PartialDate {
    /// A date known to the day.
    #[must_use]
    pub fn day(date: Date) -> Self {
        Self { first: date, exact: Exact::Day }
    }

    /// The day, when it is known.
    #[must_use]
    pub fn as_day(self) -> Option<Date> {
        (self.exact == Exact::Day).then_some(self.first)
    }

    /// The month as 1–12, when it is known.
    #[must_use]
    pub fn month(self) -> Option<i8> {
        (self.exact != Exact::Year).then_some(self.first.month())
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.first.year()
    }

    /// The first day that it can mean.
    #[must_use]
    pub fn earliest(self) -> Date {
        self.first
    }

    /// The last day that it can mean.
    #[must_use]
    pub fn latest(self) -> Date {
        match self.exact {
            Exact::Day => self.first,
            Exact::Month => self.first.last_of_month(),
            Exact::Year => self.first.last_of_year(),
        }
    }
}

impl FromStr for PartialDate {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let exact = match text.len() {
            4 => Exact::Year,
            7 => Exact::Month,
            10 => Exact::Day,
            _ => return Err(no_date(text, "")),
        };
        let shape = text.bytes().enumerate().all(|(i, b)| match i {
            4 | 7 => b == b'-',
            _ => b.is_ascii_digit(),
        });
        if !shape {
            return Err(no_date(text, ""));
        }
        let number = |from: usize, to: usize| text.get(from..to).map_or(Some(1), |digits| digits.parse().ok());
        let first = number(0, 4)
            .zip(number(5, 7))
            .zip(number(8, 10))
            .and_then(|((year, month), day)| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok());
        let first = first.filter(|day| day.year() >= FIRST_YEAR).ok_or_else(|| no_date(text, " (no such day)"))?;
        Ok(Self { first, exact })
    }
}

fn no_date(text: &str, why: &str) -> Malformed {
    Malformed::syntax(
        format!("“{text}” is no date{why}"),
        "write year, month and day as 2031-04-20, or only 2031-04 or 2031",
    )
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.exact {
            Exact::Year => write!(f, "{:04}", self.first.year()),
            Exact::Month => write!(f, "{:04}-{:02}", self.first.year(), self.first.month()),
            Exact::Day => self.first.fmt(f),
        }
    }
}

impl serde::Serialize for PartialDate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Atom for PartialDate {
    const NOTATION: Notation =
        Notation::of("PartialDate").or_a_number().like("^[1-9][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?$");
}
