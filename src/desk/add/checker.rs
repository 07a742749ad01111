use super::id_of;
use crate::atoms::{Slug, Text};
use crate::desk::answers::DeedAnswers;
use crate::desk::deed::Deed;
use crate::desk::in_order::in_order;
use crate::desk::prompt::{name, seldom};
use crate::desk::{Act, Acted, NotDone, OpenSite, UNDONE, ask};
use crate::edit::{Change, GroupPlace, Value};
use crate::load::SITE_FILE;
use crate::load::records::CheckerRecord;

/// Somebody who enters and checks records.
pub(super) fn checker() -> Deed {
    let asks = [
        ask("name", "What is their name?").placed("NAME").read(name).hint("it is published"),
        seldom("id").help("The id for --by; the first name when left out."),
    ];
    Deed {
        title: "Add somebody who keeps the records",
        about: "Somebody who enters and checks records. Each answer is entered by one person and confirmed by others.",
        example: "hustings add checker 'Pat Promoter'",
        notes: "  hustings add checker 'Pat Promoter' --id pat",
        ..Deed::among::<CheckerRecord>("checker", asks, add_checker)
    }
}

fn add_checker<'s>(site: &'s OpenSite, new: &DeedAnswers<'_>) -> Result<Acted<'s>, NotDone> {
    let (name, known): (Text, _) = (new.need("name")?, &site.campaign(UNDONE)?.site.checkers);
    if let Some((id, _)) = known.iter().find(|(id, called)| new.is_same(id, **called == name)) {
        return Err(NotDone::Refused(format!("{id} is among the checkers already")));
    }
    let first = name.as_str().split_whitespace().next().unwrap_or_default();
    let id: Slug = id_of(new.get("id"), first, |id| known.contains_key(id))?;
    let keys = vec![("id", Value::text(id.as_str())), ("name", Value::text(name.as_str()))];
    let item = in_order::<CheckerRecord>(keys);
    let by_hand = format!("add it by hand under “checkers:”:\n{}", item.to_block(2).join("\n"));
    let change = Change::Insert { place: GroupPlace::Root, list: "checkers", index: usize::MAX, item };
    let change = site.propose(vec![site.edit(SITE_FILE, &[change], || by_hand)?])?;
    let done = format!("added {name}; their id is {id}");
    Ok(Acted::Now(Act { change, file: SITE_FILE.to_owned(), done, notes: Vec::new() }))
}
