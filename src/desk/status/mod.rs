//! What is to be done next on a site, and how far it is: values that `hustings status` prints.

mod asked;
mod coverage;
mod dates;
mod documents;
mod errand;
mod marks;
mod publish;

pub(crate) use asked::RoundResult;
pub(crate) use coverage::Covered;
pub(crate) use documents::documents_left;
pub(crate) use errand::{Errand, ErrandItem, ErrandKind};

use jiff::civil::Date;
use serde::Serialize;

use super::{NotDone, Within, all_entered, checker, known};
use crate::atoms::Slug;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::model::{Campaign, Election};
use errand::{counted, either};

/// What is to be done on a site, and how far it is.
#[derive(Debug, Serialize)]
pub(crate) struct WhatNext {
    /// The site's title.
    pub(crate) site: String,
    /// The day of the run, by the clock.
    pub(crate) today: Date,
    /// The day on which the records are true.
    pub(crate) as_of: Date,
    /// The later of both, from which days are counted.
    pub(crate) counted_from: Date,
    /// Whether errors in the records may hide something.
    pub(crate) may_be_incomplete: bool,
    /// What is to be done, the most pressing first.
    pub(crate) errands: Vec<Errand>,
    /// What came of each round of asking.
    pub(crate) rounds: Vec<RoundResult>,
    /// Of how many candidates something is known.
    pub(crate) coverage: Vec<Covered>,
}

/// A site with all that “hustings check” says of it on a day.
pub(crate) struct LookedOver<'c> {
    /// Its campaign.
    pub(crate) campaign: &'c Campaign,
    /// Everything that is wrong with it.
    pub(crate) found: Diagnostics,
    /// What “hustings init” wrote and nobody has put in order.
    pub(crate) placeholders: Diagnostics,
    /// The day of the run.
    pub(crate) today: Date,
}

impl LookedOver<'_> {
    /// The day from which days are counted: today, or where the records tell of a later time than the clock, their own.
    fn day(&self) -> Date {
        self.today.max(self.campaign.site.as_of)
    }
}

/// What is to be done, in one election or all; of the answers to confirm only those that somebody may confirm, when they say
/// who they are.
pub(crate) fn what_next(site: &LookedOver<'_>, election: Option<&str>, by: Option<&Slug>) -> Result<WhatNext, NotDone> {
    let campaign = site.campaign;
    by.map_or(Ok(()), |by| checker(by, campaign).map_err(NotDone::Refused))?;
    let all = campaign.elections.iter();
    let elections: Vec<&Election> = match election {
        Some(id) => vec![known("election", id, all, |election| election.id.as_str())?],
        None => all.collect(),
    };
    let (day, as_of) = (site.day(), campaign.site.as_of);
    let within = Within { election: election.map(str::to_owned), ballot: None };
    let marks = all_entered(campaign, &within)?;
    let found = site.found.clone().sorted();
    let mut errands = vec![
        wrong(&found, Severity::Error),
        wrong(&found, Severity::Warning),
        as_of_errand(&found, asked::overdue(&elections, as_of, day), as_of),
        archive(&found),
        dates::errand((&elections, &campaign.content.events), &marks, day),
        documents::errand(campaign, &elections),
        publish::errand(site),
    ];
    errands.extend(asked::errands(&elections, day));
    errands.extend(marks::errands(campaign, &marks, by, day));
    let mut errands: Vec<Errand> = errands.into_iter().flatten().collect();
    errands.sort_by_key(|errand| errand.kind);
    Ok(WhatNext {
        site: campaign.site.title.to_string(),
        today: site.today,
        as_of,
        counted_from: day,
        may_be_incomplete: site.found.has_errors(),
        errands,
        rounds: elections.iter().flat_map(|election| asked::rounds(election, day)).collect(),
        coverage: elections.iter().flat_map(|election| coverage::coverage(election, day)).collect(),
    })
}

/// The errors or the warnings; of the latter not what another errand tells.
fn wrong(found: &[Diagnostic], severity: Severity) -> Option<Errand> {
    let told = |code| matches!(code, Code::StaleAsOf | Code::NotArchived | Code::TooFewCheckers | Code::Placeholder);
    let all = found.iter().filter(|one| one.severity() == severity);
    let items: Vec<ErrandItem> = all.filter(|one| severity == Severity::Error || !told(one.code)).map(item).collect();
    let count = items.len();
    match severity {
        Severity::Error => {
            let keep = either(count, "keeps", "keep");
            let what = format!("{} {keep} the site from being built", counted(count, "error"));
            Errand::of(ErrandKind::Errors, what, "“hustings check” shows where, and what to do", items)
        }
        Severity::Warning => {
            let what = format!("{} to look at", counted(count, "warning"));
            Errand::of(ErrandKind::Warnings, what, "“hustings check” shows where, and what to do", items)
        }
    }
}

/// That the day of the records is old or has not come, or that the site says what is not true any more because of it.
fn as_of_errand(found: &[Diagnostic], overdue: Vec<ErrandItem>, as_of: Date) -> Option<Errand> {
    let stale: Vec<&Diagnostic> = found.iter().filter(|one| one.code == Code::StaleAsOf).collect();
    let (what, how) = match stale.first() {
        Some(first) => (first.message.clone(), first.help.clone()),
        None => (
            format!("the records are as of {as_of}, and the last day to answer has passed since"),
            "enter what came, then run “hustings as-of” with the day on which the records are true".to_owned(),
        ),
    };
    Errand::of(ErrandKind::AsOf, what, how, stale.into_iter().map(item).chain(overdue).collect())
}

fn archive(found: &[Diagnostic]) -> Option<Errand> {
    let items: Vec<ErrandItem> = found.iter().filter(|one| one.code == Code::NotArchived).map(item).collect();
    let what = format!("{} without a lasting copy", counted(items.len(), "web page"));
    let how = "“hustings fetch --archive” looks for copies of documents; save the others in a web archive";
    Errand::of(ErrandKind::Archive, what, how, items)
}

fn item(one: &Diagnostic) -> ErrandItem {
    ErrandItem {
        what: format!("{} ({})", one.message, one.code),
        id: None,
        file: Some(one.place.file.to_string()),
        line: Some(one.place.pos.line),
    }
}
