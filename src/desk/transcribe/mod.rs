//! Takes documents of which there are files, gives their words as texts of the site. Never writes over what a person has
//! touched, and never asks the network.

mod made;
mod source;
mod text;

use std::fs;
use std::path::PathBuf;

use jiff::civil::Date;

use self::source::SourceFile;
use super::{NotDone, OpenSite, SoundChange};
use crate::atoms::{MadeFrom, PageText};
use crate::diagnostic::Failure;
use crate::edit::FileChange;
use crate::leaflets::store::{FileKind, Store, sha256};
use crate::leaflets::text::{FileReader, ReadText, Unread};
use crate::model::Document;

pub(crate) use made::MadeText;

/// What makes texts.
#[derive(Debug)]
pub(crate) struct Transcriber<'d> {
    /// The site.
    pub(crate) site: &'d OpenSite,
    /// Where fetched files are.
    pub(crate) store: Store,
    /// What reads files.
    pub(crate) reader: FileReader,
    /// Whether texts are made anew that nobody has touched.
    pub(crate) again: bool,
    /// The day that is written down.
    pub(crate) date: Date,
}

impl<'d> Transcriber<'d> {
    /// The texts that were made, as far as they bring no error into the site; of the others it is told why.
    pub(crate) fn propose(&self, made: &mut [(&Document, MadeText)]) -> Result<SoundChange<'d>, NotDone> {
        let files = made.iter().filter_map(|(_, made)| made.file().cloned());
        let (change, refused) = self.site.propose_each(files.collect())?;
        for (_, made) in made {
            if let Some(why) = made.file().and_then(|file| refused.get(&file.path)) {
                *made = MadeText::Refused(why.clone());
            }
        }
        Ok(change)
    }

    /// Writes down that nobody has touched these texts yet, so that they may be made anew.
    pub(crate) fn untouched(&self, made: &[(&Document, MadeText)]) -> Result<(), Failure> {
        let new = made.iter().filter_map(|(document, made)| Some((document, made.file()?)));
        new.into_iter()
            .try_for_each(|(document, file)| self.store.wrote(document.id.as_str(), &sha256(file.after.as_bytes())))
    }

    /// Makes the text of a document, unless it has one that stays.
    pub(crate) fn make(&self, document: &Document) -> Result<MadeText, Failure> {
        let sources = match self.sources(document) {
            Ok(sources) if sources.is_empty() => return Ok(MadeText::NoFiles),
            Ok(sources) => sources,
            // Who has a text does not need its files.
            Err(MadeText::NotFetched(_)) if document.transcript.is_some() => return Ok(MadeText::There),
            Err(missing) => return Ok(missing),
        };
        let name = PathBuf::from(format!("candidates/documents/{}.txt", document.id));
        let before = fs::read_to_string(self.site.root.join(&name)).ok();
        if let Some(before) = &before {
            let touched = self.store.written(document.id.as_str()).as_deref() != Some(&sha256(before.as_bytes()));
            let known = document.transcript.as_ref().map(|transcript| &transcript.sources);
            let same = known.is_none_or(|known| {
                known.is_empty()
                    || sources.iter().map(|s| s.sha256.as_str()).eq(known.iter().map(|source| source.sha256.as_str()))
            });
            if touched || !self.again {
                return Ok(if same { MadeText::There } else { MadeText::Outdated });
            }
        }
        let read = self.read(&sources);
        // That says nothing of the document, and is not to be told of it.
        if let Some(why) = read.unread.iter().find_map(|(_, why)| why.not_begun()) {
            let help = "close other programs, or raise the limit of processes, and run it again";
            return Err(Failure::new(format!("cannot read {}", document.id), why, help));
        }
        if read.pages.is_empty() {
            let wants = read.unread.iter().any(|(_, why)| why.for_want_of_a_program());
            return Ok(MadeText::Nothing { said: text::said(&read), wants });
        }
        Ok(self.text(name, before, &sources, read))
    }

    fn text(&self, path: PathBuf, before: Option<String>, sources: &[SourceFile], read: ReadText) -> MadeText {
        let wants = read.unread.iter().any(|(_, why)| why.for_want_of_a_program());
        let (after, pages, said) = text::text(read, sources, self.date, self.site.patterns());
        let read = pages.iter().filter(|page| page.is_readable()).count();
        MadeText::Text { read, pages: pages.len(), said, wants, file: FileChange { path, before, after } }
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
