//! Takes addresses, asks for each politely and safely, and puts what comes into the store. Never asks a host twice at
//! once, nor one that is not on the public internet unless the site names it, nor for longer than the limits.

mod guard;
mod limits;
mod outcome;
mod request;
mod robots;
mod visit;

use std::cell::RefCell;
use std::collections::BTreeMap;

use futures_util::{StreamExt as _, stream};
use jiff::Timestamp;
use serde_json::Value;
use tokio::runtime::{self, Runtime};
use tokio::signal::unix::{Signal, SignalKind, signal};
use url::Url;

pub use guard::is_public;
pub(crate) use limits::Limits;
pub(super) use outcome::plain;
pub(crate) use outcome::{FetchOutcome, FetchTrouble};

use super::store::{Earlier, FileKind, Provenance, Store};
use crate::diagnostic::Failure;
use crate::threads;
use request::FetchedBody;
use visit::Visitor;

/// Under which name we ask, and look for rules in robots.txt.
const NAME: &str = "hustings";
/// What we can read of documents.
const DOCUMENTS: &str = "application/pdf, text/html, image/jpeg, image/png, image/webp, text/plain;q=0.8, */*;q=0.1";
/// How many hosts are asked at once.
const HOSTS: usize = 8;

/// Who asks, whom, and how patiently.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    /// How the owner of a host reaches us: an e-mail or web address.
    pub(crate) contact: String,
    /// Hosts that may be asked although their addresses are not public.
    pub(crate) private_hosts: Vec<String>,
    pub(crate) limits: Limits,
    pub(crate) now: fn() -> Timestamp,
}

/// An address to be asked for.
#[derive(Debug, Clone)]
pub(crate) struct WantedDocument {
    /// What it is called in the report.
    pub(crate) name: String,
    pub(crate) address: String,
    /// Whom to credit, or under which licence it stands.
    pub(crate) licence: Option<String>,
}

/// Told how a run goes on. It is called from the run itself, and should not take long.
pub(crate) trait FetchProgress {
    fn begin(&self, name: &str);
    /// So many bytes of a document are here, of so many.
    fn step(&self, name: &str, got: u64, of: Option<u64>);
    fn end(&self, name: &str, outcome: &FetchOutcome);
}

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Report {
    pub(crate) outcomes: Vec<(WantedDocument, FetchOutcome)>,
    /// Whether somebody stopped it; then not every address was asked for.
    pub(crate) stopped: bool,
}

/// Asks for all addresses, each host in turn and several hosts at once, until all are answered or
/// somebody presses Ctrl-C. What was got by then is in the store, whole.
pub(crate) fn fetch(
    wanted: Vec<WantedDocument>,
    store: &Store,
    settings: &Settings,
    progress: &dyn FetchProgress,
) -> Result<Report, Failure> {
    let runtime = begun()?;
    let run = Run { visitor: Visitor::new(settings, DOCUMENTS)?, store, progress };
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

/// Asks services that answer programs in JSON, as politely and safely as documents are fetched. Their answers are not kept.
pub(crate) struct Service {
    runtime: Runtime,
    visitor: Visitor,
    interrupted: Signal,
}

impl Service {
    pub(crate) fn new(settings: &Settings) -> Result<Self, Failure> {
        let runtime = begun()?;
        // Before anything is asked, so that Ctrl-C between two questions is heard too.
        let entered = runtime.enter();
        let interrupted = signal(SignalKind::interrupt()).map_err(|e| cannot("listen for Ctrl-C", &e))?;
        drop(entered);
        Ok(Self { visitor: Visitor::new(settings, "application/json")?, runtime, interrupted })
    }

    /// The answer to one question, and the address that gave it.
    pub(crate) fn ask(&mut self, address: &Url) -> Result<(Url, Value), FetchTrouble> {
        let answer = self.runtime.block_on(async {
            tokio::select! {
                answer = self.visitor.document(address.as_str(), None, &|_, _| ()) => answer,
                _ = self.interrupted.recv() => Err(FetchTrouble::Stopped),
            }
        });
        let (at, body) = answer?.ok_or_else(|| FetchTrouble::of("it answered what nobody had asked"))?;
        let value = serde_json::from_slice(&body.bytes);
        Ok((at, value.map_err(|error| FetchTrouble::Final(format!("its answer is not JSON ({error})")))?))
    }
}

/// A run over many documents.
struct Run<'r> {
    visitor: Visitor,
    store: &'r Store,
    progress: &'r dyn FetchProgress,
}

impl Run<'_> {
    async fn all(&self, wanted: Vec<WantedDocument>) -> Report {
        let mut of_hosts: BTreeMap<String, Vec<WantedDocument>> = BTreeMap::new();
        for one in wanted {
            let host = Url::parse(&one.address).ok().and_then(|url| url.host_str().map(str::to_owned));
            of_hosts.entry(host.unwrap_or_default()).or_default().push(one);
        }
        let outcomes = RefCell::new(Vec::new());
        let outcomes_so_far = &outcomes;
        let visits = stream::iter(of_hosts.into_values()).for_each_concurrent(HOSTS, async |of_host| {
            for one in of_host {
                let outcome = self.one(&one).await;
                self.progress.end(&one.name, &outcome);
                outcomes_so_far.borrow_mut().push((one, outcome));
            }
        });
        let stopped = tokio::select! {
            () = visits => false,
            _ = tokio::signal::ctrl_c() => true,
        };
        Report { outcomes: outcomes.into_inner(), stopped }
    }

    async fn one(&self, wanted: &WantedDocument) -> FetchOutcome {
        self.progress.begin(&wanted.name);
        let step = |got, of| self.progress.step(&wanted.name, got, of);
        let before = self.store.latest(&wanted.address);
        // What is gone from the store is asked for anew, not compared.
        let whole = before.as_ref().filter(|before| self.store.bytes(&before.sha256).is_ok());
        match self.visitor.document(&wanted.address, whole, &step).await {
            Ok(got) => self
                .keep(wanted, before, got)
                .unwrap_or_else(|failure| FetchOutcome::NotGot(FetchTrouble::Final(failure.to_string()))),
            Err(trouble) => FetchOutcome::NotGot(trouble),
        }
    }

    /// Puts what came into the store: first the bytes, then where they came from.
    fn keep(
        &self,
        wanted: &WantedDocument,
        before: Option<Provenance>,
        got: Option<(Url, FetchedBody)>,
    ) -> Result<FetchOutcome, Failure> {
        let now = (self.visitor.settings.now)();
        let Some((final_address, body)) = got else {
            if let Some(before) = before {
                self.store.note(&Provenance { checked: now, ..before })?;
            }
            return Ok(FetchOutcome::Unchanged);
        };
        if body.bytes.is_empty() {
            return Ok(FetchOutcome::NotGot(FetchTrouble::of("there is nothing in it")));
        }
        let Some(kind) = FileKind::of(&body.bytes) else {
            let why = "it is neither a PDF, a picture, a web page nor a text";
            return Ok(FetchOutcome::NotGot(FetchTrouble::of(why)));
        };
        let size = body.bytes.len() as u64;
        let sha256 = self.store.keep(&body.bytes)?;
        let (fetched, outcome) = match &before {
            None => (now, FetchOutcome::New(kind, size)),
            Some(before) if before.sha256 == sha256 => (before.fetched, FetchOutcome::Unchanged),
            Some(_) => (now, FetchOutcome::Changed(kind, size)),
        };
        self.store.note(&Provenance {
            address: wanted.address.clone(),
            final_address: final_address.into(),
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
