use std::fmt;
use std::ops::{Deref, DerefMut};

use crate::diagnostic::Pos;

/// Something with the place where it stands in its file.
#[derive(Debug, Clone, Copy, Default)]
pub struct At<T> {
    /// Where it begins.
    pub pos: Pos,
    /// The thing itself.
    pub value: T,
}

impl<T> At<T> {
    /// Whether it stands in the file. What is there and cannot be read is nowhere: it is reported already, and a rule says no more
    /// of it.
    #[must_use]
    pub fn is_read(&self) -> bool {
        self.pos != Pos::NOWHERE
    }
}

impl<T: PartialEq> PartialEq<T> for At<T> {
    fn eq(&self, other: &T) -> bool {
        self.value == *other
    }
}

impl<T: fmt::Display> fmt::Display for At<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

impl<T> Deref for At<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// What few of the records have that may have it: kept apart, so that it takes no room in the others.
#[derive(Debug, Clone)]
pub struct Rare<T>(Box<T>);

impl<T> Rare<T> {
    /// Keeps a thing apart.
    pub fn new(thing: T) -> Self {
        Self(Box::new(thing))
    }

    /// The thing itself.
    #[must_use]
    pub fn into_inner(self) -> T {
        *self.0
    }
}

impl<T> Deref for Rare<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Rare<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}
