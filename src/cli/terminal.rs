use std::borrow::Cow;
use std::fmt;
use std::io::{BufRead, ErrorKind, Write};

use jiff::civil::Date;

use super::Exit;
use crate::atoms::shown;
use crate::diagnostic::Failure;

/// Where a run prints, what the terminal can do, and what day it is: everything that the library does
/// not find out by itself.
pub struct Terminal<'a> {
    /// Standard output.
    pub out: &'a mut dyn Write,
    /// Standard error.
    pub err: &'a mut dyn Write,
    /// Where a person answers questions; nothing when nobody is there to answer.
    pub answers: Option<&'a mut dyn BufRead>,
    /// Whether standard output shows colour.
    pub out_colour: bool,
    /// Whether standard error shows colour.
    pub err_colour: bool,
    /// Whether a person watches standard error, so that a progress bar makes sense.
    pub interactive: bool,
    /// The day of the run.
    pub today: Date,
    /// How much to say.
    pub loudness: Loudness,
    /// Whether every problem is printed, however many there are.
    pub all_problems: bool,
}

/// How much a run says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loudness {
    /// Errors only.
    Quiet,
    /// What was done.
    #[default]
    Normal,
    /// Each stage.
    Verbose,
}

impl Terminal<'_> {
    pub(super) fn set_loudness(&mut self, quiet: bool, verbose: bool) {
        self.loudness = match (quiet, verbose) {
            (true, _) => Loudness::Quiet,
            (_, true) => Loudness::Verbose,
            _ => Loudness::Normal,
        };
    }

    /// Prints the result that was asked for. A reader that has gone away is no trouble of ours.
    ///
    /// Whatever came from outside, a file's name or what a server said, can do nothing to the terminal: see [`shown`].
    ///
    /// # Errors
    /// When the result cannot be written, since nobody may take a part of it for the whole.
    pub(super) fn print(&mut self, text: impl fmt::Display) -> Result<(), Failure> {
        self.print_shown(shown(&text.to_string()))
    }

    /// The same with colours of our own in it: all that came from outside has gone through [`shown`] already.
    ///
    /// # Errors
    /// As [`print`](Self::print).
    pub(super) fn print_shown(&mut self, text: impl fmt::Display) -> Result<(), Failure> {
        match write!(self.out, "{text}").and_then(|()| self.out.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                let help = "make room where the output goes to, or send it elsewhere, and run this again";
                Err(Failure::new("cannot write to standard output", error, help))
            }
            _ => Ok(()),
        }
    }

    /// Says what was done.
    pub(super) fn say(&mut self, text: impl fmt::Display) {
        if self.loudness > Loudness::Quiet {
            let _ = writeln!(self.err, "{}", shown(&text.to_string()));
        }
    }

    /// Whether the curious are told more.
    pub(super) fn is_verbose(&self) -> bool {
        self.loudness == Loudness::Verbose
    }

    /// Says what only the curious want to know.
    pub(super) fn detail(&mut self, text: impl fmt::Display) {
        if self.is_verbose() {
            let _ = writeln!(self.err, "{}", shown(&text.to_string()));
        }
    }

    /// Says what went wrong, however quiet the run is.
    pub(super) fn complain(&mut self, text: impl fmt::Display) {
        self.complain_shown(shown(&text.to_string()));
    }

    /// The same with colours of our own in it: all that came from outside has gone through [`shown`] already.
    pub(super) fn complain_shown(&mut self, text: impl fmt::Display) {
        let _ = write!(self.err, "{text}");
    }

    /// Whether a person is there to answer questions.
    pub(super) fn has_somebody(&self) -> bool {
        self.answers.is_some()
    }

    /// Asks a person something; nothing when nobody is there, or no answer comes any more.
    pub(super) fn ask(&mut self, question: impl fmt::Display) -> Option<String> {
        let answers = self.answers.as_mut()?;
        let _ = write!(self.err, "{}", shown(&question.to_string())).and_then(|()| self.err.flush());
        let mut answer = String::new();
        let length = answers.read_line(&mut answer).ok()?;
        (length > 0).then(|| answer.trim().to_owned())
    }

    pub(super) fn failure(&mut self, failure: &Failure) -> Exit {
        let (on, off) = if self.err_colour { ("\x1b[1;31m", "\x1b[0m") } else { ("", "") };
        let _ = writeln!(self.err, "{on}error{off}: {}", shown(&failure.to_string()));
        Exit::Environment
    }

    /// Prints what the reader of a command line says: help on standard output, mistakes on standard error.
    pub(super) fn usage(&mut self, error: &clap::Error) -> Exit {
        let text = error.render();
        // It repeats the words of the command line.
        let plain = text.to_string();
        let paint = |colour: bool| match shown(&plain) {
            Cow::Borrowed(_) if colour => text.ansi().to_string(),
            plain => plain.into_owned(),
        };
        if error.use_stderr() {
            let _ = write!(self.err, "{}", paint(self.err_colour));
            return Exit::Usage;
        }
        self.print_shown(paint(self.out_colour)).map_or_else(|failure| self.failure(&failure), |()| Exit::Clean)
    }
}
