//! Takes the records of a site and an act of somebody who keeps them (a reading, a text, a draft), gives the records with
//! that act in them, and what became of it. Never prints or asks, and never plans or renders a page.
//!
//! Every act takes one road: find in an [`OpenSite`], change with its `edit`, check with [`OpenSite::propose`], show
//! with [`SoundChange::diff`], put in place with [`SoundChange::save`].

mod act;
mod add;
mod answer;
mod answers;
mod as_of;
mod ask;
mod ballots;
mod confirm;
mod csv_text;
mod day;
mod deed;
mod diff;
mod document;
#[cfg(feature = "fetch")]
mod drafts;
mod elected;
mod find;
mod fitting;
mod in_order;
mod mail;
mod mentions;
mod new_mark;
mod new_site;
mod not_done;
mod on_record;
mod preview;
mod prompt;
mod readdress;
mod record;
mod rename;
mod reports;
mod revision;
mod save;
mod sheet;
mod sign;
mod site;
mod speaker;
mod status;
mod takedown;
mod transcribe;
#[cfg(feature = "fetch")]
mod wanted;
mod withdraw;

use act::UNDONE;
pub(crate) use act::{Act, Acted};
pub(crate) use answer::{answer, answer_word};
use answers::DeedAnswers;
pub(crate) use ask::{
    AskedPeople, Asking, Contacts, Letters, NewOutcome, OutcomeWord, RecordedOutcomes, record_outcomes, round_of,
};
pub(crate) use ballots::{BallotOf, ballots};
pub(crate) use confirm::{
    Check, EnteredMark, MarkOf, MarkPlace, NamedSigner, Verdict, all_entered, entered_marks, entered_signatures,
};
pub(crate) use day::entered_on;
pub(crate) use deed::Deed;
pub(crate) use diff::{Difference, DifferenceGroup, Differences, NOT_COMPARED, differences};
#[cfg(feature = "fetch")]
pub(crate) use document::record_archived;
pub(crate) use document::{Finding, OpenDocument, RecordedAs};
#[cfg(feature = "fetch")]
pub(crate) use drafts::{Drafter, LeafletDraft, published_id};
pub(crate) use find::{checker, documents, known, not_after_as_of};
pub(crate) use fitting::{Fitting, KnownBy, fitting};
pub(crate) use mail::{Mail, Quotable};
pub(crate) use mentions::{SoughtQuestion, mentions_csv, read_text};
pub(crate) use new_mark::{NewEvidence, NewMark, REPLY};
pub(crate) use new_site::{Starter, Yielded, add_github, new_site};
pub use not_done::NotDone;
pub(crate) use on_record::{Choice, OnRecord, speaker};
pub(crate) use preview::{Preview, preview_of};
pub(crate) use prompt::{Filled, How, Needed, Prompt, ask};
pub(crate) use readdress::{addressed, meant_address, readdress};
pub(crate) use record::{AddedMark, enter_mark};
pub(crate) use rename::{NewName, rename};
pub(crate) use reports::{Recounted, tell_reports};
pub(crate) use revision::Revision;
pub use save::SoundChange;
pub(crate) use sheet::{
    SheetExport, SheetImport, SheetTally, SignatureImport, export_sheet, import_sheet, import_signatures,
};
pub use site::OpenSite;
pub(crate) use speaker::{Speaker, Within, candidacies, question_fitting, speakers};
pub(crate) use status::{
    Covered, Errand, ErrandItem, ErrandKind, LookedOver, RoundResult, WhatNext, documents_left, what_next,
};
pub(crate) use transcribe::{MadeText, Transcriber};
#[cfg(feature = "fetch")]
pub(crate) use wanted::{sender, wanted};
