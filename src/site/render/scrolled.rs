use pulldown_cmark::{Event, Tag, TagEnd};
use quick_xml::escape::escape;

/// What may be wider than a narrow screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scrolled {
    /// A table of many columns.
    Table,
    /// Code with long lines.
    Code,
}

/// From how many columns on a table is wider than a phone.
const COLUMNS: usize = 3;
/// How many letters of code stand on a line of the narrowest screen.
const LETTERS: usize = 26;

/// Puts everything that may be wider than a narrow screen into a box of its own that scrolls, which the keyboard reaches; `called`
/// names each of a kind by its number.
pub(super) fn in_boxes<'e>(events: &[Event<'e>], called: &dyn Fn(Scrolled, usize) -> String) -> Vec<Event<'e>> {
    let (mut boxed, mut open, mut counts) = (Vec::with_capacity(events.len()), false, [0, 0]);
    for (at, event) in events.iter().enumerate() {
        if let Some(what) = scrolled(event, &events[at + 1..]) {
            let count = &mut counts[what as usize];
            *count += 1;
            let label = escape(called(what, *count));
            let start = format!("<div class=\"scroll\" role=\"region\" aria-label=\"{label}\" tabindex=\"0\">\n");
            boxed.push(Event::Html(start.into()));
            open = true;
        }
        let ends = matches!(event, Event::End(TagEnd::Table | TagEnd::CodeBlock));
        boxed.push(event.clone());
        if ends && std::mem::take(&mut open) {
            boxed.push(Event::Html("</div>\n".into()));
        }
    }
    boxed
}

/// What begins here that may be wider than a narrow screen.
fn scrolled(event: &Event<'_>, inside: &[Event<'_>]) -> Option<Scrolled> {
    let lines = |text: &str| text.lines().any(|line| line.chars().count() > LETTERS);
    match event {
        Event::Start(Tag::Table(columns)) => (columns.len() >= COLUMNS).then_some(Scrolled::Table),
        Event::Start(Tag::CodeBlock(_)) => {
            let code = inside.iter().map_while(|event| if let Event::Text(text) = event { Some(text) } else { None });
            code.into_iter().any(|text| lines(text)).then_some(Scrolled::Code)
        }
        _ => None,
    }
}
