use std::borrow::Cow;

use crate::atoms::{Standing, Text, WebUrl};
use crate::messages::{fill, msg};
use crate::model::{Document, Election, Party, PartyLine, PutQuestion, Score, Subject};
use crate::render::context::Context;
use crate::render::located::PersonAt;
use crate::render::parts::{
    EntryView, LeafletsView, LinkView, MarkView, candidate, compared, documents, entry, gap, leaflets, link, mark,
    party_table, question_head,
};

views! {
    /// One party.
    PartyPage<'a> {
        name: &'a str, "Its name";
        colour: &'a str, "Its colour";
        note: Option<&'a str>, "What tells it from another of the same name";
        lead: Option<String>, "What is known, in large type; nothing for labels that are no party";
        lent: Option<String>, "Whose line its candidates carry, and why";
        elections: Vec<PartyElection<'a>>, "Its lines, by election, the latest first";
        registered: bool, "Whether it is a party, rather than a label like “Independent”";
        all_read: bool, "Whether we read all of its documents, rather than only what others wrote about one";
        documents: Vec<LinkView<'a>>, "The documents that we know of";
        leaflets: Option<LeafletsView<'a>>, "What its leaflets and those of its candidates say";
        formats: Vec<String>, "The accessible formats of each document, or that none is on record";
        count: String, "How many of its candidates on this site stand";
        candidates: Vec<LinkView<'a>>, "Its candidates who stand";
        gone: Vec<LinkView<'a>>, "Those who do not stand any more, and why";
        ids: Option<String>, "The ids under which others publish it";
        website: Option<&'a str>, "Its website";
    }

    /// A party's lines in one election.
    PartyElection<'a> {
        title: String, "Which election";
        score: Option<String>, "How the lines compare with what the campaign wants, as counts";
        compare: LinkView<'a>, "The lines beside those of others";
        answers: Vec<PartyAnswer<'a>>, "One for each question";
    }

    /// A party's lines on one question, with their evidence.
    PartyAnswer<'a> {
        id: String, "The anchor";
        ask: Cow<'a, str>, "The question, and where it is put, unless everywhere";
        link: &'a str, "The question's page";
        marks: Vec<MarkView<'a>>, "The line; several where it differs between nations";
        history: Vec<EntryView<'a>>, "Every recorded line with its evidence";
    }
}

/// Its name, told apart from others of the same name.
pub(crate) fn title(cx: &Context<'_>, party: &Party) -> (String, String) {
    let title = cx.party_title(party);
    (title.to_owned(), cx.words.with(msg::PARTY_DESCRIPTION, fill::party(title)))
}

pub(crate) fn view<'a>(cx: &Context<'a>, party: &'a Party) -> PartyPage<'a> {
    let elections = cx.campaign.elections.iter().filter(|election| election.knows_of(party));
    let name = link::party_name(cx, party);
    let ids: Vec<&str> = party.ids.iter().map(Text::as_str).collect();
    let people = cx.standing.get(&party.id).into_iter().flatten().copied();
    let (standing, gone): (Vec<_>, Vec<_>) = people.partition(|at| at.person.status == Standing::Standing);
    let documents = cx.documents_of(&Subject::Party(party.id.clone()));
    PartyPage {
        name: name.name,
        colour: name.colour,
        note: party.note.as_deref(),
        lead: party.is_registered().then(|| party_lead(cx, party)),
        lent: lent(cx, party),
        elections: elections.map(|election| party_election(cx, election, party)).collect(),
        registered: party.is_registered(),
        all_read: documents::all_read(documents),
        documents: documents::links(cx, documents),
        leaflets: leaflets::of_party(cx, party),
        formats: documents.iter().flat_map(|document| formats(cx, document)).collect(),
        count: cx.words.with(msg::PARTY_CANDIDATES_COUNT, fill::n(standing.len())),
        candidates: standing.into_iter().map(|at| candidate(cx, at)).collect(),
        gone: gone.into_iter().map(|at| candidate(cx, at)).collect(),
        ids: (!ids.is_empty()).then(|| cx.words.with(msg::PARTY_IDS, fill::ids(ids.join(", ")))),
        website: party.website.as_ref().map(WebUrl::as_str),
    }
}

/// Seat and name of a candidate, and why the person does not stand any more.
fn candidate<'a>(cx: &Context<'a>, at: PersonAt<'a>) -> LinkView<'a> {
    let stands = at.person.status == Standing::Standing;
    let name = if stands { cx.person_name(at.ballot, at.person).to_owned() } else { candidate::gone(cx, at) };
    let gaps = (fill::area(cx.ballot_name(at.election, at.ballot)), fill::name(name));
    let id = if at.person.support_withdrawn.is_some() { msg::PARTY_CANDIDATE_ALONE } else { msg::PARTY_CANDIDATE };
    LinkView::to(cx.words.with(id, gaps), at.page)
}

fn lent(cx: &Context<'_>, party: &Party) -> Option<String> {
    let (lender, because) = party.line_from.as_ref()?;
    let lender = cx.party(lender)?;
    let gaps = (fill::because(because.as_str()), fill::party(lender.name.as_str()));
    Some(cx.words.with(msg::PARTY_LENT_FROM, gaps))
}

fn party_lead(cx: &Context<'_>, party: &Party) -> String {
    let name = fill::party(party.name.as_str());
    let known = cx.campaign.elections.iter().find(|election| election.knows_of(party));
    let Some(election) = known else {
        return cx.words.with(msg::PARTY_LEAD_UNREAD, name);
    };
    let put: Vec<&PutQuestion> = election.put_to_party(party).collect();
    let clear = |put: &&&PutQuestion| {
        party_table::lines(election, party, &put.question).any(|line| mark::is_known_answer(&line.mark))
    };
    let n = put.iter().filter(clear).count();
    cx.words.with(msg::PARTY_LEAD, (fill::all(put.len()), fill::n(n), name))
}

fn party_election<'a>(cx: &Context<'a>, election: &'a Election, party: &'a Party) -> PartyElection<'a> {
    // A label that is no party may have lines on record all the same.
    let put = election.questions.iter().filter(|put| {
        put.nations.is_empty()
            || election.party_lines.get(&party.id, None, put.id()).is_some()
            || election.lines_of(party, &put.question).next().is_some()
    });
    let answers = put.map(|put| PartyAnswer {
        id: gap::line_anchor(election.id.as_str(), put.id().as_str()),
        ask: question_head::asked_where(cx, put),
        link: cx.question_link(put.id()),
        marks: party_table::line_marks(cx, election, party, &put.question),
        history: election.lines_of(party, &put.question).map(|line| entry::view(cx, &line.mark)).collect(),
    });
    PartyElection {
        title: cx.words.with(msg::PARTY_LINES, fill::election(cx.election_name(election))),
        score: party_score(cx, election, party),
        compare: compared::compare_party(cx, election, &party.id),
        answers: answers.collect(),
    }
}

fn party_score(cx: &Context<'_>, election: &Election, party: &Party) -> Option<String> {
    let answers = election.put_to_party(party).map(|put| {
        let line = election.party_lines.get(&party.id, None, put.id()).map(|cell| &cell.line);
        let answer = if let Some(PartyLine::Stance(line)) = line { Some(&line.mark) } else { None };
        (put.wording().wants, answer)
    });
    let score = Score::of(answers);
    let takes_side = score.questions > 0;
    (cx.campaign.site.score && takes_side)
        .then(|| candidate::score_text(cx, &score, (msg::SCORE_PARTY, msg::SCORE_PARTY_FEW)))
}

fn formats<'a>(cx: &Context<'a>, document: &'a Document) -> Vec<String> {
    if document.formats.is_empty() {
        return vec![cx.words.with(msg::PARTY_FORMATS_NONE, fill::document(document.title.as_str()))];
    }
    documents::formats(cx, document).into_iter().map(|format| format.text.into_owned()).collect()
}
