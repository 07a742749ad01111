//! Takes the text of a record, gives the tree of its values with their places, and what is wrong with the text itself.
//! Never knows which keys a record has.

mod doubled;
mod events;
mod lines;
mod node;
mod plain;
mod trouble;
mod unclosed;

pub use node::{Node, NodeValue, Scalar, Spot, Style, Tree};
pub use trouble::Trouble;

/// How deep lists and groups may stand in each other.
pub const DEEPEST: usize = 16;

/// The tree of a text, with all that is wrong with it as a text.
#[must_use]
pub fn tree(text: &str) -> Tree<'_> {
    match plain(text) {
        Some(root) => Tree { root: Some(root), troubles: Vec::new(), end: None },
        None => thorough(text),
    }
}

/// The tree of a text that is written as nearly all records are, and has nothing wrong with it; many times as fast.
#[must_use]
pub fn plain(text: &str) -> Option<Node<'_>> {
    lines::troubles(text).is_empty().then(|| plain::plain(text))?
}

/// The tree of any text, as a parser that knows all of YAML reads it.
#[must_use]
pub fn thorough(text: &str) -> Tree<'_> {
    let mut troubles = lines::troubles(text);
    let mut tree = events::tree(text);
    // Where a tab is reported, what the parser makes of it needs no word of its own.
    if troubles.iter().any(|trouble| trouble.code == crate::diagnostic::Code::TabIndent) {
        tree.troubles.retain(|trouble| trouble.code != crate::diagnostic::Code::YamlSyntax);
        tree.end = tree.end.or(Some(Spot::START));
    }
    troubles.append(&mut tree.troubles);
    Tree { troubles, ..tree }
}
