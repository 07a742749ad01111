use jiff::civil::Date;

use super::{Act, Acted, NotDone, OpenSite, UNDONE};
use crate::edit::{Change, GroupPlace, Value};
use crate::load::SITE_FILE;

/// Moves the day on which the records are true.
///
/// # Errors
/// When it would lie behind something that the records tell of.
pub(crate) fn move_as_of(site: &OpenSite, to: Date) -> Result<Acted<'_>, NotDone> {
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
