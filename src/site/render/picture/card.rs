use crate::atoms::Stance;

/// What a picture says, before anybody knows how much of it there is room for.
pub(super) struct Card {
    /// Whether the people are made up.
    pub(super) fictional: bool,
    pub(super) title: String,
    /// Where and when, under the title.
    pub(super) under: String,
    /// That the poll was called off.
    pub(super) cancelled: Option<String>,
    /// What else holds of all blocks, a sentence each.
    pub(super) leads: Vec<String>,
    pub(super) blocks: Vec<Block>,
}

/// What is known of one thing.
#[derive(Default)]
pub(super) struct Block {
    pub(super) head: String,
    pub(super) rows: Vec<Row>,
    /// What is known besides: how many have not answered, or why there is no answer.
    pub(super) notes: Vec<String>,
    /// What is said where there are neither.
    pub(super) none: String,
    /// What parties say, where the rows are of candidates.
    pub(super) lines: Option<Lines>,
}

/// What parties say, under a label that says whose word it is.
pub(super) struct Lines {
    pub(super) label: String,
    pub(super) rows: Vec<Row>,
}

/// One confirmed stance.
pub(super) struct Row {
    pub(super) stance: Stance,
    pub(super) word: String,
    /// Who holds it, where the picture shows several.
    pub(super) names: Vec<String>,
    /// What else is to be known where it shows one: where it holds, and that there is a note.
    pub(super) about: String,
}

impl Block {
    /// How much is known.
    pub(super) fn known(&self) -> Knowledge {
        match (self.rows.is_empty() && self.lines.is_none(), self.notes.is_empty()) {
            (false, _) => Knowledge::Answers,
            (true, false) => Knowledge::Why,
            (true, true) => Knowledge::Nothing,
        }
    }
}

/// How much is known of one thing, the most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Knowledge {
    /// Who says what.
    Answers,
    /// Why there is no answer, or that some wait for a check.
    Why,
    /// Nothing that is worth a picture.
    Nothing,
}
