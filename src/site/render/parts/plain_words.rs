use tera::Value;

use crate::atoms::{SitePath, Stance, Text};
use crate::load::records::{EasyPictureRecord, EasyReadRecord};
use crate::messages::{fill, msg};
use crate::model::{Wording, easy_steps};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::parts::{link, phrase};
use crate::render::record_words;
use crate::render::view::list;

/// What each clear answer to a question means; nothing of those of which no record says it.
pub(crate) fn meanings(cx: &Context<'_>, wording: &Wording<'_>) -> Value {
    let told = told(wording);
    list(told.map(|(stance, text)| view! { word: cx.words.text(record_words::stance(stance)), text: &text }))
}

/// What each clear answer to earlier words of a question meant, in one line.
pub(crate) fn meanings_in_line(cx: &Context<'_>, wording: &Wording<'_>) -> Option<String> {
    let told = told(wording).map(|(stance, text)| {
        let word = cx.words.text(record_words::stance(stance));
        cx.words.with(msg::PLAIN_WORDS_OF, (fill::text(&text), fill::word(word)))
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join(" "))
}

/// What each clear answer means, a whole sentence each.
fn told(wording: &Wording<'_>) -> impl Iterator<Item = (Stance, Text)> {
    let told = wording.means.iter().filter_map(|(stance, means)| Some((*stance, (*means)?)));
    told.map(|(stance, text)| (stance, phrase::sentence(text)))
}

/// A page in Easy Read, with whom to credit for its pictures and why they may be shown, each once.
pub(crate) fn easy_read(cx: &Context<'_>, kind: &PageKind) -> Option<Value> {
    let easy = easy_record(cx, kind)?;
    let steps = easy_steps(easy);
    let shown = steps
        .iter()
        .filter_map(|step| step.picture)
        .filter(|picture| cx.campaign.easy_read.contains_key(&picture.file.value));
    let mut credits: Vec<&Text> = Vec::new();
    for line in shown.flat_map(|picture| [&picture.credit, &picture.rights]) {
        if !credits.contains(&line) {
            credits.push(line);
        }
    }
    Some(view! {
        steps: list(steps.iter().map(|step| {
            let picture = step.picture.and_then(|picture| easy_picture(cx, picture));
            view! { picture, says: list(&step.says) }
        })),
        pictured: !credits.is_empty(),
        credits: list(credits),
    })
}

/// A picture in Easy Read, half as large as it is so that it looks sharp.
fn easy_picture(cx: &Context<'_>, record: &EasyPictureRecord) -> Option<Value> {
    let name = &record.file.value;
    let (picture, link) = (cx.campaign.easy_read.get(name)?, cx.plan.addresses.easy_read.get(name)?);
    Some(view! { link, width: picture.width.div_ceil(2), height: picture.height.div_ceil(2), alt: &record.alt })
}

/// What a page has in Easy Read; none where it has nothing.
fn easy_record<'a>(cx: &Context<'a>, kind: &PageKind) -> Option<&'a EasyReadRecord> {
    let content = &cx.campaign.content;
    let easy = match kind {
        PageKind::Question(id) => &cx.campaign.questions[id].easy,
        PageKind::Prose(id) => &content.pages[id].easy,
        _ => {
            let row = kind.row();
            &content.pages.iter().find(|page| row.takes_prose && page.id.as_str() == row.word)?.easy
        }
    };
    easy.easy_read.is_some().then_some(easy)
}

/// The pages that are there in Easy Read, in the order of their addresses; `title` says what each is called.
pub(crate) fn in_easy_read(cx: &Context<'_>, title: impl Fn(&PageKind) -> String) -> Value {
    let there = cx.plan.pages.iter().filter(|(_, kind)| easy_record(cx, kind).is_some());
    list(there.map(|(path, kind): &(SitePath, PageKind)| link::to(title(kind), path)))
}
