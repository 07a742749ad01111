//! `hustings desk`: forms in a browser that carry out what the commands do. Each form is made from the command that it fills in
//! and from the records that this writes; what it sends becomes the words of that command, so that nothing is judged or written
//! in two ways.

mod acts;
mod board;
mod change;
mod command;
mod form;
mod home;
mod page;
mod sent;
mod waiting;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::civil::Date;
use serde::Serialize;
use tera::Value;

use super::report::not_done;
use super::serve::{ServeArgs, root, show};
use super::{Ran, Terminal};
use crate::atoms::Slug;
use crate::desk::{EnteredMark, Filled, NotDone, OpenSite, Within, all_entered, ballots};
use crate::serve::{FormAnswer, FormRequest, Forms};
use acts::DeskAct;
use board::BoardView;
use change::{ChangeView, is_of_diff, marked};
use command::{Amiss, Done, overheard};
use form::DeskForm;
use home::HomeView;
use page::{DeskPages, Frame, STYLE};
use sent::Sent;
use waiting::{WaitingView, fingerprint};

/// Record, confirm and add in a browser, without a command.
///
/// Shows the site as “serve” does, and beside it a desk: boards of who answered what, and forms for what the commands do. Each change is
/// shown before it is saved, and the whole site is checked with it. The address of the desk is made anew each time; only a browser on
/// this machine that knows it can use it.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings desk                 then open the address of the desk in a browser
  hustings desk --port 8099     elsewhere, when that port is taken

Ctrl-C stops it. What was saved is in the records; nothing else is kept.")]
pub(super) struct DeskArgs {
    #[command(flatten)]
    serve: ServeArgs,
}

pub(super) fn run(args: &DeskArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let root = root(directory)?;
    let (own, today) = (root.clone(), terminal.today);
    let forms = move |preview: &str| {
        let (root, preview, pages) = (own.clone(), preview.to_owned(), DeskPages::new());
        let desk = Desk { root, preview, today, pages, memory: Mutex::default() };
        Forms::new(Arc::new(move |request| desk.answer(&request)))
    };
    show(&args.serve, root, Some(&forms), terminal)
}

/// What answers in a browser.
struct Desk {
    root: PathBuf,
    /// Where the site is shown.
    preview: String,
    today: Date,
    pages: DeskPages,
    /// What it remembers while it runs; held through each answer, so that two never write at once.
    memory: Mutex<Memory>,
}

#[derive(Debug, Default)]
struct Memory {
    /// Who sits at it.
    me: Option<Slug>,
    /// What was done last, until it is told.
    said: Vec<String>,
    /// What the last form was told that is likely to hold for the next one of the same person.
    last: Filled,
}

/// Why there is no page, or another than was asked for.
#[derive(Debug, Serialize)]
struct NoteView {
    title: &'static str,
    text: String,
}

impl Desk {
    fn answer(&self, request: &FormRequest) -> FormAnswer {
        if request.path == ["desk.css"] {
            return FormAnswer::Style(STYLE);
        }
        // What a thread that broke down left behind is whole: it is put in place at once.
        let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        let path: Vec<&str> = request.path.iter().map(String::as_str).collect();
        let answered = match (&path[..], request.is_sent) {
            (["me"], true) => Ok(Some(memory.sit_down(request))),
            (["do", name], _) => self.act(name, request, &mut memory),
            (path, false) => self.look(path, request, &mut memory),
            _ => Ok(None),
        };
        match answered {
            Ok(Some(answer)) => answer,
            Ok(None) => {
                let view =
                    NoteView { title: "There is no such page", text: "Go back, or begin at the overview.".to_owned() };
                FormAnswer::Missing(self.pages.draw("note.html", &memory.frame(request, &self.preview), &view))
            }
            Err(why) => {
                let (_, done) = overheard(self.today, |terminal| not_done(why, terminal));
                let view = NoteView { title: "That cannot be shown", text: done.said };
                FormAnswer::Refused(self.pages.draw("note.html", &memory.frame(request, &self.preview), &view))
            }
        }
    }

    fn look(&self, path: &[&str], request: &FormRequest, memory: &mut Memory) -> Result<Option<FormAnswer>, NotDone> {
        let site = OpenSite::open(self.root.clone(), self.today)?;
        let campaign = site.campaign("nothing can be shown")?;
        let asked =
            |name: &str| request.fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str());
        let (template, page) = match path {
            [] => {
                let sought = asked("q").unwrap_or_default();
                let view = HomeView::of(&site, campaign, memory.me.as_ref(), sought, self.today);
                ("home.html", Value::from_serializable(&view))
            }
            ["ballot", election, slug] => {
                let Some(view) = BoardView::of_ballot(campaign, election, slug)? else { return Ok(None) };
                ("board.html", Value::from_serializable(&view))
            }
            ["of", id] => {
                let at = ballots(campaign, &Within::default())?.into_iter().find(|at| at.ballot.id.as_str() == *id);
                return Ok(at.map(|at| FormAnswer::Moved(format!("ballot/{}/{}", at.election.id, at.ballot.slug))));
            }
            ["parties", election] => {
                let view = BoardView::of_parties(campaign, election)?;
                ("board.html", Value::from_serializable(&view))
            }
            ["waiting"] => {
                let Some(me) = &memory.me else { return Ok(Some(FormAnswer::Moved(String::new()))) };
                let number = asked("n").and_then(|n| n.parse().ok()).unwrap_or_default();
                let mut marks = all_entered(campaign, &Within::default())?;
                marks.retain(|mark| mark.not_for(me).is_none());
                ("waiting.html", Value::from_serializable(&WaitingView::of(&marks, number, me)))
            }
            _ => return Ok(None),
        };
        Ok(Some(FormAnswer::Page(self.pages.draw(template, &memory.frame(request, &self.preview), &page))))
    }

    /// A form, what it would change, or what became of it.
    fn act(&self, name: &str, request: &FormRequest, memory: &mut Memory) -> Result<Option<FormAnswer>, NotDone> {
        let Some(act) = DeskAct::named(name) else { return Ok(None) };
        let mut sent = Sent::of(&act, &request.fields);
        if act.name == "confirm" && !sent.step.is_empty() && !self.is_as_shown(&sent)? {
            memory.said = vec!["That answer is not as it was when you looked. Read it again.".to_owned()];
            return Ok(Some(FormAnswer::Moved("waiting".to_owned())));
        }
        let done = match (sent.step.as_str(), request.is_sent) {
            ("save", true) => self.save(&act, &sent, request, memory),
            ("show", _) => self.trial(&act, &sent).map(|diff| self.change(&act, &sent, &diff, request, memory)),
            _ => {
                sent.complete(&act, memory);
                return self.form(&act, &sent, None, request, memory).map(Some);
            }
        };
        done.or_else(|wrong| self.form(&act, &sent, Some(&wrong), request, memory)).map(Some)
    }

    /// Whether the answer that is to be confirmed is still the one that was shown.
    fn is_as_shown(&self, sent: &Sent) -> Result<bool, NotDone> {
        let site = OpenSite::open(self.root.clone(), self.today)?;
        let campaign = site.campaign("nothing was confirmed")?;
        let is_meant = |one: &EnteredMark<'_>| {
            let fields = (Some(one.address()), Some(one.topic()));
            fields == (sent.one("person").map(str::to_owned), sent.one("question")) && fingerprint(one) == sent.mark
        };
        Ok(all_entered(campaign, &Within::default())?.iter().any(is_meant))
    }

    fn form(
        &self,
        act: &DeskAct,
        sent: &Sent,
        wrong: Option<&Amiss>,
        request: &FormRequest,
        memory: &mut Memory,
    ) -> Result<FormAnswer, NotDone> {
        let site = OpenSite::open(self.root.clone(), self.today)?;
        let campaign = site.campaign("nothing was written")?;
        let view = DeskForm { act, campaign, sent, wrong }.view();
        let page = self.pages.draw("form.html", &memory.frame(request, &self.preview), &view);
        Ok(if wrong.is_some() { FormAnswer::Refused(page) } else { FormAnswer::Page(page) })
    }

    /// What a form would change, as a diff.
    fn trial(&self, act: &DeskAct, sent: &Sent) -> Result<String, Amiss> {
        sent.is_complete(act)?;
        let Done { diff, said } = act.trial(&sent.filled, &self.root, self.today)?;
        if diff.is_empty() { Err(Amiss { arguments: Vec::new(), what: said }) } else { Ok(diff) }
    }

    /// Saves what was shown; shows it anew when it is not that any more.
    fn save(
        &self,
        act: &DeskAct,
        sent: &Sent,
        request: &FormRequest,
        memory: &mut Memory,
    ) -> Result<FormAnswer, Amiss> {
        let diff = self.trial(act, sent)?;
        if marked(&diff) != sent.seen {
            return Ok(self.change(act, sent, &diff, request, memory));
        }
        let done = act.carry_out(&sent.filled, &self.root, self.today)?;
        memory.remember(act, sent, &done);
        Ok(FormAnswer::Moved(sent.next(act)))
    }

    /// A change, before it is saved.
    fn change(&self, act: &DeskAct, sent: &Sent, diff: &str, request: &FormRequest, memory: &mut Memory) -> FormAnswer {
        // Without it, things are called by their ids.
        let site = OpenSite::open(self.root.clone(), self.today).ok();
        let campaign = site.as_ref().and_then(|site| site.campaign("nothing was written").ok());
        let view = ChangeView::of(act, sent, diff, campaign);
        FormAnswer::Page(self.pages.draw("change.html", &memory.frame(request, &self.preview), &view))
    }
}

impl Memory {
    /// What stands around a page; what was done last is told once.
    fn frame(&mut self, request: &FormRequest, preview: &str) -> Frame {
        Frame {
            top: request.top.clone(),
            preview: preview.to_owned(),
            said: std::mem::take(&mut self.said),
            me: self.me.as_ref().map(ToString::to_string),
        }
    }

    /// Remembers who sits here.
    fn sit_down(&mut self, request: &FormRequest) -> FormAnswer {
        self.me = request.fields.iter().find(|(field, _)| field == "by").and_then(|(_, by)| by.parse().ok());
        FormAnswer::Moved(String::new())
    }

    /// Remembers what was done, and what is likely to hold for the next act.
    fn remember(&mut self, act: &DeskAct, sent: &Sent, done: &Done) {
        self.said = told(done);
        let by = act.of_checker().and_then(|ask| sent.one(ask.argument)?.parse().ok());
        self.me = by.or_else(|| self.me.take());
        if act.name == "record" {
            self.last.clone_from(&sent.filled);
        }
    }
}

/// What a command said that it did: not the change, which was shown already, and not what to type next.
fn told(done: &Done) -> Vec<String> {
    let is_told = |line: &&str| !line.is_empty() && !line.contains("hustings ");
    let after = done.said.lines().skip_while(|line| is_of_diff(line));
    after.filter(is_told).map(str::to_owned).collect()
}
