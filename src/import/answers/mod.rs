//! Takes a sheet of answers that somebody filled in, gives its rows: which cell holds what, and where it stands. Never runs a
//! formula, never looks at a hidden sheet, and knows nothing of the records.

#[cfg(feature = "sheets")]
mod book;
mod columns;
#[cfg(feature = "sheets")]
mod repeats;
mod row;

use std::path::Path;

use csv::StringRecord;

use super::ImportError;
use super::tables::{self, Columns, Headings, TableText, small};
use crate::atoms::near;
use crate::diagnostic::{Code, Diagnostics, FileName, Pos, Sources};
use crate::load::Foreign;

pub(crate) use columns::AnswerColumn;
pub(crate) use row::AnswerRow;

use columns::COLUMNS;

/// A sheet with some hundred thousand answers has less.
const SHEET: Foreign = Foreign {
    kind: "spreadsheet",
    largest: 50_000_000,
    if_larger: "export the ballots of one election at a time, with --election",
};

/// The columns without which a sheet says nothing.
const NEEDED: [AnswerColumn; 2] = [AnswerColumn::Question, AnswerColumn::Answer];

/// What the rows of a sheet tell of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SheetTopic {
    /// Answers to questions.
    Answers,
    /// Signatures of one pledge.
    Signatures,
}

impl SheetTopic {
    fn called(self) -> &'static str {
        match self {
            Self::Answers => "a sheet of answers",
            Self::Signatures => "a list of signatures",
        }
    }

    fn needed(self) -> &'static [AnswerColumn] {
        match self {
            Self::Answers => &NEEDED,
            Self::Signatures => &[AnswerColumn::SaidOn, AnswerColumn::Kind],
        }
    }

    /// How to come by one.
    fn remedy(self) -> &'static str {
        match self {
            Self::Answers => "export one with “hustings sheet export”, and fill that in",
            Self::Signatures => "its columns are name, id or party, then date, kind, source, and where or url",
        }
    }
}

/// A file with answers, as it was read.
pub(crate) struct AnswerFile {
    /// Its name.
    pub(crate) name: FileName,
    content: AnswerContent,
    /// What the file does not say itself and was told from its looks.
    pub(crate) guessed: Vec<String>,
}

enum AnswerContent {
    Text(String),
    #[cfg(feature = "sheets")]
    Book(book::BookSheet),
}

/// The rows of a file below the names of their columns.
pub(crate) struct AnswerTable<'f> {
    file: &'f AnswerFile,
    text: Option<TableText<'f>>,
    columns: Columns<AnswerColumn>,
    kind: SheetTopic,
    rows: Vec<StringRecord>,
}

impl AnswerFile {
    /// Reads a file.
    pub(crate) fn read(path: &Path) -> Result<Self, ImportError> {
        let name: FileName = path.to_string_lossy().into();
        let mut guessed = Vec::new();
        #[cfg(feature = "sheets")]
        if let Some(sheet) = book::read(path, &SHEET)? {
            guessed.push(format!("the sheet “{}”", sheet.name));
            return Ok(Self { name, content: AnswerContent::Book(sheet), guessed });
        }
        let text = tables::read(path, &SHEET, "spreadsheet", &mut guessed).map_err(without_workbooks)?;
        Ok(Self { name, content: AnswerContent::Text(text), guessed })
    }

    /// The texts, for showing lines.
    pub(crate) fn sources(&self) -> Sources {
        let mut sources = Sources::default();
        match &self.content {
            AnswerContent::Text(text) => sources.insert(self.name.clone(), text.as_str().into()),
            #[cfg(feature = "sheets")]
            AnswerContent::Book(_) => {}
        }
        sources
    }

    /// Its rows; nothing when they cannot be told apart, which is reported.
    pub(crate) fn table(&self, kind: SheetTopic, found: &mut Diagnostics) -> Option<AnswerTable<'_>> {
        let (text, headings, rows) = match &self.content {
            AnswerContent::Text(text) => {
                let table = TableText::read(&self.name, text, head, &mut Vec::new(), found)?;
                let rows = table.rows(&self.name, found);
                (Some(table), None, rows)
            }
            #[cfg(feature = "sheets")]
            AnswerContent::Book(sheet) => {
                let at = head(&sheet.rows[..sheet.rows.len().min(tables::FIRST_ROWS)]);
                let headings = Headings::of(sheet.rows.get(at).unwrap_or(&StringRecord::new()));
                (None, Some(headings), sheet.rows.iter().skip(at + 1).cloned().collect())
            }
        };
        let headings = headings
            .unwrap_or_else(|| text.as_ref().map_or_else(|| Headings::of(&StringRecord::new()), TableText::headings));
        let table = AnswerTable { file: self, text, columns: Columns::of(COLUMNS, headings), kind, rows };
        table.judge_headings(found);
        #[cfg(feature = "sheets")]
        table.judge_formulas(found);
        (!found.has_errors()).then_some(table)
    }
}

/// What a program without workbooks says of one.
fn without_workbooks(error: ImportError) -> ImportError {
    let ImportError::Data { found, sources } = error else { return error };
    if cfg!(feature = "sheets") {
        return ImportError::Data { found, sources };
    }
    let mut told = Diagnostics::default();
    for one in found.sorted() {
        let help = match one.message.contains("workbook") || one.message.contains("spreadsheet") {
            true => {
                format!("{}; or install hustings with workbooks: cargo install --path . --features sheets", one.help)
            }
            false => one.help,
        };
        told.push(one.code, &one.place.file, one.place.pos, one.message, help);
    }
    ImportError::Data { found: told, sources }
}

/// Which of the first rows names the columns: the one that knows the most names.
fn head(rows: &[StringRecord]) -> usize {
    let known = |row: &StringRecord| {
        let columns = Columns::of(COLUMNS, Headings::of(row));
        COLUMNS.iter().filter(|(column, _)| columns.at(*column).is_some()).count()
    };
    (0..rows.len()).max_by_key(|n| (known(&rows[*n]), std::cmp::Reverse(*n))).unwrap_or(0)
}

impl<'f> AnswerTable<'f> {
    /// Whether the sheet has a column.
    pub(crate) fn has(&self, column: AnswerColumn) -> bool {
        self.columns.at(column).is_some()
    }

    /// The rows in which anything stands.
    pub(crate) fn rows<'t>(&'t self) -> impl Iterator<Item = AnswerRow<'t>>
    where
        'f: 't,
    {
        self.rows.iter().map(|record| AnswerRow { table: self, record })
    }

    /// Reports that no row stands below the names of the columns.
    pub(crate) fn report_empty(&self, found: &mut Diagnostics) {
        let help = "fill it in, and save it before you import it";
        found.push(Code::WrongShape, &self.file.name, Pos::START, "this sheet has no rows", help);
    }

    /// The names of columns that are not read.
    pub(crate) fn unread(&self) -> Vec<&str> {
        let headings = self.columns.headings.shown().iter().enumerate();
        headings.filter(|(n, name)| !name.is_empty() && !self.is_read(*n)).map(|(_, name)| name.as_str()).collect()
    }

    /// Reports names of columns that are missing, stand twice or are misspelt.
    fn judge_headings(&self, found: &mut Diagnostics) {
        if self.columns.headings.keys().iter().all(String::is_empty) {
            let help = "export one with “hustings sheet export”, and fill that in";
            found.push(Code::WrongShape, &self.file.name, Pos::START, "this sheet is empty", help);
            return;
        }
        for (number, name) in self.columns.headings.keys().iter().enumerate() {
            match self.is_read(number) {
                true => self.judge_double(number, name, found),
                false => self.judge_misspelt(number, name, found),
            }
        }
        if !found.has_errors() {
            self.judge_missing(found);
        }
    }

    /// Whether one of our columns stands at a place.
    fn is_read(&self, number: usize) -> bool {
        let is_ours = |column: AnswerColumn| self.kind == SheetTopic::Signatures || column != AnswerColumn::Capacity;
        COLUMNS.iter().any(|(column, _)| is_ours(*column) && self.columns.at(*column) == Some(number))
    }

    fn judge_double(&self, number: usize, name: &str, found: &mut Diagnostics) {
        if let Some(second) = self.columns.headings.all(name).find(|other| *other > number) {
            tables::report_twice(name, self.heading(second), &self.file.name, found);
        }
    }

    /// Reports a name that is nearly one of ours, if the sheet lacks that: nobody would notice that it is not read.
    fn judge_misspelt(&self, number: usize, name: &str, found: &mut Diagnostics) {
        let missing = COLUMNS.iter().filter(|(column, _)| !self.has(*column)).flat_map(|(_, names)| *names).copied();
        let is_ours = COLUMNS.iter().any(|(_, names)| names.contains(&name));
        if let Some(meant) = near(name, missing).filter(|_| !name.is_empty() && !is_ours) {
            let message = format!("there is no column “{}”", self.columns.headings.shown()[number]);
            let meant = meant.replace('_', " ");
            let help = format!("did you mean “{meant}”? Correct it, or give a column of your own another name");
            found.push(Code::UnknownKey, &self.file.name, self.heading(number), message, help);
        }
    }

    fn judge_missing(&self, found: &mut Diagnostics) {
        let signs = self.kind == SheetTopic::Signatures && self.has(AnswerColumn::Party);
        let nobody = !self.has(AnswerColumn::Id) && !self.has(AnswerColumn::Name) && !signs;
        let missing = self.kind.needed().iter().filter(|column| !self.has(**column)).map(|column| column.heading());
        let missing: Vec<String> = nobody.then(|| "id".to_owned()).into_iter().chain(missing).collect();
        if !missing.is_empty() {
            let message = format!("this is not {}: it has no column {}", self.kind.called(), missing.join(", "));
            let here = self.columns.headings.shown().join(", ");
            let here = tables::shortened(&here, 300);
            let help = format!("it has {here}; {}", self.kind.remedy());
            found.push(Code::MissingKey, &self.file.name, Pos::START, message, help);
        }
    }

    /// Reports formulas in cells that are read: what they give may be another thing tomorrow.
    #[cfg(feature = "sheets")]
    fn judge_formulas(&self, found: &mut Diagnostics) {
        let AnswerContent::Book(sheet) = &self.file.content else { return };
        let lines: std::collections::HashMap<u32, AnswerRow<'_>> = self.rows().map(|row| (row.line(), row)).collect();
        for (row, at) in &sheet.formulas {
            let column = COLUMNS.iter().find(|(column, _)| self.columns.at(*column) == Some(*at as usize));
            if let (Some((column, _)), Some(row)) = (column, lines.get(&row.saturating_add(1))) {
                let help = "copy the cell, and paste it as a value (“Paste special”)";
                row.report(*column, Code::WrongShape, "this cell holds a formula", help, found);
            }
        }
    }

    fn heading(&self, column: usize) -> Pos {
        match &self.text {
            Some(text) => text.heading(column),
            None => Pos { line: 1, column: small(column) + 1 },
        }
    }
}
