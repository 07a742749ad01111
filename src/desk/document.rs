use jiff::civil::Date;

use super::find::meant;
use super::{NotDone, OpenSite, SoundChange, checker, not_after_as_of};
use crate::atoms::{QuestionId, Seen, Slug, Words as _};
use crate::edit::{Change, GroupPlace, Item, Value};
#[cfg(feature = "fetch")]
use crate::leaflets::archive::ArchivedCopy;
use crate::model::{Campaign, Document, PutQuestion, Reading};

/// A document that lies open on the desk.
#[derive(Debug)]
pub(crate) struct OpenDocument<'s> {
    site: &'s OpenSite,
    /// The campaign for which it is read.
    pub(crate) campaign: &'s Campaign,
    /// The document.
    pub(crate) document: &'s Document,
    /// The questions to look for.
    pub(crate) questions: Vec<&'s PutQuestion>,
}

/// What somebody says they found in a document.
#[derive(Debug, Clone)]
pub(crate) struct Finding {
    /// Who read it.
    pub(crate) by: Slug,
    /// When.
    pub(crate) date: Date,
    /// In what shape.
    pub(crate) seen: Seen,
    /// Whether they read the whole.
    pub(crate) whole: bool,
    /// The questions for which they looked.
    pub(crate) looked_for: Vec<QuestionId>,
    /// Those of which it speaks.
    pub(crate) found: Vec<QuestionId>,
}

/// As what a finding is written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RecordedAs {
    /// As a reading of its own.
    Reading,
    /// As a check of the reading by this person, who had found the same.
    Check(Slug),
}

impl<'s> OpenDocument<'s> {
    /// Opens a document of a site, by its id.
    pub(crate) fn of(site: &'s OpenSite, id: &str, undone: &'static str) -> Result<Self, NotDone> {
        let campaign = site.campaign(undone)?;
        let document = site.documents(&[id.to_owned()], undone)?[0];
        let election = campaign.elections.by_id(&document.election);
        let questions = election.map(|election| election.put_to(document)).unwrap_or_default();
        Ok(Self { site, campaign, document, questions })
    }

    /// A finding in the document's record: as a check when somebody else has found the same, else as a reading.
    pub(crate) fn record(&self, finding: &Finding) -> Result<(SoundChange<'s>, RecordedAs), NotDone> {
        self.judge(finding).map_err(NotDone::Refused)?;
        let readings = &self.document.readings;
        let (change, recorded) = match readings.iter().position(|reading| finding.repeats(reading)) {
            Some(index) => (finding.check(index), RecordedAs::Check(readings[index].by.value.clone())),
            None => {
                let (place, list, index, item) = (GroupPlace::Root, "readings", readings.len(), finding.item());
                (Change::Insert { place, list, index, item }, RecordedAs::Reading)
            }
        };
        let by_hand = || format!("add it by hand under “readings:”:\n{}", finding.item().to_block(2).join("\n"));
        let change = self.site.edit(&self.document.file, &[change], by_hand)?;
        Ok((self.site.propose(vec![change])?, recorded))
    }

    /// Why a finding makes no sense for the document, if it makes none.
    fn judge(&self, Finding { by, date, seen, looked_for, found, .. }: &Finding) -> Result<(), String> {
        checker(by, self.campaign)?;
        let put: Vec<&str> = self.questions.iter().map(|question| question.id().as_str()).collect();
        if let Some(id) = looked_for.iter().chain(found).find(|id| !put.contains(&id.as_str())) {
            let (election, meant) = (&self.document.election, meant(id.as_str(), &put));
            return Err(format!("{election} does not ask the question “{id}”, but {}{meant}", put.join(", ")));
        }
        if let Some(id) = found.iter().find(|id| !looked_for.contains(id)) {
            return Err(format!("“{id}” was found, and is not among those looked for"));
        }
        if *seen == Seen::Described {
            return Err("somebody who only knows what others wrote about it has not read it".into());
        }
        not_after_as_of(*date, self.campaign)
    }
}

/// The address of an archived copy in the record of a document.
#[cfg(feature = "fetch")]
pub(crate) fn record_archived<'s>(
    site: &'s OpenSite,
    document: &Document,
    copy: &ArchivedCopy,
) -> Result<SoundChange<'s>, NotDone> {
    let value = Value::text(copy.url.as_str());
    let by_hand = format!("add it by hand: archived: {}", value.to_block());
    let change = Change::Set { place: GroupPlace::Root, key: "archived", value };
    site.propose(vec![site.edit(&document.file, &[change], || by_hand)?])
}

impl Finding {
    /// Whether it is what another person found, so that it makes that surer.
    fn repeats(&self, reading: &Reading) -> bool {
        let sorted = |ids: &[QuestionId]| {
            let mut ids = ids.to_vec();
            ids.sort();
            ids
        };
        let new = reading.by != self.by && reading.checks.iter().all(|check| check.by != self.by);
        let same =
            sorted(&reading.looked_for) == sorted(&self.looked_for) && sorted(&reading.found) == sorted(&self.found);
        new && same && reading.whole && self.whole && reading.seen == self.seen
    }

    fn check(&self, index: usize) -> Change {
        let by_when = Value::Map(vec![("by", Value::text(self.by.as_str())), ("date", Value::plain(self.date))]);
        Change::Extend { place: GroupPlace::InList { list: "readings", index }, key: "checked", values: vec![by_when] }
    }

    fn item(&self) -> Item {
        let ids = |ids: &[QuestionId]| Value::List(ids.iter().map(|id| Value::text(id.as_str())).collect());
        Item(vec![
            ("by", Value::text(self.by.as_str())),
            ("date", Value::plain(self.date)),
            ("seen", Value::plain(self.seen.word())),
            ("whole", Value::plain(self.whole)),
            ("looked_for", ids(&self.looked_for)),
            ("found", ids(&self.found)),
        ])
    }
}
