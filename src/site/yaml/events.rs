//! The tree made from the events of a parser that knows all of YAML.

use std::borrow::Cow;

use granit_parser::{ErrorKind, Event, Marker, Parser, ScalarStyle, ScanError, Span, StrInput, StructureStyle, Tag};

use super::unclosed::unclosed;
use super::{DEEPEST, Node, NodeValue, Scalar, Spot, Style, Tree, Trouble, doubled};
use crate::diagnostic::{Code, Pos};

/// The tree of a text.
pub(super) fn tree(text: &str) -> Tree<'_> {
    let options = granit_parser::options! { emit_unresolved_aliases: true, emit_anchor_events: true };
    let parser = Parser::new_from_str_with_options(text, options);
    let mut maker = TreeMaker { text, parser, open: Vec::new(), root: None, troubles: Vec::new() };
    let end = maker.run();
    if end.is_some() {
        while !maker.open.is_empty() {
            maker.close(end);
        }
    }
    Tree { root: maker.root, troubles: maker.troubles, end }
}

/// What is made, as far as the events have come.
struct TreeMaker<'t> {
    text: &'t str,
    parser: Parser<'t, StrInput<'t>>,
    /// The lists and groups in which the next event stands, from the outermost.
    open: Vec<Open<'t>>,
    root: Option<Node<'t>>,
    troubles: Vec<Trouble>,
}

/// A list or group that goes on.
struct Open<'t> {
    begin: Spot,
    style: StructureStyle,
    held: Held<'t>,
}

enum Held<'t> {
    List(Vec<Node<'t>>),
    /// The keys with their values, and the key whose value comes next.
    Group(Vec<(Node<'t>, Node<'t>)>, Option<Node<'t>>),
}

impl<'t> TreeMaker<'t> {
    /// Follows the events. Gives the place at which the text breaks off, if it does.
    fn run(&mut self) -> Option<Spot> {
        loop {
            match self.parser.next_event()? {
                Ok((event, span)) => {
                    if let Some(end) = self.take(event, span) {
                        // What else would be said of a text that is refused as such is no trouble of the author's.
                        self.troubles.retain(|trouble| trouble.code != Code::UnquotedSign);
                        self.troubles.push(Trouble::too_complex(end.pos));
                        return Some(end);
                    }
                }
                Err(error) => {
                    self.breaks_off(&error);
                    return Some(mark(*error.marker()));
                }
            }
        }
    }

    /// Takes an event; gives its place when it is more than a record may hold.
    fn take(&mut self, event: Event<'t>, span: Span) -> Option<Spot> {
        match event {
            Event::SequenceStart(style, anchor, tag) => {
                self.begin(style, Held::List(Vec::new()), span, (anchor, tag.as_deref()))
            }
            Event::MappingStart(style, anchor, tag) => {
                self.begin(style, Held::Group(Vec::new(), None), span, (anchor, tag.as_deref()))
            }
            Event::SequenceEnd | Event::MappingEnd => {
                self.close(Some(mark(span.end)));
                None
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.scalar(text, style, span, (anchor, tag.as_deref()));
                None
            }
            Event::DocumentStart(..) => self.root.is_some().then(|| mark(span.start)),
            event if event.is_alias() || matches!(event, Event::UnresolvedAlias(_)) => Some(mark(span.start)),
            _ => None,
        }
    }

    fn begin(
        &mut self,
        style: StructureStyle,
        held: Held<'t>,
        span: Span,
        signs: (usize, Option<&Tag>),
    ) -> Option<Spot> {
        self.signs(span, signs);
        self.open.push(Open { begin: mark(span.start), style, held });
        (self.open.len() > DEEPEST).then(|| mark(span.start))
    }

    fn scalar(&mut self, text: Cow<'t, str>, style: ScalarStyle, span: Span, signs: (usize, Option<&Tag>)) {
        let style = match style {
            ScalarStyle::Plain => Style::Plain,
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
            ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
        };
        let (begin, end) = (mark(span.start), mark(span.end));
        let node = match self.signs(span, signs) {
            // The author means the sign and its word to be said.
            Some(begin) => {
                let text = self.text.get(begin.offset as usize..end.offset as usize).unwrap_or_default();
                Node {
                    begin,
                    end,
                    value: NodeValue::Scalar(Scalar { text: text.trim_end().into(), style: Style::Signed }),
                }
            }
            None => Node { begin, end, value: NodeValue::Scalar(Scalar { text, style }) },
        };
        self.put(node);
    }

    /// Reports the name and the type that a value has; gives where they begin.
    fn signs(&mut self, span: Span, (anchor, tag): (usize, Option<&Tag>)) -> Option<Spot> {
        let mut signs = Vec::new();
        if anchor != 0
            && let Some(Ok((Event::Anchor(..), span))) = self.parser.next_event()
        {
            signs.push((mark(span.start), '&'));
        }
        if tag.is_some() {
            signs.push((mark(span.tag_start.unwrap_or(span.start)), '!'));
        }
        signs.sort_unstable();
        self.troubles.extend(signs.iter().map(|(at, sign)| Trouble::unquoted_sign(at.pos, *sign)));
        signs.first().map(|(at, _)| *at)
    }

    /// Ends the innermost list or group, at a bracket if one ends it.
    fn close(&mut self, at: Option<Spot>) {
        let Some(Open { begin, style, held }) = self.open.pop() else { return };
        let flow = at.filter(|_| style == StructureStyle::Flow);
        match held {
            Held::List(list) => {
                let end = flow.or(list.last().map(|last| last.end)).unwrap_or(begin);
                self.put(Node { begin, end, value: NodeValue::List(list) });
            }
            Held::Group(mut pairs, key) => {
                // The text breaks off after a key.
                if let Some(key) = key {
                    let value = NodeValue::Scalar(Scalar { text: "".into(), style: Style::Plain });
                    let nothing = Node { begin: key.end, end: key.end, value };
                    pairs.push((key, nothing));
                }
                let in_list = style == StructureStyle::Block && self.is_in_lines();
                for pairs in doubled::entries(pairs, in_list, &mut self.troubles) {
                    let begin = if in_list { pairs.first().map_or(begin, |(key, _)| key.begin) } else { begin };
                    let end = flow.or(pairs.last().map(|(_, last)| last.end)).unwrap_or(begin);
                    self.put(Node { begin, end, value: NodeValue::Group(pairs) });
                }
            }
        }
    }

    /// Whether the next value is an entry of a list whose entries begin with dashes.
    fn is_in_lines(&self) -> bool {
        let list = self.open.last().filter(|open| open.style == StructureStyle::Block);
        list.is_some_and(|open| matches!(open.held, Held::List(_)))
    }

    /// Puts a value where it belongs.
    fn put(&mut self, node: Node<'t>) {
        match self.open.last_mut().map(|open| &mut open.held) {
            None => self.root = Some(node),
            Some(Held::List(list)) => list.push(node),
            Some(Held::Group(pairs, key)) => match key.take() {
                None => *key = Some(node),
                Some(key) if key.is_signed() => {}
                Some(key) if key.text().is_some() => pairs.push((key, node)),
                Some(key) => self.troubles.push(Trouble::no_key(key.begin.pos)),
            },
        }
    }

    /// Reports that the text cannot be read any further.
    fn breaks_off(&mut self, error: &ScanError) {
        let pos = mark(*error.marker()).pos;
        let line = self.text.lines().nth((pos.line as usize).saturating_sub(1)).unwrap_or_default();
        let sign = line.chars().nth((pos.column as usize).saturating_sub(1)).filter(|c| matches!(c, '&' | '!'));
        let known = |trouble: &Trouble| trouble.code == Code::UnquotedSign && trouble.pos.line == pos.line;
        if let Some(sign) = sign {
            self.troubles.push(Trouble::unquoted_sign(pos, sign));
        } else if let Some(column) = too_many_brackets(line) {
            self.troubles.push(Trouble::too_complex(Pos { line: pos.line, column }));
        } else if matches!(error.kind(), ErrorKind::UnknownAnchor) {
            self.troubles.push(Trouble::too_complex(pos));
        } else if !self.troubles.iter().any(known) {
            let unclosed = unclosed(self.text, pos);
            self.troubles.push(
                unclosed.map_or_else(|| Trouble::syntax(pos, &error.info()), |open| Trouble::unclosed(pos, open)),
            );
        }
    }
}

/// The column at which a line opens more brackets than may stand in each other: of brackets that never close the parser tells
/// nothing.
fn too_many_brackets(line: &str) -> Option<u32> {
    let mut depth = 0_usize;
    for (column, c) in line.chars().enumerate() {
        match c {
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return Some(small(column + 1));
        }
    }
    None
}

fn mark(at: Marker) -> Spot {
    let offset = small(at.byte_offset().unwrap_or_default());
    Spot { offset, pos: Pos { line: small(at.line()), column: small(at.col() + 1) } }
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
