use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::diagnostic::Failure;
use crate::leaflets::text::{ReadLimits, Reader};
use crate::model::Campaign;

/// What reads files: this very program, and those that are installed beside it.
pub(super) fn reader(campaign: &Campaign) -> Result<Reader, Failure> {
    let program = env::current_exe().map_err(|e| {
        Failure::new("cannot read files", format!("the program does not find itself ({e})"), "run it by its whole path")
    })?;
    let tesseract = installed("tesseract");
    let languages = tesseract.as_ref().map(|tesseract| languages(tesseract, campaign)).unwrap_or_default();
    Ok(Reader { program, tesseract, pdftoppm: installed("pdftoppm"), languages, limits: ReadLimits::default() })
}

/// Where a program is, if it is installed.
fn installed(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// The languages of the site and its documents that Tesseract knows, in its names; English goes before.
fn languages(tesseract: &PathBuf, campaign: &Campaign) -> Vec<String> {
    let listed = Command::new(tesseract).arg("--list-langs").output();
    let listed = listed.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    let of_documents = campaign.documents.iter().filter_map(|document| document.lang.as_ref());
    let mut tags = campaign.in_each_language().map(|campaign| &campaign.language).chain(of_documents);
    let welsh = tags.any(|tag| tag.primary() == "cy") && listed.lines().any(|known| known == "cym");
    let more = welsh.then(|| "cym".to_owned());
    std::iter::once("eng".to_owned()).chain(more).collect()
}
