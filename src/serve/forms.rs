use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, Response, StatusCode, header};
use tokio::task::spawn_blocking;

use super::answer::{plain, whole};
use crate::diagnostic::Failure;

/// Below what address the forms lie; their own token follows.
const FORMS_AT: &str = "/_desk/";

/// How much of what a browser sends is read, in bytes. A page of quotes has far less.
const LARGEST: usize = 256 * 1024;

/// What answers of forms say besides, so that nothing of another site or of a theme gets at them: they hold no script, load
/// nothing, stand in no frame, and tell nobody the address in which the token is.
pub(super) const SAID: [(HeaderName, &str); 3] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (header::X_FRAME_OPTIONS, "DENY"),
    // “no-referrer” would take the origin from what is sent, by which we know that it comes from our own pages.
    (header::REFERRER_POLICY, "strict-origin"),
];

/// Forms that change what the preview shows: only who knows their address can use them, on this machine. They have a port of their
/// own, so that a script of the site that is previewed is a stranger to them.
pub struct Forms {
    token: String,
    answer: Arc<AnswerForms>,
}

/// Answers what is asked of forms. It may take its time.
pub type AnswerForms = dyn Fn(FormRequest) -> FormAnswer + Send + Sync;

/// What a browser asks of forms.
#[derive(Debug, Clone, Default)]
pub struct FormRequest {
    /// The address of the forms, with a slash at both ends.
    pub top: String,
    /// The address below that of the forms, taken apart at its slashes and decoded.
    pub path: Vec<String>,
    /// What stands in the address behind a question mark, or was sent.
    pub fields: Vec<(String, String)>,
    /// Whether it was sent, so that something may change.
    pub is_sent: bool,
}

/// What a browser gets of forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormAnswer {
    /// A page of HTML.
    Page(String),
    /// A page that says what is wrong with what was sent.
    Refused(String),
    /// A style sheet.
    Style(&'static str),
    /// Another page, by its address below that of the forms.
    Moved(String),
    /// There is no such page; a page that says so.
    Missing(String),
}

impl Forms {
    /// Forms under an address that nobody can guess.
    ///
    /// # Errors
    /// When the system gives no random number.
    pub fn new(answer: Arc<AnswerForms>) -> Result<Self, Failure> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).map_err(|e| {
            Failure::new("cannot make an address for the desk", e, "run it again, or restart the machine")
        })?;
        let token = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { token, answer })
    }

    /// Where they lie, below the address of the preview: `_desk/0f…/`.
    #[must_use]
    pub fn address(&self) -> String {
        format!("{}{}/", &FORMS_AT[1..], self.token)
    }

    /// Answers a request, unless it does not know the address.
    pub(super) async fn answer(&self, request: Request) -> Response<Body> {
        let path = request.uri().path().strip_prefix(FORMS_AT).unwrap_or_default();
        let Some(inside) = path.split_once('/').filter(|(token, _)| self.is(token)).map(|(_, inside)| inside) else {
            return plain(StatusCode::NOT_FOUND, "There is no such page.\n");
        };
        let path = inside.split('/').filter(|part| !part.is_empty()).map(decoded).collect();
        let is_sent = *request.method() == Method::POST;
        let fields = match is_sent {
            true => match sent(request).await {
                Ok(fields) => fields,
                Err(refused) => return refused,
            },
            false => pairs(request.uri().query().unwrap_or_default().as_bytes()),
        };
        let answer = self.answer.clone();
        let asked = FormRequest { top: format!("/{}", self.address()), path, fields, is_sent };
        match spawn_blocking(move || answer(asked)).await {
            Ok(answered) => self.response(answered),
            Err(_) => plain(StatusCode::INTERNAL_SERVER_ERROR, "The desk broke down: see the terminal.\n"),
        }
    }

    fn response(&self, answer: FormAnswer) -> Response<Body> {
        let html = |status, page: String| whole(status, "text/html; charset=utf-8", page.into_bytes());
        match answer {
            FormAnswer::Page(page) => html(StatusCode::OK, page),
            FormAnswer::Refused(page) => html(StatusCode::UNPROCESSABLE_ENTITY, page),
            FormAnswer::Missing(page) => html(StatusCode::NOT_FOUND, page),
            FormAnswer::Style(style) => whole(StatusCode::OK, "text/css; charset=utf-8", style.into()),
            FormAnswer::Moved(to) => {
                let mut moved = plain(StatusCode::SEE_OTHER, "Done.\n");
                if let Ok(to) = HeaderValue::from_str(&format!("/{}{to}", self.address())) {
                    moved.headers_mut().insert(header::LOCATION, to);
                }
                moved
            }
        }
    }

    /// Whether a token is theirs; it takes as long for one that is nearly right.
    fn is(&self, token: &str) -> bool {
        let differs = self.token.bytes().zip(token.bytes()).fold(0, |differs, (one, other)| differs | (one ^ other));
        token.len() == self.token.len() && differs == 0
    }
}

/// The fields of a form that was sent, or why they are not taken.
async fn sent(request: Request) -> Result<Vec<(String, String)>, Response<Body>> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.split(';').next().unwrap_or_default().trim() != "application/x-www-form-urlencoded" {
        return Err(plain(StatusCode::UNSUPPORTED_MEDIA_TYPE, "The desk takes the forms of its own pages only.\n"));
    }
    match to_bytes(request.into_body(), LARGEST).await {
        Ok(bytes) => Ok(pairs(&bytes)),
        Err(_) => {
            Err(plain(StatusCode::PAYLOAD_TOO_LARGE, "That is more than a form can hold. Go back, and shorten it.\n"))
        }
    }
}

fn pairs(encoded: &[u8]) -> Vec<(String, String)> {
    url::form_urlencoded::parse(encoded).map(|(key, value)| (key.into_owned(), value.into_owned())).collect()
}

fn decoded(part: &str) -> String {
    percent_encoding::percent_decode_str(part).decode_utf8_lossy().into_owned()
}

/// Whether a browser sent a form from a page of this very preview, and says so.
pub(super) fn is_sent_from_here(headers: &HeaderMap, host: Option<&str>) -> bool {
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let site = text(HeaderName::from_static("sec-fetch-site"));
    let origin = text(header::ORIGIN).and_then(|origin| origin.strip_prefix("http://"));
    origin.is_some() && origin == host && site.is_none_or(|site| site == "same-origin")
}
