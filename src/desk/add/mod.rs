//! Records that are made from nothing: declares of each kind what is asked of it, once for the command, the terminal and the
//! form in a browser, and gives the change that puts a new record in place.

mod answers;
mod ballot;
mod candidate;
mod checker;
mod correction;
mod document;
mod election;
mod kinds;
mod letter;
mod party;
mod question;

use std::str::FromStr;

use answers::Answers;

use super::prompt::{day, name, own_id, seldom, slug};
use super::{Act, Filled, NotDone, OnRecord, OpenSite, Prompt, UNDONE};
use crate::atoms::slug_of;
use crate::edit::FileChange;
use crate::load::{Declared, RecordKind, RecordValue, Shape};

/// A kind of record that can be made from nothing.
pub(crate) struct NewRecord {
    /// Its name: `event`.
    pub(crate) name: &'static str,
    /// What is done, as a heading.
    pub(crate) title: &'static str,
    /// What should be known before.
    pub(crate) about: &'static str,
    /// A command that makes one.
    pub(crate) example: &'static str,
    /// What else should be known of the command, and more examples.
    pub(crate) notes: &'static str,
    /// What is asked for: for what is seldom needed only when there is an argument that says it.
    pub(crate) asks: Vec<Prompt>,
    /// The keys of the record.
    keys: &'static Declared,
    /// The names of its files, where it has one of its own; `*` is its id.
    place: &'static str,
    /// Makes it.
    make: Make,
}

/// Makes a record of what somebody said.
type Make = for<'s> fn(&'s OpenSite, &Answers<'_>) -> Result<Act<'s>, NotDone>;

impl NewRecord {
    /// All of them, in the order in which somebody needs them who begins with nothing.
    pub(crate) fn all() -> Vec<Self> {
        kinds::all()
    }

    /// One that stands in a file of its own, with what is asked for.
    fn of(kind: RecordKind, asks: impl IntoIterator<Item = Prompt>, make: Make) -> Self {
        Self { place: kind.place(), ..Self::within(kind.word(), kind.declared(), asks, make) }
    }

    /// One that stands among others in a file.
    fn among<R: RecordValue>(name: &'static str, asks: impl IntoIterator<Item = Prompt>, make: Make) -> Self {
        let keys = if let Shape::Group(keys) = R::SHAPE { *keys } else { unreachable!("a record is a group of keys") };
        Self::within(name, keys, asks, make)
    }

    fn within(name: &'static str, keys: &'static Declared, asks: impl IntoIterator<Item = Prompt>, make: Make) -> Self {
        let asks = asks.into_iter().map(|ask| ask.in_record(keys)).collect();
        Self { name, title: "", about: "", example: "", notes: "", asks, keys, place: "", make }
    }

    /// A new record of what was answered.
    ///
    /// # Errors
    /// When it is on record already, or would make an error.
    pub(crate) fn make<'s>(&self, site: &'s OpenSite, filled: &Filled) -> Result<Act<'s>, NotDone> {
        (self.make)(site, &Answers::new(self, filled))
    }
}

/// Among whose answers somebody is sought.
fn within() -> [Prompt; 2] {
    [
        seldom("election")
            .known(OnRecord::Elections)
            .help("The election, when a person stands or a party speaks in several.")
            .value("ID")
            .key(""),
        seldom("ballot")
            .known(OnRecord::Ballots)
            .help("The ballot, when people of one name stand on several.")
            .value("ID")
            .key(""),
    ]
}

impl OpenSite {
    /// A new file of the records.
    ///
    /// # Errors
    /// When there is a file of this name.
    pub(super) fn new_file(&self, file: &str, after: String) -> Result<FileChange, NotDone> {
        if self.has_file(file) {
            return Err(NotDone::Refused(format!("{file} is there already; name another id with --id")));
        }
        Ok(FileChange { path: file.into(), before: None, after })
    }

    /// Whether something has this name already.
    fn has_file(&self, file: &str) -> bool {
        self.root.join(file).symlink_metadata().is_ok()
    }
}

/// The id that somebody gave; else one made of a name, with a number when another record has it.
fn id_of<I: FromStr>(given: Option<I>, name: &str, is_taken: impl Fn(&I) -> bool) -> Result<I, NotDone> {
    if let Some(given) = given {
        return Ok(given);
    }
    let numbered = (2..1000).map(|n| format!("{name} {n}"));
    let all = std::iter::once(name.to_owned()).chain(numbered);
    let mut ids = all.filter_map(|name| slug_of(&name)?.as_str().parse().ok());
    let id = ids.find(|id| !is_taken(id));
    id.ok_or_else(|| NotDone::Refused(format!("“{name}” has no letters for an id; name one with --id")))
}
