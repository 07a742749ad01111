use std::collections::BTreeMap;

use pulldown_cmark::{Event, Tag, TagEnd};

/// Takes the notes out of a text and puts them behind it, in the order in which the text names them, each with its number;
/// the number in the text leads to the note, and that of the note back. A note that nothing names is left out.
///
/// The ids hold a `_`, which those made of words never do.
pub(super) fn with_notes<'e>(events: Vec<Event<'e>>) -> Vec<Event<'e>> {
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    for event in &events {
        if let Event::FootnoteReference(label) = event {
            let next = numbers.len() + 1;
            numbers.entry(label.to_string()).or_insert(next);
        }
    }
    if numbers.is_empty() {
        return without_notes(events);
    }
    let (mut text, mut notes, mut open) = (Vec::new(), BTreeMap::<usize, Vec<Event<'e>>>::new(), None);
    let mut named = vec![false; numbers.len() + 1];
    for event in events {
        let event = match event {
            Event::Start(Tag::FootnoteDefinition(label)) => {
                open = Some(numbers.get(&*label).copied());
                continue;
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                open = None;
                continue;
            }
            Event::FootnoteReference(label) => {
                let number = numbers[&*label];
                let again = std::mem::replace(&mut named[number], true);
                Event::InlineHtml(to_note(number, again).into())
            }
            other => other,
        };
        match open {
            None => text.push(event),
            Some(Some(number)) => notes.entry(number).or_default().push(event),
            Some(None) => {}
        }
    }
    text.push(Event::Html("<section class=\"notes\">\n".into()));
    text.extend(notes.into_iter().flat_map(|(number, note)| whole(number, note)));
    text.push(Event::Html("</section>\n".into()));
    text
}

fn without_notes(events: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let mut inside = false;
    let mut keep = |event: &Event<'_>| {
        match event {
            Event::Start(Tag::FootnoteDefinition(_)) => inside = true,
            Event::End(TagEnd::FootnoteDefinition) => {
                inside = false;
                return false;
            }
            _ => {}
        }
        !inside
    };
    events.into_iter().filter(|event| keep(event)).collect()
}

/// The number in the text; the note leads back to the first of several.
fn to_note(number: usize, again: bool) -> String {
    let id = if again { String::new() } else { format!(" id=\"from_note_{number}\"") };
    format!("<a class=\"note-number\"{id} href=\"#note_{number}\">[{number}]</a>")
}

/// A note with its number before its first words.
fn whole(number: usize, note: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let back = format!("<a href=\"#from_note_{number}\">[{number}]</a> ");
    let mut whole = vec![Event::Html(format!("<div id=\"note_{number}\">\n").into())];
    let mut rest = note.into_iter();
    match rest.next() {
        Some(Event::Start(Tag::Paragraph)) => {
            whole.extend([Event::Start(Tag::Paragraph), Event::InlineHtml(back.into())]);
        }
        first => {
            whole.push(Event::Html(format!("<p>{back}</p>\n").into()));
            whole.extend(first);
        }
    }
    whole.extend(rest);
    whole.push(Event::Html("</div>\n".into()));
    whole
}
