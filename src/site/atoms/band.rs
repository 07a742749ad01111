use std::fmt;
use std::str::FromStr;

use super::{Atom, Malformed, Notation};

/// How many there are of what people told of, never exactly: fewer than 10, or at least a multiple of 5.
///
/// Its ends are those of the counts that it stands for: 0 to 9, 10 to 14, 15 to 19 and so on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Band {
    /// The least count: 0, or a multiple of 5 from 10.
    least: u32,
}

/// The word for the band of the least counts.
const FEWER: &str = "fewer_than_10";

/// The least count that is told.
const FEWEST: u32 = 10;

/// The greatest number that is told: more is a slip of the pen.
const LARGEST: u32 = 1_000_000;

/// How many counts one band stands for.
const STEP: u32 = 5;

impl Band {
    /// The band of a count.
    #[must_use]
    pub fn of(count: u32) -> Self {
        Self { least: if count < FEWEST { 0 } else { count - count % STEP } }
    }

    /// The least count that it stands for.
    #[must_use]
    pub fn least(self) -> u32 {
        self.least
    }

    /// The greatest count that it stands for.
    #[must_use]
    pub fn most(self) -> u32 {
        if self.is_fewer() { FEWEST - 1 } else { self.least.saturating_add(STEP - 1) }
    }

    /// Whether it is that of fewer than 10.
    #[must_use]
    pub fn is_fewer(self) -> bool {
        self.least == 0
    }

    /// What the bands say of the sum of their counts: at least that of their least ones.
    #[must_use]
    pub fn at_least(bands: &[Self]) -> Self {
        Self { least: told(sum(bands.iter().map(|band| band.least))) }
    }

    /// What more can be told of the sum of some counts than their bands say, such that nobody who knows this rule learns more of any
    /// count than its own band; nothing where there is no more.
    ///
    /// The sums that the bands allow are parted into blocks, whose borders follow from the bands alone: one from the least sum, one to the
    /// greatest, each wide enough for every count to have any value of its band, and steps of 5 between them. Only the block is told.
    #[must_use]
    pub fn of_sum(bands: &[Self], counts: &[u32]) -> Option<Self> {
        let ((first, last), sum) = (Self::told_sums(bands)?, sum(counts.iter().copied()));
        (sum >= first).then(|| Self { least: told((sum - sum % u64::from(STEP)).min(last)) })
    }

    /// Whether a band can be one that [`of_sum`](Self::of_sum) tells.
    #[must_use]
    pub fn may_be_of_sum(self, bands: &[Self]) -> bool {
        Self::told_sums(bands).is_some_and(|(first, last)| (first..=last).contains(&u64::from(self.least)))
    }

    /// Where the second block and the last begin.
    fn told_sums(bands: &[Self]) -> Option<(u64, u64)> {
        let (least, most) = (sum(bands.iter().map(|band| band.least)), sum(bands.iter().map(|band| band.most())));
        let widest = u64::from(bands.iter().map(|band| band.most() - band.least).max()?);
        let step = u64::from(STEP);
        let (first, last) = ((least + widest + 1).next_multiple_of(step), (most - widest) / step * step);
        (first <= last).then_some((first, last))
    }
}

fn sum(counts: impl Iterator<Item = u32>) -> u64 {
    counts.map(u64::from).sum()
}

fn told(sum: u64) -> u32 {
    u32::try_from(sum).unwrap_or(u32::MAX)
}

impl FromStr for Band {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let number = || text.parse().ok().filter(|_| text.bytes().all(|sign| sign.is_ascii_digit()));
        let band = if text == FEWER {
            Some(Self::of(0))
        } else {
            number().filter(|n| *n <= LARGEST).map(Self::of).filter(|band| !band.is_fewer())
        };
        band.filter(|band| text == FEWER || band.to_string() == text).ok_or_else(|| {
            let help = "write “fewer_than_10”, or the number rounded down to a multiple of 5: 10, 15, 20 and so on";
            Malformed::syntax(format!("“{text}” would tell how many people exactly"), help)
        })
    }
}

impl fmt::Display for Band {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_fewer() { f.write_str(FEWER) } else { self.least.fmt(f) }
    }
}

impl Atom for Band {
    const NOTATION: Notation = Notation {
        meaning: "How many, never exactly: `fewer_than_10`, or a multiple of 5 from 10, which says “at least so many”.",
        ..Notation::of("Band").a_word_or_steps("^(fewer_than_10|[1-9][0-9]*[05])$", STEP)
    };

    fn blank() -> Self {
        Self::of(0)
    }
}
