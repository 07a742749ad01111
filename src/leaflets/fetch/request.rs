use std::collections::BTreeMap;
use std::error::Error as _;
use std::time::Duration;

use jiff::Timestamp;
use reqwest::header::{self, HeaderMap, HeaderName};
use reqwest::{Client, Response, StatusCode};
use tokio::time::timeout;
use url::Url;

use super::guard::NotPublic;
use super::{FetchTrouble, Limits};

/// The headers of an answer that are kept.
const KEPT: [HeaderName; 6] = [
    header::ETAG,
    header::LAST_MODIFIED,
    header::CONTENT_TYPE,
    header::CONTENT_LENGTH,
    header::DATE,
    header::CONTENT_LANGUAGE,
];

/// What one request gave.
pub(super) enum Answer {
    /// What lies there.
    Body(Body),
    /// It is the same as before.
    NotModified,
    /// It lies elsewhere.
    Redirect(Url),
}

/// What lies at an address.
pub(super) struct Body {
    pub(super) status: u16,
    pub(super) headers: BTreeMap<String, String>,
    pub(super) bytes: Vec<u8>,
}

/// Why a request gave nothing, and for how long the host wants to be left alone.
pub(super) struct Refusal {
    pub(super) trouble: FetchTrouble,
    pub(super) after: Option<Duration>,
}

impl From<FetchTrouble> for Refusal {
    fn from(trouble: FetchTrouble) -> Self {
        Self { trouble, after: None }
    }
}

/// One request for one address.
pub(super) struct Request<'r> {
    pub(super) client: &'r Client,
    pub(super) limits: &'r Limits,
    pub(super) url: &'r Url,
    pub(super) accept: &'static str,
    /// The validators of what is in the store.
    pub(super) validators: &'r BTreeMap<String, String>,
    /// The most bytes that are taken.
    pub(super) size: u64,
    /// Told of each piece: how many bytes there are now, of how many.
    pub(super) step: &'r (dyn Fn(u64, Option<u64>) + Sync),
    pub(super) now: fn() -> Timestamp,
}

impl Request<'_> {
    /// Asks once, within the limits.
    pub(super) async fn send(&self) -> Result<Answer, Refusal> {
        match timeout(self.limits.total, self.ask()).await {
            Ok(answer) => answer,
            Err(_) => Err(slow("it took longer than", self.limits.total).into()),
        }
    }

    async fn ask(&self) -> Result<Answer, Refusal> {
        let mut request = self.client.get(self.url.clone()).header(header::ACCEPT, self.accept);
        for (validator, condition) in [("etag", header::IF_NONE_MATCH), ("last-modified", header::IF_MODIFIED_SINCE)] {
            if let Some(value) = self.validators.get(validator) {
                request = request.header(condition, value);
            }
        }
        let patience = self.limits.connect + self.limits.idle;
        let response = timeout(patience, request.send()).await;
        let response = response.map_err(|_| slow("no answer within", patience))?.map_err(|error| failed(&error))?;
        let status = response.status();
        match status {
            StatusCode::OK => self.body(response).await.map(Answer::Body).map_err(Refusal::from),
            StatusCode::NOT_MODIFIED if !self.validators.is_empty() => Ok(Answer::NotModified),
            _ if is_redirect(status) => self.redirect(response.headers()).map(Answer::Redirect).map_err(Refusal::from),
            _ => Err(Refusal {
                trouble: FetchTrouble::Status(status.as_u16()),
                after: self.retry_after(response.headers()),
            }),
        }
    }

    async fn body(&self, mut response: Response) -> Result<Body, FetchTrouble> {
        let declared = response.content_length();
        if declared.is_some_and(|length| length > self.size) {
            return Err(FetchTrouble::TooLarge(self.size));
        }
        // What was asked for packed is unpacked by now, and then this header is gone.
        let packed = response.headers().get(header::CONTENT_ENCODING).filter(|packed| *packed != "identity");
        if let Some(packed) = packed {
            let how = String::from_utf8_lossy(packed.as_bytes());
            return Err(FetchTrouble::Answer(format!(
                "it is packed as “{how}”, which we did not ask for and cannot unpack"
            )));
        }
        let headers = kept(response.headers());
        let mut bytes = Vec::new();
        loop {
            let chunk = timeout(self.limits.idle, response.chunk()).await;
            let chunk = chunk.map_err(|_| slow("it fell silent for", self.limits.idle))?;
            let Some(chunk) = chunk.map_err(|error| failed(&error))? else { break };
            if (bytes.len() + chunk.len()) as u64 > self.size {
                return Err(FetchTrouble::TooLarge(self.size));
            }
            bytes.extend_from_slice(&chunk);
            (self.step)(bytes.len() as u64, declared);
        }
        Ok(Body { status: StatusCode::OK.as_u16(), headers, bytes })
    }

    fn redirect(&self, headers: &HeaderMap) -> Result<Url, FetchTrouble> {
        let refuse = |why: &str| FetchTrouble::Redirects(why.to_owned());
        let location =
            headers.get(header::LOCATION).ok_or_else(|| refuse("it redirects, and does not say where to"))?;
        let location = location.to_str().map_err(|_| refuse("it redirects to an address that cannot be read"))?;
        let mut to = self.url.join(location).map_err(|_| refuse("it redirects to an address that cannot be read"))?;
        if !to.username().is_empty() || to.password().is_some() {
            return Err(refuse("it redirects to an address with a user name or password in it"));
        }
        to.set_fragment(None);
        Ok(to)
    }

    /// For how long the host wants to be left alone: so many seconds, or until a date.
    fn retry_after(&self, headers: &HeaderMap) -> Option<Duration> {
        let value = headers.get(header::RETRY_AFTER)?.to_str().ok()?.trim();
        if let Ok(seconds) = value.parse() {
            return Some(Duration::from_secs(seconds));
        }
        let until = jiff::fmt::rfc2822::DateTimeParser::new().relaxed_weekday(true).parse_timestamp(value).ok()?;
        Some(Duration::try_from(until.duration_since((self.now)())).unwrap_or_default())
    }
}

fn is_redirect(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}

/// The headers that are kept, if they are plain text.
fn kept(headers: &HeaderMap) -> BTreeMap<String, String> {
    let plain = |name: HeaderName| Some((name.as_str().to_owned(), headers.get(&name)?.to_str().ok()?.to_owned()));
    KEPT.into_iter().filter_map(plain).collect()
}

fn slow(what: &str, limit: Duration) -> FetchTrouble {
    let seconds = limit.as_millis();
    let limit = if seconds.is_multiple_of(1000) { format!("{} s", seconds / 1000) } else { format!("{seconds} ms") };
    FetchTrouble::Connection(format!("{what} {limit}"))
}

/// What went wrong, in the words of whoever noticed it first.
fn failed(error: &reqwest::Error) -> FetchTrouble {
    let mut causes = Vec::new();
    let mut cause = error.source();
    while let Some(error) = cause {
        if let Some(private) = error.downcast_ref::<NotPublic>() {
            return FetchTrouble::Refused(private.to_string());
        }
        causes.push(error.to_string());
        cause = error.source();
    }
    let first = causes.last().cloned().unwrap_or_else(|| error.to_string());
    if causes.iter().any(|cause| cause.contains("certificate")) {
        return FetchTrouble::Refused(format!("its certificate cannot be trusted ({first})"));
    }
    let what = if error.is_connect() {
        "no connection"
    } else if error.is_body() || error.is_decode() {
        "what it sends breaks off or is damaged"
    } else {
        "its answer makes no sense"
    };
    FetchTrouble::Connection(format!("{what} ({first})"))
}
