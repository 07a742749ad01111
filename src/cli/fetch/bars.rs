use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use indicatif::{MultiProgress, ProgressBar, ProgressDrawTarget, ProgressStyle};
use url::Url;

use crate::atoms::shown;
use crate::cli::{Loudness, Terminal};
use crate::leaflets::fetch::{FetchOutcome, FetchProgress};

/// How often a sign that something goes on changes.
const TICK: Duration = Duration::from_millis(100);

/// A progress bar for each document that is being got, and one for all; shown only when a person watches.
pub(super) struct Bars {
    shown: bool,
    bars: MultiProgress,
    all: ProgressBar,
    each: Mutex<HashMap<String, ProgressBar>>,
}

impl Bars {
    pub(super) fn new(wanted: usize, terminal: &Terminal<'_>) -> Self {
        let shown = terminal.interactive && terminal.loudness > Loudness::Quiet;
        let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bars = MultiProgress::with_draw_target(target);
        let all = bars.add(ProgressBar::new(wanted as u64));
        all.set_style(style("{msg:24} {bar:30} {pos}/{len}"));
        all.set_message("Documents");
        Self { shown, bars, all, each: Mutex::default() }
    }

    /// Whether each outcome was shown as it came.
    pub(super) fn told(&self) -> bool {
        self.shown
    }

    /// Takes the bars away.
    pub(super) fn finish(&self) {
        self.each().drain().for_each(|(_, bar)| bar.finish_and_clear());
        self.all.finish_and_clear();
    }

    fn each(&self) -> MutexGuard<'_, HashMap<String, ProgressBar>> {
        self.each.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A sign that a service is being asked; shown only when a person watches.
pub(super) fn asking(service: &Url, terminal: &Terminal<'_>) -> ProgressBar {
    let shown = terminal.interactive && terminal.loudness > Loudness::Quiet;
    let bar = if shown { ProgressBar::new_spinner() } else { ProgressBar::hidden() };
    bar.set_message(format!("Asking {}", service.host_str().unwrap_or_default()));
    bar.enable_steady_tick(TICK);
    bar
}

impl FetchProgress for Bars {
    fn begin(&self, name: &str) {
        let bar = self.bars.insert_before(&self.all, ProgressBar::no_length());
        bar.set_style(style("{msg:24!} {bar:30} {bytes}/{total_bytes}"));
        bar.set_message(name.to_owned());
        self.each().insert(name.to_owned(), bar);
    }

    fn step(&self, name: &str, got: u64, of: Option<u64>) {
        if let Some(bar) = self.each().get(name) {
            of.into_iter().for_each(|length| bar.set_length(length));
            bar.set_position(got);
        }
    }

    fn end(&self, name: &str, outcome: &FetchOutcome) {
        if let Some(bar) = self.each().remove(name) {
            bar.finish_and_clear();
        }
        // On a terminal that has gone away nobody misses it.
        let _ = self.bars.println(shown(&format!("{name}: {outcome}")));
        self.all.inc(1);
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}
