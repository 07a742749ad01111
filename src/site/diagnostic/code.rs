use std::fmt;

use super::Severity;

/// What people read of the codes: a section each, headed by its name, which begins with its severity.
const EXPLAINED: &str = include_str!("../../../docs/diagnostics.md");

/// Declares the codes: variant, stable name and severity.
macro_rules! codes {
    ($($variant:ident = $id:literal $severity:ident,)+) => {
        /// The stable name of a kind of trouble. What each means, with an example and a remedy, is said in
        /// `docs/diagnostics.md`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = concat!("`", $id, "`")] $variant,)+
        }

        impl Code {
            /// Every code, in the order in which they are explained.
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
    NotUtf8 = "not-utf8" Error,
    TooLarge = "too-large" Error,
    TabIndent = "tab-indent" Error,
    YamlSyntax = "yaml-syntax" Error,
    TooComplex = "too-complex" Error,
    StrayFile = "stray-file" Error,
    MergeConflict = "merge-conflict" Error,
    FrontMatter = "front-matter" Error,
    UnknownKey = "unknown-key" Error,
    DuplicateKey = "duplicate-key" Error,
    WrongShape = "wrong-shape" Error,
    MissingKey = "missing-key" Error,
    Malformed = "malformed" Error,
    UnknownWord = "unknown-word" Error,
    DerivedWord = "derived-word" Error,
    UnquotedColour = "unquoted-colour" Error,
    UnquotedHash = "unquoted-hash" Error,
    UnquotedSign = "unquoted-sign" Error,
    UnknownReference = "unknown-reference" Error,
    DuplicateId = "duplicate-id" Error,
    IdMismatch = "id-mismatch" Error,
    WrongVersion = "wrong-version" Error,
    NotPutHere = "not-put-here" Error,
    Reworded = "reworded" Error,
    AnswersTwice = "answers-twice" Error,
    NoEvidence = "no-evidence" Error,
    BareEvidence = "bare-evidence" Error,
    NotOwnWord = "not-own-word" Error,
    MixedWithoutWords = "mixed-without-words" Error,
    SilenceFromDescription = "silence-from-description" Error,
    IdleRights = "idle-rights" Error,
    BadPicture = "bad-picture" Error,
    UnsafePicture = "unsafe-picture" Error,
    FaintAccent = "faint-accent" Error,
    FaintLogo = "faint-logo" Warning,
    FoundUnlooked = "found-unlooked" Error,
    ForeignDocument = "foreign-document" Error,
    SameNameLine = "same-name-line" Error,
    BorrowedLine = "borrowed-line" Error,
    TwoLines = "two-lines" Error,
    WrongResult = "wrong-result" Error,
    IdleCheck = "idle-check" Error,
    DateOrder = "date-order" Error,
    UnknownBlank = "unknown-blank" Error,
    Concession = "concession" Error,
    PersonalKey = "personal-key" Error,
    PersonalText = "personal-text" Error,
    MissingImprint = "missing-imprint" Error,
    Placeholder = "placeholder" Error,
    AddressCollision = "address-collision" Error,
    BrokenLink = "broken-link" Error,
    UnsafeLink = "unsafe-link" Error,
    HtmlComment = "html-comment" Error,
    BadTheme = "bad-theme" Error,
    StrayCopy = "stray-copy" Warning,
    StaleAsOf = "stale-as-of" Warning,
    GuessedName = "guessed-name" Warning,
    OutOfOrder = "out-of-order" Warning,
    EqualNames = "equal-names" Warning,
    SharedPhotograph = "shared-photograph" Warning,
    NotArchived = "not-archived" Warning,
    FictionMixed = "fiction-mixed" Warning,
    Contradiction = "contradiction" Warning,
    FoundUnrecorded = "found-unrecorded" Warning,
    Redacted = "redacted" Warning,
    NoFingerprint = "no-fingerprint" Warning,
    IdlePicture = "idle-picture" Warning,
    HearsayOnly = "hearsay-only" Warning,
    StreetAddress = "street-address" Warning,
    OldDate = "old-date" Warning,
    ReadingsDiffer = "readings-differ" Warning,
    TooFewCheckers = "too-few-checkers" Warning,
    RiskyWording = "risky-wording" Warning,
    UnbuiltTranslation = "unbuilt-translation" Warning,
    Untranslated = "untranslated" Warning,
    RawHtml = "raw-html" Warning,
    UnexplainedCancellation = "unexplained-cancellation" Warning,
    OldLetter = "old-letter" Warning,
    LongLetter = "long-letter" Warning,
    Unasked = "unasked" Warning,
    UndrawnLetters = "undrawn-letters" Warning,
}

impl Code {
    /// Its severity, what it means, an example and the remedy, as paragraphs of Markdown.
    #[must_use]
    pub fn explanation(self) -> &'static str {
        let heading = format!("\n### `{self}`\n");
        let (_, told) = EXPLAINED.split_once(&heading).unwrap_or_default();
        told.split("\n#").next().unwrap_or_default().trim()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}
