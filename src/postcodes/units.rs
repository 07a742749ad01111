use crate::country::uk::Unit;

/// How many words of 64 bits hold a bit for each unit of a sector.
const WORDS: usize = 7;

/// Some of the postcodes of one sector, by their last two letters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Units([u64; WORDS]);

impl Units {
    /// Adds a unit; false when it was in already.
    pub fn insert(&mut self, unit: Unit) -> bool {
        let (word, bit) = place(unit);
        let new = self.0[word] & bit == 0;
        self.0[word] |= bit;
        new
    }

    /// Takes a unit out.
    pub fn remove(&mut self, unit: Unit) {
        let (word, bit) = place(unit);
        self.0[word] &= !bit;
    }

    /// Whether a unit is in.
    #[must_use]
    pub fn contains(&self, unit: Unit) -> bool {
        let (word, bit) = place(unit);
        self.0[word] & bit != 0
    }

    /// Whether none is in.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// How many are in.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// Whether a unit is in both.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(one, two)| one & two != 0)
    }

    /// Adds all of another set.
    pub fn extend(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(one, two)| *one |= two);
    }

    /// Those that are in, in order.
    pub fn iter(&self) -> impl Iterator<Item = Unit> + '_ {
        (0..Unit::ALL).filter_map(Unit::of).filter(|unit| self.contains(*unit))
    }
}

impl FromIterator<Unit> for Units {
    fn from_iter<I: IntoIterator<Item = Unit>>(units: I) -> Self {
        let mut all = Self::default();
        for unit in units {
            all.insert(unit);
        }
        all
    }
}

fn place(unit: Unit) -> (usize, u64) {
    let number = usize::from(unit.number());
    (number / 64, 1 << (number % 64))
}
