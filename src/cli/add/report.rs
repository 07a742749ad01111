use super::{UNDONE, complete};
use crate::atoms::Text;
use crate::cli::Terminal;
use crate::cli::asking::{ask, read, told, told_if_any};
use crate::desk::{Act, NotDone, OpenSite, ReportDetails, ReportToAdd, add_report};

/// What people are asked to report, to be counted.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings add report
  hustings add report 'Saturdays without a library' --asked 'What happened to you on a Saturday?' \\
      --choice 'I found the door closed' --choice 'The book van did not come' --area 'Old Quay' --area 'Example Coast'

The counts come after, and never exactly: hustings reports.")]
pub(super) struct ReportArgs {
    /// What the reports are about.
    #[arg(value_name = "TITLE")]
    title: Option<Text>,
    /// What people are asked.
    #[arg(long, value_name = "TEXT")]
    asked: Option<Text>,
    /// Something that they can choose, in a few words; once for each.
    #[arg(long = "choice", value_name = "TEXT", value_delimiter = '\n')]
    choices: Vec<Text>,
    #[command(flatten)]
    details: ReportDetails,
}

impl ReportArgs {
    pub(super) fn is_complete(&self, terminal: &Terminal<'_>) -> Result<(), NotDone> {
        let needed = [
            (self.title.is_some(), "TITLE, what the reports are about"),
            (self.asked.is_some(), "--asked, what people are asked"),
            (!self.choices.is_empty(), "--choice, something that they can choose; once for each"),
        ];
        complete(&needed, terminal)
    }

    pub(super) fn added<'s>(&self, site: &'s OpenSite, terminal: &mut Terminal<'_>) -> Result<Act<'s>, NotDone> {
        // Before anything is asked that would be for nothing.
        site.campaign(UNDONE)?;
        let title = told(self.title.as_ref(), "What are the reports about? ", terminal)?;
        let asked = told(self.asked.as_ref(), "What are people asked? ", terminal)?;
        let mut details = self.details.clone();
        let choices = several(&self.choices, "What can they choose?", terminal)?;
        if self.title.is_none() {
            if details.areas.is_empty() {
                details.areas = several_if_any("Where can it have happened?", Vec::new(), terminal)?;
            }
            told_if_any(&mut details.way, "How can people tell it? (Enter: leave it out) ", terminal)?;
        }
        add_report(site, &ReportToAdd { title, asked, choices, details })
    }
}

/// What the command line says, or else one answer after the other: at least one.
fn several(said: &[Text], question: &str, terminal: &mut Terminal<'_>) -> Result<Vec<Text>, NotDone> {
    if !said.is_empty() {
        return Ok(said.to_vec());
    }
    let first = told(None, &format!("{question} (one at a time) "), terminal)?;
    several_if_any(question, vec![first], terminal)
}

/// One answer after the other, until none comes.
fn several_if_any(question: &str, mut all: Vec<Text>, terminal: &mut Terminal<'_>) -> Result<Vec<Text>, NotDone> {
    loop {
        let asked = format!("{question} (one at a time; Enter: {}) ", if all.is_empty() { "none" } else { "no more" });
        let next = ask(terminal, &asked, |said| if said.is_empty() { Ok(None) } else { read(said).map(Some) })?;
        let Some(next) = next else { return Ok(all) };
        all.push(next);
    }
}
