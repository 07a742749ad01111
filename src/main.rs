//! The `hustings` command.

use std::io::{BufRead, IsTerminal, stderr, stdin, stdout};
use std::process::ExitCode;

use hustings::cli::{Loudness, Terminal, run};

/// Records, pages and their parts are many small texts, made and dropped on all threads at once.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let somebody = stdin().is_terminal() && stdout().is_terminal() && stderr().is_terminal();
    // Locked only where somebody answers: a worker reads its file from there.
    let mut answers = somebody.then(|| stdin().lock());
    let mut terminal = Terminal {
        answers: answers.as_mut().map(|answers| answers as &mut dyn BufRead),
        out_colour: wanted && stdout().is_terminal(),
        err_colour: wanted && stderr().is_terminal(),
        interactive: stderr().is_terminal(),
        // Not locked: progress is drawn from other threads, which would wait for ever.
        out: &mut stdout(),
        err: &mut stderr(),
        today: jiff::Zoned::now().date(),
        loudness: Loudness::default(),
        all_problems: false,
    };
    let exit = run(std::env::args_os(), &mut terminal);
    ExitCode::from(exit as u8)
}
