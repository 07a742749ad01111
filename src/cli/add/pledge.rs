use super::{UNDONE, complete, election};
use crate::atoms::Text;
use crate::cli::Terminal;
use crate::cli::asking::{one, told, told_if_any};
use crate::desk::{Act, NotDone, OpenSite, PledgeDetails, PledgeToAdd, add_pledge, answer, question_fitting};
use crate::model::PutQuestion;

/// A pledge that people and parties are asked to sign.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings add pledge
  hustings add pledge 'Keep cars off the meadow' --text 'I will vote against cars on the meadow.' \\
      --organiser 'Example Friends of the Meadow' --answers meadow-parking=no --source 'Leaflet of the Friends'

Who signed it comes after: hustings sign, or hustings sheet signatures for a list.")]
pub(super) struct PledgeArgs {
    /// What it is called.
    #[arg(value_name = "TITLE")]
    title: Option<Text>,
    /// What people sign, in its own words.
    #[arg(long, value_name = "TEXT")]
    text: Option<Text>,
    /// What the place is called where it was published.
    #[arg(long, value_name = "TEXT")]
    source: Option<Text>,
    /// A question that it answers, and how: meadow-parking=no. Once for each.
    #[arg(long, value_name = "QUESTION=ANSWER")]
    answers: Vec<String>,
    /// The election; the only one when left out.
    #[arg(long, value_name = "ID")]
    election: Option<String>,
    #[command(flatten)]
    details: PledgeDetails,
}

impl PledgeArgs {
    pub(super) fn is_complete(&self, terminal: &Terminal<'_>) -> Result<(), NotDone> {
        let needed = [
            (self.title.is_some(), "TITLE, what it is called"),
            (self.text.is_some(), "--text, what people sign"),
            (self.source.is_some(), "--source, where it was published"),
        ];
        complete(&needed, terminal)
    }

    pub(super) fn added<'s>(&self, site: &'s OpenSite, terminal: &mut Terminal<'_>) -> Result<Act<'s>, NotDone> {
        let election = election(self.election.as_deref(), site.campaign(UNDONE)?, terminal)?;
        let title = told(self.title.as_ref(), "What is the pledge called? ", terminal)?;
        let text = told(self.text.as_ref(), "What do people sign, in its own words? ", terminal)?;
        let source = told(self.source.as_ref(), "Where was it published? (what that is called) ", terminal)?;
        let mut details = self.details.clone();
        if self.title.is_none() {
            told_if_any(&mut details.url, "Where can it be read? (a web address; Enter: nowhere) ", terminal)?;
        }
        let put: Vec<&PutQuestion> = election.questions.iter().collect();
        let mut answers = Vec::new();
        for said in &self.answers {
            let Some((words, stance)) = said.split_once('=') else {
                return Err(NotDone::Refused(format!("write “{said}” as QUESTION=yes or QUESTION=no")));
            };
            let fits = question_fitting(words, &put).map_err(NotDone::Refused)?;
            let label = |put: &&PutQuestion| format!("{}: {}", put.id(), put.wording().short);
            answers.push((one(fits, words, label, terminal)?, answer(stance).map_err(NotDone::Refused)?));
        }
        add_pledge(site, &PledgeToAdd { title, text, source, election, answers }, &details)
    }
}
