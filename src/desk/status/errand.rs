use clap::ValueEnum;
use serde::Serialize;

/// Something that is to be done on a site: what, how, and where each piece of it is.
#[derive(Debug, Serialize)]
pub(crate) struct Errand {
    /// Its stable name.
    pub(crate) kind: ErrandKind,
    /// How many pieces it has.
    pub(crate) count: usize,
    /// What it is, as a phrase that holds the count.
    pub(crate) what: String,
    /// What does it: a command or an edit.
    pub(crate) how: String,
    /// The pieces.
    pub(crate) items: Vec<ErrandItem>,
}

/// One piece of an errand.
#[derive(Debug, Serialize)]
pub(crate) struct ErrandItem {
    /// What it is about.
    pub(crate) what: String,
    /// The id of the person, party or document that it is about, where it is about one.
    pub(crate) id: Option<String>,
    /// The file of the records, relative to the site's folder, where there is one.
    pub(crate) file: Option<String>,
    /// The line in it, where that is known.
    pub(crate) line: Option<u32>,
}

/// What an errand is, in the order in which they are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ErrandKind {
    /// What keeps the site from being built.
    Errors,
    /// Days of the next week.
    Dates,
    /// The day of the records, when it is old or has not come.
    AsOf,
    /// People who were asked and still have time to answer.
    Waiting,
    /// People who were asked and did not answer in time.
    NoReply,
    /// People whom a round could not reach.
    NotReached,
    /// People who stand and whom no round asks.
    NotAsked,
    /// Answers that wait for a second pair of eyes.
    ToConfirm,
    /// Answers for which there are not enough other people.
    CannotConfirm,
    /// Answers that somebody denies.
    Disputed,
    /// Answers that nobody could verify.
    Unverified,
    /// Answers that are held back until their day.
    Held,
    /// Documents that nobody has read whole, or too few have.
    Documents,
    /// Web pages without a lasting copy.
    Archive,
    /// What a person should look at.
    Warnings,
    /// What is missing before the site can be published.
    Publish,
}

impl Errand {
    /// An errand with these pieces; none when there is nothing to do.
    pub(super) fn of(kind: ErrandKind, what: String, how: impl Into<String>, items: Vec<ErrandItem>) -> Option<Self> {
        let count = items.len();
        (count > 0).then(|| Self { kind, count, what, how: how.into(), items })
    }
}

/// So many of something whose name takes an “s”.
pub(super) fn counted(count: usize, what: &str) -> String {
    let s = if count == 1 { "" } else { "s" };
    format!("{count} {what}{s}")
}

/// One or several: the word that fits.
pub(super) fn either<'w>(count: usize, one: &'w str, several: &'w str) -> &'w str {
    if count == 1 { one } else { several }
}
