use super::contradiction::Contradiction;
use crate::atoms::ElectionId;
use crate::import::tables::guess_lines;

/// What an import of candidates found, and what becomes of the records.
#[derive(Debug, Default)]
pub(super) struct CandidatesOutcome {
    pub(super) rows: usize,
    /// What the list does not say itself, and how it was taken.
    pub(super) guessed: Vec<String>,
    /// Whether the list was only allowed to add, because it is older than the records.
    pub(super) adds_only: bool,
    pub(super) elections_added: Vec<ElectionId>,
    pub(super) parties_added: usize,
    pub(super) ballots_added: usize,
    pub(super) ballots_changed: usize,
    pub(super) ballots_unchanged: usize,
    pub(super) people: PeopleCounts,
    /// Rows that were left out: their lines and why.
    pub(super) skipped: Vec<(u32, String)>,
    pub(super) contradictions: Vec<Contradiction>,
    /// What else a person should look at.
    pub(super) notes: Vec<String>,
    /// Parties that the list calls otherwise than their records do.
    pub(super) parties_called: Vec<String>,
    /// New parties that may be known ones.
    pub(super) doubts: Vec<String>,
}

/// How many candidacies were changed, and in what way.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct PeopleCounts {
    pub(super) added: usize,
    pub(super) renamed: usize,
    /// Whose id changed, because two entries for them were merged.
    pub(super) merged: usize,
    pub(super) not_listed: usize,
    pub(super) listed_again: usize,
    /// Who is now known to have been elected.
    pub(super) elected: usize,
}

impl PeopleCounts {
    pub(super) fn add(&mut self, other: Self) {
        self.added += other.added;
        self.renamed += other.renamed;
        self.merged += other.merged;
        self.not_listed += other.not_listed;
        self.listed_again += other.listed_again;
        self.elected += other.elected;
    }
}

/// How many of the rows left out are told one by one, and how many contradictions about one fact.
const ROWS_SHOWN: usize = 20;
const CONTRADICTIONS_SHOWN: usize = 10;

impl CandidatesOutcome {
    /// What is said of it, line by line.
    pub(super) fn lines(mut self) -> Vec<String> {
        let mut lines = vec![format!("{} read", rows(self.rows))];
        lines.extend(guess_lines(&self.guessed));
        lines.extend(self.elections_added.iter().map(|election| format!("Election:  {election} is new")));
        let Self { ballots_added, ballots_changed, ballots_unchanged, .. } = self;
        lines.push(format!("Ballots:   {ballots_added} new, {ballots_changed} changed, {ballots_unchanged} unchanged"));
        let PeopleCounts { added, renamed, merged, not_listed, listed_again, elected } = self.people;
        let again = if listed_again > 0 { format!(", {listed_again} listed again") } else { String::new() };
        let elected = if elected > 0 { format!(", {elected} elected") } else { String::new() };
        lines.push(format!(
            "People:    {added} added, {renamed} renamed, {merged} merged, {not_listed} no longer listed{again}{elected}"
        ));
        lines.push(format!("Parties:   {} new", self.parties_added));
        if self.adds_only {
            let only = "The list is older than the records, so it adds people and changes nothing else.";
            lines.push(only.to_owned());
        }
        if !self.skipped.is_empty() {
            lines.push(format!("{} left out:", rows(self.skipped.len())));
        }
        self.skipped.sort();
        lines.extend(self.skipped.iter().take(ROWS_SHOWN).map(|(line, why)| format!("  line {line}: {why}")));
        if self.skipped.len() > ROWS_SHOWN {
            lines.push(format!("  and {} more", self.skipped.len() - ROWS_SHOWN));
        }
        self.contradictions.sort();
        lines.extend(contradiction_lines(&self.contradictions));
        self.notes.sort();
        lines.extend(self.notes);
        lines.extend(self.parties_called);
        lines
    }
}

/// Says each contradiction once: what is the same elsewhere is counted, and of one fact a few are enough.
fn contradiction_lines(contradictions: &[Contradiction]) -> Vec<String> {
    let mut lines = Vec::new();
    for about in contradictions.chunk_by(|one, other| one.fact == other.fact) {
        let alike: Vec<&[Contradiction]> = about.chunk_by(Contradiction::is_like).collect();
        lines.extend(alike.iter().take(CONTRADICTIONS_SHOWN).map(|same| match same.len() - 1 {
            0 => same[0].to_string(),
            more => format!("{} The same goes for {more} more.", same[0]),
        }));
        if alike.len() > CONTRADICTIONS_SHOWN {
            let more = alike.len() - CONTRADICTIONS_SHOWN;
            lines.push(format!("  and {more} more like these about “{}”", about[0].fact));
        }
    }
    lines
}

fn rows(n: usize) -> String {
    if n == 1 { "1 row".to_owned() } else { format!("{n} rows") }
}
