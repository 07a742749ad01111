use tera::Value;

use crate::atoms::{MadeFrom, QuestionId, Seen, Show, SitePath, WebUrl};
use crate::load::records::{CopyRecord, FileRecord, ReceivedRecord};
use crate::messages::{fill, msg};
use crate::model::{Document, Election, PutQuestion, Reading, Says, Subject, Transcript};
use crate::render::context::Context;
use crate::render::parts::{documents, formats, link, phrase, says};
use crate::render::record_words;
use crate::render::view::list;

/// One document: what it is, what it says of each question, how it was read, and its words.
pub(crate) fn view(cx: &Context<'_>, document: &Document) -> Value {
    let election = cx.campaign.elections.by_id(&document.election);
    let accessed = document.accessed.filter(|_| document.url.is_some());
    let questions = election.map(|election| election.put_to(document)).unwrap_or_default();
    let unread = if document.cited.is_empty() { msg::DOCUMENT_UNREAD } else { msg::DOCUMENT_UNREAD_QUOTED };
    view! {
        title: &document.title,
        under: documents::under_because(cx, document),
        received: document.received.as_ref().map(|received| received_text(cx, received)),
        lead: document_lead(cx, document, &questions),
        owner: owner_link(cx, document),
        lines: lines(cx, document),
        url: document.url.as_ref(),
        accessed: accessed.map(|date| cx.words.with(msg::DOCUMENT_ACCESSED, fill::date(cx.words.date(*date)))),
        archived: document.archived.as_ref(),
        answers: list(says::view(cx, document, &questions)),
        readings: list(document.readings.iter().map(|reading| reading_view(cx, election, reading))),
        unread: cx.words.text(unread),
        formats_not_found: list(formats::not_found(cx, document)),
        formats: list(documents::formats(cx, document).map(|(text, url)| link::out(text, url.map(WebUrl::as_str)))),
        pictures: list(document.files.iter().filter_map(|file| picture(cx, document, file))),
        transcript: document.transcript.as_ref().map(|transcript| transcript_view(cx, document, transcript)),
    }
}

/// A picture of a document that may be published, with whom to credit for it and why it may be.
fn picture(cx: &Context<'_>, document: &Document, file: &FileRecord) -> Option<Value> {
    let (name, rights) = (file.file.as_deref()?, file.rights.as_deref()?);
    let path = cx.plan.addresses.pictures.get(&(document.id.clone(), name.clone()))?;
    let picture = cx.campaign.pictures.get(name)?;
    let what = match &file.title {
        Some(title) => cx.words.with(msg::PICTURE_ALT_OF, fill::title(title)),
        None => cx.words.text(msg::PICTURE_ALT).into_owned(),
    };
    Some(view! {
        link: path,
        width: picture.width,
        height: picture.height,
        alt: file.alt.as_ref().map_or_else(|| what.clone(), |alt| format!("{what} {}", cx.words.told(alt))),
        caption: list(file.title.iter().chain(&file.credit).chain([rights])),
    })
}

/// Publisher, nations, language and notes, a sentence each.
fn lines(cx: &Context<'_>, document: &Document) -> Vec<String> {
    let publisher = document.publisher.as_ref().map(fill::publisher);
    let publisher = publisher.map(|publisher| cx.words.with(msg::DOCUMENT_PUBLISHER, publisher));
    let nations = phrase::nations_listed(cx, &document.nations);
    let nations = (!nations.is_empty()).then(|| cx.words.with(msg::DOCUMENT_NATIONS, fill::nations(&*nations)));
    let lang = document.lang.as_deref().map(|lang| cx.words.with(msg::DOCUMENT_LANG, fill::lang(lang)));
    let note = document.note.as_ref().map(|note| cx.words.told(note).into_owned());
    [publisher, nations, lang, note].into_iter().flatten().collect()
}

pub(super) fn received_text(cx: &Context<'_>, received: &ReceivedRecord) -> String {
    let date = phrase::date_because(cx, *received.date, received.date_inferred.as_ref());
    let elections = cx.campaign.elections.iter();
    let ballots = elections.flat_map(|election| election.ballots.iter().map(move |ballot| (election, ballot)));
    let named = ballots.filter(|(_, ballot)| received.ballots.iter().any(|id| *id == ballot.id));
    let areas = named.map(|(election, ballot)| cx.ballot_name(election, ballot).into_owned());
    let areas: Vec<String> = areas.chain(received.outcode.as_ref().map(ToString::to_string)).collect();
    let (date, in_areas) = (fill::date(date), (!areas.is_empty()).then(|| fill::areas(areas.join(", "))));
    match (in_areas, received.how.as_ref().map(fill::how)) {
        (None, None) => cx.words.with(msg::DOCUMENT_RECEIVED, date),
        (Some(areas), None) => cx.words.with(msg::DOCUMENT_RECEIVED_IN, (areas, date)),
        (None, Some(how)) => cx.words.with(msg::DOCUMENT_RECEIVED_HOW, (date, how)),
        (Some(areas), Some(how)) => cx.words.with(msg::DOCUMENT_RECEIVED_IN_HOW, (areas, date, how)),
    }
}

/// The page on which the answers of whoever published a document stand.
fn owner_link(cx: &Context<'_>, document: &Document) -> Value {
    let link = match &document.of {
        Subject::Party(id) => cx.plan.addresses.parties.get(id).map(SitePath::as_str),
        Subject::Person(id) => cx.person_page(&document.election, id),
    };
    link::to(cx.words.with(msg::DOCUMENT_OWNER, fill::owner(cx.owner(document))), link)
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
    let gaps = (fill::owner(cx.owner(document)), fill::title(&*title));
    let description = cx.words.with(msg::DOCUMENT_DESCRIPTION, gaps);
    (title.into_owned(), description)
}

/// A reading of a document of an election, with the questions in the words that the election puts.
fn reading_view(cx: &Context<'_>, election: Option<&Election>, reading: &Reading) -> Value {
    let questions = |ids: &mut dyn Iterator<Item = &QuestionId>| {
        let put = ids.filter_map(|id| election?.put(id));
        list(put.map(|put| link::to(put.wording().ask, cx.question_link(put.id()))))
    };
    let checks = reading.checks.iter().map(|check| {
        let gaps = (fill::by(phrase::checker(cx, &check.by)), fill::date(cx.words.date(*check.date)));
        cx.words.with(msg::READING_CHECKED, gaps)
    });
    view! {
        text: reading_text(cx, reading),
        copy: reading.copy.as_ref().map(|copy| copy_link(cx, copy)),
        found: questions(&mut reading.found.iter()),
        silent: questions(&mut reading.looked_for.iter().filter(|id| reading.is_silent_on(id))),
        notes: list(documents::besides(cx, election, reading).into_iter().chain(reading.note.iter().map(|note| cx.words.told(note).into_owned())).chain(checks)),
    }
}

fn reading_text(cx: &Context<'_>, reading: &Reading) -> String {
    let (by, date) = (fill::by(phrase::checker(cx, &reading.by)), fill::date(cx.words.date(*reading.date)));
    if reading.seen == Seen::Described {
        return cx.words.with(msg::READING_DESCRIBED, (by, date));
    }
    let seen = fill::seen(cx.words.text(match *reading.seen {
        Seen::Original => msg::SEEN_ORIGINAL,
        Seen::Facsimile => msg::SEEN_FACSIMILE,
        Seen::Transcription | Seen::Described => msg::SEEN_TRANSCRIPTION,
    }));
    match (reading.whole, &reading.part) {
        (true, _) => cx.words.with(msg::READING_WHOLE, (by, date, seen)),
        (false, Some(part)) => cx.words.with(msg::READING_PART, (by, date, fill::part(&phrase::clause(part)), seen)),
        (false, None) => cx.words.with(msg::READING_SOME, (by, date, seen)),
    }
}

/// The copy that was read.
fn copy_link(cx: &Context<'_>, copy: &CopyRecord) -> Value {
    let title = fill::title(&copy.title);
    let mut text = match &copy.publisher {
        Some(publisher) => cx.words.with(msg::READING_COPY_PUBLISHER, (fill::publisher(publisher), title)),
        None => cx.words.with(msg::READING_COPY, title),
    };
    if let Some(date) = copy.date {
        text += &format!(" {}", cx.words.with(msg::EVIDENCE_DATE, fill::date(cx.words.date(*date))));
    }
    link::out(text, copy.url.as_ref().map(WebUrl::as_str))
}

/// The words of a document: how they came to be known, who compared them, and as much of them as is shown.
fn transcript_view(cx: &Context<'_>, document: &Document, transcript: &Transcript) -> Value {
    let date = fill::date(cx.words.date(*transcript.date));
    let mut notes = vec![cx.words.with(record_words::made_from(transcript.made_from), date)];
    notes.extend(transcript.corrected.iter().map(|check| {
        let gaps = (fill::by(phrase::checker(cx, &check.by)), fill::date(cx.words.date(*check.date)));
        cx.words.with(msg::TRANSCRIPT_CORRECTED, gaps)
    }));
    if transcript.corrected.is_empty() && transcript.made_from != MadeFrom::Hand {
        notes.push(cx.words.text(msg::TRANSCRIPT_UNCHECKED).into_owned());
    }
    notes.extend(transcript.note.iter().map(|note| cx.words.told(note).into_owned()));
    let whole = transcript.show == Show::Whole;
    if !whole {
        notes.push(cx.words.text(msg::TRANSCRIPT_SENTENCES).into_owned());
    }
    let pages = (1..=transcript.pages.len()).filter(|_| whole);
    view! { notes, pages: list(pages.map(|page| page_text(cx, transcript, page))), lang: document.lang.as_ref() }
}

/// One page of a document, with a warning where its words cannot be relied upon, or where there are none.
fn page_text(cx: &Context<'_>, transcript: &Transcript, number: usize) -> Value {
    let page = &transcript.pages[number - 1];
    let paragraphs = paragraphs(&page.text);
    let confidence = usize::from(page.confidence.unwrap_or_default());
    let warning = match (transcript.is_readable(number), paragraphs.is_empty()) {
        (true, _) => None,
        (false, true) => Some(cx.words.text(msg::TRANSCRIPT_NO_WORDS).into_owned()),
        (false, false) => Some(cx.words.with(msg::TRANSCRIPT_UNSURE, fill::n(confidence))),
    };
    view! { id: format!("page-{number}"), title: cx.words.with(msg::TRANSCRIPT_PAGE, fill::n(number)), warning, paragraphs }
}

/// The paragraphs of a page, each in lines.
fn paragraphs(text: &str) -> Vec<Vec<&str>> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let paragraphs = lines.split(|line| line.is_empty()).filter(|lines| !lines.is_empty());
    paragraphs.map(<[&str]>::to_vec).collect()
}
