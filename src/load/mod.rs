//! Takes a site's folder, gives its records as people wrote them, every field with its place, and
//! the files of its theme. Never judges what a field means.

mod field;
mod files;
mod foreign;
mod front_matter;
mod hexmap;
mod leftovers;
mod litter;
mod mask;
mod originals;
mod picture;
mod picture_file;
mod points;
mod reader;
pub mod records;
mod shape;
mod signs;
mod source;
mod theme;
mod trouble;
mod twice;
mod written;
mod yaml;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

pub use field::{At, Field, Judged};
pub use foreign::Foreign;
pub use front_matter::{Body, yaml_of};
pub use hexmap::{HexArea, HexLayout, HexMap, HexTrouble};
pub use litter::Litter;
pub use originals::Original;
pub use picture::Picture;
pub use picture_file::{one_line, open_upright};
pub use points::Points;
pub use reader::Reader;
pub use source::{LARGEST, LARGEST_TABLE};
pub use theme::{Theme, ThemeFile};

use crate::atoms::{Country, OriginalName};
use crate::diagnostic::{Code, Diagnostics, Failure, FileName, Pos, Sources};
use picture::Album;
use reader::{Entry, Read};
use records::{
    AskRecord, BallotRecord, CorrectionsFile, DataRecord, DocumentRecord, ElectionRecord, GlossaryFile, PageRecord,
    PartyRecord, QuestionRecord, SiteRecord, TranscriptRecord, TranslatedPage,
};

/// The name of the file that makes a folder a site.
pub const SITE_FILE: &str = "hustings.yaml";

/// A record with the file it came from.
#[derive(Debug, Clone)]
pub struct InFile<T> {
    /// The file, relative to the site's root.
    pub file: FileName,
    /// What is written in it.
    pub record: T,
    /// Whether all of it could be read. What is missing from a record that is not whole may well be
    /// written, in an entry that is reported already.
    pub whole: bool,
}

impl<T> InFile<T> {
    /// The file's name without folder and ending, which is the record's id.
    #[must_use]
    pub fn stem(&self) -> &str {
        files::stem(&self.file)
    }
}

/// Everything that people wrote, each kind sorted by file name.
#[derive(Debug, Clone, Default)]
pub struct Records {
    /// `hustings.yaml`.
    pub site: Option<InFile<SiteRecord>>,
    /// `candidates/parties/`.
    pub parties: Vec<InFile<PartyRecord>>,
    /// `candidates/documents/`.
    pub documents: Vec<InFile<DocumentRecord>>,
    /// `candidates/documents/<id>.txt`.
    pub transcripts: Vec<InFile<(TranscriptRecord, Body)>>,
    /// `content/documents/`, by name.
    pub originals: BTreeMap<OriginalName, Original>,
    /// `candidates/<election-id>/election.yaml`.
    pub elections: Vec<InFile<ElectionRecord>>,
    /// `candidates/<election-id>/<area-slug>.yaml`.
    pub ballots: Vec<InFile<BallotRecord>>,
    /// `candidates/<election-id>/asks/`.
    pub asks: Vec<InFile<AskRecord>>,
    /// `content/questions/`.
    pub questions: Vec<InFile<(QuestionRecord, Body)>>,
    /// `content/pages/`.
    pub pages: Vec<InFile<(PageRecord, Body)>>,
    /// Pages and questions in further languages: `<id>.<language>.md`.
    pub translated: Vec<InFile<TranslatedPage>>,
    /// `content/glossary.yaml`.
    pub glossary: Option<InFile<GlossaryFile>>,
    /// `content/corrections.yaml`.
    pub corrections: Option<InFile<CorrectionsFile>>,
    /// `content/data/<id>.yaml`.
    pub data: Vec<InFile<DataRecord>>,
    /// The imported tables: `content/data/<id>.<ending>`, by file.
    pub tables: BTreeMap<FileName, Arc<str>>,
    /// Files of records that could not be read at all, by the names they should have; what refers to
    /// them is not reported again.
    pub unreadable: Vec<FileName>,
}

/// What a site's folder holds.
#[derive(Debug)]
pub struct Loaded {
    /// The records.
    pub records: Records,
    /// The files of the theme.
    pub theme: Theme,
    /// What is wrong with the files.
    pub found: Diagnostics,
    /// The texts, for showing lines.
    pub sources: Sources,
    /// What programs left beside the records, which was passed over.
    pub litter: Vec<FileName>,
}

/// Reads a whole site, the files in parallel.
///
/// # Errors
/// When there is no site in the folder or the system does not let us read it.
pub fn load(root: &Path) -> Result<Loaded, Failure> {
    Reader::default().load(root)
}

/// Puts together what stands in the files of a site.
fn gather(
    root: &Path,
    (read, originals, misnamed): (Vec<Read>, Vec<FileName>, Vec<FileName>),
    album: &Album,
    mut found: Diagnostics,
) -> Result<Loaded, Failure> {
    let (mut records, mut sources) = (Records { unreadable: misnamed, ..Records::default() }, Sources::new());
    for one in read {
        let whole = one.found.is_empty();
        found.extend(one.found);
        match one.entry {
            Some(entry) => records.add(one.file.clone(), entry, whole),
            None => records.unreadable.push(one.file.clone()),
        }
        if let Some(text) = one.text {
            sources.insert(one.file, text);
        }
    }
    records.originals = originals::load(root, originals, &records.documents, album, &mut found)?;
    let theme = theme::load(root, theme_field(&records), &mut found, &mut sources)?;
    for (pos, tag) in languages(&records).filter(|(_, tag)| theme.words_file(tag).is_none()) {
        let help = "write the words into themes/<theme>/lang/, or name another language";
        found.push(Code::BadTheme, &SITE_FILE.into(), pos, format!("the theme has no words in “{tag}”"), help);
    }
    Ok(Loaded { records, theme, found, sources, litter: Vec::new() })
}

/// The theme that the site names, and where.
fn theme_field(records: &Records) -> Option<(Pos, &str)> {
    let field = records.site.as_ref()?.record.theme.as_ref()?;
    let name = field.value.0.as_ref().ok()?;
    Some((field.pos, name.as_str()))
}

impl Records {
    /// The country that the site names; the United Kingdom when it names none.
    #[must_use]
    pub fn country(&self) -> Country {
        let field = self.site.as_ref().and_then(|site| site.record.country.as_ref());
        field.and_then(|field| field.value.0.as_ref().ok()).copied().unwrap_or(Country::Uk)
    }
}

/// The languages that the site names, and where.
fn languages(records: &Records) -> impl Iterator<Item = (Pos, &str)> {
    let fields = records.site.iter().filter_map(|site| site.record.languages.as_ref()).flatten();
    fields.filter_map(|field| Some((field.pos, field.value.0.as_ref().ok()?.as_str())))
}

impl Records {
    fn add(&mut self, file: FileName, entry: Entry, whole: bool) {
        match entry {
            Entry::Site(record) => self.site = Some(InFile { file, record, whole }),
            Entry::Party(record) => self.parties.push(InFile { file, record, whole }),
            Entry::Document(record) => self.documents.push(InFile { file, record, whole }),
            Entry::Transcript(record, body) => self.transcripts.push(InFile { file, record: (record, body), whole }),
            Entry::Election(record) => self.elections.push(InFile { file, record, whole }),
            Entry::Ballot(record) => self.ballots.push(InFile { file, record, whole }),
            Entry::Ask(record) => self.asks.push(InFile { file, record, whole }),
            Entry::Question(record, body) => self.questions.push(InFile { file, record: (record, body), whole }),
            Entry::Page(record, body) => self.pages.push(InFile { file, record: (record, body), whole }),
            Entry::Translated(record) => self.translated.push(InFile { file, record, whole }),
            Entry::Glossary(record) => self.glossary = Some(InFile { file, record, whole }),
            Entry::Corrections(record) => self.corrections = Some(InFile { file, record, whole }),
            Entry::Data(record) => self.data.push(InFile { file, record, whole }),
            Entry::Table(text) => drop(self.tables.insert(file, text)),
        }
    }
}

/// Reports a file that nothing reads.
fn stray(file: &FileName, why: &str, help: &str, found: &mut Diagnostics) {
    found.push(Code::StrayFile, file, Pos::START, why, help);
}
