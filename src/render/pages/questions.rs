use serde::Serialize;

use crate::atoms::Wanted;
use crate::model::Question;
use crate::render::context::Context;

/// All questions.
#[derive(Debug, Serialize)]
pub struct QuestionsView<'a> {
    /// The questions, by id.
    pub list: Vec<QuestionItem<'a>>,
}

/// A question in the list.
#[derive(Debug, Serialize)]
pub struct QuestionItem<'a> {
    /// Its text.
    pub ask: &'a str,
    /// Its page.
    pub link: &'a str,
    /// What the campaign wants.
    pub wants: String,
}

pub(crate) fn view<'a>(cx: &Context<'a>) -> QuestionsView<'a> {
    let list = cx.campaign.questions.iter().map(|question| QuestionItem {
        ask: question.ask.as_str(),
        link: cx.question_link(&question.id),
        wants: wants(cx, question),
    });
    QuestionsView { list: list.collect() }
}

pub(crate) fn wants(cx: &Context<'_>, question: &Question) -> String {
    let id = match question.wants {
        Wanted::Supports => "question-wants-supports",
        Wanted::Opposes => "question-wants-opposes",
        Wanted::None => "question-wants-none",
    };
    cx.words.text(id).into_owned()
}
