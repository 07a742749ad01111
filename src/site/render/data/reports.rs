use super::table::columns;
use crate::atoms::{Band, Text};
use crate::model::{ReportTable, ToldReport};

/// How many told one thing within some days, or all of several things.
pub(super) struct CountAt<'a> {
    report: &'a ToldReport,
    table: &'a ReportTable,
    choice: Option<&'a Text>,
    area: Option<&'a Text>,
    n: Band,
}

columns!(CountAt { report, table, choice, area, n } = CountAt<'_> => {
    report: "string", "The report's id", &report.id;
    title: "string", "What the reports are about", &report.title;
    asked: "string", "What people were asked", &report.asked;
    from: "string", "The first day of the count", table.from;
    until: "string", "The last day of the count", table.until;
    choice: "string", "What they chose; empty for all", *choice;
    area: "string", "Where it happened; empty for everywhere", *area;
    n: "string", "How many, never exactly: fewer_than_10, or a multiple of 5 from 10, which says at least so many", n.to_string();
});

/// All that a report tells: its counts, and the sums of which the record tells more than they do.
pub(super) fn rows(report: &ToldReport) -> impl Iterator<Item = CountAt<'_>> {
    report.tables.iter().flat_map(move |table| {
        let of_rows = table.rows.iter().flat_map(move |row| {
            let choice = report.choice(&row.choice);
            let areas = table.areas.iter().map(|area| report.area(area));
            let areas = areas.chain(table.areas.is_empty().then_some(None));
            let told = table.is_by_area().then_some((None, row.total)).filter(|(_, total)| !total.is_fewer());
            let cells = areas.zip(row.bands()).chain(told);
            cells.map(move |(area, n)| CountAt { report, table, choice, area, n })
        });
        let all = Some(table.of_all()).filter(|all| !all.is_fewer());
        of_rows.chain(all.map(|n| CountAt { report, table, choice: None, area: None, n }))
    })
}
