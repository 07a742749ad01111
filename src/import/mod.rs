//! Takes other people's files (lists of candidates, directories of postcodes, maps), gives proposals: new records, and changes
//! to those that people keep. Never writes them, never touches what a person wrote, and never reads a column of personal data.

mod boundaries;
mod candidates;
mod error;
mod figures;
mod imported;
mod map;
mod parties;
mod postcodes;
mod progress;
mod proposal;
mod provenance;
mod recorded;
mod site;
mod tables;

pub use candidates::{
    BallotCounts, CandidateOptions, CandidatesOutcome, Contradiction, Fact, Holder, MissingPeople, Note, PartyCalled,
    PeopleCounts, SkipReason, Skipped, candidates,
};
pub use error::ImportError;
pub use figures::{FigureOptions, FiguresOutcome, NoFigure, figures};
pub use map::{MapOptions, MapOutcome, map};
pub use postcodes::{NoPostcode, PostcodeOptions, PostcodesOutcome, postcodes};
pub use progress::{Progress, Stage};
pub use proposal::Proposal;
pub use provenance::{FigureWords, SourceOptions};
pub use tables::{Guess, LeftOut};
