//! Takes the messages of the default theme's English file, gives each a name that the compiler knows, with the values that
//! its blanks need. Never holds any words: those are read when a site is built.

use std::marker::PhantomData;

use fluent_bundle::FluentValue;

use crate::atoms::Text;

/// A message of the interface: what it is called, and the blanks `B` in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Message<B> {
    number: usize,
    blanks: PhantomData<B>,
}

impl<B> Message<B> {
    /// Its place among all of them.
    #[must_use]
    pub fn number(self) -> usize {
        self.number
    }
}

/// A blank in messages.
pub trait Blank {
    /// How messages name it, without `$`.
    const NAME: &'static str;
}

/// What fills a blank.
#[derive(Debug, Clone)]
pub struct Filling<'a, B> {
    value: BlankValue<'a>,
    blank: PhantomData<B>,
}

/// What stands in a blank.
#[derive(Debug, Clone)]
pub enum BlankValue<'a> {
    /// Words of the interface, or a number.
    Value(FluentValue<'a>),
    /// Words of the records, which may stand in a language of their own.
    Text(&'a Text),
}

impl<'a> From<&'a Text> for BlankValue<'a> {
    fn from(text: &'a Text) -> Self {
        Self::Text(text)
    }
}

impl<'a, T: Into<FluentValue<'a>>> From<T> for BlankValue<'a> {
    fn from(value: T) -> Self {
        Self::Value(value.into())
    }
}

/// The blanks of a message: none, one, or several in the order of the alphabet.
pub trait Blanks {
    /// What fills them all.
    type Fillings<'a>;

    /// Names of blanks with what fills them, one after the other.
    fn named(fillings: Self::Fillings<'_>) -> impl IntoIterator<Item = (&'static str, BlankValue<'_>)>;
}

impl<B: Blank> Blanks for B {
    type Fillings<'a> = Filling<'a, B>;

    fn named(filling: Self::Fillings<'_>) -> impl IntoIterator<Item = (&'static str, BlankValue<'_>)> {
        [(B::NAME, filling.value)]
    }
}

macro_rules! several {
    ($($blank:ident $filling:ident),+) => {
        impl<$($blank: Blank),+> Blanks for ($($blank,)+) {
            type Fillings<'a> = ($(Filling<'a, $blank>,)+);

            fn named(($($filling,)+): Self::Fillings<'_>) -> impl IntoIterator<Item = (&'static str, BlankValue<'_>)> {
                [$(($blank::NAME, $filling.value)),+]
            }
        }
    };
}

several!(A a, B b);
several!(A a, B b, C c);
several!(A a, B b, C c, D d);
several!(A a, B b, C c, D d, E e);

macro_rules! blanks {
    ($($name:ident $blank:ident,)+) => {
        /// What fills each blank.
        pub mod fill {
            use super::*;

            $(
                #[doc = concat!("The blank `$", stringify!($name), "`.")]
                #[derive(Debug, Clone, Copy, PartialEq, Eq)]
                pub enum $blank {}

                impl Blank for $blank {
                    const NAME: &'static str = stringify!($name);
                }

                #[doc = concat!("Fills the blank `$", stringify!($name), "`.")]
                pub fn $name<'a>(value: impl Into<BlankValue<'a>>) -> Filling<'a, $blank> {
                    Filling { value: value.into(), blank: PhantomData }
                }
            )+
        }
    };
}

macro_rules! messages {
    ($($name:ident $number:literal $id:literal $blanks:ty;)+) => {
        /// Every message by its name.
        pub mod msg {
            use super::{Message, PhantomData, fill};

            /// How language files name the messages, by number.
            pub const IDS: &[&str] = &[$($id),+];

            $(
                #[doc = concat!("`", $id, "`")]
                pub const $name: Message<$blanks> = Message { number: $number, blanks: PhantomData };
            )+
        }
    };
}

include!(concat!(env!("OUT_DIR"), "/messages.rs"));
