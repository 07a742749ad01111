use std::collections::BTreeMap;
use std::error::Error as _;
use std::time::Duration;

use jiff::Timestamp;
use reqwest::header::{self, HeaderMap, HeaderName};
use reqwest::{Response, StatusCode};
use tokio::time::timeout;
use url::Url;

use super::FetchTrouble;
use super::guard::NotPublic;
use super::visit::Visitor;

/// The headers of an answer that are kept.
const KEPT: [HeaderName; 6] = [
    header::ETAG,
    header::LAST_MODIFIED,
    header::CONTENT_TYPE,
    header::CONTENT_LENGTH,
    header::DATE,
    header::CONTENT_LANGUAGE,
];

/// Told of each piece of a document: how many bytes there are now, of how many.
pub(super) type FetchStep<'s> = &'s dyn Fn(u64, Option<u64>);

/// What one request gave.
pub(super) enum Answer {
    /// What lies there.
    Body(FetchedBody),
    /// It is the same as before.
    NotModified,
    /// It lies elsewhere.
    Redirect(Url),
}

/// What lies at an address.
pub(super) struct FetchedBody {
    pub(super) status: u16,
    pub(super) headers: BTreeMap<String, String>,
    pub(super) bytes: Vec<u8>,
}

impl Visitor {
    /// Asks once, within the limits, for at most so many bytes. The validators are those of what is in the store.
    pub(super) async fn send(
        &self,
        url: &Url,
        size: u64,
        validators: &BTreeMap<String, String>,
        step: FetchStep<'_>,
    ) -> Result<Answer, FetchTrouble> {
        let total = self.settings.limits.total;
        let answer = timeout(total, self.answer(url, size, validators, step)).await;
        answer.unwrap_or_else(|_| Err(slow("it took longer than", total)))
    }

    async fn answer(
        &self,
        url: &Url,
        size: u64,
        validators: &BTreeMap<String, String>,
        step: FetchStep<'_>,
    ) -> Result<Answer, FetchTrouble> {
        let mut request = self.client.get(url.clone()).header(header::ACCEPT, self.accept);
        for (validator, condition) in [("etag", header::IF_NONE_MATCH), ("last-modified", header::IF_MODIFIED_SINCE)] {
            if let Some(value) = validators.get(validator) {
                request = request.header(condition, value);
            }
        }
        let patience = self.settings.limits.connect + self.settings.limits.idle;
        let response = timeout(patience, request.send()).await;
        let response = response.map_err(|_| slow("no answer within", patience))?.map_err(|error| failed(&error))?;
        match response.status().as_u16() {
            200 => self.body(response, size, step).await.map(Answer::Body),
            304 if !validators.is_empty() => Ok(Answer::NotModified),
            301 | 302 | 303 | 307 | 308 => redirect(url, response.headers()).map(Answer::Redirect),
            status => Err(FetchTrouble::Status(status, retry_after(response.headers(), self.settings.now))),
        }
    }

    async fn body(&self, mut response: Response, size: u64, step: FetchStep<'_>) -> Result<FetchedBody, FetchTrouble> {
        let declared = response.content_length();
        if declared.is_some_and(|length| length > size) {
            return Err(FetchTrouble::too_large(size));
        }
        // What was asked for packed is unpacked by now, and then this header is gone.
        let packed = response.headers().get(header::CONTENT_ENCODING).filter(|packed| *packed != "identity");
        if let Some(packed) = packed {
            let how = String::from_utf8_lossy(packed.as_bytes());
            let why = format!("it is packed as “{how}”, which we did not ask for and cannot unpack");
            return Err(FetchTrouble::Final(why));
        }
        let headers = kept(response.headers());
        let (mut bytes, idle) = (Vec::new(), self.settings.limits.idle);
        loop {
            let chunk = timeout(idle, response.chunk()).await.map_err(|_| slow("it fell silent for", idle))?;
            let Some(chunk) = chunk.map_err(|error| failed(&error))? else { break };
            if (bytes.len() + chunk.len()) as u64 > size {
                return Err(FetchTrouble::too_large(size));
            }
            bytes.extend_from_slice(&chunk);
            step(bytes.len() as u64, declared);
        }
        Ok(FetchedBody { status: StatusCode::OK.as_u16(), headers, bytes })
    }
}

/// Where a redirect leads.
fn redirect(from: &Url, headers: &HeaderMap) -> Result<Url, FetchTrouble> {
    let location =
        headers.get(header::LOCATION).ok_or_else(|| FetchTrouble::of("it redirects, and does not say where to"))?;
    let to = location.to_str().ok().and_then(|location| from.join(location).ok());
    let mut to = to.ok_or_else(|| FetchTrouble::of("it redirects to an address that cannot be read"))?;
    if !to.username().is_empty() || to.password().is_some() {
        return Err(FetchTrouble::of("it redirects to an address with a user name or password in it"));
    }
    to.set_fragment(None);
    Ok(to)
}

/// For how long the host wants to be left alone: so many seconds, or until a date.
fn retry_after(headers: &HeaderMap, now: fn() -> Timestamp) -> Option<Duration> {
    let value = headers.get(header::RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = value.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = jiff::fmt::rfc2822::DateTimeParser::new().relaxed_weekday(true).parse_timestamp(value).ok()?;
    Some(Duration::try_from(until.duration_since(now())).unwrap_or_default())
}

/// The headers that are kept, if they are plain text.
fn kept(headers: &HeaderMap) -> BTreeMap<String, String> {
    let plain = |name: HeaderName| Some((name.as_str().to_owned(), headers.get(&name)?.to_str().ok()?.to_owned()));
    KEPT.into_iter().filter_map(plain).collect()
}

fn slow(what: &str, limit: Duration) -> FetchTrouble {
    let time = limit.as_millis();
    let limit = if time.is_multiple_of(1000) { format!("{} s", time / 1000) } else { format!("{time} ms") };
    FetchTrouble::Connection(format!("{what} {limit}"))
}

/// What went wrong, in the words of whoever noticed it first.
fn failed(error: &reqwest::Error) -> FetchTrouble {
    let causes: Vec<_> = std::iter::successors(error.source(), |&cause| cause.source()).collect();
    if let Some(private) = causes.iter().find_map(|cause| cause.downcast_ref::<NotPublic>()) {
        return FetchTrouble::Final(private.to_string());
    }
    let first = causes.last().map_or_else(|| error.to_string(), ToString::to_string);
    if causes.iter().any(|cause| cause.to_string().contains("certificate")) {
        return FetchTrouble::Final(format!("its certificate cannot be trusted ({first})"));
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
