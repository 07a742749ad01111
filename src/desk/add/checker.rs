use crate::atoms::{Slug, Text};
use crate::desk::in_order::in_order;
use crate::desk::{Act, NotDone, OpenSite, UNDONE};
use crate::edit::{Change, GroupPlace, Value};
use crate::load::SITE_FILE;
use crate::load::records::CheckerRecord;

/// Somebody who enters and checks records.
pub(crate) fn add_checker<'s>(site: &'s OpenSite, name: &Text, id: Option<&Slug>) -> Result<Act<'s>, NotDone> {
    let known = &site.campaign(UNDONE)?.site.checkers;
    if let Some((id, _)) = known.iter().find(|(known, called)| id.map_or(*called == name, |id| *known == id)) {
        return Err(NotDone::Refused(format!("{id} is among the checkers already")));
    }
    let first = name.as_str().split_whitespace().next().unwrap_or_default();
    let id: Slug = super::id_of(id, first, |id| known.contains_key(id))?;
    let keys = vec![("id", Value::text(id.as_str())), ("name", Value::text(name.as_str()))];
    let item = in_order::<CheckerRecord>(keys);
    let by_hand = format!("add it by hand under “checkers:”:\n{}", item.to_block(2).join("\n"));
    let change = Change::Insert { place: GroupPlace::Root, list: "checkers", index: usize::MAX, item };
    let change = site.propose(vec![site.edit(SITE_FILE, &[change], || by_hand)?])?;
    let done = format!("added {name}; their id is {id}");
    Ok(Act { change, file: SITE_FILE.to_owned(), done, notes: Vec::new() })
}
