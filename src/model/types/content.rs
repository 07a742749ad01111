use crate::atoms::{LanguageTag, PartialDate, QuestionId, Slug, Text, Wanted, WebUrl};
use crate::diagnostic::FileName;
use crate::load::{At, Body};
use crate::mentions::SearchTerm;

/// A question with the texts that it has had.
#[derive(Debug)]
pub struct Question {
    /// Its id.
    pub id: QuestionId,
    /// Its present text.
    pub ask: Text,
    /// Its shortest form.
    pub short: Text,
    /// What a yes says, for use after “says that”.
    pub statement: Text,
    /// The version of the present text.
    pub version: u32,
    /// What the campaign would like to hear.
    pub wants: Wanted,
    /// What to look for in documents.
    pub terms: Vec<SearchTerm>,
    /// Why the spelling of its present text was mended after it was put.
    pub wording_fix: Option<Text>,
    /// Earlier versions.
    pub earlier: Vec<EarlierWording>,
    /// Earlier ids.
    pub former: Vec<At<QuestionId>>,
    /// Why it matters.
    pub body: Prose,
}

/// What a question said under an earlier number.
#[derive(Debug)]
pub struct EarlierWording {
    /// The number.
    pub version: u32,
    /// The text.
    pub ask: Text,
    /// The shortest form of it, when it had one that we know.
    pub short: Option<Text>,
    /// What a yes to it said, when we know that.
    pub statement: Option<Text>,
    /// What the campaign wanted to hear; nothing where the record does not say.
    pub wants: Wanted,
    /// Why its spelling was mended after it was put.
    pub wording_fix: Option<Text>,
    /// The last day on which it was put.
    pub until: Option<PartialDate>,
}

/// The words of one version of a question: an answer belongs to the words that were put, and is shown under no others.
#[derive(Debug, Clone, Copy)]
pub struct Wording<'q> {
    /// The text.
    pub ask: &'q Text,
    /// The shortest form that is known.
    pub short: &'q Text,
    /// What a yes says, when that is known.
    pub statement: Option<&'q Text>,
    /// What the campaign would like to hear.
    pub wants: Wanted,
}

impl Question {
    /// The words of one version; nothing when there is no such version.
    #[must_use]
    pub fn version(&self, number: u32) -> Option<Wording<'_>> {
        if number == self.version {
            return Some(self.present());
        }
        let earlier = self.earlier.iter().find(|earlier| earlier.version == number)?;
        Some(Wording {
            ask: &earlier.ask,
            short: earlier.short.as_ref().unwrap_or(&earlier.ask),
            statement: earlier.statement.as_ref(),
            wants: earlier.wants,
        })
    }

    /// The words of a version that is known to be there.
    #[must_use]
    pub(crate) fn wording(&self, version: u32) -> Wording<'_> {
        self.version(version).unwrap_or_else(|| self.present())
    }

    fn present(&self) -> Wording<'_> {
        Wording { ask: &self.ask, short: &self.short, statement: Some(&self.statement), wants: self.wants }
    }
}

/// Markdown with the place where it begins, for reporting its links.
#[derive(Debug, Clone)]
pub struct Prose {
    /// The file.
    pub file: FileName,
    /// The line on which it begins, from 1.
    pub line: u32,
    /// The Markdown.
    pub text: String,
    /// The language in which it stands, when it is not the page's.
    pub language: Option<LanguageTag>,
}

impl From<Body> for Prose {
    fn from(Body { file, text, line, language }: Body) -> Self {
        Self { file, line, text, language }
    }
}

/// A prose page.
#[derive(Debug)]
pub struct Page {
    /// Its id, which is its address.
    pub id: Slug,
    /// Its title.
    pub title: Text,
    /// One sentence for search engines.
    pub description: Option<Text>,
    /// The text.
    pub body: Prose,
    /// Earlier ids.
    pub former: Vec<At<Slug>>,
}

/// One term of the glossary.
#[derive(Debug)]
pub struct Term {
    /// Its anchor.
    pub id: Slug,
    /// The word or acronym.
    pub term: Text,
    /// What an acronym stands for.
    pub stands_for: Option<Text>,
    /// What it means.
    pub means: Text,
    /// Where to read more.
    pub url: Option<WebUrl>,
}

/// One correction.
#[derive(Debug)]
pub struct Correction {
    /// When it was made.
    pub date: PartialDate,
    /// What it concerns.
    pub about: Text,
    /// What the site said.
    pub was: Text,
    /// What it says now.
    pub now: Text,
    /// Why.
    pub because: Text,
}
