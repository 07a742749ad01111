use std::collections::{BTreeMap, BTreeSet};
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Once};
use std::time::SystemTime;

use jiff::civil::Date;
use walkdir::{DirEntry, WalkDir};

use super::day::day_of_act;
use super::{NotDone, documents};
use crate::check::{check, look, patterns};
use crate::country::Patterns;
use crate::diagnostic::{Diagnostic, Diagnostics, Failure, FileName, Severity, Sources};
use crate::load::{Loaded, Reader, RecordKind, SITE_FILE};
use crate::model::{Campaign, Document, Overrides, model};

/// A site whose records lie open on the desk, as they are today, whatever is wrong with them.
#[derive(Debug)]
pub struct OpenSite {
    /// Its folder.
    pub root: PathBuf,
    pub(super) today: Date,
    now: Looked,
    /// How its files were when it was opened.
    state: FileStates,
    /// Whether what killed runs left half-written is gone.
    pub(super) swept: Once,
    /// Whether it is told what is wrong with it in any case.
    pub(super) noted: Once,
}

/// What the records of a site amount to.
#[derive(Debug)]
pub(super) struct Looked {
    campaign: Option<Campaign>,
    found: Diagnostics,
    /// What a look over the texts found.
    seen: Diagnostics,
    pub(super) sources: Sources,
    patterns: &'static Patterns,
    files: Vec<(RecordKind, FileName)>,
    /// Pages and questions in further languages, each after that of which it is the translation.
    translated: Vec<(FileName, FileName)>,
}

/// Size and time of all files of records, by which it is seen that one has changed.
#[derive(Debug, PartialEq, Eq)]
struct FileStates(BTreeMap<PathBuf, (u64, Option<SystemTime>)>);

impl FileStates {
    fn of(root: &Path) -> Self {
        let parts = [SITE_FILE, "candidates", "content"].map(|part| root.join(part));
        let files = parts.iter().flat_map(WalkDir::new).flatten();
        let state = |file: DirEntry| {
            let about = file.metadata().ok().filter(Metadata::is_file)?;
            Some((file.into_path(), (about.len(), about.modified().ok())))
        };
        Self(files.filter_map(state).collect())
    }
}

impl OpenSite {
    /// Opens the site in a folder.
    ///
    /// # Errors
    /// When there is no site in the folder or the system does not let us read it.
    pub fn open(root: PathBuf, today: Date) -> Result<Self, Failure> {
        // Before they are read: what changes while they are, has changed.
        let state = FileStates::of(&root);
        let now = Looked::at(&root, today, BTreeMap::new(), BTreeSet::new())?;
        Ok(Self { root, today, now, state, swept: Once::new(), noted: Once::new() })
    }

    /// The same site as it is now, when anything has changed since it was opened.
    pub(super) fn changed(&self) -> Result<Option<Self>, Failure> {
        let is_same = self.state == FileStates::of(&self.root);
        if is_same { Ok(None) } else { Self::open(self.root.clone(), self.today).map(Some) }
    }

    /// Its campaign, unless the site lacks what no site can lack.
    ///
    /// # Errors
    /// When it does; `undone` is what is not done then.
    pub fn campaign(&self, undone: &'static str) -> Result<&Campaign, NotDone> {
        self.now.campaign.as_ref().ok_or_else(|| self.wrong(self.now.found.clone(), undone))
    }

    /// Its campaign, unless any record has an error, which may hide people or what they said; `undone` is what is not done then.
    ///
    /// # Errors
    /// When one has.
    pub fn whole_campaign(&self, undone: &'static str) -> Result<&Campaign, NotDone> {
        match self.now.found.has_errors() {
            true => Err(self.wrong(self.now.found.clone(), undone)),
            false => self.campaign(undone),
        }
    }

    /// The documents with these ids; all when there are none. An error in a record of theirs would make half of what it
    /// says look like the whole.
    ///
    /// # Errors
    /// When there is no such document, or an error in a record of theirs; `undone` is what is not done then.
    pub fn documents(&self, ids: &[String], undone: &'static str) -> Result<Vec<&Document>, NotDone> {
        let campaign = self.campaign(undone)?;
        let of_theirs = |file: &FileName| {
            let name = file.strip_prefix("candidates/documents/").and_then(|name| name.rsplit_once('.'));
            name.is_some_and(|(id, _)| ids.is_empty() || ids.iter().any(|meant| meant == id))
        };
        let found = self.now.found.clone().within(of_theirs);
        if found.has_errors() {
            return Err(self.wrong(found, undone));
        }
        documents(campaign, ids)
    }

    /// The day of what somebody does now and names no day for.
    pub(crate) fn day(&self) -> Date {
        self.now.campaign.as_ref().map_or(self.today, |campaign| day_of_act(self.today, campaign))
    }

    /// What personal details look like in its country.
    #[must_use]
    pub fn patterns(&self) -> &'static Patterns {
        self.now.patterns
    }

    /// The site as it would be with other texts in some of its files, and without some.
    pub(super) fn with(
        &self,
        texts: BTreeMap<FileName, String>,
        missing: BTreeSet<FileName>,
    ) -> Result<Looked, Failure> {
        Looked::at(&self.root, self.today, texts, missing)
    }

    /// The files of its records, each with what they hold.
    pub(super) fn files(&self) -> &[(RecordKind, FileName)] {
        &self.now.files
    }

    /// The translations of a page or question.
    pub(super) fn translations_of(&self, file: &FileName) -> impl Iterator<Item = &FileName> {
        self.now.translated.iter().filter(move |(of, _)| of == file).map(|(_, file)| file)
    }

    /// Everything that keeps the site from being built.
    pub(crate) fn errors(&self) -> Vec<Diagnostic> {
        self.now.errors()
    }

    /// Why something was not found that errors in the records may hide.
    pub(crate) fn not_found(&self, why: String) -> NotDone {
        NotDone::Refused(match self.now.found.has_errors() {
            true => format!("{why}; errors in the records may hide it: “hustings check” shows them"),
            false => why,
        })
    }

    /// What stood in a file when the site was opened.
    pub(super) fn text(&self, file: &FileName) -> Option<Arc<str>> {
        self.now.sources.get(file)
    }

    fn wrong(&self, found: Diagnostics, undone: &'static str) -> NotDone {
        NotDone::Wrong { found, sources: self.now.sources.clone(), undone }
    }
}

impl Looked {
    fn at(
        root: &Path,
        today: Date,
        texts: BTreeMap<FileName, String>,
        missing: BTreeSet<FileName>,
    ) -> Result<Self, Failure> {
        let mut reader = Reader::that_looks(look).that_keeps_texts().that_takes(texts).that_misses(missing);
        let Loaded { records, mut found, seen, sources, .. } = reader.load(root)?;
        let files_of = |kind: &RecordKind| {
            let files = records.files(*kind).into_iter().cloned().collect::<Vec<_>>();
            files.into_iter().map(|file| (*kind, file)).collect::<Vec<_>>()
        };
        let files = RecordKind::ALL.iter().flat_map(files_of).collect();
        let translated = records.translated.iter().map(|page| (page.record.of.clone(), page.file.clone())).collect();
        let patterns = patterns(records.country())?;
        let (campaign, more) = model(records, &Overrides::on(today));
        found.extend(more);
        Ok(Self { campaign, found, seen, sources, patterns, files, translated })
    }

    pub(super) fn errors(&self) -> Vec<Diagnostic> {
        let mut found = self.found.clone();
        found.extend(self.seen.clone());
        if let Some(campaign) = &self.campaign {
            found.extend(check(campaign, &self.sources, None, &found));
        }
        let mut errors = found.sorted();
        errors.retain(|error| error.severity() == Severity::Error);
        errors
    }
}
