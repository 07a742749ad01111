use crate::atoms::Stance;

/// What a picture says, before anybody knows how much of it there is room for.
pub(super) struct Card {
    /// Whether the people are made up.
    pub(super) fictional: bool,
    pub(super) title: String,
    /// Where and when, under the title.
    pub(super) under: String,
    /// What holds of all blocks.
    pub(super) lead: Option<String>,
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

/// One confirmed stance, and who holds it where the picture shows several.
pub(super) struct Row {
    pub(super) stance: Stance,
    pub(super) word: String,
    pub(super) names: Vec<String>,
}

impl Block {
    /// Whether nothing is known that is worth a picture.
    pub(super) fn is_bare(&self) -> bool {
        self.rows.is_empty() && self.notes.is_empty() && self.lines.is_none()
    }
}
