/// What a page is about. Numbers are places in the campaign's lists: election, then ballot, then candidacy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageKind {
    /// The home page.
    Home,
    /// Where a voter finds the ballots.
    Find,
    /// The areas in which the postcodes with the same first letters lie, by place among [`super::Addresses::postcode_areas`].
    PostcodeArea(usize),
    /// All ballots of an election.
    Election(usize),
    /// The scorecard of a ballot.
    Ballot(usize, usize),
    /// One candidacy.
    Person(usize, usize, usize),
    /// The party lines side by side.
    Parties,
    /// One party.
    Party(usize),
    /// Candidates and parties of one's own choice side by side.
    Compare,
    /// All questions.
    Questions,
    /// One question.
    Question(usize),
    /// The documents that we know of.
    Documents,
    /// One document.
    Document(usize),
    /// The glossary.
    Glossary,
    /// For candidates.
    ForCandidates,
    /// How marks are given.
    Method,
    /// The corrections.
    Corrections,
    /// The data files.
    Data,
    /// Who makes the site.
    About,
    /// What is known of a visitor.
    Privacy,
    /// How the site can be used.
    Accessibility,
    /// How to complain.
    Complaints,
    /// A prose page of the site's own.
    Prose(usize),
    /// What a server shows when there is no such page.
    NotFound,
}

/// The pages that every site has, with the folder that is their address.
pub const BUILT_IN: &[(PageKind, &str)] = &[
    (PageKind::Find, "find"),
    (PageKind::Parties, "parties"),
    (PageKind::Compare, "compare"),
    (PageKind::Questions, "questions"),
    (PageKind::Documents, "documents"),
    (PageKind::Glossary, "glossary"),
    (PageKind::ForCandidates, "for-candidates"),
    (PageKind::Method, "method"),
    (PageKind::Corrections, "corrections"),
    (PageKind::Data, "data"),
    (PageKind::About, "about"),
    (PageKind::Privacy, "privacy"),
    (PageKind::Accessibility, "accessibility"),
    (PageKind::Complaints, "complaints"),
];

impl PageKind {
    /// The kind in a word, which each page bears: tests look at one page of every kind.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Find => "find",
            Self::PostcodeArea(..) => "postcode-area",
            Self::Election(..) => "election",
            Self::Ballot(..) => "ballot",
            Self::Person(..) => "person",
            Self::Parties => "parties",
            Self::Party(..) => "party",
            Self::Compare => "compare",
            Self::Questions => "questions",
            Self::Question(..) => "question",
            Self::Documents => "documents",
            Self::Document(..) => "document",
            Self::Glossary => "glossary",
            Self::ForCandidates => "for-candidates",
            Self::Method => "method",
            Self::Corrections => "corrections",
            Self::Data => "data",
            Self::About => "about",
            Self::Privacy => "privacy",
            Self::Accessibility => "accessibility",
            Self::Complaints => "complaints",
            Self::Prose(..) => "prose",
            Self::NotFound => "not-found",
        }
    }

    /// The ballot whose candidacies the page shows, all of them or one: its election and its place there.
    #[must_use]
    pub fn ballot(self) -> Option<(usize, usize)> {
        match self {
            Self::Ballot(e, b) | Self::Person(e, b, _) => Some((e, b)),
            _ => None,
        }
    }

    /// The id of the prose page whose words stand on this page, when it takes any.
    #[must_use]
    pub fn prose_id(self) -> Option<&'static str> {
        Some(match self {
            Self::Home => "home",
            Self::ForCandidates => "for-candidates",
            Self::Method => "method",
            Self::About => "about",
            Self::Privacy => "privacy",
            Self::Accessibility => "accessibility",
            Self::Complaints => "complaints",
            _ => return None,
        })
    }
}

/// The ids of prose pages that add to a page which every site has.
pub(super) fn adds_to_built_in(id: &str) -> bool {
    let kinds = BUILT_IN.iter().map(|(kind, _)| *kind).chain([PageKind::Home]);
    kinds.filter_map(PageKind::prose_id).any(|built_in| built_in == id)
}

/// The data files of every site, in the folder `data/`.
pub const DATA_FILES: &[&str] = &[
    "candidates.csv",
    "positions.csv",
    "party-lines.csv",
    "documents.csv",
    "mentions.csv",
    "questions.csv",
    "put.csv",
    "figures.csv",
    "site.json",
    "datapackage.json",
];
