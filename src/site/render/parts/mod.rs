//! Takes records and words, gives the small values that templates are given. Never writes HTML, except for prose,
//! which was Markdown.
//!
//! Every `link` is an address from where the pages in a language begin: a template writes `{{ page.root }}` before
//! it, and `{{ page.base }}` before those of files that all languages share.
//! Every `url` leads to another site and stands as it is. All other texts are ready to be read. What
//! there is not may be missing: a template asks with `{% if %}` before it prints.

pub(crate) mod account;
pub(crate) mod answers;
pub(crate) mod body;
pub(crate) mod brief;
pub(crate) mod candidate;
pub(crate) mod cell;
pub(crate) mod changes;
pub(crate) mod corrected;
pub(crate) mod documents;
pub(crate) mod elected;
pub(crate) mod entry;
pub(crate) mod figures;
pub(crate) mod formats;
pub(crate) mod frame;
pub(crate) mod gap;
pub(crate) mod holder;
pub(crate) mod lead;
pub(crate) mod leaflets;
pub(crate) mod letter;
pub(crate) mod link;
pub(crate) mod map;
pub(crate) mod mark;
pub(crate) mod matrix;
pub(crate) mod party_table;
pub(crate) mod phrase;
pub(crate) mod plain_words;
pub(crate) mod polling_day;
pub(crate) mod question_head;
pub(crate) mod says;
pub(crate) mod seats;
pub(crate) mod signer;
pub(crate) mod terms;
pub(crate) mod unknown;

pub(crate) use body::Up;
pub(crate) use mark::MarkView;
pub(crate) use says::Quoted;
