use super::{Figure, Table};

/// How the published figures of all areas lie, the least first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spread {
    sorted: Vec<Figure>,
}

/// How one area compares with all that have a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compared {
    /// It has more than so many of every ten.
    More(usize),
    /// It has less than so many of every ten.
    Less(usize),
    /// Neither is true of six of every ten.
    Middle,
}

/// From how many areas on one can speak of “every ten”.
const FEWEST_AREAS: usize = 10;

/// Of every ten areas, how many have to have less for more to be worth a word, or more for less.
const MOST: usize = 6;

impl Spread {
    /// The figures of a table that are published.
    #[must_use]
    pub fn of(table: &Table) -> Self {
        let published = table.iter().map(|(_, figure)| figure).filter(|figure| *figure != Figure::NotPublished);
        let mut sorted: Vec<Figure> = published.collect();
        sorted.sort_unstable();
        Self { sorted }
    }

    /// How many areas have a figure.
    #[must_use]
    pub fn areas(&self) -> usize {
        self.sorted.len()
    }

    /// The greatest figure.
    #[must_use]
    pub fn greatest(&self) -> Option<Figure> {
        self.sorted.last().copied()
    }

    /// The figure of an area such that at least half of all have this or less, and at least half this or more.
    #[must_use]
    pub fn middle(&self) -> Option<Figure> {
        self.sorted.get(self.sorted.len().saturating_sub(1) / 2).copied()
    }

    /// How a figure of one of these areas compares with all of them; nothing where there are too few, or it is not known.
    #[must_use]
    pub fn compare(&self, figure: Figure) -> Option<Compared> {
        let all = self.sorted.len();
        if all < FEWEST_AREAS || !matches!(figure, Figure::Known(_)) {
            return None;
        }
        let less = self.sorted.partition_point(|other| *other < figure);
        let more = all - self.sorted.partition_point(|other| *other <= figure);
        Some(match (10 * less / all, 10 * more / all) {
            (n, _) if n >= MOST => Compared::More(n),
            (_, n) if n >= MOST => Compared::Less(n),
            _ => Compared::Middle,
        })
    }
}
