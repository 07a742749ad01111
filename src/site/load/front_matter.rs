use super::leftovers;
use super::source::SourceText;
use crate::atoms::LanguageTag;
use crate::diagnostic::{Code, Diagnostics, FileName, Pos};

/// The Markdown of a file, after its front matter.
#[derive(Debug, Clone)]
pub struct Body {
    /// The file.
    pub file: FileName,
    /// The Markdown.
    pub text: String,
    /// The line of the file on which it begins, from 1.
    pub line: u32,
    /// The language in which it stands, when it is not the page's.
    pub language: Option<LanguageTag>,
}

/// The YAML front matter of a file, between two lines of `---`, and what stands below it.
pub(super) fn split_off<'s>(source: &'s SourceText, found: &mut Diagnostics) -> Option<(&'s str, Body)> {
    let Some((yaml, body)) = split(&source.text) else {
        let help = "begin the file with a line “---”, then the keys, then another line “---”, then the text";
        found.push(Code::FrontMatter, &source.file, Pos::START, "this file has no front matter that ends", help);
        return None;
    };
    let line = lines(yaml) + 2;
    Some((yaml, Body { file: source.file.clone(), text: body.to_owned(), line, language: None }))
}

/// The same of a guide, which may have none; without its notes between `<!--` and `-->`, which are for those who write it.
pub(super) fn of_guide(source: &SourceText) -> (&str, Body) {
    let (yaml, text) = split(&source.text).unwrap_or(("", &source.text));
    let line = if yaml.is_empty() { 1 } else { lines(yaml) + 2 };
    (yaml, Body { file: source.file.clone(), text: leftovers::without_comments(text), line, language: None })
}

fn lines(text: &str) -> u32 {
    u32::try_from(text.matches('\n').count()).unwrap_or(u32::MAX - 2)
}

/// The YAML of a record's text: its front matter if it has any, else all of it.
#[must_use]
pub fn yaml_of(text: &str) -> &str {
    split(text).map_or(text, |(yaml, _)| yaml)
}

/// The YAML with its opening line, so that lines count as in the file, and what follows the closing line.
pub(super) fn split(text: &str) -> Option<(&str, &str)> {
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let fence = line.trim_end() == "---";
        match number {
            0 if !fence => return None,
            0 => {}
            _ if fence => return Some((&text[..at], &text[at + line.len()..])),
            _ => {}
        }
        at += line.len();
    }
    None
}
