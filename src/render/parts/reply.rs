use crate::model::{Candidacy, Reply};
use crate::render::context::Context;

views! {
    /// What the person or party concerned says.
    #[derive(Clone)]
    ReplyView<'a> {
        label: String, "That it is a reply, and its date";
        text: &'a str, "The reply";
    }
}

pub(crate) fn view<'a>(cx: &Context<'a>, reply: &'a Reply) -> ReplyView<'a> {
    let label = cx.words.with("reply-label", [("date", cx.words.date(reply.date).into())]);
    ReplyView { label, text: reply.text.as_str() }
}

pub(crate) fn of_person<'a>(cx: &Context<'a>, person: &Candidacy, reply: &'a crate::model::Reply) -> ReplyView<'a> {
    let gaps = [("name", person.name.as_str().into()), ("date", cx.words.date(reply.date).into())];
    ReplyView { label: cx.words.with("person-reply", gaps), text: reply.text.as_str() }
}
