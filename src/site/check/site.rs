use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::atoms::Standing;
use crate::diagnostic::{Code, Diagnostics, FileName, Pos};
use crate::load::SITE_FILE;
use crate::model::{Ballot, Campaign, Election};

/// After how many days records about an election to come are old.
const STALE_AFTER_DAYS: i64 = 14;

/// Looks over the site as a whole and its elections.
pub(super) fn site(campaign: &Campaign, today: Option<Date>, troubled: &BTreeSet<FileName>, found: &mut Diagnostics) {
    let file: FileName = SITE_FILE.into();
    // Whether an election is made up cannot be told from a file with errors.
    let real = campaign.elections.iter().any(|e| !e.fictional && !troubled.contains(&e.file));
    if let Some(today) = today {
        stale(campaign, real, today, &file, found);
    }
    if real && campaign.elections.iter().any(|election| election.fictional) {
        let message = "this site has fictional and real elections together";
        found.push(Code::FictionMixed, &file, Pos::START, message, "keep made-up elections in a site of their own");
    }
    for ballot in campaign.elections.iter().flat_map(|e| &e.ballots).filter(|b| !troubled.contains(&b.file)) {
        unexplained(ballot, found);
    }
    too_few_checkers(campaign, &file, found);
    let all_rounds = |election: &Election| {
        let rounds = format!("candidates/{}/asks/", election.id);
        !troubled.iter().any(|file| file.starts_with(&rounds))
    };
    for election in campaign.elections.iter().filter(|e| !e.is_over && !e.asks.is_empty() && all_rounds(e)) {
        for ballot in &election.ballots {
            unasked(election, ballot, found);
        }
    }
}

/// With too few people nothing could ever be confirmed.
fn too_few_checkers(campaign: &Campaign, file: &FileName, found: &mut Diagnostics) {
    let (checkers, required) = (campaign.site.checkers.len(), campaign.site.checks_required);
    let candidacies = || campaign.elections.iter().flat_map(|e| &e.ballots).flat_map(|ballot| &ballot.candidacies);
    let marks = || {
        candidacies().any(|c| c.recorded().next().is_some())
            || campaign.parties.iter().any(|p| p.recorded().next().is_some())
    };
    let needed = usize::try_from(required).unwrap_or(usize::MAX).saturating_add(1);
    if checkers >= needed || !marks() {
        return;
    }
    let message = format!(
        "a mark is confirmed by {required} people other than the one who entered it, and the site names {checkers} in all: \
         nothing could ever be confirmed"
    );
    let help = format!("name at least {needed} people under “checkers:”, or lower “checks_required:”");
    found.push(Code::TooFewCheckers, file, Pos::START, message, help);
}

fn stale(campaign: &Campaign, real: bool, today: Date, file: &FileName, found: &mut Diagnostics) {
    let as_of = campaign.site.as_of;
    if as_of > today && real {
        let message = format!("the records are as of {as_of}, which has not come yet");
        let help =
            "set “as_of:” to the day on which they were true; or the site says of people that they did not reply";
        found.push(Code::StaleAsOf, file, campaign.site.as_of_pos, message, help);
    }
    let to_come = campaign.elections.iter().any(|election| !election.is_over);
    let old = as_of.checked_add(STALE_AFTER_DAYS.days()).is_ok_and(|last| last < today);
    if to_come && old {
        let message = format!("the records are as of {as_of}, which is more than {STALE_AFTER_DAYS} days ago");
        let help = "look through them, then set “as_of:” to the day on which they were true";
        found.push(Code::StaleAsOf, file, campaign.site.as_of_pos, message, help);
    }
}

/// Voters of a poll that was called off wonder whether they lost their vote.
fn unexplained(ballot: &Ballot, found: &mut Diagnostics) {
    let Some(cancellation) = ballot.cancellation.as_ref().filter(|c| !c.uncontested && c.reason.is_none()) else {
        return;
    };
    let message = "the poll is called off, and nothing says why";
    let help = "add “cancellation: {reason: …}” with a sentence for voters, or “cancellation: {uncontested: true}” \
                when all who stand are elected without a vote";
    found.push(Code::UnexplainedCancellation, &ballot.file, cancellation.pos, message, help);
}

fn unasked(election: &Election, ballot: &Ballot, found: &mut Diagnostics) {
    let missed: Vec<_> = ballot
        .candidacies
        .iter()
        .filter(|c| c.status == Standing::Standing && c.answers_in.is_none() && c.recorded().next().is_none())
        .filter(|c| {
            let covered = election.asks.iter().any(|ask| ask.reaches(&c.person));
            let left_out = election.asks.iter().any(|ask| ask.exceptions.contains_key(&c.person));
            !covered && !left_out
        })
        .collect();
    let Some(first) = missed.first() else { return };
    let names: Vec<&str> = missed.iter().map(|c| c.name.as_str()).collect();
    let message = format!("no round of asking covers {}", names.join(", "));
    let help =
        "ask them in a round of their own, or add an exception to a round in asks/ that says why they were left out";
    found.push(Code::Unasked, &ballot.file, first.pos, message, help);
}
