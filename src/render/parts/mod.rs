//! Takes records and words, gives the small values that templates are given. Never writes HTML, except for prose,
//! which was Markdown.
//!
//! Every `link` is an address from where the pages in a language begin: a template writes `{{ page.root }}` before
//! it, and `{{ page.base }}` before those of files that all languages share.
//! Every `url` leads to another site and stands as it is. All other texts are ready to be read. What
//! there is not may be missing: a template asks with `{% if %}` before it prints.

pub(crate) mod body;
pub(crate) mod cancelled;
pub(crate) mod candidate;
pub(crate) mod cell;
pub(crate) mod changes;
pub(crate) mod compared;
pub(crate) mod deadlines;
pub(crate) mod documents;
pub(crate) mod entry;
pub(crate) mod evidence;
pub(crate) mod figures;
pub(crate) mod finder;
pub(crate) mod frame;
pub(crate) mod gap;
pub(crate) mod glance;
pub(crate) mod lead;
pub(crate) mod leaflets;
pub(crate) mod link;
pub(crate) mod map;
pub(crate) mod mark;
pub(crate) mod party_table;
pub(crate) mod phrase;
pub(crate) mod question_head;
pub(crate) mod quotes;
pub(crate) mod reading;
pub(crate) mod reply;
pub(crate) mod says;
pub(crate) mod seat_table;
pub(crate) mod seats;
pub(crate) mod transcript;

pub(crate) use body::Up;
pub use cancelled::CancelledView;
pub use candidate::{ScorecardRow, SupportView};
pub(crate) use cell::Cells;
pub use cell::{CellView, DifferView, DrawnCell};
pub use changes::ChangesView;
pub use compared::{ComparedBallot, ComparedElection, ComparedPerson};
pub use deadlines::DatedView;
pub use entry::EntryView;
pub use evidence::EvidenceView;
pub use figures::{BarView, FigureView};
pub use finder::FinderView;
pub use frame::{ComplaintsView, LicenceView, NavView, SiteView};
pub use glance::{GlanceGroup, GlanceView};
pub use leaflets::{LeafletsRow, LeafletsView};
pub use link::{LinkView, PartyName};
pub use map::{MapCell, MapKey, MapRow, MapView};
pub use mark::MarkView;
pub use party_table::{LineCell, PartyRow, PartyTable};
pub use question_head::QuestionHead;
pub(crate) use quotes::Quoted;
pub use reading::ReadingView;
pub use reply::ReplyView;
pub use says::{PlaceView, QuoteView, SaysView};
pub use seat_table::{SeatRow, SeatTable};
pub use seats::{Letter, PlaceSeats};
pub use transcript::{PageTextView, TranscriptView};
