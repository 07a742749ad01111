use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::str::FromStr;

use walkdir::{DirEntry, WalkDir};

use super::litter::Litter;
use super::source::{LARGEST, LARGEST_TABLE};
use super::{RecordKind, SITE_FILE, stray};
use crate::atoms::{DataKind, LanguageTag, Malformed, OriginalName, PictureName, Slug, Words};
use crate::diagnostic::{Code, Diagnostics, Failure, FileName, Pos};

/// What a file of the site holds, told by its name alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ListedKind {
    Record(RecordKind),
    /// A page, question or guide in a further language.
    Translated(RecordKind),
    /// An imported table.
    Table,
    /// A file of a document, in which no record stands.
    Original,
    /// A picture of the site's own.
    Picture,
}

impl ListedKind {
    /// The largest file of this kind that is read, in bytes.
    pub(super) fn largest(self) -> u64 {
        match self {
            Self::Table => LARGEST_TABLE,
            _ => LARGEST,
        }
    }
}

/// A file to be read.
#[derive(Debug)]
pub(super) struct ListedFile {
    pub(super) file: FileName,
    pub(super) kind: ListedKind,
}

/// The files of a site.
#[derive(Debug)]
pub(super) struct Listing {
    /// The site's own.
    pub(super) site: ListedFile,
    /// The others to be read.
    pub(super) files: Vec<ListedFile>,
    /// The files of documents, which are no records.
    pub(super) originals: Vec<FileName>,
    /// The site's own pictures.
    pub(super) pictures: Vec<FileName>,
    /// The names that misnamed files should have: what stands in them is not read.
    pub(super) misnamed: Vec<FileName>,
    /// What programs left beside the records, which is passed over.
    pub(super) litter: Vec<FileName>,
}

/// Lists the files of a site, sorted by name, so that nothing depends on the order of a folder; with those that are
/// only proposed, and without those that are taken to be gone.
pub(super) fn list(
    root: &Path,
    proposed: &BTreeMap<FileName, String>,
    missing: &BTreeSet<FileName>,
    found: &mut Diagnostics,
) -> Result<Listing, Failure> {
    if !root.join(SITE_FILE).is_file() {
        let help = "go to a site's folder, name it with -C, or make one with “hustings init FOLDER”";
        return Err(Failure::at(root, "there is no site in", format!("it has no {SITE_FILE}"), help));
    }
    let site = ListedFile { file: SITE_FILE.into(), kind: ListedKind::Record(RecordKind::Site) };
    let mut listing =
        Listing { site, files: vec![], originals: vec![], pictures: vec![], misnamed: vec![], litter: vec![] };
    for folder in ["candidates", "content"] {
        let path = root.join(folder);
        let new =
            proposed.keys().filter(|name| Path::new(&***name).starts_with(folder) && !root.join(&***name).exists());
        let new: Vec<FileName> = new.cloned().collect();
        if path.is_dir() || !new.is_empty() {
            walk(root, folder, new, &mut listing, found)?;
        } else if path.exists() {
            stray(&folder.into(), "this is a file, but it should be a folder of records", "move it away", found);
        }
    }
    listing.files.retain(|listed| !missing.contains(&listed.file));
    know_translations(&mut listing.files);
    Ok(listing)
}

/// Tells pages, questions and guides in further languages from pages of their own: they stand beside the one of which they
/// are the translation.
fn know_translations(files: &mut [ListedFile]) {
    let names: BTreeSet<FileName> = files.iter().map(|listed| listed.file.clone()).collect();
    for listed in files {
        if let ListedKind::Record(kind) = listed.kind
            && translation(&listed.file).is_some_and(|(first, _)| names.contains(&first))
        {
            listed.kind = ListedKind::Translated(kind);
        }
    }
}

/// The file of which a file would be the translation, and its language: `about.md` and `cy` of `about.cy.md`.
pub(super) fn translation(file: &str) -> Option<(FileName, LanguageTag)> {
    let (first, tag) = file.strip_suffix(".md")?.rsplit_once('.')?;
    Some((format!("{first}.md").into(), tag.parse().ok()?))
}

fn walk(
    root: &Path,
    folder: &str,
    new: Vec<FileName>,
    listing: &mut Listing,
    found: &mut Diagnostics,
) -> Result<(), Failure> {
    let mut entries: Vec<(FileName, bool)> = Vec::new();
    let mut names = FileNames::default();
    let top = root.join(folder);
    let walk = WalkDir::new(&top).sort_by_file_name().into_iter().filter_entry(|entry| {
        let (keep, left) = judged(entry);
        listing.litter.extend(left.then(|| relative(entry.path(), root)));
        keep
    });
    for entry in top.is_dir().then_some(walk).into_iter().flatten() {
        let entry = entry.map_err(|e| unreadable(root, &e))?;
        if !entry.file_type().is_dir() {
            let name = relative(entry.path(), root);
            names.add(&name);
            entries.push((name, entry.file_type().is_file()));
        }
    }
    if !new.is_empty() {
        new.iter().for_each(|name| names.add(name));
        entries.extend(new.into_iter().map(|name| (name, true)));
        entries.sort_by(|(a, _), (b, _)| a.split('/').cmp(b.split('/')));
    }
    for (name, is_file) in entries {
        if let Some(of) = copy_of(&name, &names) {
            stray_copy(&name, &of, found);
            continue;
        }
        match kind_of(&name) {
            Ok(ListedKind::Original) if is_file => listing.originals.push(name),
            Ok(ListedKind::Picture) if is_file => listing.pictures.push(name),
            Ok(kind) if is_file => listing.files.push(ListedFile { file: name, kind }),
            Ok(_) => {
                stray(&name, NOT_PLAIN.0, NOT_PLAIN.1, found);
                listing.misnamed.push(name);
            }
            Err(Stray { why, remedy }) => {
                let (help, meant) = remedy.told(&name, &mut names);
                stray(&name, &why, &help, found);
                listing.misnamed.extend(meant);
            }
        }
    }
    Ok(())
}

/// Lists the guides in a folder of a site: the Markdown files that lie in it. Whatever else is there is nothing to us.
pub(super) fn guides(
    root: &Path,
    folder: &str,
    litter: &mut Vec<FileName>,
    found: &mut Diagnostics,
) -> Result<Vec<ListedFile>, Failure> {
    let mut names = FileNames::default();
    let mut entries = Vec::new();
    for entry in WalkDir::new(root.join(folder)).min_depth(1).max_depth(1).sort_by_file_name() {
        let entry = entry.map_err(|e| unreadable(root, &e))?;
        let (keep, left) = judged(&entry);
        let name = relative(entry.path(), root);
        litter.extend(left.then(|| name.clone()));
        if keep && !entry.file_type().is_dir() && name.to_lowercase().ends_with(".md") {
            names.add(&name);
            entries.push((name, entry.file_type().is_file()));
        }
    }
    let mut guides = Vec::new();
    for (name, is_file) in entries {
        if let Some(of) = copy_of(&name, &names) {
            stray_copy(&name, &of, found);
            continue;
        }
        match named_well(&name, RecordKind::Guide.ending()) {
            Ok(()) if is_file => {
                guides.push(ListedFile { file: name, kind: ListedKind::Record(RecordKind::Guide) });
            }
            Ok(()) => stray(&name, NOT_PLAIN.0, NOT_PLAIN.1, found),
            Err(Stray { why, remedy }) => stray(&name, &why, &remedy.told(&name, &mut names).0, found),
        }
    }
    know_translations(&mut guides);
    Ok(guides)
}

/// What is wrong with a link in the place of a record, and what to do about it.
const NOT_PLAIN: (&str, &str) = ("this is not a plain file", "put the record itself here, not a link to it");

fn unreadable(root: &Path, error: &walkdir::Error) -> Failure {
    let path = error.path().unwrap_or(root).to_path_buf();
    Failure::at(path, "cannot read", error, "check that the folder exists and that you may read it")
}

fn relative(path: &Path, root: &Path) -> FileName {
    path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/").into()
}

/// Whether a file or folder is looked at; and if not, whether anybody should hear of it.
fn judged(entry: &DirEntry) -> (bool, bool) {
    let name = entry.file_name().to_string_lossy();
    // A folder is an election's, whatever it is called.
    let election = entry.file_type().is_dir() && !name.contains('.') && Slug::from_str(&name).is_ok();
    match Litter::of(&name) {
        _ if entry.depth() == 0 || election => (true, false),
        _ if name.starts_with("README") => (false, false),
        Some(Litter::Hidden) => (false, false),
        Some(Litter::Left) => (false, true),
        Some(Litter::Copy { .. }) | None => (true, false),
    }
}

/// The names of files that are there or promised to one, and how many have each, on a file system that takes small and
/// capital letters for the same.
#[derive(Default)]
struct FileNames(BTreeMap<String, usize>);

impl FileNames {
    fn add(&mut self, name: &str) {
        *self.0.entry(name.to_lowercase()).or_default() += 1;
    }

    /// Whether a file of this name is there, or promised.
    fn has(&self, name: &str) -> bool {
        self.0.contains_key(&name.to_lowercase())
    }

    /// Promises a name to a file; false when another has it already.
    fn promise(&mut self, name: &str, to: &str) -> bool {
        let own = usize::from(name.to_lowercase() == to.to_lowercase());
        let free = self.0.get(&name.to_lowercase()).is_none_or(|having| *having == own);
        if free {
            self.add(name);
        }
        free
    }
}

/// The file beside it of which a file is a copy.
fn copy_of(file: &str, names: &FileNames) -> Option<FileName> {
    let (folder, name) = file.rsplit_once('/')?;
    let Some(Litter::Copy { of, conflict }) = Litter::of(name) else { return None };
    // A photograph with a number behind its name is the next page rather than the same one.
    let copy = conflict || folder != "content/documents";
    let of: FileName = format!("{folder}/{of}").into();
    (copy && names.has(&of)).then_some(of)
}

/// Reports a copy that nothing reads.
fn stray_copy(file: &FileName, of: &str, found: &mut Diagnostics) {
    let message = format!("this looks like a copy of {of}, and nothing reads it");
    let help =
        "compare the two, write what is missing into the other, then delete this one; nothing of it is published";
    found.push(Code::StrayCopy, file, Pos::START, message, help);
}

/// Why nothing reads a file.
struct Stray {
    why: String,
    remedy: Remedy,
}

/// What to do about a file that nothing reads.
enum Remedy {
    /// Give it this name, in its folder.
    Rename { to: String, or: &'static str },
    /// Something else.
    Do(String),
}

impl Remedy {
    /// What to tell the author, and the name that the file should have when it can have it.
    fn told(self, file: &str, names: &mut FileNames) -> (String, Option<FileName>) {
        let (to, or) = match self {
            Self::Rename { to, or } => (to, or),
            Self::Do(help) => return (help, None),
        };
        let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
        let meant = format!("{folder}/{to}");
        if !names.promise(&meant, file) {
            let help = format!(
                "the name that it should have, {to}, is taken: compare the two, then give this one a name that is free, move it away or delete it"
            );
            return (help, None);
        }
        (format!("rename it to {to}{or}"), Some(meant.into()))
    }
}

fn kind_of(file: &str) -> Result<ListedKind, Stray> {
    if let Some(name) = file.strip_prefix("content/documents/").filter(|name| !name.contains('/')) {
        return named_as(name, ListedKind::Original, OriginalName::near(name));
    }
    if let Some(name) = file.strip_prefix("content/pictures/").filter(|name| !name.contains('/')) {
        return named_as(name, ListedKind::Picture, PictureName::near(name));
    }
    let Some(kind) = RecordKind::of(file).filter(|kind| *kind != RecordKind::Guide) else {
        let help = "move it out of candidates/ and content/, or see docs/record-format.md for where records live";
        return Err(Stray {
            why: "nothing reads a file of this name in this place".to_owned(),
            remedy: Remedy::Do(help.to_owned()),
        });
    };
    let table = if kind == RecordKind::Data { table_ending(file) } else { None };
    named_well(file, table.unwrap_or(kind.ending()))?;
    Ok(if table.is_some() { ListedKind::Table } else { ListedKind::Record(kind) })
}

/// The ending of an imported table, whatever its letters' case; nothing when a file has none such.
fn table_ending(name: &str) -> Option<&'static str> {
    let (_, ending) = name.rsplit_once('.')?;
    DataKind::ALL.iter().map(|kind| kind.ending()).find(|known| known.eq_ignore_ascii_case(ending))
}

/// Whether a file in which no record stands is named as one that can be opened.
fn named_as<N: FromStr<Err = Malformed> + ToString>(
    name: &str,
    kind: ListedKind,
    near: Option<N>,
) -> Result<ListedKind, Stray> {
    name.parse::<N>().map(|_| kind).map_err(|malformed| Stray {
        why: malformed.what,
        remedy: match near {
            Some(near) => Remedy::Rename { to: near.to_string(), or: "" },
            None => Remedy::Do(malformed.help),
        },
    })
}

/// Whether a file's name is an id and the ending of its kind.
fn named_well(file: &str, ending: &str) -> Result<(), Stray> {
    let stem = stem(file);
    let present = file.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(_, ending)| ending);
    let rename = |or| Slug::near(stem).map(|near| Remedy::Rename { to: format!("{near}.{ending}"), or });
    if present != ending {
        let why = format!("files here end in .{ending}, but this one does not");
        let or = if present.eq_ignore_ascii_case(ending) { ", with a small ending" } else { ", or move it away" };
        let away = || Remedy::Do("move it away".to_owned());
        return Err(Stray { why, remedy: rename(or).unwrap_or_else(away) });
    }
    Slug::from_str(stem).map(drop).map_err(|malformed| Stray {
        why: format!("the file's name is the record's id: {}", malformed.what),
        remedy: rename("; names use only a–z, 0–9, “.” and “-”").unwrap_or(Remedy::Do(malformed.help)),
    })
}

/// A file's name without folder and ending.
pub(super) fn stem(file: &str) -> &str {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
