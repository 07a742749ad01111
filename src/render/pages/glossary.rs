use crate::atoms::WebUrl;
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
            .map(|long| cx.words.with("glossary-stands-for", [("long", long.as_str().into())])),
        means: term.means.as_str(),
        url: term.url.as_ref().map(WebUrl::as_str),
        more: cx.words.with("glossary-more", [("term", term.term.as_str().into())]),
    });
    GlossaryView { terms: terms.collect() }
}
