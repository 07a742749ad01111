use std::borrow::Cow;

use crate::atoms::PartialDate;
use crate::load::records::TakedownRecord;
use crate::messages::{fill, msg};
use crate::model::{Election, Gap, Party, PartyCell, PartyLine, Silence};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::parts::mark::{Checked, Depth};
use crate::render::parts::{MarkView, brief, entry, link, mark};
use crate::render::record_words;

/// The shape of a mark for a document that does not speak of a question.
pub(crate) const SILENT: &str = "silent";

/// The mark for a known gap. After polling day nobody is asked any more.
pub(crate) fn of_person<'a>(cx: &Context<'a>, election: &Election, gap: &Gap) -> MarkView<'a> {
    let asked = |id, asked, deadline| {
        let gaps = (fill::asked(cx.words.day(asked)), fill::deadline(cx.words.day(deadline)));
        Some(cx.words.with(id, gaps))
    };
    let brief = |id, on| Some(cx.words.with(id, fill::date(brief::date(cx, election, PartialDate::day(on), false))));
    let (shape, brief, says) = match gap {
        Gap::BeingChecked => return being_checked(cx),
        Gap::Waiting { asked: on, deadline } => {
            let says = asked(msg::GAP_WAITING_TEXT, *on, *deadline);
            (Some("waiting"), brief(msg::BRIEF_UNTIL, *deadline), says)
        }
        Gap::NoReply { asked: on, deadline } => {
            let says = asked(msg::GAP_NO_REPLY_TEXT, *on, *deadline);
            (Some("no-reply"), brief(msg::BRIEF_ASKED, *on), says)
        }
        Gap::NotReached { asked, because, learned } => {
            let (tried, because) = (fill::asked(cx.words.day(*asked)), fill::because(because));
            let says = match learned {
                Some(day) => {
                    let learned = fill::learned(cx.words.day(*day));
                    cx.words.with(msg::GAP_NOT_REACHED_LEARNED, (tried, because, learned))
                }
                None => cx.words.with(msg::GAP_NOT_REACHED_TEXT, (tried, because)),
            };
            (Some("not-reached"), brief(msg::BRIEF_TRIED, *asked), Some(says))
        }
        Gap::NotAsked | Gap::NotChecked => (None, None, None),
    };
    let source = says.is_some().then(|| {
        let page = cx.built_in(&PageKind::ForCandidates);
        link::to(cx.words.text(msg::GAP_LINK), format!("{page}#{}", election.id))
    });
    MarkView { shape, brief, says, source, ..MarkView::of("gap", word(cx, gap, election.is_over)) }
}

/// The voter's word for a gap.
pub(crate) fn word<'a>(cx: &Context<'a>, gap: &Gap, is_over: bool) -> Cow<'a, str> {
    cx.words.text(match gap {
        Gap::BeingChecked => msg::GAP_BEING_CHECKED,
        Gap::Waiting { .. } => msg::GAP_WAITING,
        Gap::NoReply { .. } => msg::GAP_NO_REPLY,
        Gap::NotReached { .. } => msg::GAP_NOT_REACHED,
        Gap::NotAsked if is_over => msg::GAP_NOT_ASKED_AFTER,
        Gap::NotAsked => msg::GAP_NOT_ASKED,
        Gap::NotChecked => msg::GAP_NOT_CHECKED,
    })
}

/// The mark for what is known of the line that candidates of a party carry.
pub(crate) fn of_party<'a>(
    cx: &Context<'a>,
    election: &Election,
    of: &Party,
    cell: &'a PartyCell,
    depth: Depth,
) -> MarkView<'a> {
    let party = cell.party.called();
    let mut view = match &cell.line {
        PartyLine::Stance(line) => mark::of_line(cx, &cell.party, election, line, depth),
        PartyLine::Silent(silence) => silent_mark(cx, election, silence),
        PartyLine::TakenDown(line) => taken_down(cx, line.mark.takedown.as_deref()),
        PartyLine::BeingChecked => being_checked(cx),
        PartyLine::NotChecked => MarkView::of("gap", cx.words.text(msg::GAP_NOT_CHECKED)),
    };
    view.label = Some(brief::label(cx, (cell.party.id != of.id).then(|| party.into())));
    if depth == Depth::Glance {
        return view;
    }
    view.subject = Some(cx.words.with(msg::PARTY_LINE, fill::party(party)));
    if cell.lent_because.is_some() {
        view.notes.push(link::to(cx.words.with(msg::LINE_LENT, fill::party(party)), cx.party_page(of)));
    }
    view
}

fn silent_mark<'a>(cx: &Context<'a>, election: &Election, silence: &'a Silence) -> MarkView<'a> {
    let document = &silence.document;
    let dated = if document.date_inferred.is_some() { msg::SILENT_DATE_INFERRED } else { msg::SILENT_DATE };
    let date = document.date.map(|date| cx.words.with(dated, fill::date(cx.words.date(*date))));
    let checks = silence.reading.checks.len();
    let verified = if silence.reading.confirmed {
        cx.words.with(msg::VERIFIED_CONFIRMED, fill::checks(checks)).into()
    } else {
        mark::claimed(cx, checks)
    };
    let checked = Checked::of_reading(&silence.reading);
    MarkView {
        shape: Some(SILENT),
        brief: Some(brief::of_silence(cx, election, silence)),
        hedge: brief::hedge(cx, checked),
        checked,
        checks: brief::checks(cx, checked),
        says: Some(cx.words.text(record_words::silent(*silence.reading.seen)).into_owned()),
        source: Some(link::to(entry::document_short(cx, document), cx.document_link(document))),
        status: Some(date.map_or_else(|| verified.to_string(), |date| format!("{date} {verified}"))),
        ..MarkView::of("gap", cx.words.text(msg::GAP_SILENT))
    }
}

/// The mark for what is on record and held back.
fn being_checked<'a>(cx: &Context<'a>) -> MarkView<'a> {
    MarkView {
        shape: Some("waiting"),
        says: Some(cx.words.text(msg::GAP_BEING_CHECKED_TEXT).into_owned()),
        ..MarkView::of("gap", cx.words.text(msg::GAP_BEING_CHECKED))
    }
}

/// The mark for what was taken off the site.
pub(crate) fn taken_down<'a>(cx: &Context<'a>, takedown: Option<&TakedownRecord>) -> MarkView<'a> {
    MarkView {
        status: takedown.map(|takedown| taken_down_text(cx, takedown)),
        ..MarkView::of("gap", cx.words.text(msg::GAP_TAKEN_DOWN))
    }
}

/// When and why something was taken off the site.
pub(crate) fn taken_down_text(cx: &Context<'_>, takedown: &TakedownRecord) -> String {
    let gaps = (fill::date(cx.words.date(*takedown.date)), fill::reason(&takedown.reason));
    cx.words.with(msg::GAP_TAKEN_DOWN_TEXT, gaps)
}

/// The anchor of a party's line on the party's page.
pub(crate) fn line_anchor(election: &str, question: &str) -> String {
    format!("q-{election}-{question}")
}
