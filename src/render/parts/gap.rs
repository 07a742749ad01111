use crate::load::records::TakedownRecord;
use crate::messages::{fill, msg};
use crate::model::{Gap, Party, PartyCell, PartyLine, Silence};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::parts::{MarkView, entry, link, mark};
use crate::render::record_words;

/// The mark for a known gap. After polling day nobody is asked any more.
pub(crate) fn of_person<'a>(cx: &Context<'a>, gap: &Gap, is_over: bool, election: &str) -> MarkView<'a> {
    let asked = |id, asked, deadline| {
        let gaps = (fill::asked(cx.words.day(asked)), fill::deadline(cx.words.day(deadline)));
        Some(cx.words.with(id, gaps))
    };
    let (shape, word, says) = match gap {
        Gap::Waiting { asked: on, deadline } => {
            (Some("waiting"), msg::GAP_WAITING, asked(msg::GAP_WAITING_TEXT, *on, *deadline))
        }
        Gap::NoReply { asked: on, deadline } => {
            (Some("no-reply"), msg::GAP_NO_REPLY, asked(msg::GAP_NO_REPLY_TEXT, *on, *deadline))
        }
        Gap::NotReached { asked, because } => {
            let gaps = (fill::asked(cx.words.day(*asked)), fill::because(because.as_str()));
            (Some("not-reached"), msg::GAP_NOT_REACHED, Some(cx.words.with(msg::GAP_NOT_REACHED_TEXT, gaps)))
        }
        Gap::NotAsked if is_over => (None, msg::GAP_NOT_ASKED_AFTER, None),
        Gap::NotAsked => (None, msg::GAP_NOT_ASKED, None),
        Gap::NotChecked => (None, msg::GAP_NOT_CHECKED, None),
    };
    let source = says.is_some().then(|| {
        let page = cx.built_in(&PageKind::ForCandidates);
        link::to(cx.words.text(msg::GAP_LINK), format!("{page}#{election}"))
    });
    MarkView { shape, says, source, ..MarkView::of("gap", cx.words.text(word)) }
}

/// The mark for what is known of the line that candidates of a party carry.
pub(crate) fn of_party<'a>(cx: &Context<'a>, of: &Party, cell: &'a PartyCell, election: &str) -> MarkView<'a> {
    let party = cell.party.called().as_str();
    let mut view = match &cell.line {
        PartyLine::Stance(line) => mark::of_line(cx, &cell.party, election, line),
        PartyLine::Silent(silence) => silent_mark(cx, silence),
        PartyLine::TakenDown(line) => taken_down(cx, line.mark.takedown.as_ref()),
        PartyLine::NotChecked => MarkView::of("gap", cx.words.text(msg::GAP_NOT_CHECKED)),
    };
    view.subject = Some(cx.words.with(msg::PARTY_LINE, fill::party(party)));
    if cell.lent_because.is_some() {
        view.notes.push(link::to(cx.words.with(msg::LINE_LENT, fill::party(party)), cx.party_page(of)));
    }
    view
}

fn silent_mark<'a>(cx: &Context<'a>, silence: &'a Silence) -> MarkView<'a> {
    let document = &silence.document;
    let dated = if document.date_inferred.is_some() { msg::SILENT_DATE_INFERRED } else { msg::SILENT_DATE };
    let date = document.date.map(|date| cx.words.with(dated, fill::date(cx.words.date(date))));
    let checks = silence.reading.checks.len();
    let verified = if silence.reading.confirmed {
        cx.words.with(msg::VERIFIED_CONFIRMED, fill::checks(checks)).into()
    } else {
        mark::claimed(cx, checks)
    };
    MarkView {
        shape: Some("silent"),
        says: Some(cx.words.text(record_words::silent(silence.reading.seen)).into_owned()),
        source: Some(link::to(entry::document_short(cx, document), cx.document_link(document))),
        status: Some(date.map_or_else(|| verified.to_string(), |date| format!("{date} {verified}"))),
        ..MarkView::of("gap", cx.words.text(msg::GAP_SILENT))
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
    let gaps = (fill::date(cx.words.date(*takedown.date)), fill::reason(takedown.reason.as_str()));
    cx.words.with(msg::GAP_TAKEN_DOWN_TEXT, gaps)
}

/// The anchor of a party's line on the party's page.
pub(crate) fn line_anchor(election: &str, question: &str) -> String {
    format!("q-{election}-{question}")
}
