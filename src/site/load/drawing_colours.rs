use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use super::drawing::{SVG, style_of};
use crate::atoms::Colour;

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

/// The colours that are seen, each with how many shapes have it. What a style sheet inside gives to classes counts once each.
pub(super) fn colours(document: &Document<'_>) -> BTreeMap<Colour, u32> {
    let sheets = document.descendants().filter(|node| node.has_tag_name((SVG, "style"))).map(style_of);
    let sheets: Vec<String> = sheets.collect();
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
