use std::str::FromStr;

use jiff::civil::Date;

use super::{Atom, Malformed, Notation, PartialDate};

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
}
