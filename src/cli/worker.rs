use std::ffi::OsString;
use std::io::stdin;

use super::{Exit, Ran, Terminal};
use crate::leaflets::text::{SAYS, Task, work};

/// One step of reading a file, in a process of its own: “hustings transcribe” runs this.
#[derive(Debug, clap::Args)]
pub(super) struct WorkerArgs {
    /// The step.
    #[arg(value_enum)]
    task: Task,
    /// Another program and its words.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    words: Vec<OsString>,
}

pub(super) fn run(args: &WorkerArgs, terminal: &mut Terminal<'_>) -> Ran {
    match work(args.task, &args.words, &mut stdin().lock(), terminal.out) {
        Ok(()) => Ok(Exit::Clean),
        Err(why) => {
            terminal.complain(format_args!("{SAYS}{why}\n"));
            Ok(Exit::Errors)
        }
    }
}
