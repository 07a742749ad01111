//! Takes records and a language, gives the same records as a page in that language tells them: what is translated
//! in that language, all else marked as standing in the main one. Never changes what the records say.

mod judge;
mod texts;

pub(super) use judge::judge;

use std::collections::BTreeMap;

use crate::atoms::{LanguageTag, Text};
use crate::diagnostic::{FileName, Place};
use crate::load::records::{TranslatedPage, TranslatedTexts, Translations};
use crate::load::{At, Body, Field, Judged, Records};
use texts::{Group, Told, visit};

/// A text of the records that a language lacks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Untranslated {
    /// Where the text stands in the main language.
    pub place: Place,
    /// Its key; none for the text of a page or question.
    pub key: Option<&'static str>,
}

/// What a language has of the records' texts.
#[derive(Debug, Default)]
pub struct Translated {
    /// How many texts there are in it.
    pub texts: usize,
    /// The texts that it lacks, by place.
    pub missing: Vec<Untranslated>,
}

/// Tells the records in another language than their main one.
pub(super) fn tell(records: &mut Records, main: &LanguageTag, language: &LanguageTag) -> Translated {
    let mut telling = Telling { main, language, pages: pages(records, language), result: Translated::default() };
    visit(records, &mut |group| telling.group(group));
    for in_file in &mut records.questions {
        telling.body(&mut in_file.record.1);
    }
    for in_file in &mut records.pages {
        telling.body(&mut in_file.record.1);
    }
    telling.result.missing.sort();
    telling.result
}

/// The pages and questions in a language, by the file of which each is the translation.
fn pages(records: &Records, language: &LanguageTag) -> BTreeMap<FileName, (TranslatedTexts, Body)> {
    let pages = records.translated.iter().map(|in_file| &in_file.record).filter(|page| page.language == *language);
    pages.map(|TranslatedPage { of, texts, body, .. }| (of.clone(), (texts.clone(), body.clone()))).collect()
}

struct Telling<'a> {
    main: &'a LanguageTag,
    language: &'a LanguageTag,
    pages: BTreeMap<FileName, (TranslatedTexts, Body)>,
    result: Translated,
}

impl Telling<'_> {
    fn group(&mut self, group: Group<'_>) {
        let mut own = group.translations.and_then(|translations| self.own(translations)).unwrap_or_default();
        let mut page = self.pages.get(group.file).map(|(texts, _)| texts.clone()).unwrap_or_default();
        for (key, told, text) in group.texts {
            let Some(At { pos, value: Judged(Ok(words)) }) = text else { continue };
            if let Some(translated) = page.good(key).or_else(|| own.good(key)) {
                self.result.texts += 1;
                *words = translated;
                continue;
            }
            if told == Told::Words {
                let place = Place { file: group.file.clone(), pos: *pos };
                self.result.missing.push(Untranslated { place, key: Some(key) });
            }
            if told != Told::Person {
                *words = words.marked(self.main);
            }
        }
        for Field { value: Judged(text), .. } in group.kept.into_iter().flatten() {
            if let Ok(words) = text {
                *words = words.marked(self.main);
            }
        }
        for language in group.languages {
            language.get_or_insert_with(|| At { pos: group.pos, value: Judged(Ok(self.main.clone())) });
        }
    }

    /// The texts of a record in the language.
    fn own(&self, translations: &mut Option<Translations>) -> Option<TranslatedTexts> {
        let all = translations.take()?;
        all.into_iter().find(|(tag, _)| tag.parse().as_ref() == Ok(self.language)).map(|(_, texts)| texts.value)
    }

    fn body(&mut self, body: &mut Body) {
        if body.text.trim().is_empty() {
            return;
        }
        if let Some((_, translated)) = self.pages.get(&body.file)
            && !translated.text.trim().is_empty()
        {
            self.result.texts += 1;
            *body = translated.clone();
            return;
        }
        let place = Place { file: body.file.clone(), pos: crate::diagnostic::Pos { line: body.line, column: 1 } };
        self.result.missing.push(Untranslated { place, key: None });
        body.language = Some(self.main.clone());
    }
}

impl TranslatedTexts {
    /// The text under a key, when there is one and it is in order.
    fn good(&mut self, wanted: &str) -> Option<Text> {
        let mut all = self.all_mut().into_iter();
        let (_, field) = all.find(|(key, _)| *key == wanted)?;
        field.as_ref()?.value.0.as_ref().ok().cloned()
    }
}
