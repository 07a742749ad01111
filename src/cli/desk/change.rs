use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::acts::DeskAct;
use super::form::AnswerShown;
use super::sent::Sent;
use crate::model::Campaign;

/// A change that is shown before it is saved.
#[derive(Debug, Serialize)]
pub(super) struct ChangeView {
    title: &'static str,
    /// What somebody filled in: what was asked, and the answer.
    what: Vec<AnswerShown>,
    lines: Vec<LineView>,
    /// What is sent again when it is saved.
    fields: Vec<(String, String)>,
    /// By which it is known that the same is saved as was shown.
    seen: String,
    /// Whether somebody saw another change before.
    is_anew: bool,
}

/// A line of a diff: of the `file`, the `place` in it, `new`, `old` or the `same`.
#[derive(Debug, Serialize)]
struct LineView {
    kind: &'static str,
    text: String,
}

impl ChangeView {
    pub(super) fn of(act: &DeskAct, sent: &Sent, diff: &str, campaign: Option<&Campaign>) -> Self {
        let what = campaign.map(|campaign| act.told(sent, campaign)).unwrap_or_default();
        let is_anew = !sent.seen.is_empty();
        Self { title: act.title, what, lines: lines(diff), fields: sent.fields(), seen: marked(diff), is_anew }
    }
}

/// A short mark of a text, which another does not have.
pub(super) fn marked(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The lines of a diff, without what only programs read.
fn lines(diff: &str) -> Vec<LineView> {
    let line = |line: &str| {
        let (kind, text) = match line.split_at_checked(1) {
            _ if line.starts_with("--- ") => return None,
            _ if line.starts_with("+++ b/") => ("file", &line[6..]),
            _ if line.starts_with("@@") => ("place", "…"),
            Some(("+", text)) => ("new", text),
            Some(("-", text)) => ("old", text),
            Some((" ", text)) => ("same", text),
            _ => ("file", line),
        };
        Some(LineView { kind, text: text.to_owned() })
    };
    diff.lines().filter_map(line).collect()
}

/// Whether a line is one of a diff.
pub(super) fn is_of_diff(line: &str) -> bool {
    line.is_empty() || line.starts_with(['+', '-', ' ', '@', '\\'])
}
