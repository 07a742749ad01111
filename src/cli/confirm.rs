use std::path::Path;

use clap::ValueEnum;
use jiff::civil::Date;

use super::asking::{ask, asked_by, is, is_yes};
use super::saving::Saving;
use super::shown_mark::shown_mark;
use super::{Exit, Ran, Terminal, open};
use crate::atoms::{PartialDate, Slug, Text};
use crate::desk::{
    Check, EnteredMark, Fitting, MarkPlace, NamedSigner, NotDone, OpenSite, Speaker, Verdict, Within, checker,
    entered_marks, entered_signatures, not_after_as_of, question_fitting, speakers,
};
use crate::model::PutQuestion;

/// Compare answers on record with their sources, and say whether they are right.
///
/// On a terminal it goes through all that wait for somebody other than who entered them, one by one, and keeps each answer of yours
/// at once. “No” marks an answer as disputed, with what is wrong; both texts are kept and published.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings confirm --by sam                  go through everything that waits for Sam
  hustings confirm asha --by sam             only what Asha said
  hustings confirm --by sam | less           only list it
  hustings confirm asha library --by sam --answer yes
  hustings confirm asha library --by sam --answer no --why 'The letter speaks of Sundays.'

What only others report can never be confirmed, and is not asked about.")]
pub(super) struct ConfirmArgs {
    /// Only what this person or party answered or signed: a part of the name, or an id.
    #[arg(value_name = "PERSON")]
    person: Option<String>,
    /// Only answers to this question: its id, or a part of its short form; or only signatures of the pledge with this id.
    #[arg(value_name = "QUESTION")]
    question: Option<String>,
    /// Who you are: your id among the checkers of hustings.yaml.
    #[arg(long, value_name = "CHECKER")]
    by: Option<Slug>,
    /// Your answer about one mark, without asking.
    #[arg(long, value_name = "ANSWER", requires = "by")]
    answer: Option<CheckAnswer>,
    /// With “--answer no”: what is wrong. It is published.
    #[arg(long, value_name = "TEXT", required_if_eq("answer", "no"), requires = "answer")]
    why: Option<Text>,
    /// With “--answer no”: what should be there instead. It is published.
    #[arg(long, value_name = "TEXT", requires = "why")]
    instead: Option<Text>,
    /// Only what was said on this day, when a person answered one question more than once.
    #[arg(long, value_name = "DATE")]
    said: Option<PartialDate>,
    /// When you compared it; today when left out.
    #[arg(long, value_name = "DATE", value_parser = super::day)]
    on: Option<Date>,
    #[command(flatten)]
    within: Within,
    #[command(flatten)]
    saving: Saving,
}

/// What somebody says of a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum CheckAnswer {
    /// It says what its source says.
    Yes,
    /// It does not.
    No,
    /// Not now.
    Later,
}

pub(super) fn run(args: &ConfirmArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let site = open(directory, terminal)?;
    let campaign = site.campaign("nothing was confirmed")?;
    let by = match &args.by {
        Some(by) => by.clone(),
        None if terminal.has_somebody() => asked_by(campaign, terminal)?,
        None => return Err(NotDone::Refused("say who you are, with --by and your id among the checkers".into())),
    };
    checker(&by, campaign).map_err(NotDone::Refused)?;
    let walk = Walk { args, by };
    match args.answer {
        None if !terminal.has_somebody() => walk.list(&site, terminal),
        _ => {
            not_after_as_of(args.on.unwrap_or_else(|| site.day()), campaign).map_err(NotDone::Refused)?;
            match args.answer {
                Some(told) => walk.one(told, &site, terminal),
                None => walk.all(directory, terminal),
            }
        }
    }
}

/// One person's way through what waits for a check.
struct Walk<'a> {
    args: &'a ConfirmArgs,
    by: Slug,
}

impl Walk<'_> {
    /// The marks that are meant, whether they wait or not.
    fn meant<'s>(&self, site: &'s OpenSite) -> Result<Vec<EnteredMark<'s>>, NotDone> {
        let campaign = site.campaign("nothing was confirmed")?;
        let mut all = speakers(campaign, &self.args.within)?;
        let mut named = NamedSigner::all(campaign, &self.args.within)?;
        if let Some(words) = &self.args.person {
            named = NamedSigner::fitting(words, &named);
            all = match Speaker::fitting(words, &all) {
                Ok(fits) => several(fits),
                Err(why) if named.is_empty() => return Err(site.not_found(why)),
                Err(_) => Vec::new(),
            };
        }
        let mut marks = entered_marks(&all);
        marks.extend(entered_signatures(campaign, &all, &named));
        let pledge = |words: &String| campaign.pledges.iter().find(|pledge| pledge.id.as_str() == *words);
        if let Some(pledge) = self.args.question.as_ref().and_then(pledge) {
            let is_topic = |mark: &EnteredMark<'_>| self.args.question.as_deref() == Some(mark.topic());
            marks.retain(|mark| *mark.file() == pledge.file || is_topic(mark));
        } else if let Some(words) = &self.args.question {
            let mut put: Vec<&PutQuestion> = all.iter().flat_map(Speaker::questions).collect();
            put.sort_by_key(|put| put.id());
            put.dedup_by_key(|put| put.id());
            let put = several(question_fitting(words, &put).map_err(NotDone::Refused)?);
            marks.retain(|mark| put.iter().any(|put| put.id().as_str() == mark.topic()));
        }
        marks.retain(|mark| self.args.said.is_none_or(|said| mark.mark.date == said));
        Ok(marks)
    }

    /// Those that wait for a check by this person.
    fn waiting<'s>(&self, site: &'s OpenSite) -> Result<Vec<EnteredMark<'s>>, NotDone> {
        let mut marks = self.meant(site)?;
        marks.retain(|mark| mark.not_for(&self.by).is_none());
        Ok(marks)
    }

    /// Prints what waits.
    fn list(&self, site: &OpenSite, terminal: &mut Terminal<'_>) -> Ran {
        let waiting = self.waiting(site)?;
        for mark in &waiting {
            terminal.print(format_args!("{}\n", shown_mark(mark)))?;
        }
        terminal.say(counted(waiting.len(), &self.by));
        Ok(Exit::Clean)
    }

    /// Takes an answer about the one mark that is meant.
    fn one(&self, told: CheckAnswer, site: &OpenSite, terminal: &mut Terminal<'_>) -> Ran {
        let waiting = self.waiting(site)?;
        match &waiting[..] {
            [mark] => match self.verdict(told) {
                Some(verdict) => self.record(mark, verdict, site, terminal)?,
                None => terminal.say("Left for later."),
            },
            [] => return Err(NotDone::Refused(self.nothing(site)?)),
            many => {
                let list: Vec<String> = many.iter().map(|mark| format!("  {}", named(mark))).collect();
                let (count, list) = (many.len(), list.join("\n"));
                return Err(NotDone::Refused(format!(
                    "{count} answers wait for a check by {}; name one by PERSON, QUESTION and --said:\n{list}",
                    self.by
                )));
            }
        }
        Ok(Exit::Clean)
    }

    fn verdict(&self, told: CheckAnswer) -> Option<Verdict> {
        match told {
            CheckAnswer::Yes => Some(Verdict::Right),
            CheckAnswer::No => {
                let because = self.args.why.clone()?;
                Some(Verdict::Wrong { because, other_text: self.args.instead.clone() })
            }
            CheckAnswer::Later => None,
        }
    }

    /// Why nothing that is meant waits.
    fn nothing(&self, site: &OpenSite) -> Result<String, NotDone> {
        let meant = self.meant(site)?;
        let why = meant.iter().filter_map(|mark| Some(format!("\n  {}: {}", named(mark), mark.not_for(&self.by)?)));
        let why: String = why.collect();
        let by = &self.by;
        Ok(match why.is_empty() {
            true => "no such answer is on record yet: “hustings record” enters one".to_owned(),
            false => format!("no such answer waits for a check by {by}:{why}"),
        })
    }

    /// Asks about each that waits. The site is opened anew for each, since records change meanwhile.
    fn all(&self, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
        let mut later: Vec<MarkPlace> = Vec::new();
        loop {
            let site = open(directory, terminal)?;
            let mut left = self.waiting(&site)?;
            let mut places = left.iter().map(|mark| mark.place(&site)).collect::<Result<Vec<_>, _>>()?.into_iter();
            left.retain(|_| places.next().is_some_and(|place| !later.contains(&place)));
            let Some(mark) = left.first() else { break };
            terminal.complain(format_args!("{} to go\n{}\n", left.len(), shown_mark(mark)));
            let Some(verdict) = asked(terminal)? else { break };
            if site.is_outdated(mark.file()) {
                terminal.say("Somebody has changed this file in the meantime. Here it is again.");
                continue;
            }
            match verdict {
                Some(verdict) if !self.args.saving.dry_run => self.record(mark, verdict, &site, terminal)?,
                verdict => {
                    later.push(mark.place(&site)?);
                    verdict.map_or(Ok(()), |verdict| self.record(mark, verdict, &site, terminal))?;
                }
            }
        }
        let left = self.waiting(&open(directory, terminal)?)?.len();
        terminal.say(counted(left, &self.by));
        Ok(Exit::Clean)
    }

    /// Writes down what was found, at once.
    fn record(
        &self,
        mark: &EnteredMark<'_>,
        verdict: Verdict,
        site: &OpenSite,
        terminal: &mut Terminal<'_>,
    ) -> Result<(), NotDone> {
        let campaign = site.campaign("nothing was confirmed")?;
        let date = self.args.on.unwrap_or_else(|| site.day());
        let done = match (&verdict, mark.missing_checks(campaign)) {
            (Verdict::Wrong { .. }, _) => "marked as disputed".to_owned(),
            (Verdict::Right, 0 | 1) => "confirmed".to_owned(),
            (Verdict::Right, 2) => "checked; one more check is needed".to_owned(),
            (Verdict::Right, missing) => format!("checked; {} more people have to", missing - 1),
        };
        let check = Check { by: self.by.clone(), date, verdict };
        self.args.saving.save(mark.record(site, &check)?, &(), terminal)?;
        if !self.args.saving.dry_run {
            terminal.say(format_args!("{}: {done}.", named(mark)));
        }
        Ok(())
    }
}

/// What somebody says of the mark that is shown: `None` when they stop, `Some(None)` for later.
fn asked(terminal: &mut Terminal<'_>) -> Result<Option<Option<Verdict>>, NotDone> {
    loop {
        let Some(said) = terminal.ask("Does the source say so? (y: yes, n: no, Enter: later, q: quit) ") else {
            return Ok(None);
        };
        return match said.as_str() {
            "" => Ok(Some(None)),
            yes if is_yes(yes) => Ok(Some(Some(Verdict::Right))),
            quit if is(quit, "quit") => Ok(None),
            no if is(no, "no") => wrong(terminal).map(|verdict| Some(Some(verdict))),
            _ => {
                terminal.complain("  please answer y, n or q, or press Enter to decide later\n");
                continue;
            }
        };
    }
}

/// What is wrong with a mark.
fn wrong(terminal: &mut Terminal<'_>) -> Result<Verdict, NotDone> {
    let read = |said: &str| said.parse::<Text>().map_err(|_| "please say what is wrong, in one sentence".to_owned());
    let because = ask(terminal, "What is wrong? (it is published) ", read)?;
    let instead = terminal.ask("What should be there instead? (it is published; Enter: leave it out) ");
    Ok(Verdict::Wrong { because, other_text: instead.and_then(|instead| instead.parse().ok()) })
}

fn several<T>(fits: Fitting<T>) -> Vec<T> {
    match fits {
        Fitting::One(one) => vec![one],
        Fitting::Several(several) => several,
    }
}

/// A mark in a few words.
fn named(mark: &EnteredMark<'_>) -> String {
    format!("{}, {}, {}", mark.whose(), mark.topic(), mark.mark.date)
}

fn counted(waiting: usize, by: &Slug) -> String {
    match waiting {
        0 => format!("There is nothing to check for {by}."),
        1 => format!("1 answer waits for a check by {by}."),
        n => format!("{n} answers wait for a check by {by}."),
    }
}
