//! Takes a text, gives its tree when it is written as nearly all records are: groups and lists in lines, values without quotes
//! or between them, brackets on one line, blocks of text, notes. Never guesses: on anything else it gives up, and the parser that
//! knows all of YAML is asked.

mod block;
mod cursor;
mod flow;
mod lines;
mod literal;
mod quoted;
mod words;

use std::borrow::Cow;

use super::{Node, NodeValue, Scalar, Spot, Style};
use cursor::Cursor;

/// The tree of a text that is plain throughout and has nothing wrong with it.
pub(super) fn plain(text: &str) -> Option<Node<'_>> {
    let mut cursor = Cursor::of(text)?;
    cursor.next_token()?;
    let root = (cursor.column == Some(0)).then(|| cursor.collection(0))??;
    cursor.column.is_none().then_some(root)
}

fn scalar<'t>(begin: Spot, end: Spot, text: impl Into<Cow<'t, str>>, style: Style) -> Node<'t> {
    Node { begin, end, value: NodeValue::Scalar(Scalar { text: text.into(), style }) }
}
