use std::collections::BTreeMap;
use std::fmt::Display;
use std::fs;
use std::path::Path;
use std::str::FromStr;

use super::asking::read;
use crate::desk::NotDone;
use crate::diagnostic::Failure;

/// What the form of a reply asks, by the label that stands over each answer, and the argument of “record” that it fills.
const ASKED: [(&str, &str); 10] = [
    ("Who answered", "person"),
    ("Which question", "question"),
    ("The answer", "answer"),
    ("Where it was said", "kind"),
    ("When it was said", "on"),
    ("The very words", "quote"),
    ("The answer in your own words", "says"),
    ("What it is called", "title"),
    ("Web address", "url"),
    ("Where it can be found", "where"),
];
/// What stands below a label that nobody answered.
const NOTHING: &str = "_No response_";
/// The largest form: what the forge itself takes.
const LARGEST: u64 = 1 << 18;

/// A form that somebody filled in on a forge: the text of an issue, with a heading over each answer.
#[derive(Debug)]
pub(super) struct FilledForm {
    answers: BTreeMap<&'static str, String>,
}

impl FilledForm {
    /// Reads a form from a file. A heading that the form does not have, or has above already, belongs to the answer in which it stands.
    pub(super) fn read(path: &Path) -> Result<Self, NotDone> {
        let cannot = |e| Failure::at(path, "cannot read the form", e, "name the file that holds the text of the issue");
        let size = fs::metadata(path).map_err(cannot)?.len();
        if size > LARGEST {
            return Err(NotDone::Refused(format!("{} is too large for a form", path.display())));
        }
        let text = fs::read_to_string(path).map_err(cannot)?;
        let form = Self::of(&text.replace('\r', ""));
        match form.answers.is_empty() {
            true => Err(NotDone::Refused(format!(
                "{} is no form of a reply: it has none of the headings “### {}”, “### {}” …",
                path.display(),
                ASKED[0].0,
                ASKED[1].0
            ))),
            false => Ok(form),
        }
    }

    fn of(text: &str) -> Self {
        let (mut answers, mut open) = (BTreeMap::<&str, String>::new(), None);
        for line in text.lines() {
            let asked =
                line.strip_prefix("### ").and_then(|label| ASKED.iter().find(|(known, _)| *known == label.trim()));
            match asked {
                Some((_, key)) if !answers.contains_key(key) => {
                    answers.insert(key, String::new());
                    open = Some(*key);
                }
                _ => {
                    if let Some(answer) = open.and_then(|key| answers.get_mut(key)) {
                        answer.push_str(line);
                        answer.push('\n');
                    }
                }
            }
        }
        let folded =
            answers.into_iter().map(|(key, text)| (key, text.split_whitespace().collect::<Vec<_>>().join(" ")));
        Self { answers: folded.filter(|(_, text)| !text.is_empty() && text != NOTHING).collect() }
    }

    /// Fills an argument that nobody gave.
    pub(super) fn fill<T: FromStr<Err: Display>>(&self, key: &str, argument: &mut Option<T>) -> Result<(), NotDone> {
        let Some(text) = self.answers.get(key).filter(|_| argument.is_none()) else { return Ok(()) };
        let label = ASKED.iter().find(|(_, known)| *known == key).map_or(key, |(label, _)| label);
        *argument = Some(read(text).map_err(|why| NotDone::Refused(format!("“{label}” in the form: {why}")))?);
        Ok(())
    }
}
