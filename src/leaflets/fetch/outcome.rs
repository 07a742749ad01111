use std::fmt;
use std::time::Duration;

use crate::atoms::is_control;
use crate::leaflets::store::FileKind;

/// How it ended to ask for one address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FetchOutcome {
    /// It was not in the store, and is now.
    New(FileKind, u64),
    /// It is another than before, and both are in the store.
    Changed(FileKind, u64),
    /// It is the same as before.
    Unchanged,
    /// It could not be had, and why.
    NotGot(FetchTrouble),
}

impl FetchOutcome {
    /// Whether the store now holds what lies at the address.
    #[must_use]
    pub fn is_got(&self) -> bool {
        !matches!(self, Self::NotGot(_))
    }
}

impl fmt::Display for FetchOutcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::New(kind, size) => write!(f, "new, a {} of {}", kind.name(), bytes(*size)),
            Self::Changed(kind, size) => write!(f, "changed, now a {} of {}", kind.name(), bytes(*size)),
            Self::Unchanged => f.write_str("unchanged"),
            Self::NotGot(trouble) => write!(f, "not got: {trouble}"),
        }
    }
}

/// Why a document could not be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FetchTrouble {
    /// The host's robots.txt asks programs to stay away from the address.
    Robots,
    /// Nobody could tell what the host's robots.txt says, so the host was not asked for more.
    RobotsUnknown(String),
    /// The host answered with this status.
    Status(u16),
    /// The host asked to be left alone for longer than the run waits.
    ComeBack(Duration),
    /// An address that is not asked: not public, or not on the web.
    Refused(String),
    /// Redirects without an end, or into a circle.
    Redirects(String),
    /// Larger than the limit, in bytes.
    TooLarge(u64),
    /// Nothing in it, or nothing that can be read.
    Unusable(&'static str),
    /// The connection failed or was too slow.
    Connection(String),
    /// A service answered, and its answer makes no sense.
    Answer(String),
    /// Somebody pressed Ctrl-C.
    Stopped,
    /// It was got and could not be kept.
    Store(String),
}

impl FetchTrouble {
    /// Whether it may go better in a moment.
    pub(super) fn is_passing(&self) -> bool {
        matches!(self, Self::Connection(_) | Self::Status(408 | 429 | 500 | 502 | 503 | 504))
    }
}

impl fmt::Display for FetchTrouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Robots => f.write_str("the site's robots.txt asks programs to stay away from it"),
            Self::RobotsUnknown(why) => {
                write!(f, "the site's robots.txt could not be read ({why}), so we ask for no more")
            }
            Self::Status(404 | 410) => {
                f.write_str("it is not there any more (404 or 410); mend its address, or look for a copy in an archive")
            }
            Self::Status(401 | 403) => f.write_str("the site does not let us read it (401 or 403)"),
            Self::Status(429) => f.write_str("the site has had enough requests from us for now (429); try again later"),
            Self::Status(status @ 500..) => write!(f, "the site is in trouble ({status}); try again later"),
            Self::Status(status) => write!(f, "the site answered with status {status}"),
            Self::ComeBack(after) => write!(f, "the site asks us to come back after {} s", after.as_secs()),
            Self::Refused(why)
            | Self::Redirects(why)
            | Self::Connection(why)
            | Self::Answer(why)
            | Self::Store(why) => f.write_str(&plain(why)),
            Self::TooLarge(limit) => {
                write!(f, "it has more than {}; raise the limit with --limits size=…", bytes(*limit))
            }
            Self::Unusable(what) => f.write_str(what),
            Self::Stopped => f.write_str("it was stopped"),
        }
    }
}

/// A text that another site had a hand in, on one line and without anything that a terminal obeys.
pub(in crate::leaflets) fn plain(text: &str) -> String {
    let plain: String =
        text.chars().map(|c| if is_control(c) || c.is_whitespace() { ' ' } else { c }).take(300).collect();
    plain.trim().to_owned()
}

fn bytes(size: u64) -> String {
    match size {
        0..1_000 => format!("{size} bytes"),
        1_000..1_000_000 => format!("{} kB", size / 1_000),
        _ => format!("{}.{} MB", size / 1_000_000, size / 100_000 % 10),
    }
}
