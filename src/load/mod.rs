//! Takes a site's folder, gives its records as people wrote them, every field with its place.
//! Never judges what a field means.

mod field;
pub mod records;

pub use field::{At, Field, Judged};
