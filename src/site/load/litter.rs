//! What editors, systems and sync tools leave beside records, told by its name alone.
//!
//! No name that a record can have is among them.

/// How a file came to lie among records, when nobody put it there to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Litter {
    /// Hidden, or a system's own: nobody needs to hear of it.
    Hidden,
    /// A backup, or a file that a program has not finished: it comes and goes by itself.
    Left,
    /// A copy of the file of this name, in which somebody's work may be.
    Copy {
        /// The name without what marks the copy.
        of: String,
        /// Whether a sync tool made it because two people changed the file at once.
        conflict: bool,
    },
}

/// Names that systems give to files of their own.
const SYSTEM: &[&str] = &["Thumbs.db", "desktop.ini", "Icon\r", "__MACOSX", "@eaDir", "$RECYCLE.BIN"];

/// How the names of backups and of half-written files end.
const ENDINGS: &[&str] = &[
    "~",
    ".autosave",
    ".backup",
    ".bak",
    ".bck",
    ".crdownload",
    ".download",
    ".old",
    ".orig",
    ".part",
    ".partial",
    ".rej",
    ".save",
    ".swn",
    ".swo",
    ".swp",
    ".temp",
    ".tmp",
    "___jb_bak___",
    "___jb_old___",
    "___jb_tmp___",
];

/// What “git mergetool” puts before the number of its files.
const MERGED: &[&str] = &["_BACKUP_", "_BASE_", "_LOCAL_", "_REMOTE_"];

/// Words for a conflict, as sync tools write them in some languages.
const CONFLICT: &[&str] = &["conflict", "konflikt", "conflit", "gwrthdaro"];

/// Words for a copy.
const COPY: &[&str] = &["copy", "kopie", "copie", "copia", "copi"];

/// What a computer's own name begins with, where a sync tool adds it to the file's.
const COMPUTERS: &[&str] = &["-DESKTOP-", "-LAPTOP-"];

impl Litter {
    /// What a name says; nothing when somebody may have meant the file to be read.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        if name.starts_with('.') || SYSTEM.contains(&name) {
            return Some(Self::Hidden);
        }
        if is_left(name) {
            return Some(Self::Left);
        }
        let (of, conflict) = copied(name)?;
        Some(Self::Copy { of, conflict })
    }

    /// Whether a file or folder of this name comes and goes without anybody's doing.
    #[must_use]
    pub fn is_passing(name: &str) -> bool {
        matches!(Self::of(name), Some(Self::Hidden | Self::Left))
    }
}

fn is_left(name: &str) -> bool {
    let lower = name.to_lowercase();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    ENDINGS.iter().any(|known| lower.ends_with(known))
        // Word, LibreOffice and Syncthing; Emacs.
        || name.starts_with('~')
        || (name.starts_with('#') && name.ends_with('#'))
        // A number after the ending, as of nano's second backup; git's files of a merge.
        || (stem.contains('.') && is_number(ending))
        || MERGED.iter().any(|mark| stem.rsplit_once(mark).is_some_and(|(_, number)| is_number(number)))
        // What vim and sed write into to see whether they may.
        || (name.len() >= 4 && is_number(name))
        || name.strip_prefix("sed").is_some_and(|rest| rest.len() == 6 && rest.chars().all(char::is_alphanumeric))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The name of the file of which this is a copy, and whether two people's changes met.
fn copied(name: &str) -> Option<(String, bool)> {
    let (stem, ending) = name.rsplit_once('.')?;
    let (mut rest, mut conflict) = (stem, false);
    while let Some((shorter, clash)) = without_mark(rest) {
        (rest, conflict) = (shorter, conflict || clash);
    }
    let rest = rest.strip_prefix("Copy of ").unwrap_or(rest);
    (rest != stem && !rest.is_empty()).then(|| (format!("{rest}.{ending}"), conflict))
}

/// A name without the mark of a copy at its end, and whether it is that of a conflict.
fn without_mark(stem: &str) -> Option<(&str, bool)> {
    for mark in [".sync-conflict-", "_conflict-"] {
        if let Some((rest, _)) = stem.rsplit_once(mark) {
            return Some((rest, true));
        }
    }
    for mark in COMPUTERS {
        let computer = |id: &str| !id.is_empty() && id.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
        if let Some((rest, _)) = stem.rsplit_once(mark).filter(|(_, id)| computer(id)) {
            return Some((rest, true));
        }
    }
    if let Some((rest, inner)) = stem.strip_suffix(')').and_then(|stem| stem.rsplit_once('(')) {
        let inner = inner.to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| inner.contains(word));
        let mark = is_number(&inner) || says(CONFLICT) || says(COPY);
        return mark.then(|| (rest.trim_end(), says(CONFLICT)));
    }
    let words = stem.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    let (rest, last) = words.rsplit_once(' ')?;
    COPY.contains(&last.to_lowercase().as_str()).then(|| (rest.trim_end_matches([' ', '-']), false))
}
