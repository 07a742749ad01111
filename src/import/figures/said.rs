use std::path::Path;

use super::FigureOptions;
use crate::atoms::{DataKind, FigureUnit, Slug, Text, slug_of};
use crate::diagnostic::{Code, Failure};
use crate::import::ImportError;
use crate::import::boundaries::boundaries;
use crate::import::provenance::{FigureWords, SourceOptions, value};
use crate::import::put::TABLES;
use crate::load::Records;
use crate::load::records::DataRecord;

/// What is said of figures on the command line, and where nothing is, in the record of an earlier import.
pub(super) struct Said {
    /// The name of the record and the table.
    pub(super) id: Slug,
    pub(super) title: Text,
    pub(super) unit: FigureUnit,
    pub(super) words: FigureWords,
    pub(super) source: SourceOptions,
    pub(super) boundaries: Option<Text>,
}

impl Said {
    /// Puts together what is said; all that has to stand beside a figure must be.
    pub(super) fn of(
        root: &Path,
        file: &Path,
        options: &FigureOptions,
        records: &Records,
    ) -> Result<Self, ImportError> {
        let id = id(file, options)?;
        let record_file = format!("{TABLES}/{id}.yaml");
        let recorded = records.data.iter().find(|data| *data.file == *record_file).map(|data| &data.record);
        is_of_figures(&root.join(&record_file), recorded)?;
        let set = options.boundaries.clone().or_else(|| value(recorded?.boundaries.as_ref()));
        let title = options.title.clone().or_else(|| value(recorded?.title.as_ref()));
        let mut words = options.words.clone().or_recorded(recorded);
        let unit = *words.unit.get_or_insert(FigureUnit::People);
        // What was published in thousands was rounded to do so.
        words.rounded |= options.times.is_some_and(|times| times > 1);
        let mut source = options.source.clone().or_recorded(recorded);
        source.title = source.title.or_else(|| title.clone());
        let title = all_said(file, title, &words, &source)?;
        Ok(Self { id, title, unit, words, source, boundaries: boundaries(records, set.as_ref(), "the figures")? })
    }
}

/// The name of the table: the one that was asked for, else that of its title.
fn id(file: &Path, options: &FigureOptions) -> Result<Slug, ImportError> {
    let of_title = || options.title.as_ref().and_then(|title| slug_of(title.as_str()));
    options.id.clone().or_else(of_title).ok_or_else(|| {
        let help = "give them a title with --title, and a short name with --id";
        ImportError::about(file, Code::MissingKey, "nothing says what these figures are called", help)
    })
}

/// Other tables of this name are not written over.
fn is_of_figures(record: &Path, recorded: Option<&DataRecord>) -> Result<(), Failure> {
    match recorded.and_then(|record| value(record.kind.as_ref())) {
        None | Some(DataKind::Figures) => Ok(()),
        Some(DataKind::Postcodes | DataKind::Map) => {
            let help = "give the figures another name with --id";
            Err(Failure::at(record, "cannot write", "it is the record of another kind of table", help))
        }
    }
}

/// The title, when all is said that has to stand beside a figure.
fn all_said(
    file: &Path,
    title: Option<Text>,
    words: &FigureWords,
    source: &SourceOptions,
) -> Result<Text, ImportError> {
    let own = [(title.is_none(), "--title"), (words.says.is_none(), "--says"), (words.date.is_none(), "--date")];
    let mut missing: Vec<&str> = own.into_iter().filter(|(missing, _)| *missing).map(|(_, option)| option).collect();
    // The title will do for that of the source.
    missing.extend(source.missing().into_iter().filter(|option| *option != "--source-title"));
    title.filter(|_| missing.is_empty()).ok_or_else(|| {
        let message = format!("nothing says what these figures say and where they come from: {}", missing.join(", "));
        let help = "give these options; what they say is printed beside every figure";
        ImportError::about(file, Code::MissingKey, message, help)
    })
}
