use crate::render::context::Context;
use crate::render::parts::mark;

views! {
    /// The page on which a reader sets candidates and parties side by side.
    CompareView<'a> {
        elections: Vec<ElectionItem<'a>>, "The elections, the latest first";
        shapes: &'static [&'static str], "Every shape that a mark can have, since any of them may be chosen";
    }

    /// An election of which answers can be compared.
    ElectionItem<'a> {
        id: &'a str, "Its id, with which a choice begins";
        name: &'a str, "Its name";
        link: &'a str, "All its ballots";
    }
}

pub(crate) fn view<'a>(cx: &Context<'a>) -> CompareView<'a> {
    let elections = cx.elections().map(|at| ElectionItem {
        id: at.election.id.as_str(),
        name: cx.election_name(at.election),
        link: at.page,
    });
    CompareView { elections: elections.collect(), shapes: &mark::SHAPES }
}
