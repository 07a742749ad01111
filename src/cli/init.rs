use std::path::{Path, PathBuf};

use super::{Exit, Ran, Terminal};
use crate::desk::{Starter, Yielded, add_github, new_site};
use crate::diagnostic::Failure;
use crate::load::SITE_FILE;

/// Write a starter site to learn from.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings init my-site              a made-up contest that shows every kind of mark
  hustings init --empty my-site      nothing made up, to begin a site of your own
  hustings init --ci github .        adds forms and workflows for GitHub to the site that is here

The folder must not exist yet, or hold only what is not part of a site: names that begin with “.”, README,
LICENSE and the like. They are left alone, and .gitignore gets the lines that it lacks.")]
pub(super) struct InitArgs {
    /// The folder of the new site.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// Leave the made-up contest out.
    #[arg(long)]
    empty: bool,
    /// Add forms for readers and workflows that check, record and publish; to a site that is there too.
    #[arg(long, value_name = "FORGE")]
    ci: Option<Forge>,
}

/// Where a team keeps a site together.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Forge {
    /// GitHub, with Actions and Pages.
    Github,
}

/// What comes next.
const NEXT: &str = "  hustings check      is everything right?
  hustings serve      see the site in a browser while you work on it
  hustings record     enter an answer, step by step
  hustings build      make the site in public/";

/// What comes next for a site that a team keeps on GitHub.
const NEXT_ON_GITHUB: &str =
    "  variables    HUSTINGS_SOURCE, the repository of hustings, and HUSTINGS_REVISION, a commit of it;
               HUSTINGS_BY, the checker who enters what forms say
  labels       reply, leaflet and correction for the forms; record, by which one of you has a reply recorded
  Pages        with “GitHub Actions” as their source
More: docs/github.md of hustings.";

pub(super) fn run(args: &InitArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let dir = directory.map_or_else(|| args.dir.clone(), |directory| directory.join(&args.dir));
    if args.ci.is_none() || !dir.join(SITE_FILE).is_file() {
        make(&dir, args.empty, terminal)?;
    }
    if let Some(Forge::Github) = args.ci {
        github(&dir, terminal)?;
    }
    Ok(Exit::Clean)
}

/// Makes a new site.
fn make(dir: &Path, empty: bool, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let starter = if empty { Starter::Empty { as_of: terminal.today } } else { Starter::Fictional };
    let Yielded { kept, ignored, finished } = new_site(dir, starter)?;
    if finished {
        terminal.say("Finished the site that an “init” had begun here when it was stopped.");
    }
    if !kept.is_empty() {
        terminal.say(format!("Left alone: {}.", kept.join(", ")));
    }
    if !ignored.is_empty() {
        terminal.say(format!("Added to .gitignore: {}.", ignored.join(", ")));
    }
    terminal.say(format!("Made a site in {}. Next, in that folder:", dir.display()));
    terminal.say(NEXT);
    Ok(())
}

/// Adds what GitHub needs, and says what has to be set there.
fn github(dir: &Path, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let kept = add_github(dir)?;
    if !kept.is_empty() {
        terminal.say(format!("Left alone: {}.", kept.join(", ")));
    }
    terminal.say(format!("Added forms and workflows to {}. Next, on GitHub:", dir.join(".github").display()));
    terminal.say(NEXT_ON_GITHUB);
    Ok(())
}
