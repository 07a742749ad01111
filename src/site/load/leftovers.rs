//! What was never meant to be published: what a merge leaves behind, and notes that people write to themselves.

use std::ops::Range;

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
    let (comments, mut ruler) = (comments_in(&body.text), Ruler::of(&body.text));
    for comment in &comments {
        let Pos { line, column } = ruler.place(comment.start);
        // The body's first line is that of the file on which it begins.
        let line = body.line + line - 1;
        let help =
            "keep notes outside the text: as a line of the keys at its top that begins with “# ”, or in another file";
        let message = "a note between “<!--” and “-->” would be published for everyone to read";
        found.push(Code::HtmlComment, &body.file, Pos { line, column }, message, help);
    }
    !comments.is_empty()
}

/// A text in Markdown with blanks where its comments were, so that all else stays in its place.
pub(super) fn without_comments(text: &str) -> String {
    let mut left = String::with_capacity(text.len());
    let mut at = 0;
    for comment in comments_in(text) {
        left.push_str(&text[at..comment.start]);
        for c in text[comment.clone()].chars() {
            if c == '\n' {
                // Blanks at the end of a line would break it.
                left.truncate(left.trim_end_matches(' ').len());
            }
            left.push(if c == '\n' { c } else { ' ' });
        }
        at = comment.end;
        if text[at..].starts_with('\n') {
            left.truncate(left.trim_end_matches(' ').len());
        }
    }
    left + &text[at..]
}

/// Where the comments of a text in Markdown are, in bytes. What stands in code is none; one that does not end goes on to the end of
/// its piece of HTML.
fn comments_in(text: &str) -> Vec<Range<usize>> {
    const BEGIN: &str = "<!--";
    let mut comments: Vec<Range<usize>> = Vec::new();
    if !text.contains(BEGIN) {
        return comments;
    }
    let mut open = false;
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        let (Event::Html(html) | Event::InlineHtml(html)) = event else { continue };
        let mut rest = &*html;
        while let Some(at) = rest.find(if open { "-->" } else { BEGIN }) {
            let place = range.start + (html.len() - rest.len()) + at;
            match comments.last_mut().filter(|_| open) {
                Some(comment) => comment.end = place + 3,
                None => comments.push(place..range.end),
            }
            open = !open;
            rest = &rest[at + 3..];
        }
        if let Some(comment) = comments.last_mut().filter(|_| open) {
            comment.end = range.end;
        }
    }
    comments
}
