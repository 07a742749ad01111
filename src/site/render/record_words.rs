use crate::atoms::{
    AccountKind, AccountResponse, DocumentFormat, DocumentKind, EvidenceKind, LetterBlank, MadeFrom, Seen, Stance,
    Standing,
};
use crate::country::uk::Nation;
use crate::messages::{Message, fill, msg};
use crate::model::AccountStatus;

/// Declares which message says each word of a list that records may use.
macro_rules! said {
    ($($(#[$doc:meta])+ $name:ident($words:ident) -> $blanks:ty { $($word:ident => $message:path),+ })+) => {
        $(
            $(#[$doc])+
            pub(crate) fn $name(word: $words) -> Message<$blanks> {
                match word { $($words::$word => $message),+ }
            }
        )+
    };
}

said! {
    /// The voter's word for a stance.
    stance(Stance) -> () {
        Supports => msg::STANCE_SUPPORTS, Opposes => msg::STANCE_OPPOSES, Mixed => msg::STANCE_MIXED,
        Unclear => msg::STANCE_UNCLEAR,
        Declined => msg::STANCE_DECLINED
    }
    /// The name of a nation.
    nation(Nation) -> () {
        England => msg::NATION_ENGLAND, Scotland => msg::NATION_SCOTLAND, Wales => msg::NATION_WALES,
        NorthernIreland => msg::NATION_NORTHERN_IRELAND
    }
    /// A kind of evidence.
    evidence(EvidenceKind) -> () {
        Reply => msg::KIND_REPLY, Leaflet => msg::KIND_LEAFLET, Manifesto => msg::KIND_MANIFESTO,
        Site => msg::KIND_SITE,
        Speech => msg::KIND_SPEECH, Hustings => msg::KIND_HUSTINGS, Vote => msg::KIND_VOTE,
        Signature => msg::KIND_SIGNATURE, News => msg::KIND_NEWS, Campaign => msg::KIND_CAMPAIGN
    }
    /// A kind of document.
    document(DocumentKind) -> () {
        Manifesto => msg::DOCUMENT_MANIFESTO, Leaflet => msg::DOCUMENT_LEAFLET, Letter => msg::DOCUMENT_LETTER,
        Page => msg::DOCUMENT_PAGE,
        Speech => msg::DOCUMENT_SPEECH
    }
    /// What kind of thing an account tells of.
    account(AccountKind) -> () {
        Rule => msg::ACCOUNT_RULE, Pilot => msg::ACCOUNT_PILOT, Claim => msg::ACCOUNT_CLAIM,
        Report => msg::ACCOUNT_REPORT, Call => msg::ACCOUNT_CALL
    }
    /// What will stand in a blank of a letter.
    blank(LetterBlank) -> () {
        Candidate => msg::BLANK_CANDIDATE, Area => msg::BLANK_AREA, Election => msg::BLANK_ELECTION,
        PollingDay => msg::BLANK_POLLING_DAY, Questions => msg::BLANK_QUESTIONS, Deadline => msg::BLANK_DEADLINE,
        Page => msg::BLANK_PAGE
    }
    /// How far an account can be relied upon.
    status(AccountStatus) -> () {
        Superseded => msg::STATUS_SUPERSEDED, Disputed => msg::STATUS_DISPUTED,
        Unverified => msg::STATUS_UNVERIFIED, Confirmed => msg::STATUS_CONFIRMED, Claimed => msg::STATUS_CLAIMED
    }
    /// What somebody says of an account.
    response(AccountResponse) -> fill::By {
        Confirms => msg::RESPONSE_CONFIRMS, Qualifies => msg::RESPONSE_QUALIFIES, Denies => msg::RESPONSE_DENIES,
        ConsultedNotAgreed => msg::RESPONSE_CONSULTED_NOT_AGREED,
        DeclinedToComment => msg::RESPONSE_DECLINED_TO_COMMENT,
        DeclinedToCorrect => msg::RESPONSE_DECLINED_TO_CORRECT
    }
    /// An accessible format.
    format(DocumentFormat) -> () {
        EasyRead => msg::FORMAT_EASY_READ, Bsl => msg::FORMAT_BSL, Audio => msg::FORMAT_AUDIO,
        LargePrint => msg::FORMAT_LARGE_PRINT,
        Braille => msg::FORMAT_BRAILLE
    }
    /// From what a transcript was made, and when.
    made_from(MadeFrom) -> fill::Date {
        Pdf => msg::MADE_FROM_PDF, WebPage => msg::MADE_FROM_WEB_PAGE, Picture => msg::MADE_FROM_PICTURE,
        PlainText => msg::MADE_FROM_PLAIN_TEXT, Hand => msg::MADE_FROM_HAND
    }
}

/// That a document is silent, by what of it was read. From a description alone nobody concludes that.
pub(crate) fn silent(seen: Seen) -> Message<()> {
    match seen {
        Seen::Original => msg::SILENT_ORIGINAL,
        Seen::Facsimile => msg::SILENT_FACSIMILE,
        Seen::Transcription | Seen::Described => msg::SILENT_TRANSCRIPTION,
    }
}

/// Why somebody does not stand any more; nothing of those who do.
pub(crate) fn gone(status: Standing) -> Option<Message<()>> {
    match status {
        Standing::Standing => None,
        Standing::Withdrawn => Some(msg::STANDING_WITHDRAWN),
        Standing::NotListed => Some(msg::STANDING_NOT_LISTED),
        Standing::Died => Some(msg::STANDING_DIED),
    }
}
