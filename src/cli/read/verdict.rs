use jiff::civil::Date;

use super::{Args, Desk, Terminal};
use crate::atoms::{QuestionId, Seen, Slug, near};

/// What a reader found in a document.
#[derive(Debug, Clone)]
pub(super) struct Verdict {
    pub(super) by: Slug,
    pub(super) date: Date,
    pub(super) seen: Seen,
    pub(super) whole: bool,
    pub(super) looked_for: Vec<QuestionId>,
    pub(super) found: Vec<QuestionId>,
}

impl Verdict {
    /// The verdict that a command line gives, or why it cannot be one.
    pub(super) fn of(args: &Args, by: &Slug, date: Date, desk: &Desk<'_>) -> Result<Self, String> {
        let of_election = || desk.questions.iter().map(|question| question.id().clone());
        let looked_for = if args.looked_for.is_empty() { of_election().collect() } else { args.looked_for.clone() };
        let found = match &args.found[..] {
            [] => return Err("nothing says what was found; name the questions with --found, or “--found none”".into()),
            [none] if none == "none" => Vec::new(),
            ids => ids.iter().map(|id| id.parse().map_err(|e| format!("{e}"))).collect::<Result<Vec<_>, _>>()?,
        };
        let verdict = Self { by: by.clone(), date, seen: args.seen, whole: args.whole, looked_for, found };
        verdict.judge(desk)?;
        Ok(verdict)
    }

    /// Whether `hustings check` would take it.
    fn judge(&self, desk: &Desk<'_>) -> Result<(), String> {
        let checkers = &desk.campaign.site.checkers;
        if !checkers.contains_key(&self.by) {
            let known: Vec<&str> = checkers.keys().map(Slug::as_str).collect();
            let meant = meant(self.by.as_str(), &known);
            return Err(format!(
                "“{}” is not among the checkers of hustings.yaml: {}{meant}",
                self.by,
                known.join(", ")
            ));
        }
        let known = |id: &&QuestionId| desk.questions.iter().any(|question| question.id() == *id);
        if let Some(id) = self.looked_for.iter().chain(&self.found).find(|id| !known(id)) {
            let known: Vec<&str> = desk.questions.iter().map(|question| question.id().as_str()).collect();
            return Err(format!(
                "{} does not put the question “{id}”, but {}{}",
                desk.document.election,
                known.join(", "),
                meant(id.as_str(), &known)
            ));
        }
        if let Some(id) = self.found.iter().find(|id| !self.looked_for.contains(id)) {
            return Err(format!("“{id}” was found, and is not among those looked for"));
        }
        if self.seen == Seen::Described {
            return Err("who only knows what somebody wrote about it has not read it".into());
        }
        if let Some(why) = crate::cli::after_as_of(self.date, desk.campaign) {
            return Err(why);
        }
        Ok(())
    }
}

/// The id that may be meant by one that is not known, as a question at the end of a sentence.
fn meant(id: &str, known: &[&str]) -> String {
    near(id, known.iter().copied()).map(|near| format!("; did you mean “{near}”?")).unwrap_or_default()
}

/// Asks a person at the terminal what they found; nothing when nobody is there, or they do not want to say.
pub(super) fn ask(desk: &Desk<'_>, seen: Seen, date: Date, terminal: &mut Terminal<'_>) -> Option<Verdict> {
    let checkers: Vec<&str> = desk.campaign.site.checkers.keys().map(Slug::as_str).collect();
    let by = terminal.ask(format_args!("\nWho read it? ({}; nothing: record nothing) ", checkers.join(", ")))?;
    let by: Slug = by.parse().ok()?;
    let whole = yes(&terminal.ask("Did you read the whole of it? (y/n) ")?);
    let (mut looked_for, mut found) = (Vec::new(), Vec::new());
    for question in &desk.questions {
        let asked = format!("{}\n  Does it speak of this? (y/n, nothing: did not look) ", question.wording().ask);
        let answer = terminal.ask(asked).unwrap_or_default();
        if !answer.is_empty() {
            looked_for.push(question.id().clone());
            found.extend(yes(&answer).then(|| question.id().clone()));
        }
    }
    let verdict = Verdict { by, date, seen, whole, looked_for, found };
    if let Err(why) = verdict.judge(desk) {
        terminal.complain(format_args!("error: {why}\n"));
        return None;
    }
    let sure = terminal.ask(format_args!("Write this into {}? (y/n) ", desk.document.file))?;
    yes(&sure).then_some(verdict)
}

fn yes(answer: &str) -> bool {
    answer.to_lowercase().starts_with('y')
}
