use super::{UNDONE, complete};
use crate::atoms::{PartialDate, Text};
use crate::cli::Terminal;
use crate::cli::asking::{AskedFor, meant, told, told_if_any};
use crate::desk::{Act, BallotOf, EventDetails, EventToAdd, NotDone, OpenSite, Within, add_event, ballots};

/// Something to which people can go.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings add event
  hustings add event 'Questions to the candidates' --date 2031-04-25 --time 19:30 --ballot 'old quay' \\
      --access 'No steps, and a hearing loop. You can also listen at home.' --source 'Poster of the Reading Circle'")]
pub(super) struct EventArgs {
    /// What it is.
    #[arg(value_name = "TITLE")]
    title: Option<Text>,
    /// The day, or the first of several.
    #[arg(long, value_name = "DATE")]
    date: Option<PartialDate>,
    /// How people can take part who cannot climb stairs, hear, see or travel.
    #[arg(long, value_name = "TEXT")]
    access: Option<Text>,
    /// What the place is called where it was announced.
    #[arg(long, value_name = "TEXT")]
    source: Option<Text>,
    /// The ballot for whose voters it is: its id or a part of the area’s name. Without it and --area it is for people everywhere.
    #[arg(long, value_name = "BALLOT")]
    ballot: Option<String>,
    /// The election of the ballot, when there are several.
    #[arg(long, value_name = "ID", requires = "ballot")]
    election: Option<String>,
    #[command(flatten)]
    details: EventDetails,
}

impl EventArgs {
    pub(super) fn is_complete(&self, terminal: &Terminal<'_>) -> Result<(), NotDone> {
        let needed = [
            (self.title.is_some(), "TITLE, what it is"),
            (self.date.is_some(), "--date, the day"),
            (self.access.is_some(), "--access, how people can take part who cannot climb stairs, hear, see or travel"),
            (self.source.is_some(), "--source, where it was announced"),
        ];
        complete(&needed, terminal)
    }

    pub(super) fn added<'s>(&self, site: &'s OpenSite, terminal: &mut Terminal<'_>) -> Result<Act<'s>, NotDone> {
        // Before anything is asked that would be for nothing.
        site.campaign(UNDONE)?;
        let title = told(self.title.as_ref(), "What is it? ", terminal)?;
        let date = told(self.date.as_ref(), "On which day? (2031-04-25) ", terminal)?;
        let mut details = self.details.clone();
        let mut words = self.ballot.clone();
        if self.title.is_none() {
            told_if_any(&mut details.time, "When does it begin? (19:30; Enter: not known) ", terminal)?;
            let asked = "For the voters of which ballot? (its id, or a part of the area’s name; Enter: for all) ";
            told_if_any(&mut words, asked, terminal)?;
            if words.is_none() {
                told_if_any(&mut details.area, "Where is it? (Enter: everywhere) ", terminal)?;
            }
        }
        let ballot = words.map(|words| self.ballot(&words, site, terminal)).transpose()?;
        let asked = "How can people take part who cannot climb stairs, hear, see or travel? ";
        let access = told(self.access.as_ref(), asked, terminal)?;
        let source = told(self.source.as_ref(), "Where was it announced? (what that is called) ", terminal)?;
        if self.title.is_none() {
            told_if_any(&mut details.url, "Where can people read more? (a web address; Enter: nowhere) ", terminal)?;
        }
        add_event(site, &EventToAdd { title, date, access, source, ballot: ballot.map(|at| &at.ballot.id) }, &details)
    }

    fn ballot<'s>(
        &self,
        words: &str,
        site: &'s OpenSite,
        terminal: &mut Terminal<'_>,
    ) -> Result<BallotOf<'s>, NotDone> {
        let all = ballots(site.campaign(UNDONE)?, &Within { election: self.election.clone(), ballot: None })?;
        let sought = AskedFor { kind: "ballot", question: "Which ballot? " };
        meant(Some(words), &all, BallotOf::fitting, ToString::to_string, sought, terminal)
    }
}
