use std::borrow::Cow;

use serde::Serialize;

use super::mark::word_id;
use super::{LinkView, ReadingView, Source};
use crate::atoms::{MadeFrom, Show, Text, WebUrl};
use crate::model::{Document, DocumentFile, Heard, PutQuestion, Received, Says, Subject, Transcript};

/// One document: what it is, what it says of each question, how it was read, and its words.
#[derive(Debug, Serialize)]
pub struct DocumentView<'a> {
    /// What it is called.
    pub title: &'a str,
    /// Kind, owner and date.
    pub under: String,
    /// When, where and how somebody received it.
    pub received: Option<String>,
    /// What is known of what it says, in large type.
    pub lead: String,
    /// The page of whoever published it, where the answers stand.
    pub owner: LinkView<'a>,
    /// Publisher, nations, language and notes, a sentence each.
    pub lines: Vec<String>,
    /// Where it can be read.
    pub url: Option<&'a str>,
    /// When we last read it there.
    pub accessed: Option<String>,
    /// A lasting copy.
    pub archived: Option<&'a str>,
    /// One for each question of its election.
    pub answers: Vec<SaysView<'a>>,
    /// Who read it, and what they found.
    pub readings: Vec<ReadingView<'a>>,
    /// What to say when no reading is on record.
    pub unread: Cow<'a, str>,
    /// Accessible formats in which it appeared.
    pub formats: Vec<LinkView<'a>>,
    /// The pictures of it that may be published.
    pub pictures: Vec<PictureView<'a>>,
    /// Its words.
    pub transcript: Option<TranscriptView<'a>>,
}

/// A picture of a document.
#[derive(Debug, Serialize)]
pub struct PictureView<'a> {
    /// Where it lies.
    pub link: &'a str,
    /// How wide it is, in points.
    pub width: u32,
    /// How high it is, in points.
    pub height: u32,
    /// What it shows, for who cannot see it.
    pub alt: String,
    /// What it shows, whom to credit for it, and why it may be published.
    pub caption: Vec<&'a str>,
}

/// What is known of whether a document speaks of a question.
#[derive(Debug, Serialize)]
pub struct SaysView<'a> {
    /// The question.
    pub ask: &'a str,
    /// The question's page.
    pub link: &'a str,
    /// What is known, and how surely.
    pub text: String,
    /// What marks of this site quote from it.
    pub quotes: Vec<QuoteView<'a>>,
    /// The sentences in which its words stand.
    pub places: Vec<PlaceView<'a>>,
}

/// What a mark quotes from a document.
#[derive(Debug, Serialize)]
pub struct QuoteView<'a> {
    /// The very words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<&'a str>,
    /// Their language, when not the site's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<&'a str>,
    /// Our words for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub says: Option<String>,
    /// The place in the document, as a sentence begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The mark that rests on it.
    pub mark: LinkView<'a>,
}

/// A sentence with words of a question.
#[derive(Debug, Serialize)]
pub struct PlaceView<'a> {
    /// Where it stands, and whether those words can be relied upon.
    pub label: String,
    /// What stands before the words.
    pub before: &'a str,
    /// The words.
    pub words: &'a str,
    /// What stands after them.
    pub after: &'a str,
    /// The language, when not the site's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<&'a str>,
}

/// The words of a document.
#[derive(Debug, Serialize)]
pub struct TranscriptView<'a> {
    /// How they came to be known, who compared them, and how much of them is shown: a sentence each.
    pub notes: Vec<String>,
    /// The pages; none when only sentences are shown.
    pub pages: Vec<PageTextView<'a>>,
    /// The language, when not the site's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<&'a str>,
}

/// One page of a document.
#[derive(Debug, Serialize)]
pub struct PageTextView<'a> {
    /// The anchor.
    pub id: String,
    /// Which page it is.
    pub title: String,
    /// That its words cannot be relied upon, or that there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warning: Option<String>,
    /// Its paragraphs, each in lines.
    pub paragraphs: Vec<Vec<&'a str>>,
}

impl<'a> Source<'a> {
    pub(crate) fn document(&self, d: usize) -> DocumentView<'a> {
        let document = &*self.campaign.documents[d];
        let election = self.campaign.elections.iter().find(|election| election.id == document.election);
        let accessed = document.accessed.filter(|_| document.url.is_some());
        let accessed =
            accessed.map(|date| self.words.with("document-accessed", [("date", self.words.date(date).into())]));
        let questions = election.map(|election| election.put_to(document)).unwrap_or_default();
        DocumentView {
            title: document.title.as_str(),
            under: self.document_under(document),
            received: document.received.as_ref().map(|received| self.received(received)),
            lead: self.document_lead(document, &questions),
            owner: self.owner_link(document),
            lines: self.document_lines(document),
            url: document.url.as_ref().map(|at| at.value.as_str()),
            accessed,
            archived: document.archived.as_ref().map(WebUrl::as_str),
            answers: questions.iter().map(|put| self.says(document, put)).collect(),
            readings: document.readings.iter().map(|reading| self.reading(election, reading)).collect(),
            unread: self.words.text(if document.cited.is_empty() {
                "document-unread"
            } else {
                "document-unread-quoted"
            }),
            formats: self.format_list(document),
            pictures: document.files.iter().filter_map(|file| self.picture(document, file)).collect(),
            transcript: document.transcript.as_ref().map(|transcript| self.transcript(document, transcript)),
        }
    }

    fn picture(&self, document: &'a Document, file: &'a DocumentFile) -> Option<PictureView<'a>> {
        let (name, rights) = (file.name.as_ref()?, file.rights.as_ref()?);
        let path = self.plan.addresses.pictures.get(&(document.id.clone(), name.clone()))?;
        let picture = self.campaign.pictures.get(name)?;
        let what = match &file.title {
            Some(title) => self.words.with("picture-alt-of", [("title", title.as_str().into())]),
            None => self.words.text("picture-alt").into_owned(),
        };
        let alt = file.alt.as_ref().map_or_else(|| what.clone(), |alt| format!("{what} {alt}"));
        let caption = file.title.iter().chain(&file.credit).chain([rights]).map(Text::as_str).collect();
        Some(PictureView { link: path.as_str(), width: picture.width, height: picture.height, alt, caption })
    }

    fn received(&self, received: &Received) -> String {
        let date = self.date_because(received.date, received.date_inferred.as_ref());
        let elections = self.campaign.elections.iter();
        let ballots = elections.flat_map(|election| election.ballots.iter().map(move |ballot| (election, ballot)));
        let named = ballots.filter(|(_, ballot)| received.ballots.contains(&ballot.id));
        let areas: Vec<&str> = named.map(|(election, ballot)| self.ballot_name(election, ballot)).collect();
        let gaps = [
            ("date", date.into()),
            ("n", areas.len().into()),
            ("areas", areas.join(", ").into()),
            ("how", received.how.as_deref().unwrap_or_default().into()),
        ];
        let id = match (areas.is_empty(), received.how.is_some()) {
            (true, false) => "document-received",
            (false, false) => "document-received-in",
            (true, true) => "document-received-how",
            (false, true) => "document-received-in-how",
        };
        self.words.with(id, gaps)
    }

    /// The page on which the answers of whoever published a document stand.
    fn owner_link(&self, document: &'a Document) -> LinkView<'a> {
        let link = match &document.of {
            Subject::Party(id) => self.plan.addresses.parties.get(id),
            Subject::Person(id) => self.person_page(&document.election, id),
        };
        let text = self.words.with("document-owner", [("owner", self.owner(document).into())]);
        LinkView { link: link.map(|path| path.as_str().into()), ..LinkView::to(text, "") }
    }

    /// What is known of a document, from the surest to the least: what people read, what a program found,
    /// and that nothing could be read.
    fn document_lead(&self, document: &Document, questions: &[&PutQuestion]) -> String {
        let says: Vec<Says<'_>> = questions.iter().map(|put| document.says(put.id())).collect();
        let count = |wanted: fn(&Says<'_>) -> bool| says.iter().filter(|says| wanted(says)).count();
        let read = count(|says| matches!(says, Says::Speaks(_) | Says::Silent(_) | Says::Differ(..)));
        let (differ, quoted) =
            (count(|says| matches!(says, Says::Differ(..))), count(|says| matches!(says, Says::Quoted)));
        let gaps = [
            ("questions", says.len().into()),
            ("read", read.into()),
            ("speaks", count(|says| matches!(says, Says::Speaks(_) | Says::Differ(..))).into()),
            ("quoted", quoted.into()),
            ("mentions", count(|says| matches!(says, Says::Mentions(_))).into()),
            ("none", count(|says| matches!(says, Says::NoMention { .. })).into()),
        ];
        let searched = count(|says| matches!(says, Says::Mentions(_) | Says::NoMention { .. }));
        let id = match (says.len(), read, searched) {
            (0, _, _) => "document-lead-no-questions",
            (all, read, _) if read == all => "document-lead-read",
            (_, 0, _) if quoted > 0 => "document-lead-quoted",
            (_, 0, 0) if says.iter().any(|says| matches!(says, Says::Unreadable)) => "document-lead-unreadable",
            (_, 0, 0) => "document-lead-nobody",
            (_, 0, _) => "document-lead-searched",
            _ => "document-lead-part",
        };
        let lead = self.words.with(id, gaps);
        match differ {
            0 => lead,
            n => format!("{lead} {}", self.words.with("document-lead-differ", [("n", n.into())])),
        }
    }

    fn says(&self, document: &'a Document, put: &'a PutQuestion) -> SaysView<'a> {
        let heard = document.transcript.as_ref().and_then(|transcript| transcript.mentions.get(put.id()));
        let heard = heard.map(Vec::as_slice).unwrap_or_default();
        SaysView {
            ask: put.wording().ask.as_str(),
            link: self.question_link(put.id()),
            text: self.says_text(document.says(put.id()), heard.len()),
            quotes: self.quotes(document, put.id()),
            places: heard.iter().map(|heard| self.heard(document, heard)).collect(),
        }
    }

    fn says_text(&self, says: Says<'_>, hits: usize) -> String {
        let reader = |reading: &crate::model::Reading| {
            let date = self.words.date(reading.date);
            [("by", self.checker(&reading.by).into()), ("date", date.into()), ("n", hits.into())]
        };
        match says {
            Says::Speaks(reading) => self.words.with("says-speaks", reader(reading)),
            Says::Differ(found, silent) => {
                let [by, date, _] = reader(found);
                let (other, when) = (self.checker(&silent.by).into(), self.words.date(silent.date).into());
                self.words.with("says-differ", [by, date, ("other", other), ("when", when)])
            }
            Says::Quoted => self.words.text("says-quoted").into_owned(),
            Says::Silent(reading) => {
                let silent = self.words.text(&word_id("silent-", reading.seen)).into_owned();
                let id = if hits == 0 { "says-silent" } else { "says-silent-hits" };
                let [by, date, n] = reader(reading);
                self.words.with(id, [("silent", silent.into()), by, date, n])
            }
            Says::Mentions(heard) => {
                let id = if heard.iter().any(|heard| heard.sure) { "says-mentions" } else { "says-mentions-unsure" };
                self.words.with(id, [("n", hits.into())])
            }
            Says::NoMention { read, pages } => {
                let id = if read == pages { "says-none" } else { "says-none-of" };
                self.words.with(id, [("read", read.into()), ("pages", pages.into())])
            }
            Says::Unreadable => self.words.text("says-unreadable").into_owned(),
            Says::NotLooked => self.words.text("says-not-looked").into_owned(),
        }
    }

    fn heard(&self, document: &'a Document, heard: &'a Heard) -> PlaceView<'a> {
        let id = if heard.sure { "heard-page" } else { "heard-page-unsure" };
        PlaceView {
            label: self.words.with(id, [("page", heard.page.into())]),
            before: &heard.excerpt.before,
            words: &heard.excerpt.words,
            after: &heard.excerpt.after,
            lang: document.lang.as_deref(),
        }
    }

    fn transcript(&self, document: &'a Document, transcript: &'a Transcript) -> TranscriptView<'a> {
        let date = ("date", self.words.date(transcript.date).into());
        let mut notes = vec![self.words.with(&word_id("made-from-", transcript.made_from), [date])];
        notes.extend(transcript.corrected.iter().map(|check| {
            let gaps = [("by", self.checker(&check.by).into()), ("date", self.words.date(check.date).into())];
            self.words.with("transcript-corrected", gaps)
        }));
        if transcript.corrected.is_empty() && transcript.made_from != MadeFrom::Hand {
            notes.push(self.words.text("transcript-unchecked").into_owned());
        }
        notes.extend(transcript.note.iter().map(ToString::to_string));
        let whole = transcript.show == Show::Whole;
        if !whole {
            notes.push(self.words.text("transcript-sentences").into_owned());
        }
        let pages = (1..=transcript.pages.len()).filter(|_| whole);
        let pages = pages.map(|page| self.page_text(transcript, page)).collect();
        TranscriptView { notes, pages, lang: document.lang.as_deref() }
    }

    fn page_text(&self, transcript: &'a Transcript, number: usize) -> PageTextView<'a> {
        let page = &transcript.pages[number - 1];
        let paragraphs = paragraphs(&page.text);
        let confidence = usize::from(page.confidence.unwrap_or_default());
        let warning = match (transcript.is_readable(number), paragraphs.is_empty()) {
            (true, _) => None,
            (false, true) => Some(self.words.text("transcript-no-words").into_owned()),
            (false, false) => Some(self.words.with("transcript-unsure", [("n", confidence.into())])),
        };
        PageTextView {
            id: format!("page-{number}"),
            title: self.words.with("transcript-page", [("n", number.into())]),
            warning,
            paragraphs,
        }
    }
}

/// The paragraphs of a page, each in lines.
fn paragraphs(text: &str) -> Vec<Vec<&str>> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let paragraphs = lines.split(|line| line.is_empty()).filter(|lines| !lines.is_empty());
    paragraphs.map(<[&str]>::to_vec).collect()
}
