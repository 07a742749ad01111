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

    /// The same month, or the year where that is all that is known.
    #[must_use]
    pub fn without_day(self) -> Self {
        Self { first: self.first.first_of_month(), exact: self.exact.min(Exact::Month) }
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
        let (rest, exact) = match text.len() {
            4 => ("-01-01", Exact::Year),
            7 => ("-01", Exact::Month),
            10 => ("", Exact::Day),
            _ => return Err(no_date(text, "")),
        };
        let first = format!("{text}{rest}");
        let mut bytes = first.bytes().enumerate();
        if !bytes.all(|(i, b)| if matches!(i, 4 | 7) { b == b'-' } else { b.is_ascii_digit() }) {
            return Err(no_date(text, ""));
        }
        let first = first.parse().ok().filter(|day: &Date| day.year() >= FIRST_YEAR);
        let first = first.ok_or_else(|| no_date(text, " (no such day)"))?;
        Ok(Self { first, exact })
    }
}

fn no_date(text: &str, why: &str) -> Malformed {
    Malformed::syntax(
        format!("“{text}” is not a date{why}"),
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

/// A day, and nothing less exact.
///
/// # Errors
/// When it is none.
pub fn day(text: &str) -> Result<Date, Malformed> {
    // The library of dates would take a time behind the day too.
    let day = text.parse().ok().and_then(PartialDate::as_day);
    day.ok_or_else(|| Malformed::syntax("there is no such day", "write it as 2031-05-01"))
}

impl Atom for PartialDate {
    const NOTATION: Notation =
        Notation::of("PartialDate").or_a_number().like("^[1-9][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?$");

    fn blank() -> Self {
        Self::day(Date::constant(FIRST_YEAR, 1, 1))
    }
}

/// The day on which records are taken to be true: a day that was named, or that of the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsOf {
    /// The day of the run, which whoever runs it has to give.
    Today,
    /// A day.
    Day(Date),
}

impl AsOf {
    /// The day, when that of the run is known.
    #[must_use]
    pub fn resolve(self, today: Date) -> Date {
        match self {
            Self::Today => today,
            Self::Day(day) => day,
        }
    }
}

impl fmt::Display for AsOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Today => f.write_str("today"),
            Self::Day(day) => day.fmt(f),
        }
    }
}

impl FromStr for AsOf {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        if text == "today" {
            return Ok(Self::Today);
        }
        let help = "write year, month and day, for example 2031-04-20; or “today” in a draft";
        let date = text.parse::<PartialDate>().map_err(|malformed| Malformed::syntax(malformed.what, help))?;
        let day = date.as_day().ok_or_else(|| Malformed::syntax(format!("“{text}” does not give the day"), help))?;
        Ok(Self::Day(day))
    }
}

impl Atom for AsOf {
    const NOTATION: Notation = Notation::of("AsOf").like("^([1-9][0-9]{3}-[0-9]{2}-[0-9]{2}|today)$");

    fn blank() -> Self {
        Self::Today
    }
}

/// A time of day to the minute, on the clock of the place: `22:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime {
    hour: u8,
    minute: u8,
}

impl FromStr for ClockTime {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let number = |digits: &str, below: u8| {
            let two = digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit());
            digits.parse().ok().filter(|number| two && *number < below)
        };
        let time = text.split_once(':').and_then(|(hour, minute)| Some((number(hour, 24)?, number(minute, 60)?)));
        let (hour, minute) = time.ok_or_else(|| {
            let help = "write hours and minutes in quotes, from \"00:00\" to \"23:59\", for example \"22:00\"";
            Malformed::syntax(format!("“{text}” is not a time of day"), help)
        })?;
        Ok(Self { hour, minute })
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

impl Atom for ClockTime {
    const NOTATION: Notation = Notation::of("ClockTime").like("^([01][0-9]|2[0-3]):[0-5][0-9]$");

    fn blank() -> Self {
        Self { hour: 0, minute: 0 }
    }
}
