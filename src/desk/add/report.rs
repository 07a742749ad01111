use super::{id_of, spelt};
use crate::atoms::{QuestionId, Slug, Text};
use crate::desk::in_order::in_order;
use crate::desk::{Act, NotDone, OpenSite, UNDONE};
use crate::edit::{Item, Value};
use crate::load::records::{ReportArea, ReportChoice, ReportRecord};

/// What people are asked to report, which is to be put into the records.
pub(crate) struct ReportToAdd {
    /// What the reports are about.
    pub(crate) title: Text,
    /// What people are asked.
    pub(crate) asked: Text,
    /// What they can choose from; at least one.
    pub(crate) choices: Vec<Text>,
    /// What else is known of it.
    pub(crate) details: ReportDetails,
}

/// What else is known of it.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct ReportDetails {
    /// Its id; made of its title when left out.
    #[arg(long, value_name = "ID")]
    pub(crate) id: Option<Slug>,
    /// How people can tell it.
    #[arg(long = "how", value_name = "TEXT")]
    pub(crate) way: Option<Text>,
    /// An area in which it can have happened; once for each.
    #[arg(long = "area", value_name = "NAME", value_delimiter = '\n')]
    pub(crate) areas: Vec<Text>,
    /// The ids of the questions that it is about, with commas between them.
    #[arg(long = "question", value_name = "IDS", value_delimiter = ',')]
    pub(crate) questions: Vec<QuestionId>,
    /// The ids of the accounts that it is about, with commas between them.
    #[arg(long = "account", value_name = "IDS", value_delimiter = ',')]
    pub(crate) accounts: Vec<Slug>,
    /// Let people print a form. “reports:” in hustings.yaml has to say who keeps what comes back.
    #[arg(long)]
    pub(crate) form: bool,
}

/// What people are asked to report, in a file of its own; the counts come after.
pub(crate) fn add_report<'s>(site: &'s OpenSite, new: &ReportToAdd) -> Result<Act<'s>, NotDone> {
    let ReportToAdd { title, asked, choices, details } = new;
    let known = &site.campaign(UNDONE)?.reports;
    if let Some(same) = known.iter().find(|report| *report.title == *title) {
        return Err(NotDone::Refused(format!("“{title}” is on record already: {}", file(&same.id))));
    }
    let id = id_of(details.id.as_ref(), title.as_str(), |id| known.by_id(id).is_some())?;
    let mut keys = vec![
        ("title", Value::text(title.as_str())),
        ("asked", Value::text(asked.as_str())),
        ("choices", Value::Entries(named(choices, in_order::<ReportChoice>)?)),
    ];
    keys.extend(spelt("how", details.way.as_ref()));
    let areas = named(&details.areas, in_order::<ReportArea>)?;
    keys.extend((!areas.is_empty()).then_some(("areas", Value::Entries(areas))));
    let questions: Vec<Value> = details.questions.iter().map(Value::id).collect();
    keys.extend((!questions.is_empty()).then_some(("questions", Value::List(questions))));
    let accounts: Vec<Value> = details.accounts.iter().map(Value::id).collect();
    keys.extend((!accounts.is_empty()).then_some(("accounts", Value::List(accounts))));
    keys.extend(details.form.then(|| ("form", Value::plain(true))));
    let file = file(&id);
    let change = site.propose(vec![site.new_file(&file, in_order::<ReportRecord>(keys).to_record())?])?;
    let notes = vec![format!(
        "Next, count in private/reports/{id}.csv, with the columns what, area, from, until and n; then: hustings reports {id}"
    )];
    Ok(Act { change, file, done: format!("added the report “{title}” ({id})"), notes })
}

/// Things by their names, each with an id of its own.
fn named(names: &[Text], in_order: fn(Vec<(&'static str, Value)>) -> Item) -> Result<Vec<Item>, NotDone> {
    let mut ids = Vec::<Slug>::new();
    let mut items = Vec::new();
    for name in names {
        let id = id_of(None, name.as_str(), |id| ids.contains(id))?;
        items.push(in_order(vec![("id", Value::id(&id)), ("name", Value::text(name.as_str()))]));
        ids.push(id);
    }
    Ok(items)
}

fn file(id: &Slug) -> String {
    format!("content/reports/{id}.yaml")
}
