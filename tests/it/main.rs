//! What people see, tried through the library's and the command's public surface.

mod as_of;
mod atoms;
mod build;
mod check;
mod confirm;
mod diagnostics;
mod edit;
mod evidence;
#[cfg(feature = "fetch")]
mod fetch;
mod fingerprints;
mod fluent;
mod held;
mod import;
mod json_schema;
mod layering;
mod litter;
mod many;
mod mentions;
mod outside;
mod personal;
mod pictures;
mod placeholders;
mod plain;
mod postcodes;
mod read;
mod readings;
mod record;
mod record_format;
mod recording;
mod remedies;
mod render;
mod rounds;
mod rules;
mod schema;
#[cfg(feature = "serve")]
mod serve;
mod starter;
mod status;
mod support;
mod together;
mod transcribe;
mod whole;
mod write;
mod yaml;
