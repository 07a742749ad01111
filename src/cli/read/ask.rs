use jiff::civil::Date;

use crate::atoms::{Seen, Slug};
use crate::cli::Terminal;
use crate::desk::{Finding, OpenDocument, Verdict};

/// Asks a person at the terminal what they found; nothing when nobody is there, or they do not want to say.
pub(super) fn ask(open: &OpenDocument<'_>, seen: Seen, date: Date, terminal: &mut Terminal<'_>) -> Option<Verdict> {
    let checkers: Vec<&str> = open.campaign.site.checkers.keys().map(Slug::as_str).collect();
    let by = terminal.ask(format_args!("\nWho read it? ({}; nothing: record nothing) ", checkers.join(", ")))?;
    let by: Slug = by.parse().ok()?;
    let whole = yes(&terminal.ask("Did you read the whole of it? (y/n) ")?);
    let (mut looked_for, mut found) = (Vec::new(), Vec::new());
    for question in &open.questions {
        let asked = format!("{}\n  Does it speak of this? (y/n, nothing: did not look) ", question.wording().ask);
        let answer = terminal.ask(asked).unwrap_or_default();
        if !answer.is_empty() {
            looked_for.push(question.id().clone());
            found.extend(yes(&answer).then(|| question.id().clone()));
        }
    }
    match Verdict::of(Finding { by, date, seen, whole, looked_for, found }, open) {
        Ok(verdict) => {
            let sure = terminal.ask(format_args!("Write this into {}? (y/n) ", open.document.file))?;
            yes(&sure).then_some(verdict)
        }
        Err(why) => {
            terminal.complain(format_args!("error: {why}\n"));
            None
        }
    }
}

fn yes(answer: &str) -> bool {
    answer.to_lowercase().starts_with('y')
}
