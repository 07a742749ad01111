use serde::Serialize;

use crate::render::context::Context;
use crate::render::parts::mark;

/// The page on which a reader sets candidates and parties side by side.
#[derive(Debug, Serialize)]
pub struct CompareView<'a> {
    /// The elections, the latest first.
    pub elections: Vec<ElectionItem<'a>>,
    /// Every shape that a mark can have, since any of them may be chosen.
    pub shapes: &'static [&'static str],
}

/// An election of which answers can be compared.
#[derive(Debug, Serialize)]
pub struct ElectionItem<'a> {
    /// Its id, with which a choice begins.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// All its ballots.
    pub link: &'a str,
}

pub(crate) fn view<'a>(cx: &Context<'a>) -> CompareView<'a> {
    let elections = cx.elections().map(|at| ElectionItem {
        id: at.election.id.as_str(),
        name: cx.election_name(at.election),
        link: at.page,
    });
    CompareView { elections: elections.collect(), shapes: &mark::SHAPES }
}
