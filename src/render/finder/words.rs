use std::collections::BTreeMap;

use serde::Serialize;

use crate::country::uk::LICENSED_APART;
use crate::render::context::Context;

/// What the finder's script says, and where the elections are.
#[derive(Serialize)]
pub(super) struct FinderWords<'a> {
    /// Name in the script → words, with `{code}` and `{area}` where those belong.
    said: BTreeMap<&'static str, String>,
    /// The elections in the campaign's order: name with date, and the folder of the pages.
    elections: Vec<(String, &'a str)>,
}

/// Name in the script, message.
const SAID: [(&str, &str); 13] = [
    ("isIn", "find-is-in"),
    ("several", "find-several"),
    ("shared", "find-shared"),
    ("unrecorded", "find-unrecorded"),
    ("gone", "find-gone"),
    ("goneOnly", "find-gone-only"),
    ("noArea", "find-no-area"),
    ("unknown", "find-unknown"),
    ("unknownStart", "find-unknown-start"),
    ("malformed", "find-malformed"),
    ("nothing", "find-nothing"),
    ("found", "find-found"),
    ("empty", "find-empty"),
];

/// The words in the language of the site.
pub(super) fn words<'a>(source: &Context<'a>) -> FinderWords<'a> {
    let addresses = &source.plan.addresses;
    let say = |message| source.words.with(message, [("code", "{code}".into()), ("area", "{area}".into())]);
    let mut said: BTreeMap<_, _> = SAID.iter().map(|(name, message)| (*name, say(message))).collect();
    let known = addresses.postcode_areas.iter().any(|(area, _)| area == LICENSED_APART);
    if !addresses.outcodes.is_empty() && !known {
        said.insert("northernIreland", say("find-northern-ireland"));
    }
    let elections = source.campaign.elections.iter().map(|election| {
        let day = source.words.day(election.date);
        let gaps = [("election", source.election_beside_day(election).into()), ("date", day.into())];
        (source.words.with("find-ballot", gaps), election.id.as_str())
    });
    FinderWords { said, elections: elections.collect() }
}
