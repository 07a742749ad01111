use std::collections::BTreeSet;

use super::areas::CandidacyAt;
use super::marks::nations;
use super::table::{DataTable, columns};
use super::{answers, areas, documents, elected, formats, pledges, reports};
use crate::atoms::{PartialDate, Stance, Words};
use crate::load::records::DataSourceRecord;
use crate::model::{Election, Event, PutQuestion, Question};
use crate::plan::DataFile;
use crate::render::context::Context;
use crate::render::located::ElectionAt;

/// The table that a data file is; nothing for what is made of all tables.
pub(super) fn table<'t>(cx: &'t Context<'_>, file: DataFile) -> Option<DataTable<'t>> {
    let campaign = cx.campaign;
    let (elections, documents) = (&campaign.elections, &campaign.documents);
    Some(match file {
        DataFile::Candidates => DataTable { of_others: lists(cx), ..DataTable::of("candidates", || candidacies(cx)) },
        DataFile::Elected => DataTable { of_others: lists(cx), ..DataTable::of("elected", || elected::rows(cx)) },
        DataFile::Positions => {
            DataTable::of("positions", || candidacies(cx).flat_map(|candidacy| answers::positions(candidacy.at)))
        }
        DataFile::PartyLines => {
            DataTable::of("lines", || elections.iter().flat_map(|election| answers::lines(campaign, election)))
        }
        DataFile::Documents => {
            DataTable::of("documents", || documents.iter().flat_map(|document| documents::readings(cx, document)))
        }
        DataFile::Formats => DataTable::of("formats", || documents.iter().flat_map(|document| formats::rows(document))),
        DataFile::Mentions => {
            DataTable::of("mentions", || documents.iter().flat_map(|document| documents::mentions(campaign, document)))
        }
        DataFile::Questions => {
            DataTable::of("questions", || campaign.questions.iter().flat_map(|question| versions(question)))
        }
        DataFile::Put => DataTable::of("put", || elections.iter().flat_map(put)),
        DataFile::Figures => {
            let tables = campaign.data.iter().filter(|data| data.figures().is_some());
            let of_others = tables.map(|data| &data.source).collect();
            DataTable { of_others, ..DataTable::of("figures", || areas::figures(campaign)) }
        }
        DataFile::Events => DataTable::of("events", move || campaign.content.events.iter()),
        DataFile::Accounts => {
            DataTable::of("accounts", move || campaign.accounts.iter().map(move |account| (account, campaign)))
        }
        DataFile::Responses => DataTable::of("responses", move || {
            campaign
                .accounts
                .iter()
                .flat_map(|account| account.responses.iter().map(move |response| (account, response)))
        }),
        DataFile::Pledges => {
            DataTable::of("pledges", || campaign.pledges.iter().map(|pledge| (pledge, cx.pledge_page(&pledge.id))))
        }
        DataFile::Signatures => DataTable::of("signatures", || {
            campaign.pledges.iter().flat_map(|pledge| pledges::signatures(campaign, pledge))
        }),
        DataFile::Corrections => {
            DataTable::of("corrections", move || campaign.corrections.iter().map(move |one| (one, cx)))
        }
        DataFile::Letters => {
            DataTable::of("letters", || campaign.letters.iter().map(|letter| (letter, cx.letter_link(letter))))
        }
        DataFile::Reports => DataTable::of("reports", || campaign.reports.iter().flat_map(reports::rows)),
        DataFile::Json | DataFile::Package => return None,
    })
}

/// The ballots, of which only the file of all tables has a list: in the other files each candidacy says all of its ballot.
pub(super) fn ballots<'t>(cx: &'t Context<'_>) -> DataTable<'t> {
    DataTable::of("ballots", || cx.elections().flat_map(ElectionAt::ballots))
}

/// Whose lists of candidates the elections were taken from, each once.
fn lists<'t>(cx: &'t Context<'_>) -> Vec<&'t DataSourceRecord> {
    let mut seen = BTreeSet::new();
    let mut of_others: Vec<_> = cx.campaign.elections.iter().filter_map(|election| election.source.as_ref()).collect();
    of_others.retain(|source| seen.insert((source.credit.as_str(), source.licence.as_str())));
    of_others
}

fn candidacies<'a>(cx: &Context<'a>) -> impl Iterator<Item = CandidacyAt<'a>> + use<'a> {
    let ballots = cx.elections().flat_map(ElectionAt::ballots);
    ballots.flat_map(|on| on.people().map(move |at| CandidacyAt { on, at }))
}

/// One version of a question, and the last day on which it was put.
pub(super) type VersionAt<'a> = (&'a Question, u32, Option<PartialDate>);

columns!((question, version, until) = VersionAt<'_> => {
    question: "string", "The question's id", &question.id;
    version: "integer", "The version", *version;
    current: "boolean", "Whether it is the present version", *version == question.version;
    ask: "string", "The text", question.wording(*version).ask;
    campaign_wants: "string", "supports, opposes or none", question.wording(*version).wants.word();
    until: "string", "The last day on which it was asked", *until;
    supports_means: "string", "What a yes means, in plain words", question.wording(*version).meaning(Stance::Supports);
    opposes_means: "string", "What a no means, in plain words", question.wording(*version).meaning(Stance::Opposes);
    mixed_means: "string", "What “partly” means, in plain words", question.wording(*version).meaning(Stance::Mixed);
});

/// A question as an election puts it.
pub(super) type PutAt<'a> = (&'a Election, &'a PutQuestion);

columns!((election, put) = PutAt<'_> => {
    election: "string", "The election's id", &election.id;
    question: "string", "The question's id", put.id();
    version: "integer", "The version that is asked", put.version;
    nations: "string", "The nations in which it is asked, with spaces between them; empty for all", nations(&put.nations);
});

/// The versions of a question, from the first.
pub(super) fn versions(question: &Question) -> impl Iterator<Item = VersionAt<'_>> {
    let earlier = question.earlier.iter().map(move |earlier| (question, earlier.version.value, earlier.until));
    earlier.chain([(question, question.version, None)])
}

/// The questions of an election, in the order of its scorecards.
pub(super) fn put(election: &Election) -> impl Iterator<Item = PutAt<'_>> {
    election.questions.iter().map(move |put| (election, put))
}

columns!(event = &Event => {
    event: "string", "The event's id", &event.id;
    title: "string", "What it is", &event.title;
    date: "string", "When it begins: year, month or day", event.date.value;
    until: "string", "Its last day, when there are several: year, month or day", event.until.as_ref().map(|until| until.value);
    time: "string", "When it begins, on the clock of the place", event.time.map(|time| time.to_string());
    area: "string", "Where it is, in words; empty with a ballot, and when it is for people everywhere", event.area.as_ref();
    ballot: "string", "The id of the ballot for whose voters it is", event.ballot.as_ref().map(|ballot| &ballot.value);
    access: "string", "How people can take part who cannot climb stairs, hear, see or travel", &event.access;
    url: "string", "Where to read more, or to take part from home", event.url.as_ref();
    past: "boolean", "Whether it was over on the day of the records", event.is_past;
    source: "string", "Where it was announced first", event.evidence.first().map(|source| &source.title);
    source_url: "string", "Where that can be read", event.evidence.first().and_then(|source| source.url.as_ref());
});
