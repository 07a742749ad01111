use crate::atoms::{QuestionId, Seen, WebUrl};
use crate::messages::{fill, msg};
use crate::model::{Copy, Election, Reading};
use crate::render::context::Context;
use crate::render::parts::{LinkView, phrase};

views! {
    /// Somebody's reading of a document.
    ReadingView<'a> {
        text: String, "Who read how much of it, when and in what shape";
        copy: Option<LinkView<'a>>, "The copy that was read";
        found: Vec<LinkView<'a>>, "The questions of which it speaks";
        silent: Vec<LinkView<'a>>, "The questions that the reader looked for and did not find";
        notes: Vec<String>, "Notes and checks, a sentence each";
    }
}

/// A reading of a document of an election, with the questions in the words that the election puts.
pub(crate) fn view<'a>(cx: &Context<'a>, election: Option<&'a Election>, reading: &'a Reading) -> ReadingView<'a> {
    let questions = |ids: &mut dyn Iterator<Item = &'a QuestionId>| {
        ids.filter_map(|id| election?.put(id))
            .map(|put| LinkView::to(put.wording().ask.as_str(), cx.question_link(put.id())))
            .collect()
    };
    let note = reading.note.iter().map(ToString::to_string);
    let checks = reading.checks.iter().map(|check| {
        let gaps = (fill::by(phrase::checker(cx, &check.by)), fill::date(cx.words.date(check.date)));
        cx.words.with(msg::READING_CHECKED, gaps)
    });
    ReadingView {
        text: reading_text(cx, reading),
        copy: reading.copy.as_ref().map(|copy| copy_link(cx, copy)),
        found: questions(&mut reading.found.iter()),
        silent: questions(&mut reading.looked_for.iter().filter(|id| reading.is_silent_on(id))),
        notes: note.chain(checks).collect(),
    }
}

fn reading_text(cx: &Context<'_>, reading: &Reading) -> String {
    let (by, date) = (fill::by(phrase::checker(cx, &reading.by)), fill::date(cx.words.date(reading.date)));
    if reading.seen == Seen::Described {
        return cx.words.with(msg::READING_DESCRIBED, (by, date));
    }
    let seen = fill::seen(cx.words.text(match reading.seen {
        Seen::Original => msg::SEEN_ORIGINAL,
        Seen::Facsimile => msg::SEEN_FACSIMILE,
        Seen::Transcription | Seen::Described => msg::SEEN_TRANSCRIPTION,
    }));
    match (reading.whole, &reading.part) {
        (true, _) => cx.words.with(msg::READING_WHOLE, (by, date, seen)),
        (false, Some(part)) => cx.words.with(msg::READING_PART, (by, date, fill::part(phrase::clause(part)), seen)),
        (false, None) => cx.words.with(msg::READING_SOME, (by, date, seen)),
    }
}

fn copy_link<'a>(cx: &Context<'a>, copy: &'a Copy) -> LinkView<'a> {
    let title = fill::title(copy.title.as_str());
    let text = match &copy.publisher {
        Some(publisher) => cx.words.with(msg::READING_COPY_PUBLISHER, (fill::publisher(publisher.as_str()), title)),
        None => cx.words.with(msg::READING_COPY, title),
    };
    let date = copy.date.map(|date| cx.words.with(msg::EVIDENCE_DATE, fill::date(cx.words.date(date))));
    let text = date.map_or(text.clone(), |date| format!("{text} {date}"));
    LinkView::out(text, copy.url.as_ref().map(WebUrl::as_str))
}

/// Whether somebody saw a document, or a copy of it, and looked for at least one question.
pub(crate) fn is_search(reading: &Reading) -> bool {
    reading.seen != Seen::Described && !reading.looked_for.is_empty()
}
