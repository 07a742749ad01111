use std::collections::HashMap;
use std::hash::Hash;
use std::ops::{Deref, Index};

/// Things in the order in which they are shown, each found by its id too.
#[derive(Debug)]
pub struct ById<K, T> {
    list: Vec<T>,
    places: HashMap<K, usize>,
}

impl<K: Eq + Hash, T> ById<K, T> {
    /// The thing that has an id; the last one where several have it, which is an error in the records.
    #[must_use]
    pub fn by_id(&self, id: &K) -> Option<&T> {
        self.places.get(id).map(|place| &self.list[*place])
    }
}

impl<K: Eq + Hash, T> FromIterator<(K, T)> for ById<K, T> {
    fn from_iter<I: IntoIterator<Item = (K, T)>>(things: I) -> Self {
        let (ids, list): (Vec<_>, _) = things.into_iter().unzip();
        Self { list, places: ids.into_iter().zip(0..).collect() }
    }
}

/// For an id that is known to be among them; it panics on any other, as a map does.
impl<K: Eq + Hash, T> Index<&K> for ById<K, T> {
    type Output = T;

    fn index(&self, id: &K) -> &T {
        &self.list[self.places[id]]
    }
}

impl<K, T> Deref for ById<K, T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.list
    }
}

impl<'a, K, T> IntoIterator for &'a ById<K, T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.iter()
    }
}
