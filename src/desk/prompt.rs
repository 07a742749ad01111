use std::borrow::Cow;
use std::collections::BTreeMap;

use super::OnRecord;
use crate::atoms::{Atom as _, Malformed, PartialDate, Slug, Text, WebUrl};
#[cfg(feature = "serve")]
use crate::load::RecordValue;
use crate::load::{Declared, Key, Shape, Spelling};
use crate::model::Campaign;

/// What is known of an act, by the arguments of its command. What was left out is not there.
pub(crate) type Filled = BTreeMap<String, Vec<String>>;

/// Something that an act asks for: an argument of its command, a question at the terminal and a field of its form, in words
/// for people who have never seen one.
#[derive(Debug, Clone)]
pub(crate) struct Prompt {
    /// The argument, as the command calls it.
    pub(crate) argument: &'static str,
    /// What is asked; nothing of what is seldom needed, which only the argument says.
    pub(crate) label: &'static str,
    /// How it is answered.
    pub(crate) how: How,
    /// Whether there is no act without it.
    pub(crate) needed: Needed,
    /// Whether it makes sense to ask, by what is known already.
    pub(crate) when: fn(&Filled, &Campaign) -> bool,
    /// What holds when nothing is answered, where something can be guessed.
    pub(crate) guess: Option<fn(&Filled) -> Option<String>>,
    /// What it means to answer nothing.
    pub(crate) without: &'static str,
    /// What helps to answer, as it stands between brackets.
    pub(crate) hint: Option<&'static str>,
    /// What an answer looks like.
    pub(crate) example: Option<&'static str>,
    /// Whether an answer may be any words.
    pub(crate) is_words: bool,
    /// What it is.
    pub(crate) help: Cow<'static, str>,
    /// What the help of the command calls its value.
    pub(crate) value: &'static str,
    /// Whether it is said by its place on the command line, and not by its name.
    pub(crate) is_placed: bool,
    /// What stands between several, where there can be several.
    pub(crate) between: Option<char>,
    /// What reads it; any words where there is nothing.
    pub(super) read: Option<Spelling>,
    /// What has to be said for it to make sense.
    pub(crate) with: Option<&'static str>,
    /// What it does not go together with.
    pub(crate) not_with: &'static [&'static str],
    /// The way to the key of the new record under which it is written, with full stops: `evidence.title`.
    pub(crate) key: &'static str,
}

/// How something is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum How {
    /// On one line.
    Line,
    /// On several.
    Lines,
    /// By yes or no.
    Flag,
    /// By one of some words, each with what it says; of few, all stand open.
    Words(Vec<(String, String)>),
    /// By one of the things on record.
    Known(OnRecord),
    /// By some of them.
    Several(OnRecord),
}

/// Whether there is no act without something.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Needed {
    /// As the record says that is written.
    AsDeclared,
    /// It may be left out.
    No,
    /// It may not.
    Yes,
    /// It may not when something else is filled in so; or else makes no sense.
    When(fn(&Filled) -> bool),
    /// Left out, it is the only one on record.
    TheOnly,
    /// The same, where there is one.
    TheOnlyIfAny,
}

/// Asks for an argument on one line.
pub(crate) fn ask(argument: &'static str, label: &'static str) -> Prompt {
    Prompt {
        argument,
        label,
        how: How::Line,
        needed: Needed::AsDeclared,
        when: |_, _| true,
        guess: None,
        without: "leave it out",
        hint: None,
        example: None,
        is_words: true,
        help: Cow::Borrowed(""),
        value: "",
        is_placed: false,
        between: None,
        read: None,
        with: None,
        not_with: &[],
        key: argument,
    }
}

/// An argument that is seldom needed, and not asked for.
pub(super) fn seldom(argument: &'static str) -> Prompt {
    ask(argument, "").optional()
}

/// The id of a record, which is the name of its file, and made of something else when it is left out.
pub(super) fn own_id(help: &'static str) -> Prompt {
    seldom("id").read(slug).value("ID").help(help).key("")
}

/// Reads what can be the name of a file or a page.
pub(super) fn slug(said: &str) -> Result<String, Malformed> {
    said.parse().map(|slug: Slug| slug.to_string())
}

/// Reads a name, which is one line.
pub(super) fn name(said: &str) -> Result<String, Malformed> {
    crate::atoms::name(said).map(|name| name.to_string())
}

/// Reads a day.
pub(super) fn day(said: &str) -> Result<String, Malformed> {
    crate::atoms::day(said).map(|day| day.to_string())
}

/// Reads a whole number.
fn number(said: &str) -> Result<String, Malformed> {
    let number = said.trim().parse::<u32>();
    let number = number.map_err(|_| Malformed::syntax(format!("“{said}” is not a whole number"), "write it in digits"));
    number.map(|number| number.to_string())
}

/// Declares what can be said of something that is asked for: which fields of a [`Prompt`] it sets.
macro_rules! sayings {
    ($($(#[doc = $doc:literal])+ $vis:vis $name:ident($($given:ident: $of:ty)?) sets $($field:ident: $value:expr),+;)+) => {
        impl Prompt {
            $($(#[doc = $doc])+ $vis fn $name(self $(, $given: $of)?) -> Self { Self { $($field: $value,)+ ..self } })+
        }
    };
}

sayings! {
    /// There is no act without it.
    pub(crate) needed() sets needed: Needed::Yes;
    /// It may be left out.
    pub(super) optional() sets needed: Needed::No;
    /// There is no act without it when something else is filled in so.
    pub(crate) needed_when(needed: fn(&Filled) -> bool) sets needed: Needed::When(needed);
    /// It is the only one on record when it is left out.
    pub(super) or_the_only() sets needed: Needed::TheOnly;
    /// It is answered on several lines.
    pub(crate) lines() sets how: How::Lines;
    /// It is one of the things on record.
    pub(crate) known(known: OnRecord) sets how: How::Known(known);
    /// It is some of the things on record.
    pub(crate) several(known: OnRecord) sets how: How::Several(known), between: Some('\n');
    /// There can be several, with a sign between them.
    pub(super) parted_by(between: char) sets between: Some(between);
    /// What helps to answer.
    pub(crate) hint(hint: &'static str) sets hint: Some(hint), example: None;
    /// What it is.
    pub(super) help(help: &'static str) sets help: Cow::Borrowed(help);
    /// What it means to answer nothing.
    pub(super) without(without: &'static str) sets without: without;
    /// What reads it.
    pub(super) read(read: Spelling) sets read: Some(read);
    /// It is said by its place.
    pub(super) placed(value: &'static str) sets is_placed: true, value: value;
    /// What the help of the command calls it.
    pub(super) value(value: &'static str) sets value: value;
    /// What has to be said for it to make sense.
    pub(super) with(with: &'static str) sets with: Some(with);
    /// What it does not go together with.
    pub(super) not_with(not_with: &'static [&'static str]) sets not_with: not_with;
    /// The way to the key under which it is written.
    pub(super) key(key: &'static str) sets key: key;
}

impl Prompt {
    /// It is one of some words, each with what it says.
    pub(crate) fn words(self, words: &[(&str, &str)]) -> Self {
        let words = words.iter().map(|(word, says)| ((*word).to_owned(), (*says).to_owned())).collect();
        Self { how: How::Words(words), ..self }
    }

    /// Reads what somebody says, and gives it as it is spelt.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(crate) fn spelt(&self, said: &str) -> Result<String, Malformed> {
        match self.read {
            Some(read) => read(said),
            None => said.parse().map(|text: Text| text.to_string()),
        }
    }

    /// What it is, without a full stop; of closed lists also the words that it can be, and of several things how to say them.
    pub(crate) fn described(&self) -> String {
        let help = self.help.trim_end_matches('.');
        match (&self.how, self.between) {
            (How::Words(words), _) => {
                let words: Vec<&str> = words.iter().map(|(word, _)| &**word).collect();
                let (last, others) = words.split_last().unwrap_or((&"", &[]));
                format!("{help}: {} or {last}", others.join(", "))
            }
            (_, Some(',')) => format!("{help} (several with commas between them)"),
            (_, Some(_)) if !self.is_placed => format!("{help} (once for each)"),
            _ => help.to_owned(),
        }
    }

    /// Whether there is no act without it, as far as what is filled in says.
    pub(crate) fn is_needed(&self, filled: &Filled) -> bool {
        match self.needed {
            Needed::Yes | Needed::TheOnly => true,
            Needed::When(needed) => needed(filled),
            Needed::No | Needed::AsDeclared | Needed::TheOnlyIfAny => false,
        }
    }

    /// As a key of a record declares it: what it means, the words that it may be, an example.
    #[cfg(feature = "serve")]
    pub(crate) fn of<R: RecordValue>(self, name: &str) -> Self {
        let Shape::Group(declared) = R::SHAPE else { return self };
        match declared.keys().find(|key| key.name == name) {
            Some(key) => self.declared_by(key),
            None => self,
        }
    }

    /// As the record declares it that is written; one that it does not declare is not written.
    pub(super) fn in_record(self, record: &'static Declared) -> Self {
        let mut way = Vec::new();
        let mut group = Some(record);
        for name in self.key.split('.') {
            let key = group.and_then(|group| group.keys().find(|key| key.name == name));
            let Some(key) = key else { return self.key("") };
            group = group.and_then(|group| group.group(name));
            way.push(key);
        }
        let Some(key) = way.last() else { return self };
        let needed = match self.needed {
            Needed::AsDeclared if way.iter().all(|key| key.needed) => Needed::Yes,
            needed => needed,
        };
        Self { needed, ..self }.declared_by(key)
    }

    fn declared_by(mut self, key: &'static Key) -> Self {
        if self.help.is_empty() {
            let meaning = key.meaning.split(". ").next().unwrap_or_default();
            self.help = Cow::Owned(meaning.replace('`', "").replace('\n', " "));
        }
        let (shape, is_list) = if let Shape::List(shape) = key.shape { (*shape, true) } else { (key.shape, false) };
        let (read, value): (Option<Spelling>, _) = match shape {
            Shape::Atom(notation, read) => (Some(*read), value_of(notation.name, is_list)),
            Shape::Number => (Some(number), "NUMBER"),
            _ => (None, ""),
        };
        let words = if let Shape::Atom(notation, _) = shape { notation.words } else { &[] };
        self.is_words = matches!(shape, Shape::Atom(notation, _) if notation.name == Text::NOTATION.name);
        if is_list && self.between.is_none() && !matches!(self.how, How::Several(_)) {
            self.between = Some(if self.is_words { '\n' } else { ',' });
        }
        // Words that mean something on record are no id yet.
        if !matches!(self.how, How::Known(_) | How::Several(_)) {
            self.read = self.read.or(read);
        }
        if self.value.is_empty() {
            self.value = value;
        }
        match self.how {
            How::Line | How::Lines if !words.is_empty() && !is_list => {
                self.how = How::Words(words.iter().map(|(word, says)| ((*word).to_owned(), sentence(says))).collect());
            }
            How::Line if matches!(shape, Shape::Boolean) => self.how = How::Flag,
            How::Line if self.between == Some('\n') => self.how = How::Lines,
            _ => {}
        }
        let is_shown = matches!((&self.how, shape), (How::Line | How::Lines, Shape::Atom(..)));
        if is_shown && self.hint.is_none() && self.between.is_none() {
            self.example = key.example.map(|example| example.trim_matches('"'));
        }
        self
    }
}

/// What the help of a command calls a value of a notation.
fn value_of(notation: &str, is_list: bool) -> &'static str {
    match notation {
        _ if notation == PartialDate::NOTATION.name => "DATE",
        _ if notation == WebUrl::NOTATION.name => "ADDRESS",
        _ if notation == Text::NOTATION.name => "TEXT",
        "ClockTime" => "TIME",
        "Gss" => "CODE",
        "LanguageTag" => "LANGUAGE",
        _ if !notation.ends_with("Id") && notation != "Slug" => "WORD",
        _ if is_list => "IDS",
        _ => "ID",
    }
}

/// The first sentence of what a word says.
fn sentence(says: &str) -> String {
    let says = says.split_whitespace().collect::<Vec<_>>().join(" ");
    says.split_once(". ").map_or(says.clone(), |(first, _)| format!("{first}."))
}
