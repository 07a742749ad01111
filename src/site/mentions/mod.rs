//! Takes texts and the terms of questions, gives the places where a text speaks of them. Never judges
//! what an author means: a mention is material to read, never a stance.

mod finder;
mod plain;
mod word;

pub use finder::{Excerpt, Finder, Mention, SearchTerm};
pub use plain::{Plain, Span};
