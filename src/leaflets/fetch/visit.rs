use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::error::Error as _;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use reqwest::Client;
use reqwest::redirect::Policy;
use tokio::sync::Mutex;
use tokio::time::{Instant, sleep_until};
use url::{Origin, Url};

use super::guard::Guard;
use super::request::{Answer, FetchStep, FetchedBody};
use super::robots::RobotsTxt;
use super::{FetchTrouble, NAME, Settings};
use crate::diagnostic::Failure;
use crate::leaflets::store::Provenance;

/// How many redirects are followed.
const REDIRECTS: usize = 5;
/// How much of a robots.txt is read, in bytes.
const ROBOTS_SIZE: u64 = 500_000;

/// Visits hosts, one request at a time each.
pub(super) struct Visitor {
    pub(super) client: Client,
    pub(super) settings: Settings,
    /// What kinds of answer are wanted.
    pub(super) accept: &'static str,
    guard: Guard,
    hosts: RefCell<HashMap<String, Rc<Mutex<Host>>>>,
}

/// What a run knows of a host. Only whoever holds the lock may ask it.
#[derive(Default)]
struct Host {
    /// It is not asked again before this.
    next: Option<Instant>,
    /// What each of its robots.txt says, or why nobody can tell.
    robots: HashMap<Origin, Result<RobotsTxt, FetchTrouble>>,
    /// Why this run asks it no more.
    closed: Option<FetchTrouble>,
}

impl Host {
    /// Leaves the host alone for a while: for longer where its robots.txt asks for that, up to a limit.
    fn rest(&mut self, url: &Url, pause: Duration, longest: Duration) {
        let asked = self.robots.get(&url.origin()).and_then(|rules| rules.as_ref().ok()?.delay).unwrap_or_default();
        self.next = Some(Instant::now() + pause.max(asked.min(longest)));
    }
}

impl Visitor {
    pub(super) fn new(settings: &Settings, accept: &'static str) -> Result<Self, Failure> {
        let guard = Guard::allowing(&settings.private_hosts);
        let client = client(settings, guard.clone())?;
        Ok(Self { client, settings: settings.clone(), accept, guard, hosts: RefCell::default() })
    }

    /// What lies at an address, and the address that gave it after redirects; nothing when it is the same as before.
    pub(super) async fn document(
        &self,
        address: &str,
        before: Option<&Provenance>,
        step: FetchStep<'_>,
    ) -> Result<Option<(Url, FetchedBody)>, FetchTrouble> {
        let mut url = Url::parse(address).map_err(|e| FetchTrouble::Final(format!("it is not an address: {e}")))?;
        url.set_fragment(None);
        let none = BTreeMap::new();
        let ask = async |url: &Url| {
            let known = before.filter(|before| before.final_address == url.as_str());
            self.patiently(url, known.map_or(&none, |before| &before.headers), step).await
        };
        self.follow(url, ask).await
    }

    /// Asks for an address, and follows a limited number of redirects, each of them judged as the first address is.
    async fn follow(
        &self,
        mut url: Url,
        mut ask: impl AsyncFnMut(&Url) -> Result<Answer, FetchTrouble>,
    ) -> Result<Option<(Url, FetchedBody)>, FetchTrouble> {
        let mut seen = Vec::new();
        loop {
            let redirected = if seen.is_empty() { "" } else { "it redirects to where we do not follow: " };
            self.guard.judge(&url).map_err(|why| FetchTrouble::Final(format!("{redirected}{why}")))?;
            match ask(&url).await? {
                Answer::Body(body) => return Ok(Some((url, body))),
                Answer::NotModified => return Ok(None),
                Answer::Redirect(to) => seen.push(std::mem::replace(&mut url, to)),
            }
            if seen.contains(&url) {
                return Err(FetchTrouble::of("its redirects lead in a circle"));
            }
            if seen.len() > REDIRECTS {
                return Err(FetchTrouble::Final(format!("it redirects more than {REDIRECTS} times")));
            }
        }
    }

    /// Asks a host when its turn has come, and again after a while when that may help.
    async fn patiently(
        &self,
        url: &Url,
        validators: &BTreeMap<String, String>,
        step: FetchStep<'_>,
    ) -> Result<Answer, FetchTrouble> {
        let limits = &self.settings.limits;
        let host = self.hosts.borrow_mut().entry(url.host_str().unwrap_or_default().to_owned()).or_default().clone();
        let (mut tries, mut longer) = (0, limits.pause.min(limits.wait));
        loop {
            let mut host = host.lock().await;
            if let Some(trouble) = &host.closed {
                return Err(trouble.clone());
            }
            self.obey(&mut host, url).await?;
            let trouble = match self.ask(&mut host, url, limits.size, validators, step).await {
                Ok(answer) => return Ok(answer),
                Err(trouble) => trouble,
            };
            tries += 1;
            let after = match trouble {
                FetchTrouble::Status(_, after) => after.unwrap_or_default(),
                FetchTrouble::Connection(_) | FetchTrouble::Final(_) | FetchTrouble::Stopped => Duration::ZERO,
            };
            if after > limits.wait {
                let why = FetchTrouble::Final(format!("the site asks us to come back after {} s", after.as_secs()));
                host.closed = Some(why.clone());
                return Err(why);
            }
            if !trouble.is_passing() || tries >= limits.tries {
                return Err(trouble);
            }
            host.rest(url, after.max(longer), limits.wait);
            longer = (longer * 2).min(limits.wait);
        }
    }

    /// Asks once, when the host has rested, and then leaves it alone for the usual pause.
    async fn ask(
        &self,
        host: &mut Host,
        url: &Url,
        size: u64,
        validators: &BTreeMap<String, String>,
        step: FetchStep<'_>,
    ) -> Result<Answer, FetchTrouble> {
        if let Some(next) = host.next {
            sleep_until(next).await;
        }
        let answer = self.send(url, size, validators, step).await;
        host.rest(url, self.settings.limits.pause, self.settings.limits.wait);
        answer
    }

    /// Ok when the host's robots.txt allows the address; reads that file first, once in a run.
    async fn obey(&self, host: &mut Host, url: &Url) -> Result<(), FetchTrouble> {
        let origin = url.origin();
        if !host.robots.contains_key(&origin) {
            let robots = self.robots(host, url).await;
            host.robots.insert(origin.clone(), robots);
        }
        match &host.robots[&origin] {
            Ok(rules) if rules.allow(url) => Ok(()),
            Ok(_) => Err(FetchTrouble::of("the site's robots.txt asks programs to stay away from it")),
            Err(trouble) => Err(trouble.clone()),
        }
    }

    /// A host's robots.txt: when there is none, nothing is forbidden; when nobody can tell, everything is.
    async fn robots(&self, host: &mut Host, url: &Url) -> Result<RobotsTxt, FetchTrouble> {
        let Ok(at) = url.join("/robots.txt") else { return Ok(RobotsTxt::default()) };
        let none = BTreeMap::new();
        let ask = async |at: &Url| self.ask(host, at, ROBOTS_SIZE, &none, &|_, _| ()).await;
        let why = match self.follow(at, ask).await {
            Ok(Some((_, body))) => return Ok(RobotsTxt::of(&body.bytes, NAME)),
            Err(FetchTrouble::Status(400..=428 | 430..=499, _)) => return Ok(RobotsTxt::default()),
            Ok(None) => "it answered what nobody had asked".to_owned(),
            Err(trouble) => trouble.to_string(),
        };
        Err(FetchTrouble::Final(format!("the site's robots.txt could not be read ({why}), so we ask for no more")))
    }
}

/// The client of a whole run. It follows no redirect, sends no cookie and no referrer, and asks no proxy.
fn client(settings: &Settings, guard: Guard) -> Result<Client, Failure> {
    // Somebody else may have chosen one already, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let agent = format!("{NAME}/{} (+{})", env!("CARGO_PKG_VERSION"), settings.contact);
    let client = Client::builder()
        .user_agent(agent)
        .no_proxy()
        .referer(false)
        .redirect(Policy::none())
        .connect_timeout(settings.limits.connect)
        .dns_resolver(Arc::new(guard))
        .build();
    client.map_err(|e| {
        let help = "check that “fetch: contact:” in hustings.yaml is plain text, and that the system has root certificates (Debian: ca-certificates)";
        Failure::new("cannot begin to fetch", e.source().map_or_else(|| e.to_string(), ToString::to_string), help)
    })
}
