use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, Response, StatusCode, header};

use super::SiteDraft;
use super::shown::Now;
use crate::atoms::SitePath;

/// Where the script lies that waits for changes.
pub(super) const SCRIPT_AT: &str = "/_hustings/live.js";
const SCRIPT: &str = include_str!("live.js");

/// How a message lies over a page. It is part of the preview, never of a site.
const OVER: &str = "position:fixed;inset:auto 0 0 0;z-index:99;max-height:60vh;overflow:auto;margin:0;padding:1rem;\
                    background:#2a0606;color:#fff;border-top:4px solid #ff8f8f;font:15px/1.45 monospace;white-space:pre-wrap";

/// The page that carries a message where there is no page.
const BLANK: &[u8] = b"<!doctype html><title>Not yet</title><body></body>";

pub(super) fn script() -> Response<Body> {
    whole(StatusCode::OK, "text/javascript; charset=utf-8", SCRIPT.into())
}

/// The page at an address, with what is wrong over it.
pub(super) fn page(now: &Now, request: &Request) -> Response<Body> {
    let Some(site) = &now.site else {
        return html(StatusCode::INTERNAL_SERVER_ERROR, BLANK, now.trouble.as_deref(), now);
    };
    match found(&**site, request.uri().path()) {
        Ok(answer) => answer.with(now),
        // The page itself is what cannot be made.
        Err(trouble) => html(StatusCode::INTERNAL_SERVER_ERROR, BLANK, Some(&trouble), now),
    }
}

/// What a site has at an address.
enum Found {
    File { name: String, bytes: Vec<u8> },
    Folder(String),
    Nothing(Option<Vec<u8>>),
}

fn found(site: &SiteDraft, path: &str) -> Result<Found, String> {
    let file = |path: &str| {
        let Some(name) = path.strip_prefix('/') else { return Ok(None) };
        let name = if name.is_empty() || name.ends_with('/') { format!("{name}index.html") } else { name.to_owned() };
        let Ok(address) = name.parse::<SitePath>() else { return Ok(None) };
        Ok::<_, String>(site(&address)?.map(|bytes| (name, bytes)))
    };
    if let Some((name, bytes)) = file(path)? {
        return Ok(Found::File { name, bytes });
    }
    let folder = format!("{path}/");
    if file(&folder)?.is_some() {
        return Ok(Found::Folder(folder));
    }
    Ok(Found::Nothing(file("/404.html")?.map(|(_, bytes)| bytes)))
}

impl Found {
    fn with(self, now: &Now) -> Response<Body> {
        let trouble = now.trouble.as_deref();
        match self {
            Self::File { name, bytes } => {
                let kind = mime_guess::from_path(&name).first_or_octet_stream();
                match kind.essence_str() {
                    "text/html" => html(StatusCode::OK, &bytes, trouble, now),
                    kind if kind.starts_with("text/") => {
                        whole(StatusCode::OK, &format!("{kind}; charset=utf-8"), bytes)
                    }
                    kind => whole(StatusCode::OK, kind, bytes),
                }
            }
            Self::Folder(to) => {
                let mut moved = plain(StatusCode::PERMANENT_REDIRECT, "It is a folder.\n");
                if let Ok(to) = HeaderValue::from_str(&to) {
                    moved.headers_mut().insert(header::LOCATION, to);
                }
                moved
            }
            Self::Nothing(Some(page)) => html(StatusCode::NOT_FOUND, &page, trouble, now),
            Self::Nothing(None) => plain(StatusCode::NOT_FOUND, "There is no such page.\n"),
        }
    }
}

/// A page with the script, and with what is wrong, at its end.
fn html(status: StatusCode, bytes: &[u8], trouble: Option<&str>, now: &Now) -> Response<Body> {
    let mut end = format!("<script src=\"{SCRIPT_AT}\" data-seen=\"{}\"></script>", now.mark());
    if let Some(trouble) = trouble {
        end = format!("<pre role=\"alert\" style=\"{OVER}\">{}</pre>{end}", escaped(trouble));
    }
    let at = bytes.windows(7).rposition(|part| part == b"</body>").unwrap_or(bytes.len());
    whole(status, "text/html; charset=utf-8", [&bytes[..at], end.as_bytes(), &bytes[at..]].concat())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

pub(super) fn plain(status: StatusCode, text: &str) -> Response<Body> {
    whole(status, "text/plain; charset=utf-8", text.into())
}

/// An answer that is kept by no browser.
pub(super) fn whole(status: StatusCode, kind: &str, bytes: Vec<u8>) -> Response<Body> {
    let mut answer = Response::new(Body::from(bytes));
    *answer.status_mut() = status;
    let headers = answer.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(kind) = HeaderValue::from_str(kind) {
        headers.insert(header::CONTENT_TYPE, kind);
    }
    answer
}
