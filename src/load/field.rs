use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{Deserialize, Deserializer, Visitor};
use serde_saphyr::Spanned;

use crate::atoms::Malformed;
use crate::diagnostic::Pos;

/// Something with the place where it stands in its file.
#[derive(Debug, Clone, Default)]
pub struct At<T> {
    /// Where it begins.
    pub pos: Pos,
    /// The thing itself.
    pub value: T,
}

/// A scalar of a record: where it stands, and its value or what is wrong with it.
///
/// A malformed scalar does not stop the reading of its file, so that one run reports all of them.
pub type Field<T> = At<Judged<T>>;

/// A text that is a value of its kind, or is not and says why.
///
/// The rare trouble is boxed: records are moved often, and a field should weigh what its value weighs.
#[derive(Debug, Clone)]
pub struct Judged<T>(pub Result<T, Box<Malformed>>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for At<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let spanned = Spanned::<T>::deserialize(deserializer)?;
        let small = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
        let pos = Pos { line: small(spanned.referenced.line()), column: small(spanned.referenced.column()) };
        Ok(Self { pos, value: spanned.value })
    }
}

impl<'de, T: FromStr<Err = Malformed>> Deserialize<'de> for Judged<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Scalar<T>(std::marker::PhantomData<T>);

        impl<T: FromStr<Err = Malformed>> Visitor<'_> for Scalar<T> {
            type Value = Judged<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_str<E>(self, text: &str) -> Result<Judged<T>, E> {
                Ok(Judged(text.parse().map_err(Box::new)))
            }
        }

        deserializer.deserialize_str(Scalar(std::marker::PhantomData))
    }
}

impl<T: JsonSchema> JsonSchema for At<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

impl<T: JsonSchema> JsonSchema for Judged<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}
