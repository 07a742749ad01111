use std::collections::BTreeSet;

use crate::atoms::capitalised;
use crate::country::uk::Nation;
use crate::load::records::TermRecord;
use crate::messages::{fill, msg};
use crate::model::{Election, is_valid_in, is_valid_on};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::parts::phrase;
use crate::render::terms::Explained;

/// What a term stands for, and when and where it means this: both as words beside it.
pub(crate) fn stands_for(cx: &Context<'_>, term: &TermRecord) -> Option<String> {
    let long = term.stands_for.as_ref()?;
    Some(cx.words.with(msg::GLOSSARY_STANDS_FOR, fill::long(long)))
}

/// When and where a term has a meaning; nothing when always and everywhere.
pub(crate) fn when(cx: &Context<'_>, term: &TermRecord) -> Option<String> {
    let date = |at| fill::date(cx.words.date(at));
    let parts = [
        term.from.as_deref().map(|from| cx.words.with(msg::GLOSSARY_FROM, date(*from))),
        term.until.as_deref().map(|until| cx.words.with(msg::GLOSSARY_UNTIL, date(*until))),
        (!term.nations.is_empty())
            .then(|| cx.words.with(msg::GLOSSARY_IN, fill::nations(phrase::nations_listed(cx, &term.nations)))),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// The hard words that the text of a page may use, each with its meaning on the day of the page's election, where people vote in
/// it; all its meanings, when it has none then and there.
pub(crate) fn explained(cx: &Context<'_>, kind: &PageKind) -> Vec<Explained> {
    let election = election_of(cx, kind);
    let day = election.map_or(cx.campaign.site.as_of, |election| election.date);
    let nations = election.and_then(nations_of);
    let is_valid =
        |term: &TermRecord| is_valid_on(term, day) && nations.as_ref().is_none_or(|known| is_valid_in(term, known));
    let terms = cx.campaign.content.terms();
    let explained = terms.into_iter().filter_map(|meanings| {
        let first = meanings.first()?;
        let valid: Vec<&TermRecord> = meanings.iter().copied().filter(|term| is_valid(term)).collect();
        Some(Explained {
            id: first.id.to_string(),
            back: cx.words.with(msg::GLOSSARY_BACK, fill::term(&first.term)),
            word: (*first.term).clone(),
            says: if valid.is_empty() { &meanings } else { &valid }.iter().map(|term| says(cx, term)).collect(),
        })
    });
    explained.collect()
}

fn says(cx: &Context<'_>, term: &TermRecord) -> String {
    let when = when(cx, term).map(|when| format!("{}:", capitalised(&when)));
    let parts = [when, stands_for(cx, term), Some(cx.words.told(&term.means).into_owned())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The election to which a page belongs: the latest that asks its question, or the latest of all.
fn election_of<'a>(cx: &Context<'a>, kind: &PageKind) -> Option<&'a Election> {
    let mut elections = cx.campaign.elections.iter();
    match kind {
        PageKind::Question(id) => {
            elections.clone().find(|election| election.put(id).is_some()).or_else(|| elections.next())
        }
        _ => elections.next(),
    }
}

/// The nations in which people vote in an election; nothing where a ballot does not say.
fn nations_of(election: &Election) -> Option<BTreeSet<Nation>> {
    let nations: BTreeSet<Nation> = election.ballots.iter().map(|ballot| ballot.nation).collect::<Option<_>>()?;
    (!nations.is_empty()).then_some(nations)
}
