use std::collections::HashMap;
use std::ptr;

use tera::Value;

use crate::atoms::{DocumentId, QuestionId, Text, capitalised};
use crate::messages::{fill, msg};
use crate::model::{Campaign, Document, Evidence, Heard, Mark, PutQuestion, Reading, Says};
use crate::plan::SitePlan;
use crate::render::context::{Context, elections};
use crate::render::located::{BallotAt, ElectionAt};
use crate::render::parts::mark::{Checked, Whose};
use crate::render::parts::{MarkView, brief, cell, gap, link, mark, phrase};
use crate::render::record_words;
use crate::render::view::list;

/// Up to how many questions share a sentence in the open.
const MOST_ALIKE: usize = 3;

/// What is known of whether a document speaks of each question, with the marks that rest on it, what they quote and the
/// sentences in which words of the question stand. Questions of which there is only one and the same thing to say come
/// after the others, together.
pub(crate) fn view(cx: &Context<'_>, document: &Document, questions: &[&PutQuestion]) -> Vec<Value> {
    let (mut answers, mut plain) = (Vec::new(), Vec::<(String, Vec<&PutQuestion>)>::new());
    for put in questions {
        let heard = document.transcript.as_ref().and_then(|transcript| transcript.mentions.get(put.id()));
        let heard = heard.map(Vec::as_slice).unwrap_or_default();
        let text = says_text(cx, document.says(put.id()), heard.len());
        let quoted: Vec<&Quoted<'_>> = quoted_on(cx, document, put.id()).collect();
        match plain.iter_mut().find(|(other, _)| *other == text) {
            _ if !(quoted.is_empty() && heard.is_empty()) => {
                answers.push(answer(cx, document, &[put], (text, &quoted, heard)));
            }
            Some((_, alike)) => alike.push(put),
            None => plain.push((text, vec![put])),
        }
    }
    answers.extend(plain.into_iter().map(|(text, alike)| answer(cx, document, &alike, (text, &[], &[]))));
    answers
}

fn answer(
    cx: &Context<'_>,
    document: &Document,
    alike: &[&PutQuestion],
    (text, quoted, heard): (String, &[&Quoted<'_>], &[Heard]),
) -> Value {
    let mut marks: Vec<MarkView<'_>> = silence(cx, document.says(alike[0].id())).into_iter().collect();
    let mut seen = Vec::<&Mark>::new();
    for quoted in quoted {
        if !seen.iter().any(|mark| ptr::eq(*mark, quoted.mark)) {
            seen.push(quoted.mark);
            marks.push(quoted.glance(cx, document));
        }
    }
    view! {
        many: alike.len() > MOST_ALIKE,
        questions: list(alike.iter().map(|put| link::to(put.wording().ask, cx.question_link(put.id())))),
        text,
        marks: list(marks),
        quotes: list(quoted.iter().map(|quoted| quoted.view(cx))),
        places: list(heard.iter().map(|heard| place(cx, document, heard))),
    }
}

/// The mark of a document that does not speak of a question.
fn silence<'a>(cx: &Context<'a>, says: Says<'_>) -> Option<MarkView<'a>> {
    let Says::Silent(reading) = says else { return None };
    let checked = Checked::of_reading(reading);
    Some(MarkView {
        shape: Some(gap::SILENT),
        hedge: brief::hedge(cx, checked),
        checked,
        ..MarkView::of("gap", cx.words.text(msg::GAP_SILENT))
    })
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
    mark: &'a Mark,
    whose: Whose,
    evidence: &'a Evidence,
    name: &'a Text,
    link: String,
}

impl<'a> Quoted<'a> {
    fn view(&self, cx: &Context<'_>) -> Value {
        let evidence = self.evidence;
        view! {
            quote: evidence.quote.as_ref(),
            lang: evidence.quote.as_ref().and(evidence.lang.as_ref()),
            says: evidence.says.as_ref().map(|text| phrase::says(cx, text)),
            place: evidence.place.as_ref().map(|place| Value::from(&place.saying(capitalised(place.as_str())))),
            mark: link::to(cx.words.with(msg::QUOTED_BY, fill::name(self.name)), &*self.link),
        }
    }

    /// The mark at a glance, named where it is not that of whoever published the document.
    fn glance(&self, cx: &Context<'a>, document: &Document) -> MarkView<'a> {
        let label = (cx.words.told(self.name) != cx.owner(document)).then(|| cx.words.told(self.name));
        MarkView { label, ..mark::at_a_glance(cx, cx.election(&document.election).election, self.mark, self.whose) }
    }
}

/// What marks on a question quote from a document.
fn quoted_on<'c>(
    cx: &'c Context<'_>,
    document: &Document,
    question: &QuestionId,
) -> impl Iterator<Item = &'c Quoted<'c>> {
    cx.quoted.get(&document.id).into_iter().flatten().filter(move |quoted| quoted.question == question)
}

/// What marks that are on the site rest on, by document: parties' lines first, then the candidates' own words.
pub(crate) fn quoted_by_document<'a>(
    campaign: &'a Campaign,
    plan: &'a SitePlan,
) -> HashMap<&'a DocumentId, Vec<Quoted<'a>>> {
    let mut of: HashMap<&DocumentId, Vec<Quoted<'a>>> = HashMap::new();
    let mut add =
        |question: &'a QuestionId, mark: &'a Mark, whose: Whose, name: &'a Text, link: &dyn Fn() -> String| {
            for evidence in mark.evidence.iter().filter(|_| mark.takedown.is_none()) {
                if let Some(document) = &evidence.document {
                    of.entry(&document.id).or_default().push(Quoted {
                        question,
                        mark,
                        whose,
                        evidence,
                        name,
                        link: link(),
                    });
                }
            }
        };
    for party in &campaign.parties {
        let page = plan.addresses.parties.get(&party.id).map_or("", |path| path.as_str());
        for line in &party.lines {
            let anchor = || format!("{page}#{}", gap::line_anchor(line.election.as_str(), line.question.id.as_str()));
            add(&line.question.id, &line.mark, Whose::Party, &party.name, &anchor);
        }
    }
    let people = elections(campaign, plan).flat_map(ElectionAt::ballots).flat_map(BallotAt::people);
    for at in people.filter(|at| at.person.answers_in.is_none() && at.person.takedown.is_none()) {
        for position in &at.person.positions {
            let anchor = || format!("{}#{}", at.page, cell::own_anchor(position.question.id.as_str()));
            add(&position.question.id, &position.mark, Whose::Own, &at.person.name, &anchor);
        }
    }
    of
}
