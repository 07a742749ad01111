use tera::Value;

use crate::atoms::{Stance, Words as _};
use crate::messages::{fill, msg};
use crate::model::{FEWEST_CLEAR, PART_ANSWERED};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::parts::{Up, body, mark};
use crate::render::record_words;
use crate::render::view::list;

/// How marks are given.
pub(crate) fn view(cx: &Context<'_>, up: &Up) -> Value {
    let site = &cx.campaign.site;
    let score = if site.score {
        cx.words.with(msg::METHOD_SCORE_TEXT, (fill::min(FEWEST_CLEAR), fill::part(PART_ANSWERED)))
    } else {
        cx.words.text(msg::METHOD_SCORE_OFF).into_owned()
    };
    view! {
        body: body::added(cx, &PageKind::Method, up),
        marks: meanings(cx),
        checks: cx.words.with(msg::METHOD_CHECKS_TEXT, fill::checks(site.checks_required)),
        score,
        checkers: list(site.checkers.values()),
    }
}

/// Every mark with its meaning.
fn meanings(cx: &Context<'_>) -> Value {
    let stances = Stance::ALL.iter().map(|&stance| {
        let means = match stance {
            Stance::Supports => msg::METHOD_SUPPORTS,
            Stance::Opposes => msg::METHOD_OPPOSES,
            Stance::Mixed => msg::METHOD_MIXED,
            Stance::Unclear => msg::METHOD_UNCLEAR,
            Stance::Declined => msg::METHOD_DECLINED,
        };
        (mark::drawn(stance, true), record_words::stance(stance), means)
    });
    let gaps = [
        (Some("waiting"), msg::GAP_WAITING, msg::METHOD_WAITING),
        (Some("no-reply"), msg::GAP_NO_REPLY, msg::METHOD_NO_REPLY),
        (Some("not-reached"), msg::GAP_NOT_REACHED, msg::METHOD_NOT_REACHED),
        (Some("silent"), msg::GAP_SILENT, msg::METHOD_SILENT),
        (None, msg::GAP_NOT_ASKED, msg::METHOD_NOT_ASKED),
        (None, msg::GAP_NOT_ASKED_AFTER, msg::METHOD_NOT_ASKED_AFTER),
        (None, msg::GAP_NOT_CHECKED, msg::METHOD_NOT_CHECKED),
        (None, msg::GAP_DIFFER, msg::METHOD_DIFFER),
        (None, msg::GAP_TAKEN_DOWN, msg::METHOD_TAKEN_DOWN),
    ];
    let gaps = gaps.into_iter().map(|(shape, word, means)| (("gap", shape), word, means));
    let marks = stances.map(|((tone, shape), word, means)| ((tone, Some(shape)), word, means)).chain(gaps);
    list(marks.map(|((tone, shape), word, means)| {
        view! { tone, shape, word: cx.words.text(word), means: cx.words.text(means) }
    }))
}
