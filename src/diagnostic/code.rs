use std::fmt;

use super::Severity;

/// Declares the codes: variant, stable name, severity and meaning.
macro_rules! codes {
    ($($(#[$doc:meta])+ $variant:ident = $id:literal $severity:ident,)+) => {
        /// The stable name of a kind of trouble; `docs/diagnostics.md` explains each.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])+ $variant,)+
        }

        impl Code {
            /// Every code, in the order in which the documentation explains them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable name: small letters and `-`.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }

            /// Whether it stops a build.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity),+ }
            }
        }
    };
}

codes! {
    // Files
    /// A file is not UTF-8.
    NotUtf8 = "not-utf8" Error,
    /// A file is larger than 1 MB.
    TooLarge = "too-large" Error,
    /// A tab stands in the indentation of a YAML file.
    TabIndent = "tab-indent" Error,
    /// The YAML cannot be read.
    YamlSyntax = "yaml-syntax" Error,
    /// The YAML uses aliases, is nested too deeply or holds several documents.
    TooComplex = "too-complex" Error,
    /// So much wrong in the shape of one file that the rest of it was not read.
    TooMuchWrong = "too-much-wrong" Error,
    /// A file stands where no record is read from, or its name cannot be an id.
    StrayFile = "stray-file" Error,
    /// A file holds two versions of a text that a merge left behind.
    MergeConflict = "merge-conflict" Error,
    /// A Markdown file has no front matter, or it never ends.
    FrontMatter = "front-matter" Error,
    // Shape
    /// A key that this record does not have.
    UnknownKey = "unknown-key" Error,
    /// The same key twice in one record.
    DuplicateKey = "duplicate-key" Error,
    /// A list where a text belongs, or the like.
    WrongShape = "wrong-shape" Error,
    /// A key that the record needs.
    MissingKey = "missing-key" Error,
    /// A value that breaks the syntax of its kind.
    Malformed = "malformed" Error,
    /// A word that is not in the closed list.
    UnknownWord = "unknown-word" Error,
    /// A word that the program derives, written by hand.
    DerivedWord = "derived-word" Error,
    /// A colour without quotes, which YAML takes for a comment.
    UnquotedColour = "unquoted-colour" Error,
    /// A value without quotes that a `#` cuts short.
    UnquotedHash = "unquoted-hash" Error,
    /// A value without quotes that begins with a sign by which YAML names or types it.
    UnquotedSign = "unquoted-sign" Error,
    // References
    /// A reference to a record that does not exist.
    UnknownReference = "unknown-reference" Error,
    /// Two records with one id.
    DuplicateId = "duplicate-id" Error,
    /// An id that differs from the name of its file or folder.
    IdMismatch = "id-mismatch" Error,
    /// A version of a question that was not put in this election.
    WrongVersion = "wrong-version" Error,
    /// An answer to a question that is not put where it was given.
    NotPutHere = "not-put-here" Error,
    /// The words of a version of a question that was answered are not those that were put.
    Reworded = "reworded" Error,
    /// Two candidacies of one person in one election that both hold answers, or a broken `answers_in`.
    AnswersTwice = "answers-twice" Error,
    // Rules of evidence
    /// A mark without evidence.
    NoEvidence = "no-evidence" Error,
    /// Evidence that nobody could follow: without words, a date or a place.
    BareEvidence = "bare-evidence" Error,
    /// A document of a party given as a candidate's own word.
    NotOwnWord = "not-own-word" Error,
    /// `mixed` without the words that say what part.
    MixedWithoutWords = "mixed-without-words" Error,
    /// Silence concluded from a document that was only described.
    SilenceFromDescription = "silence-from-description" Error,
    /// A right to publish something that is never published.
    IdleRights = "idle-rights" Error,
    /// A picture that is to be published and cannot be opened.
    BadPicture = "bad-picture" Error,
    /// Something found that the reading did not look for.
    FoundUnlooked = "found-unlooked" Error,
    /// A party line that rests on another party's document.
    ForeignDocument = "foreign-document" Error,
    /// A party line lent between registrations that only share a name.
    SameNameLine = "same-name-line" Error,
    /// A party line lent on by a party that borrows it, or by the party to itself.
    BorrowedLine = "borrowed-line" Error,
    /// Two lines of one party on one question that hold in the same place.
    TwoLines = "two-lines" Error,
    /// A check by the person who entered the mark, or twice by one person.
    IdleCheck = "idle-check" Error,
    /// Dates that contradict each other.
    DateOrder = "date-order" Error,
    // People's safety and the law
    /// A key that holds personal data.
    PersonalKey = "personal-key" Error,
    /// A text that looks like an e-mail address, telephone number, NI number, street address or birth date.
    PersonalText = "personal-text" Error,
    /// No imprint, or half of one.
    MissingImprint = "missing-imprint" Error,
    /// What “hustings init” wrote to be replaced, on a site that has an address.
    Placeholder = "placeholder" Error,
    // Pages
    /// Two pages with one address.
    AddressCollision = "address-collision" Error,
    /// A link to a page that does not exist.
    BrokenLink = "broken-link" Error,
    /// A link that could run as script, or a picture on another host.
    UnsafeLink = "unsafe-link" Error,
    /// A note in Markdown that would be published.
    HtmlComment = "html-comment" Error,
    /// A template or theme file that cannot be used.
    BadTheme = "bad-theme" Error,
    // Warnings
    /// A copy of a file beside it, such as sync tools make when two people changed it at once.
    StrayCopy = "stray-copy" Warning,
    /// `as_of` is long before the day of the check, or after it.
    StaleAsOf = "stale-as-of" Warning,
    /// A sort name that a program guessed.
    GuessedName = "guessed-name" Warning,
    /// A ballot that says it is in the order of family names, and is not.
    OutOfOrder = "out-of-order" Warning,
    /// Two elections, two ballots of one election or two people of one ballot with one name.
    EqualNames = "equal-names" Warning,
    /// A web source without a lasting copy.
    NotArchived = "not-archived" Warning,
    /// Fictional and real elections on one site.
    FictionMixed = "fiction-mixed" Warning,
    /// Two clear answers of the same date that differ.
    Contradiction = "contradiction" Warning,
    /// Something found in a document, with no line or position recorded.
    FoundUnrecorded = "found-unrecorded" Warning,
    /// A text of a document with what looks like somebody's contact details, which are not published.
    Redacted = "redacted" Warning,
    /// A version of a question that was answered, without the fingerprint of its words.
    NoFingerprint = "no-fingerprint" Warning,
    /// Enough checks, but on evidence that can never confirm.
    HearsayOnly = "hearsay-only" Warning,
    /// A street address that may be nobody's home.
    StreetAddress = "street-address" Warning,
    /// A mark or its evidence from more than ten years before polling day.
    OldDate = "old-date" Warning,
    /// Two readings of a document of which one found what the other did not.
    ReadingsDiffer = "readings-differ" Warning,
    /// Fewer people than it takes to confirm a mark.
    TooFewCheckers = "too-few-checkers" Warning,
    /// Wording that a court could read as a false statement about personal character.
    RiskyWording = "risky-wording" Warning,
    /// A page or question in a further language, which is not published yet.
    UnbuiltTranslation = "unbuilt-translation" Warning,
    /// A text is missing in one of the site's further languages; told only when somebody asks.
    Untranslated = "untranslated" Warning,
    /// HTML in Markdown, which is published as text.
    RawHtml = "raw-html" Warning,
    /// A poll that was called off, with no word on why.
    UnexplainedCancellation = "unexplained-cancellation" Warning,
    /// An election whose polling day has not come, with candidates whom no round of asking covers.
    Unasked = "unasked" Warning,
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
