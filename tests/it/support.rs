//! Sites made for a test, and the program run on them.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use assert_cmd::Command;
use hustings::atoms::SitePath;
use hustings::cli::{Exit, Loudness, Terminal, run};
use hustings::diagnostic::Failure;
use hustings::load::RecordKind;
use hustings::sink::{Make, Sink};
use tempfile::TempDir;
use walkdir::WalkDir;

/// A site in a temporary folder, to be changed file by file.
///
/// ```ignore
/// SiteFixture::base().file("content/glossary.yaml", "term: []").check();
/// ```
pub(crate) struct SiteFixture {
    dir: TempDir,
}

impl SiteFixture {
    /// An empty folder.
    pub(crate) fn bare() -> Self {
        Self { dir: tempfile::tempdir().expect("a temporary folder") }
    }

    /// The smallest site in which every kind of record stands and nothing is wrong.
    pub(crate) fn base() -> Self {
        Self::bare().overlay(&fixtures().join("base"))
    }

    /// Puts the files of a folder over those of the site.
    pub(crate) fn overlay(self, from: &Path) -> Self {
        for entry in WalkDir::new(from).sort_by_file_name() {
            let entry = entry.expect("a readable fixture");
            if entry.file_type().is_file() {
                let name = entry.path().strip_prefix(from).expect("a path inside").to_path_buf();
                self.put(&name, &fs::read(entry.path()).expect("a readable fixture"));
            }
        }
        self
    }

    /// Writes one file, making its folder.
    pub(crate) fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        self.put(Path::new(name), content.as_ref());
        self
    }

    /// Replaces a text that must stand in a file.
    pub(crate) fn replace(self, name: &str, from: &str, to: &str) -> Self {
        let text = fs::read_to_string(self.path(name)).expect("the file to change");
        assert!(text.contains(from), "{name} does not hold {from:?}");
        self.file(name, text.replace(from, to))
    }

    /// Takes a file away.
    pub(crate) fn without(self, name: &str) -> Self {
        fs::remove_file(self.path(name)).expect("the file to take away");
        self
    }

    fn put(&self, name: &Path, content: &[u8]) {
        let path = self.dir.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a writable temporary folder");
        fs::write(path, content).expect("a writable temporary folder");
    }

    /// The path of a file of the site.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// The program, to be run on this site.
    pub(crate) fn hustings(&self) -> Command {
        let mut command = hustings();
        command.arg("-C").arg(self.dir.path());
        command
    }

    /// What `hustings check` reports on the day of the records, whatever day it is.
    pub(crate) fn check(&self) -> Vec<Found> {
        self.check_with(&[])
    }

    /// What `hustings check` reports with further words on its command line.
    pub(crate) fn check_with(&self, more: &[&str]) -> Vec<Found> {
        let dir = self.path("");
        let words = ["hustings", "check", "--format", "json"].iter().chain(more).map(Into::into);
        let ran = run_on(DAY, words.chain(["-C".into(), dir.into_os_string()]));
        assert!(matches!(ran.exit, Exit::Clean | Exit::Errors), "check ended with {:?}: {}", ran.exit, ran.err);
        serde_json::from_str(&ran.out).unwrap_or_else(|e| panic!("{e} in {:?}; {}", ran.out, ran.err))
    }

    /// Builds the site into its `public/`.
    pub(crate) fn build(self) -> Self {
        self.hustings().arg("build").assert().success();
        self
    }

    /// What stands in a file of the built site.
    pub(crate) fn page(&self, name: &str) -> String {
        let path = self.path("public").join(name);
        fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
    }
}

/// A whole site in memory: every address with its bytes.
pub(crate) type Site = BTreeMap<SitePath, Vec<u8>>;

/// Keeps the files of a site in memory.
#[derive(Default)]
pub(crate) struct Kept(Mutex<Site>);

impl Kept {
    pub(crate) fn site(self) -> Site {
        self.0.into_inner().expect("no thread has panicked")
    }
}

impl Sink for Kept {
    fn put(&self, path: &SitePath, bytes: &[u8]) -> Result<(), Failure> {
        let before = self.0.lock().expect("no thread has panicked").insert(path.clone(), bytes.to_vec());
        assert!(before.is_none(), "{path} comes twice");
        Ok(())
    }

    fn stream(&self, path: &SitePath, make: &mut Make<'_>) -> Result<(), Failure> {
        let mut bytes = Vec::new();
        make(&mut bytes).expect("memory takes all");
        self.put(path, &bytes)
    }
}

/// The day on which the sites of the tests are looked at.
const DAY: &str = "2031-04-21";

/// How a command line ended and what it printed.
pub(crate) struct RunOutcome {
    pub(crate) exit: Exit,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs a command line in this process on a day of one's own choice.
pub(crate) fn run_on(day: &str, words: impl IntoIterator<Item = OsString>) -> RunOutcome {
    run_answering(day, words, None)
}

/// Runs a command line in this process, with somebody there who answers what it asks.
pub(crate) fn run_answering(day: &str, words: impl IntoIterator<Item = OsString>, answers: Option<&str>) -> RunOutcome {
    let mut answers = answers.map(str::as_bytes);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut terminal = Terminal {
        out: &mut out,
        err: &mut err,
        answers: answers.as_mut().map(|answers| answers as &mut dyn std::io::BufRead),
        out_colour: false,
        err_colour: false,
        interactive: false,
        today: day.parse().expect("a day"),
        loudness: Loudness::default(),
        all_problems: false,
    };
    let exit = run(words, &mut terminal);
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    RunOutcome { exit, out: text(out), err: text(err) }
}

/// Runs a command on a site: its name and what follows, with somebody there who answers what it asks, or nobody.
pub(crate) fn run_at(day: &str, site: &SiteFixture, words: &[&[&str]], answers: Option<&str>) -> RunOutcome {
    let words = ["hustings"].into_iter().chain(words.iter().copied().flatten().copied()).map(OsString::from);
    run_answering(day, words.chain(["-C".into(), site.path("").into_os_string()]), answers)
}

/// What stands in a file of a site.
pub(crate) fn text(site: &SiteFixture, file: &str) -> String {
    fs::read_to_string(site.path(file)).unwrap_or_else(|e| panic!("{file}: {e}"))
}

/// One diagnostic, as `check --format json` prints it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub(crate) struct Found {
    pub(crate) code: String,
    pub(crate) severity: String,
    pub(crate) file: String,
    pub(crate) line: u32,
    pub(crate) column: u32,
    pub(crate) message: String,
    pub(crate) help: String,
}

impl Found {
    /// `file:line:column code`
    pub(crate) fn place_and_code(&self) -> String {
        format!("{}:{}:{} {}", self.file, self.line, self.column, self.code)
    }
}

/// The program itself, in no particular folder.
pub(crate) fn hustings() -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("hustings"));
    command.env("NO_COLOR", "1");
    command
}

/// The folder of the tests' own files.
pub(crate) fn fixtures() -> PathBuf {
    project().join("tests/fixtures")
}

/// The project's own folder.
pub(crate) fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The files under a folder, by name relative to it, sorted.
pub(crate) fn files_under(dir: &Path) -> Vec<String> {
    let entries = WalkDir::new(dir).sort_by_file_name().into_iter().map(|e| e.expect("a readable folder"));
    let files = entries.filter(|e| e.file_type().is_file());
    files.map(|e| e.path().strip_prefix(dir).expect("a path inside").to_string_lossy().into_owned()).collect()
}

/// The words for the kinds of records.
pub(crate) fn kinds() -> impl ExactSizeIterator<Item = &'static str> {
    RecordKind::ALL.iter().map(|kind| kind.word())
}

/// The JSON Schema of a kind of record, as the command prints it.
pub(crate) fn schema(kind: &str) -> serde_json::Value {
    let ran = run_on(DAY, ["hustings", "schema", kind].map(Into::into));
    serde_json::from_str(&ran.out).unwrap_or_else(|e| panic!("{e}: {}", ran.err))
}

/// What the data file says of a person on a question: the mark, and the deadline after which a reply came.
pub(crate) fn known(site: &SiteFixture, person: &str, question: &str) -> (String, String) {
    let text = site.page("data/positions.csv");
    let mut table = csv::Reader::from_reader(text.as_bytes());
    let head = table.headers().expect("a head").clone();
    let at = |name: &str| head.iter().position(|column| column == name).expect("a column");
    let rows: Vec<csv::StringRecord> = table.records().map(|row| row.expect("a row")).collect();
    let row = rows.iter().find(|row| &row[at("person")] == person && &row[at("question")] == question);
    let row = row.unwrap_or_else(|| panic!("nothing on {person} and {question} in {text}"));
    (row[at("mark")].to_owned(), row[at("late_after")].to_owned())
}
