use jiff::civil::Date;

use crate::atoms::PartialDate;

/// A day as a list gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) date: Date,
    /// For one that a spreadsheet wrote in the way of its country: whether the day comes first.
    pub(super) day_first: Option<bool>,
}

impl Day {
    /// Reads `2031-05-01`, or `01/05/2031` where it can be told which is the month: as one of the two is `known`, the day in
    /// which the ids of the election or ballot end; or since there is only one such day.
    pub(super) fn read(text: &str, known: &[Date]) -> Option<Self> {
        if let Some(date) = text.parse().ok().and_then(PartialDate::as_day) {
            return Some(Self { date, day_first: None });
        }
        let separator = text.chars().find(|c| matches!(c, '/' | '.'))?;
        let parts: Option<Vec<i16>> = text.split(separator).map(|part| part.trim().parse().ok()).collect();
        let [first, second, year] = parts?[..] else { return None };
        let year = if (0..100).contains(&year) { year + 2000 } else { year };
        let date = |day: i16, month: i16| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
        let (british, american) = (date(first, second), date(second, first));
        let day_first = match (british, american) {
            (Some(british), _) if known.contains(&british) => true,
            (_, Some(american)) if known.contains(&american) => false,
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (Some(british), Some(american)) if british == american => true,
            _ => return None,
        };
        let date = if day_first { british } else { american };
        Some(Self { date: date?, day_first: Some(day_first) })
    }
}
