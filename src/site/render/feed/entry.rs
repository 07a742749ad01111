use std::borrow::Cow;
use std::collections::HashMap;
use std::io;

use super::updated;
use crate::messages::{fill, msg};
use crate::model::{AccountNews, Changed, CorrectedPlace, Mark, SiteChange};
use crate::render::context::Context;
use crate::render::parts::{account, changes, documents, gap, mark, phrase, signer};
use crate::render::record_words;
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
    // RFC 4287 takes a link that does not say what it is for the page, which is all that it would say.
    xml::empty(to, "link", &[("href", &page)])?;
    xml::text(to, "summary", &summary.join(" "))
}

fn is_fictional(cx: &Context<'_>, change: &SiteChange<'_>) -> bool {
    match change.what {
        Changed::Corrected(correction) => match &correction.place {
            Some(CorrectedPlace::Answer(id, ..) | CorrectedPlace::Line(id, ..)) => cx.campaign.elections[id].fictional,
            _ => cx.is_all_fictional(),
        },
        Changed::Account(..) => cx.is_all_fictional(),
        Changed::Results(election, _) => election.fictional,
        Changed::Signature(_, pledge, _) | Changed::Pledge(pledge) => cx.campaign.elections[&pledge.election].fictional,
        Changed::AllTakenDown(at) | Changed::RepliedToAll(at) | Changed::Elected(at) | Changed::Position(_, at, _) => {
            at.election.fictional
        }
        Changed::Line(_, _, line) => cx.campaign.elections[&line.election].fictional,
        Changed::Read(document) => cx.campaign.elections[&document.election].fictional,
    }
}

fn summary(cx: &Context<'_>, change: &SiteChange<'_>) -> String {
    match change.what {
        Changed::Corrected(correction) => {
            let texts = (fill::because(&correction.because), fill::now(&correction.now));
            cx.words.with(msg::FEED_CORRECTED, (texts.0, texts.1, fill::was(&correction.was)))
        }
        Changed::AllTakenDown(at) => at.person.takedown.iter().map(|t| gap::taken_down_text(cx, t)).collect(),
        Changed::RepliedToAll(at) => {
            let reply = at.person.reply.iter();
            let name = &at.person.name;
            reply.map(|reply| cx.words.with(msg::FEED_REPLIED, (fill::name(name), fill::text(&reply.text)))).collect()
        }
        Changed::Position(_, at, position) => {
            let (area, name) = (cx.ballot_name(at.election, at.ballot), &at.person.name);
            of_mark(cx, &position.mark, mark::word(cx, &position.mark), |date, word| {
                let question = fill::what(position.wording().short);
                cx.words.with(
                    msg::FEED_ANSWER,
                    (fill::area(area), fill::date(date), fill::name(name), question, fill::word(word)),
                )
            })
        }
        Changed::Line(_, party, line) => of_mark(cx, &line.mark, mark::word(cx, &line.mark), |date, word| {
            let question = fill::what(line.wording().short);
            let name = fill::name(phrase::in_nations(cx, cx.words.told(&party.name), &line.nations));
            cx.words.with(msg::FEED_LINE, (fill::date(date), name, question, fill::word(word)))
        }),
        Changed::Read(document) => documents::under(cx, document),
        Changed::Results(..)
        | Changed::Elected(_)
        | Changed::Signature(..)
        | Changed::Pledge(_)
        | Changed::Account(..) => around(cx, change),
    }
}

/// What there is besides marks: who was elected, signatures, pledges and accounts.
fn around(cx: &Context<'_>, change: &SiteChange<'_>) -> String {
    match change.what {
        Changed::Results(election, n) => {
            cx.words.with(msg::CHANGE_RESULTS, (fill::election(cx.election_name(election)), fill::n(n)))
        }
        Changed::Elected(at) => {
            let source = at.person.elected().map_or(fill::source(""), |result| fill::source(&result.source));
            let area = fill::area(cx.ballot_name(at.election, at.ballot));
            cx.words.with(msg::FEED_ELECTED, (area, fill::name(&at.person.name), source))
        }
        Changed::Signature(_, pledge, signature) => match cx.campaign.takedown_of(pledge, signature) {
            Some(takedown) => gap::taken_down_text(cx, takedown),
            None => of_mark(cx, &signature.mark, mark::signed_word(cx, &signature.mark), |date, word| {
                let gaps = (fill::date(date), fill::name(signer::name(cx, pledge, signature)));
                cx.words.with(msg::FEED_SIGNATURE, (gaps.0, gaps.1, fill::title(&pledge.title), fill::word(word)))
            }),
        },
        Changed::Pledge(pledge) => cx.words.told(&pledge.text).into_owned(),
        Changed::Account(AccountNews::Responded(response), of) => {
            let says = response.says.as_ref().map(|says| phrase::says(cx, says));
            let first = cx.words.with(record_words::response(response.response), fill::by(&response.by));
            [Some(first), says, Some(account::sentence(cx, of))].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        Changed::Account(_, of) => {
            let warning = account::warning(cx, of);
            warning.into_iter().chain([account::sentence(cx, of)]).collect::<Vec<_>>().join(" ")
        }
        _ => String::new(),
    }
}

/// A mark as it stands now: whose it is and what it says, how far it is verified, and every doubt.
fn of_mark<'m>(
    cx: &'m Context<'_>,
    mark: &'m Mark,
    word: Cow<'m, str>,
    whose: impl FnOnce(String, Cow<'m, str>) -> String,
) -> String {
    if let Some(takedown) = &mark.takedown {
        return gap::taken_down_text(cx, takedown);
    }
    let date = phrase::date_because(cx, *mark.date, mark.date_inferred.as_deref());
    let told = whose(date, word);
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
        let id = format!("{}#{}/{}", self.feed, change.what.subject(), change.date);
        let n = self.known.entry(id.clone()).or_default();
        *n += 1;
        if *n == 1 { id } else { format!("{id}/{n}") }
    }
}
