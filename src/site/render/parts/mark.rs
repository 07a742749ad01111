use std::borrow::Cow;

use serde::Serialize;
use tera::Value;

use crate::atoms::{LanguageTag, Stance, WrittenVerification};
use crate::load::records::VerificationRecord;
use crate::messages::{Message, fill, msg};
use crate::model::{Election, Line, Mark, Party, Reading, Verification};
use crate::render::context::Context;
use crate::render::parts::{brief, entry, gap, link, phrase};
use crate::render::record_words;

/// The shapes of marks, in the order in which they are explained.
pub(crate) const SHAPES: [&str; 14] = [
    "yes-sure",
    "yes",
    "no-sure",
    "no",
    "partly-sure",
    "partly",
    "unclear-sure",
    "unclear",
    "declined-sure",
    "declined",
    "waiting",
    "no-reply",
    "not-reached",
    "silent",
];

/// One mark: its box, its word, and where it comes from.
#[derive(Default, PartialEq, Serialize)]
pub(crate) struct MarkView<'a> {
    /// Its colour: `yes`, `no`, `partly` or `gap`.
    pub(crate) tone: &'static str,
    /// Its shape, an id in `marks.html` without `m-`; marks that have no box have none.
    pub(crate) shape: Option<&'static str>,
    /// The voter's word for it, with “Reported:” or the like before it when only others report it or it is in doubt.
    pub(crate) word: Cow<'a, str>,
    /// Whose it is, when it is a party's.
    pub(crate) subject: Option<String>,
    /// The same in a word, where the mark stands in the cell of a candidate; in that of a party, where alone it holds.
    pub(crate) label: Option<Cow<'a, str>>,
    /// Source and date in small print.
    pub(crate) brief: Option<String>,
    /// That it waits for a second pair of eyes, in small print.
    pub(crate) hedge: Option<Cow<'a, str>>,
    /// How far it is checked.
    pub(crate) checked: Checked,
    /// By how many, in small print.
    pub(crate) checks: Option<String>,
    /// That there is more to it than its word, in small print.
    pub(crate) noted: Option<Cow<'a, str>>,
    /// The very words.
    pub(crate) quote: Option<Value>,
    /// Their language, when it is not the site's.
    pub(crate) quote_lang: Option<&'a str>,
    /// Our words for it, when there is no quote.
    pub(crate) says: Option<String>,
    /// A link to its evidence.
    pub(crate) source: Option<Value>,
    /// Own word or party line, the date, and how far it is verified.
    pub(crate) status: Option<String>,
    /// A doubt that every reader must see.
    pub(crate) caveat: Option<String>,
    /// Anything else, a sentence each, some of them links.
    pub(crate) notes: Vec<Value>,
    /// What the person or party says about it.
    pub(crate) reply: Option<Value>,
}

impl<'a> MarkView<'a> {
    /// A mark of which only the word is known.
    pub(crate) fn of(tone: &'static str, word: Cow<'a, str>) -> Self {
        Self { tone, word, ..Self::default() }
    }
}

impl From<MarkView<'_>> for Value {
    fn from(mark: MarkView<'_>) -> Self {
        Self::from_serializable(&mark)
    }
}

/// How far a mark is checked, as far as tables have to know.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Checked {
    /// There is nothing to check: nobody said anything.
    #[default]
    Nothing,
    /// It waits for a second pair of eyes.
    Waits,
    /// As many other people as it needs have compared it with its source.
    By(usize),
    /// Only others report it, or something is said against it.
    Doubted,
}

impl Checked {
    /// How far a recorded stance is checked.
    pub(crate) fn of(mark: &Mark) -> Self {
        match mark.verification {
            Verification::Confirmed => Self::By(mark.checks.len()),
            Verification::Claimed if !mark.is_hearsay() => Self::Waits,
            Verification::Claimed | Verification::Written(_) => Self::Doubted,
        }
    }

    /// How far it is checked that a document does not speak of something.
    pub(crate) fn of_reading(reading: &Reading) -> Self {
        if reading.confirmed { Self::By(reading.checks.len()) } else { Self::Waits }
    }
}

/// How much of a mark is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Depth {
    /// Its box, its word and the small print.
    Glance,
    /// Its words and sources too.
    Whole,
}

/// Whose word a mark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whose {
    /// A candidate's own.
    Own,
    /// A party's.
    Party,
}

/// The message that says when something was said, and the one for a date that nobody wrote down.
type Dated = (Message<fill::Date>, Message<fill::Date>);

/// A mark at a glance for a recorded stance in an election.
pub(crate) fn at_a_glance<'a>(cx: &Context<'a>, election: &Election, mark: &Mark, whose: Whose) -> MarkView<'a> {
    let (tone, shape) = drawn(*mark.stance, mark.is_confirmed());
    let checked = Checked::of(mark);
    MarkView {
        shape: Some(shape),
        brief: Some(brief::of_mark(cx, election, mark, whose)),
        hedge: brief::hedge(cx, checked),
        checked,
        checks: brief::checks(cx, checked),
        noted: (mark.caveat.is_some() || mark.reply.is_some()).then(|| cx.words.text(msg::BRIEF_NOTE)),
        ..MarkView::of(tone, word(cx, mark))
    }
}

/// The same with its words and sources; `home` is where its evidence stands whole.
pub(crate) fn of_stance<'a>(
    cx: &Context<'a>,
    election: &Election,
    mark: &'a Mark,
    whose: Whose,
    home: &str,
) -> MarkView<'a> {
    let quote = mark.quote();
    let says = mark.says.as_deref().filter(|_| quote.is_none() || mark.stance == Stance::Mixed);
    MarkView {
        quote: quote.map(|(text, _)| text.into()),
        quote_lang: quote.and_then(|(_, lang)| lang).map(LanguageTag::as_str),
        says: says.map(|says| phrase::says(cx, says)),
        source: mark.evidence.first().map(|evidence| entry::source(cx, evidence, home)),
        status: Some(status(cx, mark, whose)),
        caveat: mark.caveat.as_ref().map(|text| phrase::caveat(cx, text)),
        notes: other_text(cx, mark).map(|text| link::out(text, None)).into_iter().chain(pledge(cx, mark)).collect(),
        reply: mark.reply.as_ref().map(|reply| entry::reply(cx, reply)),
        ..at_a_glance(cx, election, mark, whose)
    }
}

/// A link to the pledge by whose signature a mark is on record.
pub(crate) fn pledge(cx: &Context<'_>, mark: &Mark) -> Option<Value> {
    let pledge = mark.pledge.as_ref()?;
    Some(link::to(cx.words.with(msg::PLEDGE_OF, fill::title(&pledge.title)), cx.pledge_page(&pledge.id)))
}

fn dated(mark: &Mark, whose: Whose) -> Dated {
    match whose {
        _ if mark.pledge.is_some() && !mark.is_hearsay() => (msg::SIGNED_DATE, msg::SIGNED_DATE_INFERRED),
        _ if mark.pledge.is_some() => (msg::OTHERS_WORD, msg::OTHERS_WORD_INFERRED),
        Whose::Party => (msg::LINE_DATE, msg::LINE_DATE_INFERRED),
        Whose::Own if mark.is_hearsay() => (msg::OTHERS_WORD, msg::OTHERS_WORD_INFERRED),
        Whose::Own => (msg::OWN_WORD, msg::OWN_WORD_INFERRED),
    }
}

/// A mark for a party's line; of one that was taken off the site only that it was.
pub(crate) fn of_line<'a>(
    cx: &Context<'a>,
    party: &Party,
    election: &Election,
    line: &'a Line,
    depth: Depth,
) -> MarkView<'a> {
    if let Some(takedown) = &line.mark.takedown {
        return gap::taken_down(cx, Some(takedown));
    }
    if depth == Depth::Glance {
        return at_a_glance(cx, election, &line.mark, Whose::Party);
    }
    let home =
        format!("{}#{}", cx.party_page(party), gap::line_anchor(election.id.as_str(), line.question.id.as_str()));
    of_stance(cx, election, &line.mark, Whose::Party, &home)
}

/// The voter's word for a stance, and before it that only others report it, or that it is in doubt.
pub(crate) fn word<'a>(cx: &Context<'a>, mark: &Mark) -> Cow<'a, str> {
    let word = cx.words.text(record_words::stance(*mark.stance));
    match doubt(mark) {
        Some(doubt) => cx.words.with(doubt, fill::word(word)).into(),
        None => word,
    }
}

/// The word for a signature, and before it the same.
pub(crate) fn signed_word<'a>(cx: &Context<'a>, mark: &Mark) -> Cow<'a, str> {
    match doubt(mark) {
        Some(doubt) => cx.words.with(doubt, fill::word(cx.words.text(msg::PLEDGE_SIGNED_WITHIN))).into(),
        None => cx.words.text(msg::PLEDGE_SIGNED),
    }
}

/// That only others report a mark, or that it is in doubt, where it is.
fn doubt(mark: &Mark) -> Option<Message<fill::Word>> {
    match &mark.verification {
        Verification::Claimed if mark.is_hearsay() => Some(msg::REPORTED),
        Verification::Claimed | Verification::Confirmed => None,
        Verification::Written(written) => Some(match written.state.value {
            WrittenVerification::Disputed => msg::DISPUTED,
            WrittenVerification::Unverified => msg::UNVERIFIED,
            WrittenVerification::Retracted => msg::RETRACTED,
        }),
    }
}

/// Whose word it is, when it was said, and how far it is verified.
pub(crate) fn status(cx: &Context<'_>, mark: &Mark, whose: Whose) -> String {
    let (written, inferred) = dated(mark, whose);
    let dated = if mark.date_inferred.is_some() { inferred } else { written };
    let date = cx.words.with(dated, fill::date(cx.words.date(*mark.date)));
    format!("{date} {}", verified(cx, mark))
}

/// How far a mark is verified, in a sentence.
pub(crate) fn verified<'a>(cx: &Context<'a>, mark: &Mark) -> Cow<'a, str> {
    match &mark.verification {
        Verification::Confirmed => cx.words.with(msg::VERIFIED_CONFIRMED, fill::checks(mark.checks.len())).into(),
        Verification::Claimed if mark.is_hearsay() => cx.words.text(msg::VERIFIED_HEARSAY),
        Verification::Claimed => claimed(cx, mark.checks.len()),
        Verification::Written(written) => {
            let VerificationRecord { state, because, date, .. } = &**written;
            let message = match state.value {
                WrittenVerification::Disputed => msg::VERIFIED_DISPUTED,
                WrittenVerification::Unverified => msg::VERIFIED_UNVERIFIED,
                WrittenVerification::Retracted => msg::VERIFIED_RETRACTED,
            };
            let gaps = (fill::because(because), fill::date(cx.words.date(**date)));
            cx.words.with(message, gaps).into()
        }
    }
}

/// That something is not confirmed yet, and how many have checked it.
pub(crate) fn claimed<'a>(cx: &Context<'a>, checks: usize) -> Cow<'a, str> {
    if checks == 0 {
        return cx.words.text(msg::VERIFIED_CLAIMED);
    }
    let counts = (fill::checks(checks), fill::required(cx.campaign.site.checks_required));
    cx.words.with(msg::VERIFIED_CLAIMED_PART, counts).into()
}

pub(crate) fn other_text(cx: &Context<'_>, mark: &Mark) -> Option<String> {
    let Verification::Written(written) = &mark.verification else { return None };
    written.denial().map(|text| cx.words.with(msg::DISPUTED_OTHER, fill::text(text)))
}

/// Whether a mark waits for a second pair of eyes, and nothing else is wrong with it.
pub(crate) fn waits(mark: &Mark) -> bool {
    Checked::of(mark) == Checked::Waits
}

/// Whether a mark stands as it was entered: not denied by anybody, not found impossible to verify, and not taken off the site.
pub(crate) fn stands(mark: &Mark) -> bool {
    matches!(mark.verification, Verification::Claimed | Verification::Confirmed) && mark.takedown.is_none()
}

/// Whether a mark is a clear answer that a sentence in large type may state.
pub(crate) fn is_known_answer(mark: &Mark) -> bool {
    stands(mark) && mark.stance.is_clear()
}

/// Whether it is a clear answer that somebody gave, and not only reported to have given.
pub(crate) fn is_given(mark: &Mark) -> bool {
    is_known_answer(mark) && !mark.is_hearsay()
}

/// How a stance is drawn: its colour and its shape.
pub(crate) fn drawn(stance: Stance, confirmed: bool) -> (&'static str, &'static str) {
    match (stance, confirmed) {
        (Stance::Supports, true) => ("yes", "yes-sure"),
        (Stance::Supports, false) => ("yes", "yes"),
        (Stance::Opposes, true) => ("no", "no-sure"),
        (Stance::Opposes, false) => ("no", "no"),
        (Stance::Mixed, true) => ("partly", "partly-sure"),
        (Stance::Mixed, false) => ("partly", "partly"),
        (Stance::Unclear, true) => ("gap", "unclear-sure"),
        (Stance::Unclear, false) => ("gap", "unclear"),
        (Stance::Declined, true) => ("gap", "declined-sure"),
        (Stance::Declined, false) => ("gap", "declined"),
    }
}
