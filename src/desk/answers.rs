use std::str::FromStr;

use super::add::id_of;
use super::in_order::in_order_of;
use super::{Act, Acted, Deed, Filled, NotDone, OpenSite, Prompt, Speaker, UNDONE, Within, candidacies, speaker};
use crate::atoms::{Atom as _, PartialDate, Slug, Text};
use crate::edit::{Item, Value};
use crate::load::{Declared, Key, Shape};
use crate::model::Campaign;

/// Keys of a record, with what stands there.
pub(super) type Keys = Vec<(&'static str, Value)>;

/// What somebody said of what is to be done. Each answer was read, and is spelt as the records spell it.
pub(super) struct DeedAnswers<'a> {
    of: &'a Deed,
    filled: &'a Filled,
}

/// Some answers, by the ways to their keys from where they are written.
type SaidAt<'a> = Vec<(&'a str, &'a Prompt, &'a [String])>;

impl<'a> DeedAnswers<'a> {
    pub(super) fn new(of: &'a Deed, filled: &'a Filled) -> Self {
        Self { of, filled }
    }

    /// What was answered; the first of several.
    pub(super) fn get<T: FromStr>(&self, argument: &str) -> Option<T> {
        self.said(argument).first()?.parse().ok()
    }

    /// What was answered to something without which nobody comes here.
    pub(super) fn need<T: FromStr>(&self, argument: &str) -> Result<T, NotDone> {
        self.get(argument).ok_or_else(|| NotDone::Refused(format!("{argument} is missing; {UNDONE}")))
    }

    /// What was answered, as it stands; nothing where nothing was.
    pub(super) fn text(&self, argument: &str) -> String {
        self.said(argument).first().cloned().unwrap_or_default()
    }

    /// All that was answered.
    pub(super) fn said(&self, argument: &str) -> &'a [String] {
        self.filled.get(argument).map(Vec::as_slice).unwrap_or_default()
    }

    pub(super) fn has(&self, argument: &str) -> bool {
        self.filled.contains_key(argument)
    }

    /// The one who is meant by an answer.
    pub(super) fn speaker<'c>(&self, argument: &str, campaign: &'c Campaign) -> Result<Speaker<'c>, NotDone> {
        let speaker = speaker(campaign, self.filled, argument);
        speaker.ok_or_else(|| NotDone::Refused(format!("{argument} is missing; {UNDONE}")))
    }

    /// Those who stand and are meant by an answer, each on the ballot that is meant.
    pub(super) fn people<'c>(&self, argument: &str, campaign: &'c Campaign) -> Vec<Speaker<'c>> {
        let all = candidacies(campaign, &Within::default()).unwrap_or_default();
        self.said(argument).iter().filter_map(|id| all.iter().find(|one| one.address() == *id)).copied().collect()
    }

    /// Whether something on record is what was answered.
    pub(super) fn is(&self, argument: &str, known: &dyn ToString) -> bool {
        self.said(argument).first().is_some_and(|said| *said == known.to_string())
    }

    /// Whether a record is the one that somebody means: by the id that was given, or else by what is the same.
    pub(super) fn is_same(&self, id: &dyn ToString, is_alike: bool) -> bool {
        if self.has("id") { self.is("id", id) } else { is_alike }
    }

    /// What is answered, as keys of the record in their order. What is made by itself is there too: the day on which a record is entered.
    pub(super) fn keys(&self, site: &OpenSite) -> Result<Keys, NotDone> {
        let written = self.of.asks.iter().filter(|ask| !ask.key.is_empty());
        let said = written.filter_map(|ask| Some((ask.key, ask, self.filled.get(ask.argument)?.as_slice())));
        let mut keys = keys_of(self.of.keys, &said.collect())?;
        let (day, as_of) = (site.day(), site.campaign(UNDONE)?.site.as_of);
        let is_entered = self.of.keys.keys().any(|key| key.name == "entered") && day <= as_of;
        keys.extend(is_entered.then(|| ("entered", Value::plain(day))));
        Ok(keys)
    }

    /// Keys of the record, in their order.
    pub(super) fn item(&self, keys: Keys) -> Item {
        in_order_of(self.of.keys, keys)
    }

    /// The record in a file of its own, unless one on record is the same.
    pub(super) fn in_its_file<'s>(&self, site: &'s OpenSite, own: OwnFile) -> Result<Acted<'s>, NotDone> {
        let OwnFile { title, same, id, more, body, notes } = own;
        let file = |id: &dyn std::fmt::Display| self.of.place.replace('*', &id.to_string());
        if let Some(same) = same {
            let same = file(&same);
            let why =
                format!("this {} is on record already: {same}; another needs an id of its own: --id", self.of.name);
            return Err(NotDone::Refused(why));
        }
        let id = id_of(self.get("id").or(id), &title, |id: &Slug| site.has_file(&file(id)))?;
        let mut keys = self.keys(site)?;
        keys.extend(more);
        let has_id = self.of.keys.keys().any(|key| key.name == "id");
        keys.extend(has_id.then(|| ("id", Value::text(id.as_str()))));
        let (file, keys) = (file(&id), self.item(keys).to_record());
        let text = body.map_or_else(|| keys.clone(), |body| format!("---\n{keys}---\n{body}"));
        let change = site.propose(vec![site.new_file(&file, text)?])?;
        let notes = notes.iter().map(|note| note.replace("{id}", id.as_str()).replace("{file}", &file)).collect();
        let done = format!("added the {} “{title}” ({id})", self.of.name);
        Ok(Acted::Now(Act { change, done, notes, file }))
    }
}

/// What has to be known of a record that gets a file of its own.
#[derive(Default)]
pub(super) struct OwnFile {
    /// What it is called. An id is made of it where nothing else gives one.
    pub(super) title: String,
    /// The id of the one that is on record already.
    pub(super) same: Option<String>,
    /// An id that nobody said.
    pub(super) id: Option<Slug>,
    /// Keys that nobody said.
    pub(super) more: Keys,
    /// What stands below the keys, where something does.
    pub(super) body: Option<String>,
    /// What else whoever adds it should know or do; `{id}` and `{file}` are its own.
    pub(super) notes: Vec<String>,
}

/// The keys of a group, in the order in which they are declared.
fn keys_of(group: &'static Declared, said: &SaidAt<'_>) -> Result<Keys, NotDone> {
    let mut keys = Keys::new();
    for key in group.keys() {
        let own = said.iter().find(|(way, ..)| *way == key.name);
        let inner = |way: &str| Some(way.strip_prefix(key.name)?.strip_prefix('.')?.len());
        let below: SaidAt<'_> =
            said.iter().filter_map(|(way, ask, said)| Some((&way[way.len() - inner(way)?..], *ask, *said))).collect();
        let value = match (own, key.shape) {
            (Some((.., said)), Shape::List(item)) => {
                Some(Value::List(said.iter().map(|said| value(item, said)).collect()))
            }
            // What holds anyway is not written.
            (Some((.., said)), shape) => {
                let said =
                    said.first().filter(|said| key.default.is_none_or(|default| default.trim_matches('`') != **said));
                said.map(|said| value(shape, said))
            }
            (None, _) if below.is_empty() => only_word(key).filter(|_| !said.is_empty()),
            (None, Shape::List(Shape::Group(group))) => Some(Value::Entries(entries(group, &below)?)),
            (None, Shape::Group(group)) => Some(Value::Map(keys_of(group, &below)?)),
            _ => None,
        };
        keys.extend(value.map(|value| (key.name, value)));
    }
    Ok(keys)
}

/// Entries of a list: one for each answer where there can be several, or else one of all. Where they need ids, these are made of
/// their names.
fn entries(group: &'static Declared, said: &SaidAt<'_>) -> Result<Vec<Item>, NotDone> {
    let &[(way, ask, all)] = &said[..] else { return Ok(vec![Item(keys_of(group, said)?)]) };
    let (mut ids, mut items) = (Vec::<Slug>::new(), Vec::new());
    for one in all.chunks(1) {
        let mut keys = keys_of(group, &vec![(way, ask, one)])?;
        if group.keys().any(|key| key.name == "id" && key.needed) {
            let id = id_of(None, &one[0], |id| ids.contains(id))?;
            keys.insert(0, ("id", Value::id(&id)));
            ids.push(id);
        }
        items.push(Item(keys));
    }
    Ok(items)
}

/// What stands at a key that is needed and can say one thing only.
fn only_word(key: &Key) -> Option<Value> {
    match key.shape {
        Shape::Atom(notation, _) if key.needed => match notation.words {
            [(word, _)] => Some(Value::plain(word)),
            _ => None,
        },
        _ => None,
    }
}

/// An answer as it is written.
fn value(shape: &Shape, said: &str) -> Value {
    match shape {
        Shape::Boolean => Value::plain(true),
        Shape::Number => Value::plain(said),
        Shape::Atom(notation, _) if notation.name == PartialDate::NOTATION.name => Value::plain(said),
        Shape::Atom(notation, _) if notation.name == Text::NOTATION.name => Value::text(said),
        _ => Value::id(said),
    }
}
