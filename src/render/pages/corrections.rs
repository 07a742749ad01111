use serde::Serialize;

use crate::render::context::Context;

/// The corrections.
#[derive(Debug, Serialize)]
pub struct CorrectionsView<'a> {
    /// The corrections, the latest first.
    pub list: Vec<CorrectionView<'a>>,
}

/// One correction.
#[derive(Debug, Serialize)]
pub struct CorrectionView<'a> {
    /// When it was made.
    pub date: String,
    /// What it concerns.
    pub about: &'a str,
    /// What the site said.
    pub was: &'a str,
    /// What it says now.
    pub now: &'a str,
    /// Why.
    pub because: &'a str,
}

pub(crate) fn view<'a>(cx: &Context<'a>) -> CorrectionsView<'a> {
    let list = cx.campaign.corrections.iter().map(|correction| CorrectionView {
        date: cx.words.date(correction.date),
        about: correction.about.as_str(),
        was: correction.was.as_str(),
        now: correction.now.as_str(),
        because: correction.because.as_str(),
    });
    CorrectionsView { list: list.collect() }
}
