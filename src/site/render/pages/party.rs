use tera::Value;

use crate::atoms::{Stance, Standing, Text, capitalised};
use crate::load::records::LineFromRecord;
use crate::messages::{fill, msg};
use crate::model::{Election, Line, Party, PartyLine, PutQuestion, Score, Subject};
use crate::render::context::Context;
use crate::render::located::PersonAt;
use crate::render::pages::accounts;
use crate::render::parts::mark::{Depth, Whose};
use crate::render::parts::matrix::{Alike, Head};
use crate::render::parts::{
    MarkView, candidate, corrected, documents, entry, formats, gap, leaflets, link, mark, matrix, party_table, phrase,
    question_head, seats,
};
use crate::render::view::list;

/// Its name, told apart from others of the same name.
pub(crate) fn title(cx: &Context<'_>, party: &Party) -> (String, String) {
    let title = cx.party_title(party);
    let description = cx.words.with(msg::PARTY_DESCRIPTION, fill::party(&*title));
    (title.into_owned(), description)
}

/// One party: its lines, by election, its documents and its candidates.
pub(crate) fn view(cx: &Context<'_>, party: &Party) -> Value {
    let elections = cx.campaign.elections.iter().filter(|election| election.knows_of(party));
    let ids: Vec<&str> = party.ids.iter().map(Text::as_str).collect();
    let people = cx.standing.get(&party.id).into_iter().flatten().copied();
    let (standing, gone): (Vec<_>, Vec<_>) = people.partition(|at| at.person.status == Standing::Standing);
    let documents = cx.documents_of(&Subject::Party(party.id.clone()));
    view! {
        party: link::party(cx, party),
        note: party.note.as_ref(),
        // Labels that are no party have none.
        lead: party.is_registered().then(|| lead(cx, party)),
        lent: lent(cx, party),
        elections: list(elections.map(|election| party_election(cx, election, party))),
        registered: party.is_registered(),
        all_read: documents::all_read(documents),
        documents: documents::links(cx, documents),
        accounts: accounts::of_party(cx, &party.id),
        leaflets: leaflets::of_party(cx, party),
        formats: formats::lines(cx, documents),
        count: cx.words.with(msg::PARTY_CANDIDATES_COUNT, fill::n(standing.len())),
        letters: list(letters(cx, &standing)),
        candidates: list(standing.iter().filter(|_| standing.len() <= seats::MOST_AT_HOME).map(|at| candidate(cx, *at))),
        gone: list(gone.into_iter().map(|at| candidate(cx, at))),
        ids: (!ids.is_empty()).then(|| cx.words.with(msg::PARTY_IDS, fill::ids(ids.join(", ")))),
        website: party.website.as_ref(),
    }
}

/// Candidates by the first letters of their areas; none when they are few.
fn letters(cx: &Context<'_>, standing: &[PersonAt<'_>]) -> Vec<Value> {
    let many = standing.iter().filter(|_| standing.len() > seats::MOST_AT_HOME);
    let group = |(letter, people): (char, Vec<&PersonAt<'_>>)| {
        view! { name: letter.to_string(), seats: list(people.into_iter().map(|at| candidate(cx, *at))) }
    };
    seats::by_letter(many, |at| at.ballot).into_iter().map(group).collect()
}

/// Seat and name of a candidate, and why the person does not stand any more.
fn candidate(cx: &Context<'_>, at: PersonAt<'_>) -> Value {
    let stands = at.person.status == Standing::Standing;
    let name = if stands { cx.person_name(at.ballot, at.person) } else { candidate::gone(cx, at).into() };
    let gaps = (fill::area(cx.ballot_name(at.election, at.ballot)), fill::name(name));
    let id = if at.person.support_withdrawn.is_some() { msg::PARTY_CANDIDATE_ALONE } else { msg::PARTY_CANDIDATE };
    link::to(cx.words.with(id, gaps), at.page)
}

/// Whose line its candidates carry, and why.
fn lent(cx: &Context<'_>, party: &Party) -> Option<String> {
    let LineFromRecord { party: lender, because } = party.line_from.as_ref()?;
    let lender = cx.party(lender)?;
    let gaps = (fill::because(because), fill::party(&lender.name));
    Some(cx.words.with(msg::PARTY_LENT_FROM, gaps))
}

/// How many questions it answers in which way, in the latest election of which a line is known.
pub(crate) fn lead(cx: &Context<'_>, party: &Party) -> String {
    let name = || fill::party(&party.name);
    let known = cx.campaign.elections.iter().find(|election| election.knows_of(party));
    let Some(election) = known else {
        return cx.words.with(msg::PARTY_LEAD_UNREAD, name());
    };
    let put: Vec<&PutQuestion> = election.put_to_party(party).collect();
    let lines = put.iter().map(|put| {
        let lines = party_table::lines(election, party, &put.question);
        lines.filter(|line| mark::is_known_answer(&line.mark)).collect::<Vec<_>>()
    });
    let lines: Vec<_> = lines.collect();
    let count = |stance| lines.iter().filter(|lines| lines.iter().any(|line| line.mark.stance == stance)).count();
    let answers = [
        (msg::PARTY_LEAD_YES, count(Stance::Supports)),
        (msg::PARTY_LEAD_NO, count(Stance::Opposes)),
        (msg::PARTY_LEAD_PARTLY, count(Stance::Mixed)),
    ];
    let answers = answers.into_iter().filter(|(_, n)| *n > 0).map(|(id, n)| cx.words.with(id, fill::n(n)));
    let answers: Vec<String> = answers.collect();
    if answers.is_empty() {
        return cx.words.with(msg::PARTY_LEAD_NONE, (fill::all(put.len()), name()));
    }
    let answers = capitalised(&answers.join(", "));
    let lead = cx.words.with(msg::PARTY_LEAD, (fill::all(put.len()), fill::answers(answers)));
    let (all, sure) = (lines.iter().flatten(), lines.iter().flatten().filter(|line| line.mark.is_confirmed()));
    match (all.count(), sure.count()) {
        (all, sure) if all == sure => lead,
        (_, sure) => format!("{lead} {}", cx.words.with(msg::PARTY_LEAD_UNCHECKED, fill::sure(sure))),
    }
}

/// A party's lines in one election, with their evidence.
fn party_election(cx: &Context<'_>, election: &Election, party: &Party) -> Value {
    // A label that is not a party may have lines on record all the same.
    let put = election.questions.iter().filter(|put| {
        put.nations.is_empty()
            || election.party_lines.get(&party.id, None, put.id()).is_some()
            || election.lines_of(party, &put.question).next().is_some()
            || !corrections(cx, election, party, put).is_empty()
    });
    let put = put.collect::<Vec<_>>();
    let is_known = |put: &PutQuestion| {
        let marks = party_table::line_marks(cx, election, party, &put.question, Depth::Whole);
        let corrected = || !corrections(cx, election, party, put).is_empty();
        election.lines_of(party, &put.question).next().is_some()
            || marks.iter().any(|mark| mark.shape.is_some())
            || corrected()
    };
    let link = |put: &PutQuestion| link::to(question_head::asked_where(cx, put), cx.question_link(put.id()));
    let (answers, unknown) = question_head::unfolded(cx, put.iter().copied(), is_known, link);
    let answer = |put: &PutQuestion| {
        let history = election.lines_of(party, &put.question);
        view! {
            id: gap::line_anchor(election.id.as_str(), put.id().as_str()),
            ask: question_head::asked_where(cx, put),
            link: cx.question_link(put.id()),
            silent: list(silent(cx, election, party, put)),
            corrected: corrections(cx, election, party, put),
            history: list(history.map(|line| entry::view(cx, &line.mark, Whose::Party, nations(cx, line).into_iter()))),
        }
    };
    let head = Head {
        caption: cx.words.text(msg::PARTY_GLANCE),
        corner: msg::COMPARE_ELECTION,
        holds: None,
        alike: Alike::of(party_table::checked(election, &[party], &put)),
    };
    let title = cx.words.with(msg::PARTY_LINES, fill::election(cx.election_name(election)));
    view! {
        title: &*title,
        matrix: matrix::view(cx, &head, &put, |_, group| {
            vec![view! { rows: vec![matrix::of_election(cx, cx.election(&election.id), party, group)] }]
        }),
        score: party_score(cx, election, party),
        compare: link::compare_party(cx, election, &party.id),
        answers: list(answers.into_iter().map(answer)),
        unknown,
    }
}

/// What was put right in its line on a question; nothing of one that was taken off the site.
fn corrections(cx: &Context<'_>, election: &Election, party: &Party, put: &PutQuestion) -> Vec<Value> {
    let is_off = election.lines_of(party, &put.question).any(|line| line.mark.takedown.is_some());
    if is_off { Vec::new() } else { corrected::of_line(cx, (&election.id, &party.id, put.id())) }
}

/// What was read without finding a line, where none is on record.
fn silent<'a>(cx: &Context<'a>, election: &'a Election, party: &'a Party, put: &'a PutQuestion) -> Vec<MarkView<'a>> {
    let has_lines = election.lines_of(party, &put.question).next().is_some();
    if has_lines { Vec::new() } else { party_table::line_marks(cx, election, party, &put.question, Depth::Whole) }
}

/// In which nations alone a line holds.
fn nations(cx: &Context<'_>, line: &Line) -> Option<String> {
    let nations = (!line.nations.is_empty()).then(|| phrase::nations_listed(cx, &line.nations))?;
    Some(cx.words.with(msg::NATIONS_ONLY, fill::nations(nations)))
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
