use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use memchr::memmem;
use tera::value::Key;
use tera::{Context, TeraResult, Value};

use super::Unmade;
use super::compare::Pieces;
use super::context::Context as Site;
use super::pages::head::PageHead;
use super::parts::frame;
use super::picture::Paints;
use super::spoken::with_lang;
use super::templates::Templates;
use crate::atoms::{ElectionId, SitePath};
use crate::diagnostic::{Diagnostics, Failure};
use crate::load::Theme;
use crate::model::Election;
use crate::plan::{KindRow, PageKind};

/// Stands for a page's way up in what is drawn for several: no text holds it, since it is not a character.
const ROOT: &str = "\u{fdd0}";

thread_local! {
    /// Where a thread fills its pages one after another, in the same memory.
    static DESK: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Takes the HTML of a page.
type PutHtml<'p> = &'p mut dyn FnMut(&[u8]) -> Result<(), Failure>;

/// The templates of a theme, ready to be filled in one language from many threads.
pub(super) struct Engine {
    templates: Templates,
    /// What all pages of a kind have in common, by its word.
    frames: BTreeMap<&'static str, KindFrame>,
    /// The words of the interface for elections in which people vote in areas of another kind than on the whole site.
    speech: BTreeMap<ElectionId, Value>,
    /// What rows of each election have in common, for what compares: drawn when the first of them is.
    pieces: BTreeMap<ElectionId, OnceLock<Pieces>>,
    /// What pictures of pages take from the theme, where the site wants any.
    pub(super) paints: Option<Paints>,
}

/// The links at the head and the foot of a kind of page: drawn when the first of its pages is.
struct KindFrame {
    /// What their templates are given of the page.
    page: Value,
    drawn: OnceLock<Result<Context, Diagnostics>>,
}

impl Engine {
    /// Makes ready what every page needs.
    pub(super) fn of(mut templates: Templates, theme: &Theme, cx: &Site<'_>) -> Self {
        templates.tera.global_context().insert_value("site", frame::view(cx));
        templates.tera.global_context().insert("t", &cx.words.fixed());
        let kinds: BTreeMap<_, _> =
            cx.plan.pages.iter().map(|(path, kind)| (kind.row().word, (path, kind.row()))).collect();
        let frame = |(word, (path, row)): (&'static str, (&SitePath, KindRow))| {
            // With ROOT where each page has its own way up.
            let page = view! { kind: word, section: row.section, path, root: ROOT };
            (word, KindFrame { page, drawn: OnceLock::new() })
        };
        Self {
            templates,
            frames: kinds.into_iter().map(frame).collect(),
            speech: speech(cx),
            pieces: cx.campaign.elections.iter().map(|election| (election.id.clone(), OnceLock::new())).collect(),
            paints: cx.campaign.site.share_pictures.then(|| Paints::of(theme)),
        }
    }

    /// What all pages of a kind have in common.
    pub(super) fn frame(&self, kind: &PageKind) -> Result<Context, Diagnostics> {
        let Some(KindFrame { page, drawn }) = self.frames.get(kind.row().word) else { return Ok(Context::new()) };
        let draw = || {
            let (mut context, mut frame) = (Context::new(), Context::new());
            context.insert_value("page", page.clone());
            for name in ["nav", "foot"] {
                frame.insert(name, &self.templates.tera.render(&format!("{name}.html"), &context)?);
            }
            Ok(frame)
        };
        drawn.get_or_init(|| draw().map_err(|error| self.report(&error))).clone()
    }

    /// Fills the template of a page, and hands over its HTML.
    pub(super) fn page(
        &self,
        head: &PageHead<'_>,
        kind: &PageKind,
        view: Value,
        put: PutHtml<'_>,
    ) -> Result<(), Unmade> {
        let mut context = self.frame(kind)?;
        context.insert("page", head);
        if let Some(words) = kind.election().and_then(|election| self.speech.get(election)) {
            context.insert_value("t", words.clone());
        }
        let mut drawn = BTreeSet::new();
        shapes(&view, &mut drawn);
        context.insert("shapes", &drawn);
        context.insert_value(kind.row().view, view);
        self.fill(kind.row().template, &context, &head.root, put)
    }

    /// Draws a component once for all pages that show it, with [`ROOT`] where each page has its own way up; and says which
    /// shapes are in it.
    pub(super) fn component(&self, name: &'static str, view: Value) -> TeraResult<Value> {
        let mut drawn = BTreeSet::new();
        shapes(&view, &mut drawn);
        let shapes = drawn.into_iter().map(Value::from).collect::<Vec<_>>();
        let mut context = of_fields(view);
        context.insert("root", ROOT);
        Ok(view! { html: self.templates.tera.render_component(name, &context, None, true)?, shapes })
    }

    /// Draws a component that leads nowhere, so that it is the same on all pages.
    pub(super) fn part(&self, name: &'static str, view: Value) -> TeraResult<Value> {
        Ok(view! { html: self.templates.tera.render_component(name, &of_fields(view), None, true)? })
    }

    /// What rows of an election have in common.
    pub(super) fn pieces_of(&self, cx: &Site<'_>, election: &Election) -> &Pieces {
        self.pieces[&election.id].get_or_init(|| Pieces::of(cx, self, election))
    }

    /// What was drawn for several pages, as it stands on one with this way up.
    pub(super) fn placed(drawn: &Value, root: &str) -> String {
        let html =
            drawn.as_map().and_then(|drawn| drawn.get(&Key::Str("html"))).and_then(Value::as_str).unwrap_or_default();
        String::from_utf8_lossy(&with_root(&with_lang(html.as_bytes()), root)).into_owned()
    }

    /// Fills the template of a page that only leads on.
    pub(super) fn redirect(&self, head: &PageHead<'_>, redirect: Value, put: PutHtml<'_>) -> Result<(), Unmade> {
        let mut context = Context::new();
        context.insert("page", head);
        context.insert_value("redirect", redirect);
        self.fill("redirect.html", &context, &head.root, put)
    }

    fn fill(&self, template: &str, context: &Context, root: &str, put: PutHtml<'_>) -> Result<(), Unmade> {
        DESK.with_borrow_mut(|desk| {
            desk.clear();
            self.templates.tera.render_to(template, context, &mut *desk).map_err(|error| self.report(&error))?;
            Ok(put(&with_root(&with_lang(desk), root))?)
        })
    }

    /// What is wrong with a template, at its place.
    pub(super) fn report(&self, error: &tera::Error) -> Diagnostics {
        self.templates.report(error)
    }
}

/// What templates know as `t` on the pages of elections whose kind of area is not that of the whole site.
fn speech(cx: &Site<'_>) -> BTreeMap<ElectionId, Value> {
    let of_site = cx.campaign.votes_in();
    let own = cx.campaign.elections.iter().filter(|election| election.votes_in != of_site);
    own.map(|election| (election.id.clone(), Value::from(cx.words_of(election).fixed()))).collect()
}

/// The fields of a view, as a template is given them.
fn of_fields(view: Value) -> Context {
    let mut context = Context::new();
    for (field, value) in view.into_map().into_iter().flatten() {
        context.insert_value(field.to_string(), value);
    }
    context
}

/// A page with its own way up where it shows what was drawn for several.
fn with_root<'h>(html: &'h [u8], root: &str) -> Cow<'h, [u8]> {
    let places: Vec<usize> = memmem::find_iter(html, ROOT).collect();
    if places.is_empty() {
        return Cow::Borrowed(html);
    }
    let mut page = Vec::with_capacity(html.len() + places.len() * root.len());
    let mut from = 0;
    for at in places {
        page.extend_from_slice(&html[from..at]);
        page.extend_from_slice(root.as_bytes());
        from = at + ROOT.len();
    }
    page.extend_from_slice(&html[from..]);
    Cow::Owned(page)
}

/// The shapes of all marks in a view, so that its page draws no others.
fn shapes<'v>(view: &'v Value, drawn: &mut BTreeSet<&'v str>) {
    for (name, field) in view.as_map().into_iter().flatten() {
        match name.as_str() {
            Some("shape") => drawn.extend(field.as_str()),
            Some("shapes") => drawn.extend(field.as_array().into_iter().flatten().filter_map(Value::as_str)),
            _ => shapes(field, drawn),
        }
    }
    view.as_array().into_iter().flatten().for_each(|entry| shapes(entry, drawn));
}
