use url::Url;

use super::counted;
use crate::cli::saving::Saving;
use crate::cli::{Exit, Ran, Terminal};
use crate::desk::{OpenSite, record_archived};
use crate::diagnostic::Failure;
use crate::leaflets::archive::{API, copy};
use crate::leaflets::fetch::{FetchTrouble, Service, Settings};
use crate::model::Document;

/// Looks for archived copies of documents that have an address and no copy on record, and records what there is.
pub(super) fn run(
    site: &OpenSite,
    documents: &[&Document],
    settings: &Settings,
    saving: Saving,
    terminal: &mut Terminal<'_>,
) -> Ran {
    let api = site.campaign(super::UNDONE)?.site.fetch.archive_api.as_ref().map_or(API, |url| url.as_str());
    let api = Url::parse(api)
        .map_err(|e| Failure::new("cannot ask the archive", e, "correct “archive_api:” in hustings.yaml"))?;
    let mut service = Service::new(settings)?;
    let (mut found, mut none, mut unasked) = (0, 0, 0);
    for document in documents.iter().filter(|document| document.archived.is_none()) {
        let Some(url) = &document.url else { continue };
        let near = document.date.or(document.accessed).map(|date| date.latest());
        let spinner = super::asking(&api, terminal);
        let answer = copy(&mut service, &api, url.value.as_str(), near);
        spinner.finish_and_clear();
        let line = match answer {
            Ok(Some(copy)) => {
                found += 1;
                saving.save(record_archived(site, document, &copy)?, &(), terminal)?;
                let date = copy.date.map(|date| format!(" of {date}")).unwrap_or_default();
                format!("a copy{date}: {}", copy.url)
            }
            Ok(None) => {
                none += 1;
                "no copy in the archive".to_owned()
            }
            Err(FetchTrouble::Stopped) => {
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
    let all = || "Every document with an address has a copy on record.".to_owned();
    terminal.say(counted(&counts).unwrap_or_else(all));
    Ok(if unasked > 0 { Exit::Environment } else { Exit::Clean })
}
