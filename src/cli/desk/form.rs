use serde::Serialize;

use super::acts::DeskAct;
use super::command::{Amiss, Argument};
use super::sent::Sent;
use crate::atoms::capitalised;
use crate::desk::{How, Needed, OnRecord, Prompt};
use crate::model::Campaign;

/// How many words stand open; of more, one is chosen from a list that opens.
const OPEN: usize = 6;

/// How many things are offered to choose from; of more, somebody types a part of the name.
const MOST: usize = 400;

/// What was asked, and what was answered.
pub(super) type AnswerShown = (String, String);

/// A form, as its template shows it.
#[derive(Debug, Serialize)]
pub(super) struct FormView {
    title: &'static str,
    lead: &'static str,
    /// What is wrong with the whole.
    wrong: Option<String>,
    /// The fields in which something is wrong, with their labels.
    wrong_in: Vec<(String, String)>,
    /// What the page that leads here has settled, and so is not asked again.
    settled: Vec<Settled>,
    fields: Vec<FieldView>,
    /// What is seldom needed.
    more: Vec<FieldView>,
    /// Whether that stands open.
    is_more_open: bool,
}

/// What is sent without being asked for.
#[derive(Debug, Serialize)]
struct Settled {
    name: String,
    value: String,
    /// What it is, where that is shown.
    shown: Option<AnswerShown>,
}

/// One thing that a form asks for.
#[derive(Debug, Serialize)]
struct FieldView {
    name: String,
    label: String,
    help: String,
    example: Option<&'static str>,
    /// `line`, `lines`, `flag`, `open` (one of some, all shown), `list` (one of some, in a list) or `several`.
    kind: &'static str,
    options: Vec<OptionView>,
    value: String,
    wrong: Option<String>,
    is_needed: bool,
}

#[derive(Debug, Serialize)]
struct OptionView {
    value: String,
    label: String,
    says: String,
    is_chosen: bool,
}

/// What a form needs to know.
pub(super) struct DeskForm<'a> {
    pub(super) act: &'a DeskAct,
    pub(super) campaign: &'a Campaign,
    pub(super) sent: &'a Sent,
    pub(super) wrong: Option<&'a Amiss>,
}

impl DeskForm<'_> {
    pub(super) fn view(&self) -> FormView {
        let arguments = self.act.arguments();
        let asked = self.act.asks.iter().filter(|ask| !self.is_settled(ask.argument));
        let fields: Vec<FieldView> = asked.map(|ask| self.field(ask, declared(&arguments, ask.argument))).collect();
        let is_more =
            |one: &&Argument| !self.is_settled(&one.name) && self.act.asks.iter().all(|ask| ask.argument != one.name);
        let more: Vec<FieldView> = arguments.iter().filter(is_more).map(|one| self.more(one)).collect();
        let is_filled = |field: &FieldView| !field.value.is_empty() || field.wrong.is_some();
        let wrong_in = fields.iter().chain(&more).filter(|field| field.wrong.is_some());
        FormView {
            title: self.act.title,
            lead: self.act.lead,
            wrong: self.wrong.map(|wrong| wrong.what.clone()),
            wrong_in: wrong_in.map(|field| (field.name.clone(), field.label.clone())).collect(),
            settled: self.settled_views(),
            is_more_open: more.iter().any(is_filled),
            fields,
            more,
        }
    }

    fn is_settled(&self, argument: &str) -> bool {
        self.sent.keep.iter().any(|name| name == argument) && self.sent.filled.contains_key(argument)
    }

    fn settled_views(&self) -> Vec<Settled> {
        let mut all = Vec::new();
        for name in self.sent.keep.iter().filter(|name| self.is_settled(name)) {
            for value in &self.sent.filled[name] {
                let asked = self.act.asks.iter().find(|ask| ask.argument == name.as_str());
                let shown = asked.map(|ask| {
                    (ask.label.trim_end_matches('?').to_owned(), called(ask, value, self.campaign, self.sent))
                });
                all.push(Settled { name: name.clone(), value: value.clone(), shown });
            }
        }
        all
    }

    fn value(&self, name: &str) -> String {
        self.sent.filled.get(name).and_then(|values| values.first()).cloned().unwrap_or_default()
    }

    fn wrong(&self, name: &str) -> Option<String> {
        self.wrong.filter(|wrong| wrong.arguments.iter().any(|one| one == name)).map(|wrong| wrong.what.clone())
    }

    fn field(&self, ask: &Prompt, argument: &Argument) -> FieldView {
        let (kind, options): (&'static str, Vec<Choice3>) = match &ask.how {
            How::Flag => ("flag", Vec::new()),
            How::Line => ("line", Vec::new()),
            How::Lines => ("lines", Vec::new()),
            How::Words(words) => {
                let all =
                    words.iter().map(|(word, says)| (word.clone(), in_words(word), says_more(word, says))).collect();
                (if words.len() <= OPEN { "open" } else { "list" }, all)
            }
            How::Known(known) => self.known(*known, "list"),
            How::Several(known) => self.known(*known, "several"),
        };
        FieldView {
            name: argument.name.clone(),
            label: ask.label.to_owned(),
            help: ask.shown_help(argument),
            example: ask.example,
            kind,
            options: self.options(ask, options),
            value: self.value(&argument.name),
            wrong: self.wrong(&argument.name),
            is_needed: ask.is_needed(&self.sent.filled),
        }
    }

    /// The things on record to choose from; a line where there are too many, or none.
    fn known(&self, known: OnRecord, kind: &'static str) -> (&'static str, Vec<Choice3>) {
        let all = known.choices(self.campaign, &self.sent.filled);
        match all.len() {
            0 => (
                "none",
                known.made_by().map(|act| (act.to_owned(), String::new(), String::new())).into_iter().collect(),
            ),
            1..=MOST => (kind, all.into_iter().map(|one| (one.id, one.label, String::new())).collect()),
            _ => ("line", Vec::new()),
        }
    }

    fn options(&self, ask: &Prompt, options: Vec<Choice3>) -> Vec<OptionView> {
        let chosen = self.sent.filled.get(ask.argument).cloned().unwrap_or_default();
        let is_only = matches!(ask.needed, Needed::TheOnly | Needed::TheOnlyIfAny) && options.len() == 1;
        let option = |(value, label, says): Choice3| {
            let is_chosen = is_only || chosen.contains(&value);
            OptionView { is_chosen, value, label, says }
        };
        options.into_iter().map(option).collect()
    }

    fn more(&self, argument: &Argument) -> FieldView {
        FieldView {
            name: argument.name.clone(),
            label: self.act.label(argument),
            help: argument.help.clone(),
            example: None,
            kind: if argument.is_flag { "flag" } else { "line" },
            options: Vec::new(),
            value: self.value(&argument.name),
            wrong: self.wrong(&argument.name),
            is_needed: false,
        }
    }
}

impl DeskAct {
    /// What somebody filled in, in the order in which it was asked: what was asked, and the answer.
    pub(super) fn told(&self, sent: &Sent, campaign: &Campaign) -> Vec<AnswerShown> {
        let told = |ask: &Prompt| {
            let values = sent.filled.get(ask.argument)?;
            let values: Vec<String> = values.iter().map(|value| called(ask, value, campaign, sent)).collect();
            Some((ask.label.trim_end_matches('?').to_owned(), values.join("; ")))
        };
        self.asks.iter().filter_map(told).collect()
    }
}

impl Prompt {
    /// What helps to answer.
    fn shown_help(&self, argument: &Argument) -> String {
        let help = match (self.hint, &self.how) {
            (Some(hint), _) => format!("{}.", capitalised(hint.trim_end_matches('.'))),
            (None, How::Line | How::Lines | How::Flag) => argument.help.clone(),
            (None, _) => String::new(),
        };
        if self.how == How::Lines && self.between.is_some() { help + " Each on a line of its own." } else { help }
    }
}

/// What people call a thing that a form names by its id.
fn called(ask: &Prompt, value: &str, campaign: &Campaign, sent: &Sent) -> String {
    let (How::Known(known) | How::Several(known)) = ask.how else { return value.to_owned() };
    let known = known.choices(campaign, &sent.filled).into_iter().find(|one| one.id == value);
    known.map_or_else(|| value.to_owned(), |one| one.label)
}

/// The argument of a command that a form asks for.
fn declared<'a>(arguments: &'a [Argument], name: &str) -> &'a Argument {
    let found = arguments.iter().find(|one| one.name == name);
    found.unwrap_or_else(|| unreachable!("the command of a form has no argument {name}"))
}

/// A word of the records as people write it.
fn in_words(word: &str) -> String {
    capitalised(&word.replace(['-', '_'], " "))
}

/// What a word says, unless it only says itself again.
fn says_more(word: &str, says: &str) -> String {
    let plain = |text: &str| {
        text.to_lowercase().replace(['-', '_'], " ").trim_matches(['.', ' ']).trim_start_matches("a ").to_owned()
    };
    if plain(says) == plain(word) { String::new() } else { says.to_owned() }
}

/// What is sent, what is shown, and what it says.
type Choice3 = (String, String, String);
