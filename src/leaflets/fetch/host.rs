use std::collections::HashMap;
use std::time::Duration;

use tokio::time::{Instant, sleep_until};
use url::Url;

use super::FetchTrouble;
use super::robots::RobotsTxt;

/// What a run knows of a host. Whoever holds it is the only one who asks that host.
#[derive(Default)]
pub(super) struct Host {
    /// Before when it is not asked again.
    next: Option<Instant>,
    /// What its robots.txt says, for each scheme and port.
    robots: HashMap<String, Robots>,
    /// Why this run asks it no more.
    pub(super) closed: Option<FetchTrouble>,
}

/// What a robots.txt says to us.
pub(super) enum Robots {
    /// These rules.
    Rules(RobotsTxt),
    /// Nothing that we could read, and why.
    Unknown(String),
}

impl Robots {
    /// The rules of a file, which may be nobody's; what cannot be understood forbids nothing.
    pub(super) fn of(text: &[u8]) -> Self {
        Self::Rules(RobotsTxt::of(text, super::NAME))
    }

    /// Whether an address may be asked for.
    pub(super) fn judge(&self, url: &Url) -> Result<(), FetchTrouble> {
        match self {
            Self::Rules(rules) if rules.allow(url) => Ok(()),
            Self::Rules(_) => Err(FetchTrouble::Robots),
            Self::Unknown(why) => Err(FetchTrouble::RobotsUnknown(why.clone())),
        }
    }

    /// How long the host wants to be left alone between two requests.
    fn delay(&self) -> Option<Duration> {
        let Self::Rules(rules) = self else { return None };
        rules.delay
    }
}

impl Host {
    /// Waits until the host may be asked again.
    pub(super) async fn wait(&self) {
        if let Some(next) = self.next {
            sleep_until(next).await;
        }
    }

    /// Leaves the host alone for a while: for longer where its robots.txt asks for it, up to a limit.
    pub(super) fn rest(&mut self, url: &Url, pause: Duration, longest: Duration) {
        let asked = self.robots.get(&origin(url)).and_then(Robots::delay).unwrap_or_default();
        self.next = Some(Instant::now() + pause.max(asked.min(longest)));
    }

    pub(super) fn robots(&self, url: &Url) -> Option<&Robots> {
        self.robots.get(&origin(url))
    }

    pub(super) fn learn(&mut self, url: &Url, robots: Robots) {
        self.robots.insert(origin(url), robots);
    }
}

/// Scheme, host and port, for which one robots.txt speaks.
fn origin(url: &Url) -> String {
    url.origin().ascii_serialization()
}
