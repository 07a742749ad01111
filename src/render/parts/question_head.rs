use std::borrow::Cow;

use crate::messages::{fill, msg};
use crate::model::{Election, PutQuestion};
use crate::render::context::Context;
use crate::render::parts::{LinkView, phrase};

views! {
    /// A question at the head of a column.
    QuestionHead<'a> {
        ask: Cow<'a, str>, "Its text, in the words that are put; and where it is put, unless everywhere";
        link: &'a str, "Its page";
    }
}

/// All questions of an election, each with where it is put, unless everywhere.
pub(crate) fn all<'a>(cx: &Context<'a>, election: &'a Election) -> Vec<QuestionHead<'a>> {
    election.questions.iter().map(|put| of(cx, put, asked_where(cx, put))).collect()
}

pub(crate) fn of<'a>(cx: &Context<'a>, put: &PutQuestion, ask: impl Into<Cow<'a, str>>) -> QuestionHead<'a> {
    QuestionHead { ask: ask.into(), link: cx.question_link(put.id()) }
}

/// A question in the words that are put, and where it is put, unless everywhere.
pub(crate) fn asked_where<'a>(cx: &Context<'a>, put: &'a PutQuestion) -> Cow<'a, str> {
    let ask = put.wording().ask.as_str();
    if put.nations.is_empty() {
        return ask.into();
    }
    let nations = phrase::nations_listed(cx, &put.nations);
    cx.words.with(msg::QUESTION_ONLY_IN, (fill::ask(ask), fill::nations(nations))).into()
}

/// In which words an election put a question, when in others than those that head the question's page.
pub(crate) fn asked_as(cx: &Context<'_>, put: &PutQuestion) -> Option<String> {
    let ask = fill::ask(put.wording().ask.as_str());
    (put.version != put.question.version).then(|| cx.words.with(msg::QUESTION_ASKED_AS, ask))
}

/// Links to the questions of an election, in the words that are put.
pub(crate) fn links<'a>(cx: &Context<'a>, election: &'a Election) -> Vec<LinkView<'a>> {
    all(cx, election).into_iter().map(|head| LinkView::to(head.ask, head.link)).collect()
}

/// The size of a table: with up to four questions it stands side by side where there is room; with
/// more it stays a set of cards.
pub(crate) fn size_of_table(questions: usize) -> &'static str {
    if questions <= 4 { "few" } else { "many" }
}
