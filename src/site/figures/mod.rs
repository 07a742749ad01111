//! Takes numbers with the areas of which they speak, gives tables of figures and how one area compares with all of
//! them. Never holds a number of people that is small enough to point at somebody.

mod amount;
mod spread;
mod table;

pub use amount::Amount;
pub use spread::{Compared, Spread};
pub use table::{Area, FEWEST_PEOPLE, Figure, Table, TableTrouble};
