use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, Response, StatusCode, header};
use axum::middleware::Next;

use super::answer::plain;
use super::forms::{self, is_sent_from_here};

/// The names by which this machine calls itself. Other names would be those of sites that want to look at the preview.
const OWN_NAMES: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

/// What every answer says, so that browsers give it to no page of another site: neither in a frame, nor as a script or picture.
const SAID: [(header::HeaderName, &str); 6] = [
    (header::X_FRAME_OPTIONS, "SAMEORIGIN"),
    (header::CONTENT_SECURITY_POLICY, "frame-ancestors 'self'"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (header::REFERRER_POLICY, "same-origin"),
];

/// Answers people who look at the preview, and no other site that their browser has open.
pub(super) async fn guard(request: Request, next: Next) -> Response<Body> {
    let refused = why_refused(&request, is_followed(request.headers()));
    guarded(request, next, refused, false).await
}

/// The same of forms, which may be sent too, and to which no link of another site leads.
pub(super) async fn guard_forms(request: Request, next: Next) -> Response<Body> {
    let (headers, is_sent) = (request.headers(), *request.method() == Method::POST);
    let refused = match is_sent && !is_sent_from_here(headers, text(headers, "host")) {
        true => Some("The desk takes the forms of its own pages only.\n"),
        false => why_refused(&request, false),
    };
    let mut answer = guarded(request, next, refused, is_sent).await;
    for (name, value) in forms::SAID {
        answer.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    answer
}

async fn guarded(request: Request, next: Next, refused: Option<&'static str>, may_send: bool) -> Response<Body> {
    let mut answer = match refused {
        Some(why) => plain(StatusCode::FORBIDDEN, why),
        None if !may_send && !matches!(*request.method(), Method::GET | Method::HEAD) => {
            plain(StatusCode::METHOD_NOT_ALLOWED, "This preview only shows pages.\n")
        }
        None => next.run(request).await,
    };
    for (name, value) in SAID {
        answer.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    answer
}

/// Why a request is not answered; a link of another site may be followed or not.
fn why_refused(request: &Request, may_be_followed: bool) -> Option<&'static str> {
    let headers = request.headers();
    if !is_own(text(headers, "host").unwrap_or_default()) {
        return Some("This preview answers to localhost only.\n");
    }
    let host = text(headers, "host");
    let ours = match text(headers, "sec-fetch-site") {
        Some("same-origin" | "none") => true,
        // A page of another site, or of another port of this machine. A link there may be followed.
        Some(_) => may_be_followed,
        // A browser that does not say: it names the site at least where that asks for more than to look.
        None => text(headers, "origin").is_none_or(|origin| is_same(origin, host)),
    };
    (!ours).then_some("This preview shows pages to people, and gives nothing to other sites.\n")
}

/// Whether somebody follows a link, so that the page is shown by itself.
fn is_followed(headers: &HeaderMap) -> bool {
    text(headers, "sec-fetch-mode") == Some("navigate") && text(headers, "sec-fetch-dest") == Some("document")
}

fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name).map(|value| value.to_str().unwrap_or_default())
}

/// Whether a host is this machine, on any port.
fn is_own(host: &str) -> bool {
    let port = host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit()));
    OWN_NAMES.contains(&port.map_or(host, |(name, _)| name))
}

/// Whether an origin is that of the preview itself.
fn is_same(origin: &str, host: Option<&str>) -> bool {
    origin.strip_prefix("http://").is_some_and(|name| Some(name) == host)
}
