/// A way through choices: a number for each, of which 0 takes the first, the plainest.
pub(crate) struct Choices<'n> {
    left: std::slice::Iter<'n, u8>,
}

impl<'n> Choices<'n> {
    pub(crate) fn new(numbers: &'n [u8]) -> Self {
        Self { left: numbers.iter() }
    }

    /// One of some; the first when all numbers are used up.
    pub(crate) fn one<T: Clone>(&mut self, of: &[T]) -> T {
        let choice = self.left.next().copied().unwrap_or_default();
        of[usize::from(choice) % of.len()].clone()
    }
}
