use std::collections::BTreeSet;

use tera::Value;

use super::find;
use crate::country::uk::{Gss, Outcode};
use crate::messages::{fill, msg};
use crate::model::Dataset;
use crate::render::context::Context;
use crate::render::located::BallotAt;
use crate::render::parts::link;
use crate::render::view::list;

pub(crate) fn title(cx: &Context<'_>, area: &str) -> (String, String) {
    let area = || fill::area(area);
    (cx.words.with(msg::POSTCODE_AREA_TITLE, area()), cx.words.with(msg::POSTCODE_AREA_DESCRIPTION, area()))
}

/// The areas in which postcodes with the same first letters lie.
pub(crate) fn view(cx: &Context<'_>, area: &str) -> Value {
    let mut outcodes: Vec<&Outcode> = cx.plan.addresses.outcodes.keys().collect();
    outcodes.retain(|outcode| outcode.area() == area);
    outcodes.sort_by_key(|outcode| number(outcode));
    let outcodes = outcodes.into_iter().map(|outcode| {
        view! { outcode: outcode.as_str(), seats: seats_in(cx, *outcode), shared: shared_in(cx, *outcode) }
    });
    view! { outcodes: list(outcodes), credits: find::credits(cx) }
}

/// The ballots of the areas in which the postcodes of one first half lie; words alone for an area that has none here.
fn seats_in(cx: &Context<'_>, outcode: Outcode) -> Vec<Value> {
    let mut seats = Vec::new();
    for dataset in &cx.campaign.data {
        let Some(table) = dataset.postcodes() else { continue };
        let groups = table.sectors_of(outcode).flat_map(|(_, groups)| groups);
        let areas: BTreeSet<&Gss> = groups.filter_map(|group| group.area.as_ref()).collect();
        for area in areas {
            let ballots = cx.ballots_in(dataset, area);
            if ballots.is_empty() {
                let name = cx.area_name(dataset, area);
                seats.push(link::out(cx.words.with(msg::FIND_UNRECORDED_AREA, fill::area(name)), None));
            }
            seats.extend(ballots.into_iter().map(|at| link::to(ballot_words(cx, at), at.page)));
        }
    }
    seats
}

/// Which postcodes of one first half lie in more than one area.
fn shared_in(cx: &Context<'_>, outcode: Outcode) -> Option<String> {
    let tables = cx.campaign.data.iter().filter_map(Dataset::postcodes);
    let shared = tables.flat_map(|table| table.shared_of(outcode));
    let codes: BTreeSet<String> = shared.map(|postcode| postcode.to_string()).collect();
    let codes: Vec<String> = codes.into_iter().collect();
    let gaps = (fill::codes(codes.join(", ")), fill::n(codes.len()));
    (!codes.is_empty()).then(|| cx.words.with(msg::POSTCODE_AREA_SHARED, gaps))
}

/// A ballot by its area, and by its election where the site has several.
fn ballot_words(cx: &Context<'_>, at: BallotAt<'_>) -> String {
    let area = cx.ballot_name(at.election, at.ballot);
    if cx.campaign.elections.len() < 2 {
        return area.into_owned();
    }
    let election = cx.election_name(at.election);
    cx.words.with(msg::FIND_AREA_ELECTION, (fill::area(area), fill::election(election)))
}

/// The number in a first half, by which people look for it: SW2 before SW10, and SW1A after SW1.
fn number(outcode: &Outcode) -> u32 {
    let digits: String = outcode.as_str().chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(0)
}
