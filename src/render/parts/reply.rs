use crate::messages::{fill, msg};
use crate::model::{Candidacy, Reply};
use crate::render::context::Context;

views! {
    /// What the person or party concerned says.
    #[derive(Clone, PartialEq)]
    ReplyView<'a> {
        label: String, "That it is a reply, and its date";
        text: &'a str, "The reply";
    }
}

pub(crate) fn view<'a>(cx: &Context<'a>, reply: &'a Reply) -> ReplyView<'a> {
    let label = cx.words.with(msg::REPLY_LABEL, fill::date(cx.words.date(reply.date)));
    ReplyView { label, text: reply.text.as_str() }
}

pub(crate) fn of_person<'a>(cx: &Context<'a>, person: &Candidacy, reply: &'a crate::model::Reply) -> ReplyView<'a> {
    ReplyView { label: cx.words.with(msg::PERSON_REPLY, fill::name(person.name.as_str())), text: reply.text.as_str() }
}
