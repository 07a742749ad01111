use super::LookedOver;
use super::errand::{Errand, ErrandItem, ErrandKind, counted, either};
use crate::diagnostic::Code;
use crate::load::SITE_FILE;

/// What is missing before the site can be published, as far as that can be told from the records.
pub(super) fn errand(site: &LookedOver<'_>) -> Option<Errand> {
    let info = &site.campaign.site;
    let file = || Some(SITE_FILE.to_owned());
    let lack = |is_lacking: bool, what: &str| {
        is_lacking.then(|| ErrandItem { what: what.to_owned(), id: None, file: file(), line: None })
    };
    let mut items: Vec<ErrandItem> = [
        lack(info.base_url.is_none(), "no address: write “base_url:”, where the site will be served"),
        lack(info.follows_today, "“as_of: today” is for drafts: write the day on which the records are true"),
        lack(
            info.licence.is_none(),
            "no licence: write “licence:”, so that others know what they may do with the data",
        ),
        lack(info.contact.is_none(), "no way to reach you: write “contact:”"),
        lack(info.complaints.is_none(), "no way to complain: write “complaints:”"),
    ]
    .into_iter()
    .flatten()
    .collect();
    for one in site.placeholders.clone().sorted() {
        let (what, file) = (format!("{}: {}", one.message, one.help), one.place.file.to_string());
        items.push(ErrandItem { what, id: None, file: Some(file), line: Some(one.place.pos.line) });
    }
    let (checkers, required) = (info.checkers.len(), info.checks_required as usize);
    let told = site.found.clone().sorted().into_iter().find(|one| one.code == Code::TooFewCheckers);
    if checkers <= required {
        let what = told.map_or_else(
            || {
                format!(
                    "too few checkers: {} named, and a mark needs the one who enters it and {required} more to be confirmed",
                    counted(checkers, "person").replace("persons", "people")
                )
            },
            |one| format!("{}; {}", one.message, one.help),
        );
        items.push(ErrandItem { what, id: None, file: file(), line: None });
    }
    let count = items.len();
    let what = format!(
        "{} {} to be put in order before the site is published",
        counted(count, "thing"),
        either(count, "is", "are")
    );
    Errand::of(ErrandKind::Publish, what, "edit hustings.yaml; then “hustings build”", items)
}
