use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, ErrorKind, Read as _, Seek as _, Write as _, copy};
use std::os::unix::ffi::OsStrExt as _;
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use super::NotDone;
use crate::diagnostic::Failure;
use crate::load::SITE_FILE;

/// What of a site's folder is records.
const RECORDS: [&str; 4] = [SITE_FILE, "candidates", "content", "themes"];
/// Where git would look for another repository than the one around the folder.
const ELSEWHERE: [&str; 6] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_NAMESPACE",
];

/// The records of a site as they were at a revision of git, in a folder that goes away with this.
#[derive(Debug)]
pub(crate) struct Revision {
    folder: TempDir,
    /// The beginning of its full name.
    pub(crate) name: String,
}

impl Revision {
    /// Takes the records out of the repository around a site's folder, where nothing changes.
    ///
    /// # Errors
    /// When there is no such revision or no site in it, or git does not run.
    pub(crate) fn of(root: &Path, revision: &str) -> Result<Self, NotDone> {
        if revision.is_empty() || revision.starts_with('-') {
            return Err(NotDone::Refused(format!("“{revision}” is no revision: its name may not begin with “-”")));
        }
        let name = commit(root, revision)?;
        let folder = tempfile::tempdir().map_err(|error| unwritten(&std::env::temp_dir(), &error))?;
        let files = files(root, &name)?;
        if !files.iter().any(|(_, path)| path == Path::new(SITE_FILE)) {
            let root = root.display();
            return Err(NotDone::Refused(format!("there is no {SITE_FILE} in {root} at revision “{revision}”")));
        }
        write(root, &files, folder.path())?;
        Ok(Self { folder, name: name.chars().take(8).collect() })
    }

    /// The folder with the records.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }
}

/// A child that reads from the repository, asks nobody, fetches nothing and goes through no shell.
fn git(root: &Path, words: &[&str]) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(root).arg("--no-pager").args(words).stdin(Stdio::null());
    command.env("GIT_TERMINAL_PROMPT", "0").env("GIT_OPTIONAL_LOCKS", "0").env("GIT_NO_LAZY_FETCH", "1");
    ELSEWHERE.iter().for_each(|variable| {
        command.env_remove(variable);
    });
    command
}

fn not_run(error: &std::io::Error) -> NotDone {
    let help = match error.kind() {
        ErrorKind::NotFound => "install git, or name two folders instead of revisions",
        _ => "see what keeps it from running, or name two folders instead of revisions",
    };
    Failure::new("cannot run git", error, help).into()
}

fn unwritten(path: &Path, error: &std::io::Error) -> NotDone {
    Failure::at(path, "cannot write", error, "make room for a copy of the records, or let TMPDIR name another folder")
        .into()
}

/// The full name of the commit that a revision means.
fn commit(root: &Path, revision: &str) -> Result<String, NotDone> {
    let meant = format!("{revision}^{{commit}}");
    let words = ["rev-parse", "--verify", "--quiet", "--end-of-options", &meant];
    let ran = git(root, &words).output().map_err(|error| not_run(&error))?;
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    if ran.status.success() {
        return Ok(said(&ran.stdout));
    }
    let why = said(&ran.stderr);
    let why = why.lines().next().map(|line| format!(" ({line})")).unwrap_or_default();
    Err(NotDone::Refused(format!(
        "“{revision}” is neither a folder with a {SITE_FILE} nor a revision that git knows in {}{why}; “git log --oneline” lists revisions",
        root.display()
    )))
}

/// The files of the records at a commit: the name of the content, and the path below the site's folder. Links are left out.
fn files(root: &Path, commit: &str) -> Result<Vec<(String, PathBuf)>, NotDone> {
    let words: Vec<&str> = ["ls-tree", "-r", "-z", commit, "--"].into_iter().chain(RECORDS).collect();
    let ran = git(root, &words).output().map_err(|error| not_run(&error))?;
    if !ran.status.success() {
        return Err(unread(&String::from_utf8_lossy(&ran.stderr)));
    }
    let entries = ran.stdout.split(|byte| *byte == 0).filter(|entry| !entry.is_empty());
    let file = |entry: &[u8]| {
        let tab = entry.iter().position(|byte| *byte == b'\t')?;
        let (about, path) = (std::str::from_utf8(&entry[..tab]).ok()?, &entry[tab + 1..]);
        let [mode, "blob", content] = about.split(' ').collect::<Vec<_>>()[..] else { return None };
        let path = PathBuf::from(std::ffi::OsStr::from_bytes(path));
        let is_inside = path.components().all(|part| matches!(part, Component::Normal(_)));
        (mode.starts_with("100") && is_inside).then(|| (content.to_owned(), path))
    };
    Ok(entries.filter_map(file).collect())
}

fn unread(why: &str) -> NotDone {
    let why = why.trim();
    let why = if why.is_empty() { "it did not give all files" } else { why };
    Failure::new("cannot read the revision with git", why, "“git fsck” says what is wrong with the repository").into()
}

/// Writes the files of a commit into a folder.
fn write(root: &Path, files: &[(String, PathBuf)], into: &Path) -> Result<(), NotDone> {
    let mut wanted = tempfile::tempfile().map_err(|error| unwritten(into, &error))?;
    let list: String = files.iter().map(|(content, _)| format!("{content}\n")).collect();
    wanted.write_all(list.as_bytes()).and_then(|()| wanted.rewind()).map_err(|error| unwritten(into, &error))?;
    let mut command = git(root, &["cat-file", "--batch"]);
    command.stdin(wanted).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().map_err(|error| not_run(&error))?;
    let mut contents = BufReader::new(child.stdout.take().ok_or_else(|| unread(""))?);
    let mut all = || {
        for (_, path) in files {
            let mut head = String::new();
            contents.read_line(&mut head).map_err(|error| unread(&error.to_string()))?;
            let size = head.trim_end().rsplit_once(' ').and_then(|(_, size)| size.parse::<u64>().ok());
            let size = size.ok_or_else(|| unread(&head))?;
            let path = into.join(path);
            path.parent().map_or(Ok(()), fs::create_dir_all).map_err(|error| unwritten(&path, &error))?;
            let mut file = File::create_new(&path).map_err(|error| unwritten(&path, &error))?;
            let written =
                copy(&mut contents.by_ref().take(size), &mut file).map_err(|error| unwritten(&path, &error))?;
            if written < size {
                return Err(unread(""));
            }
            contents.read_exact(&mut [0]).map_err(|error| unread(&error.to_string()))?;
        }
        Ok(())
    };
    let done = all();
    // What it has not been read for it need not give.
    drop(contents);
    let ended = child.wait().map_err(|error| not_run(&error))?;
    done?;
    if ended.success() { Ok(()) } else { Err(unread("")) }
}
