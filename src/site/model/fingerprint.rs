use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization as _;

use super::judge::Judge;
use crate::atoms::{LanguageTag, QuestionId, Text};
use crate::diagnostic::{Code, Diagnostics, Pos};
use crate::load::records::{EarlierVersion, Fingerprints, QuestionRecord, TranslatedPage};
use crate::load::{At, Body, InFile, Records};

/// How many letters a fingerprint has: enough to notice every change by hand.
const LETTERS: usize = 12;

/// What a fingerprint is written in, four bits a letter: a number could look like somebody's telephone.
const ALPHABET: &[u8; 16] = b"abcdefghijkmnpqr";

/// Compares the words of each question that was answered with the fingerprints of the words that were put.
pub(super) fn judge(records: &Records, languages: &[LanguageTag], found: &mut Diagnostics) {
    let answered = answered(records);
    for in_file in &records.questions {
        let Ok(id) = in_file.stem().parse::<QuestionId>() else { continue };
        let mut judge = Judge::of(in_file);
        let (record, _) = &in_file.record;
        let versions = versions(in_file, languages, &records.translated);
        for version in versions.iter().filter(|version| answered.contains(&(id.clone(), version.number))) {
            judge.version(version, &languages[0], record.version.is_some());
        }
        found.extend(judge.found);
    }
}

/// The versions of questions to which an answer is on record, a candidate's or a party's.
fn answered(records: &Records) -> BTreeSet<(QuestionId, u32)> {
    let candidacies = records.ballots.iter().flat_map(|ballot| &ballot.record.candidates);
    let positions = candidacies.flat_map(|candidacy| &candidacy.positions);
    let positions = positions.map(|position| (&position.question, &position.version));
    let lines = records.parties.iter().flat_map(|party| &party.record.lines);
    let answers = positions.chain(lines.map(|line| (&line.question, &line.version)));
    let read = answers.filter(|(question, version)| question.is_read() && version.as_ref().is_none_or(At::is_read));
    let number = |version: &Option<At<u32>>| version.as_ref().map_or(1, |version| version.value);
    read.map(|(question, version)| (question.value.clone(), number(version))).collect()
}

/// One version of a question, as it is written.
struct Version<'r> {
    number: u32,
    /// Where its words stand in the main language.
    pos: Pos,
    /// Its words in each language that has them.
    words: BTreeMap<LanguageTag, &'r Text>,
    fingerprints: Option<&'r Fingerprints>,
    /// Why its spelling was corrected.
    fix: Option<&'r Text>,
}

fn versions<'r>(
    in_file: &'r InFile<(QuestionRecord, Body)>,
    languages: &[LanguageTag],
    translated: &'r [InFile<TranslatedPage>],
) -> Vec<Version<'r>> {
    let (record, _) = &in_file.record;
    let mut words: BTreeMap<LanguageTag, &Text> = BTreeMap::new();
    for (tag, texts) in record.translations.iter().flat_map(|all| all.iter()) {
        words.extend(texts.value.get("ask").map(|ask| (tag.clone(), ask)));
    }
    for page in translated.iter().filter(|page| page.record.of == in_file.file) {
        words.extend(page.record.texts.get("ask").map(|ask| (page.record.language.clone(), ask)));
    }
    words.extend([(languages[0].clone(), &record.ask.value)]);
    let present = Version {
        number: record.version.as_ref().map_or(1, |version| version.value),
        pos: record.ask.pos,
        words,
        fingerprints: record.fingerprint.as_ref(),
        fix: record.wording_fix.as_ref(),
    };
    let earlier = record.earlier.iter().map(|EarlierVersion { version, ask, fingerprint, wording_fix, .. }| Version {
        number: version.value,
        pos: ask.pos,
        words: BTreeMap::from([(languages[0].clone(), &ask.value)]),
        fingerprints: fingerprint.as_ref(),
        fix: wording_fix.as_ref(),
    });
    std::iter::once(present).chain(earlier).collect()
}

impl Judge {
    /// Judges the words of a version that was answered.
    fn version(&mut self, version: &Version<'_>, main: &LanguageTag, numbered: bool) {
        let Version { number, pos, words, fingerprints, fix } = version;
        if !words.contains_key(main) {
            return;
        }
        let wanted = version.to_write(main);
        let Some(written) = fingerprints.filter(|written| written.contains_key(main)) else {
            let message =
                format!("answers to version {number} are on record, and a change to its words would go unnoticed");
            let help = format!("add “fingerprint: {wanted}”, and raise “version:” whenever the words change");
            self.report(Code::NoFingerprint, *pos, message, help);
            return;
        };
        let changed: Vec<(&LanguageTag, Kept)> =
            written.iter().map(|(tag, was)| (tag, version.kept(tag, was))).collect();
        if let Some((tag, _)) = changed.iter().find(|(_, kept)| matches!(kept, Kept::No)) {
            let message =
                format!("answers to version {number} are on record, and its words in “{tag}” were changed since");
            let first = if numbered { "raise “version:”" } else { "write “version: 2”" };
            let help = match fix {
                None => format!(
                    "put the old words back, or {first} and keep the old words and their fingerprint under “earlier:”; if only \
                     the spelling was corrected, add “wording_fix:” with the reason"
                ),
                Some(_) => format!(
                    "put the words back, or {first} and keep the old words and their fingerprint under “earlier:”; if only the \
                     spelling was corrected, say so under “wording_fix:” and write “fingerprint: {wanted}”"
                ),
            };
            self.report(Code::Reworded, *pos, message, help);
        } else if changed.iter().any(|(_, kept)| matches!(kept, Kept::Mended)) {
            let message = "the spelling was corrected, and another change to these words would go unnoticed";
            self.report(Code::NoFingerprint, *pos, message, format!("write “fingerprint: {wanted}”"));
        }
    }
}

/// Whether words are those of a fingerprint.
enum Kept {
    /// They are.
    Yes,
    /// They are not, and the record says that only their spelling was corrected.
    Mended,
    /// They are not.
    No,
}

/// What ends the fingerprint of words whose spelling was corrected.
const MENDED: &str = "-mended";

impl Version<'_> {
    /// Whether the words in a language are still those that were put.
    fn kept(&self, tag: &LanguageTag, written: &Text) -> Kept {
        let Some(words) = self.words.get(tag) else { return Kept::No };
        let (plain, mended) = (fingerprint(words, None), fingerprint(words, self.fix));
        match self.fix {
            _ if [plain, mended].iter().any(|known| known == written.as_str()) => Kept::Yes,
            Some(_) if !written.as_str().ends_with(MENDED) => Kept::Mended,
            _ => Kept::No,
        }
    }

    /// The fingerprints of the words as they stand, in the languages that were put.
    fn to_write(&self, main: &LanguageTag) -> String {
        let put = |tag: &&LanguageTag| self.fingerprints.is_none_or(|written| written.contains_key(*tag));
        let tags = self.words.keys().filter(|tag| *tag == main || put(tag));
        let all = tags.map(|tag| format!("{tag}: \"{}\"", fingerprint(self.words[tag], self.fix)));
        format!("{{{}}}", all.collect::<Vec<_>>().join(", "))
    }
}

/// The fingerprint of a sentence, however its lines are broken; of one whose spelling was corrected together with the reason.
#[must_use]
pub fn fingerprint(words: &Text, fix: Option<&Text>) -> String {
    let plain = |text: &Text| text.as_str().split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect::<String>();
    let text = fix.map_or_else(|| plain(words), |fix| format!("{}\n{}", plain(words), plain(fix)));
    let hash = Sha256::digest(text.as_bytes());
    let halves = hash.iter().flat_map(|byte| [byte >> 4, byte & 0xf]);
    let letters: String = halves.take(LETTERS).map(|half| char::from(ALPHABET[usize::from(half)])).collect();
    if fix.is_some() { letters + MENDED } else { letters }
}
