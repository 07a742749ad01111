use std::borrow::Cow;

use crate::atoms::{SitePath, Text, WebUrl};
use crate::messages::{fill, msg};
use crate::model::{Document, DocumentFile, PutQuestion, Received, Says, Subject};
use crate::render::context::Context;
use crate::render::parts::{
    LinkView, ReadingView, SaysView, TranscriptView, documents, phrase, reading, says, transcript,
};

views! {
    /// One document: what it is, what it says of each question, how it was read, and its words.
    DocumentView<'a> {
        title: &'a str, "What it is called";
        under: String, "Kind, owner and date";
        received: Option<String>, "When, where and how somebody received it";
        lead: String, "What is known of what it says, in large type";
        owner: LinkView<'a>, "The page of whoever published it, where the answers stand";
        lines: Vec<String>, "Publisher, nations, language and notes, a sentence each";
        url: Option<&'a str>, "Where it can be read";
        accessed: Option<String>, "When we last read it there";
        archived: Option<&'a str>, "A lasting copy";
        answers: Vec<SaysView<'a>>, "One for each question of its election";
        readings: Vec<ReadingView<'a>>, "Who read it, and what they found";
        unread: Cow<'a, str>, "What to say when no reading is on record";
        formats: Vec<LinkView<'a>>, "Accessible formats in which it appeared";
        pictures: Vec<PictureView<'a>>, "The pictures of it that may be published";
        transcript: Option<TranscriptView<'a>>, "Its words";
    }

    /// A picture of a document.
    PictureView<'a> {
        link: &'a str, "Where it lies";
        width: u32, "How wide it is, in points";
        height: u32, "How high it is, in points";
        alt: String, "What it shows, for who cannot see it";
        caption: Vec<&'a str>, "What it shows, whom to credit for it, and why it may be published";
    }
}

pub(crate) fn view<'a>(cx: &Context<'a>, document: &'a Document) -> DocumentView<'a> {
    let election = cx.campaign.elections.iter().find(|election| election.id == document.election);
    let accessed = document.accessed.filter(|_| document.url.is_some());
    let accessed = accessed.map(|date| cx.words.with(msg::DOCUMENT_ACCESSED, fill::date(cx.words.date(date))));
    let questions = election.map(|election| election.put_to(document)).unwrap_or_default();
    DocumentView {
        title: document.title.as_str(),
        under: documents::under(cx, document),
        received: document.received.as_ref().map(|received| received_text(cx, received)),
        lead: document_lead(cx, document, &questions),
        owner: owner_link(cx, document),
        lines: documents::lines(cx, document),
        url: document.url.as_ref().map(|at| at.value.as_str()),
        accessed,
        archived: document.archived.as_ref().map(WebUrl::as_str),
        answers: questions.iter().map(|put| says::view(cx, document, put)).collect(),
        readings: document.readings.iter().map(|reading| reading::view(cx, election, reading)).collect(),
        unread: cx.words.text(if document.cited.is_empty() {
            msg::DOCUMENT_UNREAD
        } else {
            msg::DOCUMENT_UNREAD_QUOTED
        }),
        formats: documents::formats(cx, document),
        pictures: document.files.iter().filter_map(|file| picture_view(cx, document, file)).collect(),
        transcript: document.transcript.as_ref().map(|transcript| transcript::view(cx, document, transcript)),
    }
}

fn picture_view<'a>(cx: &Context<'a>, document: &'a Document, file: &'a DocumentFile) -> Option<PictureView<'a>> {
    let (name, rights) = (file.name.as_ref()?, file.rights.as_ref()?);
    let path = cx.plan.addresses.pictures.get(&(document.id.clone(), name.clone()))?;
    let picture = cx.campaign.pictures.get(name)?;
    let what = match &file.title {
        Some(title) => cx.words.with(msg::PICTURE_ALT_OF, fill::title(title.as_str())),
        None => cx.words.text(msg::PICTURE_ALT).into_owned(),
    };
    let alt = file.alt.as_ref().map_or_else(|| what.clone(), |alt| format!("{what} {alt}"));
    let caption = file.title.iter().chain(&file.credit).chain([rights]).map(Text::as_str).collect();
    Some(PictureView { link: path.as_str(), width: picture.width, height: picture.height, alt, caption })
}

fn received_text(cx: &Context<'_>, received: &Received) -> String {
    let date = phrase::date_because(cx, received.date, received.date_inferred.as_ref());
    let elections = cx.campaign.elections.iter();
    let ballots = elections.flat_map(|election| election.ballots.iter().map(move |ballot| (election, ballot)));
    let named = ballots.filter(|(_, ballot)| received.ballots.contains(&ballot.id));
    let areas: Vec<&str> = named.map(|(election, ballot)| cx.ballot_name(election, ballot)).collect();
    let (date, in_areas) = (fill::date(date), (!areas.is_empty()).then(|| fill::areas(areas.join(", "))));
    match (in_areas, received.how.as_deref().map(fill::how)) {
        (None, None) => cx.words.with(msg::DOCUMENT_RECEIVED, date),
        (Some(areas), None) => cx.words.with(msg::DOCUMENT_RECEIVED_IN, (areas, date)),
        (None, Some(how)) => cx.words.with(msg::DOCUMENT_RECEIVED_HOW, (date, how)),
        (Some(areas), Some(how)) => cx.words.with(msg::DOCUMENT_RECEIVED_IN_HOW, (areas, date, how)),
    }
}

/// The page on which the answers of whoever published a document stand.
fn owner_link<'a>(cx: &Context<'a>, document: &'a Document) -> LinkView<'a> {
    let link = match &document.of {
        Subject::Party(id) => cx.plan.addresses.parties.get(id).map(SitePath::as_str),
        Subject::Person(id) => cx.person_page(&document.election, id),
    };
    let text = cx.words.with(msg::DOCUMENT_OWNER, fill::owner(cx.owner(document)));
    LinkView { link: link.map(Into::into), ..LinkView::to(text, "") }
}

/// What is known of a document, from the surest to the least: what people read, what a program found,
/// and that nothing could be read.
fn document_lead(cx: &Context<'_>, document: &Document, questions: &[&PutQuestion]) -> String {
    let says: Vec<Says<'_>> = questions.iter().map(|put| document.says(put.id())).collect();
    let count = |wanted: fn(&Says<'_>) -> bool| says.iter().filter(|says| wanted(says)).count();
    let read = count(|says| matches!(says, Says::Speaks(_) | Says::Silent(_) | Says::Differ(..)));
    let (differ, quoted) = (count(|says| matches!(says, Says::Differ(..))), count(|says| matches!(says, Says::Quoted)));
    let speaks = count(|says| matches!(says, Says::Speaks(_) | Says::Differ(..)));
    let (mentions, none) =
        (count(|says| matches!(says, Says::Mentions(_))), count(|says| matches!(says, Says::NoMention { .. })));
    let (questions, speaks) = (fill::questions(says.len()), fill::speaks(speaks));
    let lead = match (says.len(), read, mentions + none) {
        (0, _, _) => cx.words.text(msg::DOCUMENT_LEAD_NO_QUESTIONS).into_owned(),
        (all, read, _) if read == all => cx.words.with(msg::DOCUMENT_LEAD_READ, (questions, speaks)),
        (_, 0, _) if quoted > 0 => cx.words.with(msg::DOCUMENT_LEAD_QUOTED, (questions, fill::quoted(quoted))),
        (_, 0, 0) if says.iter().any(|says| matches!(says, Says::Unreadable)) => {
            cx.words.text(msg::DOCUMENT_LEAD_UNREADABLE).into_owned()
        }
        (_, 0, 0) => cx.words.text(msg::DOCUMENT_LEAD_NOBODY).into_owned(),
        (_, 0, _) => cx.words.with(msg::DOCUMENT_LEAD_SEARCHED, (fill::mentions(mentions), questions)),
        _ => cx.words.with(msg::DOCUMENT_LEAD_PART, (questions, fill::read(read), speaks)),
    };
    match differ {
        0 => lead,
        n => format!("{lead} {}", cx.words.with(msg::DOCUMENT_LEAD_DIFFER, fill::n(n))),
    }
}

/// What it is called, told apart from others of the same title.
pub(crate) fn title(cx: &Context<'_>, document: &Document) -> (String, String) {
    let title = cx.document_title(document);
    let gaps = (fill::owner(cx.owner(document)), fill::title(title));
    (title.to_owned(), cx.words.with(msg::DOCUMENT_DESCRIPTION, gaps))
}
