use jiff::civil::Date;

use super::{UNDONE, complete};
use crate::atoms::{LetterTo, Slug, Text};
use crate::cli::asking::{told, told_if_any, words};
use crate::cli::{Terminal, day};
use crate::desk::{Act, LetterDetails, LetterToAdd, NotDone, OpenSite, add_letter};

/// A letter that people can copy, print or send.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings add letter
  hustings add letter 'Ask about the library' --to unanswered --subject 'A question from {area}' \\
      --not-when 'you do not vote in this area' --text 'Dear {candidate}, please tell me: {questions}'

Of the blanks, {candidate}, {area}, {election}, {polling_day} and {page} are there in letters to candidates, {questions} and {deadline} in
those to candidates who have not answered. A letter to an office has none, and needs --nation, --by, --source and --publisher.")]
pub(super) struct LetterArgs {
    /// What it is called.
    #[arg(value_name = "TITLE")]
    title: Option<Text>,
    /// To whom it goes: unanswered, answered or office.
    #[arg(long)]
    to: Option<LetterTo>,
    /// Its subject.
    #[arg(long, value_name = "TEXT")]
    subject: Option<Text>,
    /// When nobody should send it, as the rest of a sentence.
    #[arg(long, value_name = "TEXT")]
    not_when: Option<Text>,
    /// The letter.
    #[arg(long, value_name = "TEXT")]
    text: Option<Text>,
    /// When somebody last found it right; today when left out.
    #[arg(long, value_name = "DATE", value_parser = day)]
    checked_on: Option<Date>,
    #[command(flatten)]
    details: LetterDetails,
}

impl LetterArgs {
    pub(super) fn is_complete(&self, terminal: &Terminal<'_>) -> Result<(), NotDone> {
        let needed = [
            (self.title.is_some(), "TITLE, what it is called"),
            (self.to.is_some(), "--to: unanswered, answered or office"),
            (self.subject.is_some(), "--subject, its subject"),
            (self.not_when.is_some(), "--not-when, when nobody should send it"),
            (self.text.is_some(), "--text, the letter"),
        ];
        complete(&needed, terminal)
    }

    pub(super) fn added<'s>(&self, site: &'s OpenSite, terminal: &mut Terminal<'_>) -> Result<Act<'s>, NotDone> {
        // Before anything is asked that would be for nothing.
        site.campaign(UNDONE)?;
        let title = told(self.title.as_ref(), "What is the letter called? ", terminal)?;
        let asked = format!("To whom does it go? ({}) ", words::<LetterTo>());
        let to = told(self.to.as_ref(), &asked, terminal)?;
        let subject = told(self.subject.as_ref(), "What is its subject? ", terminal)?;
        let asked = "When should nobody send it? Go on after “this letter is not for you if”. ";
        let not_when = told(self.not_when.as_ref(), asked, terminal)?;
        let text = told(self.text.as_ref(), "How does it begin? (you can go on in the file) ", terminal)?;
        let mut details = self.details.clone();
        if to == LetterTo::Office && terminal.has_somebody() {
            details.ask_for_office(terminal)?;
        }
        if self.title.is_none() {
            details.ask(terminal)?;
        }
        let new = LetterToAdd { title, to, subject, not_when, text, checked_on: self.checked_on, details };
        add_letter(site, &new)
    }
}

impl LetterDetails {
    /// Asks for what a letter to an office needs.
    fn ask_for_office(&mut self, terminal: &mut Terminal<'_>) -> Result<(), NotDone> {
        self.nation = Some(told(self.nation.as_ref(), "In which nation does it hold? ", terminal)?);
        self.by = Some(told::<Slug>(self.by.as_ref(), "Who found it right? (the id of a checker) ", terminal)?);
        let asked = "On which rule or letter does it rest? (what that is called) ";
        self.source = Some(told(self.source.as_ref(), asked, terminal)?);
        self.publisher = Some(told(self.publisher.as_ref(), "Who published that? ", terminal)?);
        told_if_any(&mut self.url, "Where can it be read? (a web address; Enter: nowhere) ", terminal)
    }

    /// Asks where people can get advice.
    fn ask(&mut self, terminal: &mut Terminal<'_>) -> Result<(), NotDone> {
        told_if_any(&mut self.advice, "Who gives advice about it? (a name; Enter: nobody known) ", terminal)?;
        if self.advice.is_some() {
            let asked = "Where is that advice? (a web address) ";
            self.advice_url = Some(told(self.advice_url.as_ref(), asked, terminal)?);
        }
        Ok(())
    }
}
