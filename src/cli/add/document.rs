use super::{UNDONE, complete};
use crate::atoms::{DocumentKind, Text};
use crate::cli::Terminal;
use crate::cli::asking::{somebody, told, told_if_any, words};
use crate::desk::{Act, DocumentDetails, NotDone, OpenSite, Within, add_document, speakers};

/// A manifesto, leaflet, letter, page or speech that somebody read.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings add document
  hustings add document 'Open on Saturdays' --of asha --kind leaflet --date 2031-04-08
  hustings add document 'A Town That Opens Its Doors' --of 'Harbour Alliance' --kind manifesto --date 2031-03-28 \\
      --url https://harbour.example.org/manifesto")]
pub(super) struct DocumentArgs {
    /// What it is called.
    #[arg(value_name = "TITLE")]
    title: Option<Text>,
    /// Whose it is: a part of the name, an id, or a party.
    #[arg(long, value_name = "WHO")]
    of: Option<String>,
    /// What it is: manifesto, leaflet, letter, page or speech.
    #[arg(long)]
    kind: Option<DocumentKind>,
    #[command(flatten)]
    within: Within,
    #[command(flatten)]
    details: DocumentDetails,
}

impl DocumentArgs {
    pub(super) fn is_complete(&self, terminal: &Terminal<'_>) -> Result<(), NotDone> {
        let needed = [
            (self.title.is_some(), "TITLE, what it is called"),
            (self.of.is_some(), "--of, the candidate or party whose it is"),
            (self.kind.is_some(), "--kind: manifesto, leaflet, letter, page or speech"),
        ];
        complete(&needed, terminal)
    }

    pub(super) fn added<'s>(&self, site: &'s OpenSite, terminal: &mut Terminal<'_>) -> Result<Act<'s>, NotDone> {
        let all = speakers(site.campaign(UNDONE)?, &self.within)?;
        let title = told(self.title.as_ref(), "What is it called? ", terminal)?;
        let asked = format!("What is it? ({}) ", words::<DocumentKind>());
        let kind = told(self.kind.as_ref(), &asked, terminal)?;
        let asked = "Whose is it? (a part of the name, an id, or a party) ";
        let of = somebody(self.of.as_deref(), &all, asked, site, terminal)?;
        let mut details = self.details.clone();
        if self.title.is_none() {
            let asked = "When was it published? (2031-03-28, or 2031-03 when the day is not known; Enter: not known) ";
            told_if_any(&mut details.date, asked, terminal)?;
            told_if_any(&mut details.url, "Where can it be read? (a web address; Enter: nowhere) ", terminal)?;
        }
        add_document(site, &title, kind, &of, &details)
    }
}
