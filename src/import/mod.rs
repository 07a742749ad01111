//! Takes other people's files (lists of candidates, directories of postcodes, maps), gives proposals: new records, and changes
//! to those that people keep. Never writes them, never touches what a person wrote, and never reads a column of personal data, but
//! for the addresses that a campaign keeps for itself (`by_person`).

mod answers;
mod boundaries;
mod by_person;
mod candidates;
mod figures;
mod map;
mod parties;
mod postcodes;
mod proposal;
mod recorded;
mod reported;
mod table_record;
mod tables;

pub(crate) use answers::{AnswerColumn, AnswerFile, AnswerRow, AnswerTable, SheetTopic};
pub use by_person::{Contact, ToldOutcome, contacts, outcomes};
pub use candidates::{
    CandidateOptions, MissingPeople, SaidColumn, SaidParty, UnclearParty, Unsaid, candidates, column_named, unsaid,
};
pub(crate) use candidates::{SortName, ballot_id, former_pages, new_id, same_name, sort_name, sorts_by};
pub use figures::{FigureOptions, figures};
pub use map::{MapOptions, map};
pub use postcodes::{PostcodeOptions, postcodes};
pub use proposal::{ImportError, Progress, Proposal, Stage};
pub(crate) use reported::{Offered, Reported, reported};
pub use table_record::SourceOptions;
pub(crate) use tables::day_as_written;
