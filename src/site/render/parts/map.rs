use std::collections::BTreeMap;

use tera::Value;

use crate::atoms::Text;
use crate::load::{HexArea, HexLayout, HexMap};
use crate::messages::{Message, fill, msg};
use crate::model::{Ballot, PutQuestion};
use crate::render::context::Context;
use crate::render::located::ElectionAt;
use crate::render::parts::{link, question_head, seats};
use crate::render::view::list;

/// Half the way between two neighbours in a row, and the way between two rows, in units of the drawing.
const HALF: i32 = 14;

const ROW: i32 = 24;

/// How many times its size a map is shown, as long as it stays within this width: few cells are to be seen and pressed too.
const LARGER: i32 = 3;

const WIDE: i32 = 560;

/// One cell: how it is drawn (`full`, `empty`, `unput` or `out`), and the ballot's page with what the cell says; nothing
/// for areas that are not on this site.
type Hex = (&'static str, Option<Value>);

/// Where a cell lies on the drawing, right and down.
type Point = (i32, i32);

/// What is said of a ballot: how its cell is drawn, and in words.
type Say<'a, 's> = &'s dyn Fn(&'a Ballot) -> (&'static str, String);

/// Which seats of an election are on this site.
pub(crate) fn of_seats<'a>(cx: &Context<'a>, at: ElectionAt<'a>) -> Option<Value> {
    let say = |ballot: &'a Ballot| ("full", cx.ballot_name(at.election, ballot).into_owned());
    map_view(cx, at, None, (msg::MAP_SEATS, &[("full", msg::MAP_HERE), ("out", msg::MAP_OUT)]), &say)
}

/// In how many seats at least one candidate gave a clear answer to a question: own words only, whatever the answer.
pub(crate) fn of_answers<'a>(cx: &Context<'a>, at: ElectionAt<'a>, question: &PutQuestion) -> Option<Value> {
    let say = |ballot: &'a Ballot| {
        let area = cx.ballot_name(at.election, ballot);
        if !question.is_put_in(ballot.nation) {
            return ("unput", cx.words.with(msg::MAP_NOT_PUT_IN, fill::area(area)));
        }
        let (n, all) = seats::answered(ballot, Some(question));
        let gaps = (fill::all(all), fill::area(area), fill::n(n));
        (if n > 0 { "full" } else { "empty" }, cx.words.with(msg::MAP_ANSWERS, gaps))
    };
    let key = [("full", msg::MAP_SOME), ("empty", msg::MAP_NONE), ("unput", msg::MAP_NOT_PUT), ("out", msg::MAP_OUT)];
    map_view(cx, at, Some(question), (msg::MAP_QUESTION, &key), &say)
}

fn map_view<'a>(
    cx: &Context<'a>,
    at: ElectionAt<'a>,
    question: Option<&PutQuestion>,
    (title, key): (Message<fill::Election>, &[(&'static str, Message<()>)]),
    say: Say<'a, '_>,
) -> Option<Value> {
    let (election, words) = (at.election, cx.words_of(at.election));
    let (dataset, map) = cx.campaign.map_of(election)?;
    let (cells, names) = map_cells(at, map, say);
    let missing = (!names.is_empty()).then(|| words.with(msg::MAP_MISSING, fill::n(names.len())));
    let shown = |look: &str| cells.iter().any(|(_, (drawn, _))| *drawn == look);
    let key = key.iter().filter(|(look, _)| shown(look));
    let key = list(key.map(|(look, means)| view! { look: *look, means: cx.words.text(*means) }));
    let (view_box, width) = frame(&cells);
    let (turn, axis) = turn(map.layout);
    Some(view! {
        title: words.with(title, fill::election(cx.election_name(election))),
        asked: question.and_then(|put| question_head::asked_as(cx, put)),
        view_box,
        width,
        // How the cells stand, `point` or `flat`, and along which axis those of a row lie.
        turn,
        axis,
        rows: rows(cells, axis),
        key,
        // The same in words, where the page has no such table anyway.
        table: question.map(|put| seats::answers_table(cx, at, put)),
        missing,
        link: at.page,
        // Beside a question the election's page names them.
        names: list(names.into_iter().filter(|_| question.is_none())),
        credit: &dataset.source.credit,
    })
}

/// The cells of a map, each with its place; and the names of areas that are not on this site, from A to Z.
fn map_cells<'a>(at: ElectionAt<'a>, map: &'a HexMap, say: Say<'a, '_>) -> (Vec<(Point, Hex)>, Vec<&'a Text>) {
    let by_code: BTreeMap<_, _> = at.ballots().filter_map(|at| Some((at.ballot.gss.as_ref()?, at))).collect();
    let (mut cells, mut names) = (Vec::with_capacity(map.areas.len()), Vec::new());
    for (gss, area) in &map.areas {
        let (look, seat) = match by_code.get(gss) {
            Some(at) => {
                let (look, text) = say(at.ballot);
                (look, Some(link::to(text, at.page)))
            }
            None => {
                names.push(&area.name);
                ("out", None)
            }
        };
        cells.push((place(map.layout, area), (look, seat)));
    }
    names.sort_by_key(|name| name.as_str().to_lowercase());
    (cells, names)
}

/// Cells in straight lines: the rows from north to south; or the columns from west to east, where it is those that are
/// straight.
fn rows(cells: Vec<(Point, Hex)>, axis: &str) -> Value {
    let mut lines: BTreeMap<i32, Vec<(i32, Hex)>> = BTreeMap::new();
    for ((x, y), cell) in cells {
        let (line, at) = if axis == "x" { (y, x) } else { (x, y) };
        lines.entry(line).or_default().push((at, cell));
    }
    list(lines.into_iter().map(|(line, mut cells)| {
        cells.sort_by_key(|(at, _)| *at);
        let cells = cells.into_iter().map(|(at, (look, seat))| view! { at, look, seat });
        view! { shift: if axis == "x" { vec![0, line] } else { vec![line, 0] }, cells: list(cells) }
    }))
}

/// How cells stand, and along which axis their straight lines run.
fn turn(layout: HexLayout) -> (&'static str, &'static str) {
    match layout {
        HexLayout::OddR | HexLayout::EvenR => ("point", "x"),
        HexLayout::OddQ | HexLayout::EvenQ => ("flat", "y"),
    }
}

/// Where a cell lies on the drawing, on which y goes down.
fn place(layout: HexLayout, area: &HexArea) -> Point {
    let shifted = |n: i32, odd: bool| i32::from((n.rem_euclid(2) == 1) == odd);
    match layout {
        HexLayout::OddR => (HALF * (2 * area.q + shifted(area.r, true)), -ROW * area.r),
        HexLayout::EvenR => (HALF * (2 * area.q + shifted(area.r, false)), -ROW * area.r),
        HexLayout::OddQ => (ROW * area.q, -HALF * (2 * area.r + shifted(area.q, true))),
        HexLayout::EvenQ => (ROW * area.q, -HALF * (2 * area.r + shifted(area.q, false))),
    }
}

/// The part of the drawing that holds all cells, and how wide it is shown.
fn frame(cells: &[(Point, Hex)]) -> (String, i32) {
    let margin = ROW;
    let span = |of: fn(&Point) -> i32| {
        let places = || cells.iter().map(|(place, _)| of(place));
        let (least, most) = (places().min().unwrap_or(0), places().max().unwrap_or(0));
        (least - margin, most - least + 2 * margin)
    };
    let ((x, width), (y, height)) = (span(|place| place.0), span(|place| place.1));
    (format!("{x} {y} {width} {height}"), width.max((width * LARGER).min(WIDE)))
}
