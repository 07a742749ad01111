use tera::Value;

use crate::atoms::{Band, PartialDate, QuestionId, SitePath, Slug};
use crate::messages::{fill, msg};
use crate::model::{ReportRow, ReportTable, ToldReport};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::parts::link;
use crate::render::view::list;

/// What people told the campaign, and how many told it, in bands.
pub(crate) fn view(cx: &Context<'_>) -> Value {
    let form = cx.plan.addresses.report_form.as_ref();
    view! { list: list(cx.campaign.reports.iter().map(|report| item(cx, report))), form: form.map(SitePath::as_str) }
}

/// The form on which people tell it, with who keeps it.
pub(crate) fn form(cx: &Context<'_>) -> Value {
    let wanted = cx.campaign.reports.iter().filter(|report| report.has_form());
    let keeper = cx.campaign.site.reports.as_ref().map(|keeper| {
        view! {
            controller: &keeper.controller,
            address: &keeper.address,
            until: cx.words.date(*keeper.kept_until),
            reads: &keeper.who_reads,
        }
    });
    view! { list: list(wanted.map(questions)), keeper }
}

/// What the form asks, with boxes to tick.
fn questions(report: &ToldReport) -> Value {
    view! {
        asked: &report.asked,
        choices: list(report.choices.iter().map(|choice| &choice.name)),
        areas: list(report.areas.iter().map(|area| &area.name)),
    }
}

/// The reports about a question, each as a link.
pub(crate) fn of_question(cx: &Context<'_>, id: &QuestionId) -> Value {
    links(cx, |report| report.questions.iter().any(|one| one == id))
}

/// The reports about an account.
pub(crate) fn of_account(cx: &Context<'_>, id: &Slug) -> Value {
    links(cx, |report| report.accounts.iter().any(|one| one == id))
}

fn links(cx: &Context<'_>, concerns: impl Fn(&ToldReport) -> bool) -> Value {
    let page = cx.built_in(&PageKind::Reports);
    let reports = cx.campaign.reports.iter().filter(|report| concerns(report));
    list(reports.map(|report| link::to(&report.title, format!("{page}#{}", anchor(report)))))
}

fn anchor(report: &ToldReport) -> String {
    format!("report-{}", report.id)
}

fn item(cx: &Context<'_>, report: &ToldReport) -> Value {
    let questions = report.questions.iter().filter_map(|id| cx.campaign.questions.by_id(&id.value));
    let accounts = report.accounts.iter().filter_map(|id| cx.campaign.accounts.by_id(&id.value));
    let concerns = questions
        .map(|question| link::to(&question.ask, cx.question_link(&question.id)))
        .chain(accounts.map(|account| link::to(&account.about, cx.account_link(account))));
    let since = report.tables.first().map(|table| PartialDate::day(table.from));
    view! {
        id: anchor(report),
        title: &report.title,
        asked: cx.words.with(msg::REPORT_ASKED, fill::text(&report.asked)),
        since: since.map(|day| cx.words.with(msg::REPORT_SINCE, fill::date(cx.words.date(day)))),
        how: report.how.as_ref(),
        checked: report.checked.as_ref().map(|text| cx.words.with(msg::REPORT_CHECKED, fill::text(text))),
        tables: list(report.tables.iter().rev().map(|table| of_table(cx, report, table))),
        concerns: list(concerns),
    }
}

/// A table with its sums, the choices below each other.
fn of_table(cx: &Context<'_>, report: &ToldReport, table: &ReportTable) -> Value {
    let day = |day| cx.words.date(PartialDate::day(day));
    let areas = table.areas.iter().filter_map(|area| report.area(area));
    let sums = (0..table.areas.len()).filter(|_| table.is_by_area()).map(|area| sum(cx, table.of_area(area)));
    let sums = sums.chain([sum(cx, table.of_all())]);
    view! {
        caption: cx.words.with(msg::EVENT_DAYS, (fill::first(day(table.from)), fill::last(day(table.until)))),
        areas: list(areas),
        by_area: table.is_by_area(),
        rows: list(table.rows.iter().map(|row| of_row(cx, report, table, row))),
        sums: by_area(cx, report, table, sums),
    }
}

fn of_row(cx: &Context<'_>, report: &ToldReport, table: &ReportTable, row: &ReportRow) -> Value {
    let cells = row.cells.iter().map(|cell| band(cx, cell.band));
    let total = table.is_by_area().then(|| sum(cx, row.total));
    view! { name: report.choice(&row.choice), cells: by_area(cx, report, table, cells.chain(total)) }
}

/// Numbers with the areas of which they are, the sum last; without areas beside each other only the numbers.
fn by_area(cx: &Context<'_>, report: &ToldReport, table: &ReportTable, numbers: impl Iterator<Item = String>) -> Value {
    let areas = table.areas.iter().map(|area| report.area(area).map(|area| cx.words.told(area)));
    let all = table.is_by_area().then(|| Some(cx.words.text(msg::REPORT_ALL)));
    let areas = areas.chain(all).chain(std::iter::repeat(None)).map(|area| area.filter(|_| table.is_by_area()));
    list(numbers.zip(areas).map(|(n, area)| view! { n, area }))
}

fn band(cx: &Context<'_>, band: Band) -> String {
    match band.is_fewer() {
        true => cx.words.with(msg::FIGURE_FEW, fill::n(band.most() + 1)),
        false => cx.words.with(msg::REPORT_AT_LEAST, fill::n(band.least())),
    }
}

/// At least how many there are together; that it cannot be told where every part is small.
fn sum(cx: &Context<'_>, of: Band) -> String {
    if of.is_fewer() { cx.words.text(msg::REPORT_NO_SUM).into_owned() } else { band(cx, of) }
}
