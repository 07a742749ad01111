use std::borrow::Cow;

use crate::atoms::{Stance, Text};
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
        cx.words.with("method-score-text", [("min", FEWEST_CLEAR.into()), ("part", PART_ANSWERED.into())])
    } else {
        cx.words.text("method-score-off").into_owned()
    };
    MethodView {
        body: body::added(cx, PageKind::Method, up),
        marks: meanings(cx),
        checks: cx.words.with("method-checks-text", [("checks", site.checks_required.into())]),
        score,
        checkers: site.checkers.values().map(Text::as_str).collect(),
    }
}

fn meanings<'a>(cx: &Context<'a>) -> Vec<MeaningView<'a>> {
    let stances = [
        (Stance::Supports, "stance-supports", "method-supports"),
        (Stance::Opposes, "stance-opposes", "method-opposes"),
        (Stance::Mixed, "stance-mixed", "method-mixed"),
        (Stance::Unclear, "stance-unclear", "method-unclear"),
        (Stance::Declined, "stance-declined", "method-declined"),
    ];
    let stances = stances.into_iter().map(|(stance, word, means)| (mark::drawn(stance, true), word, means));
    let gap = |shape: Option<&'static str>, word, means| (shape, word, means);
    let gaps = [
        gap(Some("waiting"), "gap-waiting", "method-waiting"),
        gap(Some("no-reply"), "gap-no-reply", "method-no-reply"),
        gap(Some("not-reached"), "gap-not-reached", "method-not-reached"),
        gap(Some("silent"), "gap-silent", "method-silent"),
        gap(None, "gap-not-asked", "method-not-asked"),
        gap(None, "gap-not-asked-after", "method-not-asked-after"),
        gap(None, "gap-not-checked", "method-not-checked"),
        gap(None, "gap-differ", "method-differ"),
        gap(None, "gap-taken-down", "method-taken-down"),
    ];
    let meaning =
        |tone, shape, word, means| MeaningView { tone, shape, word: cx.words.text(word), means: cx.words.text(means) };
    let stances = stances.map(|((tone, shape), word, means)| meaning(tone, Some(shape), word, means));
    stances.chain(gaps.into_iter().map(|(shape, word, means)| meaning("gap", shape, word, means))).collect()
}
