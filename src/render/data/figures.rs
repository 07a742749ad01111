use super::marks::url;
use super::rows::FigureRow;
use crate::atoms::Words;
use crate::country::uk::Gss;
use crate::figures::Figure;
use crate::model::{Ballot, Campaign, Dataset, Election, Figures};

/// What imported tables say of the area of each ballot, as the pages do: never a small number of people.
pub(super) fn figures(campaign: &Campaign) -> impl Iterator<Item = FigureRow<'_>> {
    let ballots =
        campaign.elections.iter().flat_map(|election| election.ballots.iter().map(move |ballot| (election, ballot)));
    ballots.flat_map(|(election, ballot)| {
        let all = campaign.figures_of(election, ballot);
        all.map(move |(dataset, figures, figure)| row(election, ballot, (dataset, figures, figure)))
    })
}

fn row<'a>(
    election: &'a Election,
    ballot: &'a Ballot,
    (dataset, figures, figure): (&'a Dataset, &'a Figures, Figure),
) -> FigureRow<'a> {
    let source = &dataset.source;
    let known = match figure {
        Figure::Known(_) if figures.rounded => "rounded",
        Figure::Known(_) => "exact",
        Figure::Few => "fewer_than_10",
        Figure::NotPublished => "not_published",
    };
    FigureRow {
        table: dataset.id.as_str(),
        title: dataset.title.as_str(),
        election: election.id.as_str(),
        ballot: ballot.id.as_str(),
        area: ballot.area.as_str(),
        gss: ballot.gss.as_ref().map(Gss::as_str),
        known,
        value: match figure {
            Figure::Known(amount) => Some(amount.to_string()),
            Figure::Few | Figure::NotPublished => None,
        },
        unit: figures.unit.word(),
        says: figures.says.as_str(),
        date: figures.date.to_string(),
        source: source.title.as_str(),
        publisher: source.publisher.as_str(),
        url: url(source.url.as_ref()),
        licence: source.licence.as_str(),
        credit: source.credit.as_str(),
    }
}
