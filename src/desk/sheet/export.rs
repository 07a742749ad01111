use std::path::Path;

use super::cells::{cell_of, nations_cell};
use super::place::put_file;
use crate::desk::csv_text::csv_text;
use crate::desk::{NotDone, OpenSite, Speaker, Within, speakers};
use crate::disk::Over;
use crate::import::AnswerColumn;
use crate::model::{Campaign, Mark, Own, PutQuestion};

/// What is to stand in a sheet, and where it goes.
#[derive(Debug)]
pub(crate) struct SheetExport<'a> {
    /// The file; its ending says of which kind.
    pub(crate) file: &'a Path,
    /// Of whom.
    pub(crate) within: &'a Within,
    /// The lines of parties in place of the answers of candidates.
    pub(crate) parties: bool,
    /// What becomes of a file that is there.
    pub(crate) over: Over,
}

/// A kind of sheet that can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SheetKind {
    Csv,
    Workbook,
}

/// The rows of a sheet, the first of them the names of the columns.
pub(super) struct FilledSheet {
    pub(super) columns: Vec<AnswerColumn>,
    pub(super) rows: Vec<Vec<String>>,
    /// How many of the rows have an answer.
    pub(super) answered: usize,
}

const FOR_CANDIDATES: [AnswerColumn; 5] =
    [AnswerColumn::Ballot, AnswerColumn::Id, AnswerColumn::Name, AnswerColumn::Party, AnswerColumn::Question];

const FOR_PARTIES: [AnswerColumn; 5] =
    [AnswerColumn::Election, AnswerColumn::Id, AnswerColumn::Name, AnswerColumn::Question, AnswerColumn::Nations];

const FOR_ALL: [AnswerColumn; 14] = [
    AnswerColumn::Answer,
    AnswerColumn::SaidOn,
    AnswerColumn::Kind,
    AnswerColumn::Title,
    AnswerColumn::Quote,
    AnswerColumn::Says,
    AnswerColumn::Url,
    AnswerColumn::Document,
    AnswerColumn::Place,
    AnswerColumn::Caveat,
    AnswerColumn::EnteredBy,
    AnswerColumn::Checked,
    AnswerColumn::Archived,
    AnswerColumn::Lang,
];

/// Writes a sheet with a row for each person or party and question. Gives how many rows it has, and how many with an answer.
pub(crate) fn export_sheet(site: &OpenSite, export: &SheetExport<'_>) -> Result<(usize, usize), NotDone> {
    let kind = SheetKind::of(export.file)?;
    let campaign = site.campaign("no sheet was written")?;
    let sheet = FilledSheet::of(campaign, export)?;
    let bytes = match kind {
        SheetKind::Csv => csv_bytes(&sheet),
        #[cfg(feature = "sheets")]
        SheetKind::Workbook => super::workbook::workbook(&sheet, campaign)?,
        #[cfg(not(feature = "sheets"))]
        SheetKind::Workbook => unreachable!("refused before"),
    };
    put_file(export.file, &bytes, export.over)?;
    Ok((sheet.rows.len(), sheet.answered))
}

impl SheetKind {
    fn of(file: &Path) -> Result<Self, NotDone> {
        let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("csv") => Ok(Self::Csv),
            Some("xlsx") if cfg!(feature = "sheets") => Ok(Self::Workbook),
            Some("xlsx") => Err(NotDone::Refused(
                "this hustings was built without workbooks; name a file that ends with .csv, which every spreadsheet \
                 opens, or install it with them: cargo install --path . --features sheets"
                    .into(),
            )),
            _ => {
                let file = file.display();
                Err(NotDone::Refused(format!("{file}: name a file that ends with .csv or .xlsx")))
            }
        }
    }
}

/// As CSV, with the mark by which Excel knows that letters are in UTF-8.
fn csv_bytes(sheet: &FilledSheet) -> Vec<u8> {
    let head: Vec<String> = sheet.columns.iter().map(|column| column.heading()).collect();
    let text = csv_text(std::iter::once(&head).chain(&sheet.rows));
    format!("\u{feff}{text}").into_bytes()
}

impl FilledSheet {
    fn of(campaign: &Campaign, export: &SheetExport<'_>) -> Result<Self, NotDone> {
        let of_whom = if export.parties { FOR_PARTIES } else { FOR_CANDIDATES };
        let mut sheet = Self { columns: of_whom.into_iter().chain(FOR_ALL).collect(), rows: Vec::new(), answered: 0 };
        for speaker in speakers(campaign, export.within)? {
            if matches!(speaker, Speaker::Party { .. }) == export.parties {
                speaker.questions().into_iter().for_each(|put| sheet.add(&speaker, put));
            }
        }
        Ok(sheet)
    }

    /// The rows of somebody on a question: one for each mark that is shown, or a blank one.
    fn add<'c>(&mut self, speaker: &Speaker<'c>, put: &'c PutQuestion) {
        let shown = speaker.shown(put);
        self.answered += shown.len();
        let marks = shown.iter().map(Some).chain(shown.is_empty().then_some(None));
        let rows = marks.map(|shown| self.columns.iter().map(|column| cell(*column, speaker, put, shown)).collect());
        self.rows.extend(rows.collect::<Vec<_>>());
    }
}

/// A mark that is shown, and where it holds.
type ShownMark<'c> = (&'c Mark, String);

fn cell(column: AnswerColumn, speaker: &Speaker<'_>, put: &PutQuestion, shown: Option<&ShownMark<'_>>) -> String {
    match (column, speaker) {
        (AnswerColumn::Ballot, Speaker::Candidate { ballot, .. }) => ballot.id.to_string(),
        (AnswerColumn::Party, Speaker::Candidate { candidacy, .. }) => candidacy.party.called().to_string(),
        (AnswerColumn::Election, _) => speaker.election().id.to_string(),
        (AnswerColumn::Id, _) => speaker.id().to_owned(),
        (AnswerColumn::Name, _) => speaker.name().to_owned(),
        (AnswerColumn::Question, _) => put.id().to_string(),
        (AnswerColumn::Nations, _) => shown.map(|(_, nations)| nations.clone()).unwrap_or_default(),
        _ => shown.map(|(mark, _)| cell_of(mark, column)).unwrap_or_default(),
    }
}

impl<'c> Speaker<'c> {
    /// The marks that pages show of a person's or party's own answers to a question.
    fn shown(&self, put: &'c PutQuestion) -> Vec<ShownMark<'c>> {
        match self {
            Self::Candidate { candidacy, .. } => match candidacy.cell(put.id()).map(|cell| &cell.own) {
                Some(Own::Answer(position)) => vec![(&position.mark, String::new())],
                Some(Own::Contradiction(all)) => all.iter().map(|one| (&one.mark, String::new())).collect(),
                _ => Vec::new(),
            },
            Self::Party { election, party } => {
                let lines = election.lines_of(party, &put.question);
                let live = lines.filter(|line| line.mark.takedown.is_none() && !line.mark.is_retracted());
                live.map(|line| (&line.mark, nations_cell(&line.nations))).collect()
            }
        }
    }
}
