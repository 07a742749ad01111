//! Takes addresses, asks for each politely and safely, and puts what comes into the store. Never asks a host twice at
//! once, nor one that is not on the public internet unless the site names it, nor for longer than the limits.

mod guard;
mod host;
mod limits;
mod outcome;
mod request;
mod robots;
mod service;
mod visit;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use tokio::runtime::{self, Runtime};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use url::Url;

pub use guard::is_public;
pub use limits::Limits;
pub(super) use outcome::plain;
pub use outcome::{FetchOutcome, FetchTrouble};
pub use service::Service;

use super::store::{Earlier, FileKind, Provenance, Store};
use crate::diagnostic::Failure;
use crate::threads;
use visit::{Got, Visitor};

/// Under which name we ask, and look for rules in robots.txt.
const NAME: &str = "hustings";
/// What we can read of documents.
const DOCUMENTS: &str = "application/pdf, text/html, image/jpeg, image/png, image/webp, text/plain;q=0.8, */*;q=0.1";
/// How many hosts are asked at once.
const HOSTS: usize = 8;

/// Who asks, whom, and how patiently.
#[derive(Debug, Clone)]
pub struct Settings {
    /// How the owner of a host reaches whoever asks: an e-mail or web address.
    pub contact: String,
    /// Hosts that may be asked although their addresses are not public.
    pub private_hosts: Vec<String>,
    /// How long and how much.
    pub limits: Limits,
    /// What time it is.
    pub now: fn() -> Timestamp,
}

/// An address to be asked for.
#[derive(Debug, Clone)]
pub struct WantedDocument {
    /// What it is called in the report.
    pub name: String,
    /// The address.
    pub address: String,
    /// Whom to credit, or under which licence it stands.
    pub licence: Option<String>,
}

/// Who wants to know how a run goes on. It is called from the run itself, and should not take long.
pub trait FetchProgress: Send + Sync {
    /// A document is being asked for.
    fn begin(&self, name: &str);
    /// So many of its bytes are here, of so many.
    fn step(&self, name: &str, got: u64, of: Option<u64>);
    /// It ended so.
    fn end(&self, name: &str, outcome: &FetchOutcome);
}

/// How a run ended.
#[derive(Debug)]
pub struct Report {
    /// What became of each address that was asked for.
    pub outcomes: Vec<(WantedDocument, FetchOutcome)>,
    /// Whether somebody stopped it; then not every address was asked for.
    pub stopped: bool,
}

/// Asks for all addresses, each host in turn and several hosts at once, until all are answered or
/// somebody presses Ctrl-C. What was got by then is in the store, whole.
///
/// # Errors
/// When nothing can be asked at all.
pub fn fetch(
    wanted: Vec<WantedDocument>,
    store: &Store,
    settings: &Settings,
    progress: &Arc<dyn FetchProgress>,
) -> Result<Report, Failure> {
    let runtime = begun()?;
    let run = Arc::new(Run {
        visitor: Visitor::new(settings, DOCUMENTS)?,
        store: store.clone(),
        progress: progress.clone(),
        places: Semaphore::new(HOSTS),
    });
    Ok(runtime.block_on(run.all(wanted)))
}

fn begun() -> Result<Runtime, Failure> {
    // One that looks up names, and one that shows that something goes on.
    threads::spare(2, "cannot begin to fetch")?;
    runtime::Builder::new_current_thread().enable_all().build().map_err(|e| cannot("begin to fetch", &e))
}

fn cannot(what: &str, why: &dyn std::fmt::Display) -> Failure {
    Failure::new(format!("cannot {what}"), why, "free some memory, or try again")
}

/// A run, shared by the tasks of its hosts.
struct Run {
    visitor: Visitor,
    store: Store,
    progress: Arc<dyn FetchProgress>,
    places: Semaphore,
}

impl Run {
    async fn all(self: Arc<Self>, wanted: Vec<WantedDocument>) -> Report {
        let mut of_hosts: BTreeMap<String, Vec<WantedDocument>> = BTreeMap::new();
        for one in wanted {
            let host = Url::parse(&one.address).ok().and_then(|url| url.host_str().map(str::to_owned));
            of_hosts.entry(host.unwrap_or_default()).or_default().push(one);
        }
        let outcomes = Arc::new(std::sync::Mutex::new(Vec::new()));
        let mut tasks = JoinSet::new();
        for of_host in of_hosts.into_values() {
            let (run, outcomes) = (self.clone(), outcomes.clone());
            tasks.spawn(async move {
                let _place = run.places.acquire().await;
                for one in of_host {
                    let outcome = run.one(&one).await;
                    run.progress.end(&one.name, &outcome);
                    outcomes.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push((one, outcome));
                }
            });
        }
        let finished = async { while tasks.join_next().await.is_some() {} };
        let stopped = tokio::select! {
            () = finished => false,
            _ = tokio::signal::ctrl_c() => true,
        };
        let outcomes = std::mem::take(&mut *outcomes.lock().unwrap_or_else(std::sync::PoisonError::into_inner));
        Report { outcomes, stopped }
    }

    async fn one(&self, wanted: &WantedDocument) -> FetchOutcome {
        self.progress.begin(&wanted.name);
        let step = |got, of| self.progress.step(&wanted.name, got, of);
        let before = self.store.latest(&wanted.address);
        // What is gone from the store is asked for anew, not compared.
        let whole = before.clone().filter(|before| self.store.bytes(&before.sha256).is_ok());
        match self.visitor.document(&wanted.address, whole.as_ref(), &step).await {
            Ok(got) => self
                .keep(wanted, before, got)
                .unwrap_or_else(|failure| FetchOutcome::NotGot(FetchTrouble::Store(failure.to_string()))),
            Err(trouble) => FetchOutcome::NotGot(trouble),
        }
    }

    /// Puts what came into the store: first the bytes, then where they came from.
    fn keep(&self, wanted: &WantedDocument, before: Option<Provenance>, got: Got) -> Result<FetchOutcome, Failure> {
        let now = (self.visitor.settings.now)();
        let Got::Body { final_address, body } = got else {
            let Some(before) = before else { return Ok(FetchOutcome::Unchanged) };
            self.store.note(&Provenance { checked: now, ..before })?;
            return Ok(FetchOutcome::Unchanged);
        };
        if body.bytes.is_empty() {
            return Ok(FetchOutcome::NotGot(FetchTrouble::Unusable("there is nothing in it")));
        }
        let Some(kind) = FileKind::of(&body.bytes) else {
            let what = "it is neither a PDF, a picture, a web page nor a text";
            return Ok(FetchOutcome::NotGot(FetchTrouble::Unusable(what)));
        };
        let size = body.bytes.len() as u64;
        let sha256 = self.store.keep(&body.bytes)?;
        let same = before.as_ref().filter(|before| before.sha256 == sha256);
        let fetched = same.map_or(now, |before| before.fetched);
        let outcome = match &before {
            None => FetchOutcome::New(kind, size),
            Some(before) if before.sha256 == sha256 => FetchOutcome::Unchanged,
            Some(_) => FetchOutcome::Changed(kind, size),
        };
        self.store.note(&Provenance {
            address: wanted.address.clone(),
            final_address,
            fetched,
            checked: now,
            status: body.status,
            headers: body.headers,
            earlier: earlier(before, &sha256),
            sha256,
            size,
            kind,
            licence: wanted.licence.clone(),
        })?;
        Ok(outcome)
    }
}

/// What was found before other bytes than these, the latest first.
fn earlier(before: Option<Provenance>, sha256: &str) -> Vec<Earlier> {
    let Some(before) = before else { return Vec::new() };
    let last = Earlier { sha256: before.sha256, fetched: before.fetched };
    let all = std::iter::once(last).chain(before.earlier);
    let mut kept: Vec<Earlier> = Vec::new();
    for one in all.filter(|one| one.sha256 != sha256) {
        if !kept.iter().any(|known| known.sha256 == one.sha256) {
            kept.push(one);
        }
    }
    kept
}
