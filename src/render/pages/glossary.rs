use serde::Serialize;

use crate::atoms::WebUrl;
use crate::render::context::Context;

/// The glossary.
#[derive(Debug, Serialize)]
pub struct GlossaryView<'a> {
    /// The terms, from A to Z.
    pub terms: Vec<TermView<'a>>,
}

/// One term of the glossary.
#[derive(Debug, Serialize)]
pub struct TermView<'a> {
    /// The anchor.
    pub id: &'a str,
    /// The word or acronym.
    pub term: &'a str,
    /// What an acronym stands for, as a sentence.
    pub stands_for: Option<String>,
    /// What it means.
    pub means: &'a str,
    /// Where to read more.
    pub url: Option<&'a str>,
    /// Words for the link to more.
    pub more: String,
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
