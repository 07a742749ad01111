use crate::atoms::SitePath;
use crate::messages::{Message, msg};

/// Declares the data files, one row each: its name, and the message that says what it holds.
macro_rules! data_files {
    ($($(#[$doc:meta])* $file:ident = $name:literal, $what:expr;)+) => {
        /// A data file of a site, in the folder `data/`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum DataFile {
            $($(#[$doc])* $file,)+
        }

        impl DataFile {
            /// All of them, in the order in which they are listed.
            pub const ALL: &'static [Self] = &[$(Self::$file),+];

            /// Its name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$file => $name),+ }
            }

            /// The message that says what it holds.
            #[must_use]
            pub const fn what(self) -> Message<()> {
                match self { $(Self::$file => $what),+ }
            }
        }
    };
}

data_files! {
    /// The candidacies.
    Candidates = "candidates.csv", msg::DATA_CANDIDATES;
    /// The candidates' own words, and the gaps.
    Positions = "positions.csv", msg::DATA_POSITIONS;
    /// The lines of parties.
    PartyLines = "party-lines.csv", msg::DATA_PARTY_LINES;
    /// The documents and their readings.
    Documents = "documents.csv", msg::DATA_DOCUMENTS;
    /// Which documents speak of which questions.
    Mentions = "mentions.csv", msg::DATA_MENTIONS;
    /// The questions in all versions.
    Questions = "questions.csv", msg::DATA_QUESTIONS;
    /// Which election puts which questions.
    Put = "put.csv", msg::DATA_PUT;
    /// What imported tables say of the areas of ballots.
    Figures = "figures.csv", msg::DATA_FIGURES;
    /// All tables together.
    Json = "site.json", msg::DATA_JSON;
    /// The description of the others for programs.
    Package = "datapackage.json", msg::DATA_PACKAGE;
}

impl DataFile {
    /// Where it stands.
    #[must_use]
    pub fn path(self) -> SitePath {
        let path = format!("data/{}", self.name()).parse();
        path.unwrap_or_else(|malformed| unreachable!("a fixed address is an address: {malformed}"))
    }
}
