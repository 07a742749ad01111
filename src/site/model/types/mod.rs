//! What a campaign is made of, each kind of thing in a file of its own.

mod campaign;
mod content;
mod data;
mod document;
mod election;
mod letter;
mod mark;
mod party;
mod pledge;
mod report;
mod transcript;

pub use campaign::{Accent, Campaign, Imprint, SiteInfo, SiteLogo};
pub use content::{Page, Question, Wording};
pub use data::{DataContent, Dataset, Figures};
pub use document::{Document, FormatKnown, Reading, Subject, ToRead};
pub use election::{Ask, AskExceptions, Ballot, Cancellation, Candidacy, Election, PutQuestion, SupportWithdrawn};
pub use letter::{LetterToCandidate, PublicLetter, ToWrite};
pub use mark::{Evidence, Line, Mark, Position, Verification};
pub use party::Party;
pub use pledge::{Pledge, PledgeAnswer, Signature, SignedPledge, Signer};
pub use report::{ReportCell, ReportRow, ReportTable, ToldReport};
pub(super) use transcript::is_readable;
pub use transcript::{Heard, Says, Transcript};
