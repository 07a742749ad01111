use std::fmt::Display;
use std::str::FromStr;

use jiff::civil::Date;

use super::cells::{is_enterer, nation_names};
use crate::atoms::{EvidenceKind, PartialDate, Slug, Stance, Text, near};
use crate::country::uk::Nation;
use crate::desk::{NewEvidence, NewMark, REPLY, Speaker, answer, entered_on};
use crate::diagnostic::{Code, Diagnostics};
use crate::import::{AnswerColumn, AnswerRow, day_as_written};
use crate::model::{Campaign, Mark};

/// What is needed to make a mark of a row.
pub(super) struct RowReader<'r> {
    pub(super) row: &'r AnswerRow<'r>,
    /// The marks on record of the same person or party on the question.
    pub(super) on_it: &'r [&'r Mark],
    /// Who brings the sheet, where that was said.
    pub(super) by: Option<&'r Slug>,
    pub(super) found: &'r mut Diagnostics,
    /// The cells that are needed and blank so far, each with what to do about it.
    pub(super) blank: Vec<(AnswerColumn, &'static str)>,
    /// Whether anything was wrong so far.
    pub(super) is_bad: bool,
}

impl RowReader<'_> {
    /// The mark that the row tells of; whatever is missing or wrong is reported, all at once.
    pub(super) fn mark(mut self, speaker: &Speaker<'_>, day: Date, campaign: &Campaign) -> Option<NewMark> {
        if !self.row.is_fit(self.found) {
            return None;
        }
        let (stance, no_words) = (self.stance(), "write the very words here, or your own in the column “says”");
        self.backed((stance, Some(no_words)), speaker, day, campaign)
    }

    /// The signature that the row tells of, in the same way, and as what somebody signed. What was said is the pledge.
    pub(super) fn signed(
        mut self,
        speaker: &Speaker<'_>,
        day: Date,
        campaign: &Campaign,
    ) -> Option<(NewMark, Option<Text>)> {
        if !self.row.is_fit(self.found) {
            return None;
        }
        let capacity = self.read(AnswerColumn::Capacity);
        self.backed((Some(Stance::Supports), None), speaker, day, campaign).map(|mark| (mark, capacity))
    }

    fn backed(
        mut self,
        (stance, needs_words): (Option<Stance>, Option<&'static str>),
        speaker: &Speaker<'_>,
        day: Date,
        campaign: &Campaign,
    ) -> Option<NewMark> {
        let (date, kind, by) = (self.date(), self.kind(), self.by());
        let (caveat, nations) = (self.read(AnswerColumn::Caveat), self.nations(speaker));
        let says = self.read(AnswerColumn::Says);
        let evidence = self.evidence(kind);
        let is_wordless = self.is_blank(AnswerColumn::Quote) && self.is_blank(AnswerColumn::Says);
        if let Some(help) = needs_words.filter(|_| is_wordless) {
            self.needs(AnswerColumn::Quote, help);
        }
        self.report_blank();
        if self.is_bad {
            return None;
        }
        let (date, by, nations) = (date?, by?, nations?);
        let mut mark = NewMark {
            stance: stance?,
            date,
            by,
            entered: None,
            publish_after: None,
            says,
            caveat,
            nations,
            evidence: evidence?,
        };
        mark.entered = entered_on(&mark, day, campaign);
        Some(mark)
    }

    fn evidence(&mut self, kind: Option<EvidenceKind>) -> Option<NewEvidence> {
        let (document, place) = (self.read(AnswerColumn::Document), self.read(AnswerColumn::Place));
        let (url, archived) = (self.read(AnswerColumn::Url), self.read(AnswerColumn::Archived));
        let (quote, lang) = (self.read(AnswerColumn::Quote), self.read(AnswerColumn::Lang));
        let mut title = self.read(AnswerColumn::Title);
        let is_untitled = self.is_blank(AnswerColumn::Title) && self.is_blank(AnswerColumn::Document);
        if is_untitled && kind == Some(EvidenceKind::Reply) {
            title = REPLY.parse().ok();
        } else if is_untitled && kind.is_some() {
            self.needs(AnswerColumn::Title, "write what the source is called");
        }
        let places = [AnswerColumn::Place, AnswerColumn::Url, AnswerColumn::Archived, AnswerColumn::Document];
        if places.iter().all(|column| self.is_blank(*column)) {
            self.needs(
                AnswerColumn::Place,
                "write where others can look it up, here or as “url”; of a letter, where it is kept",
            );
        }
        Some(NewEvidence { kind: kind?, title, document, place, quote, lang, url, archived })
    }

    fn stance(&mut self) -> Option<Stance> {
        let Some(said) = self.row.text(AnswerColumn::Answer) else {
            self.needs(
                AnswerColumn::Answer,
                "write yes, no, partly, unclear or declined, or clear the rest of the row",
            );
            return None;
        };
        let help = "write yes, no, partly, unclear or declined";
        answer(said).map_err(|why| self.report(AnswerColumn::Answer, Code::UnknownWord, why, help)).ok()
    }

    fn kind(&mut self) -> Option<EvidenceKind> {
        if self.is_blank(AnswerColumn::Kind) {
            self.needs(AnswerColumn::Kind, "write where it was said: reply, leaflet, site and so on");
        }
        let kind = self.row.text(AnswerColumn::Kind)?.to_lowercase();
        self.parsed(AnswerColumn::Kind, &kind)
    }

    fn date(&mut self) -> Option<PartialDate> {
        let Some(said) = self.row.text(AnswerColumn::SaidOn) else {
            self.needs(AnswerColumn::SaidOn, "write the day on which it was said as 2031-04-20, or 2031-04");
            return None;
        };
        let known: Vec<Date> = self.on_it.iter().filter_map(|mark| mark.date.value.as_day()).collect();
        if let Some((day, _)) = day_as_written(said, &known) {
            return Some(PartialDate::day(day));
        }
        let is_a_day = |c: char| c.is_ascii_digit() || matches!(c, '/' | '.');
        if said.contains(['/', '.']) && said.chars().all(is_a_day) && said.split(['/', '.']).count() == 3 {
            let message = format!("“{said}” may be two days, or none");
            self.report(AnswerColumn::SaidOn, Code::Malformed, message, "write it as 2031-04-20");
            return None;
        }
        self.parsed(AnswerColumn::SaidOn, said)
    }

    /// Who enters it: whom the row names, unless that is only who entered what stood there before.
    fn by(&mut self) -> Option<Slug> {
        let named = self.row.text(AnswerColumn::EnteredBy).map(str::to_lowercase);
        let Some(named) = named else {
            if self.by.is_none() {
                self.needs(AnswerColumn::EnteredBy, "write your id among the checkers here, or add --by ID");
            }
            return self.by.cloned();
        };
        let named: Slug = self.parsed(AnswerColumn::EnteredBy, &named)?;
        match self.by {
            Some(by) if is_enterer(&named, self.on_it) => Some(by.clone()),
            None if is_enterer(&named, self.on_it) => {
                let message = format!("{named} entered the answer on record, and this row says another");
                let help = "say who enters the new one: add --by ID";
                self.report(AnswerColumn::EnteredBy, Code::MissingKey, message, help);
                None
            }
            _ => Some(named),
        }
    }

    fn nations(&mut self, speaker: &Speaker<'_>) -> Option<Vec<Nation>> {
        let names = nation_names(self.row.text(AnswerColumn::Nations).unwrap_or_default());
        if matches!(speaker, Speaker::Candidate { .. }) && !names.is_empty() {
            let message = "nations are for what a party says; a candidate stands in one";
            self.report(AnswerColumn::Nations, Code::WrongShape, message, "clear this cell");
            return None;
        }
        names.iter().map(|name| self.parsed(AnswerColumn::Nations, name)).collect()
    }

    /// The value of a cell, unless it is blank; a malformed one is reported.
    fn read<T: FromStr<Err = crate::atoms::Malformed>>(&mut self, column: AnswerColumn) -> Option<T> {
        self.row.text(column).and_then(|text| self.parsed(column, text))
    }

    fn parsed<T: FromStr<Err = crate::atoms::Malformed>>(&mut self, column: AnswerColumn, text: &str) -> Option<T> {
        text.parse()
            .map_err(|why: crate::atoms::Malformed| self.report(column, Code::Malformed, why.what, &why.help))
            .ok()
    }

    fn is_blank(&self, column: AnswerColumn) -> bool {
        self.row.text(column).is_none()
    }

    fn needs(&mut self, column: AnswerColumn, help: &'static str) {
        self.blank.push((column, help));
    }

    /// Reports all cells at once that are needed and blank.
    fn report_blank(&mut self) {
        let others: Vec<String> =
            self.blank.iter().skip(1).map(|(column, _)| format!("“{}”", column.heading())).collect();
        match (self.blank.first().copied(), &others[..]) {
            (None, _) => {}
            (Some((column, help)), []) => self.report(column, Code::MissingKey, "this row leaves it blank", help),
            (Some((column, _)), [first @ .., last]) => {
                let first = if first.is_empty() { String::new() } else { format!("{} and ", first.join(", ")) };
                let message = format!("this row leaves it blank, and {first}{last} too");
                let help = "fill these cells in, as docs/sheets.md says, or clear the rest of the row";
                self.report(column, Code::MissingKey, message, help);
            }
        }
    }

    fn report(&mut self, column: AnswerColumn, code: Code, message: impl Display, help: &str) {
        self.is_bad = true;
        self.row.report(column, code, message, help, self.found);
    }
}

/// Reports whoever enters an answer and is not among the checkers, or a day that has not come.
pub(super) fn judge_people(mark: &NewMark, row: &AnswerRow<'_>, campaign: &Campaign, found: &mut Diagnostics) -> bool {
    let checkers = || campaign.site.checkers.keys().map(Slug::as_str);
    let known = checkers().any(|known| known == mark.by.as_str());
    if !known {
        let help = match near(mark.by.as_str(), checkers()) {
            Some(near) => format!("did you mean “{near}”?"),
            None => format!("write one of: {}", checkers().collect::<Vec<_>>().join(", ")),
        };
        let message = format!("“{}” is not among the checkers of hustings.yaml", mark.by);
        row.report(AnswerColumn::EnteredBy, Code::UnknownReference, message, help, found);
    }
    let as_of = campaign.site.as_of;
    let come = mark.date.earliest() <= as_of;
    if !come {
        let message = format!("{} is after {as_of}, the day on which the records say they are true", mark.date);
        let help = "move that day forward first with “hustings as-of”, or correct this one";
        row.report(AnswerColumn::SaidOn, Code::DateOrder, message, help, found);
    }
    known && come
}
