use std::collections::BTreeMap;

use roxmltree::{Document, Node, TextPos};

use super::drawing_colours::colours;
use super::leftovers;
use super::plain_drawing::plain;
use crate::atoms::{Colour, one_line};
use crate::diagnostic::{Code, Diagnostics, FileName, Pos};

pub(super) const SVG: &str = "http://www.w3.org/2000/svg";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// What may stand in a drawing, beside filters: nothing here runs, moves or brings a page of its own.
const ELEMENTS: &[&str] = &[
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "filter",
    "g",
    "image",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "metadata",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "style",
    "svg",
    "switch",
    "symbol",
    "text",
    "textPath",
    "title",
    "tspan",
    "use",
];

/// A drawing, an SVG in which nothing can run and which asks for no other file.
pub(super) struct Drawing {
    /// How wide and high it is, in units of its own.
    pub(super) size: (f64, f64),
    /// Its colours, each with how many shapes have it.
    pub(super) colours: BTreeMap<Colour, u32>,
    /// What is published of it.
    pub(super) plain: String,
}

/// Why a drawing is not published.
struct RefusedDrawing {
    code: Code,
    pos: Pos,
    what: String,
    help: &'static str,
}

const AGAIN: &str = "save it again as SVG, or as PNG";
const PLAIN: &str = "take it out, save the drawing as “plain SVG”, or use a PNG";

impl Drawing {
    /// Reads a drawing; reported when it is none, has no size, or holds what can run or asks for another file.
    pub(super) fn read(text: &str, file: &FileName, found: &mut Diagnostics) -> Option<Self> {
        if leftovers::of_a_merge(text, file, found) {
            return None;
        }
        Self::of(text).map_err(|RefusedDrawing { code, pos, what, help }| found.push(code, file, pos, what, help)).ok()
    }

    fn of(text: &str) -> Result<Self, RefusedDrawing> {
        let document = Document::parse(text).map_err(|error| RefusedDrawing {
            code: Code::BadPicture,
            pos: place(error.pos()),
            what: format!("this drawing cannot be opened: {}", one_line(&error)),
            help: AGAIN,
        })?;
        let root = document.root_element();
        let broken = |what: &str| RefusedDrawing {
            code: Code::BadPicture,
            pos: place(document.text_pos_at(root.range().start)),
            what: what.to_owned(),
            help: AGAIN,
        };
        if !root.has_tag_name((SVG, "svg")) {
            return Err(broken("this is not an SVG drawing"));
        }
        if let Some((at, what)) = document.root().descendants().find_map(unsafe_part) {
            let pos = place(document.text_pos_at(at));
            return Err(RefusedDrawing { code: Code::UnsafePicture, pos, what, help: PLAIN });
        }
        let size =
            view_box(root).ok_or_else(|| broken("this drawing has no “viewBox”, so it cannot be shown small"))?;
        Ok(Self { size, colours: colours(&document), plain: plain(&document) })
    }
}

fn place(TextPos { row, col }: TextPos) -> Pos {
    Pos { line: row, column: col }
}

/// Where in a node something stands that can run or asks for another file, and what it is.
fn unsafe_part(node: Node<'_, '_>) -> Option<(usize, String)> {
    let at = node.range().start;
    if node.is_pi() {
        return Some((at, "a line that begins with “<?” can ask for another file".to_owned()));
    }
    let name = node.tag_name().name();
    let is_known = match node.tag_name().namespace() {
        Some(SVG) => ELEMENTS.contains(&name) || name.starts_with("fe"),
        namespace => namespace != Some(XHTML),
    };
    if !is_known {
        return Some((
            at,
            format!("“<{name}>” has no place in a picture: it can run, move or bring a page of its own"),
        ));
    }
    let style = Some(style_of(node)).filter(|_| name == "style").and_then(|style| asks_elsewhere(&style));
    let style = style.map(|what| (at, what));
    style.or_else(|| {
        node.attributes().find_map(|held| Some((held.range().start, unsafe_value(held.name(), held.value())?)))
    })
}

fn unsafe_value(name: &str, value: &str) -> Option<String> {
    match name {
        _ if name.to_ascii_lowercase().starts_with("on") => Some(format!("“{name}” can run a program")),
        "href" | "src" | "base" if !is_within(value) => Some(format!("“{name}” leads out of the file")),
        _ => asks_elsewhere(value),
    }
}

/// A style sheet in a drawing: comments part its text, and browsers put it together again.
pub(super) fn style_of(node: Node<'_, '_>) -> String {
    node.children().filter(Node::is_text).filter_map(|child| child.text()).collect()
}

/// What of a style asks for another file, or hides whether it does.
fn asks_elsewhere(style: &str) -> Option<String> {
    let style = style.to_ascii_lowercase();
    let outside = style.contains("image-set(")
        || style.split("url(").skip(1).any(|address| !is_within(address.trim_start_matches([' ', '"', '\''])));
    match () {
        () if outside => Some("a picture or “url(…)” in a style leads out of the file".to_owned()),
        () if style.contains("@import") => Some("“@import” asks for another file".to_owned()),
        () if style.contains('\\') => Some("nobody can tell what a “\\” in a style hides".to_owned()),
        () => None,
    }
}

/// Whether an address means a part of this file, or a picture that lies in it.
fn is_within(address: &str) -> bool {
    let pictures = ["data:image/png", "data:image/jpeg", "data:image/webp"];
    address.starts_with('#') || pictures.iter().any(|data| address.starts_with(data))
}

/// How wide and high a drawing is.
fn view_box(root: Node<'_, '_>) -> Option<(f64, f64)> {
    let numbers = root.attribute("viewBox")?.split([' ', ',']).filter(|number| !number.is_empty());
    let numbers: Vec<f64> = numbers.map(|number| number.trim().parse().ok()).collect::<Option<_>>()?;
    let [_, _, width, height] = numbers[..] else { return None };
    let is_size = |edge: f64| edge.is_finite() && edge > 0.0;
    (is_size(width) && is_size(height)).then_some((width, height))
}
