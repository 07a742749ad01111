//! Mentions in any text, of any words: each lies in its sentence, both lie in the text, and both can be shown.
#![no_main]

use hustings::mentions::{Finder, Plain, SearchTerm};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (&str, &str, &str, &str)| {
    let (words, near, unless, text) = input;
    let Ok(words) = words.parse() else { return };
    let some = |word: &str| word.parse().into_iter().collect();
    let term = SearchTerm { words, lang: None, endings: Vec::new(), compound: None, near: some(near), unless: some(unless) };
    let plain = Plain::of(text);
    assert!(plain.pages_read() <= plain.pages());
    for mention in Finder::of(&[term]).find(&plain) {
        let (hit, around) = (&mention.words.bytes, &mention.sentence.bytes);
        assert!(around.start <= hit.start && hit.start < hit.end && hit.end <= around.end);
        assert!(mention.words.page <= plain.pages());
        let excerpt = mention.excerpt(&plain);
        assert!(!excerpt.words.contains(|c: char| c != ' ' && c.is_control()), "{excerpt:?}");
    }
});
