use std::collections::BTreeSet;

use serde_json::{Value, json};
use sha2::Digest as _;

use super::WeightAndHash;
use super::table::{DataTable, In};
use crate::atoms::WebUrl;
use crate::load::records::DataSourceRecord;
use crate::model::Campaign;
use crate::plan::DataFile;

/// What programs have to know of the CSV files.
const GUARD: &str = "In the CSV files an apostrophe stands before each text that begins with =, +, -, @, a tab or the end of a line, \
                     or with apostrophes and then one of these, so that no spreadsheet takes it for a formula. Take one \
                     apostrophe away to have the text.";

/// The description of the data files that programs read: a Frictionless Data Package.
pub(super) fn describe<'t>(
    campaign: &Campaign,
    files: impl Iterator<Item = (DataFile, WeightAndHash, Option<&'t DataTable<'t>>)>,
) -> Vec<u8> {
    let site = &campaign.site;
    let mut package = json!({
        "profile": "data-package",
        "name": "hustings",
        "title": site.title.as_str(),
        "description": GUARD,
        "version": site.as_of.to_string(),
        "resources": files.map(resource).collect::<Vec<_>>(),
    });
    if let Some(licence) = &site.licence {
        package["licenses"] = json!([named_licence(licence.name.as_str(), licence.url.as_ref())]);
    }
    let credits = site.licence.iter().flat_map(|licence| &licence.credits);
    let credits = credits.map(|credit| titled(credit.name.as_str(), credit.url.as_ref()));
    let sources: Vec<_> = credits.chain(campaign.credited_lists().into_iter().map(credited)).collect();
    // An empty list of sources is not a list of sources.
    if !sources.is_empty() {
        package["sources"] = sources.into();
    }
    format!("{package}\n").into_bytes()
}

fn resource((file, weight, table): (DataFile, WeightAndHash, Option<&DataTable<'_>>)) -> Value {
    let name = file.name();
    let hash: String = weight.hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    let mut resource = json!({
        "name": name.split('.').next(),
        "path": name,
        "profile": if table.is_some() { "tabular-data-resource" } else { "data-resource" },
        "format": if table.is_some() { "csv" } else { "json" },
        "mediatype": if table.is_some() { "text/csv" } else { "application/json" },
        "encoding": "utf-8",
        "bytes": weight.bytes,
        "hash": format!("sha256:{hash}"),
    });
    let Some(table) = table else { return resource };
    let columns = table.columns.iter().filter(|column| column.stands != In::Json);
    let fields = columns.map(|column| json!({"name": column.name, "type": column.kind, "description": column.what}));
    resource["schema"] = json!({ "fields": fields.collect::<Vec<_>>() });
    // Data of others stand under their licences, not under that of the package.
    if !table.of_others.is_empty() {
        let licences: BTreeSet<&str> = table.of_others.iter().map(|source| source.licence.as_str()).collect();
        resource["licenses"] = licences.into_iter().map(|licence| named_licence(licence, None)).collect();
        resource["sources"] = table.of_others.iter().map(|source| credited(source)).collect();
    }
    resource
}

fn credited(source: &DataSourceRecord) -> Value {
    titled(source.credit.as_str(), source.url.as_ref())
}

fn titled(title: &str, url: Option<&WebUrl>) -> Value {
    let mut titled = json!({ "title": title });
    if let Some(url) = url {
        titled["path"] = url.as_str().into();
    }
    titled
}

/// A licence, which a package needs to have a name of few signs: `CC BY 4.0` is `CC-BY-4.0`.
fn named_licence(title: &str, url: Option<&WebUrl>) -> Value {
    let mut licence = titled(title, url);
    let sign = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-') { c } else { '-' };
    licence["name"] = title.chars().map(sign).collect::<String>().into();
    licence
}
