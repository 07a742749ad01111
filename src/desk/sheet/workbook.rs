use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

use super::export::FilledSheet;
use crate::atoms::spreadsheet::{guarded, unguarded};
use crate::atoms::{EvidenceKind, Slug, Words as _};
use crate::desk::NotDone;
use crate::import::AnswerColumn;
use crate::model::Campaign;

/// What the first sheet says.
const READ_ME: [&str; 15] = [
    "How to fill in this workbook",
    "",
    "The sheet “Answers” has a row for each candidate or party and question. Rows that are filled in are on record.",
    "Fill in rows that are blank: the answer, when it was said, and where others can look it up. Leave the rest blank.",
    "answer: yes, no, partly, unclear (speaks of it without answering) or declined (would not say). No reply is not an answer.",
    "said on: the day on which it was said, as 2031-04-20; 2031-04 when the day is not known.",
    "kind: where it was said, for example reply, leaflet or site. title: what that is called; a reply needs none.",
    "quote: the very words. says: one short sentence of your own, in place of a quote or beside it. Both are published.",
    "url, document or where: where others can look it up. Of a letter: where you keep it.",
    "caveat: a doubt that every reader has to see. entered by: your id among the checkers.",
    "A person who answers again: write the new answer over the old one, or in a new row with the same id and question. \
     The old one stays on record, as history.",
    "To take an answer away, or to correct its words, change its record: a blank row takes nothing away.",
    "checked: who has compared it with its source. It is only shown here; “hustings confirm” records it.",
    "Keep the ids and the names of the columns as they are. Columns of your own are not read.",
    "Bring it back with: hustings sheet import FILE --by ID, and once more with --apply.",
];

/// A sheet as a workbook of Excel, with lists to choose words from. Every cell is a text, so none is a formula.
pub(super) fn workbook(sheet: &FilledSheet, campaign: &Campaign) -> Result<Vec<u8>, NotDone> {
    let made = book(sheet, campaign).and_then(|mut book| book.save_to_buffer());
    made.map_err(|why| NotDone::Refused(format!("a workbook cannot hold this: {why}; name a file that ends with .csv")))
}

fn book(sheet: &FilledSheet, campaign: &Campaign) -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    let day = campaign.site.as_of.to_string();
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::parse_from_str(&day)?));
    read_me(book.add_worksheet())?;
    let answers = book.add_worksheet();
    answers.set_name("Answers")?.set_active(true);
    fill(answers, sheet)?;
    let known = sheet.columns.iter().position(|column| *column == AnswerColumn::Answer).unwrap_or_default();
    answers.set_freeze_panes(1, small(known))?;
    let rows = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
    answers.autofilter(0, 0, rows, small(sheet.columns.len() - 1))?;
    let checkers: Vec<&str> = campaign.site.checkers.keys().map(Slug::as_str).collect();
    let kinds: Vec<&str> = EvidenceKind::ALL.iter().map(|kind| kind.word()).collect();
    let words = ["yes", "no", "partly", "unclear", "declined"];
    choices(answers, sheet, AnswerColumn::Answer, &words)?;
    choices(answers, sheet, AnswerColumn::Kind, &kinds)?;
    choices(answers, sheet, AnswerColumn::EnteredBy, &checkers)?;
    Ok(book)
}

fn read_me(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name("Read me")?.set_column_width(0, 100)?;
    let (bold, wrapped) = (Format::new().set_bold(), Format::new().set_text_wrap());
    for (row, line) in (0..).zip(READ_ME) {
        sheet.write_string_with_format(row, 0, line, if row == 0 { &bold } else { &wrapped })?;
    }
    Ok(())
}

fn fill(to: &mut Worksheet, sheet: &FilledSheet) -> Result<(), XlsxError> {
    let head = Format::new().set_bold().set_num_format("@");
    // As text, so that ids stay whole and days stay as somebody writes them.
    let text = Format::new().set_num_format("@").set_align(FormatAlign::Top);
    let wrapped = text.clone().set_text_wrap();
    for (at, column) in (0..).zip(&sheet.columns) {
        let format = if is_long(*column) { &wrapped } else { &text };
        to.set_column_width(at, width(*column))?.set_column_format(at, format)?;
        to.write_string_with_format(0, at, column.heading(), &head)?;
        for (row, cells) in (1..).zip(&sheet.rows) {
            let cell = &cells[usize::from(at)];
            // Only a text that an import would take for a guarded one needs a guard: no cell here is ever run.
            let cell = if unguarded(cell).len() == cell.len() { cell.into() } else { guarded(cell) };
            if !cell.is_empty() {
                to.write_string_with_format(row, at, cell.as_ref(), format)?;
            }
        }
    }
    Ok(())
}

/// A list of words to choose from in all cells of a column, where a workbook has room for it.
fn choices(to: &mut Worksheet, sheet: &FilledSheet, column: AnswerColumn, words: &[&str]) -> Result<(), XlsxError> {
    let Some(at) = sheet.columns.iter().position(|known| *known == column) else { return Ok(()) };
    let Ok(list) = DataValidation::new().allow_list_strings(words) else { return Ok(()) };
    if words.is_empty() {
        return Ok(());
    }
    let list = list.set_error_title("Another word")?.set_error_message("Choose one of the words of the list.")?;
    let rows = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX).max(1);
    to.add_data_validation(1, small(at), rows, small(at), &list)?;
    Ok(())
}

fn is_long(column: AnswerColumn) -> bool {
    matches!(column, AnswerColumn::Quote | AnswerColumn::Says | AnswerColumn::Title | AnswerColumn::Caveat)
}

/// How wide a column is, in characters.
fn width(column: AnswerColumn) -> u8 {
    match column {
        AnswerColumn::Quote => 60,
        AnswerColumn::Says | AnswerColumn::Url | AnswerColumn::Archived => 36,
        AnswerColumn::Ballot
        | AnswerColumn::Election
        | AnswerColumn::Title
        | AnswerColumn::Place
        | AnswerColumn::Caveat => 28,
        AnswerColumn::Name
        | AnswerColumn::Party
        | AnswerColumn::Question
        | AnswerColumn::Document
        | AnswerColumn::Checked => 22,
        AnswerColumn::Id
        | AnswerColumn::Answer
        | AnswerColumn::SaidOn
        | AnswerColumn::Kind
        | AnswerColumn::EnteredBy => 12,
        AnswerColumn::Nations | AnswerColumn::Capacity => 18,
        AnswerColumn::Lang => 8,
    }
}

fn small(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}
