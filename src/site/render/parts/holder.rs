//! Who was elected before and stands again: what they said then, beside what is known now. Never a mark of the later election.

use crate::atoms::Standing;
use crate::messages::{fill, msg};
use crate::model::{Cell, Own};
use crate::render::context::Context;
use crate::render::located::PersonAt;
use crate::render::parts::{candidate, lead, mark};

/// The latest earlier candidacy of somebody who stands, in which they were elected.
fn then<'a>(cx: &Context<'a>, at: PersonAt<'a>) -> Option<PersonAt<'a>> {
    if at.person.status != Standing::Standing {
        return None;
    }
    let ids = std::iter::once(&at.person.person).chain(at.person.former.iter().map(|former| &former.value));
    let all = ids.filter_map(|id| cx.candidacies.get(id)).flatten().copied();
    let elected = all.filter(|other| other.election.date < at.election.date && other.person.elected().is_some());
    elected.max_by_key(|other| other.election.date)
}

/// When somebody was elected before: the year, or where both elections are in one year the name.
fn when(cx: &Context<'_>, at: PersonAt<'_>, then: PersonAt<'_>) -> String {
    let year = then.election.date.year();
    if year == at.election.date.year() { cx.election_name(then.election).into_owned() } else { year.to_string() }
}

/// That somebody who stands was elected before, and for each question that was put to them in the same words, and that they
/// answered, what they said then and what is known now; nothing of others.
pub(crate) fn said_then(cx: &Context<'_>, at: PersonAt<'_>) -> Vec<String> {
    let Some(then) = then(cx, at) else { return Vec::new() };
    let when = when(cx, at, then);
    let elected = cx.words.with(msg::HOLDER, fill::when(&when));
    if !candidate::has_answers(cx, at) || !candidate::has_answers(cx, then) {
        return vec![elected];
    }
    let now = at.person.cells.iter().filter_map(|cell| {
        let before = then.person.cell(&cell.question.id).filter(|before| is_answered(before, cell))?;
        let gaps = (
            fill::now(lead::own_word(cx, at, cell)),
            fill::question(cell.wording().short),
            fill::then(lead::own_word(cx, then, before)),
            fill::when(&when),
        );
        Some(cx.words.with(msg::HOLDER_SAID, gaps))
    });
    std::iter::once(elected).chain(now).collect()
}

/// Whether a question was answered then, in the words in which it is put now.
fn is_answered(before: &Cell, now: &Cell) -> bool {
    before.version == now.version && matches!(&before.own, Own::Answer(position) if mark::stands(&position.mark))
}
