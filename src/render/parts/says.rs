use crate::model::{Document, Heard, PutQuestion, Says};
use crate::render::context::Context;
use crate::render::parts::{LinkView, phrase, quotes};

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
        [("by", phrase::checker(cx, &reading.by).into()), ("date", date.into()), ("n", hits.into())]
    };
    match says {
        Says::Speaks(reading) => cx.words.with("says-speaks", reader(reading)),
        Says::Differ(found, silent) => {
            let [by, date, _] = reader(found);
            let (other, when) = (phrase::checker(cx, &silent.by).into(), cx.words.date(silent.date).into());
            cx.words.with("says-differ", [by, date, ("other", other), ("when", when)])
        }
        Says::Quoted => cx.words.text("says-quoted").into_owned(),
        Says::Silent(reading) => {
            let silent = cx.words.text(&phrase::word_id("silent-", reading.seen)).into_owned();
            let id = if hits == 0 { "says-silent" } else { "says-silent-hits" };
            let [by, date, n] = reader(reading);
            cx.words.with(id, [("silent", silent.into()), by, date, n])
        }
        Says::Mentions(heard) => {
            let id = if heard.iter().any(|heard| heard.sure) { "says-mentions" } else { "says-mentions-unsure" };
            cx.words.with(id, [("n", hits.into())])
        }
        Says::NoMention { read, pages } => {
            let id = if read == pages { "says-none" } else { "says-none-of" };
            cx.words.with(id, [("read", read.into()), ("pages", pages.into())])
        }
        Says::Unreadable => cx.words.text("says-unreadable").into_owned(),
        Says::NotLooked => cx.words.text("says-not-looked").into_owned(),
    }
}

fn place_view<'a>(cx: &Context<'a>, document: &'a Document, heard: &'a Heard) -> PlaceView<'a> {
    let id = if heard.sure { "heard-page" } else { "heard-page-unsure" };
    PlaceView {
        label: cx.words.with(id, [("page", heard.page.into())]),
        before: &heard.excerpt.before,
        words: &heard.excerpt.words,
        after: &heard.excerpt.after,
        lang: document.lang.as_deref(),
    }
}
