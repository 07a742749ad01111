use crate::messages::{fill, msg};
use crate::model::{Document, Heard, PutQuestion, Says};
use crate::render::context::Context;
use crate::render::parts::{LinkView, phrase, quotes};
use crate::render::record_words;

views! {
    /// What is known of whether a document speaks of a question.
    SaysView<'a> {
        ask: &'a str, "The question";
        link: &'a str, "The question's page";
        text: String, "What is known, and how surely";
        quotes: Vec<QuoteView<'a>>, "What marks of this site quote from it";
        places: Vec<PlaceView<'a>>, "The sentences in which its words stand";
    }

    /// What a mark quotes from a document.
    QuoteView<'a> {
        quote: Option<&'a str>, "The very words";
        lang: Option<&'a str>, "Their language, when not the site's";
        says: Option<String>, "Our words for it";
        place: Option<String>, "The place in the document, as a sentence begins";
        mark: LinkView<'a>, "The mark that rests on it";
    }

    /// A sentence with words of a question.
    PlaceView<'a> {
        label: String, "Where it stands, and whether those words can be relied upon";
        before: &'a str, "What stands before the words";
        words: &'a str, "The words";
        after: &'a str, "What stands after them";
        lang: Option<&'a str>, "The language, when not the site's";
    }
}

pub(crate) fn view<'a>(cx: &Context<'a>, document: &'a Document, put: &'a PutQuestion) -> SaysView<'a> {
    let heard = document.transcript.as_ref().and_then(|transcript| transcript.mentions.get(put.id()));
    let heard = heard.map(Vec::as_slice).unwrap_or_default();
    SaysView {
        ask: put.wording().ask.as_str(),
        link: cx.question_link(put.id()),
        text: says_text(cx, document.says(put.id()), heard.len()),
        quotes: quotes::on_question(cx, document, put.id()),
        places: heard.iter().map(|heard| place_view(cx, document, heard)).collect(),
    }
}

fn says_text(cx: &Context<'_>, says: Says<'_>, hits: usize) -> String {
    let reader = |reading: &crate::model::Reading| {
        let date = cx.words.date(reading.date);
        (fill::by(phrase::checker(cx, &reading.by)), fill::date(date))
    };
    let n = fill::n(hits);
    match says {
        Says::Speaks(reading) => cx.words.with(msg::SAYS_SPEAKS, reader(reading)),
        Says::Differ(found, silent) => {
            let (by, date) = reader(found);
            let (other, when) = (fill::other(phrase::checker(cx, &silent.by)), fill::when(cx.words.date(silent.date)));
            cx.words.with(msg::SAYS_DIFFER, (by, date, other, when))
        }
        Says::Quoted => cx.words.text(msg::SAYS_QUOTED).into_owned(),
        Says::Silent(reading) => {
            let silent = fill::silent(cx.words.text(record_words::silent(reading.seen)));
            let (by, date) = reader(reading);
            match hits {
                0 => cx.words.with(msg::SAYS_SILENT, (by, date, silent)),
                _ => cx.words.with(msg::SAYS_SILENT_HITS, (by, date, n, silent)),
            }
        }
        Says::Mentions(heard) if heard.iter().any(|heard| heard.sure) => cx.words.with(msg::SAYS_MENTIONS, n),
        Says::Mentions(_) => cx.words.text(msg::SAYS_MENTIONS_UNSURE).into_owned(),
        Says::NoMention { read, pages } if read == pages => cx.words.with(msg::SAYS_NONE, fill::pages(pages)),
        Says::NoMention { read, pages } => cx.words.with(msg::SAYS_NONE_OF, (fill::pages(pages), fill::read(read))),
        Says::Unreadable => cx.words.text(msg::SAYS_UNREADABLE).into_owned(),
        Says::NotLooked => cx.words.text(msg::SAYS_NOT_LOOKED).into_owned(),
    }
}

fn place_view<'a>(cx: &Context<'a>, document: &'a Document, heard: &'a Heard) -> PlaceView<'a> {
    let id = if heard.sure { msg::HEARD_PAGE } else { msg::HEARD_PAGE_UNSURE };
    PlaceView {
        label: cx.words.with(id, fill::page(heard.page)),
        before: &heard.excerpt.before,
        words: &heard.excerpt.words,
        after: &heard.excerpt.after,
        lang: document.lang.as_deref(),
    }
}
