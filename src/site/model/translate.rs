//! Takes records and a language, gives the same records as a page in that language tells them: what is translated
//! in that language, all else as standing in the main one. Never changes what the records say.

use std::collections::BTreeMap;

use crate::atoms::{LanguageTag, Text};
use crate::diagnostic::{Code, Diagnostics, FileName, Place, Pos};
use crate::load::records::{TranslatedPage, TranslatedTexts, Translations};
use crate::load::{Body, Records, Teller, Told};

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

/// Reports pages in a language in which the site is not published.
pub(super) fn judge(records: &Records, languages: &[LanguageTag], found: &mut Diagnostics) {
    for page in &records.translated {
        let TranslatedPage { of, language, .. } = &page.record;
        if languages[1..].contains(language) {
            continue;
        }
        let message = format!("this is {of} in “{language}”, and the site has no pages in that language");
        let help = match languages.first() == Some(language) {
            true => format!("“{language}” is the site's main language: put this text into {of} itself"),
            false => format!("add “{language}” to “languages:” in hustings.yaml, after the main one"),
        };
        found.push(Code::UnbuiltTranslation, &page.file, Pos::START, message, help);
    }
}

/// Tells the records in another language than their main one.
pub(super) fn tell(records: &mut Records, main: &LanguageTag, language: &LanguageTag) -> Translated {
    let pages = pages(records, language);
    let result = Translated::default();
    let mut telling = Telling { main, language, file: "".into(), within: Vec::new(), pages, result };
    records.tell(&mut telling);
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
    file: FileName,
    /// The texts in the language of the records in which it is, from the outermost.
    within: Vec<TranslatedTexts>,
    pages: BTreeMap<FileName, (TranslatedTexts, Body)>,
    result: Translated,
}

impl Telling<'_> {
    fn lacks(&mut self, pos: Pos, key: Option<&'static str>) {
        let place = Place { file: self.file.clone(), pos };
        self.result.missing.push(Untranslated { place, key });
    }
}

impl Teller for Telling<'_> {
    fn file(&mut self, file: &FileName) {
        self.file = file.clone();
    }

    fn enter(&mut self, _: Pos, translations: &mut Option<Translations>) {
        let own = translations.take().and_then(|all| all.into_inner().remove(self.language));
        let mut texts = own.map(|own| own.value).unwrap_or_default();
        if let Some((page, _)) = self.pages.get(&self.file) {
            texts.0.extend(page.0.iter().map(|(key, text)| (*key, text.clone())));
        }
        self.within.push(texts);
    }

    fn leave(&mut self) {
        self.within.pop();
    }

    fn text(&mut self, told: Told, pos: Pos, text: &mut Text) {
        if let Some(translated) = told.key().and_then(|key| self.within.last()?.get(key)) {
            *text = translated.clone();
            self.result.texts += 1;
            return;
        }
        if let Told::Words(key) = told {
            self.lacks(pos, Some(key));
        }
        if !matches!(told, Told::Person(_)) {
            *text = text.within(self.main);
        }
    }

    fn language(&mut self, language: &mut Option<LanguageTag>) {
        language.get_or_insert_with(|| self.main.clone());
    }

    fn body(&mut self, body: &mut Body) {
        if body.text.trim().is_empty() {
            return;
        }
        if let Some((_, translated)) = self.pages.get(&self.file)
            && !translated.text.trim().is_empty()
        {
            self.result.texts += 1;
            *body = translated.clone();
            return;
        }
        self.lacks(Pos { line: body.line, column: 1 }, None);
        body.language = Some(self.main.clone());
    }
}
