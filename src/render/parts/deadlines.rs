use crate::atoms::PartialDate;
use crate::model::Election;
use crate::render::context::Context;

views! {
    /// A date with what it is about.
    #[derive(Clone)]
    DatedView<'a> {
        date: String, "The date";
        name: &'a str, "What it is about";
    }
}

/// The dates that can still be kept on the day of the records.
pub(crate) fn ahead<'a>(cx: &Context<'a>, election: &'a Election) -> Vec<DatedView<'a>> {
    let ahead = |date: &PartialDate| !election.is_over && date.latest() >= cx.campaign.site.as_of;
    let deadlines = election.deadlines.iter().filter(|(_, date)| ahead(date));
    deadlines.map(|(name, date)| DatedView { date: cx.words.date(*date), name: name.as_str() }).collect()
}
