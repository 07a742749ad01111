use std::collections::BTreeMap;

use roxmltree::{Document, Node, TextPos};

use crate::atoms::{Colour, one_line};
use crate::diagnostic::{Code, Pos};

const SVG: &str = "http://www.w3.org/2000/svg";
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
/// What is seen of a drawing.
const SHAPES: &[&str] = &["circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "text"];
/// Properties that hold a colour.
const PAINTS: &[&str] = &["fill", "stroke", "stop-color"];
/// What programs that draw call colours, beside numbers.
const NAMED: &[(&str, &str)] = &[
    ("black", "#000000"),
    ("silver", "#c0c0c0"),
    ("gray", "#808080"),
    ("grey", "#808080"),
    ("white", "#ffffff"),
    ("maroon", "#800000"),
    ("red", "#ff0000"),
    ("purple", "#800080"),
    ("green", "#008000"),
    ("lime", "#00ff00"),
    ("olive", "#808000"),
    ("yellow", "#ffff00"),
    ("navy", "#000080"),
    ("blue", "#0000ff"),
    ("teal", "#008080"),
    ("aqua", "#00ffff"),
    ("orange", "#ffa500"),
];

/// A drawing, an SVG in which nothing can run and which asks for no other file.
pub(super) struct Drawing {
    /// How wide and high it is, in units of its own.
    pub(super) size: (f64, f64),
    /// Its colours, each with how many shapes have it.
    pub(super) colours: BTreeMap<Colour, u32>,
}

/// Why a drawing is not published.
pub(super) struct RefusedDrawing {
    pub(super) code: Code,
    pub(super) pos: Pos,
    pub(super) what: String,
    pub(super) help: &'static str,
}

const AGAIN: &str = "save it again as SVG, or as PNG";
const PLAIN: &str = "take it out, save the drawing as “plain SVG”, or use a PNG";

impl Drawing {
    /// Reads a drawing.
    ///
    /// # Errors
    /// When it is no SVG, has no size, or holds what can run or fetches something.
    pub(super) fn of(text: &str) -> Result<Self, RefusedDrawing> {
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
        Ok(Self { size, colours: colours(&document) })
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
    let style = texts(node).filter(|_| name == "style").find_map(asks_elsewhere).map(|what| (at, what));
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

/// All texts of a node: comments part them.
fn texts<'d>(node: Node<'d, '_>) -> impl Iterator<Item = &'d str> {
    node.children().filter(Node::is_text).filter_map(|child| child.text())
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

/// The colours that are seen, each with how many shapes have it. What a style sheet inside gives to classes counts once each.
fn colours(document: &Document<'_>) -> BTreeMap<Colour, u32> {
    let sheets = document.descendants().filter(|node| node.has_tag_name((SVG, "style"))).flat_map(texts);
    let sheets: Vec<&str> = sheets.collect();
    let of_classes = sheets.iter().flat_map(|sheet| declared(sheet)).map(|(_, colour)| colour.to_owned());
    let shapes = document.descendants().filter(|node| SHAPES.contains(&node.tag_name().name()) && is_seen(*node));
    let of_shapes = shapes.flat_map(|shape| {
        let fill = match inherited(shape, "fill") {
            None if !sheets.is_empty() => None,
            fill => Some(fill.unwrap_or("black").to_owned()),
        };
        [fill, inherited(shape, "stroke").map(ToOwned::to_owned)].into_iter().flatten()
    });
    let stops = document.descendants().filter(|node| node.has_tag_name((SVG, "stop")));
    let of_stops = stops.filter_map(|stop| own(stop, "stop-color")).map(ToOwned::to_owned);
    let mut colours = BTreeMap::new();
    for colour in of_classes.chain(of_shapes).chain(of_stops).filter_map(|written| colour(&written)) {
        *colours.entry(colour).or_default() += 1;
    }
    colours
}

/// Whether a shape is drawn, and does not only cut others.
fn is_seen(shape: Node<'_, '_>) -> bool {
    !shape.ancestors().any(|around| matches!(around.tag_name().name(), "clipPath" | "mask"))
}

/// A property of a shape, its own or that of a group around it.
fn inherited<'a>(shape: Node<'a, '_>, property: &str) -> Option<&'a str> {
    shape.ancestors().find_map(|node| own(node, property))
}

/// A property as it stands at a node.
fn own<'a>(node: Node<'a, '_>, property: &str) -> Option<&'a str> {
    let style = node
        .attribute("style")
        .and_then(|style| declared(style).find(|(name, _)| *name == property).map(|(_, value)| value));
    style.or_else(|| node.attribute(property))
}

/// The properties in a style that hold a colour, with their values.
fn declared(style: &str) -> impl Iterator<Item = (&str, &str)> {
    let lines = style.split([';', '{', '}']).filter_map(|line| line.split_once(':'));
    let lines = lines.map(|(name, value)| (name.trim(), value.trim()));
    lines.filter(|(name, _)| PAINTS.contains(name))
}

/// A colour as drawings write it; nothing for what is none, or is not known here. Nothing around a picture gives it the colour of its
/// words, which then are black.
fn colour(written: &str) -> Option<Colour> {
    let written = written.trim().to_ascii_lowercase();
    if let Some(digits) = written.strip_prefix('#').filter(|digits| digits.len() == 3) {
        let doubled: String = digits.chars().flat_map(|digit| [digit, digit]).collect();
        return format!("#{doubled}").parse().ok();
    }
    if let Some(parts) = written.strip_prefix("rgb(").and_then(|rest| rest.strip_suffix(')')) {
        let parts: Vec<u8> = parts.split(',').map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
        return Some(Colour::of(parts.try_into().ok()?));
    }
    let named = NAMED.iter().find(|(name, _)| *name == written).map(|(_, colour)| *colour);
    let named = named.or((written == "currentcolor").then_some("#000000"));
    named.unwrap_or(&written).parse().ok()
}
