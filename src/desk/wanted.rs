use std::collections::BTreeMap;

use crate::leaflets::fetch::WantedDocument;
use crate::model::{Document, SiteInfo};

/// What is to be asked for: each address once, whoever points at it.
pub(crate) fn wanted(documents: &[&Document]) -> Vec<WantedDocument> {
    let mut of: BTreeMap<String, WantedDocument> = BTreeMap::new();
    for document in documents {
        for (name, address, licence) in addresses(document) {
            let wanted =
                of.entry(address.clone()).or_insert_with(|| WantedDocument { name: String::new(), address, licence });
            let comma = if wanted.name.is_empty() { "" } else { ", " };
            wanted.name = format!("{}{comma}{name}", wanted.name);
        }
    }
    of.into_values().collect()
}

/// The addresses of a document's files, or its own when it names no files: what to call it, the address, whom to credit.
fn addresses(document: &Document) -> Vec<(String, String, Option<String>)> {
    let id = document.id.as_str();
    let files = document.files.iter().enumerate().filter_map(|(n, file)| {
        let title = file.title.as_ref().map_or_else(|| (n + 1).to_string(), ToString::to_string);
        let name = if document.files.len() == 1 { id.to_owned() } else { format!("{id} ({title})") };
        Some((name, file.url.as_ref()?.to_string(), file.credit.as_ref().map(ToString::to_string)))
    });
    let own = document.url.iter().filter(|_| document.files.is_empty());
    files.chain(own.map(|url| (id.to_owned(), url.value.to_string(), None))).collect()
}

/// How the owner of another site reaches the campaign.
pub(crate) fn sender(site: &SiteInfo) -> Option<String> {
    let contact = site.contact.as_ref();
    let email = contact.and_then(|contact| contact.email.as_ref()).map(ToString::to_string);
    let url = || contact.and_then(|contact| contact.url.as_ref()).map(ToString::to_string);
    site.fetch.contact.as_ref().map(ToString::to_string).or(email).or_else(url)
}
