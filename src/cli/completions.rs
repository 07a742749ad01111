use clap::CommandFactory;
use clap_complete::Shell;

use super::{Cli, Exit, Ran, Terminal};

/// Print a completion script for a shell.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  hustings completions bash > ~/.local/share/bash-completion/completions/hustings")]
pub(super) struct CompletionsArgs {
    /// The shell.
    #[arg(value_enum)]
    shell: Shell,
}

pub(super) fn run(args: &CompletionsArgs, terminal: &mut Terminal<'_>) -> Ran {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "hustings", &mut script);
    terminal.print(String::from_utf8_lossy(&script))?;
    Ok(Exit::Clean)
}
