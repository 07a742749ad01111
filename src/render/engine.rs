use std::collections::BTreeMap;

use tera::{Context, ErrorKind, Tera};

use super::language::Language;
use super::view::{Page, PageView, RedirectView, SiteView};
use crate::diagnostic::{Code, Diagnostics, FileName, Pos};
use crate::load::Theme;

/// Under what prefix the engine knows the default theme's templates, so that a site's own can take
/// their place and still extend them: `{% extends "default/base.html" %}`.
const DEFAULT: &str = "default/";

/// Room for a page, in bytes, so that most need no second allocation.
const USUAL_PAGE: usize = 24 * 1024;

/// The templates of a theme, ready to be filled from many threads.
pub(super) struct Engine {
    tera: Tera,
    /// The files of the templates, by the engine's name for them.
    files: BTreeMap<String, FileName>,
}

impl Engine {
    /// Reads the templates; what every page needs is made ready once.
    pub(super) fn of(theme: &Theme, site: &SiteView<'_>, words: &Language) -> Result<Self, Diagnostics> {
        let (mut templates, mut files) = (Vec::new(), BTreeMap::new());
        let mut found = Diagnostics::default();
        for (prefix, of_theme) in [(DEFAULT, &theme.defaults), ("", &theme.own)] {
            for (name, file) in of_theme {
                let Some(name) = name.strip_prefix("templates/") else { continue };
                let name = format!("{prefix}{name}");
                files.insert(name.clone(), file.file.clone());
                match std::str::from_utf8(&file.bytes) {
                    Ok(text) => templates.push((name, text)),
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
        let mut engine = Self { tera: Tera::new(), files };
        let ready = engine.tera.set_fallback_prefixes([DEFAULT]);
        let ready = ready.and_then(|()| engine.tera.add_raw_templates(templates));
        if let Err(error) = ready {
            engine.report(&error, &mut found);
        }
        if found.has_errors() {
            return Err(found);
        }
        engine.tera.global_context().insert("site", site);
        engine.tera.global_context().insert("t", &words.fixed());
        Ok(engine)
    }

    /// Fills the template of a page.
    pub(super) fn page(&self, head: &PageView<'_>, page: Page) -> tera::TeraResult<Vec<u8>> {
        let mut context = Context::new();
        context.insert("page", head);
        context.insert_value(page.name, page.view);
        let mut html = Vec::with_capacity(USUAL_PAGE);
        self.tera.render_to(page.template, &context, &mut html)?;
        Ok(html)
    }

    /// Fills the template of a page that only leads on.
    pub(super) fn redirect(&self, head: &PageView<'_>, redirect: &RedirectView) -> tera::TeraResult<Vec<u8>> {
        let mut context = Context::new();
        context.insert("page", head);
        context.insert("redirect", redirect);
        self.tera.render("redirect.html", &context).map(String::into_bytes)
    }

    /// Reports what is wrong with a template, at its place.
    pub(super) fn report(&self, error: &tera::Error, found: &mut Diagnostics) {
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
    }

    fn file(&self, template: &str) -> FileName {
        let default = format!("{DEFAULT}{template}");
        let file = self.files.get(template).or_else(|| self.files.get(&default));
        file.cloned().unwrap_or_else(|| template.into())
    }
}
