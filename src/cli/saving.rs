use super::Terminal;
use crate::desk::{NotDone, SoundChange};
use crate::import::Progress;

/// How a command that changes records does so.
#[derive(Debug, Clone, Copy, clap::Args)]
pub(super) struct Saving {
    /// Show how the records would change, and write nothing.
    #[arg(long, global = true)]
    pub(super) dry_run: bool,
}

impl Saving {
    /// Puts a change in place, unless it is only to be shown.
    pub(super) fn save(
        self,
        change: SoundChange<'_>,
        progress: &dyn Progress,
        terminal: &mut Terminal<'_>,
    ) -> Result<(), NotDone> {
        match change.earlier() {
            0 => {}
            1 => terminal.say("Note: 1 error was there before: “hustings check” shows it."),
            n => terminal.say(format!("Note: {n} errors were there before: “hustings check” shows them.")),
        }
        if self.dry_run {
            terminal.print(change.diff())?;
            terminal.say("This was a trial: nothing was written.");
            return Ok(());
        }
        if terminal.is_verbose() {
            terminal.detail(change.diff().trim_end());
        }
        Ok(change.save(progress)?)
    }
}
