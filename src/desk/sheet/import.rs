use std::collections::HashMap;
use std::path::Path;

use jiff::civil::Date;

use super::cells::{has_its_checks, is_blank, is_of, marks_of_row};
use super::lookup::{Lookup, question};
use super::row::{RowReader, judge_people};
use crate::atoms::Slug;
use crate::desk::record::{GrownList, MarkEntry};
use crate::desk::{NewMark, NotDone, OpenSite, SoundChange, Speaker, Within, checker};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, FileName, Severity};
use crate::edit::{FileChange, last_entries};
use crate::import::{AnswerColumn, AnswerFile, AnswerRow, AnswerTable, SheetTopic};
use crate::model::{Campaign, Mark, PutQuestion};

/// What a sheet brings into the records.
#[derive(Debug)]
pub(crate) struct SheetImport<'s> {
    /// How the records change.
    pub(crate) change: SoundChange<'s>,
    /// What became of the rows.
    pub(crate) tally: SheetTally,
}

/// How many rows of a sheet say what.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct SheetTally {
    /// All.
    pub(crate) rows: usize,
    /// Those with an answer that goes into the records.
    pub(crate) new: usize,
    /// Of those, the ones on which something is on record already.
    pub(crate) later: usize,
    /// Into how many files they go.
    pub(crate) files: usize,
    /// Those with an answer that is on record.
    pub(crate) same: usize,
    /// Those without an answer.
    pub(crate) blank: usize,
    /// Of those, the ones of which there is an answer on record, which stays.
    pub(crate) kept: usize,
    /// Those with other checks than are on record.
    pub(crate) other_checks: usize,
    /// What the file does not say itself.
    pub(crate) guessed: Vec<String>,
    /// The names of columns that are not read.
    pub(crate) unread: Vec<String>,
}

/// A sheet that is compared with the records.
struct Comparison<'s, 't> {
    campaign: &'s Campaign,
    by: Option<&'t Slug>,
    day: Date,
    entries: Vec<MarkEntry<'s>>,
    /// The row of each entry.
    rows: Vec<AnswerRow<'t>>,
    /// The entries of a person or party on a question.
    entered: HashMap<(&'s str, &'s str, &'s str), Vec<usize>>,
    found: Diagnostics,
    tally: SheetTally,
}

/// Compares a sheet with the records, row by row, and gives the records with the answers in it that are new: all, or none when one
/// of them cannot be entered. Everything that is wrong is told, at its cell.
pub(crate) fn import_sheet<'s>(site: &'s OpenSite, path: &Path, by: Option<&Slug>) -> Result<SheetImport<'s>, NotDone> {
    let campaign = site.campaign("nothing was written")?;
    by.map_or(Ok(()), |by| checker(by, campaign)).map_err(NotDone::Refused)?;
    let file = AnswerFile::read(path)?;
    let wrong = |found| NotDone::Wrong { found, sources: file.sources(), undone: "nothing was written" };
    let mut found = Diagnostics::default();
    let Some(table) = file.table(SheetTopic::Answers, &mut found) else { return Err(wrong(found)) };
    let mut compared = Comparison::of(campaign, by, site.day());
    compared.tally.guessed.clone_from(&file.guessed);
    compared.read(&table);
    let (changes, grown) = site.enter(&compared.entries)?;
    let proposed = site.propose(changes.clone());
    match proposed {
        Ok(change) if !compared.found.has_errors() => {
            compared.tally.files = changes.len();
            Ok(SheetImport { change, tally: compared.tally })
        }
        Ok(_) => Err(wrong(compared.found)),
        Err(NotDone::Wrong { found, sources, undone }) => {
            let elsewhere = compared.take_home(found, &changes, &grown);
            if elsewhere.is_empty() {
                return Err(wrong(compared.found));
            }
            compared.found.extend(elsewhere);
            Err(NotDone::Wrong { found: compared.found, sources, undone })
        }
        Err(not_done) => Err(not_done),
    }
}

impl<'s, 't> Comparison<'s, 't> {
    fn of(campaign: &'s Campaign, by: Option<&'t Slug>, day: Date) -> Self {
        let (entries, rows, entered) = (Vec::new(), Vec::new(), HashMap::new());
        let (found, tally) = (Diagnostics::default(), SheetTally::default());
        Self { campaign, by, day, entries, rows, entered, found, tally }
    }

    fn read(&mut self, table: &'t AnswerTable<'t>) {
        let lookup = Lookup::of(self.campaign, &Within::default());
        self.tally.unread = table.unread().into_iter().map(str::to_owned).collect();
        for row in table.rows() {
            self.tally.rows += 1;
            let before = std::mem::take(&mut self.found);
            if !row.runs_over()
                && let Some(speaker) = lookup.speaker(&row, &mut self.found)
                && let Some(put) = question(&speaker, &row, &mut self.found)
            {
                self.row(row, speaker, put);
            }
            // Whatever else is wrong with a row whose cells stand in the wrong columns comes of that.
            let of_row = std::mem::replace(&mut self.found, before);
            match row.runs_over() || (row.is_too_long() && of_row.has_errors()) {
                true => row.report_too_long(&mut self.found),
                false => self.found.extend(of_row),
            }
        }
        if self.tally.rows == 0 && !self.found.has_errors() {
            table.report_empty(&mut self.found);
        }
    }

    fn row(&mut self, row: AnswerRow<'t>, speaker: Speaker<'s>, put: &'s PutQuestion) {
        let on_it = marks_of_row(&row, &speaker, put);
        if is_blank(&row) {
            self.tally.blank += 1;
            let stays = |mark: &&Mark| mark.takedown.is_none() && !mark.is_retracted();
            self.tally.kept += usize::from(!speaker.is_taken_down() && on_it.iter().any(stays));
            return;
        }
        if let Some(same) = on_it.iter().find(|mark| is_of(&row, mark)) {
            self.tally.same += 1;
            self.tally.other_checks += usize::from(!has_its_checks(&row, same));
            return;
        }
        let reader = RowReader {
            row: &row,
            on_it: &on_it,
            by: self.by,
            found: &mut self.found,
            blank: Vec::new(),
            is_bad: false,
        };
        let Some(mark) = reader.mark(&speaker, self.day, self.campaign) else { return };
        let sound = judge_people(&mark, &row, self.campaign, &mut self.found)
            && self.alters_nothing(&mark, &on_it, &row, &speaker)
            && self.is_first(&mark, &row, &speaker, put);
        if !sound {
            return;
        }
        self.tally.new += 1;
        self.tally.later += usize::from(!on_it.is_empty());
        let key = (speaker.election().id.as_str(), speaker.id(), put.id().as_str());
        self.entered.entry(key).or_default().push(self.entries.len());
        self.entries.push(MarkEntry { speaker, put, mark });
        self.rows.push(row);
    }

    /// Reports a row that would give an answer on record other words.
    fn alters_nothing(&mut self, new: &NewMark, on_it: &[&Mark], row: &AnswerRow<'_>, speaker: &Speaker<'_>) -> bool {
        let Some(known) = on_it.iter().find(|known| new.has_source_of(known)) else { return true };
        let (file, line) = (known.file(speaker.file()), known.pos.line);
        let message =
            format!("this answer is on record already, from the same source, with other words ({file}:{line})");
        let help = match known.checks.is_empty() {
            true => "words on record are not changed from a sheet: correct them in that file",
            false => {
                "somebody has checked the words on record against the source: correct them in that file, and have them checked again"
            }
        };
        let column = new.differs_in(known).unwrap_or(AnswerColumn::Archived);
        row.report(column, Code::DuplicateId, message, help, &mut self.found);
        false
    }

    /// Reports a row that says the same as one above it.
    fn is_first(&mut self, new: &NewMark, row: &AnswerRow<'_>, speaker: &Speaker<'_>, put: &PutQuestion) -> bool {
        let key = (speaker.election().id.as_str(), speaker.id(), put.id().as_str());
        let others = self.entered.get(&key).map(Vec::as_slice).unwrap_or_default();
        let Some(first) = others.iter().find(|other| self.entries[**other].mark.has_source_like(new)) else {
            return true;
        };
        let message = format!("this is the same answer as on line {}", self.rows[*first].line());
        row.report(AnswerColumn::Answer, Code::DuplicateId, message, "delete one of the two rows", &mut self.found);
        false
    }

    /// Tells of errors in changed records at the rows from which they come; gives back those that come from none.
    fn take_home(&mut self, found: Diagnostics, changes: &[FileChange], grown: &[GrownList]) -> Diagnostics {
        let mut elsewhere = Diagnostics::default();
        let places = RowPlaces::of(changes, grown);
        for error in found.sorted().into_iter().filter(|error| error.severity() == Severity::Error) {
            let row = places.entry(&error).map(|entry| self.rows[entry]);
            let Diagnostic { place, code, message, help } = error;
            match row {
                Some(row) => {
                    let column = places.column(&place.file, place.pos.line).unwrap_or(AnswerColumn::Answer);
                    row.report(column, code, message, help, &mut self.found);
                }
                None => elsewhere.push(code, &place.file, place.pos, message, help),
            }
        }
        elsewhere
    }
}

/// On which lines of changed files which entries stand.
struct RowPlaces<'c> {
    texts: HashMap<&'c str, &'c str>,
    lines: HashMap<&'c str, Vec<(u32, u32, usize)>>,
}

impl<'c> RowPlaces<'c> {
    fn of(changes: &'c [FileChange], grown: &'c [GrownList]) -> Self {
        let mut places = Self { texts: HashMap::new(), lines: HashMap::new() };
        for change in changes {
            let Some(file) = change.path.to_str() else { continue };
            let lists: Vec<&GrownList> = grown.iter().filter(|list| &*list.file == file).collect();
            let ways: Vec<_> = lists.iter().map(|list| (list.way.clone(), list.entries.len())).collect();
            let ranges = last_entries(&change.after, &ways);
            let of = places.lines.entry(file).or_default();
            for (list, ranges) in lists.iter().zip(ranges) {
                of.extend(
                    ranges.into_iter().zip(&list.entries).map(|(range, entry)| (*range.start(), *range.end(), *entry)),
                );
            }
            places.texts.insert(file, &change.after);
        }
        places
    }

    fn entry(&self, error: &Diagnostic) -> Option<usize> {
        let line = error.place.pos.line;
        let of = self.lines.get(&*error.place.file)?;
        of.iter().find(|(first, last, _)| (*first..=*last).contains(&line)).map(|(.., entry)| *entry)
    }

    /// The column that a line of a record comes from, by its key.
    fn column(&self, file: &FileName, line: u32) -> Option<AnswerColumn> {
        let text = self.texts.get(&**file)?.lines().nth(line.checked_sub(1)? as usize)?;
        let key = text.trim_start_matches([' ', '-']).split(':').next()?;
        Some(match key {
            "date" => AnswerColumn::SaidOn,
            "kind" => AnswerColumn::Kind,
            "title" => AnswerColumn::Title,
            "document" => AnswerColumn::Document,
            "where" => AnswerColumn::Place,
            "quote" => AnswerColumn::Quote,
            "says" => AnswerColumn::Says,
            "url" => AnswerColumn::Url,
            "archived" => AnswerColumn::Archived,
            "lang" => AnswerColumn::Lang,
            "caveat" => AnswerColumn::Caveat,
            "entered_by" => AnswerColumn::EnteredBy,
            "nations" => AnswerColumn::Nations,
            "question" | "version" => AnswerColumn::Question,
            _ => return None,
        })
    }
}
