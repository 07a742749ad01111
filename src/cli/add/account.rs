use super::{UNDONE, complete};
use crate::atoms::{AccountKind, Text};
use crate::cli::Terminal;
use crate::cli::asking::{told, told_if_any, words};
use crate::desk::{AccountDetails, AccountToAdd, Act, NotDone, OpenSite, add_account};

/// A claim, rule, trial, report or call around the questions.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings add account
  hustings add account 'The county is trying out a van with books.' --kind pilot --about 'A van with books' \\
      --by 'Example County' --source 'A library on wheels' --publisher 'Example Gazette' --published 2031-01-18 \\
      --question library-saturdays --area 'The coast'

All of it is published: leave out everything by which a claimant could be known.")]
pub(super) struct AccountArgs {
    /// What it says, in one sentence of your own.
    #[arg(value_name = "SENTENCE")]
    says: Option<Text>,
    /// What it tells of: rule, pilot, claim, report or call.
    #[arg(long)]
    kind: Option<AccountKind>,
    /// What it is about, in a few words that claim nothing.
    #[arg(long, value_name = "TEXT")]
    about: Option<Text>,
    /// Who says it, laid it down or does it.
    #[arg(long, value_name = "NAME")]
    by: Option<Text>,
    /// What the source is called from which you know it.
    #[arg(long, value_name = "TITLE")]
    source: Option<Text>,
    /// Who published that.
    #[arg(long, value_name = "NAME")]
    publisher: Option<Text>,
    #[command(flatten)]
    details: AccountDetails,
}

impl AccountArgs {
    pub(super) fn is_complete(&self, terminal: &Terminal<'_>) -> Result<(), NotDone> {
        let needed = [
            (self.says.is_some(), "SENTENCE, what it says"),
            (self.kind.is_some(), "--kind: rule, pilot, claim, report or call"),
            (self.about.is_some(), "--about, what it is about, in a few words that claim nothing"),
            (self.by.is_some(), "--by, who says it, laid it down or does it"),
            (self.source.is_some(), "--source, what the source is called from which you know it"),
            (self.publisher.is_some(), "--publisher, who published that"),
        ];
        complete(&needed, terminal)
    }

    pub(super) fn added<'s>(&self, site: &'s OpenSite, terminal: &mut Terminal<'_>) -> Result<Act<'s>, NotDone> {
        // Before anything is asked that would be for nothing.
        site.campaign(UNDONE)?;
        let asked = format!("What does it tell of? ({}) ", words::<AccountKind>());
        let kind = told(self.kind.as_ref(), &asked, terminal)?;
        let asked = "What is it about, in a few words that claim nothing? ";
        let about = told(self.about.as_ref(), asked, terminal)?;
        let asked = "What does it say, in one sentence of your own? (all of it is published: name no claimant) ";
        let says = told(self.says.as_ref(), asked, terminal)?;
        let by = told(self.by.as_ref(), "Who says it, laid it down or does it? ", terminal)?;
        let source = told(self.source.as_ref(), "What is the source called from which you know it? ", terminal)?;
        let publisher = told(self.publisher.as_ref(), "Who published that? ", terminal)?;
        let mut details = self.details.clone();
        if self.says.is_none() {
            let asked = "When was it published? (2031-03-28, or 2031-03 when the day is not known; Enter: not known) ";
            told_if_any(&mut details.published, asked, terminal)?;
            told_if_any(&mut details.url, "Where can it be read? (a web address; Enter: nowhere) ", terminal)?;
            let asked = "Did somebody try to verify it and could not? Say who tried what. (Enter: no) ";
            told_if_any(&mut details.tried, asked, terminal)?;
            let asked = "When does it NOT apply? Go on after “this does not apply when”. (Enter: leave it out) ";
            told_if_any(&mut details.not_when, asked, terminal)?;
        }
        add_account(site, &AccountToAdd { kind, about, says, by, source, publisher, details })
    }
}
