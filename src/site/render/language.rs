mod judge;
mod lexicon;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumberOptions;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Expression, InlineExpression, PatternElement};
use jiff::civil::Date;

use super::language_marks::{mark, told};
use crate::atoms::{LanguageTag, PartialDate, Text, Words as _};
use crate::country::uk::AreaKind;
use crate::diagnostic::Diagnostics;
use crate::load::Theme;
use crate::messages::{BlankValue, Blanks, Message, fill, msg};
use lexicon::Lexicon;

/// The words of the interface in one language: the default theme's, with a site's own over them.
pub(crate) struct Language {
    /// The language.
    pub(crate) tag: LanguageTag,
    /// In what kind of area people vote: that of all elections of the site.
    votes_in: AreaKind,
    bundle: FluentBundle<FluentResource>,
    ids: BTreeSet<String>,
    /// The words of each message, by number.
    said: Vec<MessageWords>,
}

/// A language as it speaks where people vote in areas of one kind.
#[derive(Clone, Copy)]
pub(crate) struct Speech<'l> {
    language: &'l Language,
    votes_in: AreaKind,
    /// Whether words in another language are marked as such, for HTML.
    marks: bool,
}

/// The blank that every message may have, and nobody has to fill: in what kind of area people vote.
const GIVEN: &str = "unit";

/// The words of a message in one language.
struct MessageWords {
    form: Form,
    /// Whether the language lacks it, so that it is said in English.
    is_lacking: bool,
}

/// Words, as much as is known before the blanks are filled.
enum Form {
    Whole(String),
    /// Words and names of blanks, as they follow each other.
    Parts(Vec<Bit>),
    /// A choice between forms, or the like, which Fluent makes: for small numbers once, since most pages count something.
    Choice(Box<[OnceLock<String>; SMALL]>),
}

/// How many numbers are small.
const SMALL: usize = 32;

enum Bit {
    Words(String),
    Blank(String),
}

impl Language {
    /// Reads the messages of a language from a theme; messages in a site's own file win one by one,
    /// and what a language lacks is said in English.
    pub(crate) fn of(theme: &Theme, tag: &LanguageTag, votes_in: AreaKind, found: &mut Diagnostics) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![tag.identifier()]);
        bundle.set_use_isolating(false);
        let mut language = Self { tag: tag.clone(), votes_in, bundle, ids: BTreeSet::new(), said: Vec::new() };
        let mut lexicon = Lexicon::default();
        let english = theme.words_file(LanguageTag::default().as_str());
        let own = theme.words_file(tag).filter(|own| Some(own) != english.as_ref());
        language.add(theme, english.as_deref(), &mut lexicon, found);
        let known = own.map(|own| language.add(theme, Some(&own), &mut lexicon, found));
        let said = |id: &&str| MessageWords {
            form: language.form(id),
            is_lacking: known.as_ref().is_some_and(|known| language.ids.contains(*id) && !known.contains(*id)),
        };
        language.said = msg::IDS.iter().map(said).collect();
        language
    }

    /// The words of a message, as much as is known before its blanks are filled; its id when it has none.
    fn form(&self, id: &str) -> Form {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return Form::Whole(id.to_owned());
        };
        let parts: Option<Vec<Bit>> = pattern.elements.iter().map(Bit::of).collect();
        match (parts, self.format(id, &FluentArgs::new())) {
            (_, (text, true)) => Form::Whole(text),
            (Some(parts), _) => Form::Parts(parts),
            (None, _) => Form::Choice(Box::default()),
        }
    }

    /// Adds the messages of a file of the theme, and gives their ids.
    fn add(
        &mut self,
        theme: &Theme,
        name: Option<&str>,
        lexicon: &mut Lexicon,
        found: &mut Diagnostics,
    ) -> BTreeSet<String> {
        let mut added = BTreeSet::new();
        let (default, own) = (name.and_then(|n| theme.defaults.get(n)), name.and_then(|n| theme.own.get(n)));
        if let Some(resource) = default.and_then(|file| judge::read(file, found)) {
            // What is looked for only where there are words that somebody else has written.
            if !theme.own.is_empty() {
                lexicon.learn_default(&resource);
            }
            added.extend(resource.entries().filter_map(message_id));
            self.bundle.add_resource_overriding(resource);
        }
        if let Some((file, resource)) = own.and_then(|file| Some((file, judge::read(file, found)?))) {
            lexicon.learn(&resource);
            judge::judge(file, &resource, lexicon, theme, found);
            added.extend(resource.entries().filter_map(message_id));
            self.bundle.add_resource_overriding(resource);
        }
        self.ids.extend(added.iter().cloned());
        added
    }

    /// The language as it speaks of the whole site, in HTML.
    pub(crate) fn speech(&self) -> Speech<'_> {
        Speech { language: self, votes_in: self.votes_in, marks: true }
    }

    /// The text, and whether nothing was missing in it.
    fn format(&self, id: &str, args: &FluentArgs<'_>) -> (String, bool) {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return (id.to_owned(), false);
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(args), &mut errors).into_owned();
        (text, errors.is_empty())
    }
}

impl<'l> Speech<'l> {
    /// The same where people vote in areas of a kind.
    pub(crate) fn where_people_vote_in(self, votes_in: AreaKind) -> Self {
        Self { votes_in, ..self }
    }

    /// The same where nothing says in what language words stand.
    pub(crate) fn plain(self) -> Self {
        Self { marks: false, ..self }
    }

    /// The words of a text, with its language.
    pub(crate) fn told<'t>(self, text: &'t Text) -> Cow<'t, str> {
        if self.marks { told(text) } else { text.as_str().into() }
    }

    /// What the language calls itself; its tag when it does not say.
    pub(crate) fn name(self) -> Cow<'l, str> {
        match self.language.said[msg::LANGUAGE_NAME.number()].is_lacking {
            true => Cow::Borrowed(self.language.tag.as_str()),
            false => self.text(msg::LANGUAGE_NAME),
        }
    }

    /// A date as people write it, as exactly as it is known.
    pub(crate) fn date(self, date: PartialDate) -> String {
        let year = fill::year(date.year().to_string());
        let Some(month) = date.month() else {
            return self.with(msg::DATE_YEAR, year);
        };
        let month = fill::month(self.text(MONTHS[usize::from(month.unsigned_abs()) - 1]));
        match date.as_day() {
            Some(day) => self.with(msg::DATE_DAY, (fill::day(day.day().to_string()), month, year)),
            None => self.with(msg::DATE_MONTH, (month, year)),
        }
    }

    /// A date in small print: a short month, and the year only when it is another than this.
    pub(crate) fn brief_date(self, date: PartialDate, this_year: i16) -> String {
        let year = (date.year() != this_year).then(|| fill::year(date.year().to_string()));
        let Some(month) = date.month() else {
            return self.with(msg::DATE_YEAR, fill::year(date.year().to_string()));
        };
        let month = fill::month(self.text(SHORT_MONTHS[usize::from(month.unsigned_abs()) - 1]));
        let day = date.as_day().map(|day| fill::day(day.day().to_string()));
        match (day, year) {
            (Some(day), Some(year)) => self.with(msg::DATE_BRIEF_DAY_YEAR, (day, month, year)),
            (Some(day), None) => self.with(msg::DATE_BRIEF_DAY, (day, month)),
            (None, Some(year)) => self.with(msg::DATE_BRIEF_MONTH_YEAR, (month, year)),
            (None, None) => self.with(msg::DATE_BRIEF_MONTH, month),
        }
    }

    /// A day as people write it.
    pub(crate) fn day(self, day: Date) -> String {
        self.date(PartialDate::day(day))
    }

    /// A message without blanks.
    pub(crate) fn text(self, message: Message<()>) -> Cow<'l, str> {
        let MessageWords { form, is_lacking } = &self.language.said[message.number()];
        match form {
            Form::Whole(text) if !is_lacking => text.into(),
            Form::Whole(text) => self.in_english(text.clone()).into(),
            Form::Parts(_) | Form::Choice(_) => {
                let (text, _) = self.format(msg::IDS[message.number()], []);
                if *is_lacking { self.in_english(text).into() } else { text.into() }
            }
        }
    }

    /// A message with its blanks filled.
    pub(crate) fn with<B: Blanks>(self, message: Message<B>, fillings: B::Fillings<'_>) -> String {
        let number = message.number();
        let value = |filled| match filled {
            BlankValue::Value(value) => value,
            BlankValue::Text(text) => self.told(text).into(),
        };
        let named: Vec<_> = B::named(fillings).into_iter().map(|(blank, filled)| (blank, value(filled))).collect();
        let MessageWords { form, is_lacking } = &self.language.said[number];
        let format = || self.format(msg::IDS[number], named.iter().cloned()).0;
        let text = match form {
            Form::Whole(text) => Some(text.clone()),
            Form::Parts(parts) => joined(parts, &named),
            Form::Choice(made) => self.small(&named).map(|n| made[n].get_or_init(format).clone()),
        };
        let text = text.unwrap_or_else(format);
        if *is_lacking { self.in_english(text) } else { text }
    }

    /// The only thing that fills a message, if it is a small number and people vote as on the whole site.
    fn small(self, named: &[(&str, FluentValue<'_>)]) -> Option<usize> {
        let [(_, FluentValue::Number(number))] = named else { return None };
        let is_plain = self.votes_in == self.language.votes_in && number.options == FluentNumberOptions::default();
        (0..SMALL).find(|small| is_plain && *small as f64 == number.value)
    }

    /// Every message without blanks, a theme's own too, under its id with `_` for `-`: what templates know as `t`.
    pub(crate) fn fixed(self) -> BTreeMap<String, String> {
        let Language { said, ids, .. } = self.language;
        let lacking = msg::IDS.iter().zip(said).filter(|(_, said)| said.is_lacking);
        let lacking: BTreeSet<&str> = lacking.map(|(id, _)| *id).collect();
        let whole = |id: &String| match self.format(id, []) {
            (text, true) if lacking.contains(&**id) => Some((id.replace('-', "_"), self.in_english(text))),
            (text, true) => Some((id.replace('-', "_"), text)),
            (_, false) => None,
        };
        ids.iter().filter_map(whole).collect()
    }

    /// A text that the language lacks.
    fn in_english(self, text: String) -> String {
        if self.marks { mark(&text, &LanguageTag::default()) } else { text }
    }

    fn format<'a>(self, id: &str, named: impl IntoIterator<Item = (&'a str, FluentValue<'a>)>) -> (String, bool) {
        let unit = (GIVEN, FluentValue::from(self.votes_in.word()));
        self.language.format(id, &named.into_iter().chain([unit]).collect())
    }
}

const MONTHS: [Message<()>; 12] = [
    msg::MONTH_1,
    msg::MONTH_2,
    msg::MONTH_3,
    msg::MONTH_4,
    msg::MONTH_5,
    msg::MONTH_6,
    msg::MONTH_7,
    msg::MONTH_8,
    msg::MONTH_9,
    msg::MONTH_10,
    msg::MONTH_11,
    msg::MONTH_12,
];

const SHORT_MONTHS: [Message<()>; 12] = [
    msg::MONTH_SHORT_1,
    msg::MONTH_SHORT_2,
    msg::MONTH_SHORT_3,
    msg::MONTH_SHORT_4,
    msg::MONTH_SHORT_5,
    msg::MONTH_SHORT_6,
    msg::MONTH_SHORT_7,
    msg::MONTH_SHORT_8,
    msg::MONTH_SHORT_9,
    msg::MONTH_SHORT_10,
    msg::MONTH_SHORT_11,
    msg::MONTH_SHORT_12,
];

impl Bit {
    /// Words, or a blank; nothing when Fluent has to choose.
    fn of(element: &PatternElement<&str>) -> Option<Self> {
        match element {
            PatternElement::TextElement { value } => Some(Self::Words((*value).to_owned())),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => Some(Self::Blank(id.name.to_owned())),
            PatternElement::Placeable { .. } => None,
        }
    }
}

/// Words and what fills their blanks; nothing when one stays empty.
fn joined(parts: &[Bit], named: &[(&'static str, FluentValue<'_>)]) -> Option<String> {
    let mut text = String::new();
    for part in parts {
        match part {
            Bit::Words(words) => text.push_str(words),
            Bit::Blank(blank) => match named.iter().find(|(name, _)| name == blank)? {
                (_, FluentValue::String(words)) => text.push_str(words),
                (_, FluentValue::Number(number)) => text.push_str(&number.as_string()),
                _ => return None,
            },
        }
    }
    Some(text)
}

fn message_id(entry: &fluent_syntax::ast::Entry<&str>) -> Option<String> {
    match entry {
        fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
        _ => None,
    }
}
