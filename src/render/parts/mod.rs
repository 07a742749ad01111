//! Takes records and words, gives the small values that templates are given. Never writes HTML, except for prose,
//! which was Markdown.
//!
//! Every `link` is an address from where the pages in a language begin: a template writes `{{ page.root }}` before
//! it, and `{{ page.base }}` before those of files that all languages share.
//! Every `url` leads to another site and stands as it is. All other texts are ready to be read. What
//! there is not may be missing: a template asks with `{% if %}` before it prints.

/// That a poll was called off.
pub mod cancelled;
/// A candidate at the head of a row of the scorecard.
pub mod candidate;
/// A cell of the scorecard.
pub mod cell;
/// The latest changes of the records.
pub mod changes;
/// Answers as data for the page that compares, and links to it.
pub mod compared;
/// Dates that voters must not miss.
pub mod deadlines;
/// What is said of documents in a line or two.
pub mod documents;
/// A recorded answer with everything that supports it.
pub mod entry;
/// Where something was said.
pub mod evidence;
/// What imported tables say of an area.
pub mod figures;
/// The box in which a voter types a postcode or a name.
pub mod finder;
/// What every page shows.
pub mod frame;
/// The marks for what is not known of a person, and for party lines.
pub mod gap;
/// How many parties say what.
pub mod glance;
/// The head of a page.
pub mod head;
/// The first sentences of a page.
pub mod lead;
/// What leaflets say.
pub mod leaflets;
/// Words that lead somewhere.
pub mod link;
/// A map of the seats of an election.
pub mod map;
/// The mark for a recorded stance.
pub mod mark;
/// Parties and their lines side by side.
pub mod party_table;
/// Phrases that several pages need.
pub mod phrase;
/// Words that a site adds.
pub mod prose;
/// A question at the head of a column.
pub mod question_head;
/// What marks quote from documents.
pub mod quotes;
/// Somebody’s reading of a document.
pub mod reading;
/// Views made ready once for several pages.
pub mod ready;
/// What the person or party concerned says.
pub mod reply;
/// What a document says of a question.
pub mod says;
/// Seats and what is known of each, as a table.
pub mod seat_table;
/// Seats by letter and by place.
pub mod seats;
/// The words of a document.
pub mod transcript;
