use clap::ValueEnum;

use super::{Exit, Ran, Terminal};
use crate::desk::NotDone;
use crate::diagnostic::{Diagnostic, Diagnostics, FileName, Format, Severity, Sources, render, told_together};

/// In what form diagnostics are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportShape {
    /// For people, with the line of the file.
    #[default]
    Text,
    /// One JSON array on standard output.
    Json,
    /// Workflow annotations of GitHub Actions on standard output.
    Github,
}

/// How many problems are printed for people, unless they ask for all.
pub(super) const MOST: usize = 200;

/// Prints everything that is wrong with a site, and says how the run ends. JSON always holds all.
///
/// # Errors
/// When it cannot be printed.
pub(super) fn everything(
    found: Diagnostics,
    sources: &Sources,
    shape: ReportShape,
    strict: bool,
    terminal: &mut Terminal<'_>,
) -> Ran {
    let found = found.distinct();
    let (errors, warnings) = found.counts();
    let quiet = terminal.loudness == super::terminal::Loudness::Quiet;
    let mut all = found.sorted();
    if quiet && !strict {
        all.retain(|d| d.severity() == Severity::Error);
    }
    let format = match shape {
        ReportShape::Text => Format::Text { colour: terminal.out_colour },
        ReportShape::Json => Format::Json,
        ReportShape::Github => Format::Github,
    };
    if shape == ReportShape::Text && !terminal.all_problems {
        all = told_together(all);
    }
    let (shown, left_out) = if format == Format::Json { (all, 0) } else { first(all, terminal.all_problems) };
    terminal.print_shown(render(&shown, sources, format))?;
    match (left_out, format) {
        (0, _) => {}
        (_, Format::Github) => terminal.print(format_args!("::notice::{}\n", more(left_out)))?,
        _ => terminal.print(format_args!("{}\n\n", more(left_out)))?,
    }
    terminal.say(summary(errors, warnings));
    if let (ReportShape::Text, Some(first)) = (shape, shown.first()) {
        terminal.say(format_args!("For an example and more on a code: hustings explain {}", first.code));
    }
    Ok(if errors > 0 || (strict && warnings > 0) { Exit::Errors } else { Exit::Clean })
}

/// Says why nothing was done.
pub(super) fn not_done(why: NotDone, terminal: &mut Terminal<'_>) -> Exit {
    match why {
        NotDone::Wrong { found, sources, undone } => {
            let errors = only_errors(found);
            let (count, s) = (errors.len(), if errors.len() == 1 { "" } else { "s" });
            let (shown, left_out) = first(errors, terminal.all_problems);
            terminal.complain_shown(render(&shown, &sources, Format::Text { colour: terminal.err_colour }));
            if left_out > 0 {
                terminal.complain(format_args!("{}\n\n", more(left_out)));
            }
            terminal.complain(format!("{count} error{s}: {undone}\n"));
            Exit::Errors
        }
        NotDone::Refused(why) => {
            terminal.complain(format_args!("error: {why}\n"));
            Exit::Usage
        }
        NotDone::Failure(failure) => terminal.failure(&failure),
    }
}

/// Those that are printed, in their order, and how many are left out. Where not all have room, errors go before warnings.
fn first(problems: Vec<Diagnostic>, all: bool) -> (Vec<Diagnostic>, usize) {
    let left_out = problems.len().saturating_sub(MOST);
    if all || left_out == 0 {
        return (problems, 0);
    }
    let (mut shown, mut warnings): (Vec<_>, Vec<_>) =
        problems.into_iter().partition(|problem| problem.severity() == Severity::Error);
    shown.truncate(MOST);
    warnings.truncate(MOST - shown.len());
    shown.extend(warnings);
    shown.sort();
    (shown, left_out)
}

fn more(left_out: usize) -> String {
    let s = if left_out == 1 { "" } else { "s" };
    format!("… and {left_out} more problem{s}; --all prints every one")
}

/// The errors, sorted.
pub(super) fn only_errors(found: Diagnostics) -> Vec<Diagnostic> {
    let mut errors = found.sorted();
    errors.retain(|d| d.severity() == Severity::Error);
    errors
}

/// How many files are named among those that were passed over.
const NAMED: usize = 3;

/// Which files were passed over, since programs left them; nothing when there are none.
pub(super) fn passed_over(litter: &[FileName]) -> Option<String> {
    let named = litter.iter().take(NAMED).map(|file| &**file).collect::<Vec<_>>().join(", ");
    let more = if litter.len() > NAMED { ", …" } else { "" };
    match litter.len() {
        0 => None,
        1 => Some(format!("Note: skipped a file that an editor or sync tool left: {named}")),
        n => Some(format!("Note: skipped {n} files that editors or sync tools left: {named}{more}")),
    }
}

fn summary(errors: usize, warnings: usize) -> String {
    let plural = |n: usize| if n == 1 { "" } else { "s" };
    match (errors, warnings) {
        (0, 0) => "No problems found.".to_owned(),
        _ => format!("{errors} error{}, {warnings} warning{}", plural(errors), plural(warnings)),
    }
}
