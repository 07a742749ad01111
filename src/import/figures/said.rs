use std::path::Path;

use super::FigureOptions;
use crate::atoms::{DataKind, FigureUnit, Slug, Text, slug_of};
use crate::diagnostic::Code;
use crate::import::ImportError;
use crate::import::boundaries::boundaries;
use crate::import::provenance::{FigureWords, Provenance, SourceOptions};
use crate::import::site::earlier;
use crate::load::Records;
use crate::load::records::DataRecord;

/// What is said of figures on the command line, and where nothing is, in the record of an earlier import.
pub(super) struct SaidOfFigures<'r> {
    /// The name of the record and the table.
    pub(super) id: Slug,
    pub(super) title: Option<Text>,
    pub(super) unit: FigureUnit,
    pub(super) words: FigureWords,
    pub(super) source: SourceOptions,
    pub(super) boundaries: Option<Text>,
    pub(super) recorded: Option<&'r DataRecord>,
}

impl<'r> SaidOfFigures<'r> {
    /// Puts together what is said; all that has to stand beside a figure must be.
    pub(super) fn of(
        root: &Path,
        file: &Path,
        options: &FigureOptions,
        records: &'r Records,
    ) -> Result<Self, ImportError> {
        let id = id(file, options)?;
        let recorded = earlier(root, records, &id, DataKind::Figures)?;
        let known = recorded.map(Provenance::recorded).unwrap_or_default();
        let set = options.boundaries.clone().or(known.boundaries);
        let title = options.title.clone().or(known.title);
        let mut words = options.words.clone().or(known.figure);
        let unit = *words.unit.get_or_insert(FigureUnit::People);
        // What was published in thousands was rounded to do so.
        words.rounded |= options.times.is_some_and(|times| times > 1);
        let mut source = options.source.published(options.published).or(known.source);
        source.title = source.title.or_else(|| title.clone());
        let own = [(title.is_none(), "--title"), (words.says.is_none(), "--says"), (words.date.is_none(), "--date")];
        source.all_said(file, "these figures say and where they come from", &own)?;
        let boundaries = boundaries(records, set.as_ref(), "the figures")?;
        Ok(Self { id, title, unit, words, source, boundaries, recorded })
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
