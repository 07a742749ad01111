//! Words of the site as a whole.

use super::{Malformed, Words, no_word};

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
