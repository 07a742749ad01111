//! Takes documents of which there are files, gives their words as texts of the site. Never writes over what a person has
//! touched, and never asks the network.

mod made;
mod source;
mod text;

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use self::source::SourceFile;
use crate::atoms::{MadeFrom, PageText, Text};
use crate::country::Patterns;
use crate::diagnostic::Failure;
use crate::edit::FileChange;
use crate::leaflets::store::{FileKind, Store, sha256};
use crate::leaflets::text::{ReadText, Reader, Unread};
use crate::model::Document;

pub use made::MadeText;

/// What makes texts.
#[derive(Debug)]
pub struct Transcriber<'d> {
    /// The folder of the site.
    pub root: &'d Path,
    /// Where fetched files are.
    pub store: Store,
    /// What reads files.
    pub reader: Reader,
    /// What personal details look like in the site's country.
    pub patterns: &'static Patterns,
    /// Whether texts are made anew that nobody has touched.
    pub again: bool,
    /// The day that is written down.
    pub date: Date,
}

impl Transcriber<'_> {
    /// Makes the text of a document, unless it has one that stays.
    ///
    /// # Errors
    /// When a program cannot be begun, or the text cannot be written.
    pub fn make(&self, document: &Document) -> Result<MadeText, Failure> {
        let sources = match self.sources(document) {
            Ok(sources) if sources.is_empty() => return Ok(MadeText::NoFiles),
            Ok(sources) => sources,
            // Who has a text does not need its files.
            Err(MadeText::NotFetched(_)) if document.transcript.is_some() => return Ok(MadeText::There),
            Err(missing) => return Ok(missing),
        };
        let name = PathBuf::from(format!("candidates/documents/{}.txt", document.id));
        let before = fs::read_to_string(self.root.join(&name)).ok();
        if let Some(before) = &before {
            let touched = self.store.written(document.id.as_str()).as_deref() != Some(&sha256(before.as_bytes()));
            let known = document.transcript.as_ref().map(|transcript| &transcript.sources);
            let same = known.is_none_or(|known| {
                known.is_empty() || sources.iter().map(|s| s.sha256.as_str()).eq(known.iter().map(Text::as_str))
            });
            if touched || !self.again {
                return Ok(if same { MadeText::There } else { MadeText::Outdated });
            }
        }
        let read = self.read(&sources);
        // That says nothing of the document, and is not to be told of it.
        if let Some(why) = read.unread.iter().find_map(|(_, why)| why.not_begun()) {
            let help = "end other programs, or raise the limit of processes, and run it again";
            return Err(Failure::new(format!("cannot read {}", document.id), why, help));
        }
        if read.pages.is_empty() {
            let wants = read.unread.iter().any(|(_, why)| why.for_want_of_a_program());
            return Ok(MadeText::Nothing { said: text::said(&read), wants });
        }
        self.write(document, name, before, &sources, read)
    }

    fn write(
        &self,
        document: &Document,
        name: PathBuf,
        before: Option<String>,
        sources: &[SourceFile],
        read: ReadText,
    ) -> Result<MadeText, Failure> {
        let wants = read.unread.iter().any(|(_, why)| why.for_want_of_a_program());
        let (after, pages, said) = text::text(read, sources, self.date, self.patterns);
        self.store.wrote(document.id.as_str(), &sha256(after.as_bytes()))?;
        let change = FileChange { path: name, before, after };
        super::save(self.root, vec![change], &())?;
        let read = pages.iter().filter(|page| page.is_readable()).count();
        Ok(MadeText::Text { read, pages: pages.len(), said, wants })
    }

    /// The words of all files, one after another.
    fn read(&self, sources: &[SourceFile]) -> ReadText {
        let mut all = ReadText::default();
        for source in sources {
            let read = match FileKind::of(&source.bytes) {
                Some(kind) => self.reader.read(&source.bytes, kind, source.content_type.as_deref()),
                None => {
                    let why = "it is neither a PDF, a picture, a web page nor a text".to_owned();
                    ReadText { unread: vec![(None, Unread::Damaged(why))], ..ReadText::default() }
                }
            };
            let before = all.pages.len();
            // A file of which nothing could be read keeps its place among the others.
            let blank = read.pages.is_empty() && sources.len() > 1;
            let page_of = |page: Option<usize>| page.or(blank.then_some(1)).map(|page| page + before);
            all.unread.extend(read.unread.into_iter().map(|(page, why)| (page_of(page), why)));
            all.pages.extend(if blank { vec![PageText::default()] } else { read.pages });
            all.made_from = if read.made_from == Some(MadeFrom::Picture) {
                read.made_from
            } else {
                all.made_from.or(read.made_from)
            };
        }
        let nothing = all.pages.iter().all(|page| *page == PageText::default());
        if nothing {
            all.pages.clear();
        }
        all
    }
}
