use std::collections::BTreeSet;

use crate::atoms::{Slug, Words as _};
use crate::country::uk::Nation;
use crate::desk::{REPLY, Speaker, answer, answer_word};
use crate::import::{AnswerColumn, AnswerRow, day_as_written};
use crate::model::{Line, Mark, PutQuestion};

/// The columns that tell of a mark, and of which a row has to agree with it to be the same.
pub(super) const OF_MARK: [AnswerColumn; 12] = [
    AnswerColumn::Answer,
    AnswerColumn::SaidOn,
    AnswerColumn::Kind,
    AnswerColumn::Title,
    AnswerColumn::Document,
    AnswerColumn::Place,
    AnswerColumn::Quote,
    AnswerColumn::Says,
    AnswerColumn::Url,
    AnswerColumn::Archived,
    AnswerColumn::Lang,
    AnswerColumn::Caveat,
];

/// What a sheet has in a column of a mark. Of several pieces of evidence it has the first.
pub(super) fn cell_of(mark: &Mark, column: AnswerColumn) -> String {
    let first = mark.evidence.first();
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    match column {
        AnswerColumn::Answer => answer_word(mark.stance.value).to_owned(),
        AnswerColumn::SaidOn => mark.date.value.to_string(),
        AnswerColumn::Kind => text(first.map(|first| first.kind.value.word())),
        AnswerColumn::Title => text(first.and_then(|first| first.record.title.as_ref()).map(|title| title.as_str())),
        AnswerColumn::Document => text(first.and_then(|first| first.record.document.as_ref()).map(|id| id.as_str())),
        AnswerColumn::Place => text(first.and_then(|first| first.place.as_ref()).map(|place| place.as_str())),
        AnswerColumn::Quote => text(first.and_then(|first| first.quote.as_ref()).map(|quote| quote.as_str())),
        AnswerColumn::Says => {
            let of_evidence = || first.and_then(|first| first.record.says.as_deref());
            text(mark.says.as_ref().or_else(of_evidence).map(|says| says.as_str()))
        }
        AnswerColumn::Url => {
            first.and_then(|first| first.url.as_ref()).map(|url| url.value.to_string()).unwrap_or_default()
        }
        AnswerColumn::Archived => {
            first.and_then(|first| first.archived.as_ref()).map(|url| url.value.to_string()).unwrap_or_default()
        }
        AnswerColumn::Lang => first.and_then(|first| first.lang.as_ref()).map(ToString::to_string).unwrap_or_default(),
        AnswerColumn::Caveat => text(mark.caveat.as_ref().map(|caveat| caveat.as_str())),
        AnswerColumn::EnteredBy => mark.entered_by.to_string(),
        AnswerColumn::Checked => {
            let checks = mark.checks.iter().map(|check| format!("{} {}", check.by, check.date.value));
            checks.collect::<Vec<_>>().join("; ")
        }
        _ => String::new(),
    }
}

/// Whether nothing stands in the columns of a mark.
pub(super) fn is_blank(row: &AnswerRow<'_>) -> bool {
    OF_MARK.iter().all(|column| row.text(*column).is_none())
}

/// Whether a row says what a mark says, as far as the sheet has columns for it.
pub(super) fn is_of(row: &AnswerRow<'_>, mark: &Mark) -> bool {
    OF_MARK.iter().all(|column| row.cell(*column).is_none_or(|cell| is_same(*column, cell, mark)))
}

/// Whether somebody entered a mark who is named in a row.
pub(super) fn is_enterer(by: &Slug, marks: &[&Mark]) -> bool {
    marks.iter().any(|mark| mark.entered_by == *by)
}

/// Whether a row has no other checks than a mark.
pub(super) fn has_its_checks(row: &AnswerRow<'_>, mark: &Mark) -> bool {
    row.cell(AnswerColumn::Checked).is_none_or(|cell| squeezed(cell) == squeezed(&cell_of(mark, AnswerColumn::Checked)))
}

fn is_same(column: AnswerColumn, cell: &str, mark: &Mark) -> bool {
    let recorded = cell_of(mark, column);
    if squeezed(cell) == squeezed(&recorded) {
        return true;
    }
    match column {
        AnswerColumn::Answer => answer(cell).is_ok_and(|stance| stance == mark.stance.value),
        AnswerColumn::SaidOn => mark
            .date
            .value
            .as_day()
            .is_some_and(|day| day_as_written(cell, &[day]).is_some_and(|(written, _)| written == day)),
        AnswerColumn::Kind => cell.eq_ignore_ascii_case(&recorded),
        // So a reply is called that was entered without a title.
        AnswerColumn::Title => cell.is_empty() && recorded == REPLY,
        _ => false,
    }
}

/// A text with single spaces: a spreadsheet writes the ends of lines in its own way.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The marks on record to which a row may refer: of a party those that hold where the row says, if the sheet says that.
pub(super) fn marks_of_row<'c>(row: &AnswerRow<'_>, speaker: &Speaker<'c>, put: &'c PutQuestion) -> Vec<&'c Mark> {
    let Speaker::Party { election, party } = speaker else { return speaker.marks_on(put) };
    let lines = election.lines_of(party, &put.question);
    let holds_there = |line: &&Line| {
        row.cell(AnswerColumn::Nations)
            .is_none_or(|cell| nation_names(cell) == nation_names(&nations_cell(&line.nations)))
    };
    lines.filter(holds_there).map(|line| &line.mark).collect()
}

/// The names of nations in a cell.
pub(super) fn nation_names(cell: &str) -> BTreeSet<String> {
    let names = cell.split([';', ',']).map(|name| name.trim().to_lowercase().replace(' ', "-"));
    names.filter(|name| !name.is_empty()).collect()
}

/// Nations as a cell has them.
pub(super) fn nations_cell(nations: &[Nation]) -> String {
    nations.iter().map(|nation| nation.word()).collect::<Vec<_>>().join("; ")
}
