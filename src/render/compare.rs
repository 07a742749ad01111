use rayon::prelude::*;
use serde::Serialize;

use super::context::Context;
use crate::atoms::SitePath;
use crate::diagnostic::Failure;
use crate::render::parts::compared;
use crate::sink::Sink;

/// The answers as data for the page that compares: what a ballot's or a party's page shows, once more,
/// in scripts that hand it over; a party's lines in its own alone. A script can be read from a folder on disk, where a page
/// may fetch nothing.
pub(super) fn files(source: &Context<'_>, sink: &dyn Sink) -> Result<(), Failure> {
    for (e, scripts) in source.plan.addresses.elections.iter().enumerate() {
        let at = source.election(e);
        put(&scripts.script, &compared::election(source, at.election), sink)?;
        let parties = scripts.party_scripts.iter();
        let parties = parties.filter_map(|(id, path)| Some((path, id, compared::party(source, at.election, id)?)));
        let parties = parties.collect::<Vec<_>>();
        parties.iter().try_for_each(|(path, _, party)| put(path, party, sink))?;
        let lines = parties.into_iter().map(|(_, id, party)| (id, party)).collect();
        let ballots = scripts.ballots.par_iter().enumerate();
        ballots
            .try_for_each(|(b, ballot)| put(&ballot.script, &compared::ballot(source, at.ballot(b), &lines), sink))?;
    }
    Ok(())
}

/// A script that hands over a value under the address of its file.
fn put(path: &SitePath, value: &impl Serialize, sink: &dyn Sink) -> Result<(), Failure> {
    let json = serde_json::to_string(value).unwrap_or_else(|error| unreachable!("views are JSON: {error}"));
    sink.put(path, format!("compared(\"{path}\",{json});\n").as_bytes())
}
