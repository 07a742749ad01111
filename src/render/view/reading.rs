use serde::Serialize;

use super::mark::{capitalised, word_id};
use super::{LinkView, Source, clause};
use crate::atoms::{QuestionId, Seen, WebUrl};
use crate::model::{Copy, Document, Election, Reading, Subject, ToRead};

/// The documents that we know of.
#[derive(Debug, Serialize)]
pub struct DocumentsView<'a> {
    /// The documents of each election, the latest first.
    pub elections: Vec<ElectionDocuments<'a>>,
}

/// The documents made for one election.
#[derive(Debug, Serialize)]
pub struct ElectionDocuments<'a> {
    /// The election's name.
    pub name: &'a str,
    /// The documents, by id.
    pub list: Vec<DocumentItem<'a>>,
}

/// A document in the list.
#[derive(Debug, Serialize)]
pub struct DocumentItem<'a> {
    /// The anchor.
    pub id: &'a str,
    /// What it is called.
    pub title: &'a str,
    /// Its page.
    pub link: &'a str,
    /// Kind, owner and date.
    pub under: String,
    /// How far it has been read.
    pub state: String,
}

/// Somebody's reading of a document.
#[derive(Debug, Serialize)]
pub struct ReadingView<'a> {
    /// Who read how much of it, when and in what shape.
    pub text: String,
    /// The copy that was read.
    pub copy: Option<LinkView<'a>>,
    /// The questions of which it speaks.
    pub found: Vec<LinkView<'a>>,
    /// The questions that the reader looked for and did not find.
    pub silent: Vec<LinkView<'a>>,
    /// Notes and checks, a sentence each.
    pub notes: Vec<String>,
}

impl<'a> Source<'a> {
    pub(crate) fn documents(&self) -> DocumentsView<'a> {
        let elections = self.campaign.elections.iter().map(|election| {
            let of = self.campaign.documents.iter().filter(|document| document.election == election.id);
            let list = of.map(|document| self.document_item(election, document)).collect();
            ElectionDocuments { name: self.election_name(election), list }
        });
        DocumentsView {
            elections: elections.filter(|election: &ElectionDocuments<'_>| !election.list.is_empty()).collect(),
        }
    }

    fn document_item(&self, election: &Election, document: &'a Document) -> DocumentItem<'a> {
        let state = match document.to_read(&election.put_to(document)) {
            ToRead::All => "document-state-all",
            ToRead::Rest => "document-state-rest",
            ToRead::Questions(_) => "document-state-questions",
            ToRead::Checks(_) => "document-state-checks",
            ToRead::Nothing => "document-state-nothing",
        };
        DocumentItem {
            id: document.id.as_str(),
            title: document.title.as_str(),
            link: self.document_link(document),
            under: self.document_under(document),
            state: self.words.text(state).into_owned(),
        }
    }

    pub(super) fn document_under(&self, document: &Document) -> String {
        let kind = self.words.text(&word_id("document-", document.kind)).into_owned();
        let (kind, owner) = (("kind", capitalised(&kind).into()), ("owner", self.owner(document).into()));
        let Some(date) = document.date else {
            return self.words.with("document-of-undated", [kind, owner]);
        };
        let date = self.date_because(date, document.date_inferred.as_ref());
        self.words.with("document-of", [kind, owner, ("date", date.into())])
    }

    /// The name of the party or person whose document it is.
    pub(super) fn owner(&self, document: &Document) -> &'a str {
        match &document.of {
            Subject::Party(id) => {
                self.campaign.parties.iter().find(|party| party.id == *id).map_or("", |party| party.name.as_str())
            }
            Subject::Person(id) => {
                let at = self.candidacies.get(id).and_then(|all| all.first());
                at.map_or("", |at| self.candidacy(*at).name.as_str())
            }
        }
    }

    pub(super) fn document_lines(&self, document: &Document) -> Vec<String> {
        let sentence = |id, name, text: &str| self.words.with(id, [(name, text.into())]);
        let publisher = document.publisher.as_ref().map(|text| sentence("document-publisher", "publisher", text));
        let nations = self.nations(&document.nations);
        let nations = (!nations.is_empty()).then(|| sentence("document-nations", "nations", &nations));
        let lang = document.lang.as_ref().map(|lang| sentence("document-lang", "lang", lang));
        let note = document.note.as_ref().map(ToString::to_string);
        [publisher, nations, lang, note].into_iter().flatten().collect()
    }

    /// A reading of a document of an election, with the questions in the words that the election puts.
    pub(super) fn reading(&self, election: Option<&'a Election>, reading: &'a Reading) -> ReadingView<'a> {
        let questions = |ids: &mut dyn Iterator<Item = &'a QuestionId>| {
            ids.filter_map(|id| election?.put(id))
                .map(|put| LinkView::to(put.wording().ask.as_str(), self.question_link(put.id())))
                .collect()
        };
        let note = reading.note.iter().map(ToString::to_string);
        let checks = reading.checks.iter().map(|check| {
            let gaps = [("by", self.checker(&check.by).into()), ("date", self.words.date(check.date).into())];
            self.words.with("reading-checked", gaps)
        });
        ReadingView {
            text: self.reading_text(reading),
            copy: reading.copy.as_ref().map(|copy| self.copy(copy)),
            found: questions(&mut reading.found.iter()),
            silent: questions(&mut reading.looked_for.iter().filter(|id| reading.is_silent_on(id))),
            notes: note.chain(checks).collect(),
        }
    }

    fn reading_text(&self, reading: &Reading) -> String {
        if reading.seen == Seen::Described {
            let gaps = [("by", self.checker(&reading.by).into()), ("date", self.words.date(reading.date).into())];
            return self.words.with("reading-described", gaps);
        }
        let seen = self.words.text(&word_id("seen-", reading.seen)).into_owned();
        let gaps = [
            ("by", self.checker(&reading.by).into()),
            ("date", self.words.date(reading.date).into()),
            ("seen", seen.into()),
            ("part", reading.part.as_ref().map_or_else(String::new, |part| clause(part)).into()),
        ];
        let id = match (reading.whole, &reading.part) {
            (true, _) => "reading-whole",
            (false, Some(_)) => "reading-part",
            (false, None) => "reading-some",
        };
        self.words.with(id, gaps)
    }

    fn copy(&self, copy: &'a Copy) -> LinkView<'a> {
        let title = ("title", copy.title.as_str().into());
        let text = match &copy.publisher {
            Some(publisher) => {
                self.words.with("reading-copy-publisher", [title, ("publisher", publisher.as_str().into())])
            }
            None => self.words.with("reading-copy", [title]),
        };
        let date = copy.date.map(|date| self.words.with("evidence-date", [("date", self.words.date(date).into())]));
        let text = date.map_or(text.clone(), |date| format!("{text} {date}"));
        LinkView::out(text, copy.url.as_ref().map(WebUrl::as_str))
    }
}
