//! Takes the text of a record file and wanted changes, gives the new text in which every other byte
//! is as a person wrote it, and puts changed files in place, all or none. Never changes
//! a line that it was not asked to change, and never knows what a record means.

mod apply;
mod change;
mod files;
mod item;
mod keys;
mod lists;
mod meaning;
mod places;
mod value;
mod values;
mod verify;

pub use apply::apply;
pub use change::{Change, EditError, GroupPlace, Step};
pub use files::{FileChange, FileRemoval, alone, discard_leftovers, write_files};
pub use item::Item;
pub use meaning::read;
pub use places::{last_entries, way_to, ways_to};
pub use value::Value;
pub use values::values_in;
