use std::collections::BTreeSet;
use std::path::Path;
use std::str::FromStr;

use walkdir::{DirEntry, WalkDir};

use super::source::{LARGEST, LARGEST_TABLE};
use super::{SITE_FILE, stray};
use crate::atoms::{DataKind, LanguageTag, Malformed, OriginalName, Slug, Words, slug_of};
use crate::diagnostic::{Diagnostics, Failure, FileName};

/// What a file of the site holds, told by its name alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Site,
    Party,
    Document,
    Transcript,
    Original,
    Election,
    Ballot,
    Ask,
    Question,
    Page,
    /// A page or question in a further language.
    Translated,
    Glossary,
    Corrections,
    Data,
    Table,
}

impl Kind {
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
pub(super) struct Listed {
    pub(super) file: FileName,
    pub(super) kind: Kind,
}

/// The files of a site.
#[derive(Debug)]
pub(super) struct Listing {
    /// Those to be read.
    pub(super) files: Vec<Listed>,
    /// The files of documents, which are no records.
    pub(super) originals: Vec<FileName>,
    /// The names that misnamed files should have: what stands in them is not read.
    pub(super) misnamed: Vec<FileName>,
}

/// Lists the files of a site, sorted by name, so that nothing depends on the order of a folder.
pub(super) fn list(root: &Path, found: &mut Diagnostics) -> Result<Listing, Failure> {
    if !root.join(SITE_FILE).is_file() {
        let help = "go to a site's folder, name it with -C, or make one with “hustings init FOLDER”";
        return Err(Failure::at(root, "there is no site in", format!("it holds no {SITE_FILE}"), help));
    }
    let site = Listed { file: SITE_FILE.into(), kind: Kind::Site };
    let mut listing = Listing { files: vec![site], originals: Vec::new(), misnamed: Vec::new() };
    for folder in ["candidates", "content"] {
        let path = root.join(folder);
        if path.is_dir() {
            walk(root, folder, &mut listing, found)?;
        } else if path.exists() {
            stray(&folder.into(), "this is a file, and a folder of records belongs here", "move it away", found);
        }
    }
    know_translations(&mut listing.files);
    Ok(listing)
}

/// Tells pages and questions in further languages from pages of their own: they stand beside the one of which they
/// are the translation.
fn know_translations(files: &mut [Listed]) {
    let names: BTreeSet<FileName> = files.iter().map(|listed| listed.file.clone()).collect();
    for listed in files {
        if translation(&listed.file).is_some_and(|(first, _)| names.contains(&first)) {
            listed.kind = Kind::Translated;
        }
    }
}

/// The file of which a file would be the translation, and its language: `about.md` and `cy` of `about.cy.md`.
pub(super) fn translation(file: &str) -> Option<(FileName, LanguageTag)> {
    let (first, tag) = file.strip_suffix(".md")?.rsplit_once('.')?;
    Some((format!("{first}.md").into(), tag.parse().ok()?))
}

fn walk(root: &Path, folder: &str, listing: &mut Listing, found: &mut Diagnostics) -> Result<(), Failure> {
    let entries = WalkDir::new(root.join(folder)).sort_by_file_name().into_iter().filter_entry(|e| !is_hidden(e));
    for entry in entries {
        let entry = entry.map_err(|e| {
            let path = e.path().unwrap_or(root).to_path_buf();
            Failure::at(path, "cannot read", e, "check that the folder exists and that you may read it")
        })?;
        if entry.file_type().is_dir() {
            continue;
        }
        let relative = entry.path().strip_prefix(root).unwrap_or(entry.path());
        let name: FileName = relative.to_string_lossy().replace('\\', "/").into();
        match kind_of(&name) {
            Ok(Kind::Original) if entry.file_type().is_file() => listing.originals.push(name),
            Ok(kind) if entry.file_type().is_file() => listing.files.push(Listed { file: name, kind }),
            Ok(_) => {
                stray(&name, "this is no plain file", "put the record itself here, not a link to it", found);
                listing.misnamed.push(name);
            }
            Err(Stray { why, help, meant }) => {
                stray(&name, &why, &help, found);
                listing.misnamed.extend(meant);
            }
        }
    }
    Ok(())
}

/// Files and folders that editors, systems and people keep beside records.
fn is_hidden(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let litter = ["~", ".bak", ".orig", ".swp"].iter().any(|ending| name.ends_with(ending));
    litter || name.starts_with('.') || name.starts_with("README") || name == "Thumbs.db" || name == "desktop.ini"
}

/// Why nothing reads a file.
struct Stray {
    why: String,
    help: String,
    /// The name that it should have, when that can be told.
    meant: Option<FileName>,
}

fn kind_of(file: &str) -> Result<Kind, Stray> {
    let parts: Vec<&str> = file.split('/').collect();
    let (kind, ending) = match parts[..] {
        ["content", "documents", name] => return original(name),
        ["candidates", "documents", name] if name.ends_with(".txt") => (Kind::Transcript, "txt"),
        ["candidates", "parties", _] => (Kind::Party, "yaml"),
        ["candidates", "documents", _] => (Kind::Document, "yaml"),
        ["candidates", _, "election.yaml"] => (Kind::Election, "yaml"),
        ["candidates", _, _] => (Kind::Ballot, "yaml"),
        ["candidates", _, "asks", _] => (Kind::Ask, "yaml"),
        ["content", "questions", _] => (Kind::Question, "md"),
        ["content", "pages", _] => (Kind::Page, "md"),
        ["content", "glossary.yaml"] => (Kind::Glossary, "yaml"),
        ["content", "corrections.yaml"] => (Kind::Corrections, "yaml"),
        ["content", "data", name] => match table_ending(name) {
            Some(ending) => (Kind::Table, ending),
            None => (Kind::Data, "yaml"),
        },
        _ => {
            return Err(Stray {
                why: "nothing reads a file of this name in this place".to_owned(),
                help: "move it out of candidates/ and content/, or see docs/record-format.md for where records live"
                    .to_owned(),
                meant: None,
            });
        }
    };
    named_well(file, ending).map(|()| kind)
}

/// The ending of an imported table, whatever its letters' case; nothing when a file has none such.
fn table_ending(name: &str) -> Option<&'static str> {
    let (_, ending) = name.rsplit_once('.')?;
    DataKind::ALL.iter().map(|kind| kind.ending()).find(|known| known.eq_ignore_ascii_case(ending))
}

/// Whether a file of a document is named as one that can be read.
fn original(name: &str) -> Result<Kind, Stray> {
    let stray = |malformed: Malformed| Stray { why: malformed.what, help: malformed.help, meant: None };
    name.parse::<OriginalName>().map(|_| Kind::Original).map_err(stray)
}

/// Whether a file's name is an id and the ending of its kind.
fn named_well(file: &str, ending: &str) -> Result<(), Stray> {
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    let named = |stem: &str| format!("{stem}.{ending}");
    let slug = stem(file).parse().ok().or_else(|| slug_of(stem(file)));
    let meant = slug.map(|slug: Slug| format!("{folder}/{}", named(slug.as_str())).into());
    let present = file.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(_, ending)| ending);
    if present != ending {
        let why = format!("files here end in .{ending}, and this one does not");
        let rename = match present.eq_ignore_ascii_case(ending) {
            true => format!("write the ending in small letters: {}", named(stem(file))),
            false => format!("rename it to {}, or move it away", named(stem(file))),
        };
        return Err(Stray { why, help: rename, meant });
    }
    Slug::from_str(stem(file)).map(drop).map_err(|malformed| Stray {
        why: format!("the file's name is the record's id: {}", malformed.what),
        help: malformed.help,
        meant,
    })
}

/// A file's name without folder and ending.
pub(super) fn stem(file: &str) -> &str {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
