use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::atoms::{MadeFrom, PageText, Show, Text, WebUrl, Words as _, join_pages};
use crate::country::{Patterns, Personal};
use crate::diagnostic::Failure;
use crate::edit::{self, FileChange, Value};
use crate::leaflets::store::{FileKind, Store, sha256};
use crate::leaflets::text::{ReadText, Reader, Unread};
use crate::load::Foreign;
use crate::model::{Document, DocumentFile};

/// From how many pages on only sentences are published, unless somebody writes otherwise.
const LONG: usize = 9;

/// A photograph, scan or PDF of a document.
const FILE: Foreign = Foreign { kind: "file", largest: 50_000_000, if_larger: "save it smaller" };

/// What makes texts.
pub(super) struct Desk<'d> {
    pub(super) root: &'d Path,
    pub(super) store: Store,
    pub(super) reader: Reader,
    pub(super) patterns: &'static Patterns,
    pub(super) again: bool,
    pub(super) date: Date,
}

/// What became of one document.
pub(super) enum Made {
    /// Its text was made: how many pages could be read, of how many, and what is to be said of it.
    Text { read: usize, pages: usize, said: Vec<String>, wants: bool },
    /// Nothing in it could be read, and why.
    Nothing { said: Vec<String>, wants: bool },
    /// It has a text already.
    There,
    /// It has a text, but its files are others than those from which that was made.
    Outdated,
    /// It has neither files nor an address.
    NoFiles,
    /// A file was not fetched yet.
    NotFetched(String),
}

/// A file of a document, with its bytes.
struct Source {
    bytes: Vec<u8>,
    sha256: String,
    /// `file` or `url`, and which.
    from: (&'static str, String),
}

impl Made {
    /// Whether something was missing, so that it can be tried again.
    pub(super) fn wants(&self) -> bool {
        matches!(self, Self::NotFetched(_) | Self::Text { wants: true, .. } | Self::Nothing { wants: true, .. })
    }

    /// Whether nothing was done, and nothing is to be done.
    pub(super) fn is_idle(&self) -> bool {
        matches!(self, Self::There | Self::NoFiles | Self::NotFetched(_))
    }

    pub(super) fn is_trouble(&self) -> bool {
        matches!(self, Self::NotFetched(_) | Self::Nothing { .. } | Self::Outdated)
    }

    pub(super) fn lines(&self) -> Vec<String> {
        let first = match self {
            Self::Text { read: 1, pages: 1, .. } => "read its page".to_owned(),
            Self::Text { read, pages, .. } if read == pages => format!("read its {pages} pages"),
            Self::Text { read, pages, .. } => format!("read {read} of its {pages} pages"),
            Self::Nothing { .. } => "nothing in it could be read".to_owned(),
            Self::There => "it has a text already".to_owned(),
            Self::Outdated => {
                "its files have changed since its text was made, which somebody has touched; compare them, or move the text away and run this again".to_owned()
            }
            Self::NoFiles => "it has neither files nor an address".to_owned(),
            Self::NotFetched(what) => what.clone(),
        };
        let said = match self {
            Self::Text { said, .. } | Self::Nothing { said, .. } => said.as_slice(),
            _ => &[],
        };
        std::iter::once(first).chain(said.iter().cloned()).collect()
    }
}

impl Desk<'_> {
    /// Makes the text of a document, unless it has one that stays.
    pub(super) fn make(&self, document: &Document) -> Result<Made, Failure> {
        let sources = match self.sources(document)? {
            Ok(sources) if sources.is_empty() => return Ok(Made::NoFiles),
            Ok(sources) => sources,
            // Who has a text does not need its files.
            Err(_) if document.transcript.is_some() => return Ok(Made::There),
            Err(missing) => return Ok(Made::NotFetched(missing)),
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
                return Ok(if same { Made::There } else { Made::Outdated });
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
            return Ok(Made::Nothing { said: said(&read), wants });
        }
        self.write(document, name, before, &sources, read)
    }

    fn write(
        &self,
        document: &Document,
        name: PathBuf,
        before: Option<String>,
        sources: &[Source],
        read: ReadText,
    ) -> Result<Made, Failure> {
        let mut said = said(&read);
        let wants = read.unread.iter().any(|(_, why)| why.for_want_of_a_program());
        let made_from = read.made_from.unwrap_or(MadeFrom::Hand);
        let (pages, taken) = redacted(read.pages, self.patterns);
        said.extend(left_out(&taken, self.patterns));
        let after = format!("{}{}", self.front_matter(made_from, sources, pages.len()), join_pages(&pages));
        self.store.wrote(document.id.as_str(), &sha256(after.as_bytes()))?;
        let change = FileChange { path: name, before, after };
        edit::write_files(self.root, &[vec![change]], &|| ()).map_err(|error| error.failure)?;
        let read = pages.iter().filter(|page| page.is_readable()).count();
        Ok(Made::Text { read, pages: pages.len(), said, wants })
    }

    /// The files of a document with their bytes, or which of them is not there yet.
    fn sources(&self, document: &Document) -> Result<Result<Vec<Source>, String>, Failure> {
        let mut sources = Vec::new();
        let own = document.url.iter().filter(|_| document.files.is_empty()).map(|url| (None, Some(url.value.as_str())));
        let named = document
            .files
            .iter()
            .map(|DocumentFile { name, url, .. }| (name.as_ref(), url.as_ref().map(WebUrl::as_str)));
        for (name, url) in named.chain(own) {
            let (bytes, from) = match (name, url) {
                (Some(name), _) => {
                    let path = self.root.join("content/documents").join(name.as_str());
                    (FILE.read(&path)?, ("file", name.to_string()))
                }
                (None, Some(url)) => match self.store.latest(url) {
                    Some(provenance) => (self.store.bytes(&provenance.sha256)?, ("url", url.to_owned())),
                    None => {
                        return Ok(Err(format!("{url} is not in the store yet; run “hustings fetch {}”", document.id)));
                    }
                },
                (None, None) => continue,
            };
            sources.push(Source { sha256: sha256(&bytes), bytes, from });
        }
        Ok(Ok(sources))
    }

    /// The words of all files, one after another.
    fn read(&self, sources: &[Source]) -> ReadText {
        let mut all = ReadText::default();
        for source in sources {
            let read = match FileKind::of(&source.bytes) {
                Some(kind) => self.reader.read(&source.bytes, kind),
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

    fn front_matter(&self, made_from: MadeFrom, sources: &[Source], pages: usize) -> String {
        let show = if pages < LONG { Show::Whole } else { Show::Mentions };
        let sources = sources.iter().map(|Source { sha256, from: (key, value), .. }| {
            format!("  - sha256: {sha256}\n    {key}: {}\n", Value::text(value.as_str()).to_block())
        });
        let sources: String = sources.collect();
        format!(
            "---\nmade_from: {}\ndate: {}\nshow: {}\nsources:\n{sources}---\n",
            made_from.word(),
            self.date,
            show.word()
        )
    }
}

/// The pages without people's contact details, and what was taken out.
fn redacted(pages: Vec<PageText>, patterns: &Patterns) -> (Vec<PageText>, Vec<Personal>) {
    let mut all = Vec::new();
    let pages = pages.into_iter().map(|page| {
        let (text, taken) = patterns.redact(&page.text);
        all.extend(taken.into_iter().map(|(kind, _)| kind));
        PageText { text: text.into_owned(), ..page }
    });
    (pages.collect(), all)
}

fn left_out(taken: &[Personal], patterns: &Patterns) -> Option<String> {
    let mut counts = BTreeMap::<Personal, usize>::new();
    taken.iter().for_each(|kind| *counts.entry(*kind).or_default() += 1);
    let parts: Vec<String> = counts
        .into_iter()
        .map(
            |(kind, n)| {
                if n == 1 { patterns.what(kind).to_owned() } else { format!("{} ({n} times)", patterns.what(kind)) }
            },
        )
        .collect();
    (!parts.is_empty()).then(|| format!("left out what looks like {}", parts.join(", ")))
}

fn said(read: &ReadText) -> Vec<String> {
    let line = |(page, why): &(Option<usize>, Unread)| match page {
        Some(page) => format!("page {page} {why}"),
        None => format!("it {why}"),
    };
    read.unread.iter().map(line).collect()
}
