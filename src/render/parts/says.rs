use std::collections::HashMap;

use tera::Value;

use crate::atoms::{DocumentId, QuestionId, Text};
use crate::messages::{fill, msg};
use crate::model::{Campaign, Document, Evidence, Heard, Mark, PutQuestion, Reading, Says};
use crate::plan::SitePlan;
use crate::render::context::{Context, elections};
use crate::render::located::{BallotAt, ElectionAt};
use crate::render::parts::{cell, gap, link, phrase};
use crate::render::record_words;
use crate::render::view::list;

/// What is known of whether a document speaks of a question, with what marks quote from it and the sentences in which
/// words of the question stand.
pub(crate) fn view(cx: &Context<'_>, document: &Document, put: &PutQuestion) -> Value {
    let heard = document.transcript.as_ref().and_then(|transcript| transcript.mentions.get(put.id()));
    let heard = heard.map(Vec::as_slice).unwrap_or_default();
    view! {
        ask: put.wording().ask,
        link: cx.question_link(put.id()),
        text: says_text(cx, document.says(put.id()), heard.len()),
        quotes: quotes(cx, document, put.id()),
        places: list(heard.iter().map(|heard| place(cx, document, heard))),
    }
}

fn says_text(cx: &Context<'_>, says: Says<'_>, hits: usize) -> String {
    let reader = |reading: &Reading| {
        let date = cx.words.date(*reading.date);
        (fill::by(phrase::checker(cx, &reading.by)), fill::date(date))
    };
    let n = fill::n(hits);
    match says {
        Says::Speaks(reading) => cx.words.with(msg::SAYS_SPEAKS, reader(reading)),
        Says::Differ(found, silent) => {
            let (by, date) = reader(found);
            let (other, when) = (fill::other(phrase::checker(cx, &silent.by)), fill::when(cx.words.date(*silent.date)));
            cx.words.with(msg::SAYS_DIFFER, (by, date, other, when))
        }
        Says::Quoted => cx.words.text(msg::SAYS_QUOTED).into_owned(),
        Says::Silent(reading) => {
            let silent = fill::silent(cx.words.text(record_words::silent(*reading.seen)));
            let (by, date) = reader(reading);
            match hits {
                0 => cx.words.with(msg::SAYS_SILENT, (by, date, silent)),
                _ => cx.words.with(msg::SAYS_SILENT_HITS, (by, date, n, silent)),
            }
        }
        Says::Mentions(heard) if heard.iter().any(|heard| heard.sure) => cx.words.with(msg::SAYS_MENTIONS, n),
        Says::Mentions(_) => cx.words.text(msg::SAYS_MENTIONS_UNSURE).into_owned(),
        Says::NoMention { read, pages } if read == pages => cx.words.with(msg::SAYS_NONE, fill::pages(pages)),
        Says::NoMention { read, pages } => cx.words.with(msg::SAYS_NONE_OF, (fill::pages(pages), fill::read(read))),
        Says::Unreadable => cx.words.text(msg::SAYS_UNREADABLE).into_owned(),
        Says::NotLooked => cx.words.text(msg::SAYS_NOT_LOOKED).into_owned(),
    }
}

/// A sentence with words of a question.
fn place(cx: &Context<'_>, document: &Document, heard: &Heard) -> Value {
    let id = if heard.sure { msg::HEARD_PAGE } else { msg::HEARD_PAGE_UNSURE };
    view! {
        label: cx.words.with(id, fill::page(heard.page)),
        before: &*heard.excerpt.before,
        words: &*heard.excerpt.words,
        after: &*heard.excerpt.after,
        lang: document.lang.as_ref(),
    }
}

/// A piece of evidence from a document: on which question, of whose mark, and where that stands.
pub(crate) struct Quoted<'a> {
    question: &'a QuestionId,
    evidence: &'a Evidence,
    whose: &'a Text,
    link: String,
}

/// What marks on a question quote from a document.
fn quotes(cx: &Context<'_>, document: &Document, question: &QuestionId) -> Value {
    let all = cx.quoted.get(&document.id).into_iter().flatten().filter(|quoted| quoted.question == question);
    list(all.map(|quoted| {
        let evidence = quoted.evidence;
        view! {
            quote: evidence.quote.as_ref(),
            lang: evidence.quote.as_ref().and(evidence.lang.as_ref()),
            says: evidence.says.as_ref().map(|text| phrase::says(cx, text)),
            place: evidence.place.as_ref().map(|place| phrase::capitalised(place)),
            mark: link::to(cx.words.with(msg::QUOTED_BY, fill::name(quoted.whose.as_str())), &*quoted.link),
        }
    }))
}

/// What marks that are on the site rest on, by document: parties' lines first, then the candidates' own words.
pub(crate) fn quoted_by_document<'a>(
    campaign: &'a Campaign,
    plan: &'a SitePlan,
) -> HashMap<&'a DocumentId, Vec<Quoted<'a>>> {
    let mut of: HashMap<&DocumentId, Vec<Quoted<'a>>> = HashMap::new();
    let mut add = |question: &'a QuestionId, mark: &'a Mark, whose: &'a Text, link: &dyn Fn() -> String| {
        for evidence in mark.evidence.iter().filter(|_| mark.takedown.is_none()) {
            if let Some(document) = &evidence.document {
                of.entry(&document.id).or_default().push(Quoted { question, evidence, whose, link: link() });
            }
        }
    };
    for party in &campaign.parties {
        let page = plan.addresses.parties.get(&party.id).map_or("", |path| path.as_str());
        for line in &party.lines {
            let anchor = || format!("{page}#{}", gap::line_anchor(line.election.as_str(), line.question.id.as_str()));
            add(&line.question.id, &line.mark, &party.name, &anchor);
        }
    }
    let people = elections(campaign, plan).flat_map(ElectionAt::ballots).flat_map(BallotAt::people);
    for at in people.filter(|at| at.person.answers_in.is_none() && at.person.takedown.is_none()) {
        for position in &at.person.positions {
            let anchor = || format!("{}#{}", at.page, cell::own_anchor(position.question.id.as_str()));
            add(&position.question.id, &position.mark, &at.person.name, &anchor);
        }
    }
    of
}
