use crate::atoms::{DataKind, PartialDate, Text, WebUrl, Words as _};
use crate::edit::Value;

/// Whose data a table is made of, as far as it was said.
#[derive(Debug, Clone, Default)]
pub struct SourceOptions {
    /// What its publisher calls it.
    pub title: Option<Text>,
    /// Who published it.
    pub publisher: Option<Text>,
    /// Where.
    pub url: Option<WebUrl>,
    /// When.
    pub date: Option<PartialDate>,
    /// Under which licence it is used.
    pub licence: Option<Text>,
    /// The line of attribution that the licence asks for.
    pub credit: Option<Text>,
}

impl SourceOptions {
    /// The options by which could be said what nothing says.
    pub(super) fn missing(&self) -> Vec<&'static str> {
        let needed = [
            (self.title.is_none(), "--source-title"),
            (self.publisher.is_none(), "--publisher"),
            (self.licence.is_none(), "--licence"),
            (self.credit.is_none(), "--credit"),
        ];
        needed.into_iter().filter(|(missing, _)| *missing).map(|(_, option)| option).collect()
    }
}

/// What stands in the record beside an imported table.
pub(super) struct Provenance<'a> {
    pub(super) kind: DataKind,
    pub(super) title: &'a str,
    pub(super) source: &'a SourceOptions,
    pub(super) permission: Option<&'a Text>,
    pub(super) boundaries: Option<&'a Text>,
    /// The names of the files that were read.
    pub(super) files: Vec<String>,
    /// How many there are of what.
    pub(super) counts: Vec<(&'static str, u64)>,
}

impl Provenance<'_> {
    /// The record as YAML.
    pub(super) fn text(&self) -> String {
        let text = |text: &Text| Value::text(text.as_str()).to_block();
        let mut yaml = format!("kind: {}\ntitle: {}\nsource:\n", self.kind.word(), Value::text(self.title).to_block());
        let source = self.source;
        let lines = [
            ("title", source.title.as_ref().map(text)),
            ("publisher", source.publisher.as_ref().map(text)),
            ("url", source.url.as_ref().map(|url| Value::text(url.as_str()).to_block())),
            ("date", source.date.map(|date| date.to_string())),
            ("licence", source.licence.as_ref().map(text)),
            ("credit", source.credit.as_ref().map(text)),
            ("permission", self.permission.map(text)),
        ];
        for (key, value) in lines.into_iter().filter_map(|(key, value)| Some((key, value?))) {
            yaml += &format!("  {key}: {value}\n");
        }
        if let Some(boundaries) = self.boundaries {
            // In quotes, whatever it is: a year is a name here.
            yaml += &format!("boundaries: {}\n", serde_json::Value::from(boundaries.as_str()));
        }
        yaml += "imported:\n  files:\n";
        for file in &self.files {
            yaml += &format!("    - {}\n", Value::text(file.as_str()).to_block());
        }
        yaml += "  counts:\n";
        for (of, n) in &self.counts {
            yaml += &format!("    - {{of: {of}, n: {n}}}\n");
        }
        yaml
    }
}
