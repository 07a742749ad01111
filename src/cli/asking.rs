//! Questions to a person at the terminal, each asked until its answer can be read.

use super::Terminal;
use crate::atoms::{Slug, Words};
use crate::desk::{Fitting, NotDone, OpenSite, Speaker, checker};
use crate::model::Campaign;

/// What stands before what is missing where nobody can be asked for it.
pub(super) const MISSING: &str = "these are missing, and this is no terminal on which to ask for them:";

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
            Err(_) if answer.is_empty() => terminal.complain("  please answer\n"),
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

/// What the command line says, or else what somebody answers.
pub(super) fn told<T: Clone + std::str::FromStr<Err: std::fmt::Display>>(
    said: Option<&T>,
    question: &str,
    terminal: &mut Terminal<'_>,
) -> Result<T, NotDone> {
    said.map_or_else(|| ask(terminal, question, read), |said| Ok(said.clone()))
}

/// Who among some is meant, or who somebody says it is.
pub(super) fn somebody<'c>(
    words: Option<&str>,
    all: &[Speaker<'c>],
    question: &str,
    site: &OpenSite,
    terminal: &mut Terminal<'_>,
) -> Result<Speaker<'c>, NotDone> {
    let label = |speaker: &Speaker<'_>| speaker.to_string();
    if let Some(words) = words {
        let fits = Speaker::fitting(words, all).map_err(|why| site.not_found(why))?;
        return one(fits, words, label, terminal);
    }
    if !terminal.has_somebody() {
        return Err(NotDone::Refused(format!("{MISSING}\n  PERSON, by name or id")));
    }
    let fits = ask(terminal, question, |words| Speaker::fitting(words, all))?;
    let meant = one(fits, "that", label, terminal)?;
    terminal.complain(format_args!("  {meant}\n"));
    Ok(meant)
}

/// Names what is missing, when nobody is there to ask.
///
/// # Errors
/// When something is.
pub(super) fn complete(needed: &[(bool, &str)], terminal: &Terminal<'_>) -> Result<(), NotDone> {
    let missing: Vec<&str> = needed.iter().filter(|(is_there, _)| !is_there).map(|(_, what)| *what).collect();
    if missing.is_empty() || terminal.has_somebody() {
        return Ok(());
    }
    let missing = missing.join("\n  ");
    Err(NotDone::Refused(format!("{MISSING}\n  {missing}")))
}

/// The words of a closed list.
pub(super) fn words<W: Words>() -> String {
    W::ALL.iter().map(|word| word.word()).collect::<Vec<_>>().join(", ")
}

/// How many things are listed of those that fit.
pub(super) const LISTED: usize = 30;

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

/// Whether an answer is a yes: the whole word or its first letter, so that a slip of the hand is none.
pub(super) fn is_yes(answer: &str) -> bool {
    is(answer, "yes")
}

/// Whether an answer is a word, or its first letter.
pub(super) fn is(answer: &str, word: &str) -> bool {
    let answer = answer.to_lowercase();
    answer == word || answer == word[..1]
}
