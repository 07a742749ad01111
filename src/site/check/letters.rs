use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostics, FileName, Pos, Sources};
use crate::load::SITE_FILE;
use crate::model::Campaign;

/// Says where in the records words stand that cannot be written in pictures of pages, each given with the letter for which it
/// cannot: pages on which they would be have none.
#[must_use]
pub fn undrawn(campaign: &Campaign, sources: &Sources, words: &BTreeMap<String, char>) -> Diagnostics {
    let mut found = Diagnostics::default();
    if words.is_empty() {
        return found;
    }
    let mut places = BTreeMap::new();
    for file in files(campaign) {
        let Some(text) = sources.get(&file) else { continue };
        for word in words.keys() {
            if let Some(pos) = place(&text, word) {
                places.entry(word).or_insert_with(Vec::new).push((file.clone(), pos));
            }
        }
    }
    for (word, letter) in words {
        // What stands in no record is a word of the interface: one of them says that the language lacks letters.
        let of_interface = || vec![(SITE_FILE.into(), Pos::START)];
        for (file, pos) in places.remove(word).unwrap_or_else(of_interface) {
            let message = format!("pictures for sharing cannot show “{word}”: their typeface lacks “{letter}”");
            let help = "nothing is wrong with it; only that pages on which it would be in the picture have none";
            found.push(Code::UndrawnLetters, &file, pos, message, help);
        }
    }
    found.one_a_place()
}

/// The files whose texts stand in pictures.
fn files(campaign: &Campaign) -> impl Iterator<Item = FileName> {
    let parties = campaign.parties.iter().map(|party| &party.file);
    let questions = campaign.questions.iter().map(|question| &question.body.file);
    let elections = campaign.elections.iter();
    let elections = elections
        .flat_map(|election| std::iter::once(&election.file).chain(election.ballots.iter().map(|ballot| &ballot.file)));
    std::iter::once(SITE_FILE.into()).chain(parties.chain(questions).chain(elections).cloned())
}

/// Where a word first stands in a text.
fn place(text: &str, word: &str) -> Option<Pos> {
    let before = &text[..text.find(word)?];
    let line = before.rsplit('\n').next().unwrap_or_default();
    let count = |n: usize| u32::try_from(n + 1).unwrap_or(u32::MAX);
    Some(Pos { line: count(before.matches('\n').count()), column: count(line.chars().count()) })
}
