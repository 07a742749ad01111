use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

/// Where an XML document is written.
pub(super) type Xml = Writer<Vec<u8>>;

/// Attributes by name.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// An XML document with one element, and in it what `fill` writes.
pub(super) fn document(
    name: &str,
    attributes: Attributes<'_>,
    fill: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> Vec<u8> {
    let mut xml = Writer::new(b"".to_vec());
    let declared = xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    let root = xml.create_element(name).with_attributes(attributes.iter().copied());
    let written = declared.and_then(|()| root.write_inner_content(fill).map(drop));
    written.unwrap_or_else(|error| unreachable!("memory takes all: {error}"));
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    bytes
}

/// An element with others in it, on a line of its own.
pub(super) fn group(xml: &mut Xml, name: &str, fill: impl FnOnce(&mut Xml) -> io::Result<()>) -> io::Result<()> {
    line(xml)?;
    xml.create_element(name).write_inner_content(fill).map(drop)
}

/// An element with a text in it, on a line of its own. What no XML can hold is left out.
pub(super) fn text(xml: &mut Xml, name: &str, text: &str) -> io::Result<()> {
    line(xml)?;
    let text: String = text.chars().filter(|c| is_of_xml(*c)).collect();
    xml.create_element(name).write_text_content(BytesText::new(&text)).map(drop)
}

/// An empty element, on a line of its own.
pub(super) fn empty(xml: &mut Xml, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
    line(xml)?;
    xml.create_element(name).with_attributes(attributes.iter().copied()).write_empty().map(drop)
}

/// Begins a line.
fn line(xml: &mut Xml) -> io::Result<()> {
    xml.write_event(Event::Text(BytesText::from_escaped("\n")))
}

/// Whether XML can hold a character.
fn is_of_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}
