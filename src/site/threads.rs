//! Takes what the system gives of threads, gives the pool that works on many things at once: of one thread, ours, where there
//! are no others to be had. Never lets anything begin that would break for want of a thread.

use std::io;
use std::sync::OnceLock;
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

use rayon::{ThreadBuilder, ThreadPoolBuilder};

use crate::diagnostic::Failure;

/// How many threads the pool leaves to what needs one of its own: a preview, what watches for it, the pipes of a process.
const SPARE: usize = 4;

/// How many threads the pool has besides the one that hired them.
static HIRED: OnceLock<usize> = OnceLock::new();

/// Hires the threads of the pool, once; as many as there are, when the system gives fewer than we want. With none at all, this
/// very thread does their work.
pub fn hire() {
    HIRED.get_or_init(|| {
        let mut idle = idle(wanted() + SPARE).0;
        idle.drain(idle.len().saturating_sub(SPARE)..).for_each(Idle::dismiss);
        let hired = idle.len();
        let pool = ThreadPoolBuilder::new().num_threads(hired.max(1));
        let pool = if hired == 0 { pool.use_current_thread() } else { pool };
        let pool = pool.spawn_handler(|work| idle.pop().ok_or(io::ErrorKind::WouldBlock)?.begin(work));
        // It fails only where somebody has built a pool before; then that one is used.
        let _ = pool.build_global();
        hired
    });
}

/// Makes sure that some more threads can be had, so that what begins them need not reckon with it.
///
/// # Errors
/// When they cannot; `what` is what we cannot do then.
pub fn spare(threads: usize, what: &str) -> Result<(), Failure> {
    let (idle, refused) = idle(threads);
    idle.into_iter().for_each(Idle::dismiss);
    let help = "close other programs, or raise the limit of processes (“ulimit -u”, or the container's limit of pids)";
    let why = match refused {
        Some(why) => why.to_string(),
        // The pool would wait for this thread, and this thread for what it began.
        None if HIRED.get() == Some(&0) => "there was none a moment ago".to_owned(),
        None => return Ok(()),
    };
    Err(Failure::new(what, format!("the system gives no more threads: {why}"), help))
}

/// How many threads the pool is to have: one for each processor, unless the environment says how many.
fn wanted() -> usize {
    let said = std::env::var("RAYON_NUM_THREADS").ok().and_then(|n| n.parse().ok()).filter(|n| *n > 0);
    said.unwrap_or_else(|| thread::available_parallelism().map_or(1, usize::from))
}

/// A thread that waits for work.
struct Idle {
    work: Sender<ThreadBuilder>,
    thread: JoinHandle<()>,
}

/// So many threads, or as many as the system gives and why there are no more.
fn idle(wanted: usize) -> (Vec<Idle>, Option<io::Error>) {
    let mut all = Vec::with_capacity(wanted);
    for _ in 0..wanted {
        match Idle::new() {
            Ok(one) => all.push(one),
            Err(why) => return (all, Some(why)),
        }
    }
    (all, None)
}

impl Idle {
    fn new() -> io::Result<Self> {
        let (work, given) = channel::<ThreadBuilder>();
        let thread = thread::Builder::new().spawn(move || {
            // Whoever is dismissed gets none.
            if let Ok(work) = given.recv() {
                work.run();
            }
        })?;
        Ok(Self { work, thread })
    }

    fn begin(self, work: ThreadBuilder) -> io::Result<()> {
        self.work.send(work).map_err(|_| io::ErrorKind::WouldBlock.into())
    }

    fn dismiss(self) {
        drop(self.work);
        // It has done nothing that could have failed.
        let _ = self.thread.join();
    }
}
