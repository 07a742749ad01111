use std::borrow::Cow;

use tera::Value;

use crate::messages::{fill, msg};
use crate::model::{Election, PutQuestion};
use crate::render::context::Context;
use crate::render::parts::{link, phrase};
use crate::render::view::list;

/// A question at the head of a column, in its shortest form.
pub(crate) fn of(cx: &Context<'_>, put: &PutQuestion) -> Value {
    let nations = (!put.nations.is_empty()).then(|| phrase::nations_listed(cx, &put.nations));
    let only = nations.map(|nations| cx.words.with(msg::NATIONS_ONLY, fill::nations(nations)));
    view! { ask: put.wording().short, link: cx.question_link(put.id()), only }
}

/// A question in the words that are put, and where it is put, unless everywhere.
pub(crate) fn asked_where<'a>(cx: &Context<'_>, put: &'a PutQuestion) -> Cow<'a, str> {
    let ask = put.wording().ask;
    if put.nations.is_empty() {
        return cx.words.told(ask);
    }
    let nations = phrase::nations_listed(cx, &put.nations);
    cx.words.with(msg::QUESTION_ONLY_IN, (fill::ask(ask), fill::nations(nations))).into()
}

/// In which words an election put a question, when in others than those that head the question's page.
pub(crate) fn asked_as(cx: &Context<'_>, put: &PutQuestion) -> Option<String> {
    let ask = fill::ask(put.wording().ask);
    (put.version != put.question.version).then(|| cx.words.with(msg::QUESTION_ASKED_AS, ask))
}

/// Links to the questions of an election, in the words that are put.
pub(crate) fn links(cx: &Context<'_>, election: &Election) -> Value {
    list(election.questions.iter().map(|put| link::to(asked_where(cx, put), cx.question_link(put.id()))))
}

/// Up to how many questions of which there is nothing to tell stand each for itself; more are folded under one line.
const MOST_UNKNOWN: usize = 3;

/// Those questions of which there is something to tell, or all when the others are few; and the others, folded under one line.
pub(crate) fn unfolded<'q, Q>(
    cx: &Context<'_>,
    questions: impl IntoIterator<Item = &'q Q>,
    is_known: impl Fn(&Q) -> bool,
    link: impl Fn(&Q) -> Value,
) -> (Vec<&'q Q>, Option<Value>) {
    let questions: Vec<&Q> = questions.into_iter().collect();
    let (known, unknown): (Vec<&Q>, Vec<&Q>) = questions.iter().partition(|question| is_known(question));
    if unknown.len() <= MOST_UNKNOWN {
        return (questions, None);
    }
    let name = cx.words.with(msg::QUESTIONS_UNKNOWN, fill::n(unknown.len()));
    (known, Some(view! { name, links: list(unknown.into_iter().map(link)) }))
}
