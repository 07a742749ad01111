use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::accounts::Account;
use super::by_id::ById;
use super::index::Referable;
use super::refer::{Refer, instead};
use super::types::{ReportCell, ReportRow, ReportTable, SiteInfo, ToldReport};
use crate::atoms::{Band, Slug};
use crate::diagnostic::{Code, Diagnostics, Pos};
use crate::load::records::{ReportCount, ReportPeriod, ReportRecord, ReportTotal};
use crate::load::{At, InFile};

/// What reports may refer to besides: the accounts, and the site, which says who keeps forms.
#[derive(Clone, Copy)]
pub(super) struct AroundReports<'a> {
    pub(super) accounts: &'a ById<Slug, Account>,
    pub(super) site: Option<&'a SiteInfo>,
}

/// Resolves what people reported, sorted by id.
pub(super) fn reports(
    records: Vec<InFile<ReportRecord>>,
    to: Referable<'_>,
    around: AroundReports<'_>,
    found: &mut Diagnostics,
) -> ById<Slug, ToldReport> {
    let mut reports = Vec::new();
    for in_file in records {
        let mut refer = to.from(&in_file);
        reports.extend(refer.report(in_file, around));
        found.extend(refer.judge.found);
    }
    reports.into_iter().map(|report: ToldReport| (report.id.clone(), report)).collect()
}

/// The counts of a period by choice and area; without areas all stand under none.
type Counts = BTreeMap<(Slug, Option<Slug>), ReportCell>;

impl Refer<'_> {
    fn report(&mut self, in_file: InFile<ReportRecord>, around: AroundReports<'_>) -> Option<ToldReport> {
        let id: Slug = in_file.stem().parse().ok()?;
        let InFile { mut record, file, .. } = in_file;
        if record.choices.is_empty() {
            self.judge.missing("choices", Pos::START);
        }
        self.distinct("choices", record.choices.iter().map(|choice| &choice.id));
        self.distinct("areas", record.areas.iter().map(|area| &area.id));
        if let (Some(form), Some(site)) = (record.form.as_ref().filter(|form| form.value), around.site) {
            self.kept(form.pos, site);
        }
        record.questions.retain(|id| self.the_question(id).is_some());
        record.accounts.retain(|id| self.is_account(id, around.accounts));
        let periods = std::mem::take(&mut record.periods);
        let mut tables: Vec<_> = periods.into_iter().filter_map(|period| self.period(&period, &record)).collect();
        tables.sort_by_key(|(_, table)| table.from);
        self.apart(&tables);
        let tables = tables.into_iter().map(|(_, table)| table).collect();
        self.judge.is_whole(Pos::START).then_some(ToldReport { id, tables, file, record })
    }

    /// Reports a form of which nobody says that it is kept, and until when.
    fn kept(&mut self, form: Pos, site: &SiteInfo) {
        let Some(keeper) = &site.record.reports else {
            let help = "write “reports:” with controller, address, kept_until and who_reads in hustings.yaml, or take “form:” out";
            return self.judge.report(Code::MissingKey, form, "nothing says who keeps the forms that come back", help);
        };
        if keeper.kept_until.is_read() && keeper.kept_until.latest() < site.as_of {
            let message = format!("the forms would be kept until {}, which is over", *keeper.kept_until);
            let help = "write a later day under “reports:” at “kept_until:” in hustings.yaml, or take “form:” out";
            self.judge.report(Code::DateOrder, form, message, help);
        }
    }

    /// No two of a list have one id.
    fn distinct<'r>(&mut self, list: &str, ids: impl Iterator<Item = &'r At<Slug>>) {
        let mut seen = BTreeSet::new();
        for id in ids.filter(|id| id.is_read()) {
            if !seen.insert(&id.value) {
                let message = format!("two of the {list} have the id “{id}”");
                self.judge.report(Code::DuplicateId, id.pos, message, "give each an id of its own");
            }
        }
    }

    /// Whether there is an account; reported when there is none.
    fn is_account(&mut self, id: &At<Slug>, accounts: &ById<Slug, Account>) -> bool {
        let there = accounts.by_id(&id.value).is_some();
        if !there {
            let known = accounts.iter().map(|account| account.id.as_str());
            self.unknown((id.pos, id.as_str()), "account", &format!("content/accounts/{}.yaml", id.value), known);
        }
        there
    }

    /// What was counted in a period, with where it stands in the file.
    fn period(&mut self, At { pos, value }: &At<ReportPeriod>, record: &ReportRecord) -> Option<(Pos, ReportTable)> {
        let (from, until) = (self.judge.the_day(&value.from, "from")?, self.judge.the_day(&value.until, "until")?);
        if until < from {
            let message = format!("it ends on {until}, before it begins on {from}");
            self.judge.report(Code::DateOrder, value.until.pos, message, "correct one of the two dates");
            return None;
        }
        self.happened(&value.until);
        let (counts, all_right) = self.counts(&value.counts, record);
        let (choices, areas) = asked_of(&counts, record);
        let mut rows = Vec::new();
        for choice in choices {
            let all = if areas.is_empty() { vec![None] } else { areas.iter().cloned().map(Some).collect() };
            let cells: Option<Vec<ReportCell>> =
                all.into_iter().map(|area| self.cell((*pos, all_right), &counts, (&choice, area))).collect();
            let cells = cells?;
            let total = Band::at_least(&cells.iter().map(|cell| cell.band).collect::<Vec<_>>());
            rows.push(ReportRow { choice, cells, total });
        }
        let mut table = ReportTable { pos: *pos, from, until, areas, rows, all: None };
        let totals = value.totals.iter().enumerate();
        totals.for_each(|(n, total)| self.total(total, &value.totals[..n], &mut table));
        (!table.rows.is_empty()).then_some((value.from.pos, table))
    }

    /// The counts that name a choice and an area of the record, each once; and whether all do.
    fn counts(&mut self, counts: &[At<ReportCount>], record: &ReportRecord) -> (Counts, bool) {
        let (mut known, mut all_right) = (Counts::new(), true);
        for At { pos, value: ReportCount { choice, area, n } } in counts {
            let choices = record.choices.iter().map(|choice| choice.id.as_str());
            let mut is_right = self.is_among("choices", choice, choices);
            match area {
                Some(area) => {
                    is_right &= self.is_among("areas", area, record.areas.iter().map(|area| area.id.as_str()));
                }
                None if record.areas.is_empty() => {}
                None => {
                    self.judge.missing("area", *pos);
                    is_right = false;
                }
            }
            let key = (choice.value.clone(), area.as_ref().map(|area| area.value.clone()));
            all_right &= is_right && n.is_read();
            if is_right && n.is_read() && known.insert(key, ReportCell { band: n.value, pos: *pos }).is_some() {
                let help = "leave one of the two lines; what belongs together is counted together";
                self.judge.report(Code::DuplicateId, *pos, "this is counted in an earlier line too", help);
            }
        }
        (known, all_right)
    }

    fn is_among<'k>(&mut self, list: &str, id: &At<Slug>, known: impl Iterator<Item = &'k str> + Clone) -> bool {
        let there = known.clone().any(|known| known == id.as_str());
        if !there && id.is_read() {
            let help = instead(id.as_str(), known, &format!("add it to “{list}:” above"));
            let message = format!("“{id}” is not among the {list} of this report");
            self.judge.report(Code::UnknownReference, id.pos, message, help);
        }
        there
    }

    /// One count of a period: that it were missing would tell that nobody said so.
    fn cell(
        &mut self,
        (period, all_right): (Pos, bool),
        counts: &Counts,
        (choice, area): (&Slug, Option<Slug>),
    ) -> Option<ReportCell> {
        let cell = counts.get(&(choice.clone(), area.clone())).copied();
        // A line that is wrong may be the one that seems to be missing.
        if cell.is_none() && all_right {
            let place = area.map(|area| format!(" in “{area}”")).unwrap_or_default();
            let message = format!("this period has no count of “{choice}”{place}, and so tells that there was none");
            let help = "add a line with “n: fewer_than_10”";
            self.judge.report(Code::MissingKey, period, message, help);
        }
        cell
    }

    /// Puts a total into a table, unless it would tell more of a count than its own line does.
    fn total(
        &mut self,
        At { pos, value: ReportTotal { choice, n } }: &At<ReportTotal>,
        earlier: &[At<ReportTotal>],
        table: &mut ReportTable,
    ) {
        let is_by_choice = table.is_by_area();
        let at = choice.as_ref().map_or(*pos, |choice| choice.pos);
        if is_by_choice != choice.is_some() {
            let (message, help) = match is_by_choice {
                true => ("this total is of no choice", "add “choice:”: the sum of all is worked out from these totals"),
                false => ("a total of one choice says nothing new here", "take “choice:” out, or the whole line"),
            };
            return self.judge.report(Code::WrongShape, at, message, help);
        }
        if !n.is_read() || choice.as_ref().is_some_and(|choice| !choice.is_read()) {
            return;
        }
        if earlier.iter().any(|earlier| earlier.choice.as_deref() == choice.as_deref()) {
            let message = "an earlier line tells this total too";
            return self.judge.report(Code::DuplicateId, at, message, "leave one of the two lines");
        }
        let bands = table.bands_of(choice.as_deref());
        if bands.is_empty() {
            return self.judge.report(Code::UnknownReference, at, "nothing is counted of this", "take the line out");
        }
        if !n.value.may_be_of_sum(&bands) {
            let message = "with this total, somebody could work out more of a count than its own line tells";
            let help = "take it out; “hustings reports” writes the totals that can be told";
            return self.judge.report(Code::WrongShape, n.pos, message, help);
        }
        match choice {
            Some(choice) => {
                table.rows.iter_mut().filter(|row| row.choice == choice.value).for_each(|row| row.total = n.value);
            }
            None => table.all = Some(n.value),
        }
    }

    /// Reports periods that share a day: the difference of two would be the count of a few days.
    fn apart(&mut self, tables: &[(Pos, ReportTable)]) {
        for pair in tables.windows(2) {
            let [(_, earlier), (pos, later)] = pair else { continue };
            if later.from <= earlier.until {
                let message = format!("this period shares days with that from {} to {}", earlier.from, earlier.until);
                let help = "let it begin after the other: from two counts of the same days one could work out a third";
                self.judge.report(Code::DateOrder, *pos, message, help);
            }
        }
    }
}

/// The choices and the areas that a period counts, in the order of the record.
fn asked_of(counts: &Counts, record: &ReportRecord) -> (Vec<Slug>, Vec<Slug>) {
    let choices = record.choices.iter().map(|choice| &choice.id.value);
    let choices = choices.filter(|id| counts.keys().any(|(choice, _)| choice == *id));
    let areas = record.areas.iter().map(|area| &area.id.value);
    let areas = areas.filter(|id| counts.keys().any(|(_, area)| area.as_ref() == Some(*id)));
    (choices.cloned().collect(), areas.cloned().collect())
}

impl ReportTable {
    /// Whether it has areas beside each other, so that each choice has a total of its own.
    #[must_use]
    pub fn is_by_area(&self) -> bool {
        self.areas.len() > 1
    }

    /// The bands of a choice; without one, all of them.
    fn bands_of(&self, choice: Option<&Slug>) -> Vec<Band> {
        let rows = self.rows.iter().filter(|row| choice.is_none_or(|choice| row.choice == *choice));
        rows.flat_map(ReportRow::bands).collect()
    }

    /// At least how many there are in an area, by its number among the areas.
    #[must_use]
    pub fn of_area(&self, number: usize) -> Band {
        Band::at_least(
            &self.rows.iter().filter_map(|row| row.cells.get(number).map(|cell| cell.band)).collect::<Vec<_>>(),
        )
    }

    /// At least how many there are in all.
    #[must_use]
    pub fn of_all(&self) -> Band {
        self.all.unwrap_or_else(|| Band::at_least(&self.rows.iter().map(|row| row.total).collect::<Vec<_>>()))
    }

    /// Whether it counts these days.
    #[must_use]
    pub fn is_of(&self, from: Date, until: Date) -> bool {
        (self.from, self.until) == (from, until)
    }
}
