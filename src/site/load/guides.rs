//! The guides of a site: the Markdown files of a folder of its own choice, and what their links name beside them.

use std::path::Path;

use pulldown_cmark::{Event, Parser, Tag};

use super::files::{self, ListedFile};
use super::headings::{MARKDOWN, headings};
use super::records::{GuideRecord, SiteRecord};
use super::{Body, InFile, Records, SITE_FILE};
use crate::diagnostic::{Code, Diagnostics, Failure, FileName, Pos, Ruler};

/// A guide as its file has it.
#[derive(Debug, Clone)]
pub struct GuideText {
    /// What stands at its top.
    pub record: GuideRecord,
    /// The text.
    pub body: Body,
    /// The ids of its headings of the second level, in the main language whatever the language in which it is told.
    pub headings: Vec<String>,
}

impl GuideText {
    pub(super) fn of(record: GuideRecord, body: Body) -> Self {
        let second = headings(&body.text).into_iter().filter(|heading| heading.level == 2 && heading.is_outermost);
        let headings = second.map(|heading| heading.id).collect();
        Self { record, body, headings }
    }
}

/// Folders in which there are no guides: everything in them is something else.
const OTHERS: &[&str] = &["candidates", "content", "themes", "public"];

/// Lists the guides of a site, and what programs left beside them.
pub(super) fn list(
    root: &Path,
    site: &InFile<SiteRecord>,
    litter: &mut Vec<FileName>,
    found: &mut Diagnostics,
) -> Result<Vec<ListedFile>, Failure> {
    let folder = site.record.guides.as_ref().map(|guides| &guides.folder);
    let Some(folder) = folder.filter(|folder| folder.is_read()) else { return Ok(Vec::new()) };
    let mut refuse = |code, message: String, help: &str| found.push(code, &SITE_FILE.into(), folder.pos, message, help);
    if OTHERS.contains(&folder.as_str()) {
        let message = format!("the folder {folder}/ is there for something else than guides");
        refuse(Code::Malformed, message, "give the guides a folder of their own");
        return Ok(Vec::new());
    }
    // What a link leads to may be anywhere.
    if !root.join(folder.as_str()).symlink_metadata().is_ok_and(|about| about.is_dir()) {
        let message = format!("there is no folder {folder}/ beside {SITE_FILE}");
        refuse(Code::UnknownReference, message, "make it, correct its name, or take “guides:” out");
        return Ok(Vec::new());
    }
    files::guides(root, folder.as_str(), litter, found)
}

/// What a link names that is written as one file names another beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuideSurroundings {
    /// The file or folder, from the site's own folder; nothing when it is outside.
    pub path: Option<String>,
    /// The place in it.
    pub anchor: Option<String>,
}

/// What a link in a file names beside it; nothing when it is an address, or a place in the file itself.
#[must_use]
pub fn beside(file: &str, href: &str) -> Option<GuideSurroundings> {
    let is_mail = href.contains('@') && !href.contains([':', '/']);
    if href.starts_with(['#', '/']) || is_mail || url::Url::parse(href).is_ok() {
        return None;
    }
    let (path, anchor) = href.split_once('#').map_or((href, None), |(path, anchor)| (path, Some(anchor.to_owned())));
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    let mut is_inside = true;
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => is_inside &= parts.pop().is_some(),
            name => parts.push(name),
        }
    }
    Some(GuideSurroundings { path: is_inside.then(|| parts.join("/").replace("%20", " ")), anchor })
}

/// Reports each link of a guide that names a file which is not there.
pub(super) fn links(root: &Path, records: &Records, found: &mut Diagnostics) {
    let is_guide = |file: &str| records.guides.iter().any(|guide| *guide.file == *file);
    let translated = records.translated.iter().filter(|page| is_guide(&page.record.of)).map(|page| &page.record.body);
    for body in records.guides.iter().map(|guide| &guide.record.body).chain(translated) {
        let mut ruler = Ruler::of(&body.text);
        for (event, range) in Parser::new_ext(&body.text, MARKDOWN).into_offset_iter() {
            let Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) = event else { continue };
            let Some(beside) = beside(&body.file, &dest_url) else { continue };
            let (why, help) = match beside.path {
                None => ("it leads out of the site's folder".to_owned(), "link to an address of the web instead"),
                Some(path) if root.join(&path).exists() => continue,
                Some(path) => (
                    format!("there is no file {path}"),
                    "name the file as it is seen from the guide's own folder, for example letters.md or ../README.md",
                ),
            };
            let Pos { line, column } = ruler.place(range.start);
            let pos = Pos { line: body.line + line - 1, column };
            found.push(Code::BrokenLink, &body.file, pos, format!("the link “{dest_url}” leads nowhere: {why}"), help);
        }
    }
}
