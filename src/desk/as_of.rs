use jiff::civil::Date;

use super::deed::Deed;
use super::{Act, Acted, NotDone, OpenSite, Prompt, UNDONE, ask};
use crate::atoms::AsOf;
use crate::edit::{Change, GroupPlace, Value};
use crate::load::SITE_FILE;
use crate::load::records::SiteRecord;

/// The day of the records is moved.
pub(super) fn as_of() -> Deed {
    // A command that names none means today.
    let day = Prompt { when: |_, _| false, ..ask("day", "To which day?") };
    let day = day.optional().key("as_of").hint("2031-04-20; today when left out").placed("DATE|today");
    Deed {
        title: "Move the day of the records",
        about: "Every page says on which day the records were true, and nothing on record can be later. Move it forward before you enter what \
                came since.",
        example: "hustings as-of 2031-04-20",
        ..Deed::among::<SiteRecord>("as-of", [day.help("The day; today when left out.")], |site, new| {
            move_as_of(site, new.get("day").unwrap_or(AsOf::Today).resolve(site.today))
        })
    }
}

/// Moves the day on which the records are true.
///
/// # Errors
/// When it would lie behind something that the records tell of.
fn move_as_of(site: &OpenSite, to: Date) -> Result<Acted<'_>, NotDone> {
    let now = site.campaign(UNDONE)?.site.as_of;
    if now == to {
        return Ok(Acted::Already(format!("{SITE_FILE} says already that the records are as of {to}")));
    }
    let change = Change::Set { place: GroupPlace::Root, key: "as_of", value: Value::plain(to) };
    let change = site.propose(vec![site.edit(SITE_FILE, &[change], || format!("write “as_of: {to}”"))?])?;
    let done = format!("the records are as of {to} now, no longer {now}");
    let notes = if to > now { Vec::new() } else { vec!["That is earlier than before.".to_owned()] };
    Ok(Acted::Now(Act { change, file: SITE_FILE.to_owned(), done, notes }))
}
