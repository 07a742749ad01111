use std::collections::{BTreeSet, HashMap};

use tera::Value;

use crate::atoms::{BallotId, DocumentKind, PersonId};
use crate::messages::{Message, fill, msg};
use crate::model::{Campaign, Document, Election, Party, PutQuestion, Says, Subject};
use crate::render::context::Context;
use crate::render::located::{BallotAt, PersonAt};
use crate::render::parts::{link, question_head};
use crate::render::view::list;

/// Up to how many leaflets are listed; beyond, they are counted.
const MOST_LISTED: usize = 60;

/// Up to how many are seen without opening anything.
const MOST_OPEN: usize = 8;

/// What can be known of a leaflet and a question, the surest that speak of it first.
const SAID: [Message<(fill::All, fill::N)>; 6] = [
    msg::LEAFLETS_SPEAKS,
    msg::LEAFLETS_DIFFER,
    msg::LEAFLETS_MENTIONS,
    msg::LEAFLETS_SILENT,
    msg::LEAFLETS_NONE,
    msg::LEAFLETS_UNKNOWN,
];

fn said(says: &Says<'_>) -> Message<(fill::All, fill::N)> {
    match says {
        Says::Speaks(_) | Says::Quoted => SAID[0],
        Says::Differ(..) => SAID[1],
        Says::Mentions(_) => SAID[2],
        Says::Silent(_) => SAID[3],
        Says::NoMention { .. } => SAID[4],
        Says::Unreadable | Says::NotLooked => SAID[5],
    }
}

/// A question, and the election that puts it.
type PutBy<'a> = (&'a Election, &'a PutQuestion);

/// What the leaflets say that came from the candidates of a ballot, or through the doors of its area.
pub(crate) fn of_ballot(cx: &Context<'_>, at: BallotAt<'_>) -> Option<Value> {
    let put = at.election.put_in(at.ballot.nation).map(|put| (at.election, put));
    Some(view(cx, put.collect(), cx.leaflets.get(&at.ballot.id)?))
}

/// What the leaflets of a party and of its candidates say.
pub(crate) fn of_party(cx: &Context<'_>, party: &Party) -> Option<Value> {
    let of_party = |document: &&Document| match &document.of {
        Subject::Party(id) => *id == party.id,
        Subject::Person(id) => {
            let all = cx.candidacies.get(id).into_iter().flatten();
            let mut there = all.filter(|at| at.election.id == document.election);
            there.any(|at| at.person.party.id == party.id)
        }
    };
    let leaflets: Vec<_> = leaflets(cx.campaign).filter(of_party).collect();
    let elections = cx.campaign.elections.iter();
    let put = elections.flat_map(|election| election.questions.iter().map(move |put| (election, put)));
    (!leaflets.is_empty()).then(|| view(cx, put.collect(), &leaflets))
}

/// What the leaflets of an election say on a question.
pub(crate) fn on_question(cx: &Context<'_>, election: &Election, put: &PutQuestion) -> Option<Value> {
    let leaflets: Vec<_> = leaflets(cx.campaign).filter(|document| is_put_to(document, (election, put))).collect();
    let asked = question_head::asked_as(cx, put);
    (!leaflets.is_empty()).then(|| row(cx, put, cx.election_name(election).into(), asked, &leaflets))
}

/// What leaflets say on the questions that were put to whom they are about, each wording for itself.
fn view<'a>(cx: &Context<'a>, put: Vec<PutBy<'a>>, leaflets: &[&'a Document]) -> Value {
    let read = leaflets.iter().filter(|document| put.iter().any(|put| is_read(document, *put))).count();
    let mut questions: Vec<(&'a PutQuestion, Vec<&'a Document>)> = Vec::new();
    for one in put {
        let of: Vec<_> = leaflets.iter().copied().filter(|document| is_put_to(document, one)).collect();
        let same = |known: &&mut (&PutQuestion, _)| known.0.id() == one.1.id() && known.0.version == one.1.version;
        match questions.iter_mut().find(same) {
            Some((_, known)) => known.extend(of),
            None if of.is_empty() => {}
            None => questions.push((one.1, of)),
        }
    }
    view! {
        lead: cx.words.with(msg::LEAFLETS_LEAD, (fill::n(leaflets.len()), fill::read(read))),
        rows: list(questions.iter().map(|(put, of)| row(cx, put, put.wording().ask.into(), None, of))),
        list: list(leaflets.iter().take(MOST_LISTED).map(|document| leaflet(cx, document))),
    }
}

/// How many leaflets speak of one question, do not, or are not known to, under a heading.
fn row(cx: &Context<'_>, put: &PutQuestion, ask: Value, asked: Option<String>, leaflets: &[&Document]) -> Value {
    let said: Vec<_> = leaflets.iter().map(|document| (said(&document.says(put.id())), *document)).collect();
    let counts = SAID.into_iter().filter_map(|id| {
        let n = said.iter().filter(|(said, _)| *said == id).count();
        let gaps = (fill::all(leaflets.len()), fill::n(n));
        (n > 0).then(|| cx.words.with(id, gaps))
    });
    let speaking: Vec<_> = said.iter().filter(|(said, _)| SAID[..3].contains(said)).take(MOST_LISTED).collect();
    view! {
        ask,
        asked,
        link: cx.question_link(put.id()),
        counts: list(counts),
        many: speaking.len() > MOST_OPEN,
        list: list(speaking.into_iter().map(|(_, document)| leaflet(cx, document))),
    }
}

fn leaflet(cx: &Context<'_>, document: &Document) -> Value {
    let gaps = (fill::owner(cx.owner(document)), fill::title(&document.title));
    link::to(cx.words.with(msg::LEAFLETS_ONE, gaps), cx.document_link(document))
}

/// All leaflets, sorted by id.
pub(crate) fn leaflets(campaign: &Campaign) -> impl Iterator<Item = &Document> {
    let documents = campaign.documents.iter().map(|document| &**document);
    documents.filter(|document| document.kind == DocumentKind::Leaflet)
}

/// The leaflets that belong to each ballot: those of their candidates, and those that
/// somebody received in their areas.
pub(crate) fn by_ballot<'a>(
    campaign: &'a Campaign,
    candidacies: &HashMap<&'a PersonId, Vec<PersonAt<'a>>>,
) -> HashMap<&'a BallotId, Vec<&'a Document>> {
    let mut of: HashMap<_, Vec<_>> = HashMap::new();
    for document in leaflets(campaign) {
        let owner = if let Subject::Person(id) = &document.of { Some(id) } else { None };
        let shown = owner
            .into_iter()
            .chain(document.people.iter().map(|person| &**person))
            .filter_map(|person| candidacies.get(person))
            .flatten();
        let shown = shown.filter(|at| at.election.id == document.election).map(|at| &at.ballot.id);
        let received = document.received.iter().flat_map(|received| &received.ballots).map(|ballot| &**ballot);
        for ballot in shown.chain(received).collect::<BTreeSet<_>>() {
            of.entry(ballot).or_default().push(document);
        }
    }
    of
}

/// Whether a question is put to whom a document is of, or is for.
fn is_put_to(document: &Document, (election, put): PutBy<'_>) -> bool {
    document.election == election.id && election.put_to(document).iter().any(|one| one.id() == put.id())
}

/// Whether somebody or something has looked for a question in a document.
fn is_read(document: &Document, (election, put): PutBy<'_>) -> bool {
    document.election == election.id && !matches!(document.says(put.id()), Says::Unreadable | Says::NotLooked)
}
