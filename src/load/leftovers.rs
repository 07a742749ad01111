//! What was never meant to be published: what a merge leaves behind, and notes that people write to themselves.

use pulldown_cmark::{Event, Options, Parser};

use super::Body;
use crate::diagnostic::{Code, Diagnostics, FileName, Pos, Ruler};

/// Reports each place at which two versions of a text stand that nobody has chosen between; whether there is any.
pub(super) fn of_a_merge(text: &str, file: &FileName, found: &mut Diagnostics) -> bool {
    if !text.contains("<<<<<<<") && !text.contains(">>>>>>>") {
        return false;
    }
    let (mut any, mut open) = (false, false);
    for (line, number) in text.lines().zip(1..) {
        let begins = is_marker(line, '<');
        // The end of one that is reported needs no word of its own.
        let ends = is_marker(line, '>') && !std::mem::take(&mut open);
        if begins || ends {
            let help = "choose one side: delete the other one, and the lines that begin with “<<<<<<<”, “=======” and “>>>>>>>”";
            found.push(
                Code::MergeConflict,
                file,
                Pos { line: number, column: 1 },
                "this is left over from a merge: both versions of the text are here",
                help,
            );
            any = true;
        }
        open |= begins;
    }
    any
}

/// Whether a line is one that Git writes around two versions: the sign seven times, then a name or nothing.
fn is_marker(line: &str, sign: char) -> bool {
    let rest = line.trim_start_matches(sign);
    line.len() - rest.len() == 7 && (rest.is_empty() || rest.starts_with(' '))
}

/// Reports each comment in Markdown; whether there is any. Browsers hide one, but everybody can read it.
pub(super) fn comments(body: &Body, found: &mut Diagnostics) -> bool {
    const BEGIN: &str = "<!--";
    if !body.text.contains(BEGIN) {
        return false;
    }
    let (mut any, mut open, mut ruler) = (false, false, Ruler::of(&body.text));
    for (event, range) in Parser::new_ext(&body.text, Options::ENABLE_TABLES).into_offset_iter() {
        let (Event::Html(html) | Event::InlineHtml(html)) = event else { continue };
        let mut rest = &*html;
        while let Some(at) = rest.find(if open { "-->" } else { BEGIN }) {
            if !open {
                let Pos { line, column } = ruler.place(range.start + (html.len() - rest.len()) + at);
                // The body's first line is that of the file on which it begins.
                let line = body.line + line - 1;
                let help = "keep notes outside the text: as a line of the keys at its top that begins with “# ”, or in another file";
                let message = "a note between “<!--” and “-->” would be published for everyone to read";
                found.push(Code::HtmlComment, &body.file, Pos { line, column }, message, help);
                any = true;
            }
            open = !open;
            rest = &rest[at + 3..];
        }
    }
    any
}
