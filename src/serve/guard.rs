use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, Response, StatusCode, header};
use axum::middleware::Next;

use super::answer::plain;
use super::forms::{self, FORMS_AT, is_sent_from_here};

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
    let is_form = request.uri().path().starts_with(FORMS_AT);
    let may_send = is_form && *request.method() == Method::POST;
    let refused = why_refused(&request, is_form);
    let mut answer = match refused {
        Some(why) => plain(StatusCode::FORBIDDEN, why),
        None if !may_send && !matches!(*request.method(), Method::GET | Method::HEAD) => {
            plain(StatusCode::METHOD_NOT_ALLOWED, "This preview only shows pages.\n")
        }
        None => next.run(request).await,
    };
    let of_forms = forms::SAID.into_iter().filter(|_| is_form);
    for (name, value) in SAID.into_iter().chain(of_forms) {
        answer.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    answer
}

fn why_refused(request: &Request, is_form: bool) -> Option<&'static str> {
    let headers = request.headers();
    if !is_own(text(headers, "host").unwrap_or_default()) {
        return Some("This preview answers to localhost only.\n");
    }
    let host = text(headers, "host");
    if is_form && *request.method() == Method::POST && !is_sent_from_here(headers, host) {
        return Some("The desk takes the forms of its own pages only.\n");
    }
    let ours = match text(headers, "sec-fetch-site") {
        Some("same-origin" | "none") => true,
        // A page of another site, or of another port of this machine. A link there may be followed.
        Some(_) => !is_form && is_followed(headers),
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
