//! The whole site or the old one, and never a file of somebody else's lost.

mod folder;
mod others;
mod refusals;
mod sequences;
mod swap;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use hustings::diagnostic::Failure;
use hustings::write::{Written, write};
use tempfile::TempDir;

use crate::support::Site;

const MANIFEST: &str = ".hustings-manifest";

/// A site of these files.
fn site(files: &[(&str, &str)]) -> Site {
    files.iter().map(|(path, text)| (path.parse().expect("an address"), text.as_bytes().to_vec())).collect()
}

fn small() -> Site {
    site(&[("index.html", "home"), ("parties/index.html", "all"), ("parties/pp9001/index.html", "Harbour Alliance")])
}

/// Writes a site that is there already, in the order of its addresses.
fn put(site: &Site, out: &Path, root: &Path) -> Result<Written, Failure> {
    write(out, root, |sink| site.iter().try_for_each(|(path, bytes)| sink.put(path, bytes)))
}

/// A site root with a place for the output.
struct Place {
    root: TempDir,
}

impl Place {
    fn new() -> Self {
        Self { root: TempDir::new().expect("a temporary folder") }
    }

    fn root(&self) -> &Path {
        self.root.path()
    }

    fn out(&self) -> PathBuf {
        self.root().join("public")
    }

    fn try_build(&self, site: &Site) -> Result<Written, Failure> {
        put(site, &self.out(), self.root())
    }

    fn build(&self, site: &Site) -> Written {
        let written = self.try_build(site).expect("the site is written");
        assert_eq!(self.leftovers(), [] as [String; 0], "nothing stays beside the site");
        written
    }

    /// The failure of a build, after which all that stood there stands as before.
    fn refused(&self, site: &Site) -> String {
        let before = snapshot(&self.out());
        let failure = self.try_build(site).expect_err("the build is refused").to_string();
        assert_eq!(snapshot(&self.out()), before, "the old site is unharmed");
        assert_eq!(self.leftovers(), [] as [String; 0], "nothing stays beside the site");
        failure
    }

    fn put(&self, path: &str, text: &str) -> PathBuf {
        let path = self.out().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(&path, text).expect("a file");
        path
    }

    /// Everything hidden in the site root: the workshop of a build, if it is there.
    fn leftovers(&self) -> Vec<String> {
        let names = fs::read_dir(self.root()).expect("a folder").map(|entry| entry.expect("an entry").file_name());
        names.filter_map(|name| name.into_string().ok()).filter(|name| name.starts_with('.')).collect()
    }

    fn workshop(&self) -> PathBuf {
        self.root().join(".public.hustings-build")
    }
}

/// What stands under a folder: files with their bytes, symlinks with their target, and folders.
fn snapshot(folder: &Path) -> BTreeMap<PathBuf, String> {
    let entries = walkdir::WalkDir::new(folder).min_depth(1).into_iter().filter_map(Result::ok);
    entries
        .map(|entry| {
            let text = match entry.file_type() {
                kind if kind.is_dir() => "folder".to_owned(),
                kind if kind.is_symlink() => {
                    format!("link to {}", fs::read_link(entry.path()).expect("a link").display())
                }
                kind if kind.is_file() => {
                    format!("file {}", String::from_utf8_lossy(&fs::read(entry.path()).expect("a file")))
                }
                _ => "other".to_owned(),
            };
            (entry.path().strip_prefix(folder).expect("inside").to_path_buf(), text)
        })
        .collect()
}

/// The files of a folder without the manifest.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let files = snapshot(folder).into_iter().filter(|(path, text)| path != Path::new(MANIFEST) && text != "folder");
    files
        .map(|(path, text)| (path.display().to_string(), text.strip_prefix("file ").unwrap_or(&text).to_owned()))
        .collect()
}

fn expected(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

fn mode(path: &Path) -> u32 {
    fs::symlink_metadata(path).expect("an entry").mode() & 0o7777
}

/// Gives a file a modification time long past.
fn age(path: &Path) -> SystemTime {
    let then = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    fs::File::options().append(true).open(path).and_then(|file| file.set_modified(then)).expect("a time");
    then
}

fn modified(path: &Path) -> SystemTime {
    fs::metadata(path).and_then(|about| about.modified()).expect("a time")
}
