use std::collections::{BTreeMap, BTreeSet};
use std::fs::read_dir;

use jiff::civil::Date;

use super::in_order::in_order;
use super::{Act, Acted, NotDone, OpenSite, UNDONE, known};
use crate::atoms::{Band, Slug};
use crate::diagnostic::Pos;
use crate::edit::{Change, FileChange, GroupPlace, Item, Value};
use crate::import::{Offered, Reported, reported};
use crate::load::records::{ReportCount, ReportPeriod, ReportTotal};
use crate::model::{Campaign, ReportRow, ReportTable, ToldReport};

/// Where a campaign keeps its counts, a table for each report.
const FOLDER: &str = "private/reports";

/// What becomes of a period that is on record with other bands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Recounted {
    /// It stays, and nothing is written.
    Refused,
    /// It gets the bands of the new count.
    Rewritten,
}

/// The counts of a campaign's own tables, as bands in the records of their reports: of those with these ids, or of all that have a
/// table.
pub(crate) fn tell_reports<'s>(site: &'s OpenSite, ids: &[String], recounted: Recounted) -> Result<Acted<'s>, NotDone> {
    let campaign = site.campaign(UNDONE)?;
    let wanted = wanted(site, campaign, ids)?;
    let (mut changes, mut periods, mut rewritten) = (Vec::new(), 0, false);
    for report in &wanted {
        let made = PeriodChanges::of(site, report, recounted)?;
        periods += made.changes.len();
        rewritten |= made.rewrites;
        changes.extend(made.edit(site, report)?);
    }
    let Some(file) = changes.first().map(|change| change.path.to_string_lossy().into_owned()) else {
        let files: Vec<&str> = wanted.iter().map(|report| &*report.file).collect();
        return Ok(Acted::Already(format!("{}: what the tables count is on record already", files.join(", "))));
    };
    let change = site.propose(changes)?;
    let done = format!("{periods} {} told in bands", if periods == 1 { "period is" } else { "periods are" });
    let note = "Whoever kept the earlier numbers sees that somebody told you later.".to_owned();
    Ok(Acted::Now(Act { change, file, done, notes: if rewritten { vec![note] } else { Vec::new() } }))
}

/// The reports that are meant: those with ids, or all that have a table.
fn wanted<'c>(site: &OpenSite, campaign: &'c Campaign, ids: &[String]) -> Result<Vec<&'c ToldReport>, NotDone> {
    let all = campaign.reports.iter();
    let tables = read_dir(site.root.join(FOLDER)).into_iter().flatten().flatten();
    let tables = tables.filter_map(|entry| entry.file_name().to_str()?.strip_suffix(".csv").map(str::to_owned));
    let tables: BTreeSet<String> = tables.collect();
    let ids = if ids.is_empty() { tables } else { ids.iter().cloned().collect() };
    if ids.is_empty() {
        let why = format!(
            "there is no table in {FOLDER}/; write one there, named by the id of its report, with the columns what, area, from, until and n"
        );
        return Err(NotDone::Refused(why));
    }
    ids.iter()
        .map(|id| match known("report", id, all.clone(), |report| report.id.as_str()) {
            Err(NotDone::Refused(why)) => Err(NotDone::Refused(format!(
                "{why}; write content/reports/{id}.yaml first, with title, asked and choices (docs/record-format.md)"
            ))),
            known => known,
        })
        .collect()
}

/// How many there are of each choice in each area, in one period.
type TalliedCounts = BTreeMap<(Slug, Option<Slug>), u32>;

/// How the periods of one record change.
#[derive(Default)]
struct PeriodChanges {
    changes: Vec<Vec<Change>>,
    /// Whether one that was there gets other bands.
    rewrites: bool,
}

impl PeriodChanges {
    fn of(site: &OpenSite, report: &ToldReport, recounted: Recounted) -> Result<Self, NotDone> {
        let path = site.root.join(format!("{FOLDER}/{}.csv", report.id));
        let offered = Offered {
            choices: report.choices.iter().map(|choice| (&choice.id.value, &choice.name.value)).collect(),
            areas: report.areas.iter().map(|area| (&area.id.value, &area.name.value)).collect(),
            file: &report.file,
        };
        let mut periods = BTreeMap::<(Date, Date), TalliedCounts>::new();
        for Reported { choice, area, days, n } in reported(&path, &offered)? {
            let count = periods.entry(days).or_default().entry((choice, area)).or_default();
            *count = count.saturating_add(n);
        }
        let mut made = Self::default();
        for (days, counted) in periods {
            let table = report.tables.iter().find(|table| table.is_of(days.0, days.1));
            let period = TalliedPeriod::of(report, days, &counted, table.filter(|table| asked_all(table, &counted)));
            match table {
                None => made.changes.push(vec![period.insert()]),
                Some(table) if period.is_told_by(table) => {}
                Some(table) if recounted == Recounted::Rewritten => {
                    made.changes.push(period.rewrite(site, report, table)?);
                    made.rewrites = true;
                }
                Some(table) => return Err(NotDone::Refused(refusal(report, table))),
            }
        }
        Ok(made)
    }

    fn edit(self, site: &OpenSite, report: &ToldReport) -> Result<Option<FileChange>, NotDone> {
        let changes = self.changes.concat();
        if changes.is_empty() {
            return Ok(None);
        }
        let by_hand = || format!("write the bands under “periods:” of {} by hand", report.file);
        Ok(Some(site.edit(&report.file, &changes, by_hand)?))
    }
}

/// Whether people could choose everything that is counted when a period was told.
fn asked_all(table: &ReportTable, counted: &TalliedCounts) -> bool {
    counted.keys().all(|(choice, area)| {
        table.rows.iter().any(|row| row.choice == *choice) && area.iter().all(|area| table.areas.contains(area))
    })
}

/// Why the bands of a period stay.
fn refusal(report: &ToldReport, table: &ReportTable) -> String {
    let ReportTable { from, until, pos, .. } = table;
    let (file, line) = (&report.file, pos.line);
    format!(
        "{file}:{line} told the days from {from} to {until} already, and the table counts them otherwise now: two numbers for the \
         same days can tell who came between. Count what is new in a period of its own, or write the new bands with --again"
    )
}

/// What is told of one period: bands, and nothing that could be worked out of them.
struct TalliedPeriod {
    days: (Date, Date),
    rows: Vec<TalliedRow>,
    /// The total of all, where no areas stand beside each other.
    all: Option<Band>,
}

/// A choice with its bands by area, and the total that can be told of them.
struct TalliedRow {
    choice: Slug,
    cells: Vec<(Option<Slug>, Band)>,
    total: Option<Band>,
}

impl TalliedPeriod {
    /// A line for every choice in every area, whether somebody reported it or not: that one is missing would tell that nobody did.
    /// What was told of these days before was asked as it stood then: a choice or an area that came later is none of theirs.
    fn of(report: &ToldReport, days: (Date, Date), counted: &TalliedCounts, told: Option<&ReportTable>) -> Self {
        let choices: Vec<&Slug> = match told {
            Some(table) => table.rows.iter().map(|row| &row.choice).collect(),
            None => report.choices.iter().map(|choice| &choice.id.value).collect(),
        };
        let areas: Vec<&Slug> = match told {
            Some(table) => table.areas.iter().collect(),
            None => report.areas.iter().map(|area| &area.id.value).collect(),
        };
        let areas: Vec<Option<Slug>> = match areas.as_slice() {
            [] => vec![None],
            areas => areas.iter().map(|area| Some((*area).clone())).collect(),
        };
        let count =
            |choice: &Slug, area: &Option<Slug>| counted.get(&(choice.clone(), area.clone())).copied().unwrap_or(0);
        let (mut rows, mut all) = (Vec::new(), Vec::new());
        for choice in choices {
            let counts: Vec<u32> = areas.iter().map(|area| count(choice, area)).collect();
            let bands: Vec<Band> = counts.iter().copied().map(Band::of).collect();
            let total = Band::of_sum(&bands, &counts).filter(|_| areas.len() > 1);
            rows.push(TalliedRow { choice: choice.clone(), cells: areas.iter().cloned().zip(bands).collect(), total });
            all.extend(counts);
        }
        let bands: Vec<Band> = all.iter().copied().map(Band::of).collect();
        Self { days, rows, all: Band::of_sum(&bands, &all).filter(|_| areas.len() == 1) }
    }

    /// Whether a table on record says the same.
    fn is_told_by(&self, table: &ReportTable) -> bool {
        let same = |row: &TalliedRow, told: &ReportRow| {
            let bands: Vec<Band> = row.cells.iter().map(|(_, band)| *band).collect();
            row.choice == told.choice
                && bands == told.bands()
                && row.total.unwrap_or_else(|| Band::at_least(&bands)) == told.total
        };
        self.rows.len() == table.rows.len()
            && self.rows.iter().zip(&table.rows).all(|(row, told)| same(row, told))
            && self.all == table.all
    }

    fn insert(&self) -> Change {
        let (from, until) = self.days;
        let mut keys = vec![("from", Value::plain(from)), ("until", Value::plain(until)), ("counts", self.counts())];
        keys.extend(self.totals().map(|totals| ("totals", totals)));
        let item = in_order::<ReportPeriod>(keys);
        Change::Insert { place: GroupPlace::Root, list: "periods", index: usize::MAX, item }
    }

    /// Only what changes, where the same is counted as before; else all lines.
    fn rewrite(&self, site: &OpenSite, report: &ToldReport, table: &ReportTable) -> Result<Vec<Change>, NotDone> {
        let place = GroupPlace::At(site.way(&report.file, table.pos)?);
        let is_alike =
            |(row, told): (&TalliedRow, &ReportRow)| row.choice == told.choice && row.cells.len() == told.cells.len();
        let mut changes = if self.rows.len() == table.rows.len() && self.rows.iter().zip(&table.rows).all(is_alike) {
            self.recounted(site, report, table)?
        } else {
            vec![Change::Set { place: place.clone(), key: "counts", value: self.counts() }]
        };
        changes.push(match self.totals() {
            Some(value) => Change::Set { place, key: "totals", value },
            None => Change::Remove { place, key: "totals" },
        });
        Ok(changes)
    }

    /// The new bands of lines that stand there.
    fn recounted(&self, site: &OpenSite, report: &ToldReport, table: &ReportTable) -> Result<Vec<Change>, NotDone> {
        let told = table.rows.iter().flat_map(|row| &row.cells);
        let new = self.rows.iter().flat_map(|row| row.cells.iter().map(|(_, band)| *band));
        let differ: Vec<(Pos, Band)> =
            told.zip(new).filter(|(told, new)| told.band != *new).map(|(told, new)| (told.pos, new)).collect();
        let places: Vec<Pos> = differ.iter().map(|(pos, _)| *pos).collect();
        let ways = site.ways(&report.file, &places)?.into_iter().zip(differ);
        let changes =
            ways.map(|(way, (_, n))| Change::Set { place: GroupPlace::At(way), key: "n", value: Value::plain(n) });
        Ok(changes.collect())
    }

    fn counts(&self) -> Value {
        let lines = self.rows.iter().flat_map(|row| {
            row.cells.iter().map(|(area, n)| {
                let mut keys = vec![("choice", Value::id(&row.choice)), ("n", Value::plain(n))];
                keys.extend(area.as_ref().map(|area| ("area", Value::id(area))));
                in_order::<ReportCount>(keys)
            })
        });
        Value::Entries(lines.collect())
    }

    /// The totals that say more than their parts do, where there are any.
    fn totals(&self) -> Option<Value> {
        let of_rows = self.rows.iter().filter_map(|row| Some((Some(&row.choice), row.total?)));
        let lines = of_rows.chain(self.all.map(|all| (None, all))).map(|(choice, n)| {
            let mut keys = vec![("n", Value::plain(n))];
            keys.extend(choice.map(|choice| ("choice", Value::id(choice))));
            in_order::<ReportTotal>(keys)
        });
        let lines: Vec<Item> = lines.collect();
        (!lines.is_empty()).then_some(Value::Entries(lines))
    }
}
