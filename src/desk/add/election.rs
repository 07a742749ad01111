use jiff::civil::Date;

use super::{id_of, spelt, text};
use crate::atoms::{ClockTime, ElectionId, QuestionId, Text, slug_of};
use crate::desk::in_order::in_order;
use crate::desk::{Act, NotDone, OpenSite, UNDONE};
use crate::edit::{Item, Value};
use crate::load::records::ElectionRecord;

/// What else is known of an election.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct ElectionDetails {
    /// Its id, as Democracy Club writes it: parl.2031-05-01; made of name and day when left out.
    #[arg(long, value_name = "ID")]
    pub(crate) id: Option<ElectionId>,
    /// When the polls close: 22:00.
    #[arg(long, value_name = "TIME")]
    pub(crate) polls_close: Option<ClockTime>,
    /// The set of boundaries in force: 2024.
    #[arg(long, value_name = "YEAR")]
    pub(crate) boundaries: Option<Text>,
    /// The questions that it puts, in the order of the scorecard, with commas between them.
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub(crate) questions: Vec<QuestionId>,
    /// It is made up, and its pages say so.
    #[arg(long)]
    pub(crate) fictional: bool,
}

/// An election, in a folder of its own.
pub(crate) fn add_election<'s>(
    site: &'s OpenSite,
    name: &Text,
    date: Date,
    details: &ElectionDetails,
) -> Result<Act<'s>, NotDone> {
    let known = &site.campaign(UNDONE)?.elections;
    let same = known.iter().find(|one| match &details.id {
        Some(id) => one.id == *id,
        None => one.name.value == *name && one.date == date,
    });
    if let Some(same) = same {
        return Err(NotDone::Refused(format!("{} ({}) is on record already: {}", same.name.value, same.id, same.file)));
    }
    let wanted = proposed(name.as_str(), date);
    let id = match (&details.id, wanted) {
        (None, Some(id)) if known.iter().all(|one| one.id != id) => id,
        (given, _) => id_of(given.as_ref(), name.as_str(), |id| known.iter().any(|one| one.id == *id))?,
    };
    let mut keys =
        vec![("id", Value::text(id.as_str())), ("name", Value::text(name.as_str())), ("date", Value::plain(date))];
    keys.extend(spelt("polls_close", details.polls_close.as_ref()));
    keys.extend(text("boundaries", details.boundaries.as_ref()));
    if !details.questions.is_empty() {
        let questions = details.questions.iter().map(|id| Item(vec![("question", Value::id(id))]));
        keys.push(("questions", Value::Entries(questions.collect())));
    }
    keys.extend(details.fictional.then(|| ("fictional", Value::plain(true))));
    let file = format!("candidates/{id}/election.yaml");
    let change = site.propose(vec![site.new_file(&file, in_order::<ElectionRecord>(keys).to_record())?])?;
    let notes = vec![format!("Next, its first ballot: hustings add ballot AREA --election {id}")];
    Ok(Act { change, file, done: format!("added {name} ({id})"), notes })
}

/// An id of name and day: `Pond Lane by-election 2031` gives `pond-lane-by-election.2031-05-01`.
fn proposed(name: &str, date: Date) -> Option<ElectionId> {
    let slug = slug_of(name)?;
    let year = format!("-{}", date.year());
    let name = slug.as_str().strip_suffix(&year).unwrap_or(slug.as_str());
    format!("{name}.{date}").parse().ok()
}
