//! `hustings add`: a file for each kind of record, with its arguments, what it asks for, and how it is made.

mod account;
mod ballot;
mod candidate;
mod checker;
mod correction;
mod document;
mod election;
mod event;
mod letter;
mod party;
mod pledge;
mod question;
mod report;

use std::path::Path;

use clap::Subcommand;

use super::asking::{AskedFor, complete, meant};
use super::saving::Agreeing;
use super::{Ran, Terminal, open};
use crate::desk::{Act, NotDone, OpenSite, Within, election_fitting};
use crate::model::{Campaign, Election};

/// Put a candidate, a ballot, a question or another record into the site.
///
/// On a terminal it asks for what you leave out, shows what it would write, and writes it when you say so. The whole site is checked with
/// the new record first: one that makes an error is not written. Nothing that is on record is replaced.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings add checker 'Pat Promoter'
  hustings add election 'Example Town elections' --date 2031-05-01
  hustings add ballot 'Example Town' --nation england
  hustings add party 'Harbour Alliance' --id pp9001
  hustings add candidate 'Asha Example' --party harbour --sort-name 'Example, Asha'
  hustings add question 'Should the library open on Saturdays?' --short 'Library on Saturdays?' --wants yes
  hustings add document 'Open on Saturdays' --of asha --kind leaflet --date 2031-04-08
  hustings add account 'The county is trying out a van with books.' --kind pilot --about 'A van with books' \\
      --by 'Example County' --source 'A library on wheels' --publisher 'Example Gazette'
  hustings add pledge 'Keep cars off the meadow' --text 'I will vote against it.' --source 'Leaflet of the Friends' \\
      --answers meadow-parking=no
  hustings add letter 'Ask about the library' --to unanswered --subject 'A question from {area}' \\
      --not-when 'you do not vote in this area' --text 'Dear {candidate}, please tell me: {questions}'
  hustings add event 'Questions to the candidates' --date 2031-04-25 --access 'No steps, and a hearing loop.' \\
      --source 'Poster of the Reading Circle'
  hustings add report 'Saturdays without a library' --asked 'What happened to you?' --choice 'I found the door closed'
  hustings add correction --about 'Asha Example on the library' --was 'Marked “No”.' --now 'Marked “Yes”.' \\
      --because 'We had misread the letter.'

Without anything behind it, each asks for everything: hustings add candidate")]
pub(super) struct AddArgs {
    #[command(subcommand)]
    what: AddKind,
    #[command(flatten)]
    agreeing: Agreeing,
}

#[derive(Debug, Subcommand)]
enum AddKind {
    Candidate(candidate::CandidateArgs),
    Ballot(ballot::BallotArgs),
    Election(election::ElectionArgs),
    Question(question::QuestionArgs),
    Party(party::PartyArgs),
    Pledge(pledge::PledgeArgs),
    Document(document::DocumentArgs),
    Account(account::AccountArgs),
    Letter(letter::LetterArgs),
    Event(event::EventArgs),
    Report(report::ReportArgs),
    Correction(correction::CorrectionArgs),
    Checker(checker::CheckerArgs),
}

pub(super) fn run(args: &AddArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    args.what.is_complete(terminal)?;
    let site = open(directory, terminal)?;
    let act = args.what.added(&site, terminal)?;
    args.agreeing.carry_out(act, &[], terminal)
}

impl AddKind {
    /// Names what is missing, when nobody is there to ask.
    fn is_complete(&self, terminal: &Terminal<'_>) -> Result<(), NotDone> {
        match self {
            Self::Candidate(args) => args.is_complete(terminal),
            Self::Ballot(args) => args.is_complete(terminal),
            Self::Election(args) => args.is_complete(terminal),
            Self::Question(args) => args.is_complete(terminal),
            Self::Party(args) => args.is_complete(terminal),
            Self::Pledge(args) => args.is_complete(terminal),
            Self::Document(args) => args.is_complete(terminal),
            Self::Account(args) => args.is_complete(terminal),
            Self::Letter(args) => args.is_complete(terminal),
            Self::Event(args) => args.is_complete(terminal),
            Self::Report(args) => args.is_complete(terminal),
            Self::Correction(args) => args.is_complete(terminal),
            Self::Checker(args) => args.is_complete(terminal),
        }
    }

    /// The record, after asking for what was left out.
    fn added<'s>(&self, site: &'s OpenSite, terminal: &mut Terminal<'_>) -> Result<Act<'s>, NotDone> {
        match self {
            Self::Candidate(args) => args.added(site, terminal),
            Self::Ballot(args) => args.added(site, terminal),
            Self::Election(args) => args.added(site, terminal),
            Self::Question(args) => args.added(site, terminal),
            Self::Party(args) => args.added(site, terminal),
            Self::Pledge(args) => args.added(site, terminal),
            Self::Document(args) => args.added(site, terminal),
            Self::Account(args) => args.added(site, terminal),
            Self::Letter(args) => args.added(site, terminal),
            Self::Event(args) => args.added(site, terminal),
            Self::Report(args) => args.added(site, terminal),
            Self::Correction(args) => args.added(site, terminal),
            Self::Checker(args) => args.added(site, terminal),
        }
    }
}

/// What is not done when a site is not in order.
const UNDONE: &str = "nothing was written";

/// The election that is meant.
fn election<'c>(
    words: Option<&str>,
    campaign: &'c Campaign,
    terminal: &mut Terminal<'_>,
) -> Result<&'c Election, NotDone> {
    let all = Within::default().elections(campaign)?;
    let label = |election: &&Election| format!("{} ({})", election.name.value, election.id);
    let sought =
        AskedFor { kind: "election", question: "Which election? (its number, its id, or a part of its name) " };
    meant(words, &all, election_fitting, label, sought, terminal)
}
