//! What makes a site of hustings out of records. It knows nothing of the program that people use, which is built on it.
//!
//! The road of the data, one value per stage: `load` reads records as people wrote them, `model`
//! makes a campaign whose rules hold, `plan` gives every page its address, `render` turns them into
//! bytes, `write` puts the whole site in place or leaves the old one. `pipeline` goes half of it in one step.

pub mod atoms;
pub mod check;
pub mod country;
pub mod diagnostic;
pub mod disk;
pub mod figures;
pub mod letters;
pub mod load;
pub mod mentions;
pub mod messages;
pub mod model;
pub mod pipeline;
pub mod plan;
pub mod postcodes;
pub mod render;
pub mod sink;
pub mod threads;
pub mod write;
pub mod yaml;
