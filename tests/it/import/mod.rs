//! Lists of candidates read into records: what comes in, what stays, what is refused.

#![allow(clippy::unwrap_used, reason = "a test that panics has failed, which is what it should do")]

mod addresses;
mod asked;
mod command;
mod contradictions;
mod credit;
mod early;
mod elected;
mod figures;
mod first;
mod fixture;
mod foreign;
mod hostile;
mod ids;
mod interrupted;
mod lists;
mod map;
mod merge;
mod moved;
mod nameless;
mod names;
mod partial;
mod parties;
mod postcodes;
mod refused;
mod shared;
mod unreadable;
