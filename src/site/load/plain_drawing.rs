use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};
use roxmltree::{Attribute, Document, Node};

use super::drawing::{SVG, style_of};

const XLINK: &str = "http://www.w3.org/1999/xlink";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Elements that draw nothing and tell something: who made a drawing, with what, from which file.
const TELLING: &[&str] = &["desc", "metadata", "title"];
/// Elements in which words are drawn.
const WORDS: &[&str] = &["text", "textPath", "tspan"];

/// A drawing as it is published: what is seen of it, and nothing that editors and people left beside that.
pub(super) fn plain(document: &Document<'_>) -> String {
    let mut writer = Writer::new(Vec::new());
    write(document, &mut writer).unwrap_or_else(|error| unreachable!("memory takes all: {error}"));
    String::from_utf8_lossy(&writer.into_inner()).into_owned()
}

/// Goes from node to node rather than into each, since a drawing may be as deep as it likes.
fn write(document: &Document<'_>, to: &mut Writer<Vec<u8>>) -> io::Result<()> {
    let (mut open, mut left_out) = (Vec::new(), 0);
    for node in document.descendants().skip(1).filter(|node| node.is_element() || is_drawn_text(*node)) {
        if node.range().start < left_out {
            continue;
        }
        while let Some(done) = open.pop_if(|around| node.parent() != Some(*around)) {
            to.write_event(Event::End(BytesEnd::new(done.tag_name().name())))?;
        }
        let name = node.tag_name();
        if let Some(text) = node.text().filter(|_| node.is_text()) {
            to.write_event(Event::Text(BytesText::new(text)))?;
        } else if name.namespace() != Some(SVG) || TELLING.contains(&name.name()) {
            left_out = node.range().end;
        } else if name.name() == "style" {
            to.write_event(Event::Start(start(node, document)))?;
            to.write_event(Event::Text(BytesText::new(&style_of(node))))?;
            to.write_event(Event::End(BytesEnd::new("style")))?;
            left_out = node.range().end;
        } else if node.has_children() {
            to.write_event(Event::Start(start(node, document)))?;
            open.push(node);
        } else {
            to.write_event(Event::Empty(start(node, document)))?;
        }
    }
    for done in open.iter().rev() {
        to.write_event(Event::End(BytesEnd::new(done.tag_name().name())))?;
    }
    to.get_mut().push(b'\n');
    Ok(())
}

/// Whether a node is a text that is seen; the others only set elements apart.
fn is_drawn_text(node: Node<'_, '_>) -> bool {
    node.is_text() && node.parent().is_some_and(|around| WORDS.contains(&around.tag_name().name()))
}

/// How an element begins; the outermost declares its names.
fn start<'d>(node: Node<'d, '_>, document: &Document<'_>) -> BytesStart<'d> {
    let mut start = BytesStart::new(node.tag_name().name());
    if node == document.root_element() {
        start.push_attribute(("xmlns", SVG));
        if document.descendants().any(|node| node.has_attribute((XLINK, "href"))) {
            start.push_attribute(("xmlns:xlink", XLINK));
        }
    }
    for held in node.attributes() {
        let name = match (held.namespace(), held.name()) {
            (Some(XLINK), "href") => "xlink:href",
            (Some(XML), "space") => "xml:space",
            (None, name) if !tells(name) => name,
            _ => continue,
        };
        start.push_attribute((name, &*value(&held)));
    }
    start
}

/// Whether an attribute is for programs and people rather than for the picture.
fn tells(name: &str) -> bool {
    name == "role" || name.starts_with("data-") || name.starts_with("aria-")
}

/// The value of an attribute; of a style without what one editor alone reads.
fn value(held: &Attribute<'_, '_>) -> String {
    if held.name() != "style" {
        return held.value().to_owned();
    }
    let declared = held.value().split(';').filter(|one| !one.trim_start().starts_with("-inkscape-"));
    declared.collect::<Vec<_>>().join(";")
}
