//! Takes nothing but a country's name, gives what holds there and not elsewhere: how telephone numbers, streets, postcodes and
//! the numbers of people are written, and what election law asks for. Codes, ids and names that only one country has are read
//! by the module of that country. A module of facts for each country; never a rule that another part of the program spells
//! out for one of them.

mod anywhere;
mod de;
mod ie;
mod patterns;
pub mod uk;
mod us;

use crate::atoms::words;
pub use patterns::{Hit, Patterns, Personal};

words!(
    /// The country whose telephone numbers, streets and postcodes the records are looked over for.
    Country, "country",
    derived: {},
    meant: &[
        (&["united kingdom", "gb", "great britain", "britain", "england", "scotland", "wales", "northern ireland"], "uk"),
        (&["usa", "united states", "united states of america", "america"], "us"),
        (&["germany", "deutschland", "ger"], "de"),
        (&["ireland", "irl", "eire"], "ie"),
        (&["none", "another", "elsewhere"], "other"),
    ],
    {
        /// The United Kingdom.
        Uk = "uk",
        /// The United States.
        Us = "us",
        /// Germany.
        De = "de",
        /// Ireland.
        Ie = "ie",
        /// Any other: what is written alike in most.
        Other = "other",
    }
);

/// How things are written in a country, as patterns; `\b` is a border of an ASCII word.
#[derive(Debug)]
struct Facts {
    /// Telephone numbers, as people write them in running text.
    telephones: &'static [&'static str],
    /// Telephone numbers as printers set them, which in records would find too much.
    printed_telephones: &'static [&'static str],
    /// A street with the number of a house.
    streets: &'static [&'static str],
    /// Streets as they stand in printed matter, with what belongs to them.
    printed_streets: &'static [&'static str],
    /// A whole postcode, or what else ends an address.
    postcode: Option<&'static str>,
    /// A number by which the state knows a person, and what it is called.
    id_number: Option<(&'static str, &'static str)>,
    /// What stands before an address at which somebody lives.
    home: &'static str,
    /// Words in the names of organisations, whose addresses are no secret.
    organisations: &'static str,
    /// A birth date, with the words that say that it is one.
    birth_date: &'static str,
    /// The law that asks for an imprint.
    imprint_law: &'static str,
    /// What its clocks say; none where they differ within the country.
    clock: Option<Clock>,
}

/// The clock of a European country: one hour forward from the last Sunday of March to the last of October, each at 01:00 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// The name of its zone in the time zone database.
    pub zone: &'static str,
    /// How many hours it is before UTC in winter.
    pub winter: u8,
    /// What its time is called in winter and in summer.
    pub names: [&'static str; 2],
}

/// What the clocks of a country say; none where nobody can tell without the place.
#[must_use]
pub fn clock(country: Country) -> Option<Clock> {
    facts(country).clock
}

/// The law of a country that asks for an imprint: `UK election law`.
#[must_use]
pub fn imprint_law(country: Country) -> &'static str {
    facts(country).imprint_law
}

fn facts(country: Country) -> &'static Facts {
    match country {
        Country::Uk => &uk::FACTS,
        Country::Us => &us::FACTS,
        Country::De => &de::FACTS,
        Country::Ie => &ie::FACTS,
        Country::Other => &anywhere::FACTS,
    }
}
