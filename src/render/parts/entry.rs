use std::borrow::Cow;

use crate::atoms::Slug;
use crate::messages::{fill, msg};
use crate::model::Mark;
use crate::render::context::Context;
use crate::render::parts::{EvidenceView, ReplyView, evidence, gap, mark, phrase, reply};

views! {
    /// A recorded answer with everything that supports it.
    EntryView<'a> {
        word: Cow<'a, str>, "The voter's word for it";
        date: String, "When it was said";
        status: Cow<'a, str>, "How far it is verified";
        says: Option<String>, "Our words for it";
        caveat: Option<String>, "A doubt that every reader must see";
        evidence: Vec<EvidenceView<'a>>, "Where it was said; never empty, except for what was taken off the site";
        checks: Vec<String>, "Who entered it and who checked it, a sentence each";
        notes: Vec<String>, "Anything else, a sentence each";
        reply: Option<ReplyView<'a>>, "What the person or party says about it";
    }
}

/// A mark with all its evidence; of one that was taken off the site only that it was.
pub(crate) fn view<'a>(cx: &Context<'a>, mark: &'a Mark) -> EntryView<'a> {
    if mark.takedown.is_some() {
        return blank_entry(cx, mark);
    }
    EntryView {
        word: mark::word(cx, mark),
        date: phrase::date_because(cx, mark.date, mark.date_inferred.as_ref()),
        status: mark::verified(cx, mark),
        says: mark.says.as_ref().map(|text| phrase::says(cx, text)),
        caveat: mark.caveat.as_ref().map(|text| phrase::caveat(cx, text)),
        evidence: mark.evidence.iter().map(|evidence| evidence::view(cx, evidence)).collect(),
        checks: checks_text(cx, mark),
        notes: mark::other_text(cx, mark).into_iter().collect(),
        reply: mark.reply.as_ref().map(|reply| reply::view(cx, reply)),
    }
}

fn blank_entry<'a>(cx: &Context<'a>, mark: &'a Mark) -> EntryView<'a> {
    EntryView {
        word: cx.words.text(msg::GAP_TAKEN_DOWN),
        date: mark.takedown.as_ref().map(|takedown| cx.words.date(takedown.date)).unwrap_or_default(),
        status: gap::taken_down(cx, mark.takedown.as_ref()).status.unwrap_or_default().into(),
        says: None,
        caveat: None,
        evidence: Vec::new(),
        checks: Vec::new(),
        notes: Vec::new(),
        reply: mark.reply.as_ref().map(|reply| reply::view(cx, reply)),
    }
}

fn checks_text(cx: &Context<'_>, mark: &Mark) -> Vec<String> {
    let name = |id: &Slug| phrase::checker(cx, id);
    let entered = cx.words.with(msg::ENTERED_BY, fill::name(name(&mark.entered_by)));
    let checks = mark.checks.iter().map(|check| {
        let gaps = (fill::date(cx.words.date(check.date)), fill::name(name(&check.by)));
        cx.words.with(msg::CHECKS_BY, gaps)
    });
    std::iter::once(entered).chain(checks).collect()
}
