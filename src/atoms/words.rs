use super::{Malformed, MalformedKind};

/// A closed list of words that records may use.
pub trait Words: Sized + Copy + 'static {
    /// What one of them is called in a message: `stance`.
    const KIND: &'static str;
    /// All of them, in the order in which they are explained.
    const ALL: &'static [Self];
    /// The word as it is written in records.
    fn word(self) -> &'static str;
}

/// Declares a closed list of words: the enum, its spelling, its parser and its JSON Schema.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $kind:literal, derived: [$($derived:literal),*],
     { $($(#[$vdoc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema)]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $word)] $variant,)+
        }

        impl Words for $name {
            const KIND: &'static str = $kind;
            const ALL: &'static [Self] = &[$(Self::$variant),+];

            fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = Malformed;

            fn from_str(text: &str) -> Result<Self, Malformed> {
                match text {
                    $($word => Ok(Self::$variant),)+
                    _ => Err(no_word::<Self>(text, &[$($derived),*])),
                }
            }
        }
    };
}

fn no_word<W: Words>(text: &str, derived: &[&str]) -> Malformed {
    let words: Vec<&str> = W::ALL.iter().map(|w| w.word()).collect();
    if derived.contains(&text) {
        return Malformed {
            what: format!("“{text}” is worked out by the program and never written"),
            help: format!("leave this entry out; what may be written is: {}", words.join(", ")),
            kind: MalformedKind::Derived,
        };
    }
    let near = words
        .iter()
        .filter(|w| strsim::damerau_levenshtein(w, text) <= 2)
        .min_by_key(|w| strsim::damerau_levenshtein(w, text));
    let help = match near {
        Some(near) => format!("did you mean “{near}”? It may be: {}", words.join(", ")),
        None => format!("it may be: {}", words.join(", ")),
    };
    Malformed { what: format!("“{text}” is no {}", W::KIND), help, kind: MalformedKind::Word }
}

words!(
    /// What somebody answered to a question. The first three are clear answers, the others known gaps.
    Stance, "stance",
    derived: ["silent", "waiting", "no_reply", "not_reached", "not_asked", "not_checked"],
    {
        /// Yes to what the question asks.
        Supports = "supports",
        /// No to what the question asks.
        Opposes = "opposes",
        /// Partly; needs `says` or `quote`.
        Mixed = "mixed",
        /// Speaks of it without answering.
        Unclear = "unclear",
        /// Was asked and would not say.
        Declined = "declined",
    }
);

impl Stance {
    /// Whether this is a clear answer, which a score counts, rather than a known gap.
    #[must_use]
    pub fn is_clear(self) -> bool {
        matches!(self, Self::Supports | Self::Opposes | Self::Mixed)
    }
}

words!(
    /// What the campaign would like the answer to a question to be.
    Wanted, "aim of the campaign", derived: [],
    {
        /// The campaign wants a yes.
        Supports = "supports",
        /// The campaign wants a no.
        Opposes = "opposes",
        /// The campaign takes no side; nothing is printed about agreement.
        None = "none",
    }
);

words!(
    /// The state of a mark that a person wrote, always with a reason.
    WrittenVerification, "state of verification", derived: ["claimed", "confirmed"],
    {
        /// Somebody concerned denies it; both texts are kept.
        Disputed = "disputed",
        /// We tried to verify it and could not; the reason says what was tried.
        Unverified = "unverified",
        /// It was withdrawn and no longer counts.
        Retracted = "retracted",
    }
);

words!(
    /// What kind of thing a piece of evidence is.
    EvidenceKind, "kind of evidence", derived: [],
    {
        /// A reply to the campaign.
        Reply = "reply",
        /// The candidate's or party's leaflet.
        Leaflet = "leaflet",
        /// A party's manifesto.
        Manifesto = "manifesto",
        /// The candidate's or party's own website or social media.
        Site = "site",
        /// A speech or interview.
        Speech = "speech",
        /// A public meeting of candidates.
        Hustings = "hustings",
        /// A vote in a parliament or council.
        Vote = "vote",
        /// A newspaper or broadcaster; can never confirm a mark by itself.
        News = "news",
        /// Another campaign's word; can never confirm a mark by itself.
        Campaign = "campaign",
    }
);

impl EvidenceKind {
    /// Whether it only reports what somebody else says of the subject.
    #[must_use]
    pub fn is_hearsay(self) -> bool {
        matches!(self, Self::News | Self::Campaign)
    }
}

words!(
    /// What kind of text a document is.
    DocumentKind, "kind of document", derived: [],
    {
        /// A party's manifesto.
        Manifesto = "manifesto",
        /// A leaflet.
        Leaflet = "leaflet",
        /// A letter or reply.
        Letter = "letter",
        /// A page of a website.
        Page = "page",
        /// A written or recorded speech.
        Speech = "speech",
    }
);

words!(
    /// An accessible format in which a document appeared.
    DocumentFormat, "format", derived: [],
    {
        /// Easy Read.
        EasyRead = "easy_read",
        /// British Sign Language.
        Bsl = "bsl",
        /// Audio.
        Audio = "audio",
        /// Large print.
        LargePrint = "large_print",
        /// Braille.
        Braille = "braille",
    }
);

words!(
    /// In what shape a reader saw a document.
    Seen, "way of seeing a document", derived: [],
    {
        /// The thing itself.
        Original = "original",
        /// A picture or scan of it.
        Facsimile = "facsimile",
        /// Its words, typed or read by a machine.
        Transcription = "transcription",
        /// Only what somebody else wrote about it.
        Described = "described",
    }
);

words!(
    /// From what the text of a document was made.
    MadeFrom, "way of making a transcript", derived: [],
    {
        /// The text inside a PDF.
        Pdf = "pdf",
        /// The main text of a web page.
        WebPage = "web_page",
        /// Pictures, by optical character recognition.
        Picture = "picture",
        /// A plain text.
        PlainText = "plain_text",
        /// Somebody typed it.
        Hand = "hand",
    }
);

words!(
    /// How much of a transcript is published.
    Show, "amount of a transcript", derived: [],
    {
        /// All of it.
        Whole = "whole",
        /// Only the sentences that speak of a question.
        Mentions = "mentions",
    }
);

words!(
    /// Whether a candidate stands.
    Standing, "standing", derived: [],
    {
        /// On the ballot paper, as far as we know.
        Standing = "standing",
        /// Withdrew before the close of nominations.
        Withdrawn = "withdrawn",
        /// In an earlier list, and no longer in the latest one.
        NotListed = "not_listed",
        /// Died.
        Died = "died",
    }
);

words!(
    /// How a ballot elects.
    BallotKind, "kind of ballot", derived: [],
    {
        /// Voters choose people.
        People = "people",
        /// Voters choose lists; each candidacy has a place on its party's list.
        Lists = "lists",
    }
);

words!(
    /// In what order the candidacies of a ballot are recorded, as far as it is known.
    BallotOrder, "order", derived: [],
    {
        /// As they stand on the ballot paper.
        BallotPaper = "ballot_paper",
        /// By the names under which they are sorted, family name first.
        FamilyName = "family_name",
    }
);

words!(
    /// A nation of the United Kingdom.
    Nation, "nation", derived: [],
    {
        /// England.
        England = "england",
        /// Scotland.
        Scotland = "scotland",
        /// Wales.
        Wales = "wales",
        /// Northern Ireland.
        NorthernIreland = "northern-ireland",
    }
);

words!(
    /// What kind of label a party file stands for.
    PartyKind, "kind of party", derived: [],
    {
        /// One registration.
        Party = "party",
        /// A joint description of several registrations.
        Joint = "joint",
        /// No party.
        Independent = "independent",
        /// The Speaker seeking re-election.
        Speaker = "speaker",
    }
);

words!(
    /// Why an ask did not reach somebody that it would otherwise cover.
    AskOutcome, "outcome of an ask", derived: ["waiting", "no_reply", "answered"],
    {
        /// It bounced, or there was no address.
        NotReached = "not_reached",
        /// This person was left out of the round.
        NotAsked = "not_asked",
    }
);

words!(
    /// The country whose telephone numbers, streets and postcodes the records are looked over for.
    Country, "country", derived: [],
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

words!(
    /// What an imported table holds.
    DataKind, "kind of data", derived: [],
    {
        /// Postcodes, each with the area in which it lies.
        Postcodes = "postcodes",
        /// A hexagon map: an area in each cell.
        Map = "map",
        /// Figures: a number for each area.
        Figures = "figures",
    }
);

words!(
    /// What the numbers of a table of figures count.
    FigureUnit, "unit of figures", derived: [],
    {
        /// People, or what happened to them: small numbers are never shown.
        People = "people",
        /// Things that are nobody: libraries, homes, buses.
        Count = "count",
        /// So many of every hundred.
        Percent = "percent",
        /// Pounds sterling.
        Pounds = "pounds",
    }
);

impl DataKind {
    /// How the name of such a table ends: `txt`, `hexjson` or `csv`.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Postcodes => "txt",
            Self::Map => "hexjson",
            Self::Figures => "csv",
        }
    }
}
