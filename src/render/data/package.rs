use std::collections::BTreeSet;

use serde_json::{Value, json};
use sha2::Digest as _;

use super::Described;
use super::rows::{
    CandidateRow, Column, DocumentRow, FigureRow, LineRow, MentionRow, PositionRow, PutRow, QuestionRow, Row,
};
use crate::atoms::WebUrl;
use crate::model::{Campaign, DataSource};
use crate::render::context::Context;

/// What programs have to know of the CSV files.
const GUARD: &str = "In the CSV files an apostrophe stands before each text that begins with =, +, -, @, a tab or the end of a line, \
                     or with apostrophes and then one of these, so that no spreadsheet takes it for a formula. Take one \
                     apostrophe away to have the text.";

/// The description of the data files that programs read: a Frictionless Data Package.
pub(super) fn describe(source: &Context<'_>, files: &[Described]) -> Vec<u8> {
    let site = &source.campaign.site;
    let resources: Vec<Value> = files.iter().map(|file| resource(source.campaign, file)).collect();
    let mut package = json!({
        "profile": "data-package",
        "name": "hustings",
        "title": site.title.as_str(),
        "description": GUARD,
        "version": site.as_of.to_string(),
        "resources": resources,
    });
    let credits = site.licence.iter().flat_map(|licence| &licence.credits);
    let credits = credits.map(|credit| titled(credit.name.as_str(), credit.url.as_ref()));
    let lists = source.campaign.credited_lists();
    let lists = lists.iter().map(|source| titled(source.credit.as_str(), source.url.as_ref()));
    if let Some(licence) = &site.licence {
        package["licenses"] = json!([named_licence(licence.name.as_str(), licence.url.as_ref())]);
    }
    let sources: Vec<Value> = credits.chain(lists).collect();
    // An empty list of sources is no list of sources.
    if !sources.is_empty() {
        package["sources"] = sources.into();
    }
    let mut bytes = package.to_string().into_bytes();
    bytes.push(b'\n');
    bytes
}

fn resource(campaign: &Campaign, Described { name, weight }: &Described) -> Value {
    let stem = name.split('.').next().unwrap_or(name);
    let hash: String = weight.hash.clone().finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    let mut resource = json!({
        "name": stem,
        "path": name,
        "encoding": "utf-8",
        "bytes": weight.bytes,
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
    let lists = || campaign.elections.iter().filter_map(|election| election.source.as_ref()).collect();
    match *name {
        "figures.csv" => {
            let figures = campaign.data.iter().filter(|data| data.figures().is_some()).map(|data| &data.source);
            of_others(&figures.collect::<Vec<_>>(), &mut resource);
        }
        "candidates.csv" => of_others(&unlike(lists()), &mut resource),
        _ => {}
    }
    resource
}

/// Each source once, though many elections have it.
fn unlike(mut sources: Vec<&DataSource>) -> Vec<&DataSource> {
    let mut seen = BTreeSet::new();
    sources.retain(|source| seen.insert((source.credit.as_str(), source.licence.as_str())));
    sources
}

/// Whose data a file holds, and under which licences: others than those of the package.
fn of_others(sources: &[&DataSource], resource: &mut Value) {
    if sources.is_empty() {
        return;
    }
    let licences: BTreeSet<&str> = sources.iter().map(|source| source.licence.as_str()).collect();
    resource["licenses"] = licences.into_iter().map(|licence| named_licence(licence, None)).collect();
    resource["sources"] = sources.iter().map(|source| titled(source.credit.as_str(), source.url.as_ref())).collect();
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
