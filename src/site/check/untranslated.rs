use crate::diagnostic::{Code, Diagnostics};
use crate::model::{Campaign, Untranslated};

/// Lists the texts that one of the site's further languages lacks, each where it stands in the main language.
#[must_use]
pub fn untranslated(campaign: &Campaign) -> Diagnostics {
    let mut found = Diagnostics::default();
    for (told, translated) in &campaign.further {
        let language = &told.language;
        for Untranslated { place, key } in &translated.missing {
            let (message, help) = match key {
                Some(key) => (
                    format!("“{key}” is not given in “{language}”"),
                    format!("add it to this record: translations: {{{language}: {{{key}: …}}}}"),
                ),
                None => {
                    let file = place.file.strip_suffix("md").unwrap_or(&place.file);
                    (
                        format!("this text is not given in “{language}”"),
                        format!("write it in {file}{}.md, below the keys", language.folder()),
                    )
                }
            };
            found.push(Code::Untranslated, &place.file, place.pos, message, help);
        }
    }
    found
}
