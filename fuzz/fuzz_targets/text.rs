//! What becomes of a stranger's file in a worker: its answer is always what the reader of answers expects.
#![no_main]

use hustings::leaflets::text::{Task, convert};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, &[u8])| {
    let (task, bytes) = input;
    let task = [Task::Html, Task::Plain, Task::Pdf][usize::from(task % 3)];
    match convert(task, bytes, None) {
        Ok(answer) => assert!(serde_json::from_slice::<Vec<serde_json::Value>>(&answer).is_ok()),
        Err(why) => assert!(!why.is_empty() && !why.contains(char::is_control), "{why:?}"),
    }
});
