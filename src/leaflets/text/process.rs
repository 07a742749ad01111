use std::ffi::OsString;
use std::io::{Read, Write as _, copy, sink};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread::{self, Builder};
use std::time::{Duration, Instant};

use super::{ReadLimits, Unread};

/// A step in a process of its own.
pub(super) struct Process<'p> {
    pub(super) program: &'p Path,
    pub(super) words: &'p [OsString],
    pub(super) limits: &'p ReadLimits,
}

/// Why a process gave nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stopped {
    /// It could not be begun.
    NotBegun(String),
    /// It took too long.
    TooSlow,
    /// It gave more than it may.
    TooMuch,
    /// It broke down: it crashed, or ran out of what it may use.
    Broken,
    /// It says why.
    Refused(String),
}

impl From<Stopped> for Unread {
    fn from(stopped: Stopped) -> Self {
        match stopped {
            Stopped::NotBegun(why) => Self::NotBegun(why),
            Stopped::TooSlow => Self::Damaged("it takes too long to read".to_owned()),
            Stopped::TooMuch => Self::Damaged("more comes out of it than any document holds".to_owned()),
            Stopped::Broken => Self::Damaged("it is damaged, or made to do harm".to_owned()),
            Stopped::Refused(why) if why == super::worker::LOCKED => Self::Locked,
            Stopped::Refused(why) => Self::Damaged(why),
        }
    }
}

impl Process<'_> {
    /// Gives the input to the process and takes what it answers, within the limits.
    pub(super) fn run(&self, input: &[u8]) -> Result<Vec<u8>, Stopped> {
        let mut command = Command::new(self.program);
        command.args(self.words).env("OMP_THREAD_LIMIT", "1").env("RUST_BACKTRACE", "0");
        let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|e| Stopped::NotBegun(e.to_string()))?;
        let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let (Some(mut stdin), Some(stdout), Some(stderr)) = (stdin, stdout, stderr) else {
            return Err(Stopped::NotBegun("it has no pipes".to_owned()));
        };
        thread::scope(|scope| {
            let (done, answered) = channel();
            let most = self.limits.output;
            let begun = || {
                // Who stops reading early has seen enough.
                Builder::new().spawn_scoped(scope, move || stdin.write_all(input).is_ok())?;
                Builder::new().spawn_scoped(scope, move || {
                    let mut answer = Vec::new();
                    let read = stdout.take(most + 1).read_to_end(&mut answer);
                    let _ = done.send(read.map(|_| answer));
                })?;
                Builder::new().spawn_scoped(scope, move || first_words(stderr))
            };
            let said = begun().map_err(|e| {
                // Who is gone already cannot be stopped any more.
                let _ = child.kill().and_then(|()| child.wait());
                Stopped::NotBegun(e.to_string())
            })?;
            let answer = answered.recv_timeout(self.limits.step);
            let in_time = matches!(&answer, Ok(Ok(answer)) if answer.len() as u64 <= most);
            if !in_time {
                // Who is gone already cannot be stopped any more.
                let _ = child.kill();
            }
            let status = self.end(&mut child).map_err(|e| Stopped::NotBegun(e.to_string()))?;
            let said = said.join().unwrap_or_default();
            match answer {
                Err(RecvTimeoutError::Timeout) => Err(Stopped::TooSlow),
                Ok(Ok(_)) if !in_time => Err(Stopped::TooMuch),
                Ok(Ok(answer)) if status.success() => Ok(answer),
                _ => Err(refusal(status, &said)),
            }
        })
    }

    /// Waits for a process that has said all it will: not for one that then does nothing more.
    fn end(&self, child: &mut Child) -> std::io::Result<ExitStatus> {
        let begun = Instant::now();
        loop {
            match child.try_wait()? {
                Some(status) => return Ok(status),
                None if begun.elapsed() < self.limits.end => thread::sleep(Duration::from_millis(2)),
                None => {
                    child.kill()?;
                    return child.wait();
                }
            }
        }
    }
}

/// What a process says on the side, as far as anybody wants to know.
fn first_words(said: impl Read) -> String {
    let mut text = Vec::new();
    let mut first = said.take(4096);
    let _ = first.read_to_end(&mut text);
    // Who says more is let to, and not listened to.
    let _ = copy(&mut first.into_inner(), &mut sink());
    String::from_utf8_lossy(&text).into_owned()
}

/// What a process that failed says of it: its last line, unless it broke down.
fn refusal(status: ExitStatus, said: &str) -> Stopped {
    let why = said.lines().next_back().and_then(|line| line.strip_prefix(super::worker::SAYS));
    match (status.code(), why) {
        (Some(1), Some(why)) => Stopped::Refused(why.to_owned()),
        _ => Stopped::Broken,
    }
}
