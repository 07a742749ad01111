use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use tokio::sync::watch;

use super::SiteDraft;

/// What is shown now: told to all who wait for something newer.
pub(super) struct Shown {
    now: watch::Sender<Now>,
}

/// What is shown at one moment.
#[derive(Clone, Default)]
pub(super) struct Now {
    /// The last good site; none before the first.
    pub(super) site: Option<Arc<SiteDraft>>,
    /// Why there is no newer one.
    pub(super) trouble: Option<Arc<str>>,
    /// Which run of the program this is, and how often it has shown something.
    run: u128,
    count: u64,
}

impl Now {
    /// What a page remembers of when it was made.
    pub(super) fn mark(&self) -> String {
        format!("{}-{}", self.run, self.count)
    }
}

impl Shown {
    pub(super) fn new() -> Self {
        // Tells this run from earlier ones, of which pages may still be open.
        let run = SystemTime::now().duration_since(UNIX_EPOCH).map(|since| since.as_nanos()).unwrap_or_default();
        Self { now: watch::Sender::new(Now { run, ..Now::default() }) }
    }

    /// Shows a new site, or why there is none over the last good one.
    pub(super) fn show(&self, made: Result<Arc<SiteDraft>, String>) {
        let mut newer = self.now();
        newer.count += 1;
        match made {
            Ok(site) => (newer.site, newer.trouble) = (Some(site), None),
            Err(trouble) => newer.trouble = Some(trouble.into()),
        }
        // The old site goes when all have been told.
        drop(self.now.send_replace(newer));
    }

    pub(super) fn now(&self) -> Now {
        self.now.borrow().clone()
    }

    /// Waits until something else is shown than what a page remembers.
    pub(super) async fn after(&self, mark: &str) {
        // The sender lives as long as we do.
        let _ = self.now.subscribe().wait_for(|now| now.mark() != mark).await;
    }
}
