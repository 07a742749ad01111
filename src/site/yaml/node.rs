use std::borrow::Cow;

use super::Trouble;
use crate::diagnostic::Pos;

/// A place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// How many bytes stand before it.
    pub offset: u32,
    /// Line and column.
    pub pos: Pos,
}

impl Spot {
    /// The first character of a text.
    pub const START: Self = Self { offset: 0, pos: Pos::START };
}

/// A value of a text, or a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node<'t> {
    /// Where it begins: at its quote or bracket, if it has one.
    pub begin: Spot,
    /// Where it ends; a list or group without brackets ends with its last value.
    pub end: Spot,
    /// What it says.
    pub value: NodeValue<'t>,
}

/// What a value says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NodeValue<'t> {
    /// A text, number or the like.
    Scalar(Scalar<'t>),
    /// A list.
    List(Vec<Node<'t>>),
    /// A group of keys with their values, as they stand; a key is a scalar. One that stands twice is among the troubles, and stays here.
    Group(Vec<(Node<'t>, Node<'t>)>),
}

/// A text as it is read, without its quotes and escapes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scalar<'t> {
    /// What it says.
    pub text: Cow<'t, str>,
    /// How it is written.
    pub style: Style,
}

/// How a scalar is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// As it is.
    Plain,
    /// Between quotes, single or double.
    Quoted,
    /// After `|` or `>`.
    Block,
    /// As it is, with the sign before it by which YAML names or types a value; that is among the troubles.
    Signed,
}

/// A text, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree<'t> {
    /// All of it; nothing where only notes stand. Of a text that breaks off, what stands before.
    pub root: Option<Node<'t>>,
    /// What is wrong with it as a text.
    pub troubles: Vec<Trouble>,
    /// Where it breaks off, if it does.
    pub end: Option<Spot>,
}

impl<'t> Node<'t> {
    /// The text, if it is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            NodeValue::Scalar(scalar) => Some(&scalar.text),
            _ => None,
        }
    }

    /// Whether it begins with a sign that is among the troubles, so that what else is wrong with it may only follow from that.
    #[must_use]
    pub fn is_signed(&self) -> bool {
        matches!(&self.value, NodeValue::Scalar(Scalar { style: Style::Signed, .. }))
    }

    /// Whether nothing is written here, or a word that YAML takes for nothing.
    #[must_use]
    pub fn is_null(&self) -> bool {
        let NodeValue::Scalar(Scalar { text, style: Style::Plain }) = &self.value else { return false };
        matches!(&**text, "" | "~" | "null" | "Null" | "NULL")
    }

    /// The value of a key, where it stands first.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node<'t>> {
        let NodeValue::Group(pairs) = &self.value else { return None };
        pairs.iter().find(|(known, _)| known.text() == Some(key)).map(|(_, value)| value)
    }
}
