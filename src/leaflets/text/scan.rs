use std::ffi::OsString;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::process::Process;
use super::tesseract::page_of;
use super::{Missing, Reader, Task, Unread};
use crate::atoms::PageText;

/// How finely a page of a PDF is drawn for recognition, in points to an inch.
const FINE: &str = "200";

impl Reader {
    /// The words on a picture.
    pub(super) fn picture(&self, bytes: &[u8]) -> Result<PageText, Unread> {
        // Before the picture is opened, so that a damaged one is told from one that nobody can read here.
        let ready = self.step(Task::Picture, None, bytes)?;
        let tesseract = self.tesseract.as_deref().ok_or(Unread::Picture(Missing::Tesseract))?;
        // Tesseract opens files and addresses that its input names: it is given a picture that we made, and a name that we chose.
        let folder = folder()?;
        let file = folder.path().join("page.png");
        fs::write(&file, ready).map_err(|e| Unread::Damaged(format!("there is no room to work on it ({e})")))?;
        let words = [file.as_os_str(), "stdout".as_ref(), "-l".as_ref()].map(OsString::from);
        let languages = self.languages.join("+").into();
        let words: Vec<OsString> =
            words.into_iter().chain([languages, "--psm".into(), "3".into(), "tsv".into()]).collect();
        let table = self.run(tesseract, words)?;
        Ok(page_of(&String::from_utf8_lossy(&table)))
    }

    /// The words on a page of a PDF that is a picture.
    pub(super) fn scanned(&self, bytes: &[u8], page: usize) -> Result<PageText, Unread> {
        let pdftoppm = self.pdftoppm.as_deref().ok_or(Unread::Picture(Missing::Pdftoppm))?;
        let folder = folder()?;
        let file = folder.path().join("document.pdf");
        fs::write(&file, bytes).map_err(|e| Unread::Damaged(format!("there is no room to work on it ({e})")))?;
        let page = page.to_string();
        let words = ["-q", "-r", FINE, "-gray", "-png", "-f", &page, "-l", &page, "-singlefile"].map(OsString::from);
        let words: Vec<OsString> = words.into_iter().chain([file.into_os_string()]).collect();
        let drawn = self.run(pdftoppm, words)?;
        if drawn.is_empty() {
            return Err(Unread::NoWords);
        }
        self.picture(&drawn)
    }

    /// Runs another program within the limits of a step.
    fn run(&self, program: &Path, words: Vec<OsString>) -> Result<Vec<u8>, Unread> {
        let own = ["worker".into(), Task::Run.word().into(), program.as_os_str().to_owned()];
        let words: Vec<OsString> = own.into_iter().chain(words).collect();
        let process = Process { program: &self.program, words: &words, limits: &self.limits };
        process.run(&[]).map_err(Unread::from)
    }
}

fn folder() -> Result<TempDir, Unread> {
    tempfile::tempdir().map_err(|e| Unread::Damaged(format!("there is no room to work on it ({e})")))
}
