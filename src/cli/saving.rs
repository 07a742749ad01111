use super::asking::is_yes;
use super::{Exit, Ran, Terminal};
use crate::desk::{Act, Acted, NotDone, SoundChange, Speaker};
use crate::import::Progress;

/// How a command that changes records does so.
#[derive(Debug, Clone, Copy, clap::Args)]
pub(super) struct Saving {
    /// Show how the records would change, and write nothing.
    #[arg(long, global = true)]
    pub(super) dry_run: bool,
}

/// How a command does so that shows what it would write, and asks.
#[derive(Debug, Clone, Copy, clap::Args)]
pub(super) struct Agreeing {
    /// Write without asking.
    #[arg(long, global = true)]
    pub(super) yes: bool,
    #[command(flatten)]
    pub(super) saving: Saving,
}

impl Saving {
    /// Puts a change in place, unless it is only to be shown.
    pub(super) fn save(
        self,
        change: SoundChange<'_>,
        progress: &dyn Progress,
        terminal: &mut Terminal<'_>,
    ) -> Result<(), NotDone> {
        tell_earlier(&change, terminal);
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

    /// Shows a change of a file and whom it is about, and puts it in place unless it is only to be shown or somebody who is
    /// asked does not want it; whether it is in place.
    pub(super) fn save_when_sure(
        self,
        change: SoundChange<'_>,
        (file, whom): (&str, &[Speaker<'_>]),
        is_asked: bool,
        terminal: &mut Terminal<'_>,
    ) -> Result<bool, NotDone> {
        // Whoever was named by a part of the name may be somebody else than was meant.
        let about: String = whom.iter().map(|one| format!("This is about {one}.\n")).collect();
        if self.dry_run {
            self.save(change, &(), terminal)?;
            whom.iter().for_each(|one| terminal.say(format_args!("It would be about {one}.")));
            return Ok(false);
        }
        tell_earlier(&change, terminal);
        match is_asked {
            true => terminal.complain(change.diff() + &about),
            false => terminal.say((change.diff() + &about).trim_end()),
        }
        let sure = |answer: String| is_yes(&answer);
        if is_asked && !terminal.ask(format_args!("Write this into {file}? (y/n) ")).is_some_and(sure) {
            terminal.say("Nothing was written.");
            return Ok(false);
        }
        change.save(&())?;
        Ok(true)
    }
}

impl Agreeing {
    /// Shows a change of a file and whom it is about, and puts it in place unless it is only to be shown or somebody does not
    /// want it; whether it is in place.
    pub(super) fn save(
        self,
        change: SoundChange<'_>,
        of: (&str, &[Speaker<'_>]),
        terminal: &mut Terminal<'_>,
    ) -> Result<bool, NotDone> {
        self.saving.save_when_sure(change, of, terminal.has_somebody() && !self.yes, terminal)
    }

    /// The same of an act, of which it then says what was done.
    pub(super) fn carry_out(self, act: Act<'_>, whom: &[Speaker<'_>], terminal: &mut Terminal<'_>) -> Ran {
        let Act { change, file, done, notes } = act;
        if self.save(change, (&file, whom), terminal)? {
            terminal.say(format_args!("{file}: {done}."));
            notes.iter().for_each(|note| terminal.say(note));
        }
        Ok(Exit::Clean)
    }

    /// The same of an act that can be done once: a second time it says that the records say so already.
    pub(super) fn carry_out_once(self, acted: Acted<'_>, whom: &[Speaker<'_>], terminal: &mut Terminal<'_>) -> Ran {
        match acted {
            Acted::Now(act) => self.carry_out(act, whom, terminal),
            Acted::Already(where_so) => {
                terminal.say(format_args!("{where_so}. Nothing was written."));
                Ok(Exit::Clean)
            }
        }
    }
}

/// Says how many errors have nothing to do with a change.
fn tell_earlier(change: &SoundChange<'_>, terminal: &mut Terminal<'_>) {
    match change.earlier() {
        0 => {}
        1 => terminal.say("Note: 1 error was there before: “hustings check” shows it."),
        n => terminal.say(format!("Note: {n} errors were there before: “hustings check” shows them.")),
    }
}
