use super::table::columns;
use crate::atoms::{Slug, Words as _};
use crate::model::PublicLetter;

/// A letter that people can send, and its page.
pub(super) type LetterAt<'a> = (&'a PublicLetter, &'a str);

columns!((letter, page) = LetterAt<'_> => {
    letter: "string", "The letter's id", &letter.id;
    title: "string", "What it is called", &letter.title;
    to: "string", "unanswered (candidates who have not answered), answered (candidates who have) or office", letter.to.value.word();
    subject: "string", "Its subject, with blanks in braces", &letter.subject;
    text: "string", "The letter, with blanks in braces", letter.paragraphs.join("\n\n");
    does_not_apply_when: "string", "When nobody should send it", &letter.does_not_apply_when;
    nation: "string", "The nation whose rules it goes by; empty for all", letter.nation.as_ref().map(|nation| nation.value.word());
    questions: "string", "The questions that it asks, with spaces between them; empty for all",
        letter.questions.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(" ");
    checked_on: "string", "The day on which somebody last found it right", letter.checked_on.to_string();
    checked_by: "string", "Who did", letter.checked_by.as_ref().map(|by| Slug::as_str(by));
    source: "string", "On what it rests", letter.source.as_ref().map(|source| &source.title);
    source_publisher: "string", "Who published that", letter.source.as_ref().map(|source| &source.publisher);
    source_url: "string", "Where that can be read", letter.source.as_ref().and_then(|source| source.url.as_ref());
    page: "string", "The page, from the site's root", *page;
});
