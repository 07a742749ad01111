use std::borrow::Cow;
use std::fmt::Write as _;
use std::sync::Arc;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, FileName, Severity, Sources};
use crate::atoms::{first_control, is_control, shown, shown_name};

/// In what form diagnostics are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people, with the line of the file.
    Text {
        /// Whether to use colour.
        colour: bool,
    },
    /// One JSON array.
    Json,
    /// Workflow annotations of GitHub Actions.
    Github,
}

/// Prints diagnostics in the order given. Nothing in what they tell of, a file's name included, can do anything to a terminal.
#[must_use]
pub fn render(diagnostics: &[Diagnostic], sources: &Sources, format: Format) -> String {
    match format {
        Format::Text { colour } => {
            let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
            let mut lines = SourceLines { sources, file: None };
            diagnostics.iter().map(|d| text(d, &mut lines, &renderer)).collect()
        }
        Format::Json => json(diagnostics),
        Format::Github => diagnostics.iter().map(github).collect(),
    }
}

fn text(diagnostic: &Diagnostic, lines: &mut SourceLines<'_>, renderer: &Renderer) -> String {
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let place = &diagnostic.place;
    let (message, help) = (shown(&diagnostic.message), shown(&diagnostic.help));
    let path = shown_name(&place.file);
    let title = level.primary_title(&*message).id(diagnostic.code.id());
    let group = Group::with_title(title);
    let source = lines.at(&place.file, place.pos.line).and_then(|line| ShownLine::at(line, place.pos.column));
    let group = match &source {
        Some(line) => group.element(
            Snippet::source(&*line.text)
                .line_start(place.pos.line as usize)
                .path(&*path)
                .annotation(AnnotationKind::Primary.span(line.span.clone())),
        ),
        None => {
            group.element(Origin::path(&*path).line(place.pos.line as usize).char_column(place.pos.column as usize))
        }
    };
    let group = group.element(Level::HELP.message(&*help));
    format!("{}\n\n", renderer.render(&[group]))
}

/// Finds lines. A file is read once as long as the next line asked for is in it too.
struct SourceLines<'a> {
    sources: &'a Sources,
    file: Option<OpenFile>,
}

/// A text, and where each of its lines begins.
struct OpenFile {
    file: FileName,
    text: Arc<str>,
    begins: Vec<usize>,
}

impl SourceLines<'_> {
    fn at(&mut self, file: &FileName, number: u32) -> Option<&str> {
        if self.file.as_ref().is_none_or(|open| open.file != *file) {
            let text = self.sources.get(file)?;
            let begins = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
            self.file = Some(OpenFile { file: file.clone(), text, begins });
        }
        let OpenFile { text, begins, .. } = self.file.as_ref()?;
        text[*begins.get(number.checked_sub(1)? as usize)?..].lines().next()
    }
}

/// The line of a file at a place, and the bytes of it to point at.
struct ShownLine<'a> {
    text: Cow<'a, str>,
    span: std::ops::Range<usize>,
}

impl<'a> ShownLine<'a> {
    /// How much of a very long line is shown.
    const LONGEST: usize = 400;

    fn at(line: &'a str, column: u32) -> Option<Self> {
        if line.len() > Self::LONGEST {
            return None;
        }
        let text = blanked(line);
        let line = &*text;
        let start = line.char_indices().nth(column.saturating_sub(1) as usize).map_or(line.len(), |(i, _)| i);
        let rest = &line[start..];
        let word = rest.find([' ', ',', ':', '}', ']']).filter(|n| *n > 0).unwrap_or(rest.len()).max(1);
        let end = (start + word).min(line.len()).max(start);
        Some(Self { span: start..end, text })
    }
}

/// A line with a replacement for each character that could do something to a terminal, so that columns stay the same.
fn blanked(line: &str) -> Cow<'_, str> {
    match first_control(line) {
        None => line.into(),
        Some(_) => line.chars().map(|c| if is_control(c) { char::REPLACEMENT_CHARACTER } else { c }).collect(),
    }
}

fn json(diagnostics: &[Diagnostic]) -> String {
    let list: Vec<_> = diagnostics
        .iter()
        .map(|d| {
            serde_json::json!({
                "code": d.code.id(),
                "severity": d.severity(),
                "file": &*d.place.file,
                "line": d.place.pos.line,
                "column": d.place.pos.column,
                "message": d.message,
                "help": d.help,
            })
        })
        .collect();
    harmless_json(&format!("{:#}\n", serde_json::Value::Array(list)))
}

/// JSON with an escape for each character that could do something to a terminal: such characters stand in texts only.
#[must_use]
pub fn harmless_json(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if is_control(c) {
            out.extend(c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            out.push(c);
        }
    }
    out
}

fn github(diagnostic: &Diagnostic) -> String {
    let kind = match diagnostic.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let place = &diagnostic.place;
    let mut line = String::new();
    let _ = writeln!(
        line,
        "::{kind} file={},line={},col={},title={}::{}",
        property(&shown_name(&place.file)),
        place.pos.line,
        place.pos.column,
        diagnostic.code,
        message(&shown(&format!("{}\nHelp: {}", diagnostic.message, diagnostic.help))),
    );
    line
}

fn message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}
