use crate::atoms::{BallotKind, BallotOrder, Gss, Standing};
use crate::messages::{Message, fill, msg};
use crate::model::{Ballot, Candidacy, Election, Party};
use crate::render::context::Context;
use crate::render::located::{BallotAt, PersonAt};
use crate::render::parts::{
    CancelledView, Cells, DrawnCell, FigureView, LeafletsView, LineCell, LinkView, PartyName, QuestionHead,
    ScorecardRow, cancelled, candidate, compared, figures, gap, lead, leaflets, link, phrase, question_head,
};

views! {
    /// The scorecard of a ballot.
    BallotView<'a> {
        election_link: &'a str, "The election's page";
        trail: String, "Words for the link to the election's page";
        area: &'a str, "The area's name";
        under: String, "Election, date and number of candidates";
        lead: String, "What is known, in large type";
        cancelled: Option<CancelledView<'a>>, "That the poll was called off, and what is known of it";
        warning: Option<String>, "That the list of candidates is not complete";
        size: &'static str, "`few` for a table, `many` for cards at any width";
        questions: Vec<QuestionHead<'a>>, "The questions, which head the columns";
        lists: Vec<ListView<'a>>, "On a ballot of lists, the lists one after another";
        rows: Vec<ScorecardRow<'a, &'a DrawnCell<'a>>>,
            "Who stands, in the order of the records, which `under` names; on a ballot of lists, who is on none";
        compare: Option<LinkView<'a>>, "Some of them side by side";
        gone: Vec<LinkView<'a>>, "Who does not stand any more";
        leaflets: Option<LeafletsView<'a>>, "What the leaflets say that are on record here";
        figures: Vec<FigureView<'a>>, "What imported tables say of the area";
        past: bool, "Whether polling day is over";
        seats: String, "How many are elected";
        place: String, "Nation and region";
        gss: Option<&'a str>, "The area's code";
        complete: String, "Whether the list of candidates is complete, and how we know";
    }

    /// One list of a ballot of lists.
    ListView<'a> {
        party: PartyName<'a>, "The party whose list it is";
        count: String, "How many stand on it";
        cells: Vec<LineCell<'a>>,
            "The party's lines, one cell for each question: said here, and not once more for each person";
        rows: Vec<ScorecardRow<'a, &'a DrawnCell<'a>>>, "Who stands on it, by number";
    }
}

pub(crate) fn view<'a>(cx: &Context<'a>, at: BallotAt<'a>, cells: &'a Cells<'a>) -> BallotView<'a> {
    let BallotAt { election, ballot, .. } = at;
    let on_list = |person: &Candidacy| ballot.kind == BallotKind::Lists && person.list().is_some();
    let row = |(at, cells): &(PersonAt<'a>, &'a Vec<_>)| candidate::row(cx, *at, cells.iter().collect());
    let people = at.people().zip(cells);
    let (standing, gone): (Vec<_>, Vec<_>) = people.partition(|(at, _)| at.person.status == Standing::Standing);
    let (listed, alone): (Vec<_>, Vec<_>) = standing.into_iter().partition(|(at, _)| on_list(at.person));
    let rows: Vec<_> = alone.iter().map(row).collect();
    let lists = listed.chunk_by(|(one, _), (next, _)| one.person.party.id == next.person.party.id);
    let lists = lists.map(|list| list_view(cx, at, &list[0].0.person.party, list.iter().map(row).collect()));
    let lists: Vec<ListView<'a>> = lists.collect();
    let all = rows.len() + listed.len();
    let gone = gone.into_iter().map(|(at, _)| LinkView::to(candidate::gone(cx, at), at.page)).collect();
    let put = election.put_in(ballot.nation);
    let questions: Vec<_> = put.map(|put| question_head::of(cx, put, put.wording().ask.as_str())).collect();
    let seats = usize::try_from(ballot.seats).unwrap_or(usize::MAX);
    BallotView {
        election_link: at.election_page,
        trail: cx.words.with(msg::BALLOT_TRAIL, fill::election(cx.election_name(election))),
        area: cx.ballot_name(election, ballot),
        under: ballot_under(cx, election, ballot, lists.len(), (all, rows.len())),
        lead: lead::of_ballot(cx, election, ballot),
        cancelled: cancelled::view(cx, election, ballot),
        warning: incomplete(cx, ballot),
        size: question_head::size_of_table(questions.len()),
        questions,
        compare: (all > 1).then(|| compared::compare_people(cx, at)),
        lists,
        rows,
        gone,
        leaflets: leaflets::of_ballot(cx, at),
        figures: figures::of_area(cx, election, ballot),
        past: election.is_over,
        seats: cx.words.with(seats_message(election, ballot), fill::n(seats)),
        place: phrase::place_name(cx, ballot),
        gss: ballot.gss.as_ref().map(Gss::as_str),
        complete: complete_text(cx, ballot),
    }
}

/// A party's list with its lines, as they hold where the ballot is.
fn list_view<'a>(
    cx: &Context<'a>,
    BallotAt { election, ballot, .. }: BallotAt<'a>,
    party: &'a Party,
    rows: Vec<ScorecardRow<'a, &'a DrawnCell<'a>>>,
) -> ListView<'a> {
    let cells = election.put_in(ballot.nation).map(|put| {
        let line = election.party_lines.get(&party.id, ballot.nation, put.id());
        let marks = line.map(|line| gap::of_party(cx, party, line, election.id.as_str()));
        LineCell { short: put.wording().short.as_str(), not_put: None, marks: marks.into_iter().collect() }
    });
    ListView {
        party: link::party_name(cx, party),
        count: cx.words.with(msg::LIST_CANDIDATES, fill::n(rows.len())),
        cells: cells.collect(),
        rows,
    }
}

/// Election, date and who stands: how many in all, and how many of them on no list.
fn ballot_under(
    cx: &Context<'_>,
    election: &Election,
    ballot: &Ballot,
    lists: usize,
    (n, alone): (usize, usize),
) -> String {
    let (date, n) = (fill::date(cx.words.day(election.date)), fill::n(n));
    let name = fill::election(cx.election_beside_day(election));
    match (ballot.kind, ballot.order) {
        (BallotKind::Lists, _) => {
            let blanks = (fill::alone(alone), date, name, fill::lists(lists), n);
            cx.words.with(msg::BALLOT_UNDER_LISTS, blanks)
        }
        (BallotKind::People, Some(BallotOrder::BallotPaper)) => cx.words.with(msg::BALLOT_UNDER_PAPER, (date, name, n)),
        (BallotKind::People, Some(BallotOrder::FamilyName)) => cx.words.with(msg::BALLOT_UNDER_NAME, (date, name, n)),
        (BallotKind::People, None) => cx.words.with(msg::BALLOT_UNDER, (date, name, n)),
    }
}

fn incomplete(cx: &Context<'_>, ballot: &Ballot) -> Option<String> {
    let complete = ballot.complete.as_ref().filter(|complete| !complete.value)?;
    Some(cx.words.with(msg::BALLOT_INCOMPLETE, fill::source(complete.source.as_str())))
}

fn complete_text(cx: &Context<'_>, ballot: &Ballot) -> String {
    let Some(complete) = &ballot.complete else {
        return cx.words.text(msg::BALLOT_UNKNOWN_COMPLETE).into_owned();
    };
    let source = fill::source(complete.source.as_str());
    match complete.date {
        _ if !complete.value => cx.words.with(msg::BALLOT_INCOMPLETE, source),
        Some(date) => cx.words.with(msg::BALLOT_COMPLETE_DATE, (fill::date(cx.words.date(date)), source)),
        None => cx.words.with(msg::BALLOT_COMPLETE, source),
    }
}

pub(crate) fn title(cx: &Context<'_>, BallotAt { election, ballot, .. }: BallotAt<'_>) -> (String, String) {
    let gaps = || (fill::area(cx.ballot_name(election, ballot)), fill::election(cx.election_name(election)));
    let id = if election.is_over { msg::BALLOT_DESCRIPTION_AFTER } else { msg::BALLOT_DESCRIPTION };
    (cx.words.with(msg::BALLOT_TITLE, gaps()), cx.words.with(id, gaps()))
}

fn seats_message(election: &Election, ballot: &Ballot) -> Message<fill::N> {
    match (ballot.cancellation.is_some(), election.is_over) {
        (true, _) => msg::BALLOT_SEATS_CANCELLED,
        (false, true) => msg::BALLOT_SEATS_AFTER,
        (false, false) => msg::BALLOT_SEATS,
    }
}
