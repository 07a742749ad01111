use crate::atoms::Wanted;
use crate::messages::{Message, fill, msg};
use crate::model::{Candidacy, Score, SupportWithdrawn};
use crate::render::context::Context;
use crate::render::located::PersonAt;
use crate::render::parts::{LinkView, PartyName, ReplyView, evidence, gap, link, phrase, reply};
use crate::render::record_words;

/// The anchor on a person's page of what is known of it.
pub(crate) const SUPPORT: &str = "support";

views! {
    /// One candidate.
    ScorecardRow<'a, C> {
        name: &'a str, "The name";
        link: &'a str, "The person's page";
        party: PartyName<'a>, "The party";
        #[serde(skip_serializing_if = "Option::is_none")]
        support: Option<SupportView<'a>>,
            "That the party does not support the person any more; then no cell holds its line";
        #[serde(skip_serializing_if = "Option::is_none")]
        description: Option<&'a str>, "The description on the ballot paper";
        #[serde(skip_serializing_if = "Option::is_none")]
        list_position: Option<String>, "The place on the party's list";
        scores: Vec<String>, "How often the answers agree with the campaign, when there are enough for a sum";
        #[serde(skip_serializing_if = "Option::is_none")]
        reply: Option<ReplyView<'a>>, "What the person says about the marks";
        #[serde(skip_serializing_if = "Option::is_none")]
        elsewhere: Option<LinkView<'a>>, "Where the person's answers stand, when not here; then there are no cells";
        #[serde(skip_serializing_if = "Option::is_none")]
        taken_down: Option<String>, "That all marks were taken off the site; then there are no cells";
        cells: Vec<C>, "One cell for each question";
    }

    /// That a party does not support its candidate any more.
    SupportView<'a> {
        text: String, "That it does not, and since when";
        #[serde(skip_serializing_if = "Option::is_none")]
        says: Option<String>, "Our words for it";
        #[serde(skip_serializing_if = "Option::is_none")]
        source: Option<LinkView<'a>>, "Where it was said";
    }
}

pub(crate) fn row<'a, C>(cx: &Context<'a>, at: PersonAt<'a>, cells: Vec<C>) -> ScorecardRow<'a, C> {
    let person = at.person;
    let list_position = person.list_position.map(|n| cx.words.with(msg::LIST_POSITION, fill::n(n)));
    ScorecardRow {
        name: cx.person_name(at.ballot, person),
        link: at.page,
        party: link::party_name(cx, &person.party),
        support: support_view(cx, at),
        description: person.description.as_deref(),
        list_position,
        scores: scores(cx, person).into_iter().filter(|_| person.score.is_enough()).collect(),
        reply: person.reply.as_ref().map(|reply| reply::view(cx, reply)),
        elsewhere: elsewhere(cx, at),
        taken_down: all_taken_down(cx, person),
        cells,
    }
}

/// That a person’s party does not support them any more.
fn support_view<'a>(cx: &Context<'a>, at: PersonAt<'a>) -> Option<SupportView<'a>> {
    let withdrawn = at.person.support_withdrawn.as_ref()?;
    let home = format!("{}#{SUPPORT}", at.page);
    Some(SupportView {
        text: support_text(cx, at.person, withdrawn),
        says: support_says(cx, withdrawn),
        source: withdrawn.evidence.first().map(|evidence| evidence::link(cx, evidence, &home)),
    })
}

pub(crate) fn support_text(cx: &Context<'_>, person: &Candidacy, withdrawn: &SupportWithdrawn) -> String {
    let gaps = (fill::date(cx.words.date(withdrawn.date)), fill::party(person.party.called().as_str()));
    cx.words.with(msg::SUPPORT_WITHDRAWN, gaps)
}

pub(crate) fn support_says(cx: &Context<'_>, withdrawn: &SupportWithdrawn) -> Option<String> {
    withdrawn.says.as_ref().map(|says| phrase::says(cx, says))
}

/// Where a person's answers stand, when on another ballot.
pub(crate) fn elsewhere<'a>(cx: &Context<'a>, at: PersonAt<'_>) -> Option<LinkView<'a>> {
    let id = at.person.answers_in.as_ref()?;
    let all = cx.candidacies.get(&at.person.person)?;
    let there = all.iter().find(|there| there.election.id == at.election.id && there.ballot.id == *id)?;
    let area = cx.ballot_name(there.election, there.ballot);
    Some(LinkView::to(cx.words.with(msg::ANSWERS_IN, fill::area(area)), there.page))
}

/// That all marks of a person were taken off the site.
pub(crate) fn all_taken_down(cx: &Context<'_>, person: &Candidacy) -> Option<String> {
    person.takedown.as_ref().and_then(|takedown| gap::taken_down(cx, Some(takedown)).status)
}

/// How a person's own words compare with what the campaign wants, as counts.
pub(crate) fn scores(cx: &Context<'_>, person: &Candidacy) -> Vec<String> {
    let takes_side = person.cells.iter().any(|cell| cell.wording().wants != Wanted::None);
    if !cx.campaign.site.score || !takes_side || person.takedown.is_some() {
        return Vec::new();
    }
    vec![score_text(cx, &person.score, (msg::SCORE_OWN, msg::SCORE_OWN_FEW))]
}

/// A score with the message for one out of enough clear answers.
type Counted = Message<(fill::Agree, fill::Clear, fill::Disagree, fill::Of, fill::Partly)>;

pub(crate) fn score_text(
    cx: &Context<'_>,
    score: &Score,
    (enough, few): (Counted, Message<(fill::Clear, fill::Of)>),
) -> String {
    let (clear, of) = (fill::clear(score.clear), fill::of(score.questions));
    if !score.is_enough() {
        return cx.words.with(few, (clear, of));
    }
    let (agree, disagree) = (fill::agree(score.agree), fill::disagree(score.disagree));
    cx.words.with(enough, (agree, clear, disagree, of, fill::partly(score.partly)))
}

/// The name of somebody who does not stand any more, and why.
pub(crate) fn gone(cx: &Context<'_>, at: PersonAt<'_>) -> String {
    let why = record_words::gone(at.person.status).map(|why| cx.words.text(why)).unwrap_or_default();
    cx.words.with(msg::BALLOT_GONE, (fill::name(cx.person_name(at.ballot, at.person)), fill::why(why)))
}
