use std::fmt;
use std::time::Duration;

use crate::atoms::is_control;
use crate::leaflets::store::FileKind;

/// What became of one address.
#[derive(Debug, Clone)]
pub(crate) enum FetchOutcome {
    /// It was not in the store, and is now.
    New(FileKind, u64),
    /// It has changed, and both versions are in the store.
    Changed(FileKind, u64),
    /// It is the same as before.
    Unchanged,
    /// We did not get it.
    NotGot(FetchTrouble),
}

impl FetchOutcome {
    /// Whether the store now holds what lies at the address.
    pub(crate) fn is_got(&self) -> bool {
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
#[derive(Debug, Clone)]
pub(crate) enum FetchTrouble {
    /// The host answered with this status, and perhaps asked us to come back after a while.
    Status(u16, Option<Duration>),
    /// The connection failed or was too slow.
    Connection(String),
    /// Anything that another try would not change.
    Final(String),
    /// Somebody pressed Ctrl-C.
    Stopped,
}

impl FetchTrouble {
    pub(crate) fn of(why: impl Into<String>) -> Self {
        Self::Final(why.into())
    }

    pub(super) fn too_large(limit: u64) -> Self {
        Self::Final(format!("it has more than {}; raise the limit with --limits size=…", bytes(limit)))
    }

    /// Whether it may go better in a moment.
    pub(super) fn is_passing(&self) -> bool {
        matches!(self, Self::Connection(_) | Self::Status(408 | 429 | 500 | 502 | 503 | 504, _))
    }
}

impl fmt::Display for FetchTrouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status(404 | 410, _) => f.write_str(
                "it is not there any more (404 or 410); correct its address, or look for a copy in an archive",
            ),
            Self::Status(401 | 403, _) => f.write_str("the site does not let us read it (401 or 403)"),
            Self::Status(429, _) => {
                f.write_str("the site has had enough requests from us for now (429); try again later")
            }
            Self::Status(status @ 500.., _) => write!(f, "the site is in trouble ({status}); try again later"),
            Self::Status(status, _) => write!(f, "the site answered with status {status}"),
            Self::Connection(why) | Self::Final(why) => f.write_str(&plain(why)),
            Self::Stopped => f.write_str("it was stopped"),
        }
    }
}

/// Text that another site had a hand in: on one line, not too long, and without anything that a terminal obeys.
pub(in crate::leaflets) fn plain(text: &str) -> String {
    let plain: String =
        text.chars().map(|c| if is_control(c) || c.is_whitespace() { ' ' } else { c }).take(400).collect();
    plain.trim().to_owned()
}

fn bytes(size: u64) -> String {
    match size {
        0..1_000 => format!("{size} bytes"),
        1_000..1_000_000 => format!("{} kB", size / 1_000),
        _ => format!("{}.{} MB", size / 1_000_000, size / 100_000 % 10),
    }
}
