use super::{UNDONE, complete, election};
use crate::atoms::{Stance, Text, Wanted, Words as _};
use crate::cli::Terminal;
use crate::cli::asking::{ask, told, told_if_any};
use crate::desk::{Act, NotDone, OpenSite, QuestionDetails, QuestionToAdd, add_question, answer};

/// A question to the candidates.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings add question
  hustings add question 'Should the library open on Saturdays?' --short 'Library on Saturdays?' --wants yes \\
      --yes-means 'The library should open on Saturdays.' --terms library,librarian

It goes into a file of its own, and after the other questions of the election.")]
pub(super) struct QuestionArgs {
    /// The neutral text, ending in a question mark.
    #[arg(value_name = "QUESTION")]
    ask: Option<Text>,
    /// The shortest form of it.
    #[arg(long, value_name = "TEXT")]
    short: Option<Text>,
    /// What the campaign would like to hear: yes, no or none.
    #[arg(long, value_name = "ANSWER", value_parser = wanted)]
    wants: Option<Wanted>,
    /// The election that puts it: its id or a part of its name; not needed when there is one alone.
    #[arg(long, value_name = "ELECTION")]
    election: Option<String>,
    #[command(flatten)]
    details: QuestionDetails,
}

/// What a campaign wants, in the words that people say or in those of the records.
fn wanted(said: &str) -> Result<Wanted, String> {
    let word = match answer(said) {
        Ok(stance @ (Stance::Supports | Stance::Opposes)) => stance.word(),
        _ => said,
    };
    word.parse().map_err(|_| format!("“{said}” is not what a campaign can want; it may be yes, no or none"))
}

impl QuestionArgs {
    pub(super) fn is_complete(&self, terminal: &Terminal<'_>) -> Result<(), NotDone> {
        let needed = [
            (self.ask.is_some(), "QUESTION, the neutral text"),
            (self.short.is_some(), "--short, the shortest form of it"),
            (self.wants.is_some(), "--wants, what the campaign would like to hear: yes, no or none"),
        ];
        complete(&needed, terminal)
    }

    pub(super) fn added<'s>(&self, site: &'s OpenSite, terminal: &mut Terminal<'_>) -> Result<Act<'s>, NotDone> {
        let campaign = site.campaign(UNDONE)?;
        // A site may begin with its questions.
        let elections = match &self.election {
            None if campaign.elections.is_empty() => Vec::new(),
            words => vec![election(words.as_deref(), campaign, terminal)?],
        };
        let text = told(self.ask.as_ref(), "What do you ask? (a neutral question) ", terminal)?;
        let short = told(self.short.as_ref(), "Its shortest form, for narrow places? ", terminal)?;
        let mut details = self.details.clone();
        if self.ask.is_none() {
            let asked = "What does a yes mean, in one plain sentence? (Enter: leave it out) ";
            told_if_any(&mut details.yes_means, asked, terminal)?;
            told_if_any(&mut details.no_means, "And a no? (Enter: leave it out) ", terminal)?;
            told_if_any(&mut details.why, "Why does it matter? (Enter: you write it later) ", terminal)?;
        }
        let wants = match self.wants {
            Some(wants) => wants,
            None => ask(terminal, "What would the campaign like to hear? (yes, no or none) ", wanted)?,
        };
        add_question(site, &QuestionToAdd { ask: text, short, wants, details }, &elections)
    }
}
