//! Takes texts that others published, gives what they say about the site's questions. Never judges
//! what an author means: a mention is material to read, never a stance.

mod finder;
mod plain;
mod word;

pub use finder::{Finder, Mention};
pub use plain::{Plain, Span};
