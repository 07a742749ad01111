use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use super::mark::is_known_answer;
use super::{LinkView, Source, name_key};
use crate::atoms::{QuestionId, Standing};
use crate::load::{HexArea, HexLayout};
use crate::model::{Ballot, Own};

/// Half the way between two neighbours in a row, and the way between two rows, in units of the drawing.
const HALF: i32 = 14;
const ROW: i32 = 24;

/// A map of the seats of an election.
#[derive(Debug, Serialize)]
pub struct MapView<'a> {
    /// What it shows.
    pub title: String,
    /// The part of the drawing that is seen, as `viewBox` has it.
    pub view_box: String,
    /// How wide the drawing is where there is room, in pixels.
    pub width: i32,
    /// How the cells stand: on a `point` or `flat` on a side.
    pub turn: &'static str,
    /// The cells, in the order of their codes.
    pub cells: Vec<MapCell<'a>>,
    /// What each kind of cell on it means.
    pub key: Vec<MapKey<'a>>,
    /// The same as a list: each seat on this site, and what its cell says.
    pub seats: Vec<LinkView<'a>>,
    /// How many areas are not on this site.
    pub missing: Option<String>,
    /// The election's page, which names them.
    pub link: &'a str,
    /// Their names, from A to Z, on that page only.
    pub names: Vec<&'a str>,
    /// Whose map it is.
    pub credit: &'a str,
}

/// One cell.
#[derive(Debug, Serialize)]
pub struct MapCell<'a> {
    /// Where it lies.
    pub x: i32,
    /// Where it lies.
    pub y: i32,
    /// How it is drawn: `full`, `empty` or `out`.
    pub look: &'static str,
    /// The ballot's page, and what the cell says; nothing for areas that are not on this site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seat: Option<LinkView<'a>>,
}

/// What a kind of cell means.
#[derive(Debug, Serialize)]
pub struct MapKey<'a> {
    /// How it is drawn.
    pub look: &'static str,
    /// What it means.
    pub means: Cow<'a, str>,
}

impl<'a> Source<'a> {
    /// Which seats of an election are on this site.
    pub(super) fn map_of_seats(&self, e: usize) -> Option<MapView<'a>> {
        let say = |ballot: &'a Ballot| ("full", ballot.area.to_string());
        self.map(e, ("map-seats", &[("full", "map-here"), ("out", "map-out")]), &say).map(|mut view| {
            // The page lists its seats anyway.
            view.seats.clear();
            view
        })
    }

    /// In how many seats at least one candidate gave a clear answer to a question: own words only, whatever the answer.
    pub(super) fn map_of_answers(&self, e: usize, question: &QuestionId) -> Option<MapView<'a>> {
        let question = self.campaign.elections[e].questions.iter().position(|(other, _)| other.id == *question)?;
        let say = |ballot: &'a Ballot| {
            let standing = ballot.candidacies.iter().filter(|person| person.status == Standing::Standing);
            let own = standing.clone().filter_map(|person| person.cells.get(question)).map(|cell| &cell.own);
            let n = own.filter(|own| matches!(own, Own::Stance(given) if is_known_answer(&given.mark))).count();
            let gaps = [("area", ballot.area.as_str().into()), ("n", n.into()), ("all", standing.count().into())];
            (if n > 0 { "full" } else { "empty" }, self.words.with("map-answers", gaps))
        };
        let key = [("full", "map-some"), ("empty", "map-none"), ("out", "map-out")];
        let mut view = self.map(e, ("map-question", &key), &say)?;
        // The election's page names them.
        view.names.clear();
        Some(view)
    }

    fn map(
        &self,
        e: usize,
        (title, key): (&str, &[(&'static str, &'static str)]),
        say: &dyn Fn(&'a Ballot) -> (&'static str, String),
    ) -> Option<MapView<'a>> {
        let election = &self.campaign.elections[e];
        let (dataset, map) = self.campaign.map_of(election)?;
        let layout = map.layout;
        let ballots = election.ballots.iter().enumerate().filter_map(|(b, ballot)| Some((ballot.gss.as_ref()?, b)));
        let ballots: BTreeMap<_, _> = ballots.collect();
        let mut cells = Vec::with_capacity(map.areas.len());
        let (mut names, mut seats) = (Vec::new(), Vec::new());
        for (gss, area) in &map.areas {
            let (x, y) = place(layout, area);
            let Some(&b) = ballots.get(gss) else {
                names.push(area.name.as_str());
                cells.push(MapCell { x, y, look: "out", seat: None });
                continue;
            };
            let (look, text) = say(&election.ballots[b]);
            let seat = LinkView::to(text, self.plan.addresses.ballots[e][b].as_str());
            seats.push((b, seat.clone()));
            cells.push(MapCell { x, y, look, seat: Some(seat) });
        }
        names.sort_by_key(|name| name_key(name));
        seats.sort_by_key(|(b, _)| *b);
        let missing = (!names.is_empty()).then(|| self.words.with("map-missing", [("n", names.len().into())]));
        let shown = |look: &str| cells.iter().any(|cell| cell.look == look);
        let key = key.iter().filter(|(look, _)| shown(look));
        let key = key.map(|(look, means)| MapKey { look, means: self.words.text(means) }).collect();
        let (view_box, width) = frame(&cells);
        Some(MapView {
            title: self.words.with(title, [("election", election.name.as_str().into())]),
            view_box,
            width,
            turn: turn(layout),
            key,
            cells,
            seats: seats.into_iter().map(|(_, seat)| seat).collect(),
            missing,
            link: self.plan.addresses.elections[e].as_str(),
            names,
            credit: dataset.source.credit.as_str(),
        })
    }
}

fn turn(layout: HexLayout) -> &'static str {
    match layout {
        HexLayout::OddR | HexLayout::EvenR => "point",
        HexLayout::OddQ | HexLayout::EvenQ => "flat",
    }
}

/// Where a cell lies on the drawing, on which y goes down.
fn place(layout: HexLayout, area: &HexArea) -> (i32, i32) {
    let shifted = |n: i32, odd: bool| i32::from((n.rem_euclid(2) == 1) == odd);
    match layout {
        HexLayout::OddR => (HALF * (2 * area.q + shifted(area.r, true)), -ROW * area.r),
        HexLayout::EvenR => (HALF * (2 * area.q + shifted(area.r, false)), -ROW * area.r),
        HexLayout::OddQ => (ROW * area.q, -HALF * (2 * area.r + shifted(area.q, true))),
        HexLayout::EvenQ => (ROW * area.q, -HALF * (2 * area.r + shifted(area.q, false))),
    }
}

/// The part of the drawing that holds all cells, and its width.
fn frame(cells: &[MapCell<'_>]) -> (String, i32) {
    let margin = ROW;
    let span = |of: fn(&MapCell<'_>) -> i32| {
        let (least, most) = (cells.iter().map(of).min().unwrap_or(0), cells.iter().map(of).max().unwrap_or(0));
        (least - margin, most - least + 2 * margin)
    };
    let ((x, width), (y, height)) = (span(|cell| cell.x), span(|cell| cell.y));
    (format!("{x} {y} {width} {height}"), width)
}
