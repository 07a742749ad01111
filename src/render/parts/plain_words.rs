use tera::Value;

use crate::atoms::{SitePath, Stance, Text};
use crate::messages::{fill, msg};
use crate::model::{Page, Wording};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::parts::{link, phrase};
use crate::render::record_words;
use crate::render::view::list;

/// What each clear answer to a question means; nothing of those of which no record says it.
pub(crate) fn meanings(cx: &Context<'_>, wording: &Wording<'_>) -> Value {
    let told = told(wording);
    list(told.map(|(stance, text)| view! { word: cx.words.text(record_words::stance(stance)), text }))
}

/// What each clear answer to earlier words of a question meant, in one line.
pub(crate) fn meanings_in_line(cx: &Context<'_>, wording: &Wording<'_>) -> Option<String> {
    let told = told(wording).map(|(stance, text)| {
        let word = cx.words.text(record_words::stance(stance));
        cx.words.with(msg::PLAIN_WORDS_OF, (fill::text(text), fill::word(word)))
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join(" "))
}

/// What each clear answer means, a whole sentence each.
fn told(wording: &Wording<'_>) -> impl Iterator<Item = (Stance, String)> {
    let told = wording.means.iter().filter_map(|(stance, means)| Some((*stance, (*means)?)));
    told.map(|(stance, text)| (stance, phrase::sentence(text)))
}

/// A page in Easy Read.
pub(crate) fn easy_read<'a>(cx: &Context<'a>, kind: &PageKind) -> Option<&'a Text> {
    let content = &cx.campaign.content;
    let of_page = |page: &'a Page| page.easy_read.as_deref();
    match kind {
        PageKind::Question(id) => cx.campaign.questions[id].easy_read.as_deref(),
        PageKind::Prose(id) => of_page(&content.pages[id]),
        _ => {
            let row = kind.row();
            content.pages.iter().find(|page| row.takes_prose && page.id.as_str() == row.word).and_then(of_page)
        }
    }
}

/// The pages that are there in Easy Read, in the order of their addresses; `title` says what each is called.
pub(crate) fn in_easy_read(cx: &Context<'_>, title: impl Fn(&PageKind) -> String) -> Value {
    let there = cx.plan.pages.iter().filter(|(_, kind)| easy_read(cx, kind).is_some());
    list(there.map(|(path, kind): &(SitePath, PageKind)| link::to(title(kind), path)))
}
