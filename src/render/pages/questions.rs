use crate::atoms::Wanted;
use crate::messages::msg;
use crate::model::Question;
use crate::render::context::Context;

views! {
    /// All questions.
    QuestionsView<'a> {
        list: Vec<QuestionItem<'a>>, "The questions, by id";
    }

    /// A question in the list.
    QuestionItem<'a> {
        ask: &'a str, "Its text";
        link: &'a str, "Its page";
        wants: String, "What the campaign wants";
    }
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
    let id = match question.campaign_wants {
        Wanted::Supports => msg::QUESTION_WANTS_SUPPORTS,
        Wanted::Opposes => msg::QUESTION_WANTS_OPPOSES,
        Wanted::None => msg::QUESTION_WANTS_NONE,
    };
    cx.words.text(id).into_owned()
}
