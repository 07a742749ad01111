//! Takes what drafts a site, and shows that site to browsers on this machine, from memory: drafted anew whenever it
//! is told of a change. Beside it lie forms, when it is handed what answers them. Never touches the disk, and knows no other stage.

mod answer;
mod forms;
mod guard;
mod listen;
mod shown;

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::StatusCode;
use axum::middleware;
use axum::response::Response;
use axum::routing::get;
use tokio::runtime::{Builder, Runtime};
use tokio::task::JoinSet;

pub use forms::{AnswerForms, FormAnswer, FormRequest, Forms};
pub use listen::Listeners;

use crate::atoms::SitePath;
use crate::diagnostic::Failure;
use shown::Shown;

/// A site of which each file is made when somebody asks for it: its bytes, nothing where there is no such file, or what
/// is wrong with it.
pub type SiteDraft = dyn Fn(&SitePath) -> Result<Option<Vec<u8>>, String> + Send + Sync;

/// What drafts a site, again and again.
pub trait DraftSite {
    /// The site as it is now, or why there is none.
    ///
    /// # Errors
    /// When something is wrong with what the site is made from.
    fn draft(&mut self) -> Result<Arc<SiteDraft>, String>;

    /// Gets ready for the next draft, while nobody waits for one.
    fn get_ready(&mut self);
}

/// For how long nothing may change before the site is made anew.
const QUIET: Duration = Duration::from_millis(10);
/// How long it waits for that at most.
const LONGEST: Duration = Duration::from_millis(300);
/// After how long it gets ready for the next change: browsers have asked for what they show then.
const IDLE: Duration = Duration::from_millis(400);

/// What a preview is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// Something has changed from which the site is made.
    Changed,
    /// It is to end.
    Stop,
}

/// Shows a site until it is told to stop, or somebody presses Ctrl-C. Where there is no draft, the last good one stays, with why over
/// each page. Changes while it works are one change. `forms` have listeners of their own, if there are any.
///
/// # Errors
/// When the system gives no thread for it.
pub fn serve(
    listeners: Listeners,
    (teller, told): (Sender<Notice>, &Receiver<Notice>),
    drafting: &mut dyn DraftSite,
    forms: Option<(Forms, Listeners)>,
) -> Result<(), Failure> {
    let shown = Arc::new(Shown::new());
    let runtime = Builder::new_current_thread().enable_all().build().map_err(|e| no_thread(&e))?;
    let preview = (listeners, router(shown.clone()));
    let forms = forms.map(|(forms, listeners)| (listeners, router_of_forms(forms)));
    let server = move || {
        runtime_until_stopped(&runtime, std::iter::once(preview).chain(forms));
        // Whoever has left already does not need to be told.
        let _ = teller.send(Notice::Stop);
    };
    thread::Builder::new().name("serve".to_owned()).spawn(server).map_err(|e| no_thread(&e))?;
    loop {
        shown.show(drafting.draft());
        let next = told.recv_timeout(IDLE).or_else(|_| {
            drafting.get_ready();
            told.recv()
        });
        let mut next = next.unwrap_or(Notice::Stop);
        // Editors and checkouts change many things in a moment: they are one change.
        let begun = Instant::now();
        while next != Notice::Stop && begun.elapsed() < LONGEST {
            match told.recv_timeout(QUIET) {
                Ok(more) => next = more,
                Err(_) => break,
            }
        }
        if next == Notice::Stop {
            return Ok(());
        }
    }
}

fn no_thread(why: &dyn std::fmt::Display) -> Failure {
    Failure::new("cannot serve", why, "free some memory, or close other programs")
}

fn runtime_until_stopped(runtime: &Runtime, all: impl Iterator<Item = (Listeners, Router)>) {
    runtime.block_on(async {
        let mut servers = JoinSet::new();
        for (listeners, router) in all {
            for listener in listeners.sockets {
                if let Ok(listener) = tokio::net::TcpListener::from_std(listener) {
                    let router = router.clone();
                    servers.spawn(async move { axum::serve(listener, router).await });
                }
            }
        }
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            () = async { while servers.join_next().await.is_some() {} } => {}
        }
    });
}

fn router(shown: Arc<Shown>) -> Router {
    Router::new()
        .route(answer::SCRIPT_AT, get(|| async { answer::script() }))
        .route("/_hustings/after/{seen}", get(after))
        .fallback(page)
        // All that is answered, the script and the waiting for changes included.
        .layer(middleware::from_fn(guard::guard))
        .with_state(shown)
}

/// Forms lie at an address of their own, so that no script of the site that is shown is of the same origin.
fn router_of_forms(forms: Forms) -> Router {
    let forms = Arc::new(forms);
    let answer = move |request: Request| {
        let forms = forms.clone();
        async move { forms.answer(request).await }
    };
    Router::new().fallback(answer).layer(middleware::from_fn(guard::guard_forms))
}

async fn page(State(shown): State<Arc<Shown>>, request: Request) -> Response {
    answer::page(&shown.now(), &request)
}

/// Answers when there is something newer than what a page has seen.
async fn after(State(shown): State<Arc<Shown>>, Path(seen): Path<String>) -> StatusCode {
    shown.after(&seen).await;
    StatusCode::NO_CONTENT
}
