use std::fmt::Write as _;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use quick_xml::escape::escape;
use tempfile::NamedTempFile;

use super::build::resolved;
use super::status::{days, extent, outcome};
use crate::atoms::shown;
use crate::desk::{NotDone, WhatNext};
use crate::diagnostic::Failure;
use crate::disk::{Over, put};
use crate::write::MANIFEST;

/// By which a page is known that an earlier run wrote, so that nothing else is replaced.
const MADE: &str = "<meta name=\"generator\" content=\"hustings status\">";
const STYLE: &str = "body{font:1.1rem/1.5 sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem}\
    table{border-collapse:collapse}td,th{text-align:left;padding:.2rem .8rem .2rem 0;border-bottom:1px solid}\
    h2{margin:1.5rem 0 0}code{overflow-wrap:anywhere}";

/// Writes what is to be done as a page of its own, whole or not at all. It names people who have not answered, so it is never
/// put where it could be published.
pub(super) fn write_page(root: &Path, file: &Path, next: &WhatNext) -> Result<PathBuf, NotDone> {
    let path = root.join(file);
    let Some(name) = path.file_name() else {
        return Err(NotDone::Refused(format!("{} is no name of a file", file.display())));
    };
    let path = resolved(path.parent().unwrap_or(root)).join(name);
    is_private(root, &path)?;
    let failed = |why: &dyn std::fmt::Display| {
        Failure::at(&path, "cannot write the page", why, "choose another file, in a folder that is there")
    };
    if path.exists() && !fs::read_to_string(&path).is_ok_and(|text| text.contains(MADE)) {
        let help = "choose another name, or move the file away";
        return Err(Failure::at(&path, "will not replace", "“hustings status” did not write it", help).into());
    }
    let folder = path.parent().unwrap_or(root);
    let beside = NamedTempFile::new_in(folder).map_err(|error| failed(&error))?;
    let mode = Permissions::from_mode(0o600);
    put(beside, page(next).as_bytes(), mode, &path, Over::Replace).map_err(|error| failed(&error))?;
    Ok(path)
}

/// Whether a file is neither among the records nor where a site is published.
fn is_private(root: &Path, path: &Path) -> Result<(), NotDone> {
    let is_in = |folder: &&str| path.starts_with(resolved(&root.join(folder)));
    let is_built = path.ancestors().skip(1).any(|folder| folder.join(MANIFEST).exists());
    let why = match ["candidates", "content", "themes"].iter().any(is_in) {
        true => "among the records",
        false if is_built || is_in(&"public") => "in the folder of a built site, where everybody could read it",
        false => return Ok(()),
    };
    let path = path.display();
    Err(NotDone::Refused(format!("{path} is {why}; choose a file elsewhere, such as --html ../status.html")))
}

fn page(next: &WhatNext) -> String {
    let title = text(&format!("{}: what is to be done next", next.site));
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n{MADE}\n<meta name=\"robots\" content=\"noindex, nofollow\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p><strong>Private.</strong> \
         This page is for those who keep the records. {}</p>\n",
        text(&days(next))
    );
    if next.may_be_incomplete {
        out.push_str("<p>There are errors in the records: what they hide is missing here.</p>\n");
    }
    errands(&mut out, next);
    extents(&mut out, next);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn errands(out: &mut String, next: &WhatNext) {
    if next.errands.is_empty() {
        out.push_str("<p>Nothing is left to do.</p>\n");
    }
    for errand in &next.errands {
        let _ = writeln!(out, "<h2>{}</h2>\n<p>{}</p>\n<ul>", text(&errand.what), text(&errand.how));
        for item in &errand.items {
            let line = item.line.map_or_else(String::new, |line| format!(":{line}"));
            let place =
                item.file.as_ref().map(|file| format!(" <code>{}{line}</code>", text(file))).unwrap_or_default();
            let _ = writeln!(out, "<li>{}{place}</li>", text(&item.what));
        }
        out.push_str("</ul>\n");
    }
}

fn extents(out: &mut String, next: &WhatNext) {
    for whole in next.coverage.iter().filter(|part| part.by == "election") {
        let _ = writeln!(out, "<h2>{}</h2>\n<p>{}</p>\n<ul>", text(&whole.name), text(&extent(whole)));
        for round in next.rounds.iter().filter(|round| round.election == whole.election) {
            let _ = writeln!(out, "<li>{}</li>", text(&outcome(round)));
        }
        out.push_str(
            "</ul>\n<table>\n<tr><th scope=\"col\">Part</th><th scope=\"col\">Stand</th><th scope=\"col\">Asked</th>\
             <th scope=\"col\">Answered</th><th scope=\"col\">Known</th></tr>\n",
        );
        let parts = next.coverage.iter().filter(|part| part.by != "election" && part.election == whole.election);
        for part in parts {
            let _ = writeln!(
                out,
                "<tr><th scope=\"row\">{} ({})</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
                text(&part.name),
                part.by,
                part.candidates,
                part.asked,
                part.answered,
                part.known
            );
        }
        out.push_str("</table>\n");
    }
}

/// A text of the records in a page: nothing in it is taken for a part of the page.
fn text(text: &str) -> String {
    escape(&*shown(text)).into_owned()
}
