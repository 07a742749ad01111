use std::fmt::Display;

use super::table::columns;
use crate::atoms::{FigureUnit, Words as _};
use crate::figures::FEWEST_PEOPLE;
use crate::load::At;
use crate::load::records::{NumberRecord, ResponseRecord};
use crate::model::{Account, Campaign};

/// An account with the campaign in which it stands.
pub(super) type AccountOf<'a> = (&'a Account, &'a Campaign);

columns!((account, campaign) = AccountOf<'_> => {
    account: "string", "The account's id", &account.id;
    kind: "string", "rule, pilot, claim, report or call", account.kind.word();
    status: "string", "superseded, disputed and unverified, as many as hold, with spaces between them; else confirmed or claimed", statuses(account, " ");
    about: "string", "What it is about; claims nothing", &account.about;
    says: "string", "What it says, in one sentence that begins with its status", format!("{}: {}", statuses(account, ", "), account.says);
    does_not_apply_when: "string", "When it does not apply: read this first", account.does_not_apply_when.as_ref();
    by: "string", "Who says it, laid it down or does it", &account.by;
    date: "string", "When, where that is known: year, month or day", account.record.date.as_ref().map(|date| date.value);
    version: "string", "Which version of a text it is", account.version.as_ref();
    section: "string", "Where in that text it stands", account.section.as_ref();
    from: "string", "Since when it holds or goes on: year, month or day", account.from.as_ref().map(|from| from.value);
    until: "string", "Until when: year, month or day", account.until.as_ref().map(|until| until.value);
    provider: "string", "Who carries it out", account.provider.as_ref();
    numbers: "string", "The numbers in it, with semicolons between them", listed(account.numbers.iter().map(number));
    areas: "string", "The areas that it names, with semicolons between them", listed(account.areas.iter().map(|area| &area.name));
    ballots: "string", "The ballots that are known to lie in them, with spaces between their ids; others may lie there too", ballots(account, campaign);
    questions: "string", "The questions that it is about, with spaces between their ids", ids(&account.questions);
    parties: "string", "The parties that it concerns, with spaces between their ids", ids(&account.parties);
    people: "string", "The candidates whom it concerns, with spaces between their ids", ids(&account.people);
    tried: "string", "What was tried to verify it, when that failed", account.verification.as_ref().map(|tried| &tried.tried);
    superseded_by: "string", "The account that stands in its place now", account.superseded_by.as_ref().map(|newer| &newer.value);
    note: "string", "Anything else about it", account.note.as_ref();
    source: "string", "Its first source", account.evidence.first().map(|source| &source.title);
    source_publisher: "string", "Who published that", account.evidence.first().map(|source| &source.publisher);
    source_date: "string", "When: year, month or day", account.evidence.first().and_then(|source| source.date.as_ref()).map(|date| date.value);
    source_url: "string", "Where it can be read", account.evidence.first().and_then(|source| source.url.as_ref());
    sources: "integer", "How many sources are on record", account.evidence.len();
});

fn statuses(account: &Account, between: &str) -> String {
    account.statuses.iter().map(|status| status.word()).collect::<Vec<_>>().join(between)
}

fn listed(texts: impl Iterator<Item = impl Display>) -> String {
    texts.map(|text| text.to_string()).collect::<Vec<_>>().join("; ")
}

fn ids<I: Display>(ids: &[At<I>]) -> String {
    ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// A number with what it counts; a small one of people only says that it is small.
fn number(NumberRecord { n, of, unit, about, .. }: &NumberRecord) -> String {
    match (unit, about) {
        (FigureUnit::People, _) if *n < FEWEST_PEOPLE => format!("fewer than {FEWEST_PEOPLE} {of}"),
        (_, true) => format!("about {n} {of}"),
        (_, false) => format!("{n} {of}"),
    }
}

fn ballots(account: &Account, campaign: &Campaign) -> String {
    let all = campaign.elections.iter().flat_map(|election| &election.ballots);
    all.filter(|ballot| account.names(ballot)).map(|ballot| ballot.id.as_str()).collect::<Vec<_>>().join(" ")
}

/// What somebody says of an account.
pub(super) type ResponseTo<'a> = (&'a Account, &'a ResponseRecord);

columns!((account, response) = ResponseTo<'_> => {
    account: "string", "The account's id", &account.id;
    by: "string", "Who says something of it", &response.by;
    response: "string", "confirms, qualifies, denies, consulted_not_agreed, declined_to_comment or declined_to_correct", response.response.word();
    says: "string", "What they say, in our words", response.says.as_ref();
    date: "string", "When: year, month or day", response.date.as_ref().map(|date| date.value);
    source: "string", "Where that was published, when in none of the account's own sources", response.source.as_ref().map(|source| &source.title);
    source_publisher: "string", "Who published that", response.source.as_ref().map(|source| &source.publisher);
    source_url: "string", "Where it can be read", response.source.as_ref().and_then(|source| source.url.as_ref());
});
