use std::path::{Path, PathBuf};

use super::{Exit, Ran, Terminal};
use crate::desk::{Starter, Yielded, new_site};

/// Write a starter site to learn from.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings init my-site              a made-up contest that shows every kind of mark
  hustings init --empty my-site      nothing made up, to begin a site of your own

The folder must not exist yet, or hold only what is not part of a site: names that begin with “.”, README,
LICENSE and the like. They are left alone, and .gitignore gets the lines that it lacks.")]
pub(super) struct InitArgs {
    /// The folder of the new site.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// Leave the made-up contest out.
    #[arg(long)]
    empty: bool,
}

/// What comes next.
const NEXT: &str = "  hustings check      is everything right?
  hustings serve      see the site in a browser while you work on it
  hustings record     enter an answer, step by step
  hustings build      make the site in public/";

pub(super) fn run(args: &InitArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let dir = directory.map_or_else(|| args.dir.clone(), |directory| directory.join(&args.dir));
    let starter = if args.empty { Starter::Empty { as_of: terminal.today } } else { Starter::Fictional };
    let Yielded { kept, ignored, finished } = new_site(&dir, starter)?;
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
    Ok(Exit::Clean)
}
