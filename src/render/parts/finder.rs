use crate::messages::{Message, msg};
use crate::render::context::Context;

views! {
    /// The box in which a voter types a postcode or a name. Only a script can answer, so it stays hidden without one.
    FinderView {
        label: String, "What may be typed";
        postcodes: bool, "Whether there are postcodes";
    }
}

pub(crate) fn view(cx: &Context<'_>) -> Option<FinderView> {
    if cx.campaign.elections.iter().all(|election| election.ballots.is_empty()) {
        return None;
    }
    let postcodes = !cx.plan.addresses.outcodes.is_empty();
    let label = if postcodes { msg::FIND_LABEL } else { msg::FIND_LABEL_NAMES };
    Some(FinderView { label: cx.words.text(label).into_owned(), postcodes })
}

/// The message that says by what a ballot can be found: only what is there is promised.
pub(crate) fn lead(cx: &Context<'_>) -> Message<()> {
    match view(cx) {
        None => msg::FIND_LEAD_NONE,
        Some(finder) if finder.postcodes => msg::FIND_LEAD,
        Some(_) => msg::FIND_LEAD_NAMES,
    }
}

pub(crate) fn credits<'a>(cx: &Context<'a>) -> Vec<&'a str> {
    let with_postcodes = cx.campaign.data.iter().filter(|dataset| dataset.postcodes().is_some());
    with_postcodes.map(|dataset| dataset.source.credit.as_str()).collect()
}
