use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, Method, Response, StatusCode, header};

use super::shown::Now;
use crate::atoms::SitePath;
use crate::render::Site;

/// Where the script lies that waits for changes.
pub(super) const SCRIPT_AT: &str = "/_hustings/live.js";
const SCRIPT: &str = include_str!("live.js");

/// How a message lies over a page. It is part of the preview, never of a site.
const OVER: &str = "position:fixed;inset:auto 0 0 0;z-index:99;max-height:60vh;overflow:auto;margin:0;padding:1rem;\
                    background:#2a0606;color:#fff;border-top:4px solid #ff8f8f;font:15px/1.45 monospace;white-space:pre-wrap";

/// The names by which this machine calls itself. Other names would be those of sites that want to look at the preview.
const OWN_NAMES: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

pub(super) fn script() -> Response<Body> {
    answer(StatusCode::OK, "text/javascript; charset=utf-8", SCRIPT.into())
}

/// The page at an address, with what is wrong over it.
pub(super) fn page(now: &Now, request: &Request) -> Response<Body> {
    if !is_for_us(request) {
        return plain(StatusCode::FORBIDDEN, "This preview answers to localhost only.\n");
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return plain(StatusCode::METHOD_NOT_ALLOWED, "This preview only shows pages.\n");
    }
    let path = request.uri().path();
    let Some(site) = &now.site else {
        return html(StatusCode::INTERNAL_SERVER_ERROR, b"<!doctype html><title>No site yet</title><body></body>", now);
    };
    if let Some((name, bytes)) = find(site, path) {
        let kind = mime_guess::from_path(&name).first_or_octet_stream();
        return match kind.essence_str() {
            "text/html" => html(StatusCode::OK, bytes, now),
            kind if kind.starts_with("text/") => {
                answer(StatusCode::OK, &format!("{kind}; charset=utf-8"), bytes.clone())
            }
            kind => answer(StatusCode::OK, kind, bytes.clone()),
        };
    }
    let folder = format!("{path}/");
    if find(site, &folder).is_some() {
        let mut moved = plain(StatusCode::PERMANENT_REDIRECT, "It is a folder.\n");
        if let Ok(to) = HeaderValue::from_str(&folder) {
            moved.headers_mut().insert(header::LOCATION, to);
        }
        return moved;
    }
    match find(site, "/404.html") {
        Some((_, bytes)) => html(StatusCode::NOT_FOUND, bytes, now),
        None => plain(StatusCode::NOT_FOUND, "There is no such page.\n"),
    }
}

fn find<'s>(site: &'s Site, path: &str) -> Option<(String, &'s Vec<u8>)> {
    let name = path.strip_prefix('/')?;
    let name = if name.is_empty() || name.ends_with('/') { format!("{name}index.html") } else { name.to_owned() };
    let bytes = site.get(&name.parse::<SitePath>().ok()?)?;
    Some((name, bytes))
}

fn is_for_us(request: &Request) -> bool {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = host
        .rsplit_once(':')
        .filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit()))
        .map_or(host, |(name, _)| name);
    OWN_NAMES.contains(&name)
}

/// A page with the script, and with what is wrong, at its end.
fn html(status: StatusCode, bytes: &[u8], now: &Now) -> Response<Body> {
    let mut end = format!("<script src=\"{SCRIPT_AT}\" data-seen=\"{}\"></script>", now.mark());
    if let Some(trouble) = &now.trouble {
        end = format!("<pre role=\"alert\" style=\"{OVER}\">{}</pre>{end}", escaped(trouble));
    }
    let at = bytes.windows(7).rposition(|part| part == b"</body>").unwrap_or(bytes.len());
    let whole = [&bytes[..at], end.as_bytes(), &bytes[at..]].concat();
    answer(status, "text/html; charset=utf-8", whole)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn plain(status: StatusCode, text: &str) -> Response<Body> {
    answer(status, "text/plain; charset=utf-8", text.into())
}

fn answer(status: StatusCode, kind: &str, bytes: Vec<u8>) -> Response<Body> {
    let mut answer = Response::new(Body::from(bytes));
    *answer.status_mut() = status;
    let headers = answer.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(kind) = HeaderValue::from_str(kind) {
        headers.insert(header::CONTENT_TYPE, kind);
    }
    answer
}
