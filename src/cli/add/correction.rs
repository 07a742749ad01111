use jiff::civil::Date;

use super::{UNDONE, complete};
use crate::atoms::{DocumentId, Slug, Text};
use crate::cli::asking::{one, somebody, told};
use crate::cli::{Terminal, day};
use crate::desk::{Act, CorrectionToAdd, NotDone, OpenSite, Within, add_correction, question_fitting, speakers};
use crate::model::{CorrectedPlace, PutQuestion};

/// What was wrong on the site, and what it says now.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings add correction
  hustings add correction --about 'Asha Example on the library' --was 'Marked “No”.' --now 'Marked “Yes”.' \\
      --because 'We had misread the letter.' --on 2031-04-12 --who asha --question library
                               it stands beside her answer too")]
pub(super) struct CorrectionArgs {
    /// What it concerns, in a few words.
    #[arg(long, value_name = "TEXT")]
    about: Option<Text>,
    /// What the site said before.
    #[arg(long, value_name = "TEXT")]
    was: Option<Text>,
    /// What it says now.
    #[arg(long, value_name = "TEXT")]
    now: Option<Text>,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    because: Option<Text>,
    /// When it was corrected; today when left out.
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: Option<Date>,
    /// Whose answer it concerns: a candidate or a party. Then it stands beside that answer too.
    #[arg(long, value_name = "WHO", requires = "question", group = "thing")]
    who: Option<String>,
    /// To which question they gave it; or without “--who” the question whose page it concerns.
    #[arg(long, value_name = "QUESTION", conflicts_with_all = ["document", "account", "pledge", "page"])]
    question: Option<String>,
    /// The document that it concerns.
    #[arg(long, value_name = "ID", group = "thing")]
    document: Option<DocumentId>,
    /// The claim, rule, trial, report or call that it concerns.
    #[arg(long, value_name = "ID", group = "thing")]
    account: Option<Slug>,
    /// The pledge that it concerns.
    #[arg(long, value_name = "ID", group = "thing")]
    pledge: Option<Slug>,
    /// The page of the site’s own that it concerns.
    #[arg(long, value_name = "ID", group = "thing")]
    page: Option<Slug>,
    #[command(flatten)]
    within: Within,
}

impl CorrectionArgs {
    pub(super) fn is_complete(&self, terminal: &Terminal<'_>) -> Result<(), NotDone> {
        let needed = [
            (self.about.is_some(), "--about, what it concerns"),
            (self.was.is_some(), "--was, what the site said before"),
            (self.now.is_some(), "--now, what it says now"),
            (self.because.is_some(), "--because, why"),
        ];
        complete(&needed, terminal)
    }

    pub(super) fn added<'s>(&self, site: &'s OpenSite, terminal: &mut Terminal<'_>) -> Result<Act<'s>, NotDone> {
        // Before anything is asked that would be for nothing.
        let place = self.place(site, terminal)?;
        let new = CorrectionToAdd {
            about: told(
                self.about.as_ref(),
                "What does it concern, in a few words? (all of it is published) ",
                terminal,
            )?,
            was: told(self.was.as_ref(), "What did the site say before? ", terminal)?,
            now: told(self.now.as_ref(), "What does it say now? ", terminal)?,
            because: told(self.because.as_ref(), "Why? ", terminal)?,
            date: self.on.unwrap_or_else(|| site.day()),
            place,
        };
        add_correction(site, &new)
    }

    /// Where on the site it belongs, if that is said.
    fn place(&self, site: &OpenSite, terminal: &mut Terminal<'_>) -> Result<Option<CorrectedPlace>, NotDone> {
        let campaign = site.campaign(UNDONE)?;
        if let Some(question) = &self.question {
            let all = speakers(campaign, &self.within)?;
            let whose = self.who.as_deref().map(|who| somebody(Some(who), &all, "", site, terminal)).transpose()?;
            let put: Vec<&PutQuestion> = match &whose {
                Some(speaker) => speaker.questions(),
                None => campaign.elections.iter().flat_map(|election| &election.questions).collect(),
            };
            let fits = question_fitting(question, &put).map_err(NotDone::Refused)?;
            let put = one(fits, question, |put| put.id().to_string(), terminal)?;
            return Ok(Some(match whose {
                Some(speaker) => speaker.corrected(put.id()),
                None => CorrectedPlace::Question(put.id().clone()),
            }));
        }
        let document = self.document.clone().map(CorrectedPlace::Document);
        let account = self.account.clone().map(CorrectedPlace::Account);
        let pledge = self.pledge.clone().map(CorrectedPlace::Pledge);
        Ok(document.or(account).or(pledge).or(self.page.clone().map(CorrectedPlace::Page)))
    }
}
