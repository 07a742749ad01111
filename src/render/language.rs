mod judge;
mod lexicon;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use jiff::civil::Date;

use crate::atoms::{LanguageTag, PartialDate, language_marks};
use crate::diagnostic::Diagnostics;
use crate::load::Theme;
use lexicon::Lexicon;

/// The words of the interface in one language: the default theme's, with a site's own over them.
pub(crate) struct Language {
    /// The language.
    pub(crate) tag: LanguageTag,
    bundle: FluentBundle<FluentResource>,
    ids: BTreeSet<String>,
    /// The messages that it lacks, and that are said in English.
    lacking: BTreeSet<String>,
}

/// What fills a gap in a message.
pub(crate) type Filling<'a> = (&'static str, FluentValue<'a>);

impl Language {
    /// Reads the messages of a language from a theme; messages in a site's own file win one by one,
    /// and what a language lacks is said in English.
    pub(crate) fn of(theme: &Theme, tag: &LanguageTag, found: &mut Diagnostics) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![tag.identifier()]);
        bundle.set_use_isolating(false);
        let mut language = Self { tag: tag.clone(), bundle, ids: BTreeSet::new(), lacking: BTreeSet::new() };
        let mut lexicon = Lexicon::default();
        let english = theme.words_file(LanguageTag::default().as_str());
        let own = theme.words_file(tag).filter(|own| Some(own) != english.as_ref());
        language.add(theme, english.as_deref(), &mut lexicon, found);
        if let Some(own) = own {
            let known = language.add(theme, Some(&own), &mut lexicon, found);
            language.lacking = language.ids.difference(&known).cloned().collect();
        }
        language
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

    /// What the language calls itself; its tag when it does not say.
    pub(crate) fn name(&self) -> Cow<'_, str> {
        match self.lacking.contains(NAME) {
            true => Cow::Borrowed(self.tag.as_str()),
            false => self.text(NAME),
        }
    }

    /// A message without gaps; the id itself when there is no such message.
    pub(crate) fn text<'a>(&'a self, id: &'a str) -> Cow<'a, str> {
        let text = self.format(id, None).0;
        if self.lacking.contains(id) { in_english(&text).into() } else { text }
    }

    /// A message with its gaps filled.
    pub(crate) fn with<'a, const N: usize>(&self, id: &str, fillings: [Filling<'a>; N]) -> String {
        let text = self.filled(id, fillings);
        if self.lacking.contains(id) { in_english(&text) } else { text }
    }

    fn filled<'a, const N: usize>(&self, id: &str, fillings: [Filling<'a>; N]) -> String {
        let pattern = self.bundle.get_message(id).and_then(|message| message.value());
        if let Some(text) = pattern.and_then(|pattern| join(pattern, &fillings)) {
            return text;
        }
        let mut args = FluentArgs::with_capacity(N);
        for (name, value) in fillings {
            args.set(name, value);
        }
        self.format(id, Some(&args)).0.into_owned()
    }

    /// A date as people write it, as exactly as it is known.
    pub(crate) fn date(&self, date: PartialDate) -> String {
        let year = date.year().to_string();
        let Some(month) = date.month() else {
            return self.with("date-year", [("year", year.into())]);
        };
        let month = self.text(MONTHS[usize::from(month.unsigned_abs()) - 1]);
        match date.as_day() {
            Some(day) => self.with(
                "date-day",
                [("day", day.day().to_string().into()), ("month", month.into()), ("year", year.into())],
            ),
            None => self.with("date-month", [("month", month.into()), ("year", year.into())]),
        }
    }

    /// A day as people write it.
    pub(crate) fn day(&self, day: Date) -> String {
        self.date(PartialDate::day(day))
    }

    /// Every message without gaps, under its id with `_` for `-`: what templates know as `t`.
    pub(crate) fn fixed(&self) -> BTreeMap<String, String> {
        let whole = |id: &String| match self.format(id, None) {
            (_, true) => Some((id.replace('-', "_"), self.text(id).into_owned())),
            (_, false) => None,
        };
        self.ids.iter().filter_map(whole).collect()
    }

    /// The text, and whether nothing was missing in it.
    fn format<'a>(&'a self, id: &'a str, args: Option<&'a FluentArgs<'_>>) -> (Cow<'a, str>, bool) {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return (Cow::Borrowed(id), false);
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, args, &mut errors);
        (text, errors.is_empty())
    }
}

/// The message in which a language says what it calls itself.
const NAME: &str = "language-name";

/// A text that a language lacks.
fn in_english(text: &str) -> String {
    language_marks::mark(text, &LanguageTag::default())
}

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9", "month-10",
    "month-11", "month-12",
];

/// Fills a message that is nothing but words and gaps, as most are; what has to choose between forms, or
/// lacks something, is left to Fluent.
fn join(pattern: &Pattern<&str>, fillings: &[Filling<'_>]) -> Option<String> {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => match fillings.iter().find(|(name, _)| *name == id.name)? {
                (_, FluentValue::String(words)) => text.push_str(words),
                (_, FluentValue::Number(number)) => text.push_str(&number.as_string()),
                _ => return None,
            },
            PatternElement::Placeable { .. } => return None,
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
