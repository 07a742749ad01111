use std::collections::BTreeSet;
use std::fmt::{self, Display};
use std::fs;
use std::path::{Path, PathBuf};

use super::{Act, Acted, BallotOf, Fitting, KnownBy, NotDone, OpenSite, UNDONE, Within, ballots, fitting};
use crate::atoms::{Atom as _, QuestionId, Slug, near};
use crate::diagnostic::FileName;
use crate::edit::{self, Change, FileChange, FileRemoval, GroupPlace, Value};
use crate::load::{RecordKind, yaml_of};
use crate::model::{Campaign, Question};

/// What has a page of its own that is called by its id.
#[derive(Debug, Clone, Copy)]
pub(crate) enum AddressedRecord<'c> {
    /// A question.
    Question(&'c Question),
    /// A ballot.
    Ballot(BallotOf<'c>),
}

/// The questions and ballots that have exactly this id; else those that had it.
pub(crate) fn addressed<'c>(
    id: &str,
    campaign: &'c Campaign,
    within: &Within,
) -> Result<Vec<AddressedRecord<'c>>, NotDone> {
    let ballots = ballots(campaign, within)?;
    let all = || {
        let questions = campaign.questions.iter().map(|question| AddressedRecord::Question(question));
        questions.chain(ballots.iter().map(|ballot| AddressedRecord::Ballot(*ballot)))
    };
    let now: Vec<AddressedRecord<'_>> = all().filter(|one| one.is(id)).collect();
    Ok(if now.is_empty() { all().filter(|one| one.was(id)).collect() } else { now })
}

/// How many ids are named that may be meant.
const SHOWN: usize = 3;

/// Why words mean nothing that can be renamed, with the question or ballot that they may mean.
pub(crate) fn meant_address(why: &str, words: &str, campaign: &Campaign, within: &Within) -> Result<String, NotDone> {
    let ballots = ballots(campaign, within)?.into_iter().map(AddressedRecord::Ballot);
    let all: Vec<AddressedRecord<'_>> =
        campaign.questions.iter().map(|question| AddressedRecord::Question(question)).chain(ballots).collect();
    let fits = match fitting(words, &all, AddressedRecord::names) {
        Some(Fitting::One(one)) => vec![one],
        Some(Fitting::Several(several)) => several,
        None => {
            let id = near(words, all.iter().map(AddressedRecord::id));
            all.iter().filter(|one| Some(one.id()) == id).copied().collect()
        }
    };
    let ids: Vec<String> = fits.iter().take(SHOWN).map(|one| format!("“{}”", one.id())).collect();
    Ok(match ids.is_empty() {
        true => why.to_owned(),
        false => {
            format!("{why}; did you mean {}? A question or a ballot is named by its whole id", ids.join(" or "))
        }
    })
}

impl<'c> AddressedRecord<'c> {
    fn id(&self) -> &'c str {
        match self {
            Self::Question(question) => question.id.as_str(),
            Self::Ballot(BallotOf { ballot, .. }) => ballot.slug.as_str(),
        }
    }

    fn names(&self) -> KnownBy {
        let called = match self {
            Self::Question(question) => question.short.value.to_string(),
            Self::Ballot(BallotOf { ballot, .. }) => ballot.area.to_string(),
        };
        KnownBy { ids: Vec::new(), called: vec![self.id().to_owned(), called], path: String::new() }
    }

    fn is(&self, id: &str) -> bool {
        match self {
            Self::Question(question) => question.id.as_str() == id,
            Self::Ballot(BallotOf { ballot, .. }) => ballot.slug.as_str() == id || ballot.id.as_str() == id,
        }
    }

    fn was(&self, id: &str) -> bool {
        match self {
            Self::Question(question) => question.former.iter().any(|former| former.value.as_str() == id),
            Self::Ballot(BallotOf { ballot, .. }) => ballot.former.iter().any(|former| former.value.as_str() == id),
        }
    }
}

impl Display for AddressedRecord<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Question(question) => write!(f, "the question {}: {}", question.id, question.short.value),
            Self::Ballot(ballot) => write!(f, "the ballot of {ballot}"),
        }
    }
}

/// Another id for the page of a question or a ballot. Everything on record follows, and the old address leads to the new one.
pub(crate) fn readdress<'s>(site: &'s OpenSite, of: AddressedRecord<'s>, new: &str) -> Result<Acted<'s>, NotDone> {
    site.campaign(UNDONE)?;
    let (old, file) = match of {
        AddressedRecord::Question(question) => (of.id(), &question.body.file),
        AddressedRecord::Ballot(BallotOf { ballot, .. }) => (of.id(), &ballot.file),
    };
    if old == new {
        return Ok(Acted::Already(format!("{file} is called so already")));
    }
    let new: Slug = new.parse().map_err(|malformed| NotDone::Refused(format!("{malformed}")))?;
    let mut moved = Moved { site, from: old, to: new.as_str(), changes: Vec::new(), removals: Vec::new() };
    match of {
        AddressedRecord::Question(question) => moved.question(question)?,
        AddressedRecord::Ballot(BallotOf { ballot, .. }) => {
            moved.record(&ballot.file, &former(ballot.former.iter().map(|id| &id.value), old, new.as_str()))?;
        }
    }
    let Moved { changes, removals, .. } = moved;
    let to = changes.first().map(|change| change.path.to_string_lossy().into_owned()).unwrap_or_default();
    let done = format!("{old} is now called {new}; its old address leads there");
    let change = site.propose_with(changes, removals)?;
    Ok(Acted::Now(Act { change, file: to, done, notes: Vec::new() }))
}

/// What changes when a record gets another id.
struct Moved<'a> {
    site: &'a OpenSite,
    from: &'a str,
    to: &'a str,
    /// The moved record is the first.
    changes: Vec<FileChange>,
    removals: Vec<FileRemoval>,
}

impl Moved<'_> {
    /// A question, its translations, and all that names it.
    fn question(&mut self, question: &Question) -> Result<(), NotDone> {
        let file = &question.body.file;
        self.record(file, &former(question.former.iter().map(|id| &id.value), self.from, self.to))?;
        for translation in self.site.translations_of(file).cloned().collect::<Vec<_>>() {
            self.record(&translation, &[])?;
        }
        let moved: BTreeSet<PathBuf> = self.changes.iter().map(|change| change.path.clone()).collect();
        for (kind, other) in self.site.files().iter().filter(|(_, other)| other != file) {
            if !moved.contains(Path::new(&**other)) {
                self.follow(*kind, other)?;
            }
        }
        Ok(())
    }

    /// A file that gets another name, with some changes.
    fn record(&mut self, file: &FileName, changes: &[Change]) -> Result<(), NotDone> {
        let by_hand = || format!("write “former: [{}]” by hand, and give the file its new name", self.from);
        let FileChange { path, before, after } = self.site.edit(file, changes, by_hand)?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let ending = name.strip_prefix(self.from).unwrap_or_default();
        let new = path.with_file_name(format!("{}{ending}", self.to));
        // A run that was killed before the old file went left the new one.
        let is_done = fs::read_to_string(self.site.root.join(&new)).is_ok_and(|text| text == after);
        self.changes.push(match is_done {
            true => FileChange { path: new, before: Some(after.clone()), after },
            false => self.site.new_file(&new.to_string_lossy(), after)?,
        });
        // The record itself goes last: while it is there, the same can be done again.
        self.removals.splice(0..0, before.map(|before| FileRemoval { path, before }));
        Ok(())
    }

    /// The new id of a question in a record that names it.
    fn follow(&mut self, kind: RecordKind, file: &FileName) -> Result<(), NotDone> {
        let text = self.site.text(file).unwrap_or_default();
        let record = if file.ends_with(".md") { yaml_of(&text) } else { &*text };
        let Ok(record) = edit::read(record) else { return Ok(()) };
        let all = edit::values_in(kind.shape(), &record, QuestionId::NOTATION.name).into_iter();
        let named = all.filter(|(_, id)| id == self.from);
        let changes: Vec<Change> = named.map(|(path, _)| Change::Replace { path, value: Value::id(self.to) }).collect();
        if !changes.is_empty() {
            let by_hand = || format!("write “{}” in place of “{}” by hand", self.to, self.from);
            self.changes.push(self.site.edit(file, &changes, by_hand)?);
        }
        Ok(())
    }
}

/// The earlier ids of a record that gets another one.
fn former<'i, I: Display + 'i>(known: impl Iterator<Item = &'i I>, old: &str, new: &str) -> [Change; 1] {
    let kept = known.map(ToString::to_string).filter(|id| id != new && id != old);
    let ids = kept.chain([old.to_owned()]).map(Value::text).collect();
    [Change::Set { place: GroupPlace::Root, key: "former", value: Value::List(ids) }]
}
