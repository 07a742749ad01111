use std::path::Path;

use jiff::civil::Date;

use super::lookup::Lookup;
use super::row::{RowReader, judge_people};
use crate::atoms::Slug;
use crate::desk::sign::{NewSignature, sign};
use crate::desk::{NotDone, OpenSite, SoundChange, Within, checker, known};
use crate::diagnostic::{Code, Diagnostics};
use crate::import::{AnswerColumn, AnswerFile, AnswerRow, SheetTopic};
use crate::model::{Campaign, Pledge};

/// What a list of signatures brings into the record of a pledge.
#[derive(Debug)]
pub(crate) struct SignatureImport<'s> {
    /// How the record changes; nothing when all have signed already.
    pub(crate) change: Option<SoundChange<'s>>,
    /// How many rows there are.
    pub(crate) rows: usize,
    /// How many of them are new.
    pub(crate) new: usize,
    /// The names of columns that are not read.
    pub(crate) unread: Vec<String>,
}

/// Compares a list of who signed with the record of a pledge, and gives the record with those who are new: all, or none when one row
/// is wrong. Who has signed already stays as they are.
pub(crate) fn import_signatures<'s>(
    site: &'s OpenSite,
    path: &Path,
    (pledge, by): (&str, Option<&Slug>),
) -> Result<SignatureImport<'s>, NotDone> {
    let campaign = site.campaign("nothing was written")?;
    by.map_or(Ok(()), |by| checker(by, campaign)).map_err(NotDone::Refused)?;
    let pledge = known("pledge", pledge, campaign.pledges.iter(), |pledge| pledge.id.as_str())?;
    let file = AnswerFile::read(path)?;
    let wrong = |found| NotDone::Wrong { found, sources: file.sources(), undone: "nothing was written" };
    let mut found = Diagnostics::default();
    let Some(table) = file.table(SheetTopic::Signatures, &mut found) else { return Err(wrong(found)) };
    let within = Within { election: Some(pledge.election.to_string()), ballot: None };
    let (lookup, mut new) = (Lookup::of(campaign, &within), Vec::<NewSignature>::new());
    let rows: Vec<AnswerRow<'_>> = table.rows().collect();
    for row in &rows {
        let Some(one) = signature(row, &lookup, (campaign, by, site.day()), &mut found) else { continue };
        if new.iter().any(|earlier| earlier.who == one.who) {
            let help = "leave the row with the better source, and take the other out";
            row.report(AnswerColumn::Id, Code::DuplicateId, "this one signs in an earlier row too", help, &mut found);
        } else if pledge.signed_by(&one.who).is_none() {
            new.push(one);
        }
    }
    if rows.is_empty() && !found.has_errors() {
        table.report_empty(&mut found);
    }
    if found.has_errors() {
        return Err(wrong(found));
    }
    let unread = table.unread().into_iter().map(str::to_owned).collect();
    proposed(site, pledge, &new).map(|change| SignatureImport { change, rows: rows.len(), new: new.len(), unread })
}

fn proposed<'s>(site: &'s OpenSite, pledge: &Pledge, new: &[NewSignature]) -> Result<Option<SoundChange<'s>>, NotDone> {
    if new.is_empty() { Ok(None) } else { sign(site, pledge, new).map(Some) }
}

/// The signature of a row; what is wrong with it is reported.
fn signature(
    row: &AnswerRow<'_>,
    lookup: &Lookup<'_>,
    (campaign, by, day): (&Campaign, Option<&Slug>, Date),
    found: &mut Diagnostics,
) -> Option<NewSignature> {
    let speaker = lookup.signer(row, found)?;
    let reader = RowReader { row, on_it: &[], by, found, blank: Vec::new(), is_bad: false };
    let (mark, capacity) = reader.signed(&speaker, day, campaign)?;
    judge_people(&mark, row, campaign, found).then(|| NewSignature { who: speaker.signer(), capacity, mark })
}
