use std::borrow::Cow;

use crate::atoms::{Stance, Text};
use crate::messages::{fill, msg};
use crate::model::{FEWEST_CLEAR, PART_ANSWERED};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::parts::{Up, body, mark};

views! {
    /// How marks are given.
    MethodView<'a> {
        body: Option<String>, "The site's own words, as HTML";
        marks: Vec<MeaningView<'a>>, "Every mark with its meaning";
        checks: String, "How a mark is checked";
        score: String, "How agreement is counted";
        checkers: Vec<&'a str>, "Who enters and checks";
    }

    /// A mark with its meaning.
    MeaningView<'a> {
        tone: &'static str, "Its colour";
        shape: Option<&'static str>, "Its shape";
        word: Cow<'a, str>, "Its word";
        means: Cow<'a, str>, "What it means";
    }
}

pub(crate) fn view<'a>(cx: &Context<'a>, up: &Up) -> MethodView<'a> {
    let site = &cx.campaign.site;
    let score = if site.score {
        cx.words.with(msg::METHOD_SCORE_TEXT, (fill::min(FEWEST_CLEAR), fill::part(PART_ANSWERED)))
    } else {
        cx.words.text(msg::METHOD_SCORE_OFF).into_owned()
    };
    MethodView {
        body: body::added(cx, PageKind::Method, up),
        marks: meanings(cx),
        checks: cx.words.with(msg::METHOD_CHECKS_TEXT, fill::checks(site.checks_required)),
        score,
        checkers: site.checkers.values().map(Text::as_str).collect(),
    }
}

fn meanings<'a>(cx: &Context<'a>) -> Vec<MeaningView<'a>> {
    let stances = [
        (Stance::Supports, msg::STANCE_SUPPORTS, msg::METHOD_SUPPORTS),
        (Stance::Opposes, msg::STANCE_OPPOSES, msg::METHOD_OPPOSES),
        (Stance::Mixed, msg::STANCE_MIXED, msg::METHOD_MIXED),
        (Stance::Unclear, msg::STANCE_UNCLEAR, msg::METHOD_UNCLEAR),
        (Stance::Declined, msg::STANCE_DECLINED, msg::METHOD_DECLINED),
    ];
    let stances = stances.into_iter().map(|(stance, word, means)| (mark::drawn(stance, true), word, means));
    let gap = |shape: Option<&'static str>, word, means| (shape, word, means);
    let gaps = [
        gap(Some("waiting"), msg::GAP_WAITING, msg::METHOD_WAITING),
        gap(Some("no-reply"), msg::GAP_NO_REPLY, msg::METHOD_NO_REPLY),
        gap(Some("not-reached"), msg::GAP_NOT_REACHED, msg::METHOD_NOT_REACHED),
        gap(Some("silent"), msg::GAP_SILENT, msg::METHOD_SILENT),
        gap(None, msg::GAP_NOT_ASKED, msg::METHOD_NOT_ASKED),
        gap(None, msg::GAP_NOT_ASKED_AFTER, msg::METHOD_NOT_ASKED_AFTER),
        gap(None, msg::GAP_NOT_CHECKED, msg::METHOD_NOT_CHECKED),
        gap(None, msg::GAP_DIFFER, msg::METHOD_DIFFER),
        gap(None, msg::GAP_TAKEN_DOWN, msg::METHOD_TAKEN_DOWN),
    ];
    let meaning =
        |tone, shape, word, means| MeaningView { tone, shape, word: cx.words.text(word), means: cx.words.text(means) };
    let stances = stances.map(|((tone, shape), word, means)| meaning(tone, Some(shape), word, means));
    stances.chain(gaps.into_iter().map(|(shape, word, means)| meaning("gap", shape, word, means))).collect()
}
