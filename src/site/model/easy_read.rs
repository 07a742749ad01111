use std::collections::BTreeSet;

use super::judge::Judge;
use super::refer::instead;
use crate::atoms::{LanguageTag, Text};
use crate::diagnostic::{Code, Diagnostics, Pos};
use crate::load::records::{EasyPictureRecord, EasyReadRecord, Translations};
use crate::load::{At, InFile, Records};

/// A picture of Easy Read with what stands beside it: its own sentence, and those after it that have no picture.
#[derive(Debug)]
pub struct EasyStep<'r> {
    /// The picture; none before the first one.
    pub picture: Option<&'r EasyPictureRecord>,
    /// The sentences.
    pub says: Vec<Text>,
}

/// A page in Easy Read, from its first sentence to its last; empty when it is not there in Easy Read.
#[must_use]
pub fn steps(easy: &EasyReadRecord) -> Vec<EasyStep<'_>> {
    let mut steps: Vec<EasyStep<'_>> = Vec::new();
    for (text, line) in easy.easy_read.iter().flat_map(|text| text.as_str().lines().map(move |line| (text, line))) {
        let (name, says) = parts(line);
        if name.is_some() || steps.is_empty() {
            let named = easy.easy_read_pictures.iter().find(|picture| Some(picture.file.as_str()) == name);
            steps.push(EasyStep { picture: named.map(|picture| &picture.value), says: Vec::new() });
        }
        if let Some(step) = steps.last_mut().filter(|_| !says.is_empty()) {
            step.says.push(text.saying(says));
        }
    }
    steps
}

/// The name of a picture at the beginning of a line, and what the line says.
fn parts(line: &str) -> (Option<&str>, &str) {
    let line = line.trim();
    let named = line.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    named.map_or((None, line), |(name, says)| (Some(name.trim()), says.trim()))
}

/// Compares the pictures that the texts in Easy Read name, in all languages, with those that their records have.
pub(super) fn judge(records: &Records, languages: &[LanguageTag], found: &mut Diagnostics) {
    let judge = EasyReadJudge { records, languages };
    for question in &records.questions {
        let (record, _) = &question.record;
        judge.judge(question, &record.easy, record.translations.as_ref(), found);
    }
    for page in &records.pages {
        let (record, _) = &page.record;
        judge.judge(page, &record.easy, record.translations.as_ref(), found);
    }
}

/// Judges what records say in Easy Read, beside all others.
struct EasyReadJudge<'r> {
    records: &'r Records,
    languages: &'r [LanguageTag],
}

impl EasyReadJudge<'_> {
    fn judge<T>(
        &self,
        in_file: &InFile<T>,
        easy: &EasyReadRecord,
        translations: Option<&Translations>,
        found: &mut Diagnostics,
    ) {
        let mut judge = Judge::of(in_file);
        let pictures = &easy.easy_read_pictures;
        judge.easy_pictures(pictures, self.records);
        let text = easy.easy_read.as_ref().filter(|text| text.is_read());
        let named = text.map(|text| judge.named(text.pos, text, pictures)).unwrap_or_default();
        for picture in
            pictures.iter().filter(|picture| picture.file.is_read() && !named.contains(picture.file.as_str()))
        {
            let message = format!("no line of “easy_read” names the picture {}", picture.file.value);
            let help =
                format!("write “[{}]” before the sentence to which it belongs, or take it out", picture.file.value);
            judge.report(Code::IdlePicture, picture.pos, message, help);
        }
        let told = |tag: &LanguageTag| self.languages[1..].contains(tag);
        for (tag, texts) in translations.iter().flat_map(|all| all.iter()).filter(|(tag, _)| told(tag)) {
            texts
                .value
                .get(KEY)
                .into_iter()
                .for_each(|text| judge.translated(texts.pos, (tag, text), pictures, &named));
        }
        found.extend(judge.found);
        let pages = self.records.translated.iter().filter(|page| page.record.of == in_file.file);
        for page in pages.filter(|page| told(&page.record.language)) {
            let mut judge = Judge::of(page);
            let text = page.record.texts.get(KEY).map(|text| (&page.record.language, text));
            text.into_iter().for_each(|text| judge.translated(Pos::START, text, pictures, &named));
            found.extend(judge.found);
        }
    }
}

/// The key under which Easy Read stands.
const KEY: &str = "easy_read";

impl Judge {
    /// Reports pictures that are not there, and those that stand twice.
    fn easy_pictures(&mut self, pictures: &[At<EasyPictureRecord>], records: &Records) {
        let mut known = BTreeSet::new();
        for file in pictures.iter().map(|picture| &picture.file) {
            if self.has_picture(file, records.pictures.keys()) && !known.insert(&file.value) {
                let message = format!("the picture {} stands here twice", file.value);
                self.report(Code::DuplicateId, file.pos, message, "keep one: several lines may name it");
            }
        }
    }

    /// The pictures that a text names; those that its record does not have are reported.
    fn named<'t>(&mut self, pos: Pos, text: &'t Text, pictures: &[At<EasyPictureRecord>]) -> BTreeSet<&'t str> {
        let names: BTreeSet<&str> = text.as_str().lines().filter_map(|line| parts(line).0).collect();
        let known = || pictures.iter().map(|picture| picture.file.as_str());
        let all_read = pictures.iter().all(|picture| picture.file.is_read());
        for name in names.iter().filter(|name| all_read && known().all(|known| known != **name)) {
            let message = format!("“[{name}]” names no picture of “easy_read_pictures”");
            let or = "describe it there, or take it out; a sentence may not begin with “[”";
            self.report(Code::UnknownReference, pos, message, instead(name, known(), or));
        }
        names
    }

    /// Reports pictures that a text in another language does not show.
    fn translated(
        &mut self,
        pos: Pos,
        (language, text): (&LanguageTag, &Text),
        pictures: &[At<EasyPictureRecord>],
        wanted: &BTreeSet<&str>,
    ) {
        let named = self.named(pos, text, pictures);
        for name in wanted.difference(&named) {
            let message = format!("no line of “easy_read” in “{language}” names the picture {name}");
            let help = format!("write “[{name}]” before the sentence to which it belongs there too");
            self.report(Code::IdlePicture, pos, message, help);
        }
    }
}
