use crate::atoms::Seen;
use crate::model::{Gap, Party, PartyCell, PartyLine, Silence, Takedown};
use crate::plan::PageKind;
use crate::render::context::Context;

use crate::render::parts::{LinkView, MarkView, evidence, mark};

/// The mark for a known gap. After polling day nobody is asked any more.
pub(crate) fn of_person<'a>(cx: &Context<'a>, gap: &Gap, is_over: bool, election: &str) -> MarkView<'a> {
    let asked = |id, asked, deadline| {
        let gaps = [("asked", cx.words.day(asked).into()), ("deadline", cx.words.day(deadline).into())];
        Some(cx.words.with(id, gaps))
    };
    let (shape, word, says) = match gap {
        Gap::Waiting { asked: on, deadline } => {
            (Some("waiting"), "gap-waiting", asked("gap-waiting-text", *on, *deadline))
        }
        Gap::NoReply { asked: on, deadline } => {
            (Some("no-reply"), "gap-no-reply", asked("gap-no-reply-text", *on, *deadline))
        }
        Gap::NotReached { asked, because } => {
            let gaps = [("asked", cx.words.day(*asked).into()), ("because", because.as_str().into())];
            (Some("not-reached"), "gap-not-reached", Some(cx.words.with("gap-not-reached-text", gaps)))
        }
        Gap::NotAsked if is_over => (None, "gap-not-asked-after", None),
        Gap::NotAsked => (None, "gap-not-asked", None),
        Gap::NotChecked => (None, "gap-not-checked", None),
    };
    let source = says.is_some().then(|| {
        let page = cx.built_in(PageKind::ForCandidates);
        LinkView::to(cx.words.text("gap-link"), format!("{page}#{election}"))
    });
    MarkView { tone: "gap", shape, word: cx.words.text(word), says, source, ..MarkView::default() }
}

/// The mark for what is known of the line that candidates of a party carry.
pub(crate) fn of_party<'a>(cx: &Context<'a>, of: &Party, cell: &'a PartyCell, election: &str) -> MarkView<'a> {
    let party = cell.party.called().as_str();
    let home = cx.plan.addresses.parties.get(&cell.party.id).map_or("", |path| path.as_str());
    let mut view = match &cell.line {
        PartyLine::Stance(line) => {
            let home = format!("{home}#{}", line_anchor(election, line.question.id.as_str()));
            mark::of_stance(cx, &line.mark, "line-date", &home)
        }
        PartyLine::Silent(silence) => silent_mark(cx, silence),
        PartyLine::TakenDown(line) => taken_down(cx, line.mark.takedown.as_ref()),
        PartyLine::NotChecked => {
            MarkView { tone: "gap", word: cx.words.text("gap-not-checked"), ..MarkView::default() }
        }
    };
    view.subject = Some(cx.words.with("party-line", [("party", party.into())]));
    if cell.lent_because.is_some() {
        let page = cx.plan.addresses.parties.get(&of.id).map_or("", |path| path.as_str());
        view.notes.push(LinkView::to(cx.words.with("line-lent", [("party", party.into())]), page));
    }
    view
}

fn silent_mark<'a>(cx: &Context<'a>, silence: &'a Silence) -> MarkView<'a> {
    let document = &silence.document;
    let dated = if document.date_inferred.is_some() { "silent-date-inferred" } else { "silent-date" };
    let date = document.date.map(|date| cx.words.with(dated, [("date", cx.words.date(date).into())]));
    let words = cx.words.text(silent_id(silence.reading.seen));
    let checks = silence.reading.checks.len();
    let verified = if silence.reading.confirmed {
        cx.words.with("verified-confirmed", [("checks", checks.into())]).into()
    } else {
        mark::claimed(cx, checks)
    };
    MarkView {
        tone: "gap",
        shape: Some("silent"),
        word: cx.words.text("gap-silent"),
        says: Some(words.into_owned()),
        source: Some(LinkView::to(evidence::document_short(cx, document), cx.document_link(document))),
        status: Some(date.map_or_else(|| verified.to_string(), |date| format!("{date} {verified}"))),
        ..MarkView::default()
    }
}

/// The mark for what was taken off the site.
pub(crate) fn taken_down<'a>(cx: &Context<'a>, takedown: Option<&Takedown>) -> MarkView<'a> {
    let status = takedown.map(|takedown| {
        let gaps = [("date", cx.words.date(takedown.date).into()), ("reason", takedown.reason.as_str().into())];
        cx.words.with("gap-taken-down-text", gaps)
    });
    MarkView { tone: "gap", word: cx.words.text("gap-taken-down"), status, ..MarkView::default() }
}

/// The anchor of a party's line on the party's page.
pub(crate) fn line_anchor(election: &str, question: &str) -> String {
    format!("q-{election}-{question}")
}

fn silent_id(seen: Seen) -> &'static str {
    match seen {
        Seen::Original => "silent-original",
        Seen::Facsimile => "silent-facsimile",
        Seen::Transcription | Seen::Described => "silent-transcription",
    }
}
