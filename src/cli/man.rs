use std::fs;
use std::path::PathBuf;

use clap::CommandFactory;

use super::{Cli, Exit, Ran, Terminal};
use crate::diagnostic::Failure;

/// Write manual pages into a folder: one for the program and one for each command.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  hustings man ~/.local/share/man/man1      then: man hustings-record")]
pub(super) struct ManArgs {
    /// The folder, which is made when it is not there.
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
}

pub(super) fn run(args: &ManArgs, terminal: &mut Terminal<'_>) -> Ran {
    let folder = &args.folder;
    let written = fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(Cli::command(), folder));
    written.map_err(|e| Failure::at(folder, "cannot write manual pages into", e, "choose another folder"))?;
    terminal.say(format_args!("Wrote manual pages into {}.", folder.display()));
    Ok(Exit::Clean)
}
