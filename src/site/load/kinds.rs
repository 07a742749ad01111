use std::collections::BTreeMap;
use std::sync::Arc;

use super::front_matter::{self, Body};
use super::guides::GuideText;
use super::reading::{read, read_within};
use super::records::{
    AccountRecord, AskRecord, BallotRecord, CorrectionsFile, DataRecord, DocumentRecord, ElectionRecord, EventRecord,
    GlossaryFile, GuideRecord, LetterRecord, PageRecord, PartyRecord, PledgeRecord, QuestionRecord, ReportRecord,
    SiteRecord, TranscriptRecord, TranslatedPage,
};
use super::source::SourceText;
use super::{Broken, Declared, InFile, Original, OwnPicture, RecordValue, Shape, Teller, Told, files, leftovers};
use crate::atoms::{OriginalName, PictureName};
use crate::diagnostic::{Diagnostics, FileName, Pos};

/// Declares the kinds of records, one row each: its name, what its authors call one (nothing where it may hold no contact
/// details), where its files stand (`*` is any name), and what the records hold of it. The first row whose place fits says
/// what a file is.
macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $variant:ident $word:literal, $called:literal at $place:literal: $field:ident, $holder:ident of $record:ty;)+) => {
        /// A kind of record.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum RecordKind {
            $($(#[doc = $doc])+ $variant,)+
        }

        /// Everything that people wrote, each kind sorted by file name.
        #[derive(Debug, Clone, Default)]
        pub struct Records {
            $($(#[doc = $doc])+ pub $field: $holder<InFile<$record>>,)+
            /// Pages and questions in further languages: `<id>.<language>.md`.
            pub translated: Vec<InFile<TranslatedPage>>,
            /// `content/documents/`, by name.
            pub originals: BTreeMap<OriginalName, Original>,
            /// `content/pictures/`, by name.
            pub pictures: BTreeMap<PictureName, OwnPicture>,
            /// The imported tables: `content/data/<id>.<ending>`, by file.
            pub tables: BTreeMap<FileName, Arc<str>>,
            /// Files of records that could not be read at all, by the names they should have; what refers to
            /// them is not reported again.
            pub unreadable: Vec<FileName>,
        }

        /// What one file holds.
        #[derive(Debug, Clone)]
        pub(super) enum Entry {
            $($variant(Box<InFile<$record>>),)+
            Translated(InFile<TranslatedPage>),
            Table(FileName, Arc<str>),
        }

        impl RecordKind {
            /// All of them, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its name.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// What its authors call one, where it may hold contact details.
            #[must_use]
            pub fn called(self) -> &'static str {
                match self { $(Self::$variant => $called),+ }
            }

            /// Where its files stand, in words.
            #[must_use]
            pub fn described(self) -> &'static str {
                match self { $(Self::$variant => concat!($($doc),+).trim_ascii()),+ }
            }

            /// The names of its files, relative to the site's root; `*` is any name.
            #[must_use]
            pub fn place(self) -> &'static str {
                match self { $(Self::$variant => $place),+ }
            }

            /// What one looks like.
            #[must_use]
            pub fn shape(self) -> &'static Shape {
                match self { $(Self::$variant => <$record as FromFile>::SHAPE),+ }
            }

            /// Its keys.
            #[must_use]
            pub fn declared(self) -> &'static Declared {
                if let Shape::Group(declared) = self.shape() { declared } else { &NO_KEYS }
            }

            pub(super) fn read(self, source: &SourceText, found: &mut Diagnostics) -> Option<Entry> {
                match self { $(Self::$variant => FromFile::read(source, found).map(|read| Entry::$variant(Box::new(in_file(source, read))))),+ }
            }
        }

        impl Records {
            pub(super) fn add(&mut self, entry: Entry) {
                match entry {
                    $(Entry::$variant(in_file) => self.$field.put(*in_file),)+
                    Entry::Translated(in_file) => self.translated.push(in_file),
                    Entry::Table(file, text) => drop(self.tables.insert(file, text)),
                }
            }

            /// The files of a kind.
            #[must_use]
            pub fn files(&self, kind: RecordKind) -> Vec<&FileName> {
                match kind { $(RecordKind::$variant => self.$field.iter().map(|in_file| &in_file.file).collect()),+ }
            }

            /// Shows all texts that visitors of the site read.
            pub fn tell(&mut self, teller: &mut dyn Teller) {
                $(for InFile { file, record, .. } in self.$field.iter_mut() {
                    teller.file(file);
                    FromFile::tell(record, teller);
                })+
            }
        }
    };
}

kinds! {
    /// `hustings.yaml`
    Site "site", "" at "hustings.yaml": site, Option of SiteRecord;
    /// `candidates/parties/<party>.yaml`
    Party "party", "the party" at "candidates/parties/*.yaml": parties, Vec of PartyRecord;
    /// `candidates/documents/<id>.yaml`
    Document "document", "the document" at "candidates/documents/*.yaml": documents, Vec of DocumentRecord;
    /// The front matter of `candidates/documents/<id>.txt`
    Transcript "transcript", "" at "candidates/documents/*.txt": transcripts, Vec of (TranscriptRecord, Body);
    /// `candidates/<election-id>/election.yaml`
    Election "election", "the election" at "candidates/*/election.yaml": elections, Vec of ElectionRecord;
    /// `candidates/<election-id>/<area-slug>.yaml`
    Ballot "ballot", "the ballot" at "candidates/*/*.yaml": ballots, Vec of BallotRecord;
    /// `candidates/<election-id>/asks/<round>.yaml`
    Ask "ask", "the round" at "candidates/*/asks/*.yaml": asks, Vec of AskRecord;
    /// The front matter of `content/questions/<id>.md`
    Question "question", "the keys at the top of the question" at "content/questions/*.md": questions, Vec of (QuestionRecord, Body);
    /// The front matter of `content/pages/<id>.md`
    Page "page", "the keys at the top of the page" at "content/pages/*.md": pages, Vec of (PageRecord, Body);
    /// `content/glossary.yaml`
    Glossary "glossary", "the term" at "content/glossary.yaml": glossary, Option of GlossaryFile;
    /// `content/corrections.yaml`
    Corrections "corrections", "the correction" at "content/corrections.yaml": corrections, Option of CorrectionsFile;
    /// `content/events/<id>.yaml`
    Event "event", "the event" at "content/events/*.yaml": events, Vec of EventRecord;
    /// `content/accounts/<id>.yaml`
    Account "account", "the account" at "content/accounts/*.yaml": accounts, Vec of AccountRecord;
    /// `content/pledges/<id>.yaml`
    Pledge "pledge", "the pledge" at "content/pledges/*.yaml": pledges, Vec of PledgeRecord;
    /// The front matter of `content/letters/<id>.md`
    Letter "letter", "the keys at the top of the letter" at "content/letters/*.md": letters, Vec of (LetterRecord, Body);
    /// `content/reports/<id>.yaml`
    Report "report", "the report" at "content/reports/*.yaml": reports, Vec of ReportRecord;
    /// `content/data/<id>.yaml`
    Data "data", "" at "content/data/*.yaml": data, Vec of DataRecord;
    /// The front matter of `<folder>/<id>.md`, in the folder that `guides` names
    Guide "guide", "the keys at the top of the guide" at "*/*.md": guides, Vec of GuideText;
}

/// How a record without any key would be declared.
const NO_KEYS: Declared = Declared { name: "", meaning: "", own: &[], more: None };

/// The keys of the record in a file; none of a file that holds no record.
#[must_use]
pub fn declared_in(file: &str) -> &'static Declared {
    RecordKind::of(file).map_or(&NO_KEYS, RecordKind::declared)
}

impl RecordKind {
    /// What the file of a name holds; of two kinds, that whose files end as it does.
    #[must_use]
    pub fn of(file: &str) -> Option<Self> {
        let fits = |place: &str, exactly: bool| {
            let parts = || file.split('/').zip(place.split('/'));
            let part_fits = |(part, known): (&str, &str)| match known.split_once('*') {
                Some((_, ending)) => !exactly || part.ends_with(ending),
                None => part == known,
            };
            file.split('/').count() == place.split('/').count() && parts().all(part_fits)
        };
        let of = |exactly| Self::ALL.iter().copied().find(|kind| fits(kind.place(), exactly));
        of(true).or_else(|| of(false))
    }

    /// How the names of its files end.
    pub(super) fn ending(self) -> &'static str {
        self.place().rsplit_once('.').map_or("", |(_, ending)| ending)
    }
}

/// The folders at the top of every site in which no records are shown.
const OTHER_FOLDERS: &[&str] = &[
    "compare",
    "find",
    "for-candidates",
    "leaflets",
    "method",
    "about",
    "privacy",
    "accessibility",
    "complaints",
    "guides",
    "pictures",
    "static",
    "timeline",
];

/// Whether a site keeps the folder of this name for a kind of record or a page of its own, so that no election can have it.
#[must_use]
pub fn is_site_folder(name: &str) -> bool {
    let of_kind = |kind: &RecordKind| {
        let place = kind.place().split('/').nth(1);
        place.and_then(|place| place.split('.').next()) == Some(name)
    };
    OTHER_FOLDERS.contains(&name) || RecordKind::ALL.iter().any(of_kind)
}

/// A place for the records of a kind: for one, or for several.
trait Hold<T> {
    fn put(&mut self, one: T);
}

impl<T> Hold<T> for Option<T> {
    fn put(&mut self, one: T) {
        *self = Some(one);
    }
}

impl<T> Hold<T> for Vec<T> {
    fn put(&mut self, one: T) {
        self.push(one);
    }
}

/// What stands in one file.
trait FromFile: Sized {
    /// What its keys look like.
    const SHAPE: &'static Shape;

    fn read(source: &SourceText, found: &mut Diagnostics) -> Option<(Self, Broken)>;

    fn tell(&mut self, teller: &mut dyn Teller);
}

impl<T: RecordValue> FromFile for T {
    const SHAPE: &'static Shape = T::SHAPE;

    fn read(source: &SourceText, found: &mut Diagnostics) -> Option<(Self, Broken)> {
        read(source, &source.text, found)
    }

    fn tell(&mut self, teller: &mut dyn Teller) {
        self.tell(Told::Nothing, Pos::START, teller);
    }
}

impl<T: RecordValue> FromFile for (T, Body) {
    const SHAPE: &'static Shape = T::SHAPE;

    fn read(source: &SourceText, found: &mut Diagnostics) -> Option<(Self, Broken)> {
        let (yaml, body) = front_matter::split_off(source, found)?;
        let (record, broken) = read(source, yaml, found)?;
        (!leftovers::comments(&body, found)).then_some(((record, body), broken))
    }

    fn tell(&mut self, teller: &mut dyn Teller) {
        self.0.tell(Told::Nothing, Pos::START, teller);
        teller.body(&mut self.1);
    }
}

impl FromFile for GuideText {
    const SHAPE: &'static Shape = <GuideRecord as RecordValue>::SHAPE;

    fn read(source: &SourceText, found: &mut Diagnostics) -> Option<(Self, Broken)> {
        let (yaml, body) = front_matter::of_guide(source);
        let (record, broken) = read(source, yaml, found)?;
        Some((Self::of(record, body), broken))
    }

    fn tell(&mut self, teller: &mut dyn Teller) {
        RecordValue::tell(&mut self.record, Told::Nothing, Pos::START, teller);
        teller.body(&mut self.body);
    }
}

fn in_file<T>(source: &SourceText, (record, broken): (T, Broken)) -> InFile<T> {
    InFile { file: source.file.clone(), record, broken }
}

/// Reads the translation of a page, question or guide.
pub(super) fn translated(kind: RecordKind, source: &SourceText, found: &mut Diagnostics) -> Option<Entry> {
    let (of, language) = files::translation(&source.file)?;
    let is_guide = kind == RecordKind::Guide;
    let (yaml, body) = if is_guide { front_matter::of_guide(source) } else { front_matter::split_off(source, found)? };
    let (texts, broken) = read_within(source, yaml, kind.declared(), found)?;
    let page = TranslatedPage { of, language, texts, body };
    (is_guide || !leftovers::comments(&page.body, found)).then(|| Entry::Translated(in_file(source, (page, broken))))
}
