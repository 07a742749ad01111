use crate::atoms::{DocumentId, DocumentKind, ElectionId, PartyId, PersonId, QuestionId, SitePath, Slug};
use crate::messages::{Message, msg};
use crate::model::{Campaign, Election};

/// What all pages of a kind have in common.
#[derive(Debug, Clone, Copy)]
pub struct KindRow {
    /// The kind in a word, which each page bears: tests look at one page of every kind. Of a page that every site has it is
    /// the folder too.
    pub word: &'static str,
    /// Its template.
    pub template: &'static str,
    /// The name under which the template is given the page's view.
    pub view: &'static str,
    /// Its title and one sentence for search engines, when it is not called after what it is about.
    pub head: Option<(Message<()>, Message<()>)>,
    /// The part of the site to which it belongs.
    pub section: &'static str,
    /// From where every page leads to it.
    pub link: Linked,
    /// What kind of thing it is to whoever shares it, in the words of the Open Graph protocol.
    pub shared_as: &'static str,
    /// Whether words stand on it that a site adds, on the prose page that is called like its kind.
    pub takes_prose: bool,
    /// Whether a site has it.
    pub when: fn(&Campaign) -> bool,
    /// Whether search engines are to list it.
    pub searched: bool,
    /// Whether it is there in each language: what a server shows where there is no page speaks the main one.
    pub in_each_language: bool,
}

/// From where every page leads to a page, with the message that says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Linked {
    /// From its head.
    Head(Message<()>),
    /// From its foot.
    Foot(Message<()>),
    /// Only from where it matters.
    No,
}

/// Declares the kinds of pages, one row each: first those that every site has.
macro_rules! kinds {
    (
        { $($(#[$doc:meta])* $fixed:ident = $fixed_word:literal { $($fixed_field:ident: $fixed_value:expr),* };)+ }
        { $($(#[$other_doc:meta])* $kind:ident $(($($place:ty),+))? = $word:literal { $($field:ident: $value:expr),* };)+ }
    ) => {
        /// What a page is about, by its id; a ballot by the name of its file.
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
        pub enum PageKind {
            $($(#[$doc])* $fixed,)+
            $($(#[$other_doc])* $kind $(($($place),+))?,)+
        }

        /// The pages that every site has, in folders named by their words.
        pub const BUILT_IN: &[PageKind] = &[$(PageKind::$fixed),+];

        impl PageKind {
            /// The rows of all kinds.
            pub const ROWS: &'static [KindRow] = &[
                $(KindRow { $($fixed_field: $fixed_value,)* ..row($fixed_word, concat!($fixed_word, ".html")) },)+
                $(KindRow { $($field: $value,)* ..row($word, concat!($word, ".html")) },)+
            ];

            /// What all pages of the kind have in common.
            #[must_use]
            pub const fn row(&self) -> KindRow {
                enum Number { $($fixed,)+ $($kind,)+ }
                Self::ROWS[match self {
                    $(Self::$fixed => Number::$fixed as usize,)+
                    $(Self::$kind { .. } => Number::$kind as usize,)+
                }]
            }
        }
    };
}

const fn row(word: &'static str, template: &'static str) -> KindRow {
    let (view, head, section) = (word, None, "");
    KindRow {
        word,
        template,
        view,
        head,
        section,
        shared_as: "website",
        link: Linked::No,
        takes_prose: false,
        when: |_| true,
        searched: true,
        in_each_language: true,
    }
}

kinds! {
{
    /// Where a voter finds the ballots.
    Find = "find" { section: "seats", link: Linked::Head(msg::NAV_SEATS) };
    /// The party lines side by side.
    Parties = "parties" { head: Some((msg::PARTIES_TITLE, msg::PARTIES_DESCRIPTION)), section: "parties", link: Linked::Head(msg::NAV_PARTIES) };
    /// Candidates and parties of one's own choice side by side.
    Compare = "compare" { head: Some((msg::COMPARE_TITLE, msg::COMPARE_DESCRIPTION)), link: Linked::Foot(msg::NAV_COMPARE) };
    /// All questions.
    Questions = "questions" { head: Some((msg::QUESTIONS_TITLE, msg::QUESTIONS_DESCRIPTION)), section: "questions", link: Linked::Head(msg::NAV_QUESTIONS) };
    /// The documents that we know of.
    Documents = "documents" { head: Some((msg::DOCUMENTS_TITLE, msg::DOCUMENTS_DESCRIPTION)), link: Linked::Foot(msg::NAV_DOCUMENTS) };
    /// The leaflets that somebody received, day by day.
    Leaflets = "leaflets" { head: Some((msg::DIARY_TITLE, msg::DIARY_DESCRIPTION)), view: "diary", when: has_leaflets };
    /// The glossary.
    Glossary = "glossary" { head: Some((msg::GLOSSARY_TITLE, msg::GLOSSARY_DESCRIPTION)), link: Linked::Foot(msg::NAV_GLOSSARY) };
    /// For candidates.
    ForCandidates = "for-candidates" {
        head: Some((msg::CANDIDATES_TITLE, msg::CANDIDATES_DESCRIPTION)), view: "candidates", link: Linked::Foot(msg::NAV_CANDIDATES), takes_prose: true
    };
    /// How marks are given.
    Method = "method" { head: Some((msg::METHOD_TITLE, msg::METHOD_DESCRIPTION)), link: Linked::Foot(msg::NAV_METHOD), takes_prose: true };
    /// The corrections.
    Corrections = "corrections" { head: Some((msg::CORRECTIONS_TITLE, msg::CORRECTIONS_DESCRIPTION)), link: Linked::Foot(msg::NAV_CORRECTIONS) };
    /// The events to which people can go.
    Events = "events" { head: Some((msg::EVENTS_TITLE, msg::EVENTS_DESCRIPTION)), link: Linked::Foot(msg::NAV_EVENTS), when: |campaign| !campaign.content.events.is_empty() };
    /// The guides.
    Guides = "guides" { head: Some((msg::GUIDES_TITLE, msg::GUIDES_DESCRIPTION)), when: |campaign| !campaign.content.guides.is_empty() };
    /// What is claimed, laid down, tried out or reported.
    Accounts = "accounts" { head: Some((msg::ACCOUNTS_TITLE, msg::ACCOUNTS_DESCRIPTION)), link: Linked::Foot(msg::NAV_ACCOUNTS), when: |campaign| !campaign.accounts.is_empty() };
    /// The pledges that people and parties were asked to sign.
    Pledges = "pledges" { head: Some((msg::PLEDGES_TITLE, msg::PLEDGES_DESCRIPTION)), link: Linked::Foot(msg::NAV_PLEDGES), when: |campaign| !campaign.pledges.is_empty() };
    /// All that has a date.
    Timeline = "timeline" { head: Some((msg::TIMELINE_TITLE, msg::TIMELINE_DESCRIPTION)), link: Linked::Foot(msg::NAV_TIMELINE), when: Campaign::has_timeline };
    /// The letters that people can send.
    Letters = "letters" { head: Some((msg::LETTERS_TITLE, msg::LETTERS_DESCRIPTION)), link: Linked::Foot(msg::NAV_LETTERS), when: |campaign| !campaign.letters.is_empty() };
    /// What people told the campaign, in numbers.
    Reports = "reports" { head: Some((msg::REPORTS_TITLE, msg::REPORTS_DESCRIPTION)), link: Linked::Foot(msg::NAV_REPORTS), when: |campaign| !campaign.reports.is_empty() };
    /// The data files.
    Data = "data" { head: Some((msg::DATA_TITLE, msg::DATA_DESCRIPTION)), link: Linked::Foot(msg::NAV_DATA) };
    /// Who makes the site.
    About = "about" { head: Some((msg::ABOUT_TITLE, msg::ABOUT_DESCRIPTION)), view: "prose", link: Linked::Foot(msg::NAV_ABOUT), takes_prose: true };
    /// What is known of a visitor.
    Privacy = "privacy" { head: Some((msg::PRIVACY_TITLE, msg::PRIVACY_DESCRIPTION)), view: "prose", link: Linked::Foot(msg::NAV_PRIVACY), takes_prose: true };
    /// How the site can be used.
    Accessibility = "accessibility" { head: Some((msg::ACCESSIBILITY_TITLE, msg::ACCESSIBILITY_DESCRIPTION)), view: "prose", link: Linked::Foot(msg::NAV_ACCESSIBILITY), takes_prose: true };
    /// How to complain.
    Complaints = "complaints" { head: Some((msg::COMPLAINTS_TITLE, msg::COMPLAINTS_DESCRIPTION)), view: "prose", link: Linked::Foot(msg::NAV_COMPLAINTS), takes_prose: true };
}
{
    /// The home page.
    Home = "home" { takes_prose: true };
    /// The areas in which the postcodes with the same first letters lie, which this names.
    PostcodeArea(String) = "postcode-area" { view: "area", section: "seats" };
    /// All ballots of an election.
    Election(ElectionId) = "election" { section: "seats" };
    /// Everybody who was elected in an election, with their marks.
    Elected(ElectionId) = "elected" { section: "seats" };
    /// The scorecard of a ballot.
    Ballot(ElectionId, Slug) = "ballot" { section: "seats" };
    /// The letters to those who stand on a ballot.
    BallotLetters(ElectionId, Slug) = "ballot-letters" { view: "letters", section: "seats" };
    /// One candidacy.
    Person(ElectionId, Slug, PersonId) = "person" { section: "seats", shared_as: "profile" };
    /// One party.
    Party(PartyId) = "party" { section: "parties" };
    /// One question.
    Question(QuestionId) = "question" { section: "questions", shared_as: "article" };
    /// One document.
    Document(DocumentId) = "document" { shared_as: "article" };
    /// One account.
    Account(Slug) = "account" { shared_as: "article" };
    /// One pledge.
    Pledge(Slug) = "pledge" { shared_as: "article" };
    /// One letter that people can send.
    Letter(Slug) = "letter" { shared_as: "article" };
    /// The form on which people tell it, to be printed.
    ReportForm = "report-form" { head: Some((msg::REPORT_FORM_TITLE, msg::REPORT_FORM_DESCRIPTION)), view: "form" };
    /// A prose page of the site's own.
    Prose(Slug) = "prose" { template: "page.html", shared_as: "article" };
    /// A guide, or one of its parts.
    Guide(Slug, Option<Slug>) = "guide" { section: "guides", shared_as: "article" };
    /// What a server shows when there is no such page.
    NotFound = "not-found" { head: Some((msg::NOT_FOUND_TITLE, msg::NOT_FOUND_DESCRIPTION)), template: "404.html", view: "prose", searched: false, in_each_language: false };
    /// The table of a ballot, to be shown on other sites.
    BallotEmbed(ElectionId, Slug) = "ballot-embed" { template: "embed.html", view: "embed", searched: false };
    /// The tables of a question, to be shown on other sites.
    QuestionEmbed(QuestionId) = "question-embed" { template: "embed.html", view: "embed", searched: false };
}
}

impl PageKind {
    /// The election to which the page belongs.
    #[must_use]
    pub fn election(&self) -> Option<&ElectionId> {
        match self {
            Self::Election(election) | Self::Elected(election) => Some(election),
            _ => Some(self.ballot()?.0),
        }
    }

    /// The ballot whose candidacies the page shows, all of them or one, with its election.
    #[must_use]
    pub fn ballot(&self) -> Option<(&ElectionId, &Slug)> {
        match self {
            Self::Ballot(election, ballot) | Self::BallotEmbed(election, ballot) => Some((election, ballot)),
            Self::BallotLetters(election, ballot) | Self::Person(election, ballot, _) => Some((election, ballot)),
            _ => None,
        }
    }

    /// The page of the same thing that other sites can show, where there is one.
    pub(super) fn embed(&self) -> Option<Self> {
        match self {
            Self::Ballot(election, ballot) => Some(Self::BallotEmbed(election.clone(), ballot.clone())),
            Self::Question(question) => Some(Self::QuestionEmbed(question.clone())),
            _ => None,
        }
    }
}

fn has_leaflets(campaign: &Campaign) -> bool {
    campaign.documents.iter().any(|document| document.kind == DocumentKind::Leaflet)
}

/// Whether a prose page with this id adds to a page which every site has.
pub(super) fn adds_to_built_in(id: &str) -> bool {
    let kinds = BUILT_IN.iter().chain([&PageKind::Home]).map(PageKind::row);
    kinds.filter(|row| row.takes_prose).any(|row| row.word == id)
}

/// Declares the data files, one row each: its name, the message that says what it holds, and when a site has it, unless every site has.
macro_rules! data_files {
    ($($(#[$doc:meta])* $file:ident = $name:literal, $what:expr $(, when $when:expr)?;)+) => {
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

            /// The files that a site has.
            pub fn of(campaign: &Campaign) -> impl Iterator<Item = Self> + use<'_> {
                Self::ALL.iter().copied().filter(|file| file.is_there(campaign))
            }

            fn is_there(self, campaign: &Campaign) -> bool {
                let always: fn(&Campaign) -> bool = |_| true;
                let when = match self { $(Self::$file => [$($when as fn(&Campaign) -> bool,)? always][0]),+ };
                when(campaign)
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
    /// Who was elected, and what they had said.
    Elected = "elected.csv", msg::DATA_ELECTED, when |campaign| campaign.elections.iter().any(Election::has_elected);
    /// The candidates' own words, and the gaps.
    Positions = "positions.csv", msg::DATA_POSITIONS;
    /// The lines of parties.
    PartyLines = "party-lines.csv", msg::DATA_PARTY_LINES;
    /// The documents and their readings.
    Documents = "documents.csv", msg::DATA_DOCUMENTS;
    /// In which accessible formats documents appeared, and which were not found.
    Formats = "formats.csv", msg::DATA_FORMATS, when |campaign| campaign.documents.iter().any(|document| !document.formats.is_empty() || !document.formats_looked_for.is_empty());
    /// Which documents speak of which questions.
    Mentions = "mentions.csv", msg::DATA_MENTIONS;
    /// The questions in all versions.
    Questions = "questions.csv", msg::DATA_QUESTIONS;
    /// Which election puts which questions.
    Put = "put.csv", msg::DATA_PUT;
    /// What imported tables say of the areas of ballots.
    Figures = "figures.csv", msg::DATA_FIGURES;
    /// The events.
    Events = "events.csv", msg::DATA_EVENTS, when |campaign| !campaign.content.events.is_empty();
    /// The accounts.
    Accounts = "accounts.csv", msg::DATA_ACCOUNTS, when |campaign| !campaign.accounts.is_empty();
    /// What those whom the accounts concern say of them.
    Responses = "responses.csv", msg::DATA_RESPONSES, when |campaign| !campaign.accounts.is_empty();
    /// The pledges.
    Pledges = "pledges.csv", msg::DATA_PLEDGES, when |campaign| !campaign.pledges.is_empty();
    /// Who signed them.
    Signatures = "signatures.csv", msg::DATA_SIGNATURES, when |campaign| !campaign.pledges.is_empty();
    /// What was put right.
    Corrections = "corrections.csv", msg::DATA_CORRECTIONS, when |campaign| !campaign.corrections.is_empty();
    /// The letters that people can send.
    Letters = "letters.csv", msg::DATA_LETTERS, when |campaign| !campaign.letters.is_empty();
    /// What people told the campaign, in bands.
    Reports = "reports.csv", msg::DATA_REPORTS, when |campaign| !campaign.reports.is_empty();
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
