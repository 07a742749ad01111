use std::collections::BTreeMap;

use tera::Value;

use crate::atoms::{PartialDate, Slug, Standing, Text, slug_of};
use crate::country::uk::Nation;
use crate::messages::{fill, msg};
use crate::model::{Ballot, Candidacy, Cell, Election, Own, PutQuestion};
use crate::render::context::Context;
use crate::render::located::{BallotAt, ElectionAt};
use crate::render::parts::{link, mark, phrase};
use crate::render::view::list;

/// From how many ballots on they stand folded, by letter and by place.
const FEWEST_FOLDED: usize = 20;

/// Up to how many ballots the home page lists them itself.
pub(crate) const MOST_AT_HOME: usize = 40;

/// The words for a ballot: its area, and that its poll was called off.
fn seat_text(cx: &Context<'_>, at: BallotAt<'_>) -> String {
    let name = cx.ballot_name(at.election, at.ballot);
    let id = match &at.ballot.cancellation {
        None => return name.into_owned(),
        Some(cancellation) if cancellation.uncontested => msg::BALLOT_UNOPPOSED,
        Some(_) => msg::BALLOT_CALLED_OFF,
    };
    cx.words.with(id, fill::area(name))
}

/// A link to a ballot by its area, with whether its poll was called off.
pub(crate) fn seat(cx: &Context<'_>, at: BallotAt<'_>) -> Value {
    link::to(seat_text(cx, at), at.page)
}

/// The ballots of one letter or of one place.
pub(crate) struct SeatGroup<'a> {
    election: &'a Election,
    name: String,
    ballots: Vec<BallotAt<'a>>,
}

impl SeatGroup<'_> {
    /// Their links, folded under what they have in common and how many there are.
    pub(crate) fn links(self, cx: &Context<'_>) -> Value {
        view! { name: self.title(cx), seats: list(self.ballots.into_iter().map(|at| seat(cx, at))) }
    }

    /// The same with what is known of each.
    pub(crate) fn rows(self, cx: &Context<'_>) -> Value {
        view! { name: self.title(cx), rows: list(self.ballots.into_iter().map(|at| row(cx, at, None))) }
    }

    fn title(&self, cx: &Context<'_>) -> String {
        let gaps = (fill::group(&self.name), fill::n(self.ballots.len()));
        cx.words_of(self.election).with(msg::SEATS_GROUP, gaps)
    }
}

/// The ballots of an election from A to Z; none when they are few.
pub(crate) fn letters(at: ElectionAt<'_>) -> Vec<SeatGroup<'_>> {
    if !is_folded(at.election) {
        return Vec::new();
    }
    let (election, letters) = (at.election, by_letter(from_a_to_z(at).into_iter(), |at| at.ballot));
    let group = |(letter, ballots): (char, _)| SeatGroup { election, name: letter.to_string(), ballots };
    letters.into_iter().map(group).collect()
}

/// Things by the letters under which their ballots are found.
pub(crate) fn by_letter<T>(all: impl Iterator<Item = T>, ballot: impl Fn(&T) -> &Ballot) -> BTreeMap<char, Vec<T>> {
    let mut letters: BTreeMap<char, Vec<T>> = BTreeMap::new();
    for thing in all {
        let letter = sort_name(ballot(&thing)).as_str().chars().next().unwrap_or('a').to_ascii_uppercase();
        letters.entry(letter).or_default().push(thing);
    }
    letters
}

/// The ballots of an election by their names in its language.
pub(crate) fn from_a_to_z(at: ElectionAt<'_>) -> Vec<BallotAt<'_>> {
    let mut ballots: Vec<_> = at.ballots().collect();
    ballots.sort_by_cached_key(|at| sort_name(at.ballot));
    ballots
}

fn sort_name(ballot: &Ballot) -> Slug {
    slug_of(ballot.area.as_str()).unwrap_or_else(|| ballot.slug.clone())
}

/// The ballots of an election by nation and region; none when they all lie in one, or are few.
pub(crate) fn places<'a>(cx: &Context<'a>, at: ElectionAt<'a>) -> Vec<SeatGroup<'a>> {
    if !is_folded(at.election) || !lies_in_many_places(at.election) {
        return Vec::new();
    }
    let mut places: BTreeMap<_, Vec<BallotAt<'a>>> = BTreeMap::new();
    for at in from_a_to_z(at) {
        places.entry(place_of(at.ballot)).or_default().push(at);
    }
    let places = places.into_values().map(|ballots| SeatGroup {
        election: at.election,
        name: ballots.first().map(|at| phrase::place_name(cx, at.ballot)).unwrap_or_default(),
        ballots,
    });
    places.collect()
}

/// The seats of an election, with how many candidates answered any of its questions.
pub(crate) fn table(cx: &Context<'_>, at: ElectionAt<'_>) -> Value {
    let rows = list(from_a_to_z(at).into_iter().map(|at| row(cx, at, None)));
    view! { caption: cx.words_of(at.election).text(msg::SEATS_CAPTION), rows }
}

/// The seats of an election in which a question is put, with the answers to it; those in which none is known are folded away,
/// and so are all when they are many.
pub(crate) fn answers_table(cx: &Context<'_>, at: ElectionAt<'_>, put: &PutQuestion) -> Value {
    let ballots = from_a_to_z(at).into_iter().filter(|at| put.is_put_in(at.ballot.nation));
    let (known, unknown): (Vec<_>, Vec<_>) = ballots.partition(|at| answered(at.ballot, Some(put)).0 > 0);
    let words = cx.words_of(at.election);
    let nothing = (!unknown.is_empty()).then(|| words.with(msg::SEATS_UNKNOWN, fill::n(unknown.len())));
    view! {
        caption: words.text(msg::SEATS_CAPTION),
        folded: known.len() >= FEWEST_FOLDED,
        rows: list(known.into_iter().map(|at| row(cx, at, Some(put)))),
        nothing,
        unknown: list(unknown.into_iter().map(|at| seat(cx, at))),
    }
}

/// A seat in a table: how many of its candidates gave a clear answer, and how many stand.
pub(crate) fn row(cx: &Context<'_>, at: BallotAt<'_>, question: Option<&PutQuestion>) -> Value {
    let (n, all) = answered(at.ballot, question);
    let known = cx.words.with(msg::SEATS_KNOWN, (fill::all(all), fill::n(n)));
    view! { text: seat_text(cx, at), link: at.page, known }
}

/// How many of those who stand gave a clear answer to a question, or to any: own words only, whatever the answer. And how
/// many stand.
pub(crate) fn answered(ballot: &Ballot, question: Option<&PutQuestion>) -> (usize, usize) {
    let clear = |cell: &Cell| matches!(&cell.own, Own::Answer(given) if mark::is_given(&given.mark));
    let gave = |person: &&Candidacy| match question {
        Some(put) => person.cell(put.id()).is_some_and(clear),
        None => person.cells.iter().any(clear),
    };
    let standing = ballot.candidacies.iter().filter(|person| person.status == Standing::Standing);
    (standing.clone().filter(gave).count(), standing.count())
}

/// Whether an election has so many ballots that a page folds them by letter and by place.
pub(crate) fn is_folded(election: &Election) -> bool {
    election.ballots.len() >= FEWEST_FOLDED
}

/// Whether the ballots of an election lie in more than one nation or region.
fn lies_in_many_places(election: &Election) -> bool {
    let mut places = election.ballots.iter().map(place_of);
    places.next().is_some_and(|first| places.any(|other| other != first))
}

/// The nation and the region of a ballot.
fn place_of(ballot: &Ballot) -> (Option<Nation>, Option<&Text>) {
    (ballot.nation, ballot.region.as_ref())
}

/// Whether an election has more ballots than are on record here.
pub(crate) fn part_only(election: &Election) -> bool {
    election.ballots_in_all.is_some_and(|all| usize::try_from(all).is_ok_and(|all| all > election.ballots.len()))
}

/// Whether all ballots of an election are on record here.
pub(crate) fn is_whole(election: &Election) -> bool {
    election.ballots_in_all.is_some_and(|all| usize::try_from(all) == Ok(election.ballots.len()))
}

/// The dates of an election that voters can still keep on the day of the records.
pub(crate) fn deadlines(cx: &Context<'_>, election: &Election) -> Value {
    let ahead = |date: &PartialDate| !election.is_over && date.latest() >= cx.campaign.site.as_of;
    let deadlines = election.deadlines.iter().filter(|deadline| ahead(&deadline.date));
    list(deadlines.map(|deadline| view! { date: cx.words.date(*deadline.date), name: &*deadline.name }))
}

/// That a poll was called off, with when and why as far as they are known; or that no vote is needed.
pub(crate) fn cancelled(cx: &Context<'_>, election: &Election, ballot: &Ballot) -> Option<Value> {
    let reason = ballot.cancellation.as_ref()?.reason.as_ref();
    Some(view! { text: cancelled_text(cx, election, ballot)?, reason })
}

/// The same without the reason.
pub(crate) fn cancelled_text(cx: &Context<'_>, election: &Election, ballot: &Ballot) -> Option<String> {
    let known = ballot.cancellation.as_ref()?;
    Some(match known.date {
        _ if known.uncontested => unopposed(cx, election, ballot),
        Some(date) if date.as_day().is_some() => {
            cx.words.with(msg::BALLOT_CANCELLED_ON, fill::date(cx.words.date(date)))
        }
        Some(date) => cx.words.with(msg::BALLOT_CANCELLED_IN, fill::date(cx.words.date(date))),
        None => cx.words.text(msg::BALLOT_CANCELLED).into_owned(),
    })
}

/// That the list of who stands is not whole.
pub(crate) fn incomplete(cx: &Context<'_>, ballot: &Ballot) -> Option<String> {
    let complete = ballot.complete.as_ref().filter(|complete| !complete.value)?;
    Some(cx.words.with(msg::BALLOT_INCOMPLETE, fill::source(&complete.source)))
}

/// Who is elected without a vote.
fn unopposed(cx: &Context<'_>, election: &Election, ballot: &Ballot) -> String {
    let standing = ballot.candidacies.iter().filter(|candidacy| candidacy.status == Standing::Standing);
    let names: Vec<_> = standing.map(|candidacy| cx.person_name(ballot, candidacy)).collect();
    let id = if election.is_over { msg::BALLOT_ELECTED_UNOPPOSED_AFTER } else { msg::BALLOT_ELECTED_UNOPPOSED };
    cx.words.with(id, (fill::n(names.len()), fill::names(phrase::names_listed(cx, &names))))
}
