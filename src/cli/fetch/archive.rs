use std::fs;
use std::path::{Path, PathBuf};

use url::Url;

use crate::atoms::PartialDate;
use crate::cli::{Exit, Ran, Terminal};
use crate::diagnostic::Failure;
use crate::edit::{self, Change, FileChange, Place, Value};
use crate::leaflets::archive::{API, Copy, copy};
use crate::leaflets::fetch::{Service, Settings, Trouble};
use crate::model::{Campaign, Document};

/// Looks for archived copies of documents that have an address and no copy on record, and records what there is.
pub(super) fn run(
    root: &Path,
    campaign: &Campaign,
    documents: &[&Document],
    settings: &Settings,
    terminal: &mut Terminal<'_>,
) -> Ran {
    let api = campaign.site.fetch.archive_api.as_ref().map_or(API, |url| url.as_str());
    let api = Url::parse(api)
        .map_err(|e| Failure::new("cannot ask the archive", e, "mend “archive_api:” in hustings.yaml"))?;
    let mut service = Service::new(settings)?;
    let (mut found, mut none, mut unasked) = (0, 0, 0);
    for document in documents.iter().filter(|document| document.archived.is_none()) {
        let Some(url) = &document.url else { continue };
        let near = document.date.or(document.accessed).map(PartialDate::latest);
        let spinner = super::asking(&api, terminal);
        let answer = copy(&mut service, &api, url.value.as_str(), near);
        spinner.finish_and_clear();
        let line = match answer {
            Ok(Some(copy)) => {
                found += 1;
                record(root, document, &copy)?;
                let date = copy.date.map(|date| format!(" of {date}")).unwrap_or_default();
                format!("a copy{date}: {}", copy.url)
            }
            Ok(None) => {
                none += 1;
                "no copy in the archive".to_owned()
            }
            Err(Trouble::Stopped) => {
                terminal.complain("Stopped. What was found is on record; run it again to go on.\n");
                return Ok(Exit::Environment);
            }
            Err(trouble) => {
                unasked += 1;
                format!("could not ask the archive: {trouble}")
            }
        };
        terminal.print(format_args!("{}: {line}\n", document.id))?;
    }
    let counts = [(found, "found and recorded"), (none, "without a copy"), (unasked, "could not be asked for")];
    let parts: Vec<String> = counts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
    terminal.say(match parts.is_empty() {
        true => "Every document with an address has a copy on record.".to_owned(),
        false => format!("{}.", parts.join(", ")),
    });
    Ok(if unasked > 0 { Exit::Environment } else { Exit::Clean })
}

/// Writes the address of a copy into the record of a document, leaving every other line as it is.
fn record(root: &Path, document: &Document, copy: &Copy) -> Result<(), Failure> {
    let path = root.join(&*document.file);
    let before = fs::read_to_string(&path)
        .map_err(|e| Failure::at(&path, "cannot read", e, "make the file readable and run the command again"))?;
    let value = Value::text(copy.url.as_str());
    let help = format!("add it by hand: archived: {}", value.to_block());
    let change = Change::Set { place: Place::Root, key: "archived", value, after: &["url"] };
    let after = edit::apply(&before, &[change]).map_err(|why| Failure::at(&path, "cannot change", why, help))?;
    let change = FileChange { path: PathBuf::from(&*document.file), before: Some(before), after };
    edit::write_files(root, &[vec![change]], &|| ()).map_err(|error| error.failure)
}
