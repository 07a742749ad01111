/// What an import is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Reading the rows of the list.
    Rows,
    /// Reading a large table, by millions of bytes.
    Megabytes,
    /// Comparing the list with the recorded ballots.
    Ballots,
    /// Putting changed files in place.
    Files,
}

/// Whoever wants to know how far an import is. Called from several threads.
pub trait Progress: Sync {
    /// A stage begins, with so many steps.
    fn begin(&self, stage: Stage, steps: usize);
    /// One step of the stage is done.
    fn step(&self);
}

/// Nobody wants to know.
impl Progress for () {
    fn begin(&self, _: Stage, _: usize) {}
    fn step(&self) {}
}
