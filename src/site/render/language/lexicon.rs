use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{
    Attribute, CallArguments, Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Term,
};
use fluent_syntax::unicode::unescape_unicode_to_string;

/// How many gaps a message may have, those of the messages that it names counted too: as many as Fluent fills.
pub(super) const MOST_GAPS: usize = 100;

/// What is known of messages: which there are, and what each is given and asks for.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    phrases: BTreeMap<String, Asked>,
    /// The messages that pages say, and the variables that each is given: those for which the default theme asks.
    said: BTreeMap<String, BTreeSet<String>>,
}

/// What a message, a term (`-term`) or an attribute of one (`message.attribute`) asks for.
#[derive(Debug, Clone, Default)]
struct Asked {
    gaps: usize,
    uses: Vec<Use>,
}

/// Something that a phrase needs so that its gaps can be filled, and where it stands in its file, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Use {
    at: usize,
    what: Used,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Used {
    Variable(String),
    /// Another phrase; for a term, what it is given.
    Phrase {
        id: String,
        given: Option<BTreeSet<String>>,
    },
    Function(String),
    /// A character that is written as its number.
    Character(char),
}

/// What is wrong with a phrase, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slip {
    pub(super) at: usize,
    pub(super) what: Flaw,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Flaw {
    /// It has no words.
    NoWords,
    /// Its file says it a second time.
    Twice,
    /// Nothing says it.
    Unused,
    /// Nothing gives it this variable.
    Variable(String),
    /// There is no such message or term.
    NoPhrase(String),
    /// It names itself, at once or by way of others.
    Circle(String),
    /// There is no such function.
    Function(String),
    /// A character that no page can show.
    Character(char),
    /// It has more gaps than are filled.
    Gaps,
}

impl Lexicon {
    /// Learns the messages of a file; those of a later one take the place of earlier ones.
    pub(super) fn learn(&mut self, resource: &FluentResource) {
        for FileEntry { id, words, attributes, .. } in said(resource) {
            for attribute in attributes {
                let phrase = Asked::of(&attribute.value, resource.source());
                self.phrases.insert(format!("{id}.{}", attribute.id.name), phrase);
            }
            if let Some(words) = words {
                self.phrases.insert(id, Asked::of(words, resource.source()));
            }
        }
    }

    /// Learns the messages of a file of the default theme, which pages say.
    pub(super) fn learn_default(&mut self, resource: &FluentResource) {
        self.learn(resource);
        for FileEntry { id, .. } in said(resource) {
            let uses = self.phrases.get(&id).into_iter().flat_map(|phrase| &phrase.uses);
            let variables = uses.filter_map(|used| match &used.what {
                Used::Variable(name) if name != super::GIVEN => Some(name.clone()),
                _ => None,
            });
            self.said.entry(id).or_default().extend(variables);
        }
    }

    /// Every message and term.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        self.phrases.keys().map(String::as_str)
    }

    /// The messages that pages say.
    pub(super) fn said(&self) -> impl Iterator<Item = &str> {
        self.said.keys().map(String::as_str)
    }

    /// The variables that a message is given; nothing when no page says it.
    pub(super) fn given(&self, id: &str) -> Option<&BTreeSet<String>> {
        self.said.get(id)
    }

    /// The messages and terms that those of a file name.
    pub(super) fn named_in<'l>(&'l self, resource: &'l FluentResource) -> BTreeSet<&'l str> {
        let phrases = said(resource).filter_map(|one| self.phrases.get(&one.id));
        let named = phrases.flat_map(|phrase| &phrase.uses).filter_map(|used| match &used.what {
            Used::Phrase { id, .. } => Some(id.as_str()),
            _ => None,
        });
        named.collect()
    }

    /// What is wrong with a phrase that is given some variables; with anything, when nothing is known of what it is given.
    pub(super) fn slips(&self, id: &str, given: Option<&BTreeSet<String>>) -> Vec<Slip> {
        let mut slips = Vec::new();
        if let Some(phrase) = self.phrases.get(id) {
            let mut look = Search { lexicon: self, path: vec![id], gaps: phrase.gaps };
            for used in &phrase.uses {
                slips.extend(look.wrong(used, given).map(|what| Slip { at: used.at, what }));
            }
            if phrase.gaps > MOST_GAPS {
                slips.push(Slip { at: phrase.uses.first().map_or(0, |used| used.at), what: Flaw::Gaps });
            }
        }
        slips
    }
}

/// A message or term of a file.
pub(super) struct FileEntry<'r> {
    /// What others call it: that of a term begins with `-`.
    pub(super) id: String,
    /// Its name as it stands in the file.
    pub(super) name: &'r str,
    pub(super) words: Option<&'r Pattern<&'r str>>,
    attributes: &'r [Attribute<&'r str>],
}

pub(super) fn said(resource: &FluentResource) -> impl Iterator<Item = FileEntry<'_>> {
    resource.entries().filter_map(|entry| {
        Some(match entry {
            Entry::Message(Message { id, value, attributes, .. }) => {
                FileEntry { id: id.name.to_owned(), name: id.name, words: value.as_ref(), attributes }
            }
            Entry::Term(Term { id, value, attributes, .. }) => {
                FileEntry { id: format!("-{}", id.name), name: id.name, words: Some(value), attributes }
            }
            _ => return None,
        })
    })
}

/// Follows a phrase to all that it names.
struct Search<'l> {
    lexicon: &'l Lexicon,
    /// The phrases on the way to here.
    path: Vec<&'l str>,
    /// How many gaps there were so far.
    gaps: usize,
}

impl<'l> Search<'l> {
    fn wrong(&mut self, used: &'l Use, given: Option<&BTreeSet<String>>) -> Option<Flaw> {
        match &used.what {
            Used::Variable(name) => {
                let is_given = name == super::GIVEN || given.is_none_or(|given| given.contains(name));
                (!is_given).then(|| Flaw::Variable(name.clone()))
            }
            Used::Function(name) => Some(Flaw::Function(name.clone())),
            Used::Character(c) => crate::atoms::is_control(*c).then_some(Flaw::Character(*c)),
            Used::Phrase { id, .. } if self.path.contains(&id.as_str()) => Some(Flaw::Circle(id.clone())),
            Used::Phrase { id, given: own } => {
                let Some(phrase) = self.lexicon.phrases.get(id) else { return Some(Flaw::NoPhrase(id.clone())) };
                self.gaps += phrase.gaps;
                if self.gaps > MOST_GAPS {
                    return Some(Flaw::Gaps);
                }
                self.path.push(id);
                let wrong = phrase.uses.iter().find_map(|used| self.wrong(used, own.as_ref().or(given)));
                self.path.pop();
                wrong
            }
        }
    }
}

impl Asked {
    fn of(pattern: &Pattern<&str>, source: &str) -> Self {
        let mut phrase = Self::default();
        phrase.pattern(pattern, source);
        phrase
    }

    fn pattern(&mut self, pattern: &Pattern<&str>, source: &str) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.gaps += 1;
                self.expression(expression, source);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>, source: &str) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, source),
            Expression::Select { selector, variants } => {
                self.inline(selector, source);
                variants.iter().for_each(|variant| self.pattern(&variant.value, source));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>, source: &str) {
        let mut uses = |name: &str, what| self.uses.push(Use { at: offset(name, source), what });
        let named = |id: String, attribute: Option<&str>| match attribute {
            Some(attribute) => format!("{id}.{attribute}"),
            None => id,
        };
        match inline {
            InlineExpression::VariableReference { id } => uses(id.name, Used::Variable(id.name.to_owned())),
            InlineExpression::MessageReference { id, attribute } => {
                let message = named(id.name.to_owned(), attribute.as_ref().map(|attribute| attribute.name));
                uses(id.name, Used::Phrase { id: message, given: None });
            }
            InlineExpression::TermReference { id, attribute, arguments } => {
                let term = named(format!("-{}", id.name), attribute.as_ref().map(|attribute| attribute.name));
                let given = arguments.iter().flat_map(|arguments| &arguments.named);
                let given = given.map(|argument| argument.name.name.to_owned()).collect();
                uses(id.name, Used::Phrase { id: term, given: Some(given) });
                self.arguments(arguments.as_ref(), source);
            }
            InlineExpression::FunctionReference { id, arguments } => {
                uses(id.name, Used::Function(id.name.to_owned()));
                self.arguments(Some(arguments), source);
            }
            InlineExpression::StringLiteral { value } => {
                let text = unescape_unicode_to_string(value);
                text.chars().filter(|c| *c != ' ').for_each(|c| uses(value, Used::Character(c)));
            }
            InlineExpression::NumberLiteral { .. } => {}
            InlineExpression::Placeable { expression } => {
                self.gaps += 1;
                self.expression(expression, source);
            }
        }
    }

    fn arguments(&mut self, arguments: Option<&CallArguments<&str>>, source: &str) {
        if let Some(arguments) = arguments {
            arguments.positional.iter().for_each(|argument| self.inline(argument, source));
            arguments.named.iter().for_each(|argument| self.inline(&argument.value, source));
        }
    }
}

/// Where a part of a text stands in it, in bytes.
pub(super) fn offset(part: &str, text: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}
