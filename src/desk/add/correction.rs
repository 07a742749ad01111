use jiff::civil::Date;

use crate::atoms::{QuestionId, Text};
use crate::desk::in_order::in_order;
use crate::desk::{Act, NotDone, OpenSite, Speaker, UNDONE, not_after_as_of};
use crate::edit::{Change, GroupPlace, Item, Value};
use crate::load::records::{ConcernsRecord, CorrectionRecord};
use crate::model::CorrectedPlace;

/// The file of the corrections.
const FILE: &str = "content/corrections.yaml";

/// What was wrong on the site, and what it says now.
#[derive(Debug, Clone)]
pub(crate) struct CorrectionToAdd {
    /// What it concerns.
    pub(crate) about: Text,
    /// What the site said.
    pub(crate) was: Text,
    /// What it says now.
    pub(crate) now: Text,
    /// Why.
    pub(crate) because: Text,
    /// When it was corrected.
    pub(crate) date: Date,
    /// Where on the site it belongs.
    pub(crate) place: Option<CorrectedPlace>,
}

/// A correction, after those that are there.
pub(crate) fn add_correction<'s>(site: &'s OpenSite, new: &CorrectionToAdd) -> Result<Act<'s>, NotDone> {
    let campaign = site.campaign(UNDONE)?;
    not_after_as_of(new.date, campaign).map_err(NotDone::Refused)?;
    let same = campaign
        .corrections
        .iter()
        .any(|known| (&known.about.value, &known.was.value, &known.now.value) == (&new.about, &new.was, &new.now));
    if same {
        return Err(NotDone::Refused(format!("this correction is in {FILE} already")));
    }
    let item = new.item();
    let change = if site.text(&FILE.into()).is_some() {
        let by_hand = format!("add it by hand under “corrections:”:\n{}", item.to_block(2).join("\n"));
        let change = Change::Insert { place: GroupPlace::Root, list: "corrections", index: usize::MAX, item };
        site.edit(FILE, &[change], || by_hand)?
    } else {
        site.new_file(FILE, Item(vec![("corrections", Value::Entries(vec![item]))]).to_record())?
    };
    let done = format!("added the correction about “{}”", new.about);
    Ok(Act { change: site.propose(vec![change])?, file: FILE.to_owned(), done, notes: Vec::new() })
}

impl CorrectionToAdd {
    fn item(&self) -> Item {
        let mut keys = vec![
            ("date", Value::plain(self.date)),
            ("about", Value::text(self.about.as_str())),
            ("was", Value::text(self.was.as_str())),
            ("now", Value::text(self.now.as_str())),
            ("because", Value::text(self.because.as_str())),
        ];
        keys.extend(self.place.as_ref().map(|place| {
            let concerns = in_order::<ConcernsRecord>(concerns(place));
            ("concerns", Value::Map(concerns.0))
        }));
        in_order::<CorrectionRecord>(keys)
    }
}

/// What names a place on the site in a record.
fn concerns(place: &CorrectedPlace) -> Vec<(&'static str, Value)> {
    match place {
        CorrectedPlace::Answer(election, person, question) => {
            vec![("person", Value::id(person)), ("question", Value::id(question)), ("election", Value::id(election))]
        }
        CorrectedPlace::Line(election, party, question) => {
            vec![("party", Value::id(party)), ("question", Value::id(question)), ("election", Value::id(election))]
        }
        CorrectedPlace::Document(id) => vec![("document", Value::id(id))],
        CorrectedPlace::Account(id) => vec![("account", Value::id(id))],
        CorrectedPlace::Pledge(id) => vec![("pledge", Value::id(id))],
        CorrectedPlace::Question(id) => vec![("question", Value::id(id))],
        CorrectedPlace::Page(id) => vec![("page", Value::id(id))],
    }
}

impl Speaker<'_> {
    /// What they say on a question, as something that a correction concerns.
    pub(crate) fn corrected(&self, question: &QuestionId) -> CorrectedPlace {
        let (election, question) = (self.election().id.clone(), question.clone());
        match self {
            Self::Candidate { candidacy, .. } => CorrectedPlace::Answer(election, candidacy.person.clone(), question),
            Self::Party { party, .. } => CorrectedPlace::Line(election, party.id.clone(), question),
        }
    }
}
