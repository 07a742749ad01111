use super::texts::{Group, visit};
use crate::atoms::{LanguageTag, Malformed};
use crate::diagnostic::{Code, Diagnostics, FileName, Pos};
use crate::load::records::{TranslatedPage, TranslatedTexts};
use crate::load::{InFile, Records};
use crate::model::judge::Judge;

/// Judges the texts in further languages, as far as they can be judged by themselves.
pub(in crate::model) fn judge(records: &mut Records, languages: &[LanguageTag], found: &mut Diagnostics) {
    let translated = std::mem::take(&mut records.translated);
    visit(records, &mut |mut group| {
        record(&mut group, found);
        let of_this = |page: &&InFile<TranslatedPage>| page.record.of == *group.file && group.translations.is_some();
        for page in translated.iter().filter(of_this) {
            texts(&page.file, page.record.texts.clone(), &group, found);
        }
    });
    for page in &translated {
        unpublished(&page.file, &page.record, languages, found);
    }
    records.translated = translated;
}

fn record(group: &mut Group<'_>, found: &mut Diagnostics) {
    let translations = group.translations.as_mut().and_then(|translations| translations.as_ref());
    for (tag, translated) in translations.cloned().into_iter().flatten() {
        if let Err(Malformed { what, help, .. }) = tag.parse::<LanguageTag>() {
            found.push(Code::Malformed, group.file, translated.pos, what, help);
        }
        texts(group.file, translated.value, group, found);
    }
}

/// Judges the texts of a record in one language.
fn texts(file: &FileName, mut translated: TranslatedTexts, group: &Group<'_>, found: &mut Diagnostics) {
    let mut judge = Judge::of_file(file.clone());
    let keys: Vec<&str> = group.texts.iter().map(|(key, _, _)| *key).collect();
    for (key, field) in translated.all_mut() {
        let Some(field) = field.take() else { continue };
        if !keys.contains(&key) {
            let message = format!("this record has no text “{key}” to be translated");
            let help = format!("give translations of {}", keys.join(", "));
            judge.report(Code::UnknownKey, field.pos, message, help);
        }
        judge.take(Some(field));
    }
    found.extend(judge.found);
}

/// Reports a page in a language in which the site is not published.
fn unpublished(file: &FileName, page: &TranslatedPage, languages: &[LanguageTag], found: &mut Diagnostics) {
    let TranslatedPage { of, language, .. } = page;
    let further = languages.get(1..).unwrap_or_default();
    if further.contains(language) {
        return;
    }
    let message = format!("this is {of} in “{language}”, and the site has no pages in that language");
    let help = match languages.first() == Some(language) {
        true => format!("“{language}” is the site's main language: put this text into {of} itself"),
        false => format!("add “{language}” to “languages:” in hustings.yaml, after the main one"),
    };
    found.push(Code::UnbuiltTranslation, file, Pos::START, message, help);
}
