//! A static site generator for campaigns that ask candidates where they stand.
//!
//! The road of the data, one value per stage: `load` reads records as people wrote them, `model`
//! makes a campaign whose rules hold, `plan` gives every page its address, `render` turns them into
//! bytes, `write` puts the whole site in place or leaves the old one.
//! Beside it, `import` reads other people's files and `desk` does what the people ask who keep the records.

pub mod atoms;
pub mod check;
pub mod cli;
pub mod country;
pub mod desk;
pub mod diagnostic;
pub mod disk;
pub mod edit;
pub mod figures;
pub mod import;
pub mod leaflets;
pub mod letters;
pub mod load;
pub mod mentions;
pub mod messages;
pub mod model;
pub mod pipeline;
pub mod plan;
pub mod postcodes;
pub mod render;
#[cfg(feature = "serve")]
pub mod serve;
pub mod sink;
pub mod threads;
pub mod write;
pub mod yaml;
