use jiff::civil::Date;

use super::in_order::in_order;
use super::{NotDone, OpenSite, SoundChange, Speaker, checker, not_after_as_of};
use crate::atoms::{Slug, Text, Words as _, WrittenVerification};
use crate::diagnostic::FileName;
use crate::edit::{Change, GroupPlace, Step, Value};
use crate::load::records::{CheckRecord, VerificationRecord};
use crate::model::{Campaign, Mark, PutQuestion, Verification, Wording};

/// A mark on record, with whose it is and what it answers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct EnteredMark<'c> {
    /// Whose answer it is.
    pub(crate) speaker: Speaker<'c>,
    /// The question.
    pub(crate) put: &'c PutQuestion,
    /// The version that was answered.
    version: u32,
    /// The answer.
    pub(crate) mark: &'c Mark,
}

/// What somebody found who compared a mark with its evidence.
#[derive(Debug, Clone)]
pub(crate) enum Verdict {
    /// The evidence says what the mark says.
    Right,
    /// It does not.
    Wrong {
        /// What is wrong.
        because: Text,
        /// What should be there instead; both are kept.
        other_text: Option<Text>,
    },
}

/// A verdict, with whose it is and from when.
#[derive(Debug, Clone)]
pub(crate) struct Check {
    /// Who compared.
    pub(crate) by: Slug,
    /// When.
    pub(crate) date: Date,
    /// What they found.
    pub(crate) verdict: Verdict,
}

/// Where a mark stands in the records.
pub(crate) type MarkPlace = (FileName, Vec<Step>);

/// All marks of some, in the same order.
pub(crate) fn entered_marks<'c>(speakers: &[Speaker<'c>]) -> Vec<EnteredMark<'c>> {
    let all = speakers.iter().flat_map(|speaker| speaker.marks().into_iter().map(move |mark| (*speaker, mark)));
    let marks = all.filter_map(|(speaker, (question, version, mark))| {
        let put = speaker.election().put(question)?;
        Some(EnteredMark { speaker, put, version, mark })
    });
    marks.collect()
}

impl<'c> EnteredMark<'c> {
    /// The words that were answered.
    pub(crate) fn wording(&self) -> Wording<'c> {
        self.put.question.version(self.version).unwrap_or_else(|| self.put.wording())
    }

    /// Whether it was taken off the site.
    pub(super) fn is_taken_down(&self) -> bool {
        self.mark.takedown.is_some() || self.speaker.is_taken_down()
    }

    /// Why it waits for nobody's check, if it does not.
    pub(crate) fn settled(&self) -> Option<String> {
        let mark = self.mark;
        match &mark.verification {
            _ if self.is_taken_down() => Some("it was taken off the site".into()),
            Verification::Written(written) => Some(format!("it is marked “{}”", written.state.word())),
            Verification::Confirmed => Some("it is confirmed".into()),
            Verification::Claimed if mark.is_hearsay() => {
                Some("only others report it, which can never be confirmed".into())
            }
            Verification::Claimed => None,
        }
    }

    /// Why it does not wait for a check by somebody, if it does not.
    pub(crate) fn not_for(&self, by: &Slug) -> Option<String> {
        let mark = self.mark;
        self.settled().or_else(|| match () {
            () if mark.entered_by == *by => Some(format!("{by} entered it")),
            () if mark.checks.iter().any(|check| check.by == *by) => Some(format!("{by} has checked it")),
            () => None,
        })
    }

    /// The file in which it stands.
    pub(crate) fn file(&self) -> &'c FileName {
        self.mark.file(self.speaker.file())
    }

    /// Where it stands.
    pub(crate) fn place(&self, site: &OpenSite) -> Result<MarkPlace, NotDone> {
        let file = self.file();
        Ok((file.clone(), site.way(file, self.mark.pos)?))
    }

    /// How many more people have to check it.
    pub(crate) fn missing_checks(&self, campaign: &Campaign) -> usize {
        (campaign.site.checks_required as usize).saturating_sub(self.mark.checks.len())
    }

    /// What somebody found, in the record: as a check, or as a dispute that keeps both texts.
    pub(crate) fn record<'s>(&self, site: &'s OpenSite, check: &Check) -> Result<SoundChange<'s>, NotDone> {
        let campaign = site.campaign("nothing was written")?;
        checker(&check.by, campaign).and_then(|()| not_after_as_of(check.date, campaign)).map_err(NotDone::Refused)?;
        let (file, way) = self.place(site)?;
        let change = check.change(GroupPlace::At(way));
        let by_hand = || format!("add it by hand: {}", check.by_hand());
        site.propose(vec![site.edit(&file, &[change], by_hand)?])
    }
}

impl Check {
    fn change(&self, place: GroupPlace) -> Change {
        match &self.verdict {
            Verdict::Right => Change::Extend { place, key: "checked", values: vec![Value::Map(self.by_when())] },
            Verdict::Wrong { because, other_text } => Change::Set {
                place,
                key: "verification",
                value: Value::Group(in_order::<VerificationRecord>(self.dispute(because, other_text.as_ref()))),
            },
        }
    }

    fn by_when(&self) -> Vec<(&'static str, Value)> {
        in_order::<CheckRecord>(vec![("by", Value::text(self.by.as_str())), ("date", Value::plain(self.date))]).0
    }

    fn dispute(&self, because: &Text, other_text: Option<&Text>) -> Vec<(&'static str, Value)> {
        let mut keys = vec![
            ("state", Value::plain(WrittenVerification::Disputed.word())),
            ("because", Value::text(because.as_str())),
            ("date", Value::plain(self.date)),
        ];
        keys.extend(other_text.map(|text| ("other_text", Value::text(text.as_str()))));
        keys
    }

    fn by_hand(&self) -> String {
        match &self.verdict {
            Verdict::Right => format!("checked: [{}]", Value::Map(self.by_when()).to_block()),
            Verdict::Wrong { because, other_text } => {
                format!("verification: {}", Value::Map(self.dispute(because, other_text.as_ref())).to_block())
            }
        }
    }
}
