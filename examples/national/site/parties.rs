use std::fmt::Write as _;
use std::io;
use std::path::Path;

use super::pick::Pick;
use super::{CHECKERS, ELECTION, PARTIES, put};
use crate::words;

/// The id of a party: the first few stand everywhere, the last is no party at all.
pub(super) fn id(number: usize) -> String {
    if number == PARTIES { "independent".to_owned() } else { format!("pp{}", 9001 + number) }
}

/// Writes the parties, each with a line on every question, and a manifesto that somebody read.
pub(super) fn write(root: &Path) -> io::Result<()> {
    for number in 0..PARTIES {
        put(root, &format!("candidates/parties/{}.yaml", id(number)), &party(number))?;
        put(root, &format!("candidates/documents/manifesto-{}.yaml", 9001 + number), &manifesto(number))?;
    }
    put(root, "candidates/parties/independent.yaml", "id: independent\nname: Independent\nkind: independent\n")
}

fn name(number: usize) -> String {
    let (first, second) = words::PARTIES;
    format!("{} {}", first[number % first.len()], second[number / first.len() % second.len()])
}

/// Of how many questions, the first ones, a manifesto speaks; it is silent on the others.
fn spoken(number: usize) -> usize {
    words::QUESTIONS.len() - number % 2
}

fn party(number: usize) -> String {
    let mut pick = Pick::new(1_000_000 + number);
    let id = id(number);
    let mut text = format!(
        "id: {id}\n\
        name: {}\n\
        colour: \"#{:06x}\"\n\
        website: https://{id}.example.org/\n\
        lines:\n",
        name(number),
        pick.below(0x00ff_ffff),
    );
    for [question, ..] in &words::QUESTIONS[..spoken(number)] {
        let (stance, quotes, says) = pick.one(words::STANCES);
        let _ = write!(
            text,
            "  - election: {ELECTION}\n    question: {question}\n    version: 1\n    stance: {stance}\n    \
            date: 2031-04-01\n    says: {says}\n    entered_by: {}\n    evidence:\n      - kind: manifesto\n        \
            document: manifesto-{}\n        where: page {}\n        quote: \"{}\"\n    checked:\n      \
            - {{by: {}, date: 2031-04-02}}\n      - {{by: {}, date: 2031-04-03}}\n",
            CHECKERS[0],
            9001 + number,
            1 + pick.below(60),
            pick.one(quotes),
            CHECKERS[1],
            CHECKERS[2],
        );
    }
    text
}

fn manifesto(number: usize) -> String {
    let looked_for: Vec<&str> = words::QUESTIONS.iter().map(|question| question[0]).collect();
    let id = 9001 + number;
    format!(
        "id: manifesto-{id}\n\
        title: Manifesto of the {}\n\
        kind: manifesto\n\
        election: {ELECTION}\n\
        party: {}\n\
        date: 2031-04-01\n\
        url: https://pp{id}.example.org/manifesto\n\
        archived: https://archive.example.org/2031/pp{id}/manifesto\n\
        formats:\n  - format: easy_read\n    date: 2031-04-10\n\
        readings:\n  - by: {}\n    date: 2031-04-02\n    seen: original\n    whole: true\n    \
        looked_for: [{}]\n    found: [{}]\n    checked:\n      - by: {}\n        date: 2031-04-03\n",
        name(number),
        self::id(number),
        CHECKERS[0],
        looked_for.join(", "),
        looked_for[..spoken(number)].join(", "),
        CHECKERS[1],
    )
}
