//! Transcripts that people have written in any way: what is read from one reads the same when it is written again, and
//! leaving contact details out keeps every line in its place.
#![no_main]

use hustings::atoms::{join_pages, split_pages};
use hustings::country::Country;
use hustings::country::{Country, Patterns};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|body: &str| {
    if let Ok(pages) = split_pages(body) {
        let pages: Vec<_> = pages.into_iter().map(|(_, page)| page).collect();
        let written = join_pages(&pages);
        let again = split_pages(&written).expect("what we write, we read");
        let again: Vec<_> = again.into_iter().map(|(_, page)| page).collect();
        assert_eq!(join_pages(&again), written);
    }
    let (without, taken) = Patterns::of(Country::Uk).expect("patterns").redact(body);
    assert_eq!(without.matches('\n').count(), body.matches('\n').count(), "{body:?}");
    assert!(if taken.is_empty() { without == body } else { without.contains(" left out]") }, "{body:?}");
});
