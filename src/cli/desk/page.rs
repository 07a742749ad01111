use serde::Serialize;
use tera::{Context, Tera};

/// How the pages of the desk look.
pub(super) const STYLE: &str = include_str!("pages/desk.css");

/// The templates, by their names. All text in them is escaped as HTML.
const TEMPLATES: [(&str, &str); 8] = [
    ("base.html", include_str!("pages/base.html")),
    ("home.html", include_str!("pages/home.html")),
    ("board.html", include_str!("pages/board.html")),
    ("waiting.html", include_str!("pages/waiting.html")),
    ("form.html", include_str!("pages/form.html")),
    ("field.html", include_str!("pages/field.html")),
    ("change.html", include_str!("pages/change.html")),
    ("note.html", include_str!("pages/note.html")),
];

/// What every page of the desk shows.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Frame {
    /// The address of the overview.
    pub(super) top: String,
    /// Where the site is shown.
    pub(super) preview: String,
    /// What was done last, told once.
    pub(super) said: Vec<String>,
    /// Who sits at the desk, where that is known.
    pub(super) me: Option<String>,
}

/// Draws the pages of the desk.
pub(super) struct DeskPages(Tera);

impl DeskPages {
    pub(super) fn new() -> Self {
        let mut tera = Tera::new();
        if let Err(error) = tera.add_raw_templates(TEMPLATES) {
            unreachable!("the templates are ours: {error}");
        }
        Self(tera)
    }

    /// A page of a template.
    pub(super) fn draw(&self, template: &str, frame: &Frame, view: &impl Serialize) -> String {
        let mut context = Context::new();
        context.insert("frame", frame);
        context.insert("view", view);
        self.0.render(template, &context).unwrap_or_else(|error| unreachable!("{template}: {error}"))
    }
}
