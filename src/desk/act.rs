use super::SoundChange;

/// What somebody does to the records, before it is in place.
#[derive(Debug)]
pub(crate) struct Act<'s> {
    /// What that changes.
    pub(crate) change: SoundChange<'s>,
    /// The file that changes, or the first of them.
    pub(crate) file: String,
    /// What was done, without a full stop.
    pub(crate) done: String,
    /// What else whoever does it should know or do.
    pub(crate) notes: Vec<String>,
}

/// What becomes of an act that can be done once.
#[derive(Debug)]
pub(crate) enum Acted<'s> {
    /// It can be done.
    Now(Act<'s>),
    /// The records say so already, and where.
    Already(String),
}

/// What is not done when an act makes no sense for the records as they are.
pub(super) const UNDONE: &str = "nothing was written";
