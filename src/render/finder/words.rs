use std::collections::BTreeMap;

use serde::Serialize;

use crate::country::uk::LICENSED_APART;
use crate::messages::{fill, msg};
use crate::render::context::Context;

/// What the finder's script says, and where the elections are.
#[derive(Serialize)]
pub(super) struct FinderWords<'a> {
    /// Name in the script → words, with `{code}` and `{area}` where those belong.
    said: BTreeMap<&'static str, String>,
    /// The elections in the campaign's order: name with date, and the folder of the pages.
    elections: Vec<(String, &'a str)>,
}

/// The words in the language of the site.
pub(super) fn words<'a>(source: &Context<'a>) -> FinderWords<'a> {
    let addresses = &source.plan.addresses;
    let words = source.words;
    let (area, code) = (|| fill::area("{area}"), || fill::code("{code}"));
    let mut said = BTreeMap::from([
        ("isIn", words.with(msg::FIND_IS_IN, (area(), code()))),
        ("several", words.with(msg::FIND_SEVERAL, code())),
        ("shared", words.with(msg::FIND_SHARED, (area(), code()))),
        ("unrecorded", words.with(msg::FIND_UNRECORDED, area())),
        ("gone", words.with(msg::FIND_GONE, (area(), code()))),
        ("goneOnly", words.with(msg::FIND_GONE_ONLY, code())),
        ("noArea", words.with(msg::FIND_NO_AREA, code())),
        ("unknown", words.with(msg::FIND_UNKNOWN, code())),
        ("unknownStart", words.with(msg::FIND_UNKNOWN_START, code())),
        ("malformed", words.with(msg::FIND_MALFORMED, code())),
        ("nothing", words.with(msg::FIND_NOTHING, code())),
        ("found", words.text(msg::FIND_FOUND).into_owned()),
        ("empty", words.text(msg::FIND_EMPTY).into_owned()),
    ]);
    let known = addresses.postcode_areas.iter().any(|(area, _)| area == LICENSED_APART);
    if !addresses.outcodes.is_empty() && !known {
        said.insert("northernIreland", words.text(msg::FIND_NORTHERN_IRELAND).into_owned());
    }
    let elections = source.campaign.elections.iter().map(|election| {
        let day = words.day(election.date);
        let gaps = (fill::date(day), fill::election(source.election_beside_day(election)));
        (words.with(msg::FIND_BALLOT, gaps), election.id.as_str())
    });
    FinderWords { said, elections: elections.collect() }
}
