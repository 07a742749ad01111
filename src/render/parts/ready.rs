use std::marker::PhantomData;

use serde::{Serialize, Serializer};
use tera::{TeraResult, Value};

/// A view that is already what templates take, made once for all pages that show it.
#[derive(Debug)]
pub struct Ready<V> {
    value: Value,
    view: PhantomData<fn() -> V>,
}

impl<V: Serialize> Ready<V> {
    /// Makes a view ready.
    ///
    /// # Errors
    /// When templates cannot take such a view.
    pub(crate) fn of(view: &V) -> TeraResult<Self> {
        Ok(Self { value: Value::try_from_serializable(view)?, view: PhantomData })
    }
}

impl<V> Clone for Ready<V> {
    fn clone(&self) -> Self {
        Self { value: self.value.clone(), view: PhantomData }
    }
}

impl<V> Serialize for Ready<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}
