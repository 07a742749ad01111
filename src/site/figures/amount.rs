use std::fmt;
use std::str::FromStr;

use crate::atoms::Malformed;

/// A number that is not negative, kept to six places after the point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount {
    millionths: u64,
}

/// How many places after the point are kept.
const PLACES: usize = 6;

/// How many millionths make one.
const ONE: u64 = 1_000_000;

/// How many digits before and after the point are read.
const MOST_DIGITS: usize = 18;

impl Amount {
    /// A whole number.
    #[must_use]
    pub fn whole(n: u32) -> Self {
        Self { millionths: u64::from(n) * ONE }
    }

    /// Reads a number in its plainest spelling (`2345` or `0.65`) and multiplies it, exactly, before it is rounded to six places;
    /// nothing when the text is no such number, or the number is too large.
    #[must_use]
    pub fn times(text: &str, times: u32) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
        let digits =
            |part: &str| (1..=MOST_DIGITS).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(fraction) {
            return None;
        }
        let scale = 10_u128.pow(u32::try_from(fraction.len()).ok()?);
        let digits: u128 = format!("{whole}{fraction}").parse().ok()?;
        let millionths = (digits * u128::from(times) * u128::from(ONE) + scale / 2) / scale;
        Some(Self { millionths: u64::try_from(millionths).ok()? })
    }

    /// Whether nothing stands after the point.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.millionths.is_multiple_of(ONE)
    }

    /// The number rounded to so many places after the point, half a step up, and without noughts at its end.
    #[must_use]
    pub fn rounded(self, places: usize) -> Self {
        let step = 10_u64.pow(u32::try_from(PLACES.saturating_sub(places)).unwrap_or(0));
        Self { millionths: (self.millionths / step + u64::from(self.millionths % step * 2 >= step)) * step }
    }

    /// How long a bar for it is, in thousandths of one for the other; at most all of it.
    #[must_use]
    pub fn share_of(self, other: Self) -> u32 {
        let share = u128::from(self.millionths) * 1000 / u128::from(other.millionths.max(1));
        u32::try_from(share.min(1000)).unwrap_or(1000)
    }
}

impl FromStr for Amount {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        Self::times(text, 1).ok_or_else(|| {
            let help = "write digits, and a point before those after it: 2345 or 8.3";
            Malformed::syntax(format!("“{text}” is not a figure"), help)
        })
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.millionths / ONE, self.millionths % ONE);
        match rest {
            0 => write!(f, "{whole}"),
            _ => write!(f, "{whole}.{}", format!("{rest:06}").trim_end_matches('0')),
        }
    }
}
