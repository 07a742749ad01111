use rayon::prelude::*;
use serde::Serialize;

use super::File;
use super::context::Context;
use crate::atoms::SitePath;
use crate::render::parts::compared;

/// The answers as data for the page that compares: what a ballot's or a party's page shows, once more,
/// in scripts that hand it over. A script can be read from a folder on disk, where a page may fetch nothing.
pub(super) fn files(source: &Context<'_>) -> Vec<File> {
    let elections = source.plan.addresses.elections.iter().enumerate();
    elections
        .flat_map(|(e, scripts)| {
            let at = source.election(e);
            let index = file(&scripts.script, &compared::election(source, at.election));
            let ballots = scripts.ballots.par_iter().enumerate();
            let ballots = ballots.map(|(b, ballot)| file(&ballot.script, &compared::ballot(source, at.ballot(b))));
            let parties = scripts.party_scripts.par_iter();
            let parties = parties.filter_map(|(id, path)| Some(file(path, &compared::party(source, at.election, id)?)));
            ballots.chain(parties).chain([index]).collect::<Vec<_>>()
        })
        .collect()
}

/// A script that hands over a value under the address of its file.
fn file(path: &SitePath, value: &impl Serialize) -> File {
    let json = serde_json::to_string(value).unwrap_or_else(|error| unreachable!("views are JSON: {error}"));
    (path.clone(), format!("compared(\"{path}\",{json});\n").into_bytes())
}
