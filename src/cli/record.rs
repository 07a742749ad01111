use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::asking::{ask, asked_by, complete, numbered, one, read, somebody, words};
use super::form::FilledForm;
use super::mail_words::{day_of, quoted};
use super::saving::Agreeing;
use super::{Exit, Ran, Terminal, day, open};
use crate::atoms::{DocumentId, EvidenceKind, LanguageTag, PartialDate, Slug, Stance, Text, WebUrl};
use crate::country::uk::Nation;
use crate::desk::{
    AddedMark, Fitting, Mail, NewEvidence, NewMark, NotDone, OpenSite, REPLY, Speaker, Within, answer, answer_word,
    enter_mark, entered_on, question_fitting, speakers,
};
use crate::model::{Campaign, PutQuestion};

/// Record what a candidate or a party answered, and where.
///
/// On a terminal it asks for what you leave out, shows what it would write, and writes it when you say so. The whole site is
/// checked with the new answer first: one that makes an error is not written. An answer that is on record already stays, as history.
#[derive(Debug, Clone, clap::Args)]
#[command(after_help = "\
Examples:
  hustings record              asks for everything, step by step
  hustings record asha library yes --on 2031-04-20 --by pat \\
      --quote 'Of course it must open.' --where 'our file of letters'
                               a reply to you; “asha” and “library” are enough where they mean one each
  hustings record asha library yes --from reply.eml --by pat
                               takes the day from a saved e-mail, and lets you choose the words
  hustings record 900104 meadow-parking no --kind site --title 'His page on parking' \\
      --url https://dev.example.org/parking --on 2031-04-18 --quote 'No cars there.' --by pat
  hustings record 'Harbour Alliance' clock partly --kind manifesto --where 'page 9' \\
      --document harbour-manifesto-2031 --on 2031-03-28 --says 'Not after midnight.' --by pat
                               what a party says, beside each of its candidates")]
pub(super) struct RecordArgs {
    /// Who answered: a part of the name, an id or the address of the page; or a party.
    #[arg(value_name = "PERSON")]
    person: Option<String>,
    /// The question: its id, or a part of its short form.
    #[arg(value_name = "QUESTION")]
    question: Option<String>,
    /// The answer: yes, no, partly, unclear or declined.
    #[arg(value_name = "ANSWER")]
    answer: Option<String>,
    /// An e-mail that you saved: a reply, with its day and its words. Nobody's address, and no subject, goes into the record.
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
    /// A form that somebody filled in on GitHub: the text of the issue. What you give besides goes before it.
    #[arg(long, value_name = "FILE", conflicts_with = "from")]
    form: Option<PathBuf>,
    /// Where it was said: reply, leaflet, manifesto, site, speech, hustings, vote, signature, news or campaign.
    #[arg(long)]
    kind: Option<EvidenceKind>,
    /// When it was said; 2031-04 when you do not know the day.
    #[arg(long, value_name = "DATE")]
    on: Option<PartialDate>,
    /// Who you are: your id among the checkers of hustings.yaml.
    #[arg(long, value_name = "CHECKER")]
    by: Option<Slug>,
    /// The very words.
    #[arg(long, value_name = "TEXT")]
    quote: Option<Text>,
    /// The answer in your own words, one short sentence.
    #[arg(long, value_name = "TEXT")]
    says: Option<Text>,
    /// What it is called; of a reply, “Reply to the campaign” when left out.
    #[arg(long, value_name = "TEXT")]
    title: Option<Text>,
    /// The page or minute in it; of a letter, where it is kept.
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
    /// The language of the quote, when it is not the site's.
    #[arg(long, value_name = "LANGUAGE")]
    lang: Option<LanguageTag>,
    /// A doubt that every reader has to see beside the answer.
    #[arg(long, value_name = "TEXT")]
    caveat: Option<Text>,
    /// Keep it off the site until this day, so that whoever said it can look at it first.
    #[arg(long, value_name = "DATE", value_parser = day)]
    publish_after: Option<Date>,
    /// Of a party: the nations for which it says so; everywhere when left out.
    #[arg(long, value_name = "NATION", value_delimiter = ',')]
    nation: Vec<Nation>,
    #[command(flatten)]
    within: Within,
    #[command(flatten)]
    agreeing: Agreeing,
}

pub(super) fn run(args: &RecordArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let args = &args.with_form()?;
    let mail = args.from.as_deref().map(Mail::read).transpose()?;
    args.is_complete(mail.as_ref(), terminal)?;
    let site = open(directory, terminal)?;
    let campaign = site.campaign("nothing was written")?;
    let asked = "Who answered? (a part of the name, an id, or a party) ";
    let speaker = somebody(args.person.as_deref(), &speakers(campaign, &args.within)?, asked, &site, terminal)?;
    let put = question(args.question.as_deref(), &speaker, terminal)?;
    let mark = args.mark(&site, mail.as_ref(), terminal)?;
    let AddedMark { change, others } = enter_mark(&site, &speaker, put, &mark)?;
    if args.agreeing.save(change, (speaker.file(), &[speaker]), terminal)? {
        tell(&speaker, put, &mark, others, terminal);
    }
    Ok(Exit::Clean)
}

/// Says what was recorded, and what comes next.
fn tell(speaker: &Speaker<'_>, put: &PutQuestion, mark: &NewMark, others: usize, terminal: &mut Terminal<'_>) {
    let (file, name, word) = (speaker.file(), speaker.name(), answer_word(mark.stance));
    terminal.say(format_args!("{file}: recorded “{word}” from {name} on “{}”.", put.wording().short));
    if others > 0 {
        terminal.say("What was on record on this question before stays, as history.");
    }
    terminal.say(match mark.evidence.kind.is_hearsay() {
        true => "What only others report can never be confirmed: look for their own words.".to_owned(),
        false => format!("Next, somebody else confirms it: hustings confirm {} {} --by ID", speaker.id(), put.id()),
    });
}

/// The question that is meant, or the one that somebody chooses.
fn question<'c>(
    words: Option<&str>,
    speaker: &Speaker<'c>,
    terminal: &mut Terminal<'_>,
) -> Result<&'c PutQuestion, NotDone> {
    let put = speaker.questions();
    let label = |put: &&PutQuestion| format!("{}: {}", put.id(), put.wording().short);
    if let Some(words) = words {
        return one(question_fitting(words, &put).map_err(NotDone::Refused)?, words, label, terminal);
    }
    for (put, number) in put.iter().zip(1..) {
        terminal.complain(format_args!("  {number}  {}\n", label(put)));
    }
    let fits = ask(terminal, "Which question? (its number, its id, or a part of it) ", |words| {
        numbered(words, put.len()).map(|number| Fitting::One(put[number])).or_else(|_| question_fitting(words, &put))
    })?;
    one(fits, "that", label, terminal)
}

impl RecordArgs {
    /// The same with what a form says where nothing is given.
    fn with_form(&self) -> Result<Self, NotDone> {
        let mut all = self.clone();
        if let Some(file) = &self.form {
            let form = FilledForm::read(file)?;
            form.fill("person", &mut all.person)?;
            form.fill("question", &mut all.question)?;
            form.fill("answer", &mut all.answer)?;
            form.fill("kind", &mut all.kind)?;
            form.fill("on", &mut all.on)?;
            form.fill("quote", &mut all.quote)?;
            form.fill("says", &mut all.says)?;
            form.fill("title", &mut all.title)?;
            form.fill("url", &mut all.url)?;
            form.fill("where", &mut all.place)?;
        }
        Ok(all)
    }

    /// Names what a mark lacks, when nobody is there to ask.
    fn is_complete(&self, mail: Option<&Mail>, terminal: &Terminal<'_>) -> Result<(), NotDone> {
        let is_placed =
            self.place.is_some() || self.url.is_some() || self.archived.is_some() || self.document.is_some();
        let is_titled =
            self.title.is_some() || self.document.is_some() || self.kind.is_none_or(|kind| kind == EvidenceKind::Reply);
        let needed = [
            (self.person.is_some(), "PERSON, who answered"),
            (self.question.is_some(), "QUESTION"),
            (self.answer.is_some(), "ANSWER: yes, no, partly, unclear or declined"),
            (self.kind.is_some() || mail.is_some(), "--kind, where it was said: reply, leaflet, site and so on"),
            (
                self.on.is_some() || mail.is_some_and(|mail| mail.day.is_some()),
                match mail {
                    Some(_) => "--on, the day on which it came: the mail does not say when it was sent",
                    None => "--on, the day on which it was said",
                },
            ),
            (self.quote.is_some() || (self.says.is_some() && mail.is_none()), words_needed(mail)),
            (is_titled, "--title, what it is called"),
            (is_placed, "--where or --url, so that others can look it up; of a letter, where it is kept"),
            (self.by.is_some(), "--by, your id among the checkers"),
        ];
        complete(&needed, terminal)
    }

    /// The mark that it tells of; asks for what it leaves out.
    fn mark(&self, site: &OpenSite, mail: Option<&Mail>, terminal: &mut Terminal<'_>) -> Result<NewMark, NotDone> {
        let campaign = site.campaign("nothing was written")?;
        let stance = match &self.answer {
            Some(said) => answer(said).map_err(NotDone::Refused)?,
            None => ask(terminal, "What is the answer? (yes, no, partly, unclear or declined) ", answer)?,
        };
        let kind = match self.kind {
            Some(kind) => kind,
            None if mail.is_some() => EvidenceKind::Reply,
            None => {
                ask(terminal, &format!("Where was it said? ({}; Enter: reply) ", words::<EvidenceKind>()), |said| {
                    if said.is_empty() { Ok(EvidenceKind::Reply) } else { read(said) }
                })?
            }
        };
        let date = self.date(campaign, mail, terminal)?;
        let (quote, says) = self.words(stance, site, mail, terminal)?;
        let title = self.title(kind, terminal)?;
        let (place, url) = self.place(terminal)?;
        let by = match &self.by {
            Some(by) => by.clone(),
            None => asked_by(campaign, terminal)?,
        };
        let (document, lang, archived) = (self.document.clone(), self.lang.clone(), self.archived.clone());
        let evidence = NewEvidence { kind, title, document, place, quote, lang, url, archived };
        let (caveat, nations) = (self.caveat.clone(), self.nation.clone());
        let publish_after = self.publish_after;
        let mut mark = NewMark { stance, date, by, entered: None, publish_after, says, caveat, nations, evidence };
        mark.entered = entered_on(&mark, site.day(), campaign);
        Ok(mark)
    }

    /// The day on which it was said.
    fn date(
        &self,
        campaign: &Campaign,
        mail: Option<&Mail>,
        terminal: &mut Terminal<'_>,
    ) -> Result<PartialDate, NotDone> {
        if let Some(date) = self.on {
            return Ok(date);
        }
        let sent = mail.map(|mail| day_of(mail, campaign, terminal.today)).transpose()?.flatten();
        match sent {
            Some(day) => Ok(PartialDate::day(day)),
            None => ask(terminal, "When was it said? (2031-04-20, or 2031-04 when the day is not known) ", read),
        }
    }

    /// The very words, or those of who enters them.
    fn words(
        &self,
        stance: Stance,
        site: &OpenSite,
        mail: Option<&Mail>,
        terminal: &mut Terminal<'_>,
    ) -> Result<(Option<Text>, Option<Text>), NotDone> {
        if self.quote.is_some() || self.says.is_some() {
            if let (Some(mail), Some(quote)) = (mail, &self.quote) {
                mail.says(quote.as_str()).map_err(NotDone::Refused)?;
            }
            return Ok((self.quote.clone(), self.says.clone()));
        }
        let quote = match mail {
            Some(mail) => quoted(mail, site, terminal)?,
            None => ask(terminal, "What were the exact words? (Enter: you tell it in your own) ", |said| {
                if said.is_empty() { Ok(None) } else { read(said).map(Some) }
            })?,
        };
        if quote.is_some() {
            return Ok((quote, None));
        }
        let asked = match stance {
            Stance::Mixed => "To which part, in one short sentence of your own? ",
            _ => "What did they say, in one short sentence of your own? ",
        };
        Ok((None, Some(ask(terminal, asked, read)?)))
    }

    fn title(&self, kind: EvidenceKind, terminal: &mut Terminal<'_>) -> Result<Option<Text>, NotDone> {
        if self.title.is_some() || self.document.is_some() {
            return Ok(self.title.clone());
        }
        if kind == EvidenceKind::Reply {
            return read(REPLY).map(Some).map_err(NotDone::Refused);
        }
        ask(terminal, "What is it called? (for example: Her page on the library) ", read).map(Some)
    }

    /// Where it can be looked up.
    fn place(&self, terminal: &mut Terminal<'_>) -> Result<(Option<Text>, Option<WebUrl>), NotDone> {
        if self.place.is_some() || self.url.is_some() || self.archived.is_some() || self.document.is_some() {
            return Ok((self.place.clone(), self.url.clone()));
        }
        let asked = "Where can others look it up? (a web address; of a letter, where it is kept: our file of letters) ";
        ask(terminal, asked, |said| match said.parse::<WebUrl>() {
            Ok(url) => Ok((None, Some(url))),
            Err(_) => read(said).map(|place| (Some(place), None)),
        })
    }
}

/// What a command line needs by way of words, where nobody is there to choose them.
fn words_needed(mail: Option<&Mail>) -> &'static str {
    match mail {
        Some(_) => "--quote, words that stand in the mail",
        None => "--quote, the very words, or --says, in your own",
    }
}
