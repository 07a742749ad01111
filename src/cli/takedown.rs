use std::path::Path;

use jiff::civil::Date;

use super::asking::{complete, one, somebody, told};
use super::saving::Agreeing;
use super::{Ran, Terminal, open};
use crate::atoms::Text;
use crate::desk::{NotDone, TakedownToAdd, Within, question_fitting, speakers, take_down};
use crate::model::PutQuestion;

/// Take what somebody said off the site, and leave a note with its date.
///
/// All answers of a person, or those to one question. The pages then say since when and why; nothing is taken away in silence. The words stay
/// in the record file, which is not published with the site.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings takedown ben library --reason 'The letter was meant for us alone.' --on 2031-04-15
  hustings takedown ben --reason 'He asked us to, and we agreed.'      all that he answered")]
pub(super) struct TakedownArgs {
    /// Whose answers: a part of the name, an id or the address of the page; or a party.
    #[arg(value_name = "PERSON")]
    person: Option<String>,
    /// The question: its id, or a part of its short form. All questions when left out.
    #[arg(value_name = "QUESTION")]
    question: Option<String>,
    /// Why, as a sentence. It is published.
    #[arg(long, value_name = "TEXT")]
    reason: Option<Text>,
    /// When; today when left out.
    #[arg(long, value_name = "DATE", value_parser = super::day)]
    on: Option<Date>,
    #[command(flatten)]
    within: Within,
    #[command(flatten)]
    agreeing: Agreeing,
}

pub(super) fn run(args: &TakedownArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let needed = [(args.person.is_some(), "PERSON, whose answers they are"), (args.reason.is_some(), "--reason, why")];
    complete(&needed, terminal)?;
    let site = open(directory, terminal)?;
    let all = speakers(site.campaign("nothing was written")?, &args.within)?;
    let asked = "Whose answers are taken down? (a part of the name, an id, or a party) ";
    let who = somebody(args.person.as_deref(), &all, asked, &site, terminal)?;
    let questions = who.questions();
    let words = match &args.question {
        None if args.person.is_none() => {
            terminal.ask("On which question? (its id, or a part of it; Enter: all) ").filter(|said| !said.is_empty())
        }
        told => told.clone(),
    };
    let put = match &words {
        Some(words) => {
            let label = |put: &&PutQuestion| format!("{}: {}", put.id(), put.wording().short);
            Some(one(question_fitting(words, &questions).map_err(NotDone::Refused)?, words, label, terminal)?)
        }
        None => None,
    };
    let reason = told(args.reason.as_ref(), "Why? (it is published) ", terminal)?;
    let new = TakedownToAdd { reason, date: args.on.unwrap_or_else(|| site.day()) };
    args.agreeing.carry_out_once(take_down(&site, &who, put, &new)?, &[who], terminal)
}
