use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::check::everything;
use super::site::{NOTHING_TO_SEE, folder};
use super::status_page::write_page;
use super::{Exit, Ran, Terminal};
use crate::atoms::Slug;
use crate::check::placeholders;
use crate::desk::{
    Covered, Errand, ErrandItem, ErrandKind, LookedOver, NotDone, RoundResult, WhatNext, documents_left, known,
    what_next,
};
use crate::diagnostic::harmless_json;
use crate::model::{Campaign, Overrides};
use crate::pipeline::{self, Planned};

/// Say what is to be done next, and how far you are.
///
/// Who has yet to answer, what waits for a second pair of eyes, what is left to read, and what is missing before the site can be
/// published. Each line says what does it; “--list” names each piece. Days are counted from today, or from the day of the
/// records (“as_of”) where that is later.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings status                               the whole in short
  hustings status --election parl.2015-05-07    one election
  hustings status --by sam                      of the answers to confirm, those that Sam may confirm
  hustings status --list waiting                everybody who has yet to answer
  hustings status --list documents              every document, and what is left to read of it
  hustings status --coverage                    how far you are, by nation, region and party
  hustings status --format json                 all of it, for a program
  hustings status --html ../status.html         all of it as a private page, to print or to pass on

A document counts as read once somebody has recorded a reading of the whole that looked for every
question of its election, and as many others as the site asks for have repeated it.")]
pub(super) struct StatusArgs {
    /// One election only.
    #[arg(long, value_name = "ID")]
    election: Option<String>,
    /// Who you are, as “checkers” in hustings.yaml says: only answers that you may confirm are counted as such.
    #[arg(long, value_name = "ID")]
    by: Option<Slug>,
    /// List each piece of one thing that is to be done.
    #[arg(long, value_enum, value_name = "WHAT", hide_possible_values = false)]
    list: Option<ErrandKind>,
    /// Print how far you are, by nation, region and party.
    #[arg(long, conflicts_with = "list")]
    coverage: bool,
    /// In what form to print.
    #[arg(long, value_enum, default_value_t, conflicts_with_all = ["list", "coverage"])]
    format: StatusShape,
    /// Write it as a private page into this file, relative to the site's folder. It is never part of the site.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["list", "coverage", "format"])]
    html: Option<PathBuf>,
}

/// In what form the status is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum StatusShape {
    /// For people.
    #[default]
    Text,
    /// One JSON object.
    Json,
}

pub(super) fn run(args: &StatusArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let root = folder(directory)?;
    let mut planned = pipeline::prepare(&root, &Overrides::on(terminal.today))?;
    let found = everything(&mut planned, Some(terminal.today));
    let Planned { site, sources, .. } = planned;
    let Some((campaign, _)) = &site else {
        return Err(NotDone::Wrong { found, sources, undone: NOTHING_TO_SEE });
    };
    if args.list == Some(ErrandKind::Documents) {
        return args.documents(campaign, terminal);
    }
    let placeholders = placeholders(campaign, &sources);
    let site = LookedOver { campaign, found, placeholders, today: terminal.today };
    let next = what_next(&site, args.election.as_deref(), args.by.as_ref())?;
    if let Some(file) = &args.html {
        let written = write_page(&root, file, &next)?;
        terminal
            .say(format_args!("Wrote {}: for you alone, it names people who have not answered.", written.display()));
        return Ok(Exit::Clean);
    }
    match (args.list, args.format) {
        (Some(kind), _) => terminal.print(list(&next, kind))?,
        _ if args.coverage => terminal.print(coverage(&next.coverage))?,
        (None, StatusShape::Json) => {
            let json = serde_json::to_string_pretty(&next).unwrap_or_else(|error| unreachable!("{error}"));
            terminal.print_shown(format!("{}\n", harmless_json(&json)))?;
        }
        (None, StatusShape::Text) => terminal.print(short(&next))?,
    }
    Ok(Exit::Clean)
}

impl StatusArgs {
    /// Each document, in groups by what is left to read.
    fn documents(&self, campaign: &Campaign, terminal: &mut Terminal<'_>) -> Ran {
        let all = campaign.elections.iter();
        let elections = match &self.election {
            Some(id) => vec![known("election", id, all, |election| election.id.as_str())?],
            None => all.collect(),
        };
        for election in elections {
            terminal.print(documents_left(campaign, election))?;
        }
        Ok(Exit::Clean)
    }
}

/// How many pieces are told at once of what is told in full.
const SHOWN: usize = 5;

/// The whole on a screen.
fn short(next: &WhatNext) -> String {
    let mut out = format!("{}: what is to be done next\n{}\n", next.site, days(next));
    if next.may_be_incomplete {
        out.push_str("There are errors in the records: what they hide is missing here.\n");
    }
    for whole in next.coverage.iter().filter(|part| part.by == "election") {
        let _ = writeln!(out, "\n{} ({})\n  {}", whole.name, whole.election, extent(whole));
        for round in next.rounds.iter().filter(|round| round.election == whole.election) {
            let _ = writeln!(out, "  {}", outcome(round));
        }
    }
    if next.coverage.is_empty() {
        out.push_str("\nThere is no election on record yet: “hustings import candidates” brings in a list.\n");
    }
    out.push('\n');
    for errand in &next.errands {
        let _ = writeln!(out, "{}\n    {}", mark_list(errand), errand.how);
        if matches!(errand.kind, ErrandKind::Dates | ErrandKind::Publish) {
            errand.items.iter().take(SHOWN).for_each(|item| {
                let _ = writeln!(out, "    - {}", item.what);
            });
            if errand.count > SHOWN {
                let _ = writeln!(out, "    - and {} more", errand.count - SHOWN);
            }
        }
    }
    if next.errands.is_empty() {
        out.push_str("Nothing is left to do.\n");
    }
    out
}

/// From which day days are counted, and why.
pub(super) fn days(next: &WhatNext) -> String {
    let WhatNext { today, as_of, counted_from, .. } = next;
    match today.cmp(as_of) {
        std::cmp::Ordering::Equal => format!("Today, {today}, is the day of the records (as_of)."),
        std::cmp::Ordering::Greater => format!("Days are counted from today, {today}. The records are as of {as_of}."),
        std::cmp::Ordering::Less => {
            format!(
                "Days are counted from {counted_from}, the day of the records (as_of): it is later than today, {today}."
            )
        }
    }
}

/// How far an election or a part of it is.
pub(super) fn extent(part: &Covered) -> String {
    let Covered { candidates, asked, answered, known, .. } = part;
    format!("{candidates} stand: {asked} asked, {answered} with an answer on record, {known} with that or a party line")
}

/// What came of a round.
pub(super) fn outcome(round: &RoundResult) -> String {
    let RoundResult { id, deadline, asked, .. } = round;
    let parts = [
        (round.answered, "answered all"),
        (round.in_part, "answered in part"),
        (round.waiting, "have yet to answer"),
        (round.no_reply, "did not answer"),
        (round.not_reached, "more not reached"),
    ];
    let parts: Vec<String> =
        parts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
    format!("{id}, answers by {deadline}: {asked} asked; {}", parts.join(", "))
}

/// What an errand is, and what lists its pieces.
fn mark_list(errand: &Errand) -> String {
    let name = errand.kind.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
    format!("{} [{name}]", errand.what)
}

/// Each piece of one errand.
fn list(next: &WhatNext, kind: ErrandKind) -> String {
    let Some(errand) = next.errands.iter().find(|errand| errand.kind == kind) else {
        return "Nothing of this is left to do.\n".to_owned();
    };
    let mut out = format!("{}\n{}\n", errand.what, errand.how);
    for item in &errand.items {
        let _ = writeln!(out, "  {}{}", place(item), item.what);
    }
    out
}

/// Where a piece is, before what it is.
fn place(item: &ErrandItem) -> String {
    match (&item.file, item.line) {
        (Some(file), Some(line)) => format!("{file}:{line}: "),
        (Some(file), None) => format!("{file}: "),
        (None, _) => String::new(),
    }
}

fn coverage(parts: &[Covered]) -> String {
    let mut out = String::new();
    for part in parts {
        let _ = match part.by {
            "election" => writeln!(out, "{} ({})\n  {}", part.name, part.election, extent(part)),
            by => writeln!(out, "  {by} {}: {}", part.name, extent(part)),
        };
    }
    out
}
