use serde::ser::{Serialize, SerializeStruct as _, Serializer};
use tera::Value;

use super::language_marks::told;
use crate::atoms::{EmailAddress, LanguageTag, SitePath, Text, WebUrl};
use crate::load::At;
use crate::messages::BlankValue;

/// What a template is given of something: its fields by name. A field that is nothing is false to `{% if %}`.
macro_rules! view {
    ($($name:ident $(: $value:expr)?),+ $(,)?) => {
        $crate::render::view::fields(&[$((stringify!($name), view!(@ $name $($value)?))),+])
    };
    (@ $name:ident) => { tera::Value::from($name) };
    (@ $name:ident $value:expr) => { tera::Value::from($value) };
}

/// A value with these fields.
pub(crate) fn fields(fields: &[(&'static str, Value)]) -> Value {
    Value::from_serializable(&Fields(fields))
}

/// Fields on their way into a value: the engine puts each where it stays, and takes a value that is one already as it is.
struct Fields<'f>(&'f [(&'static str, Value)]);

impl Serialize for Fields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut all = serializer.serialize_struct("", self.0.len())?;
        for (name, value) in self.0 {
            all.serialize_field(name, value)?;
        }
        all.end()
    }
}

/// What a template goes through with `{% for %}`.
pub(crate) fn list<T: Into<Value>>(items: impl IntoIterator<Item = T>) -> Value {
    items.into_iter().map(Into::into).collect::<Vec<Value>>().into()
}

/// Values that are shown by their words; those of a text with its language.
macro_rules! shown {
    ($($atom:ty: $words:expr),+) => {$(
        impl From<&$atom> for Value {
            fn from(atom: &$atom) -> Self {
                $words(atom).into()
            }
        }

        impl From<&At<$atom>> for Value {
            fn from(at: &At<$atom>) -> Self {
                (&at.value).into()
            }
        }
    )+};
}

shown!(EmailAddress: EmailAddress::as_str, LanguageTag: LanguageTag::as_str, SitePath: SitePath::as_str, Text: told, WebUrl: WebUrl::as_str);

impl<'a> From<&'a At<Text>> for BlankValue<'a> {
    fn from(at: &'a At<Text>) -> Self {
        (&at.value).into()
    }
}
