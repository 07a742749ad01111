use crate::render::context::Context;

views! {
    /// The corrections.
    CorrectionsView<'a> {
        list: Vec<CorrectionView<'a>>, "The corrections, the latest first";
    }

    /// One correction.
    CorrectionView<'a> {
        date: String, "When it was made";
        about: &'a str, "What it concerns";
        was: &'a str, "What the site said";
        now: &'a str, "What it says now";
        because: &'a str, "Why";
    }
}

pub(crate) fn view<'a>(cx: &Context<'a>) -> CorrectionsView<'a> {
    let list = cx.campaign.corrections.iter().map(|correction| CorrectionView {
        date: cx.words.date(correction.date.value),
        about: correction.about.as_str(),
        was: correction.was.as_str(),
        now: correction.now.as_str(),
        because: correction.because.as_str(),
    });
    CorrectionsView { list: list.collect() }
}
