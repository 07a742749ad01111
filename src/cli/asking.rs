//! Questions to a person at the terminal, each asked until its answer can be read.

use super::Terminal;
use crate::atoms::Slug;
use crate::desk::{Fitting, NotDone, checker};
use crate::model::Campaign;

/// Asks until the answer can be read.
///
/// # Errors
/// When no answer comes any more.
pub(super) fn ask<T>(
    terminal: &mut Terminal<'_>,
    question: &str,
    mut read: impl FnMut(&str) -> Result<T, String>,
) -> Result<T, NotDone> {
    loop {
        let answer = terminal
            .ask(question)
            .ok_or_else(|| NotDone::Refused("no answer came; nothing more was written".into()))?;
        match read(&answer) {
            Ok(read) => return Ok(read),
            Err(why) => terminal.complain(format_args!("  {why}\n")),
        }
    }
}

/// Who sits at the terminal.
pub(super) fn asked_by(campaign: &Campaign, terminal: &mut Terminal<'_>) -> Result<Slug, NotDone> {
    let checkers: Vec<&str> = campaign.site.checkers.keys().map(Slug::as_str).collect();
    ask(terminal, &format!("Who are you? ({}) ", checkers.join(", ")), |said| {
        let by: Slug = read(said)?;
        checker(&by, campaign).map(|()| by)
    })
}

/// Reads an answer; why it cannot be read, when it cannot.
pub(super) fn read<T: std::str::FromStr<Err: std::fmt::Display>>(said: &str) -> Result<T, String> {
    said.parse().map_err(|malformed| format!("{malformed}"))
}

/// How many things are listed of those that fit.
const LISTED: usize = 30;

/// The one thing that fits; of several, the one that somebody chooses.
///
/// # Errors
/// When several fit and nobody is there to choose.
pub(super) fn one<T>(
    fits: Fitting<T>,
    words: &str,
    label: impl Fn(&T) -> String,
    terminal: &mut Terminal<'_>,
) -> Result<T, NotDone> {
    let mut several = match fits {
        Fitting::One(one) => return Ok(one),
        Fitting::Several(several) => several,
    };
    let many = several.len();
    let is_asked = terminal.has_somebody();
    let number = |n: usize| if is_asked { format!("{n}  ") } else { String::new() };
    let shown = several.iter().zip(1..).take(LISTED);
    let mut list: Vec<String> = shown.map(|(one, n)| format!("  {}{}", number(n), label(one))).collect();
    if many > LISTED {
        list.push(format!("  … and {} more", many - LISTED));
    }
    let list = list.join("\n");
    if !is_asked {
        return Err(NotDone::Refused(format!(
            "“{words}” may mean {many}; say more of it, or name the id of one:\n{list}"
        )));
    }
    terminal.complain(format_args!("{list}\n"));
    let chosen = ask(terminal, &format!("Which one? (1 to {many}) "), |answer| numbered(answer, many))?;
    Ok(several.swap_remove(chosen))
}

/// The place in a list, from 0, that somebody means by a number from 1.
pub(super) fn numbered(answer: &str, many: usize) -> Result<usize, String> {
    let number = answer.parse().ok().filter(|number| (1..=many).contains(number));
    number.map(|number: usize| number - 1).ok_or_else(|| format!("please answer with a number from 1 to {many}"))
}

/// Whether an answer is a yes.
pub(super) fn is_yes(answer: &str) -> bool {
    answer.to_lowercase().starts_with('y')
}
