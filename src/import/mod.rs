//! Takes other people's files (lists of candidates, directories of postcodes, maps), gives records: new ones, and changes to those
//! that people keep. Never touches what a person wrote, and never reads a column of personal data.

mod areas;
mod away;
mod ballot;
mod boundaries;
mod candidate_list;
mod candidates;
mod compare;
mod contradiction;
mod credited;
mod elections;
mod error;
mod figures;
mod map;
mod matched;
mod merge;
mod moves;
mod note;
mod outcome;
mod own;
mod parties;
mod people;
mod postcodes;
mod progress;
mod provenance;
mod put;
mod recorded;
mod sheet;
mod site;
mod sort_name;
mod summary;

pub use candidates::{CandidateOptions, Missing, candidates};
pub use contradiction::{Contradiction, Fact, Holder};
pub use error::ImportError;
pub use figures::{FigureOptions, FiguresOutcome, NoFigure, figures};
pub use map::{MapOptions, MapOutcome, map};
pub use note::{Note, PartyCalled};
pub use outcome::{Ballots, Outcome, People, SkipReason, Skipped};
pub use postcodes::{LeftOut, PostcodeOptions, PostcodesOutcome, postcodes};
pub use progress::{Progress, Stage};
pub use provenance::{FigureWords, SourceOptions};
pub use sheet::Guess;
