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
    /// Earlier versions: number, text, and the last day on which it was put.
    pub earlier: Vec<(u32, Text, Option<PartialDate>)>,
    /// Earlier ids.
    pub former: Vec<At<QuestionId>>,
    /// Why it matters.
    pub body: Prose,
}

impl Question {
    /// The text of one version.
    #[must_use]
    pub fn ask_in(&self, version: u32) -> Option<&Text> {
        if version == self.version {
            return Some(&self.ask);
        }
        self.earlier.iter().find(|(number, _, _)| *number == version).map(|(_, ask, _)| ask)
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
