use std::path::Path;

use jiff::civil::Date;

use super::asking::{asked_by, complete, read, somebody, told};
use super::saving::Agreeing;
use super::{Ran, Terminal, day, open};
use crate::atoms::{DocumentId, EvidenceKind, PartialDate, Slug, Stance, Text, WebUrl};
use crate::country::uk::Nation;
use crate::desk::{
    NewEvidence, NewMark, NewSignature, NotDone, OpenSite, Within, entered_on, known, sign_one, speakers,
};
use crate::model::{Campaign, Signer};

/// Record that a candidate, a party or somebody else signed a pledge, and how you know.
///
/// A signed form, their own post or a photograph of them signing (--kind signature) is their own word. A list by the organisers (--kind
/// campaign) or a newspaper (--kind news) only reports it. The whole site is checked with the new signature first.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings sign meadow-free nell --on 2031-04-02 --kind signature --title 'Signed form' --where 'our file of forms' --by pat
  hustings sign meadow-free 'Harbour Alliance' --on 2031-03-25 --kind site --title 'Its news page' \\
      --url https://harbour.example.org/meadow --by pat
                               what a party signs is its line, and nobody's own word
  hustings sign meadow-free otto --on 2031-04-05 --kind campaign --title 'List of the Friends' \\
      --url https://friends.example.org/list --by pat
                               only reported: it can never be confirmed
  hustings sign meadow-free --name 'Gil Example' --capacity 'Member of the town council' --on 2031-04-05 \\
      --kind news --title 'Example Evening Post' --where 'page 3' --by pat
                               somebody who stands on no ballot here")]
pub(super) struct SignArgs {
    /// The pledge's id.
    #[arg(value_name = "PLEDGE")]
    pledge: String,
    /// Who signed: a part of the name, an id; or a party.
    #[arg(value_name = "WHO", required_unless_present = "name")]
    who: Option<String>,
    /// The name of somebody who stands on no ballot here.
    #[arg(long, value_name = "NAME", conflicts_with = "who", requires = "capacity")]
    name: Option<Text>,
    /// As what they signed.
    #[arg(long, value_name = "TEXT")]
    capacity: Option<Text>,
    /// When; 2031-04 when you do not know the day.
    #[arg(long, value_name = "DATE")]
    on: Option<PartialDate>,
    /// What shows it: signature, site, reply and so on; campaign or news when only others report it.
    #[arg(long)]
    kind: Option<EvidenceKind>,
    /// What that is called.
    #[arg(long, value_name = "TEXT")]
    title: Option<Text>,
    /// The page in it, or where it is kept.
    #[arg(long = "where", value_name = "TEXT")]
    place: Option<Text>,
    /// Where it can be read.
    #[arg(long, value_name = "ADDRESS")]
    url: Option<WebUrl>,
    /// A copy of that in a web archive.
    #[arg(long, value_name = "ADDRESS")]
    archived: Option<WebUrl>,
    /// The record of the document in which it stands.
    #[arg(long, value_name = "ID")]
    document: Option<DocumentId>,
    /// The very words.
    #[arg(long, value_name = "TEXT")]
    quote: Option<Text>,
    /// Who you are: your id among the checkers of hustings.yaml.
    #[arg(long, value_name = "CHECKER")]
    by: Option<Slug>,
    /// A doubt that every reader has to see beside it.
    #[arg(long, value_name = "TEXT")]
    caveat: Option<Text>,
    /// Keep it off the site until this day.
    #[arg(long, value_name = "DATE", value_parser = day)]
    publish_after: Option<Date>,
    /// Of a party: the nations for which it signed; everywhere when left out.
    #[arg(long, value_name = "NATION", value_delimiter = ',')]
    nation: Vec<Nation>,
    #[command(flatten)]
    agreeing: Agreeing,
}

pub(super) fn run(args: &SignArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    args.is_complete(terminal)?;
    let site = open(directory, terminal)?;
    let campaign = site.campaign("nothing was written")?;
    let pledge = known("pledge", &args.pledge, campaign.pledges.iter(), |pledge| pledge.id.as_str())?;
    let (who, name, whom) = match &args.name {
        Some(name) => (Signer::Named(name.clone()), name.to_string(), Vec::new()),
        None => {
            let within = Within { election: Some(pledge.election.to_string()), ballot: None };
            let all = speakers(campaign, &within)?;
            let speaker = somebody(args.who.as_deref(), &all, "Who signed? ", &site, terminal)?;
            (speaker.signer(), speaker.name().to_owned(), vec![speaker])
        }
    };
    let mark = args.mark(&site, campaign, terminal)?;
    let new = NewSignature { who, capacity: args.capacity.clone(), mark };
    args.agreeing.carry_out(sign_one(&site, pledge, new, &name)?, &whom, terminal)
}

impl SignArgs {
    /// Names what a signature lacks, when nobody is there to ask.
    fn is_complete(&self, terminal: &Terminal<'_>) -> Result<(), NotDone> {
        let needed = [
            (self.on.is_some(), "--on, the day on which it was signed"),
            (self.kind.is_some(), "--kind, what shows it: signature, site, campaign and so on"),
            (self.title.is_some() || self.document.is_some(), "--title, what that is called"),
            (self.is_placed(), "--where or --url, so that others can look it up; of a form, where it is kept"),
            (self.by.is_some(), "--by, your id among the checkers"),
        ];
        complete(&needed, terminal)
    }

    fn is_placed(&self) -> bool {
        self.place.is_some() || self.url.is_some() || self.archived.is_some() || self.document.is_some()
    }

    /// When it was signed and how we know; asks for what it leaves out.
    fn mark(&self, site: &OpenSite, campaign: &Campaign, terminal: &mut Terminal<'_>) -> Result<NewMark, NotDone> {
        let date = told(self.on.as_ref(), "When was it signed? (2031-04-20, or 2031-04) ", terminal)?;
        let kind =
            told(self.kind.as_ref(), "What shows it? (signature, site, campaign, news or another kind) ", terminal)?;
        let mut title = self.title.clone();
        if title.is_none() && self.document.is_none() {
            title = Some(told(None, "What is that called? (for example: Signed form) ", terminal)?);
        }
        let (mut place, mut url) = (self.place.clone(), self.url.clone());
        if !self.is_placed() {
            let asked = "Where can others look it up? (a web address; of a form, where it is kept) ";
            let said: Text = told(None, asked, terminal)?;
            match said.as_str().parse() {
                Ok(address) => url = Some(address),
                Err(_) => place = read(said.as_str()).ok(),
            }
        }
        let by = self.by.clone().map_or_else(|| asked_by(campaign, terminal), Ok)?;
        let (document, quote, archived) = (self.document.clone(), self.quote.clone(), self.archived.clone());
        let evidence = NewEvidence { kind, title, document, place, quote, lang: None, url, archived };
        let (publish_after, caveat, nations) = (self.publish_after, self.caveat.clone(), self.nation.clone());
        let stance = Stance::Supports;
        let mut mark =
            NewMark { stance, date, by, entered: None, publish_after, says: None, caveat, nations, evidence };
        mark.entered = entered_on(&mark, site.day(), campaign);
        Ok(mark)
    }
}
