use jiff::civil::Date;

use super::{id_of, spelt, text};
use crate::atoms::{LetterTo, PartialDate, QuestionId, Slug, Text, WebUrl, Words as _};
use crate::country::uk::Nation;
use crate::desk::in_order::in_order;
use crate::desk::{Act, NotDone, OpenSite, UNDONE, not_after_as_of};
use crate::edit::{Item, Value};
use crate::load::records::{AdviceRecord, LetterRecord, SourceRecord};

/// A letter that people can send, as somebody writes it.
#[derive(Debug, Clone)]
pub(crate) struct LetterToAdd {
    /// What it is called.
    pub(crate) title: Text,
    /// To whom it goes.
    pub(crate) to: LetterTo,
    /// Its subject.
    pub(crate) subject: Text,
    /// When nobody should send it.
    pub(crate) not_when: Text,
    /// The letter.
    pub(crate) text: Text,
    /// When somebody found it right, where that was said.
    pub(crate) checked_on: Option<Date>,
    /// What else is known of it.
    pub(crate) details: LetterDetails,
}

/// What else is known of a letter.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct LetterDetails {
    /// Its id, which is the name of its page; made of its title when left out.
    #[arg(long, value_name = "ID")]
    pub(crate) id: Option<Slug>,
    /// Who found it right, by the id of a checker; a letter to an office needs it.
    #[arg(long, value_name = "ID")]
    pub(crate) by: Option<Slug>,
    /// The nation whose rules it goes by; a letter to an office needs it.
    #[arg(long)]
    pub(crate) nation: Option<Nation>,
    /// The rule or letter on which it rests; a letter to an office needs it, with --publisher.
    #[arg(long, value_name = "TITLE", requires = "publisher")]
    pub(crate) source: Option<Text>,
    /// Who published that.
    #[arg(long, value_name = "NAME", requires = "source")]
    pub(crate) publisher: Option<Text>,
    /// When that was published.
    #[arg(long, value_name = "DATE", requires = "source")]
    pub(crate) published: Option<PartialDate>,
    /// Where that can be read.
    #[arg(long, value_name = "ADDRESS", requires = "source")]
    pub(crate) url: Option<WebUrl>,
    /// The ids of the questions that it asks, with commas between them; all when left out.
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub(crate) question: Vec<QuestionId>,
    /// Who gives advice, with --advice-url.
    #[arg(long, value_name = "NAME", requires = "advice_url")]
    pub(crate) advice: Option<Text>,
    /// Where that advice is.
    #[arg(long, value_name = "ADDRESS", requires = "advice")]
    pub(crate) advice_url: Option<WebUrl>,
}

/// A letter, in a file of its own.
pub(crate) fn add_letter<'s>(site: &'s OpenSite, new: &LetterToAdd) -> Result<Act<'s>, NotDone> {
    let campaign = site.campaign(UNDONE)?;
    let known = &campaign.letters;
    let is_same = |id: &Slug, title: &Text| new.details.id.as_ref().map_or(*title == new.title, |wanted| wanted == id);
    if let Some(same) = known.iter().find(|letter| is_same(&letter.id, &letter.title)) {
        return Err(NotDone::Refused(format!("“{}” is on record already: {}", same.title.value, same.body.file)));
    }
    let checked_on = new.checked_on.unwrap_or_else(|| site.day().min(campaign.site.as_of));
    not_after_as_of(checked_on, campaign).map_err(NotDone::Refused)?;
    let id = id_of(new.details.id.as_ref(), new.title.as_str(), |id| known.by_id(id).is_some())?;
    let file = format!("content/letters/{id}.md");
    let letter = format!("---\n{}---\n\n{}\n", new.keys(checked_on).to_record(), new.text);
    let change = site.propose(vec![site.new_file(&file, letter)?])?;
    let mut notes = Vec::new();
    let is_alike = |to: LetterTo| to == new.to && to != LetterTo::Office;
    if let Some(other) = known.iter().find(|letter| is_alike(letter.to.value)) {
        notes.push(format!(
            "“{}” goes to the same people: each gets the first letter that fits, by id. --id names another id.",
            other.title.value
        ));
    }
    if new.details.advice.is_none() {
        notes.push(format!("Say where people can get advice before they send it: “advice:” in {file}."));
    }
    Ok(Act { change, file, done: format!("added the letter “{}” ({id})", new.title), notes })
}

impl LetterToAdd {
    fn keys(&self, checked_on: Date) -> Item {
        let details = &self.details;
        let mut keys = vec![
            ("title", Value::text(self.title.as_str())),
            ("to", Value::plain(self.to.word())),
            ("subject", Value::text(self.subject.as_str())),
            ("does_not_apply_when", Value::text(self.not_when.as_str())),
            ("checked_on", Value::plain(checked_on)),
        ];
        keys.extend(details.by.as_ref().map(|by| ("checked_by", Value::text(by.as_str()))));
        keys.extend(details.nation.map(|nation| ("nation", Value::plain(nation.word()))));
        keys.extend(self.source().map(|source| ("source", Value::Map(source.0))));
        let questions: Vec<Value> = details.question.iter().map(Value::id).collect();
        keys.extend((!questions.is_empty()).then_some(("questions", Value::List(questions))));
        keys.extend(details.advice.as_ref().map(|name| {
            let mut advice = vec![("name", Value::text(name.as_str()))];
            advice.extend(spelt("url", details.advice_url.as_ref()));
            ("advice", Value::Entries(vec![in_order::<AdviceRecord>(advice)]))
        }));
        in_order::<LetterRecord>(keys)
    }

    fn source(&self) -> Option<Item> {
        let details = &self.details;
        let mut keys = vec![("title", Value::text(details.source.as_ref()?.as_str()))];
        keys.extend(text("publisher", details.publisher.as_ref()));
        keys.extend(details.published.map(|date| ("date", Value::plain(date))));
        keys.extend(spelt("url", details.url.as_ref()));
        Some(in_order::<SourceRecord>(keys))
    }
}
