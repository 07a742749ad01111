use jiff::civil::Date;

use super::{OpenDocument, not_after_as_of};
use crate::atoms::{QuestionId, Seen, Slug, near};

/// What a reader found in a document, as `hustings check` would take it.
#[derive(Debug, Clone)]
pub struct Verdict(Finding);

/// What somebody says they found in a document.
#[derive(Debug, Clone)]
pub struct Finding {
    /// Who read it.
    pub by: Slug,
    /// When.
    pub date: Date,
    /// In what shape.
    pub seen: Seen,
    /// Whether they read the whole.
    pub whole: bool,
    /// The questions for which they looked.
    pub looked_for: Vec<QuestionId>,
    /// Those of which it speaks.
    pub found: Vec<QuestionId>,
}

impl Verdict {
    /// Judges what somebody says.
    ///
    /// # Errors
    /// Why it cannot stand in the record of the document.
    pub fn of(found: Finding, document: &OpenDocument<'_>) -> Result<Self, String> {
        known_checker(&found.by, document)?;
        known_questions(&found, document)?;
        if found.seen == Seen::Described {
            return Err("who only knows what somebody wrote about it has not read it".into());
        }
        not_after_as_of(found.date, document.campaign)?;
        Ok(Self(found))
    }

    /// What was found.
    #[must_use]
    pub fn found(&self) -> &Finding {
        &self.0
    }
}

fn known_checker(by: &Slug, document: &OpenDocument<'_>) -> Result<(), String> {
    let checkers = &document.campaign.site.checkers;
    if checkers.contains_key(by) {
        return Ok(());
    }
    let known: Vec<&str> = checkers.keys().map(Slug::as_str).collect();
    let meant = meant(by.as_str(), &known);
    Err(format!("“{by}” is not among the checkers of hustings.yaml: {}{meant}", known.join(", ")))
}

fn known_questions(Finding { looked_for, found, .. }: &Finding, open: &OpenDocument<'_>) -> Result<(), String> {
    let known: Vec<&str> = open.questions.iter().map(|question| question.id().as_str()).collect();
    if let Some(id) = looked_for.iter().chain(found).find(|id| !known.contains(&id.as_str())) {
        let (election, meant) = (&open.document.election, meant(id.as_str(), &known));
        return Err(format!("{election} does not put the question “{id}”, but {}{meant}", known.join(", ")));
    }
    match found.iter().find(|id| !looked_for.contains(id)) {
        Some(id) => Err(format!("“{id}” was found, and is not among those looked for")),
        None => Ok(()),
    }
}

/// The id that may be meant by one that is not known, as a question at the end of a sentence.
fn meant(id: &str, known: &[&str]) -> String {
    near(id, known.iter().copied()).map(|near| format!("; did you mean “{near}”?")).unwrap_or_default()
}
