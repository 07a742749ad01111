//! Takes postcodes and the areas they lie in, gives a [`PostcodeTable`] of them and its text, in a notation that people can
//! read. Never reads a file, and never knows what votes in an area.

mod table;
mod text;
mod units;

pub use table::{PostcodeState, PostcodeTable, UnitGroup};
pub use text::{PostcodeTrouble, pieces};
pub use units::Units;
