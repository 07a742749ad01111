use std::ffi::OsString;
use std::io::{self, Read, Write as _, copy, sink};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread::{self, Builder};
use std::time::{Duration, Instant};

use super::worker::SAYS;
use super::{ReadLimits, Unread};

/// Runs a program, gives it the input and takes what it answers, within the limits.
pub(super) fn run(program: &Path, words: &[OsString], limits: &ReadLimits, input: &[u8]) -> Result<Vec<u8>, Unread> {
    let not_begun = |e: io::Error| Unread::NotBegun(e.to_string());
    let mut command = Command::new(program);
    command.args(words).env("OMP_THREAD_LIMIT", "1").env("RUST_BACKTRACE", "0");
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(not_begun)?;
    let (Some(mut stdin), Some(stdout), Some(stderr)) = (child.stdin.take(), child.stdout.take(), child.stderr.take())
    else {
        return Err(Unread::NotBegun("it has no pipes".to_owned()));
    };
    thread::scope(|scope| {
        let (done, answered) = channel();
        let begun = || {
            // A program that stops reading early has seen enough.
            Builder::new().spawn_scoped(scope, move || stdin.write_all(input).is_ok())?;
            Builder::new().spawn_scoped(scope, move || {
                let mut answer = Vec::new();
                let read = stdout.take(limits.output + 1).read_to_end(&mut answer);
                let _ = done.send(read.map(|_| answer));
            })?;
            Builder::new().spawn_scoped(scope, move || first_words(stderr))
        };
        let said = begun().map_err(|e| {
            // One that is gone already cannot be stopped any more.
            let _ = child.kill().and_then(|()| child.wait());
            not_begun(e)
        })?;
        let answer = answered.recv_timeout(limits.step);
        let in_time = matches!(&answer, Ok(Ok(answer)) if answer.len() as u64 <= limits.output);
        if !in_time {
            let _ = child.kill();
        }
        let status = end(&mut child, limits.end).map_err(not_begun)?;
        let said = said.join().unwrap_or_default();
        match answer {
            Err(RecvTimeoutError::Timeout) => Err(Unread::damaged("it takes too long to read")),
            Ok(Ok(_)) if !in_time => Err(Unread::damaged("more text comes out of it than any document has")),
            Ok(Ok(answer)) if status.success() => Ok(answer),
            _ => Err(refusal(status, &said)),
        }
    })
}

/// Waits for a process that has said all it will; not for long, if it then does nothing more.
fn end(child: &mut Child, most: Duration) -> io::Result<ExitStatus> {
    let begun = Instant::now();
    loop {
        match child.try_wait()? {
            Some(status) => return Ok(status),
            None if begun.elapsed() < most => thread::sleep(Duration::from_millis(2)),
            None => {
                child.kill()?;
                return child.wait();
            }
        }
    }
}

/// The beginning of what a process says on its standard error.
fn first_words(said: impl Read) -> String {
    let mut text = Vec::new();
    let mut first = said.take(4096);
    let _ = first.read_to_end(&mut text);
    // The rest is read so that the process can go on, and thrown away.
    let _ = copy(&mut first.into_inner(), &mut sink());
    String::from_utf8_lossy(&text).into_owned()
}

/// Why a process failed: its last line, unless it broke down.
fn refusal(status: ExitStatus, said: &str) -> Unread {
    let why = said.lines().next_back().and_then(|line| line.strip_prefix(SAYS));
    match (status.code(), why) {
        (Some(1), Some(why)) => Unread::damaged(why),
        _ => Unread::damaged("it is damaged, or made to do harm"),
    }
}
