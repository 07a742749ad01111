use crate::atoms::WebUrl;
use crate::messages::{fill, msg};
use crate::render::context::Context;

views! {
    /// The glossary.
    GlossaryView<'a> {
        terms: Vec<TermView<'a>>, "The terms, from A to Z";
    }

    /// One term of the glossary.
    TermView<'a> {
        id: &'a str, "The anchor";
        term: &'a str, "The word or acronym";
        stands_for: Option<String>, "What an acronym stands for, as a sentence";
        means: &'a str, "What it means";
        url: Option<&'a str>, "Where to read more";
        more: String, "Words for the link to more";
    }
}

pub(crate) fn view<'a>(cx: &Context<'a>) -> GlossaryView<'a> {
    let terms = cx.campaign.glossary.iter().map(|term| TermView {
        id: term.id.as_str(),
        term: term.term.as_str(),
        stands_for: term
            .stands_for
            .as_ref()
            .map(|long| cx.words.with(msg::GLOSSARY_STANDS_FOR, fill::long(long.as_str()))),
        means: term.means.as_str(),
        url: term.url.as_ref().map(WebUrl::as_str),
        more: cx.words.with(msg::GLOSSARY_MORE, fill::term(term.term.as_str())),
    });
    GlossaryView { terms: terms.collect() }
}
