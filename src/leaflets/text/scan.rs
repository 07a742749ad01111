use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::process::run;
use super::{FileReader, PDFTOPPM, TESSERACT, Task, Unread};
use crate::atoms::{PageText, is_control};

/// How finely a page of a PDF is drawn for recognition, in points to an inch.
const FINE: &str = "200";

impl FileReader {
    /// The words on a picture.
    pub(super) fn picture(&self, bytes: &[u8]) -> Result<PageText, Unread> {
        // Before the picture is opened, so that a damaged one is told from one that nobody can read here.
        let ready = self.step(Task::Picture, None, bytes)?;
        let tesseract = self.tesseract.as_deref().ok_or(Unread::picture(TESSERACT))?;
        // Tesseract opens files and addresses that its input names: it is given a picture that we made, and a name that we chose.
        let (_folder, file) = kept("page.png", &ready)?;
        let languages = self.languages.join("+");
        let words = ["stdout", "-l", &languages, "--psm", "3", "tsv"].map(OsStr::new);
        let table = self.other(tesseract, [file.as_os_str()].into_iter().chain(words))?;
        Ok(page_of(&String::from_utf8_lossy(&table)))
    }

    /// The words on a page of a PDF that is a picture.
    pub(super) fn scanned(&self, bytes: &[u8], page: usize) -> Result<PageText, Unread> {
        let pdftoppm = self.pdftoppm.as_deref().ok_or(Unread::picture(PDFTOPPM))?;
        let (_folder, file) = kept("document.pdf", bytes)?;
        let page = page.to_string();
        let words = ["-q", "-r", FINE, "-gray", "-png", "-f", &page, "-l", &page, "-singlefile"].map(OsStr::new);
        let drawn = self.other(pdftoppm, words.into_iter().chain([file.as_os_str()]))?;
        if drawn.is_empty() {
            return Err(Unread::no_words());
        }
        self.picture(&drawn)
    }

    /// Runs another program within the limits of a step.
    fn other<'w>(&self, program: &Path, words: impl Iterator<Item = &'w OsStr>) -> Result<Vec<u8>, Unread> {
        let own = ["worker".into(), Task::Run.word().into(), program.into()];
        let words: Vec<OsString> = own.into_iter().chain(words.map(OsStr::to_owned)).collect();
        run(&self.program, &words, &self.limits, &[])
    }
}

/// A file in a folder of its own, which goes when it is dropped.
fn kept(name: &str, bytes: &[u8]) -> Result<(TempDir, PathBuf), Unread> {
    let written = tempfile::tempdir().and_then(|folder| {
        let file = folder.path().join(name);
        fs::write(&file, bytes).map(|()| (folder, file))
    });
    written.map_err(|e| Unread::Damaged(format!("there is no room to work on it ({e})")))
}

/// The page of a table as `tesseract … tsv` prints it: lines stay lines, paragraphs and blocks are set apart.
fn page_of(table: &str) -> PageText {
    let (mut text, mut last) = (String::new(), None::<[u32; 3]>);
    let (mut sure, mut letters) = (0.0, 0.0);
    for (place, confidence, word) in table.lines().filter_map(word_of) {
        text.push_str(match last {
            None => "",
            Some(last) if last == place => " ",
            Some(last) if last[..2] == place[..2] => "\n",
            Some(_) => "\n\n",
        });
        text.extend(word.chars().filter(|c| !is_control(*c)));
        last = Some(place);
        let weight = word.chars().filter(|c| c.is_alphanumeric()).count() as f32;
        (sure, letters) = (sure + weight * confidence, letters + weight);
    }
    let mean = if letters > 0.0 { sure / letters } else { 0.0 };
    // Between 0 and 100, as each word's is.
    PageText { confidence: Some(mean.clamp(0.0, 100.0).round() as u8), text }
}

/// The word of a line, if it holds one: level 5 of Tesseract's layout. Its block, paragraph and line, how sure Tesseract is
/// of it, and the word.
fn word_of(line: &str) -> Option<([u32; 3], f32, &str)> {
    let cells: Vec<&str> = line.splitn(12, '\t').collect();
    let [level, _, block, paragraph, line, _, _, _, _, _, confidence, word] = cells[..] else { return None };
    let place = [block.parse().ok()?, paragraph.parse().ok()?, line.parse().ok()?];
    let confidence: f32 = confidence.parse().ok()?;
    let word = word.trim();
    (level == "5" && !word.is_empty() && confidence >= 0.0).then_some((place, confidence, word))
}
