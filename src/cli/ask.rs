use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::asking::{ask, one, read};
use super::saving::Agreeing;
use super::{Exit, Ran, Terminal, open};
use crate::atoms::{PersonId, Slug, Text};
use crate::desk::{
    AskedPeople, Asking, Contacts, Letters, NewOutcome, NotDone, OpenSite, OutcomeWord, RecordedOutcomes, Speaker,
    Within, known, record_outcomes, round_of, speakers,
};
use crate::model::{Campaign, Election};
use crate::plan::PageKind;

/// Ask candidates: write a letter to each, and record who was asked what.
///
/// Each person gets one letter, with the questions that they have not answered. Addresses come from private/contacts.csv, with the columns
/// id, name and email; the letters go into private/letters/ROUND/, ready to be sent by you: hustings sends nothing. That folder is
/// never published. Afterwards --outcome says whom it did not reach.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings ask first-letter --election example.2031-05-01 --deadline 2031-04-27 --dry-run
                               show who would be asked what
  hustings ask first-letter --election example.2031-05-01 --deadline 2031-04-27
  hustings ask reminder --ballot example.old-quay.2031-05-01 --questions clock-at-night \\
      --deadline 2031-04-28 --paper --how 'by letter through the door'
                               no addresses needed: letters to print
  hustings ask first-letter --outcome bounced asha 900104
                               these did not arrive
  hustings ask first-letter --outcomes came-back.csv
                               the same of many: columns id, outcome, and date or because if you like")]
pub(super) struct AskArgs {
    /// What you call the round: first-letter.
    #[arg(value_name = "ROUND")]
    round: Slug,
    /// With --outcome: of whom it is true; a part of the name, or an id.
    #[arg(value_name = "PERSON", requires = "outcome")]
    people: Vec<String>,
    /// The election; needed when the site has several.
    #[arg(long, value_name = "ID")]
    election: Option<String>,
    /// Only the candidates on this ballot; may be given more than once.
    #[arg(long, value_name = "ID")]
    ballot: Vec<String>,
    /// Only these questions, with commas between them.
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    questions: Vec<String>,
    /// The last day on which an answer is in time.
    #[arg(long, value_name = "DATE", value_parser = super::day)]
    deadline: Option<Date>,
    /// How you ask, in a few words; “by e-mail” or, with --paper, “by letter” when left out.
    #[arg(long, value_name = "TEXT")]
    how: Option<Text>,
    /// Keep all replies off the site until this day, so that nobody reads an answer before giving theirs.
    #[arg(long, value_name = "DATE", value_parser = super::day)]
    publish_after: Option<Date>,
    /// When you ask, today when left out; or with --outcome, when you learned of it.
    #[arg(long, value_name = "DATE", value_parser = super::day)]
    on: Option<Date>,
    /// Ask everybody on paper, without any addresses.
    #[arg(long)]
    paper: bool,
    /// Say what came of it for some people: bounced, returned, no-address, not-sent, not-reached or not-asked.
    #[arg(long, value_name = "WORD", requires = "people", conflicts_with_all = ASKS)]
    outcome: Option<OutcomeWord>,
    /// The same of many people, from a table.
    #[arg(long, value_name = "FILE", conflicts_with_all = ASKS, conflicts_with = "outcome")]
    outcomes: Option<PathBuf>,
    /// With --outcome or --outcomes: why, in a short sentence. It is published.
    #[arg(long, value_name = "TEXT", conflicts_with_all = ASKS)]
    because: Option<Text>,
    #[command(flatten)]
    agreeing: Agreeing,
}

/// What only goes with asking itself.
const ASKS: [&str; 6] = ["ballot", "questions", "deadline", "how", "paper", "publish_after"];

pub(super) fn run(args: &AskArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let site = open(directory, terminal)?;
    match args.outcome.is_some() || args.outcomes.is_some() {
        true => args.came_of_it(&site, terminal),
        false if args.because.is_some() => Err(NotDone::Refused("--because goes with --outcome or --outcomes".into())),
        false if !args.people.is_empty() => Err(NotDone::Refused(
            "people are named to say what came of a round, with --outcome; whom to ask, --ballot says".into(),
        )),
        false => args.ask(&site, terminal),
    }
}

impl AskArgs {
    fn ask(&self, site: &OpenSite, terminal: &mut Terminal<'_>) -> Ran {
        let campaign = site.whole_campaign("nobody was asked")?;
        let election = self.election(campaign)?;
        let usual = if self.paper { "by letter" } else { "by e-mail" };
        let asking = Asking {
            id: self.round.clone(),
            election,
            ballots: Asking::ballots(election, &self.ballot)?,
            questions: Asking::questions(election, &self.questions)?,
            date: self.on.unwrap_or_else(|| site.day()),
            deadline: self.deadline(terminal)?,
            publish_after: self.publish_after,
            how: self.how.clone().map_or_else(|| read(usual).map_err(NotDone::Refused), Ok)?,
        };
        asking.judge()?;
        let contacts = if self.paper { None } else { Some(Contacts::read(&site.root)?) };
        let people = asking.people(contacts.as_ref())?;
        let letters = Letters::write(&asking, &people, campaign, site, &page_for_candidates(campaign))?;
        let folder = letters.folder.display().to_string();
        let change = asking.propose(site, &people, letters)?;
        let is_saved = self.agreeing.save(change, (&asking.file(), &[]), terminal)?;
        let is_trial = self.agreeing.saving.dry_run;
        if is_saved || is_trial {
            tell(&asking, &people, &folder, is_trial, terminal);
        }
        if is_saved && asking.date > campaign.site.as_of {
            let as_of = campaign.site.as_of;
            terminal.say(format!("Pages are as of {as_of}: “hustings as-of {}” shows this round.", asking.date));
        }
        Ok(Exit::Clean)
    }

    /// The election that is meant: by its id, by its ballots, or as the only one.
    fn election<'c>(&self, campaign: &'c Campaign) -> Result<&'c Election, NotDone> {
        if let Some(id) = &self.election {
            return known("election", id, campaign.elections.iter(), |election| election.id.as_str());
        }
        let has = |election: &&Election| {
            self.ballot.iter().any(|id| election.ballots.iter().any(|ballot| ballot.id.as_str() == id))
        };
        let ids = || campaign.elections.iter().map(|election| election.id.as_str()).collect::<Vec<_>>().join(", ");
        let all: Vec<&Election> = match self.ballot.is_empty() {
            true => campaign.elections.iter().collect(),
            false => campaign.elections.iter().filter(has).collect(),
        };
        match (&all[..], &self.ballot[..]) {
            ([one], _) => Ok(one),
            ([], [id, ..]) => {
                let ballots = campaign.elections.iter().flat_map(|election| &election.ballots);
                known("ballot", id, ballots, |ballot| ballot.id.as_str()).and_then(|_| self.election(campaign))
            }
            ([], _) => Err(NotDone::Refused("the site has no election yet".into())),
            (_, []) => Err(NotDone::Refused(format!("say of which election, with --election: {}", ids()))),
            _ => Err(NotDone::Refused("a round belongs to one election, and these ballots to several".into())),
        }
    }

    fn deadline(&self, terminal: &mut Terminal<'_>) -> Result<Date, NotDone> {
        match self.deadline {
            Some(deadline) => Ok(deadline),
            None if terminal.has_somebody() => {
                ask(terminal, "By which day should they answer? (for example 2031-05-04) ", |said| {
                    super::day(said).map_err(|malformed| malformed.to_string())
                })
            }
            None => Err(NotDone::Refused("say by which day they should answer, with --deadline".into())),
        }
    }

    /// Records what came of a round.
    fn came_of_it(&self, site: &OpenSite, terminal: &mut Terminal<'_>) -> Ran {
        let campaign = site.campaign("nothing was written")?;
        let (election, round) = round_of(&self.round, self.election.as_deref(), campaign)?;
        let (outcomes, people) = match (&self.outcomes, self.outcome) {
            (Some(file), _) => (NewOutcome::read(file, self.because.as_ref(), self.on)?, Vec::new()),
            (None, Some(word)) => self.of_people(word, election, campaign, terminal)?,
            (None, None) => Default::default(),
        };
        let RecordedOutcomes { change, file, new, known } = record_outcomes(site, (election, round), &outcomes)?;
        let agreeing = Agreeing { yes: self.agreeing.yes || new == 0, ..self.agreeing };
        if agreeing.save(change, (&file, &people), terminal)? {
            let known = if known == 0 { String::new() } else { format!("; {known} on record already") };
            terminal.say(format!("{file}: recorded for {}{known}.", people_in_words(new)));
        }
        Ok(Exit::Clean)
    }

    /// What came of it for the people who are named, and who they are.
    fn of_people<'c>(
        &self,
        word: OutcomeWord,
        election: &Election,
        campaign: &'c Campaign,
        terminal: &mut Terminal<'_>,
    ) -> Result<(Vec<NewOutcome>, Vec<Speaker<'c>>), NotDone> {
        let mut all = speakers(campaign, &Within { election: Some(election.id.to_string()), ballot: None })?;
        all.retain(|speaker| matches!(speaker, Speaker::Candidate { .. }));
        let (mut outcomes, mut people) = (Vec::new(), Vec::new());
        for words in &self.people {
            let fits = Speaker::fitting(words, &all).map_err(NotDone::Refused)?;
            let speaker = one(fits, words, ToString::to_string, terminal)?;
            let person: PersonId = read(speaker.id()).map_err(NotDone::Refused)?;
            let outcome = NewOutcome::of(person, word, self.because.clone(), self.on);
            outcomes.push(outcome.map_err(NotDone::Refused)?);
            people.push(speaker);
        }
        Ok((outcomes, people))
    }
}

/// Says who was asked, and who was not.
fn tell(asking: &Asking<'_>, people: &AskedPeople<'_>, folder: &str, is_trial: bool, terminal: &mut Terminal<'_>) {
    let questions: usize = people.asked.iter().map(|one| one.questions.len()).sum();
    let asked = people_in_words(people.asked.len());
    let put = if questions == 1 { "1 question".to_owned() } else { format!("{questions} questions in all") };
    let asks = if is_trial { "would ask" } else { "asks" };
    terminal.say(format!("{}: {asks} {asked} {put}, to answer by {}.", asking.file(), asking.deadline));
    if people.answered > 0 {
        terminal.say(format!("Left out {} who answered already.", people_in_words(people.answered)));
    }
    if !people.unreachable.is_empty() {
        let many = people.unreachable.len();
        let whom = if many == 1 { "1 person has".to_owned() } else { format!("{many} people have") };
        terminal.say(format!("{whom} no address, which is put down as “not reached”: see {folder}/no-address.csv."));
    }
    if is_trial {
        return;
    }
    terminal.say(format!("Letters: {folder}/. Send them yourself; nothing was sent."));
}

fn people_in_words(many: usize) -> String {
    if many == 1 { "1 person".to_owned() } else { format!("{many} people") }
}

/// The address of the page for candidates; empty where the site has no address.
fn page_for_candidates(campaign: &Campaign) -> String {
    let page = PageKind::ForCandidates.row().word;
    campaign.site.base_url.as_ref().map(|base| format!("{base}{}/index.html", page)).unwrap_or_default()
}
