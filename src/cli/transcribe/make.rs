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
use crate::load::{Foreign, LARGEST};
use crate::model::{Document, DocumentFile};

/// From how many pages on only sentences are published, unless somebody writes otherwise.
const LONG: usize = 9;

/// By how much what stands before a text may change with the number of its pages, in bytes.
const MARGIN: usize = 100;
/// What the line that begins a page takes at most besides what it has in any case, in bytes.
const MARK: usize = 8;

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
    /// A file cannot be opened.
    NotOpened(String),
}

/// A file of a document, with its bytes.
struct Source {
    bytes: Vec<u8>,
    sha256: String,
    /// `file` or `url`, and which.
    from: (&'static str, String),
    /// What the server said of its kind and encoding.
    content_type: Option<String>,
}

impl Made {
    /// Whether something was missing, so that it can be tried again.
    pub(super) fn wants(&self) -> bool {
        matches!(
            self,
            Self::NotFetched(_)
                | Self::NotOpened(_)
                | Self::Text { wants: true, .. }
                | Self::Nothing { wants: true, .. }
        )
    }

    /// Whether nothing was done, and nothing is to be done.
    pub(super) fn is_idle(&self) -> bool {
        matches!(self, Self::There | Self::NoFiles | Self::NotFetched(_))
    }

    pub(super) fn is_trouble(&self) -> bool {
        matches!(self, Self::NotFetched(_) | Self::NotOpened(_) | Self::Nothing { .. } | Self::Outdated)
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
            Self::NotFetched(what) | Self::NotOpened(what) => what.clone(),
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
        let sources = match self.sources(document) {
            Ok(sources) if sources.is_empty() => return Ok(Made::NoFiles),
            Ok(sources) => sources,
            // Who has a text does not need its files.
            Err(Made::NotFetched(_)) if document.transcript.is_some() => return Ok(Made::There),
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
        let (mut pages, taken) = redacted(read.pages, self.patterns);
        said.extend(left_out(&taken, self.patterns));
        let room = LARGEST as usize - MARGIN - self.front_matter(made_from, sources, pages.len()).len();
        said.extend(cut(&mut pages, room));
        let after = format!("{}{}", self.front_matter(made_from, sources, pages.len()), join_pages(&pages));
        self.store.wrote(document.id.as_str(), &sha256(after.as_bytes()))?;
        let change = FileChange { path: name, before, after };
        edit::write_files(self.root, &[vec![change]], &|| ()).map_err(|error| error.failure)?;
        let read = pages.iter().filter(|page| page.is_readable()).count();
        Ok(Made::Text { read, pages: pages.len(), said, wants })
    }

    /// The files of a document with their bytes, or which of them is not there yet or cannot be opened.
    fn sources(&self, document: &Document) -> Result<Vec<Source>, Made> {
        let mut sources = Vec::new();
        let own = document.url.iter().filter(|_| document.files.is_empty()).map(|url| (None, Some(url.value.as_str())));
        let named = document
            .files
            .iter()
            .map(|DocumentFile { name, url, .. }| (name.as_ref(), url.as_ref().map(WebUrl::as_str)));
        for (name, url) in named.chain(own) {
            let (bytes, from, content_type) = match (name, url) {
                (Some(name), _) => {
                    let path = self.root.join("content/documents").join(name.as_str());
                    (FILE.read(&path), ("file", name.to_string()), None)
                }
                (None, Some(url)) => match self.store.latest(url) {
                    Some(mut provenance) => {
                        let content_type = provenance.headers.remove("content-type");
                        (self.store.bytes(&provenance.sha256), ("url", url.to_owned()), content_type)
                    }
                    None => {
                        let why = format!("{url} is not in the store yet; run “hustings fetch {}”", document.id);
                        return Err(Made::NotFetched(why));
                    }
                },
                (None, None) => continue,
            };
            let bytes = bytes.map_err(|why| Made::NotOpened(format!("{} cannot be opened: {why}", from.1)))?;
            sources.push(Source { sha256: sha256(&bytes), bytes, from, content_type });
        }
        Ok(sources)
    }

    /// The words of all files, one after another.
    fn read(&self, sources: &[Source]) -> ReadText {
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

/// Leaves out the pages that would make a text longer than one that can be loaded again, and says so.
fn cut(pages: &mut Vec<PageText>, room: usize) -> Option<String> {
    // A page as it will be written, with its number and the line that sets it apart.
    let size = |page: &PageText| join_pages(std::slice::from_ref(page)).len() + MARK;
    let mut sum = 0;
    let fit = pages.iter().take_while(|page| {
        sum += size(page);
        sum <= room
    });
    let (fit, all) = (fit.count(), pages.len());
    if fit == all {
        return None;
    }
    pages.truncate(fit.max(1));
    if fit > 0 {
        return Some(format!(
            "it is longer than a text may be ({LARGEST} bytes); these are the first {fit} of its {all} pages"
        ));
    }
    let page = &mut pages[0];
    let most = room.saturating_sub(size(page) - page.text.len());
    let end = page.text[..page.text.floor_char_boundary(most)].rfind(char::is_whitespace).unwrap_or_default();
    page.text.truncate(end);
    Some(format!("it is longer than a text may be ({LARGEST} bytes); this is the beginning of its first page"))
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
