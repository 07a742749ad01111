//! A static site generator for campaigns that ask candidates where they stand.
//!
//! Records become a site in a crate of their own, `src/site/`, whose modules stand here too. Beside it, `import` and `leaflets` read
//! other people's files, `edit` changes records, `desk` does what the people ask who keep them, and `cli` and `serve` speak with people.

pub mod cli;
pub mod desk;
pub mod edit;
pub mod import;
pub mod leaflets;
#[cfg(feature = "serve")]
pub mod serve;

pub use hustings_site::{
    atoms, check, country, diagnostic, disk, figures, letters, load, mentions, messages, model, pipeline, plan,
    postcodes, render, sink, threads, write, yaml,
};
