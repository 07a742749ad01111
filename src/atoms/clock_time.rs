use std::fmt;
use std::str::FromStr;

use super::{Atom, Malformed, Notation};

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
            Malformed::syntax(format!("“{text}” is no time of day"), help)
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
}
