use jiff::civil::Date;

use super::in_order::in_order;
use super::{
    Fitting, KnownBy, NotDone, OpenSite, SoundChange, Speaker, Within, answer_word, checker, fitting, not_after_as_of,
    speakers,
};
use crate::atoms::{Slug, Text, Words as _, WrittenVerification};
use crate::diagnostic::FileName;
use crate::edit::{Change, GroupPlace, Step, Value};
use crate::load::records::{CheckRecord, VerificationRecord};
use crate::model::{Campaign, Mark, Pledge, PutQuestion, Signature, Signer, Verification};

/// A mark on record, with whose it is and what it answers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct EnteredMark<'c> {
    /// Whose it is, and what.
    pub(crate) of: MarkOf<'c>,
    /// The answer or signature.
    pub(crate) mark: &'c Mark,
}

/// What a mark on record is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum MarkOf<'c> {
    /// An answer to a question in one of its versions.
    Answer(Speaker<'c>, &'c PutQuestion, u32),
    /// A signature that answers none, of a candidate or a party.
    Signature(Speaker<'c>, &'c Pledge),
    /// The signature of somebody who stands on no ballot here, by name.
    Named(&'c Text, &'c Pledge),
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
        Some(EnteredMark { of: MarkOf::Answer(speaker, put, version), mark })
    });
    marks.collect()
}

/// All signatures of some that are no answers, and those of people who stand nowhere here and are among `named`.
pub(crate) fn entered_signatures<'c>(
    campaign: &'c Campaign,
    speakers: &[Speaker<'c>],
    named: &[NamedSigner<'c>],
) -> Vec<EnteredMark<'c>> {
    let of = |pledge: &'c Pledge, signature: &'c Signature| match &signature.who {
        Signer::Named(name) => named.iter().any(|one| *one == (pledge, name)).then_some(MarkOf::Named(name, pledge)),
        who => {
            let mut in_election = speakers.iter().filter(|speaker| speaker.election().id == pledge.election);
            in_election.find(|speaker| speaker.signer() == *who).map(|speaker| MarkOf::Signature(*speaker, pledge))
        }
    };
    let all = campaign.pledges.iter().flat_map(|pledge| {
        let signatures = pledge.recorded().filter(|signature| !pledge.is_answer(signature));
        signatures.filter_map(move |signature| Some(EnteredMark { of: of(pledge, signature)?, mark: &signature.mark }))
    });
    all.collect()
}

/// Somebody who signed and stands on no ballot here.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NamedSigner<'c> {
    pledge: &'c Pledge,
    pub(crate) name: &'c Text,
}

impl<'c> PartialEq<(&'c Pledge, &'c Text)> for NamedSigner<'c> {
    fn eq(&self, (pledge, name): &(&'c Pledge, &'c Text)) -> bool {
        self.pledge.id == pledge.id && self.name == *name
    }
}

impl<'c> NamedSigner<'c> {
    /// All of them, in some elections.
    pub(crate) fn all(campaign: &'c Campaign, within: &Within) -> Result<Vec<Self>, NotDone> {
        let elections = within.elections(campaign)?;
        // Of a ballot they are not.
        let pledges = campaign.pledges.iter().filter(|_| within.ballot.is_none());
        let pledges = pledges.filter(|pledge| elections.iter().any(|election| election.id == pledge.election));
        let named = pledges.flat_map(|pledge| pledge.recorded().map(move |signature| (pledge, signature)));
        let named = named.filter_map(|(pledge, signature)| match &signature.who {
            Signer::Named(name) => Some(Self { pledge, name }),
            Signer::Person(_) | Signer::Party(_) => None,
        });
        Ok(named.collect())
    }

    /// Those whom a few words fit.
    pub(crate) fn fitting(words: &str, all: &[Self]) -> Vec<Self> {
        let names = |one: &Self| KnownBy { ids: Vec::new(), called: vec![one.name.to_string()], path: String::new() };
        match fitting(words, all, names) {
            Some(Fitting::One(one)) => vec![one],
            Some(Fitting::Several(several)) => several,
            None => Vec::new(),
        }
    }
}

/// Everything on record that somebody may have to check: answers, and signatures that are none.
pub(crate) fn all_entered<'c>(campaign: &'c Campaign, within: &Within) -> Result<Vec<EnteredMark<'c>>, NotDone> {
    let all = speakers(campaign, within)?;
    let mut marks = entered_marks(&all);
    marks.extend(entered_signatures(campaign, &all, &NamedSigner::all(campaign, within)?));
    Ok(marks)
}

impl<'c> EnteredMark<'c> {
    /// The words that were answered; of a signature the title of its pledge.
    pub(crate) fn ask(&self) -> &'c Text {
        match self.of {
            MarkOf::Answer(_, put, version) => put.question.wording(version).ask,
            MarkOf::Signature(_, pledge) | MarkOf::Named(_, pledge) => &pledge.title,
        }
    }

    /// What was answered, as people say it.
    pub(crate) fn answer(&self) -> &'static str {
        match self.of {
            MarkOf::Answer(..) => answer_word(self.mark.stance.value),
            MarkOf::Signature(..) | MarkOf::Named(..) => "signed",
        }
    }

    /// What that means, where the question says so.
    pub(crate) fn means(&self) -> Option<&'c Text> {
        match self.of {
            MarkOf::Answer(_, put, version) => put.question.wording(version).meaning(self.mark.stance.value),
            MarkOf::Signature(..) | MarkOf::Named(..) => None,
        }
    }

    /// The id of the question or of the pledge.
    pub(crate) fn topic(&self) -> &'c str {
        match self.of {
            MarkOf::Answer(_, put, _) => put.id().as_str(),
            MarkOf::Signature(_, pledge) | MarkOf::Named(_, pledge) => pledge.id.as_str(),
        }
    }

    /// The election, for a form that names it.
    #[cfg(feature = "serve")]
    pub(crate) fn election(&self) -> &'c crate::atoms::ElectionId {
        match self.of {
            MarkOf::Answer(speaker, ..) | MarkOf::Signature(speaker, _) => &speaker.election().id,
            MarkOf::Named(_, pledge) => &pledge.election,
        }
    }

    /// Whose it is, for a person who reads it.
    pub(crate) fn whose(&self) -> String {
        self.speaker().map_or_else(|| self.name().to_owned(), |speaker| speaker.to_string())
    }

    /// Who gave it, where that is somebody who stands or a party.
    pub(crate) fn speaker(&self) -> Option<Speaker<'c>> {
        match self.of {
            MarkOf::Answer(speaker, ..) | MarkOf::Signature(speaker, _) => Some(speaker),
            MarkOf::Named(..) => None,
        }
    }

    /// The name.
    pub(crate) fn name(&self) -> &'c str {
        match self.of {
            MarkOf::Answer(speaker, ..) | MarkOf::Signature(speaker, _) => speaker.name(),
            MarkOf::Named(name, _) => name.as_str(),
        }
    }

    /// What means nobody else in a form: the address of a page, the id of a party, or a name.
    #[cfg(feature = "serve")]
    pub(crate) fn address(&self) -> String {
        self.speaker().map_or_else(|| self.name().to_owned(), |speaker| speaker.address())
    }

    /// Whether it was taken off the site.
    pub(super) fn is_taken_down(&self) -> bool {
        self.mark.takedown.is_some() || self.speaker().is_some_and(|speaker| speaker.is_taken_down())
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
        match self.of {
            MarkOf::Answer(speaker, ..) => self.mark.file(speaker.file()),
            MarkOf::Signature(_, pledge) | MarkOf::Named(_, pledge) => &pledge.file,
        }
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
