//! What a list of candidates leaves open, asked of whoever imports it.

use std::path::Path;

use super::Terminal;
use super::asking::{ask, numbered, read};
use crate::atoms::Words as _;
use crate::country::uk::Nation;
use crate::desk::NotDone;
use crate::import::{CandidateOptions, SaidColumn, SaidParty, UnclearParty, Unsaid, unsaid};

/// Asks for all that a list leaves open, one thing after the other.
///
/// # Errors
/// When no answer comes any more, or the list or the records cannot be read.
pub(super) fn complete(
    root: &Path,
    file: &Path,
    options: &mut CandidateOptions,
    terminal: &mut Terminal<'_>,
) -> Result<(), NotDone> {
    let Unsaid { columns, headings, .. } = unsaid(root, file, options)?;
    for column in columns {
        let heading = heading(column, &headings, terminal)?;
        options.columns.push(SaidColumn { column, heading });
    }
    if unsaid(root, file, options)?.election {
        let question = "Of which election is this list? (an id such as parl.2031-05-01) ";
        options.election = Some(ask(terminal, question, read)?);
    }
    let Unsaid { parties, areas, .. } = unsaid(root, file, options)?;
    for unclear in parties {
        let said = party(&unclear, terminal)?;
        options.parties.push((unclear.name, said));
    }
    if let Some(first) = areas.first() {
        options.nation = nation(first, areas.len(), terminal)?;
    }
    Ok(())
}

/// The heading under which a column stands.
fn heading(column: &str, headings: &[String], terminal: &mut Terminal<'_>) -> Result<String, NotDone> {
    terminal.complain(numbered_list(headings.iter().map(String::as_str)));
    let what = match column {
        "name" => "the names of the candidates",
        "party" => "their parties",
        _ => "the areas where they stand",
    };
    let question = format!("Which column has {what}? (1 to {}) ", headings.len());
    ask(terminal, &question, |said| {
        let named = headings.iter().position(|heading| heading.eq_ignore_ascii_case(said));
        let at = named.map_or_else(|| numbered(said, headings.len()), Ok)?;
        Ok(headings[at].clone())
    })
}

/// The party that a name means.
fn party(unclear: &UnclearParty, terminal: &mut Terminal<'_>) -> Result<SaidParty, NotDone> {
    let known = unclear.may_be.iter().map(|(id, name)| format!("{name} ({id})"));
    let new = unclear.may_be_new.then(|| "a party that is not on record yet".to_owned());
    let choices: Vec<String> = known.chain(new).collect();
    terminal.complain(numbered_list(choices.iter().map(String::as_str)));
    let question = format!("Which party is “{}”? (1 to {}) ", unclear.name, choices.len());
    let chosen = ask(terminal, &question, |said| numbered(said, choices.len()))?;
    Ok(unclear.may_be.get(chosen).map_or(SaidParty::New, |(id, _)| SaidParty::Known(id.clone())))
}

/// The nation of the areas of which the list does not say it; nothing when nobody knows, or they lie in several.
fn nation(first: &str, many: usize, terminal: &mut Terminal<'_>) -> Result<Option<Nation>, NotDone> {
    let areas = if many == 1 { first.to_owned() } else { format!("{first} and {} more", many - 1) };
    let nations: Vec<&str> = Nation::ALL.iter().map(|nation| nation.word()).collect();
    let question = format!("In which nation do people vote: {areas}? ({}; nothing if in several) ", nations.join(", "));
    ask(terminal, &question, |said| if said.is_empty() { Ok(None) } else { read(said).map(Some) })
}

fn numbered_list<'l>(lines: impl Iterator<Item = &'l str>) -> String {
    lines.zip(1..).map(|(line, number)| format!("  {number}  {line}\n")).collect()
}
