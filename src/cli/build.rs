use std::path::{Path, PathBuf};
use std::time::Instant;

use jiff::civil::Date;

use super::site::{Sound, sound};
use super::{Exit, Ran, Terminal, report, site};
use crate::atoms::{AsOf, BaseUrl};
use crate::desk::NotDone;
use crate::diagnostic::Failure;
use crate::model::Overrides;
use crate::pipeline;
use crate::render::{Unmade, render};
use crate::write::write;

/// Build the site into a folder that any static server can host.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings build                                       into public/
  hustings build --base-url https://example.org/2031/  with sitemap and canonical addresses
  hustings build --out /srv/www --as-of today          elsewhere, as of today

Nothing is written when there is an error. The new site takes the place of the old one in one step.")]
pub(super) struct BuildArgs {
    /// The folder to build into, relative to the site's folder.
    #[arg(long, value_name = "DIR", default_value = "public")]
    out: PathBuf,
    /// Where the site will be served.
    #[arg(long, value_name = "URL", value_parser = base_url)]
    base_url: Option<BaseUrl>,
    /// The day on which the records are taken to be true, instead of the site's own.
    #[arg(long, value_name = "DATE|today")]
    as_of: Option<AsOf>,
}

fn base_url(text: &str) -> Result<BaseUrl, String> {
    text.parse().map_err(|malformed: crate::atoms::Malformed| malformed.to_string())
}

pub(super) fn run(args: &BuildArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let root = site::folder(directory)?;
    let start = Instant::now();
    let overrides = Overrides {
        as_of: args.as_of.map(|day| day.resolve(terminal.today)),
        base_url: args.base_url.clone(),
        reveal: None,
        // With an address it is to be published, and then nothing depends on the day of the run.
        draft: args.base_url.is_none().then_some(terminal.today),
    };
    let planned = pipeline::prepare(&root, &overrides)?;
    let passed_over = report::passed_over(&planned.litter);
    let undone = "nothing was written";
    let sound = sound(planned, undone)?;
    let Sound { campaign, plan, theme, .. } = &sound;
    terminal.detail(format_args!("read and planned {} pages after {:.0?}", plan.page_count(), start.elapsed()));
    let out = root.join(&args.out);
    outside_records(&root, &out)?;
    let written = match write(&out, &root, |sink| render(plan, campaign, theme, sink)) {
        Ok(written) => written,
        Err(Unmade::Sink(failure)) => return Err(failure.into()),
        Err(Unmade::Theme(found)) => return Err(NotDone::Wrong { found, sources: sound.sources, undone }),
    };
    terminal.detail(format_args!("rendered and wrote {} files after {:.0?}", written.files, start.elapsed()));
    terminal.say(format_args!(
        "Built {} pages into {}: {} files, {} of them new or changed.",
        sound.plan.page_count(),
        written.out.display(),
        written.files,
        written.changed
    ));
    passed_over.into_iter().for_each(|note| terminal.say(note));
    let info = &sound.campaign.site;
    notes(sound.warnings, info.base_url.is_none(), info.follows_today.then_some(info.as_of), terminal);
    // The process ends here and its memory with it: taking a national site apart would cost a tenth of the build.
    std::mem::forget(sound);
    Ok(Exit::Clean)
}

/// The site is not built among the records, where the next run would read its pages as records.
pub(super) fn outside_records(root: &Path, out: &Path) -> Result<(), Failure> {
    let out = resolved(out);
    if ["candidates", "content", "themes"].iter().any(|folder| out.starts_with(resolved(&root.join(folder)))) {
        let help = "choose a folder for the site alone, such as --out public";
        return Err(Failure::at(out, "cannot write the site to", "records and themes live there", help));
    }
    Ok(())
}

/// Where a path leads: its folders that are there with every symlink followed, and the rest as written.
pub(super) fn resolved(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let real = path.ancestors().find_map(|there| {
        let rest = path.strip_prefix(there).ok()?;
        Some(there.canonicalize().ok()?.join(rest))
    });
    real.unwrap_or(path)
}

fn notes(warnings: usize, no_base_url: bool, draft: Option<Date>, terminal: &mut Terminal<'_>) {
    if let Some(day) = draft {
        terminal.say(format_args!(
            "Note: this is a draft as of {day}, the day of this run: hustings.yaml says “as_of: today”."
        ));
    }
    if no_base_url {
        terminal.say("Note: without a base_url there are no feeds, no sitemap and no canonical addresses.");
    }
    if warnings > 0 {
        let s = if warnings == 1 { "" } else { "s" };
        terminal.say(format_args!("{warnings} warning{s}: “hustings check” shows them."));
    }
}
