use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::fs::{self, DirEntry, read_dir};
use std::path::{Path, PathBuf};

use diffy::{DiffOptions, PatchFormatter};

use super::ask::PRIVATE;
use super::{NotDone, OpenSite};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Failure, FileName, Pos};
use crate::edit::{self, Change, FileChange, FileRemoval, Step};
use crate::import::{Progress, Stage};
use crate::load::{declared_in, yaml_of};

/// What an error that a change would bring means for it.
const UNDONE: &str = "caused by this change, so nothing was written";

/// Changes of records that bring no error into a site. There is no other way to write records.
#[derive(Debug)]
#[must_use]
pub struct SoundChange<'s> {
    site: &'s OpenSite,
    changes: Vec<FileChange>,
    removals: Vec<FileRemoval>,
    /// Files that are no part of the site, and go with the change.
    private: Vec<FileChange>,
    earlier: usize,
}

impl OpenSite {
    /// One file with some changes made, in which every other line is as it was; `by_hand` says how a person can do the same.
    ///
    /// # Errors
    /// When the file cannot be read, or not be changed safely.
    pub(super) fn edit(
        &self,
        file: &str,
        changes: &[Change],
        by_hand: impl FnOnce() -> String,
    ) -> Result<FileChange, Failure> {
        let path = self.root.join(file);
        let before = fs::read_to_string(&path)
            .map_err(|e| Failure::at(&path, "cannot read", e, "make the file readable and run the command again"))?;
        if self.text(&file.into()).as_deref() != Some(without_mark(&before)) {
            let why = "another program changed it in the meantime (no file was written)";
            return Err(Failure::at(&path, "cannot change", why, "run the command again"));
        }
        // Of a text with keys at its top only those are changed.
        let keys = if file.ends_with(".md") { yaml_of(&before).len() } else { before.len() };
        let (record, rest) = before.split_at(keys);
        let changed = edit::apply(record, changes, declared_in(file))
            .map_err(|why| Failure::at(&path, "cannot change", why, by_hand()))?;
        let after = changed + rest;
        Ok(FileChange { path: file.into(), before: Some(before), after })
    }

    /// Whether a file is not any more as it was when the site was opened.
    pub(crate) fn is_outdated(&self, file: &FileName) -> bool {
        let now = fs::read_to_string(self.root.join(&**file));
        now.map_or(true, |now| self.text(file).as_deref() != Some(without_mark(&now)))
    }

    /// The way to the map that begins at a place of a file.
    ///
    /// # Errors
    /// When the file was written in a way in which it cannot be found.
    pub(super) fn way(&self, file: &FileName, pos: Pos) -> Result<Vec<Step>, Failure> {
        self.ways(file, &[pos]).map(|mut ways| ways.pop().unwrap_or_default())
    }

    /// The ways to the maps that begin at some places of a file, which is read once for all of them.
    ///
    /// # Errors
    /// When the file was written in a way in which one of them cannot be found.
    pub(super) fn ways(&self, file: &FileName, places: &[Pos]) -> Result<Vec<Vec<Step>>, Failure> {
        let ways = self.text(file).map(|text| edit::ways_to(&text, places)).unwrap_or_default();
        let ways: Option<Vec<Vec<Step>>> = ways.into_iter().collect();
        ways.filter(|ways| ways.len() == places.len()).ok_or_else(|| {
            let (what, help) = ("its way of writing YAML cannot be edited safely", "change it by hand");
            Failure::at(self.root.join(&**file), "cannot change", what, help)
        })
    }

    /// Judges the whole site as it would be with some changes. Errors that it has in any case do not matter.
    ///
    /// # Errors
    /// When the changes bring errors, or the site cannot be read.
    pub fn propose(&self, changes: Vec<FileChange>) -> Result<SoundChange<'_>, NotDone> {
        self.propose_with(changes, Vec::new())
    }

    /// The same when some files go.
    pub(super) fn propose_with(
        &self,
        mut changes: Vec<FileChange>,
        removals: Vec<FileRemoval>,
    ) -> Result<SoundChange<'_>, NotDone> {
        // What others refer to goes first, so that a run that is killed leaves a site that checks.
        changes.sort_by_key(|FileChange { path, .. }| {
            let is_named = path.starts_with("candidates/parties") || path.starts_with("content/questions");
            (!is_named, !path.ends_with("election.yaml"))
        });
        let mut earlier = 0;
        if !changes.is_empty() {
            let texts = changes.iter().map(|change| (file_name(change), change.after.clone())).collect();
            let missing = removals.iter().map(|removal| removal.path.to_string_lossy().into()).collect();
            let changed = self.with(texts, missing)?;
            let is_new = |file: &str| changes.iter().any(|c| c.before.is_none() && c.path == Path::new(file));
            let (found, known) = caused(&self.errors(), changed.errors(), is_new);
            if found.has_errors() {
                return Err(NotDone::Wrong { found, sources: changed.sources, undone: UNDONE });
            }
            earlier = known;
        }
        Ok(SoundChange { site: self, changes, removals, private: Vec::new(), earlier })
    }

    /// Judges changes that do not need each other: all of them together, or those that bring no error each for itself. Gives
    /// what is wrong with the others, by their files.
    ///
    /// # Errors
    /// When the site cannot be read, or the changes bring errors only together.
    pub fn propose_each(
        &self,
        changes: Vec<FileChange>,
    ) -> Result<(SoundChange<'_>, BTreeMap<PathBuf, String>), NotDone> {
        let mut refused = BTreeMap::new();
        match self.propose(changes.clone()) {
            Err(NotDone::Wrong { .. }) => {}
            all => return Ok((all?, refused)),
        }
        let mut sound = Vec::new();
        for change in changes {
            match self.propose(vec![change.clone()]) {
                Ok(_) => sound.push(change),
                Err(NotDone::Wrong { found, .. }) => {
                    let why = found.sorted().into_iter().next();
                    let why = why.map(|Diagnostic { place, message, help, .. }| format!("{place}: {message}; {help}"));
                    refused.insert(change.path, why.unwrap_or_default());
                }
                Err(not_done) => return Err(not_done),
            }
        }
        Ok((self.propose(sound)?, refused))
    }
}

impl SoundChange<'_> {
    /// The same with files of the campaign's own, which are never published. They are put in place before the records.
    pub(super) fn with_private(self, private: Vec<FileChange>) -> Self {
        Self { private, ..self }
    }

    /// How many errors the site has in any case; of an open site that is told once.
    #[must_use]
    pub fn earlier(&self) -> usize {
        let mut untold = 0;
        self.site.noted.call_once(|| untold = self.earlier);
        untold
    }

    /// What changes, as a unified diff; of a table only its size.
    #[must_use]
    pub fn diff(&self) -> String {
        let mut diff: String =
            self.removals.iter().map(|removal| format!("{} goes\n", removal.path.display())).collect();
        for change in &self.changes {
            let (file, before) = (change.path.display(), change.before.as_deref());
            let is_table = change.path.starts_with("content/data")
                && change.path.extension().is_none_or(|ending| ending != "yaml");
            if is_table {
                let (then, now) = (before.map_or(0, |text| text.lines().count()), change.after.lines().count());
                let _ = writeln!(diff, "{file}: a table of {now} lines in place of {then}");
                continue;
            }
            let old = before.map_or_else(|| "/dev/null".to_owned(), |_| format!("a/{file}"));
            let mut lines = DiffOptions::new();
            lines.set_context_len(2).set_original_filename(old).set_modified_filename(format!("b/{file}"));
            let lines = lines.create_patch(before.unwrap_or_default(), &change.after);
            diff += &PatchFormatter::new().suppress_blank_empty(false).fmt_patch(&lines).to_string();
        }
        if let Some(first) = self.private.first() {
            let folder = first.path.parent();
            let many = self.private.iter().filter(|file| file.path.parent() == folder).count();
            let _ = writeln!(diff, "{}: {many} files, not published", folder.unwrap_or(&first.path).display());
        }
        diff
    }

    /// Puts all files in place or none, after what a killed run left half-written is gone.
    ///
    /// # Errors
    /// When a file was changed by somebody else or cannot be written.
    pub fn save(self, progress: &dyn Progress) -> Result<(), Failure> {
        let root = &self.site.root;
        let alone = edit::alone(root)?;
        if alone.is_some() {
            self.site.swept.call_once(|| folders(root).iter().for_each(|folder| edit::discard_leftovers(folder)));
            let written = self.private.iter().chain(&self.changes).filter_map(|file| file.path.parent());
            let written: BTreeSet<&Path> = written.collect();
            written.into_iter().for_each(|folder| edit::discard_leftovers(&root.join(folder)));
        }
        self.is_sound_still()?;
        let all = [self.private, self.changes].concat();
        progress.begin(Stage::Files, all.len());
        edit::write_files(root, &all, &self.removals, Path::new(PRIVATE), &|| progress.step())
    }
}

impl SoundChange<'_> {
    /// Judges it once more where others have changed records since: what was sound then may not be now.
    fn is_sound_still(&self) -> Result<(), Failure> {
        let Some(now) = self.site.changed()? else { return Ok(()) };
        let why = match now.propose_with(self.changes.clone(), self.removals.clone()) {
            Ok(_) => return Ok(()),
            Err(NotDone::Failure(failure)) => return Err(failure),
            Err(NotDone::Refused(why)) => why,
            Err(NotDone::Wrong { found, .. }) => {
                let first = found.sorted().into_iter().next();
                first.map(|Diagnostic { place, message, .. }| format!("{place}: {message}")).unwrap_or_default()
            }
        };
        let why = format!(
            "the records have changed in the meantime, and with this they would be wrong: {why} (no file was written)"
        );
        Err(Failure::at(&self.site.root, "cannot change the site in", why, "look at what changed, and try again"))
    }
}

/// A text without the byte order mark that a file may begin with.
fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

fn file_name(change: &FileChange) -> FileName {
    change.path.to_string_lossy().into()
}

/// The errors that a change causes, and how many others there are. An error may have moved to another line. Where a change
/// corrects one, others come to light that stood behind it: then only those in new files are the change's own.
fn caused(before: &[Diagnostic], after: Vec<Diagnostic>, is_new: impl Fn(&str) -> bool) -> (Diagnostics, usize) {
    let key = |error: &Diagnostic| -> (Code, FileName, String) {
        let words = error.message.chars().filter(|c| !c.is_ascii_digit()).collect();
        (error.code, error.place.file.clone(), words)
    };
    let mut gone = HashMap::<_, usize>::new();
    before.iter().for_each(|error| *gone.entry(key(error)).or_default() += 1);
    let all = after.len();
    let mut new = after;
    new.retain(|error| match gone.get_mut(&key(error)).filter(|left| **left > 0) {
        Some(left) => {
            *left -= 1;
            false
        }
        None => true,
    });
    if gone.into_values().any(|left| left > 0) {
        new.retain(|error| is_new(&error.place.file));
    }
    let earlier = all - new.len();
    let mut caused = Diagnostics::default();
    new.into_iter()
        .for_each(|error| caused.push(error.code, &error.place.file, error.place.pos, error.message, error.help));
    (caused, earlier)
}

/// The folders in which records are written: of parties and documents, of each election and its asks, of tables.
fn folders(root: &Path) -> Vec<PathBuf> {
    let is_ours = |e: &DirEntry| {
        e.file_type().is_ok_and(|kind| kind.is_dir()) && !e.file_name().as_encoded_bytes().starts_with(b".")
    };
    let entries = read_dir(root.join("candidates")).into_iter().flatten().flatten().filter(is_ours);
    let with_asks = entries.map(|entry| entry.path()).flat_map(|folder| [folder.join("asks"), folder]);
    with_asks.chain([root.join("content/data")]).filter(|folder| !folder.is_symlink()).collect()
}
