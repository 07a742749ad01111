use std::collections::{BTreeMap, HashMap};
use std::error::Error as _;
use std::sync::{Arc, PoisonError};

use backon::{BackoffBuilder as _, ExponentialBuilder};
use reqwest::Client;
use reqwest::redirect::Policy;
use tokio::sync::Mutex;
use url::Url;

use super::guard::Guard;
use super::host::{Host, Robots};
use super::request::{Answer, Body, Refusal, Request};
use super::{FetchTrouble, NAME, Settings};
use crate::diagnostic::Failure;
use crate::leaflets::store::Provenance;

/// How many redirects are followed.
const REDIRECTS: usize = 5;
/// How much of a robots.txt is read, in bytes.
const ROBOTS_SIZE: u64 = 500_000;

/// Told of each piece of a document.
type VisitStep<'s> = &'s (dyn Fn(u64, Option<u64>) + Sync);

/// What a visit gave.
pub(super) enum Got {
    /// What lies there now.
    Body {
        /// The address that gave it.
        final_address: String,
        /// What it gave.
        body: Body,
    },
    /// It is the same as before.
    Unchanged,
}

/// Visits hosts, one request at a time each.
pub(super) struct Visitor {
    client: Client,
    guard: Guard,
    pub(super) settings: Settings,
    /// What kinds of answer are wanted.
    accept: &'static str,
    hosts: std::sync::Mutex<HashMap<String, Arc<Mutex<Host>>>>,
}

impl Visitor {
    /// Whoever asks in the name of these settings for such kinds of answer.
    pub(super) fn new(settings: &Settings, accept: &'static str) -> Result<Self, Failure> {
        let guard = Guard::allowing(&settings.private_hosts);
        Ok(Self {
            client: client(settings)?,
            guard,
            settings: settings.clone(),
            accept,
            hosts: std::sync::Mutex::default(),
        })
    }

    /// Gets what lies at an address, over at most so many redirects, each of them judged as the first address is.
    pub(super) async fn document(
        &self,
        address: &str,
        before: Option<&Provenance>,
        step: VisitStep<'_>,
    ) -> Result<Got, FetchTrouble> {
        let mut url = Url::parse(address).map_err(|e| FetchTrouble::Refused(format!("it is no address: {e}")))?;
        url.set_fragment(None);
        let mut seen = Vec::new();
        loop {
            self.guard.judge(&url).map_err(|why| refused(&why, &seen))?;
            let known = before.filter(|before| before.final_address == url.as_str());
            let validators = known.map(|before| before.headers.clone()).unwrap_or_default();
            match self.patiently(&url, &validators, step).await? {
                Answer::Body(body) => return Ok(Got::Body { final_address: url.into(), body }),
                Answer::NotModified => return Ok(Got::Unchanged),
                Answer::Redirect(to) => {
                    seen.push(std::mem::replace(&mut url, to));
                    may_go_on(&url, &seen)?;
                }
            }
        }
    }

    /// Asks a host when its turn has come, and again after a while when that may help.
    async fn patiently(
        &self,
        url: &Url,
        validators: &BTreeMap<String, String>,
        step: VisitStep<'_>,
    ) -> Result<Answer, FetchTrouble> {
        let limits = &self.settings.limits;
        let host = self.host(url);
        let longer = ExponentialBuilder::new().with_jitter().with_min_delay(limits.pause).with_max_delay(limits.wait);
        let mut longer = longer.without_max_times().build();
        let mut tries = 0;
        loop {
            let mut host = host.lock().await;
            if let Some(trouble) = &host.closed {
                return Err(trouble.clone());
            }
            self.obey(&mut host, url).await?;
            let request = self.request(url, validators, limits.size, step);
            let answer = self.ask(&mut host, &request).await;
            tries += 1;
            let refusal = match answer {
                Ok(answer) => return Ok(answer),
                Err(refusal) => refusal,
            };
            if let Some(after) = refusal.after.filter(|after| *after > limits.wait) {
                host.closed = Some(FetchTrouble::ComeBack(after));
                return Err(FetchTrouble::ComeBack(after));
            }
            if !refusal.trouble.is_passing() || tries >= limits.tries {
                return Err(refusal.trouble);
            }
            let back_off = longer.next().unwrap_or(limits.wait);
            host.rest(url, refusal.after.unwrap_or_default().max(back_off), limits.wait);
        }
    }

    /// Asks once, and then leaves the host alone for the usual pause.
    async fn ask(&self, host: &mut Host, request: &Request<'_>) -> Result<Answer, Refusal> {
        host.wait().await;
        let answer = request.send().await;
        host.rest(request.url, self.settings.limits.pause, self.settings.limits.wait);
        answer
    }

    /// Holds when the host's robots.txt does not forbid an address; reads that file first, once in a run.
    async fn obey(&self, host: &mut Host, url: &Url) -> Result<(), FetchTrouble> {
        if host.robots(url).is_none() {
            let robots = self.robots(host, url).await;
            host.learn(url, robots);
        }
        host.robots(url).map_or(Ok(()), |robots| robots.judge(url))
    }

    /// A host's robots.txt: when there is none, nothing is forbidden; when nobody can tell, everything is.
    async fn robots(&self, host: &mut Host, url: &Url) -> Robots {
        let Ok(mut at) = url.join("/robots.txt") else { return Robots::of(b"") };
        let (none, mut seen) = (BTreeMap::new(), Vec::new());
        loop {
            if let Err(why) = self.guard.judge(&at) {
                return Robots::Unknown(why);
            }
            let request = self.request(&at, &none, ROBOTS_SIZE, &|_, _| ());
            let answer = self.ask(host, &request).await.map_err(|refusal| refusal.trouble);
            match answer {
                Ok(Answer::Body(body)) => return Robots::of(&body.bytes),
                Ok(Answer::NotModified) => return Robots::Unknown("it answered what nobody had asked".to_owned()),
                Ok(Answer::Redirect(to)) => {
                    seen.push(std::mem::replace(&mut at, to));
                    if let Err(trouble) = may_go_on(&at, &seen) {
                        return Robots::Unknown(trouble.to_string());
                    }
                }
                Err(FetchTrouble::Status(400..=428 | 430..=499)) => return Robots::of(b""),
                Err(trouble) => return Robots::Unknown(trouble.to_string()),
            }
        }
    }

    fn request<'r>(
        &'r self,
        url: &'r Url,
        validators: &'r BTreeMap<String, String>,
        size: u64,
        step: VisitStep<'r>,
    ) -> Request<'r> {
        let Settings { limits, now, .. } = &self.settings;
        Request { client: &self.client, limits, url, accept: self.accept, validators, size, step, now: *now }
    }

    fn host(&self, url: &Url) -> Arc<Mutex<Host>> {
        let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
        hosts.entry(url.host_str().unwrap_or_default().to_owned()).or_default().clone()
    }
}

/// The client of a whole run. It follows no redirect, sends no cookie and no referrer, and asks no proxy.
fn client(settings: &Settings) -> Result<Client, Failure> {
    // Somebody else may have chosen one already, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let agent = format!("{NAME}/{} (+{})", env!("CARGO_PKG_VERSION"), settings.contact);
    let client = Client::builder()
        .user_agent(agent)
        .no_proxy()
        .referer(false)
        .redirect(Policy::none())
        .connect_timeout(settings.limits.connect)
        .dns_resolver(Arc::new(Guard::allowing(&settings.private_hosts)))
        .build();
    client.map_err(|e| {
        let help = "look that “fetch: contact:” in hustings.yaml is plain text, and that the system has root certificates (Debian: ca-certificates)";
        Failure::new("cannot begin to fetch", e.source().map_or_else(|| e.to_string(), ToString::to_string), help)
    })
}

/// Whether a redirect may be followed: not the sixth, and not to where we were.
fn may_go_on(to: &Url, seen: &[Url]) -> Result<(), FetchTrouble> {
    if seen.contains(to) {
        return Err(FetchTrouble::Redirects("its redirects lead in a circle".to_owned()));
    }
    if seen.len() > REDIRECTS {
        return Err(FetchTrouble::Redirects(format!("it redirects more than {REDIRECTS} times")));
    }
    Ok(())
}

/// Why an address is not asked for, with how we came to it.
fn refused(why: &str, seen: &[Url]) -> FetchTrouble {
    let redirected = if seen.is_empty() { "" } else { "it redirects to where we do not follow: " };
    FetchTrouble::Refused(format!("{redirected}{why}"))
}
