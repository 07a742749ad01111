use std::borrow::Cow;
use std::collections::HashMap;
use std::io;

use super::updated;
use crate::atoms::Words;
use crate::atoms::language_marks::unmarked;
use crate::messages::{fill, msg};
use crate::model::{Changed, Happened, Mark, SiteChange};
use crate::render::context::Context;
use crate::render::parts::{changes, documents, gap, mark, phrase};
use crate::render::xml::{self, Xml};

/// Writes what changed, in words that say as much as the page and no more.
pub(super) fn write(cx: &Context<'_>, change: &SiteChange<'_>, id: &str, to: &mut Xml) -> io::Result<()> {
    let one = std::slice::from_ref(change);
    let page = cx.whole(&changes::place(cx, one)).unwrap_or_default();
    let made_up = is_fictional(cx, change).then(|| cx.words.text(msg::FICTIONAL_LABEL));
    let summary: Vec<_> = made_up.into_iter().chain([summary(cx, change).into()]).collect();
    xml::text(to, "id", id)?;
    xml::text(to, "title", &changes::title(cx, one))?;
    xml::text(to, "updated", &updated(change.date.earliest()))?;
    xml::empty(to, "link", &[("rel", "alternate"), ("type", "text/html"), ("href", &page)])?;
    xml::text(to, "summary", &summary.join(" "))
}

fn is_fictional(cx: &Context<'_>, change: &SiteChange<'_>) -> bool {
    match change.what {
        Changed::Corrected(_) => cx.campaign.elections.iter().all(|election| election.fictional),
        Changed::AllTakenDown(at) | Changed::RepliedToAll(at) | Changed::Position(_, at, _) => at.election.fictional,
        Changed::Line(_, _, line) => cx.campaign.elections[&line.election].fictional,
        Changed::Read(document) => cx.campaign.elections[&document.election].fictional,
    }
}

fn summary(cx: &Context<'_>, change: &SiteChange<'_>) -> String {
    match change.what {
        Changed::Corrected(correction) => {
            let texts = (fill::because(correction.because.as_str()), fill::now(correction.now.as_str()));
            cx.words.with(msg::FEED_CORRECTED, (texts.0, texts.1, fill::was(correction.was.as_str())))
        }
        Changed::AllTakenDown(at) => at.person.takedown.iter().map(|t| gap::taken_down_text(cx, t)).collect(),
        Changed::RepliedToAll(at) => {
            let reply = at.person.reply.iter();
            let name = at.person.name.as_str();
            reply
                .map(|reply| cx.words.with(msg::FEED_REPLIED, (fill::name(name), fill::text(reply.text.as_str()))))
                .collect()
        }
        Changed::Position(_, at, position) => {
            let (area, name) = (cx.ballot_name(at.election, at.ballot), at.person.name.as_str());
            of_mark(cx, &position.mark, |date, word| {
                let question = fill::what(position.wording().short.as_str());
                cx.words.with(
                    msg::FEED_ANSWER,
                    (fill::area(area), fill::date(date), fill::name(name), question, fill::word(word)),
                )
            })
        }
        Changed::Line(_, party, line) => of_mark(cx, &line.mark, |date, word| {
            let question = fill::what(line.wording().short.as_str());
            let name = fill::name(phrase::in_nations(cx, &party.name, &line.nations));
            cx.words.with(msg::FEED_LINE, (fill::date(date), name, question, fill::word(word)))
        }),
        Changed::Read(document) => documents::under(cx, document),
    }
}

/// A mark as it stands now: whose it is and what it says, how far it is verified, and every doubt.
fn of_mark<'m>(cx: &'m Context<'_>, mark: &'m Mark, whose: impl FnOnce(String, Cow<'m, str>) -> String) -> String {
    if let Some(takedown) = &mark.takedown {
        return gap::taken_down_text(cx, takedown);
    }
    let date = phrase::date_because(cx, *mark.date, mark.date_inferred.as_ref());
    let told = whose(date, mark::word(cx, mark));
    let says = mark.says.as_ref().map(|says| phrase::says(cx, says));
    let caveat = mark.caveat.as_ref().map(|caveat| phrase::caveat(cx, caveat));
    let verified = Some(mark::verified(cx, mark).into_owned());
    let sentences = [Some(told), verified, mark::other_text(cx, mark), says, caveat];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Gives each change an id that stays the same for as long as its record tells of the same.
pub(super) struct Ids {
    /// The feed of the whole site: a change has the same id in each feed that tells of it.
    feed: String,
    /// How many have had the same id.
    known: HashMap<String, usize>,
}

impl Ids {
    pub(super) fn of(cx: &Context<'_>) -> Self {
        let feed = cx.plan.addresses.feed.as_ref().and_then(|path| cx.canonical(path));
        Self { feed: feed.unwrap_or_default(), known: HashMap::new() }
    }

    pub(super) fn next(&mut self, change: &SiteChange<'_>) -> String {
        let id = format!("{}#{}/{}", self.feed, subject(change), change.date);
        let n = self.known.entry(id.clone()).or_default();
        *n += 1;
        if *n == 1 { id } else { format!("{id}/{n}") }
    }
}

/// What changed, by the ids in the records alone: names and addresses may change.
fn subject(change: &SiteChange<'_>) -> String {
    match change.what {
        Changed::Corrected(correction) => format!("corrected/{}", slug::slugify(unmarked(&correction.about))),
        Changed::AllTakenDown(at) => format!("{}/{}/taken-down", at.election.id, at.person.person),
        Changed::RepliedToAll(at) => format!("{}/{}/replied", at.election.id, at.person.person),
        Changed::Position(happened, at, position) => {
            let (question, version) = (&position.question.id, position.version);
            format!("{}/{}/{question}/{version}/{}", at.election.id, at.person.person, word(happened))
        }
        Changed::Line(happened, party, line) => {
            let nations: String = line.nations.iter().map(|nation| format!("/{}", nation.word())).collect();
            let (question, version) = (&line.question.id, line.version);
            format!("{}/{}{nations}/{question}/{version}/{}", line.election, party.id, word(happened))
        }
        Changed::Read(document) => format!("documents/{}/read", document.id),
    }
}

/// A word for what happened that never changes.
fn word(happened: Happened) -> &'static str {
    match happened {
        Happened::TakenDown => "taken-down",
        Happened::Retracted => "retracted",
        Happened::Disputed => "disputed",
        Happened::Unverified => "unverified",
        Happened::Replied => "replied",
        Happened::Checked => "checked",
        Happened::Entered => "entered",
    }
}
