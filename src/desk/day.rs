use jiff::civil::Date;

use super::{NewMark, Speaker, entered_marks};
use crate::atoms::PartialDate;
use crate::model::Campaign;

/// The day of what somebody does now and names no day for: today; or, where the records tell of a later day than the clock, as
/// those of a made-up site do, the day on which they are true.
pub(super) fn day_of_act(today: Date, campaign: &Campaign) -> Date {
    let is_ahead = days(campaign).any(|day| day.earliest() > today);
    if is_ahead { campaign.site.as_of } else { today }
}

/// The days on which something on record was said, entered, checked or read.
fn days(campaign: &Campaign) -> impl Iterator<Item = PartialDate> {
    let elections: Vec<_> = campaign.elections.iter().collect();
    let marks = entered_marks(&Speaker::of(campaign, &elections)).into_iter().map(|entered| entered.mark);
    let of_marks = marks.flat_map(|mark| {
        let entered = mark.entered.iter().map(|entered| entered.value);
        mark.checks.iter().map(|check| *check.date).chain(entered).chain([*mark.date])
    });
    let readings = campaign.documents.iter().flat_map(|document| &document.readings);
    of_marks.chain(readings.map(|reading| *reading.date))
}

/// The day of an act as that on which a mark is entered, where the records can tell of it: not before what it tells of, and not
/// after the day on which they are true.
pub(crate) fn entered_on(mark: &NewMark, day: Date, campaign: &Campaign) -> Option<Date> {
    let as_of = campaign.site.as_of;
    let is_ahead = mark.date.earliest() > day;
    Some(if is_ahead { as_of } else { day }).filter(|day| *day <= as_of)
}
