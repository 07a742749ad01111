use super::{LinkView, MarkView, Source};
use crate::atoms::Seen;
use crate::model::{Gap, Party, PartyCell, PartyLine, Silence, Takedown};
use crate::plan::PageKind;

impl<'a> Source<'a> {
    /// The mark for a known gap. After polling day nobody is asked any more.
    pub(super) fn gap_mark(&self, gap: &Gap, is_over: bool, election: &str) -> MarkView<'a> {
        let asked = |id, asked, deadline| {
            let gaps = [("asked", self.words.day(asked).into()), ("deadline", self.words.day(deadline).into())];
            Some(self.words.with(id, gaps))
        };
        let (shape, word, says) = match gap {
            Gap::Waiting { asked: on, deadline } => {
                (Some("waiting"), "gap-waiting", asked("gap-waiting-text", *on, *deadline))
            }
            Gap::NoReply { asked: on, deadline } => {
                (Some("no-reply"), "gap-no-reply", asked("gap-no-reply-text", *on, *deadline))
            }
            Gap::NotReached { asked, because } => {
                let gaps = [("asked", self.words.day(*asked).into()), ("because", because.as_str().into())];
                (Some("not-reached"), "gap-not-reached", Some(self.words.with("gap-not-reached-text", gaps)))
            }
            Gap::NotAsked if is_over => (None, "gap-not-asked-after", None),
            Gap::NotAsked => (None, "gap-not-asked", None),
            Gap::NotChecked => (None, "gap-not-checked", None),
        };
        let source = says.is_some().then(|| {
            let page = self.built_in(PageKind::ForCandidates);
            LinkView::to(self.words.text("gap-link"), format!("{page}#{election}"))
        });
        MarkView { tone: "gap", shape, word: self.words.text(word), says, source, ..MarkView::default() }
    }

    /// The mark for what is known of the line that candidates of a party carry.
    pub(super) fn party_mark(&self, of: &Party, cell: &'a PartyCell, election: &str) -> MarkView<'a> {
        let party = cell.party.called().as_str();
        let home = self.plan.addresses.parties.get(&cell.party.id).map_or("", |path| path.as_str());
        let mut view = match &cell.line {
            PartyLine::Stance(line) => {
                let home = format!("{home}#{}", line_anchor(election, line.question.id.as_str()));
                self.stance_mark(&line.mark, "line-date", &home)
            }
            PartyLine::Silent(silence) => self.silent_mark(silence),
            PartyLine::TakenDown(line) => self.taken_down(line.mark.takedown.as_ref()),
            PartyLine::NotChecked => {
                MarkView { tone: "gap", word: self.words.text("gap-not-checked"), ..MarkView::default() }
            }
        };
        view.subject = Some(self.words.with("party-line", [("party", party.into())]));
        if cell.lent_because.is_some() {
            let page = self.plan.addresses.parties.get(&of.id).map_or("", |path| path.as_str());
            view.notes.push(LinkView::to(self.words.with("line-lent", [("party", party.into())]), page));
        }
        view
    }

    fn silent_mark(&self, silence: &'a Silence) -> MarkView<'a> {
        let document = &silence.document;
        let dated = if document.date_inferred.is_some() { "silent-date-inferred" } else { "silent-date" };
        let date = document.date.map(|date| self.words.with(dated, [("date", self.words.date(date).into())]));
        let words = self.words.text(silent_id(silence.reading.seen));
        let checks = silence.reading.checks.len();
        let verified = if silence.reading.confirmed {
            self.words.with("verified-confirmed", [("checks", checks.into())]).into()
        } else {
            self.claimed(checks)
        };
        MarkView {
            tone: "gap",
            shape: Some("silent"),
            word: self.words.text("gap-silent"),
            says: Some(words.into_owned()),
            source: Some(LinkView::to(self.document_short(document), self.document_link(document))),
            status: Some(date.map_or_else(|| verified.to_string(), |date| format!("{date} {verified}"))),
            ..MarkView::default()
        }
    }

    /// The mark for what was taken off the site.
    pub(super) fn taken_down(&self, takedown: Option<&Takedown>) -> MarkView<'a> {
        let status = takedown.map(|takedown| {
            let gaps = [("date", self.words.date(takedown.date).into()), ("reason", takedown.reason.as_str().into())];
            self.words.with("gap-taken-down-text", gaps)
        });
        MarkView { tone: "gap", word: self.words.text("gap-taken-down"), status, ..MarkView::default() }
    }
}

/// The anchor of a party's line on the party's page.
pub(super) fn line_anchor(election: &str, question: &str) -> String {
    format!("q-{election}-{question}")
}

fn silent_id(seen: Seen) -> &'static str {
    match seen {
        Seen::Original => "silent-original",
        Seen::Facsimile => "silent-facsimile",
        Seen::Transcription | Seen::Described => "silent-transcription",
    }
}
