use std::collections::BTreeSet;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::rows::{
    CandidateRow, Column, DocumentRow, FigureRow, LineRow, MentionRow, PositionRow, PutRow, QuestionRow, Row,
};
use crate::atoms::WebUrl;
use crate::model::{Campaign, DataSource};
use crate::render::view::Source;

/// What programs have to know of the CSV files.
const GUARD: &str = "In the CSV files an apostrophe stands before each text that begins with =, +, -, @, a tab or the end of a line, \
                     or with apostrophes and then one of these, so that no spreadsheet takes it for a formula. Take one \
                     apostrophe away to have the text.";

/// The description of the data files that programs read: a Frictionless Data Package.
pub(super) fn describe(source: &Source<'_>, files: &[(&'static str, &[u8])]) -> Vec<u8> {
    let site = &source.campaign.site;
    let resources: Vec<Value> = files.iter().map(|(name, bytes)| resource(source.campaign, name, bytes)).collect();
    let mut package = json!({
        "profile": "data-package",
        "name": "hustings",
        "title": site.title.as_str(),
        "description": GUARD,
        "version": site.as_of.to_string(),
        "resources": resources,
    });
    if let Some(licence) = &site.licence {
        let path = licence.url.as_ref().map(WebUrl::as_str);
        package["licenses"] = json!([{ "title": licence.name.as_str(), "path": path }]);
        let credits = licence
            .credits
            .iter()
            .map(|credit| json!({ "title": credit.name.as_str(), "path": credit.url.as_ref().map(WebUrl::as_str) }));
        package["sources"] = credits.collect();
    }
    let mut bytes = package.to_string().into_bytes();
    bytes.push(b'\n');
    bytes
}

fn resource(campaign: &Campaign, name: &'static str, bytes: &[u8]) -> Value {
    let stem = name.split('.').next().unwrap_or(name);
    let hash: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let mut resource = json!({
        "name": stem,
        "path": name,
        "encoding": "utf-8",
        "bytes": bytes.len(),
        "hash": format!("sha256:{hash}"),
    });
    match columns(name) {
        Some(columns) => {
            resource["profile"] = "tabular-data-resource".into();
            resource["format"] = "csv".into();
            resource["mediatype"] = "text/csv".into();
            resource["schema"] = json!({ "fields": columns.iter().map(field).collect::<Vec<_>>() });
        }
        None => {
            resource["profile"] = "data-resource".into();
            resource["format"] = "json".into();
            resource["mediatype"] = "application/json".into();
        }
    }
    if name == "figures.csv" {
        of_others(campaign, &mut resource);
    }
    resource
}

/// Whose figures a file holds, and under which licences: others than those of the package.
fn of_others(campaign: &Campaign, resource: &mut Value) {
    let sources: Vec<&DataSource> =
        campaign.data.iter().filter(|data| data.figures().is_some()).map(|data| &data.source).collect();
    if sources.is_empty() {
        return;
    }
    let licences: BTreeSet<&str> = sources.iter().map(|source| source.licence.as_str()).collect();
    resource["licenses"] = licences.into_iter().map(|licence| json!({ "title": licence })).collect();
    let sources = sources.into_iter();
    let source = |source: &DataSource| json!({ "title": source.credit.as_str(), "path": source.url.as_ref().map(WebUrl::as_str) });
    resource["sources"] = sources.map(source).collect();
}

fn field(column: &Column) -> Value {
    json!({ "name": column.name, "type": column.kind, "description": column.what })
}

fn columns(name: &str) -> Option<Vec<Column>> {
    Some(match name {
        "candidates.csv" => CandidateRow::columns(),
        "positions.csv" => PositionRow::columns(),
        "party-lines.csv" => LineRow::columns(),
        "documents.csv" => DocumentRow::columns(),
        "mentions.csv" => MentionRow::columns(),
        "questions.csv" => QuestionRow::columns(),
        "put.csv" => PutRow::columns(),
        "figures.csv" => FigureRow::columns(),
        _ => return None,
    })
}
