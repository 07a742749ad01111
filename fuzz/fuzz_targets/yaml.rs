//! Any text at all: where the quick reader of YAML makes a tree, the thorough one makes the same.
#![no_main]

use hustings::yaml::{Tree, plain, thorough};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Some(root) = plain(text) {
        assert_eq!(thorough(text), Tree { root: Some(root), troubles: Vec::new(), end: None }, "{text:?}");
    }
});
