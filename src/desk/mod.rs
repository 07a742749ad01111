//! Takes the records of a site and an act of somebody who keeps them (a reading, a text, a draft), gives the records with
//! that act in them, and what became of it. Never prints or asks, and never plans or renders a page.

#[cfg(feature = "fetch")]
mod archived;
#[cfg(feature = "fetch")]
mod drafts;
mod find;
mod mentions;
mod new_site;
mod not_done;
mod reading;
mod round;
mod save;
mod transcribe;
mod verdict;

#[cfg(feature = "fetch")]
pub use archived::record_archived;
#[cfg(feature = "fetch")]
pub use drafts::{Drafter, LeafletDraft, published_id};
pub use find::{documents, known, not_after_as_of};
pub use mentions::{SoughtQuestion, mentions_csv, read_text};
pub use new_site::{Starter, Yielded, new_site};
pub use not_done::NotDone;
pub use reading::{OpenDocument, RecordedAs};
pub use round::round;
use save::change;
pub use save::save;
pub use transcribe::{MadeText, Transcriber};
pub use verdict::{Finding, Verdict};
