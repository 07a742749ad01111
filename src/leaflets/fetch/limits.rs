use std::str::FromStr;
use std::time::Duration;

use jiff::SignedDuration;

/// The longest time that can be asked for.
const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

/// How long and how much a run lets another site take.
#[derive(Debug, Clone)]
pub(crate) struct Limits {
    /// Until a connection stands.
    pub(crate) connect: Duration,
    /// Without a byte.
    pub(crate) idle: Duration,
    /// For one request, from the first byte to the last.
    pub(crate) total: Duration,
    /// Of a document, unpacked, in bytes.
    pub(crate) size: u64,
    /// How often a request is tried in all.
    pub(crate) tries: u32,
    /// Between two requests to one host; a host may ask for more.
    pub(crate) pause: Duration,
    /// The longest that a host may ask us to wait; if it asks for more, this run asks it no more.
    pub(crate) wait: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            idle: Duration::from_secs(20),
            total: Duration::from_secs(180),
            size: 50_000_000,
            tries: 4,
            pause: Duration::from_secs(1),
            wait: Duration::from_secs(120),
        }
    }
}

impl FromStr for Limits {
    type Err = String;

    /// Reads `connect=5s,size=20MB`; what is left out keeps its usual value.
    fn from_str(text: &str) -> Result<Self, String> {
        let mut limits = Self::default();
        for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            let (key, value) =
                part.split_once('=').ok_or_else(|| format!("“{part}” is not a limit; write idle=20s"))?;
            match key {
                "connect" => limits.connect = duration(value)?,
                "idle" => limits.idle = duration(value)?,
                "total" => limits.total = duration(value)?,
                "pause" => limits.pause = duration(value)?,
                "wait" => limits.wait = duration(value)?,
                "size" => limits.size = size(value)?,
                "tries" => limits.tries = tries(value)?,
                _ => {
                    return Err(format!(
                        "there is no limit “{key}”; there are connect, idle, total, size, tries, pause, wait"
                    ));
                }
            }
        }
        Ok(limits)
    }
}

fn duration(text: &str) -> Result<Duration, String> {
    let read = text.parse::<SignedDuration>().ok().and_then(|span| Duration::try_from(span).ok());
    let short = read.filter(|time| *time <= LONGEST);
    short.ok_or_else(|| format!("“{text}” is not a time up to a day; write 500ms, 20s or 2m"))
}

fn size(text: &str) -> Result<u64, String> {
    let units = [("kB", 1_000), ("MB", 1_000_000), ("GB", 1_000_000_000), ("", 1)];
    let read = units.into_iter().find_map(|(unit, bytes)| {
        let number: u64 = text.strip_suffix(unit)?.trim().parse().ok()?;
        number.checked_mul(bytes)
    });
    read.ok_or_else(|| format!("“{text}” is not a size; write 500kB or 50MB"))
}

fn tries(text: &str) -> Result<u32, String> {
    let read = text.parse().ok().filter(|tries| (1..=10).contains(tries));
    read.ok_or_else(|| format!("“{text}” is not a number of tries; write 1 to 10"))
}
