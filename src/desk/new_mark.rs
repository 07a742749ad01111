use jiff::civil::Date;

use super::Speaker;
use super::in_order::in_order;
use crate::atoms::{DocumentId, EvidenceKind, LanguageTag, PartialDate, Slug, Stance, Text, WebUrl, Words as _};
use crate::country::uk::Nation;
use crate::edit::{Item, Value};
use crate::import::AnswerColumn;
use crate::load::records::{EvidenceRecord, LineRecord, PositionRecord};
use crate::model::{Evidence, Mark, PutQuestion};

/// An answer that somebody enters, with where it was said.
#[derive(Debug, Clone)]
pub(crate) struct NewMark {
    /// The answer.
    pub(crate) stance: Stance,
    /// When it was given.
    pub(crate) date: PartialDate,
    /// Who enters it.
    pub(crate) by: Slug,
    /// When it is entered, where that day can be told.
    pub(crate) entered: Option<Date>,
    /// The day from which it is shown, when it is held back.
    pub(crate) publish_after: Option<Date>,
    /// The answer in words of the campaign.
    pub(crate) says: Option<Text>,
    /// A doubt that every reader has to see.
    pub(crate) caveat: Option<Text>,
    /// Of a party's line, where it holds; empty for everywhere.
    pub(crate) nations: Vec<Nation>,
    /// Where it was said.
    pub(crate) evidence: NewEvidence,
}

/// Where an answer was given.
#[derive(Debug, Clone)]
pub(crate) struct NewEvidence {
    /// What kind of thing it is.
    pub(crate) kind: EvidenceKind,
    /// What it is called.
    pub(crate) title: Option<Text>,
    /// Its record among the documents.
    pub(crate) document: Option<DocumentId>,
    /// The place in it, or where it is kept.
    pub(crate) place: Option<Text>,
    /// The very words.
    pub(crate) quote: Option<Text>,
    /// Their language, when it is not the site's.
    pub(crate) lang: Option<LanguageTag>,
    /// Where it can be read.
    pub(crate) url: Option<WebUrl>,
    /// A lasting copy of that.
    pub(crate) archived: Option<WebUrl>,
}

/// What a reply is called when nobody says otherwise.
pub(crate) const REPLY: &str = "Reply to the campaign";

impl NewMark {
    /// The mark as an entry of its file.
    pub(super) fn item(&self, speaker: &Speaker<'_>, put: &PutQuestion) -> Item {
        let mut keys = self.backing();
        keys.push(("question", Value::id(put.id())));
        keys.push(("stance", Value::plain(self.stance.word())));
        keys.extend((put.version != 1).then(|| ("version", Value::plain(put.version))));
        match speaker {
            Speaker::Candidate { .. } => in_order::<PositionRecord>(keys),
            Speaker::Party { election, .. } => {
                keys.push(("election", Value::id(&election.id)));
                let nations = || self.nations.iter().map(|nation| Value::plain(nation.word())).collect();
                keys.extend((!self.nations.is_empty()).then(|| ("nations", Value::List(nations()))));
                in_order::<LineRecord>(keys)
            }
        }
    }

    /// When it was given, and how we know: what stands in answers and signatures alike.
    pub(super) fn backing(&self) -> Vec<(&'static str, Value)> {
        let mut keys = vec![
            ("date", Value::plain(self.date)),
            ("entered_by", Value::text(self.by.as_str())),
            ("evidence", Value::Entries(vec![self.evidence.item(self.date)])),
        ];
        keys.extend(text("says", self.says.as_ref()));
        keys.extend(text("caveat", self.caveat.as_ref()));
        keys.extend(self.entered.map(|day| ("entered", Value::plain(day))));
        keys.extend(self.publish_after.map(|day| ("publish_after", Value::plain(day))));
        keys
    }

    /// Whether a mark says the same, and from the same evidence.
    pub(super) fn is(&self, mark: &Mark) -> bool {
        let same_words = mark.says.as_ref().map(|says| &says.value) == self.says.as_ref();
        let same = mark.stance == self.stance && mark.date == self.date && same_words;
        same && mark.evidence.iter().any(|evidence| self.evidence.is(evidence))
    }

    /// Whether it is the same answer, of the same day and from the same source as a mark, whatever the words.
    pub(super) fn has_source_of(&self, mark: &Mark) -> bool {
        let same = mark.stance == self.stance && mark.date == self.date;
        same && mark.evidence.iter().any(|evidence| self.evidence.has_source_of(evidence))
    }

    /// The same of another that is to be entered.
    pub(super) fn has_source_like(&self, other: &Self) -> bool {
        let source = |mark: &Self| {
            let NewEvidence { kind, document, place, url, .. } = mark.evidence.clone();
            (mark.stance, mark.date, mark.nations.clone(), kind, document, place, url)
        };
        source(self) == source(other)
    }

    /// The words in which it differs from a mark of the same source; nothing when it says just the same.
    pub(super) fn differs_in(&self, mark: &Mark) -> Option<AnswerColumn> {
        let first = mark.evidence.first();
        let quote = first.and_then(|first| first.quote.as_ref()).map(|quote| &quote.value);
        let title = first.and_then(|first| first.record.title.as_ref()).map(|title| &title.value);
        let pairs = [
            (AnswerColumn::Quote, quote, self.evidence.quote.as_ref()),
            (AnswerColumn::Says, mark.says.as_ref().map(|says| &says.value), self.says.as_ref()),
            (AnswerColumn::Caveat, mark.caveat.as_ref().map(|caveat| &caveat.value), self.caveat.as_ref()),
            (AnswerColumn::Title, title, self.evidence.title.as_ref()),
        ];
        pairs.into_iter().find(|(_, known, new)| known != new).map(|(column, ..)| column)
    }
}

impl NewEvidence {
    fn item(&self, date: PartialDate) -> Item {
        let mut keys = vec![("kind", Value::plain(self.kind.word()))];
        // A document has a date of its own.
        keys.extend(self.document.is_none().then(|| ("date", Value::plain(date))));
        keys.extend(text("title", self.title.as_ref()));
        keys.extend(self.document.as_ref().map(|id| ("document", Value::id(id))));
        keys.extend(text("where", self.place.as_ref()));
        keys.extend(text("quote", self.quote.as_ref()));
        keys.extend(self.lang.as_ref().map(|lang| ("lang", Value::text(lang.to_string()))));
        keys.extend(self.url.as_ref().map(|url| ("url", Value::text(url.to_string()))));
        keys.extend(self.archived.as_ref().map(|url| ("archived", Value::text(url.to_string()))));
        in_order::<EvidenceRecord>(keys)
    }

    fn is(&self, evidence: &Evidence) -> bool {
        let quote = evidence.quote.as_ref().map(|quote| &quote.value);
        quote == self.quote.as_ref() && self.has_source_of(evidence)
    }

    fn has_source_of(&self, evidence: &Evidence) -> bool {
        let place = evidence.place.as_ref().map(|place| &place.value);
        let url = evidence.url.as_ref().map(|url| &url.value);
        let document = evidence.record.document.as_ref().map(|id| &id.value);
        evidence.kind == self.kind
            && place == self.place.as_ref()
            && (url, document) == (self.url.as_ref(), self.document.as_ref())
    }
}

/// A key with a text, when there is one.
pub(super) fn text(key: &'static str, text: Option<&Text>) -> Option<(&'static str, Value)> {
    text.map(|text| (key, Value::text(text.as_str())))
}
