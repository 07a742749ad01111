use super::table::columns;
use crate::atoms::Words;
use crate::figures::Figure;
use crate::model::{Ballot, Campaign, Dataset, Election, Figures};
use crate::render::located::{BallotAt, PersonAt};

columns!(BallotAt { election, ballot, .. } = BallotAt<'_> => {
    election: "string", "The election's id", &election.id;
    election_date: "date", "Polling day", election.date;
    fictional: "boolean", "Whether election and people are made up", election.fictional;
    ballot: "string", "The ballot's id", &ballot.id;
    area: "string", "The area's name", &ballot.area;
    gss: "string", "The area's GSS code", ballot.gss.as_ref();
    nation: "string", "The nation", ballot.nation.map(Words::word);
    region: "string", "The region", ballot.region.as_ref();
    seats: "integer", "How many are elected", ballot.seats;
    cancelled: "boolean", "Whether the poll was called off", ballot.cancellation.is_some();
    uncontested: "boolean", "Whether that was because no more people stand than are elected, so all are elected without a vote",
        ballot.cancellation.as_ref().is_some_and(|cancellation| cancellation.uncontested);
    complete: "boolean", "Whether the ballot's list of candidates is complete; empty when not known",
        ballot.complete.as_ref().map(|complete| complete.value);
});

/// A candidacy, with the ballot on which it stands.
pub(super) struct CandidacyAt<'a> {
    pub(super) on: BallotAt<'a>,
    pub(super) at: PersonAt<'a>,
}

columns!(CandidacyAt { at: PersonAt { person, page, .. }, .. } = CandidacyAt<'_> => {
    ..on: BallotAt<'_>, by ballot;
    person: "string", "The person's id", person.person.as_str();
    name: "string", "The name on the ballot paper", &person.name;
    party: "string", "The party's id", &person.party.id;
    party_name: "string", "The party's name", &person.party.name;
    support_withdrawn: "string", "Since when the party does not support the person any more: year, month or day",
        person.support_withdrawn.as_ref().map(|withdrawn| withdrawn.date);
    support_withdrawn_says: "string", "What happened, in the campaign's words",
        person.support_withdrawn.as_ref().and_then(|withdrawn| withdrawn.says.as_ref());
    support_withdrawn_source: "string", "What the first piece of evidence for it is called",
        person.support_withdrawn.as_ref().and_then(|withdrawn| withdrawn.evidence.first()).map(|evidence| &evidence.title);
    support_withdrawn_url: "string", "Where that can be read",
        person.support_withdrawn.as_ref().and_then(|withdrawn| withdrawn.evidence.first()).and_then(|evidence| evidence.url.as_ref());
    description: "string", "The description on the ballot paper, when it differs", person.description.as_deref();
    list_position: "integer", "The place on the party's list", person.list_position.as_deref().copied();
    status: "string", "standing, withdrawn, not_listed or died", person.status.word();
    elected: "boolean", "Whether the person was elected; empty when that is not on record",
        person.elected.as_ref().map(|result| result.value.value.value);
    votes: "integer", "How many votes the person got", person.elected.as_ref().and_then(|result| result.votes);
    elected_source: "string", "How we know who was elected", person.elected.as_ref().map(|result| &result.source);
    website: "string", "The person's own website", person.website.as_ref();
    answers_in: "string", "The ballot under which the answers are, when not this one",
        person.answers_in.as_deref();
    reply: "string", "What the person says about the page", person.reply.as_ref().map(|reply| &reply.text);
    page: "string", "The page, from the site's root", *page;
});

/// What an imported table says of a ballot's area.
pub(super) type FigureAt<'a> = (&'a Election, &'a Ballot, (&'a Dataset, &'a Figures, Figure));

columns!((election, ballot, (dataset, figures, figure)) = FigureAt<'_> => {
    table: "string", "The table's id", &dataset.id;
    title: "string", "What it is called", &dataset.title;
    election: "string", "The election's id", &election.id;
    ballot: "string", "The ballot's id", &ballot.id;
    area: "string", "The area's name", &ballot.area;
    gss: "string", "The area's GSS code", ballot.gss.as_ref();
    known: "string", "exact; rounded by the publisher; fewer_than_10, none included, for people; or not_published",
        match figure {
        Figure::Known(_) if figures.rounded => "rounded",
        Figure::Known(_) => "exact",
        Figure::Few => "fewer_than_10",
        Figure::NotPublished => "not_published",
    };
    value: "number", "The figure; empty when it is fewer_than_10 or not_published",
        if let Figure::Known(amount) = figure { Some(amount.to_string()) } else { None };
    unit: "string", "people, count, percent or pounds", figures.unit.word();
    says: "string", "What it counts: the words after the number", &figures.says;
    date: "string", "What time it is about: year, month or day", figures.date;
    source: "string", "What its publisher calls the source", &dataset.source.title;
    publisher: "string", "Who published it", &dataset.source.publisher;
    url: "string", "Where", dataset.source.url.as_ref();
    licence: "string", "The licence under which it is used, which may differ from that of this file's other tables",
        &dataset.source.licence;
    credit: "string", "The line of attribution that the licence asks for", &dataset.source.credit;
});

/// What imported tables say of the area of each ballot, as the pages do: never a small number of people.
pub(super) fn figures(campaign: &Campaign) -> impl Iterator<Item = FigureAt<'_>> {
    let ballots =
        campaign.elections.iter().flat_map(|election| election.ballots.iter().map(move |ballot| (election, ballot)));
    ballots.flat_map(|(election, ballot)| {
        campaign.figures_of(election, ballot).map(move |figure| (election, ballot, figure))
    })
}
