//! Whether a web archive has a copy of an address: asks the availability API of the Wayback Machine, or one like it.

use jiff::civil::Date;
use url::Url;

use super::fetch::{FetchTrouble, Service, plain};
use super::is_usable;

/// Where the Wayback Machine says whether it has a copy.
pub(crate) const API: &str = "https://archive.org/wayback/available";

/// A copy in an archive.
#[derive(Debug)]
pub struct ArchivedCopy {
    /// Where it can be read.
    pub url: Url,
    /// When it was made.
    pub date: Option<Date>,
}

/// The copy of an address that is nearest to a day; nothing when the archive says that it has none.
/// An error means that nobody knows whether there is a copy.
pub(crate) fn copy(
    service: &mut Service,
    api: &Url,
    address: &str,
    near: Option<Date>,
) -> Result<Option<ArchivedCopy>, FetchTrouble> {
    let mut question = api.clone();
    question.query_pairs_mut().append_pair("url", address);
    if let Some(day) = near {
        question.query_pairs_mut().append_pair("timestamp", &day.strftime("%Y%m%d").to_string());
    }
    let (_, answer) = service.ask(&question)?;
    let Some(snapshots) = answer["archived_snapshots"].as_object() else {
        return Err(FetchTrouble::of("its answer does not say whether there is a copy"));
    };
    let Some(closest) = snapshots.get("closest") else { return Ok(None) };
    let of_an_error = closest["status"].as_str().is_some_and(|status| !status.starts_with('2'));
    if closest["available"] != true || of_an_error {
        return Ok(None);
    }
    let text = closest["url"].as_str().unwrap_or_default();
    let date = closest["timestamp"].as_str().and_then(|stamp| Date::strptime("%Y%m%d", stamp.get(..8)?).ok());
    let Some(mut url) = Url::parse(text).ok().filter(is_usable) else {
        return Err(FetchTrouble::Final(format!("it names a copy at “{}”, which is not a web address", plain(text))));
    };
    // It writes its own address as http, and answers to https.
    if url.domain() == Some("web.archive.org") {
        let _ = url.set_scheme("https");
    }
    Ok(Some(ArchivedCopy { url, date }))
}
