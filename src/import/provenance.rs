use crate::atoms::{DataKind, FigureUnit, PartialDate, Text, WebUrl, Words as _};
use crate::edit::Value;
use crate::load::records::DataRecord;
use crate::load::{At, Field};

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
    /// What was said, and where nothing was, what stands on record already.
    pub(super) fn or_recorded(self, record: Option<&DataRecord>) -> Self {
        let Some(source) = record.and_then(|record| record.source.as_ref()).map(|source| &source.value) else {
            return self;
        };
        Self {
            title: self.title.or_else(|| value(source.title.as_ref())),
            publisher: self.publisher.or_else(|| value(source.publisher.as_ref())),
            url: self.url.or_else(|| value(source.url.as_ref())),
            date: self.date.or_else(|| value(source.date.as_ref())),
            licence: self.licence.or_else(|| value(source.licence.as_ref())),
            credit: self.credit.or_else(|| value(source.credit.as_ref())),
        }
    }

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

/// The value of a field that is well formed.
pub(super) fn value<T: Clone>(field: Option<&Field<T>>) -> Option<T> {
    field.and_then(|At { value, .. }| value.0.as_ref().ok()).cloned()
}

/// What the numbers of a table of figures say, as far as it was said.
#[derive(Debug, Clone, Default)]
pub struct FigureWords {
    /// What they count.
    pub unit: Option<FigureUnit>,
    /// The words between the number and the date.
    pub says: Option<Text>,
    /// The same after the number 1.
    pub says_one: Option<Text>,
    /// The year, month or day of which they speak.
    pub date: Option<PartialDate>,
    /// Whether their publisher rounded them.
    pub rounded: bool,
}

impl FigureWords {
    /// What was said, and where nothing was, what stands on record already.
    pub(super) fn or_recorded(self, record: Option<&DataRecord>) -> Self {
        let Some(figure) = record.and_then(|record| record.figure.as_ref()).map(|figure| &figure.value) else {
            return self;
        };
        Self {
            unit: self.unit.or_else(|| value(figure.unit.as_ref())),
            says: self.says.or_else(|| value(figure.says.as_ref())),
            says_one: self.says_one.or_else(|| value(figure.says_one.as_ref())),
            date: self.date.or_else(|| value(figure.date.as_ref())),
            rounded: self.rounded || figure.rounded.as_ref().is_some_and(|at| at.value),
        }
    }
}

/// What stands in the record beside an imported table.
pub(super) struct Provenance<'a> {
    pub(super) kind: DataKind,
    pub(super) title: &'a str,
    pub(super) source: &'a SourceOptions,
    pub(super) permission: Option<&'a Text>,
    /// What the numbers say, of figures.
    pub(super) figure: Option<&'a FigureWords>,
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
        let mut yaml = format!("kind: {}\ntitle: {}\n", self.kind.word(), Value::text(self.title).to_block());
        if let Some(figure) = self.figure {
            yaml += "figure:\n";
            let lines = [
                ("unit", figure.unit.map(|unit| unit.word().to_owned())),
                ("says", figure.says.as_ref().map(text)),
                ("says_one", figure.says_one.as_ref().map(text)),
                ("date", figure.date.map(|date| date.to_string())),
                ("rounded", figure.rounded.then(|| "true".to_owned())),
            ];
            yaml += &indented(lines);
        }
        yaml += "source:\n";
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
        yaml += &indented(lines);
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

/// The lines of a group, as far as there are values for its keys.
fn indented<const N: usize>(lines: [(&str, Option<String>); N]) -> String {
    lines.into_iter().filter_map(|(key, value)| Some(format!("  {key}: {}\n", value?))).collect()
}
