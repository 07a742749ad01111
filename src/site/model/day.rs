use std::fmt;

use jiff::civil::Date;

use super::judge::Judge;
use super::site::Overrides;
use crate::atoms::{AsOf, PartialDate};
use crate::diagnostic::Code;
use crate::load::records::SiteRecord;
use crate::load::{At, InFile};

/// The day on which the records are said to be true, by whoever says so: nothing that they tell of can
/// have happened later.
#[derive(Debug, Clone, Copy)]
pub(super) enum RecordsDay {
    /// By `as_of` in `hustings.yaml`.
    Written(Date),
    /// By `as_of: today` in `hustings.yaml`, for a draft.
    Today(Date),
    /// By the person who runs the command, for this one run.
    Asked(Date),
}

impl RecordsDay {
    pub(super) fn of(site: Option<&InFile<SiteRecord>>, overrides: &Overrides) -> Option<Self> {
        let written = || match site?.record.as_of.as_ref().filter(|as_of| as_of.is_read())?.value {
            AsOf::Day(day) => Some(Self::Written(day)),
            AsOf::Today => overrides.draft.map(Self::Today),
        };
        overrides.as_of.map(Self::Asked).or_else(written)
    }

    pub(super) fn day(self) -> Date {
        match self {
            Self::Written(day) | Self::Today(day) | Self::Asked(day) => day,
        }
    }

    fn remedy(self) -> &'static str {
        match self {
            Self::Written(_) => "correct the date, or move “as_of:” in hustings.yaml forward",
            Self::Today(_) => "correct the date; it has not come yet",
            Self::Asked(_) => "correct the date, or name a later day with --as-of",
        }
    }
}

impl fmt::Display for RecordsDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Written(day) => write!(f, "{day}, the day on which the records say they are true"),
            Self::Today(day) => write!(f, "{day}, the day of this run, which “as_of: today” means"),
            Self::Asked(day) => write!(f, "{day}, the day that --as-of names"),
        }
    }
}

impl Judge {
    /// Reports the date of something that has happened when it is after the day of the records.
    pub(super) fn not_after(&mut self, date: &At<PartialDate>, day: Option<RecordsDay>) {
        if let Some(day) = day.filter(|day| date.earliest() > day.day()) {
            self.report(Code::DateOrder, date.pos, format!("{} is after {day}", date.value), day.remedy());
        }
    }
}
