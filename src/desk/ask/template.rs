use std::path::Path;

use crate::atoms::{BlankPiece, blanks, near};
use crate::desk::NotDone;
use crate::diagnostic::Failure;
use crate::load::Foreign;

/// A letter with blanks, in plain text.
const LETTER: Foreign = Foreign { kind: "text file", largest: 1_000_000, if_larger: "write a shorter letter" };

/// Where a site keeps its own.
const FILE: &str = "private/letter.txt";

/// How the first line of a letter begins when it is the subject.
const SUBJECT: &str = "Subject:";

/// The letter of a site that has none of its own.
const BUILT_IN: &str = "\
Subject: Where do you stand? {number} from {campaign}

Dear {name},

You are standing in {ballot} ({election}, {polling_day}). {campaign} asks everybody who stands there the same questions, and publishes what each of you answers, in the order of the ballot paper.

{questions}

Please reply by {deadline}. “Yes” or “no” is enough for each question; if it is “partly”, please say which part. A sentence or two in your own words helps voters, and we may quote them.

What you answer will be here: {answers}
How we ask, check and correct: {candidates_page}

If we hear nothing by then, the page will say that you did not reply. You can still answer later.

With best wishes

{campaign}
{contact}
{imprint}
";

/// A letter with blanks such as `{name}`.
#[derive(Debug)]
pub(super) struct Template {
    lines: Vec<String>,
    /// What it is called in messages.
    file: String,
}

/// A letter that is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Letter {
    pub(super) subject: String,
    pub(super) text: String,
}

impl Template {
    /// The letter of a site, or the one that is built in.
    ///
    /// # Errors
    /// When the site's cannot be read.
    pub(super) fn read(root: &Path) -> Result<Self, Failure> {
        let path = root.join(FILE);
        let text = match path.symlink_metadata() {
            Err(_) => BUILT_IN.to_owned(),
            Ok(_) => String::from_utf8(LETTER.read(&path)?)
                .map_err(|_| Failure::at(&path, "cannot read", "it is not UTF-8", "save it as UTF-8"))?,
        };
        let lines = text.trim_start_matches('\u{feff}').lines().map(|line| line.trim_end().to_owned()).collect();
        Ok(Self { lines, file: path.display().to_string() })
    }

    /// The letter with its blanks filled in. A line is left out when a blank in it has nothing to say.
    ///
    /// # Errors
    /// When it has a blank that is not known.
    pub(super) fn fill(&self, blanks: &[(&str, String)]) -> Result<Letter, NotDone> {
        let mut lines: Vec<String> = Vec::new();
        for (line, number) in self.lines.iter().zip(1..) {
            let line = filled(line, blanks);
            let line = line.map_err(|why| NotDone::Refused(format!("{}:{number}: {why}", self.file)))?;
            // Where a line is left out, the blank ones around it would leave a hole.
            let is_blank = |line: &String| line.trim().is_empty();
            let after_blank = lines.last().is_none_or(is_blank);
            lines.extend(line.filter(|line| !is_blank(line) || !after_blank));
        }
        let first = lines.first().and_then(|line| line.strip_prefix(SUBJECT)).map(fold);
        let text = lines[usize::from(first.is_some())..].join("\n");
        Ok(Letter {
            subject: first.unwrap_or_else(|| "Questions to you as a candidate".to_owned()),
            text: format!("{}\n", text.trim()),
        })
    }
}

/// A text on one line, with single spaces.
pub(super) fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A line with its blanks filled in; nothing when one of them is empty.
fn filled(line: &str, filling: &[(&str, String)]) -> Result<Option<String>, String> {
    let mut out = String::new();
    for piece in blanks(line) {
        let name = match piece {
            BlankPiece::Blank(name, _) if name.chars().all(|c| c.is_ascii_lowercase() || c == '_') => name,
            BlankPiece::Blank(..) | BlankPiece::Words(_) | BlankPiece::Open(_) => {
                piece.write_to(&mut out);
                continue;
            }
        };
        match filling.iter().find(|(known, _)| *known == name) {
            Some((_, value)) if value.is_empty() => return Ok(None),
            Some((_, value)) => out.push_str(value),
            None => {
                let known: Vec<&str> = filling.iter().map(|(known, _)| *known).collect();
                let meant = near(name, known.iter().copied()).map(|near| format!("; did you mean “{{{near}}}”?"));
                let list = known.join("}, {");
                return Err(format!("nothing fills “{{{name}}}”; there are {{{list}}}{}", meant.unwrap_or_default()));
            }
        }
    }
    Ok(Some(out))
}
