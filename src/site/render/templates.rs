use std::collections::BTreeMap;

use tera::{ErrorKind, Tera};

use crate::diagnostic::{Code, Diagnostics, FileName, Pos};
use crate::load::Theme;

/// Under what prefix the engine knows the default theme's templates, so that a site's own can take
/// their place and still extend them: `{% extends "default/base.html" %}`.
const DEFAULT: &str = "default/";

/// The templates of a theme, read: the same for every language, and for every draft of a preview.
#[derive(Clone)]
pub(super) struct Templates {
    pub(super) tera: Tera,
    /// The files of the templates, by the engine's name for them.
    files: BTreeMap<String, FileName>,
}

impl Templates {
    pub(super) fn of(theme: &Theme) -> Result<Self, Diagnostics> {
        let mut read = Self { tera: Tera::new(), files: BTreeMap::new() };
        let (mut texts, mut found) = (Vec::new(), Diagnostics::default());
        for (prefix, of_theme) in [(DEFAULT, &theme.defaults), ("", &theme.own)] {
            for (name, file) in of_theme {
                let Some(name) = name.strip_prefix("templates/") else { continue };
                let name = format!("{prefix}{name}");
                read.files.insert(name.clone(), file.file.clone());
                match std::str::from_utf8(&file.bytes) {
                    Ok(text) => texts.push((name, text)),
                    Err(_) => found.push(
                        Code::NotUtf8,
                        &file.file,
                        Pos::START,
                        "the template is not UTF-8",
                        "save it as UTF-8",
                    ),
                }
            }
        }
        let ready = read.tera.set_fallback_prefixes([DEFAULT]);
        let ready = ready.and_then(|()| read.tera.add_raw_templates(texts));
        if let Err(error) = ready {
            found.extend(read.report(&error));
        }
        if found.has_errors() { Err(found) } else { Ok(read) }
    }

    /// What is wrong with a template, at its place.
    pub(super) fn report(&self, error: &tera::Error) -> Diagnostics {
        let mut found = Diagnostics::default();
        let help = "compare it with the default theme's template; docs/themes.md lists what templates are given";
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let file = self.file(report.filename());
                let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
                let span = report.span();
                let pos = Pos { line: count(span.start_line), column: count(span.start_col + 1) };
                let message = report.message().trim_end_matches('.');
                found.push(Code::BadTheme, &file, pos, message, help);
            }
            other => {
                let file = self.files.keys().find(|name| other.to_string().contains(name.as_str()));
                let file = self.file(file.map_or("base.html", String::as_str));
                found.push(Code::BadTheme, &file, Pos::START, other.to_string(), help);
            }
        }
        found
    }

    fn file(&self, template: &str) -> FileName {
        let default = format!("{DEFAULT}{template}");
        let file = self.files.get(template).or_else(|| self.files.get(&default));
        file.cloned().unwrap_or_else(|| template.into())
    }
}
