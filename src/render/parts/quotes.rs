use std::collections::HashMap;

use crate::atoms::{DocumentId, LanguageTag, QuestionId, Text};
use crate::messages::{fill, msg};
use crate::model::{Campaign, Document, Evidence, Mark};
use crate::plan::SitePlan;
use crate::render::context::{Context, elections};
use crate::render::located::{BallotAt, ElectionAt};
use crate::render::parts::{LinkView, QuoteView, cell, gap, phrase};

/// A piece of evidence from a document: on which question, of whose mark, and where that stands.
pub(crate) struct Quoted<'a> {
    question: &'a QuestionId,
    evidence: &'a Evidence,
    whose: &'a Text,
    link: String,
}

/// What marks on a question quote from a document.
pub(crate) fn on_question<'a>(cx: &Context<'a>, document: &Document, question: &QuestionId) -> Vec<QuoteView<'a>> {
    let all = cx.quoted.get(&document.id).into_iter().flatten().filter(|quoted| quoted.question == question);
    let view = |quoted: &Quoted<'a>| {
        let evidence = quoted.evidence;
        let text = cx.words.with(msg::QUOTED_BY, fill::name(quoted.whose.as_str()));
        QuoteView {
            quote: evidence.quote.as_deref(),
            lang: evidence.quote.as_ref().and(evidence.lang.as_ref()).map(LanguageTag::as_str),
            says: evidence.says.as_ref().map(|text| phrase::says(cx, text)),
            place: evidence.place.as_deref().map(phrase::capitalised),
            mark: LinkView::to(text, quoted.link.clone()),
        }
    };
    all.map(view).collect()
}

/// What marks that are on the site rest on, by document: parties' lines first, then the candidates' own words.
pub(crate) fn by_document<'a>(campaign: &'a Campaign, plan: &'a SitePlan) -> HashMap<&'a DocumentId, Vec<Quoted<'a>>> {
    let mut of: HashMap<&DocumentId, Vec<Quoted<'a>>> = HashMap::new();
    let mut add = |question: &'a QuestionId, mark: &'a Mark, whose: &'a Text, link: &dyn Fn() -> String| {
        for evidence in mark.evidence.iter().filter(|_| mark.takedown.is_none()) {
            if let Some(document) = &evidence.document {
                of.entry(&document.id).or_default().push(Quoted { question, evidence, whose, link: link() });
            }
        }
    };
    for party in &campaign.parties {
        let page = plan.addresses.parties.get(&party.id).map_or("", |path| path.as_str());
        for line in &party.lines {
            let anchor = || format!("{page}#{}", gap::line_anchor(line.election.as_str(), line.question.id.as_str()));
            add(&line.question.id, &line.mark, &party.name, &anchor);
        }
    }
    let people = elections(campaign, plan).flat_map(ElectionAt::ballots).flat_map(BallotAt::people);
    for at in people.filter(|at| at.person.answers_in.is_none() && at.person.takedown.is_none()) {
        for position in &at.person.positions {
            let anchor = || format!("{}#{}", at.page, cell::own_anchor(position.question.id.as_str()));
            add(&position.question.id, &position.mark, &at.person.name, &anchor);
        }
    }
    of
}
