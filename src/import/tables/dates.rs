use jiff::civil::Date;

use crate::atoms::PartialDate;

/// Reads `2031-05-01`, or `01/05/2031` where it can be told which is the month, as a spreadsheet writes it in the way of its
/// country: since one of the two is `known`; or since there is only one such day. Of such a one, whether the day comes first.
pub(crate) fn day_as_written(text: &str, known: &[Date]) -> Option<(Date, Option<bool>)> {
    if let Some(date) = text.parse().ok().and_then(PartialDate::as_day) {
        return Some((date, None));
    }
    let separator = text.chars().find(|c| matches!(c, '/' | '.'))?;
    let parts: Option<Vec<i16>> = text.split(separator).map(|part| part.trim().parse().ok()).collect();
    let [first, second, year] = parts?[..] else { return None };
    let year = if (0..100).contains(&year) { year + 2000 } else { year };
    let date = |day: i16, month: i16| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
    let (date, day_first) = match (date(first, second), date(second, first)) {
        (Some(british), _) if known.contains(&british) => (british, true),
        (_, Some(american)) if known.contains(&american) => (american, false),
        (Some(british), None) => (british, true),
        (None, Some(american)) => (american, false),
        (Some(british), Some(american)) if british == american => (british, true),
        (Some(_), Some(_)) | (None, None) => return None,
    };
    Some((date, Some(day_first)))
}
