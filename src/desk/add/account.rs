use super::{entered_today, id_of, spelt, text};
use crate::atoms::{AccountKind, PartialDate, PartyId, QuestionId, Slug, Text, WebUrl, Words as _, WrittenState};
use crate::desk::in_order::in_order;
use crate::desk::{Act, NotDone, OpenSite, UNDONE};
use crate::edit::{Item, Value};
use crate::load::records::{AccountRecord, NamedAreaRecord, SourceRecord, TriedRecord};

/// Something that is claimed, laid down, tried out or reported.
#[derive(Debug, Clone)]
pub(crate) struct AccountToAdd {
    /// What kind of thing it tells of.
    pub(crate) kind: AccountKind,
    /// What it is about.
    pub(crate) about: Text,
    /// What it says, in one sentence.
    pub(crate) says: Text,
    /// Who says it, laid it down or does it.
    pub(crate) by: Text,
    /// What its source is called.
    pub(crate) source: Text,
    /// Who published that.
    pub(crate) publisher: Text,
    /// What else is known of it.
    pub(crate) details: AccountDetails,
}

/// What else is known of an account.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct AccountDetails {
    /// Its id, which is the name of its page; made of what it is about when left out.
    #[arg(long, value_name = "ID")]
    pub(crate) id: Option<Slug>,
    /// When it was said, laid down or begun, when not on the day of its source.
    #[arg(long, value_name = "DATE")]
    pub(crate) date: Option<PartialDate>,
    /// When its source was published.
    #[arg(long, value_name = "DATE")]
    pub(crate) published: Option<PartialDate>,
    /// Where the source can be read.
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) url: Option<WebUrl>,
    /// A copy of that in a web archive.
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) archived: Option<WebUrl>,
    /// The ids of the questions that it is about, with commas between them.
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub(crate) question: Vec<QuestionId>,
    /// The ids of the parties that it concerns, with commas between them.
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub(crate) party: Vec<PartyId>,
    /// An area that it names; more than once for several.
    #[arg(long, value_name = "NAME")]
    pub(crate) area: Vec<Text>,
    /// When it does not apply, as the rest of a sentence.
    #[arg(long, value_name = "TEXT")]
    pub(crate) not_when: Option<Text>,
    /// Who tried what to verify it, and could not.
    #[arg(long, value_name = "TEXT")]
    pub(crate) tried: Option<Text>,
}

/// An account, in a file of its own.
pub(crate) fn add_account<'s>(site: &'s OpenSite, new: &AccountToAdd) -> Result<Act<'s>, NotDone> {
    let known = &site.campaign(UNDONE)?.accounts;
    let is_same = |id: &Slug, says: &Text| new.details.id.as_ref() == Some(id) || *says == new.says;
    if let Some(same) = known.iter().find(|known| is_same(&known.id, &known.says)) {
        return Err(NotDone::Refused(format!("this is on record already: {}", same.file)));
    }
    let id = id_of(new.details.id.as_ref(), new.about.as_str(), |id| known.by_id(id).is_some())?;
    let file = format!("content/accounts/{id}.yaml");
    let mut keys = new.keys();
    keys.extend(entered_today(site)?);
    let change = site.propose(vec![site.new_file(&file, in_order::<AccountRecord>(keys).to_record())?])?;
    let done = format!("added “{}” ({id})", new.about);
    Ok(Act { change, notes: new.notes(&file), file, done })
}

impl AccountToAdd {
    fn keys(&self) -> Vec<(&'static str, Value)> {
        let details = &self.details;
        let mut keys = vec![
            ("kind", Value::plain(self.kind.word())),
            ("about", Value::text(self.about.as_str())),
            ("says", Value::text(self.says.as_str())),
            ("by", Value::text(self.by.as_str())),
            ("evidence", Value::Entries(vec![self.source()])),
        ];
        keys.extend(text("does_not_apply_when", details.not_when.as_ref()));
        keys.extend(details.date.map(|date| ("date", Value::plain(date))));
        keys.extend(entries("areas", details.area.iter().map(named_area)));
        keys.extend(ids("questions", &details.question));
        keys.extend(ids("parties", &details.party));
        keys.extend(details.tried.as_ref().map(|tried| {
            let state = ("state", Value::plain(WrittenState::Unverified.word()));
            ("verification", Value::Map(in_order::<TriedRecord>(vec![state, ("tried", Value::text(tried.as_str()))]).0))
        }));
        keys
    }

    fn source(&self) -> Item {
        let details = &self.details;
        let mut keys =
            vec![("title", Value::text(self.source.as_str())), ("publisher", Value::text(self.publisher.as_str()))];
        keys.extend(details.published.map(|date| ("date", Value::plain(date))));
        keys.extend(spelt("url", details.url.as_ref()));
        keys.extend(spelt("archived", details.archived.as_ref()));
        in_order::<SourceRecord>(keys)
    }

    /// What is still to be done by hand.
    fn notes(&self, file: &str) -> Vec<String> {
        let details = &self.details;
        let notes = [
            (details.question.is_empty(), "Say which questions it is about, so that their pages show it: “questions:”"),
            (
                !details.area.is_empty(),
                "Say how its areas can be matched to ballots: “ballots:”, “gss:”, “region:” or “nation:”",
            ),
            (true, "What those whom it concerns say of it belongs under “responses:”"),
        ];
        notes.into_iter().filter(|(holds, _)| *holds).map(|(_, note)| format!("{note} in {file}.")).collect()
    }
}

fn named_area(name: &Text) -> Item {
    in_order::<NamedAreaRecord>(vec![("name", Value::text(name.as_str()))])
}

fn entries(key: &'static str, items: impl Iterator<Item = Item>) -> Option<(&'static str, Value)> {
    let items: Vec<Item> = items.collect();
    (!items.is_empty()).then_some((key, Value::Entries(items)))
}

fn ids<I: AsRef<str>>(key: &'static str, ids: &[I]) -> Option<(&'static str, Value)> {
    let ids: Vec<Value> = ids.iter().map(|id| Value::text(id.as_ref())).collect();
    (!ids.is_empty()).then_some((key, Value::List(ids)))
}
