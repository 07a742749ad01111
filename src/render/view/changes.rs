use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use super::cell::own_anchor;
use super::gap::line_anchor;
use super::{LinkView, Source};
use crate::atoms::PartialDate;
use crate::model::{Document, Mark, Question, Verification};
use crate::plan::PageKind;

/// How many changes the home page shows.
const MOST: usize = 5;

/// One of the latest changes.
#[derive(Debug, Serialize)]
pub struct ChangeView<'a> {
    /// Its date.
    pub date: String,
    /// What happened to what, and where it stands.
    pub what: LinkView<'a>,
}

/// What happened, in the order in which changes of one day are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    TakenDown,
    Retracted,
    Disputed,
    Unverified,
    Replied,
    Checked,
    Said,
}

/// To what it happened: an index into the campaign's own lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Subject {
    /// A correction.
    Correction(usize),
    /// The marks of a candidacy: election, ballot, candidacy.
    Person(What, usize, usize, usize),
    /// The lines of a party.
    Party(What, usize),
    /// A document that was read.
    Document(usize),
}

/// Each change with the marks that it befell: the question, and the link to the mark.
type Found<'a> = BTreeMap<(Reverse<PartialDate>, Subject), Vec<(&'a Question, String)>>;

impl<'a> Source<'a> {
    /// The latest changes, the latest first: from the dates of the records and nothing else. What
    /// happened on one day to several marks of one person or party is one change.
    pub(super) fn changes(&self) -> Vec<ChangeView<'a>> {
        let mut found = Found::new();
        for (i, correction) in self.campaign.corrections.iter().enumerate() {
            self.keep(&mut found, correction.date, Subject::Correction(i), None);
        }
        for (i, document) in self.campaign.documents.iter().enumerate() {
            if let Some(date) = last_read(document) {
                self.keep(&mut found, date, Subject::Document(i), None);
            }
        }
        self.of_parties(&mut found);
        self.of_people(&mut found);
        found.into_iter().map(|((date, subject), marks)| self.change(date.0, subject, marks)).collect()
    }

    fn of_parties(&self, found: &mut Found<'a>) {
        for (p, party) in self.campaign.parties.iter().enumerate() {
            let Some(page) = self.plan.addresses.parties.get(&party.id) else { continue };
            for line in &party.lines {
                let (what, date) = last_change(&line.mark);
                let anchor = || format!("{page}#{}", line_anchor(line.election.as_str(), line.question.id.as_str()));
                self.keep(found, date, Subject::Party(what, p), Some((&line.question, &anchor)));
            }
        }
    }

    fn of_people(&self, found: &mut Found<'a>) {
        for (e, election) in self.campaign.elections.iter().enumerate() {
            for (b, ballot) in election.ballots.iter().enumerate() {
                let people = ballot.candidacies.iter().enumerate();
                // Who stands twice has answers once, and whose marks are all off the site has none to show.
                for (c, person) in people.filter(|(_, p)| p.answers_in.is_none() && p.takedown.is_none()) {
                    let page = &self.plan.addresses.people[e][b][c];
                    for position in &person.positions {
                        let (what, date) = last_change(&position.mark);
                        let anchor = || format!("{page}#{}", own_anchor(position.question.id.as_str()));
                        let mark: (&'a Question, &dyn Fn() -> String) = (&position.question, &anchor);
                        self.keep(found, date, Subject::Person(what, e, b, c), Some(mark));
                    }
                }
            }
        }
    }

    /// Keeps a change when it is among the latest so far.
    fn keep(
        &self,
        found: &mut Found<'a>,
        date: PartialDate,
        subject: Subject,
        mark: Option<(&'a Question, &dyn Fn() -> String)>,
    ) {
        let key = (Reverse(date), subject);
        let too_early = found.len() >= MOST && found.last_key_value().is_some_and(|(last, _)| *last < key);
        if too_early || date.earliest() > self.campaign.site.as_of {
            return;
        }
        found.entry(key).or_default().extend(mark.map(|(question, link)| (question, link())));
        if found.len() > MOST {
            found.pop_last();
        }
    }

    fn change(&self, date: PartialDate, subject: Subject, marks: Vec<(&'a Question, String)>) -> ChangeView<'a> {
        let campaign = self.campaign;
        let what = match subject {
            Subject::Correction(i) => {
                let about = campaign.corrections[i].about.as_str();
                let text = self.words.with("change-corrected", [("about", about.into())]);
                LinkView::to(text, self.built_in(PageKind::Corrections))
            }
            Subject::Document(i) => {
                let document = &campaign.documents[i];
                let text = self.words.with("change-read", [("title", document.title.as_str().into())]);
                LinkView::to(text, self.document_link(document))
            }
            Subject::Party(what, p) => self.marks_changed(what, campaign.parties[p].name.as_str(), marks),
            Subject::Person(what, e, b, c) => {
                let person = &campaign.elections[e].ballots[b].candidacies[c];
                self.marks_changed(what, person.name.as_str(), marks)
            }
        };
        ChangeView { date: self.words.date(date), what }
    }

    /// What happened to one mark, or to several of one person or party.
    fn marks_changed(&self, what: What, name: &str, marks: Vec<(&'a Question, String)>) -> LinkView<'a> {
        let id = match what {
            What::TakenDown => "change-taken-down",
            What::Retracted => "change-retracted",
            What::Disputed => "change-disputed",
            What::Unverified => "change-unverified",
            What::Replied => "change-replied",
            What::Checked => "change-checked",
            What::Said => "change-said",
        };
        let n = marks.len();
        let (short, link) = marks.into_iter().next().map(|(q, link)| (q.short.as_str(), link)).unwrap_or_default();
        let gaps = [("name", name.into()), ("n", n.into()), ("question", short.into())];
        let page = link.split('#').next().unwrap_or_default();
        LinkView::to(self.words.with(id, gaps), if n == 1 { link } else { page.to_owned() })
    }
}

/// What happened to a mark last, and when. Of several things on one day the weightier counts.
fn last_change(mark: &Mark) -> (What, PartialDate) {
    let stated = match &mark.verification {
        Verification::Disputed { date, .. } => Some((What::Disputed, *date)),
        Verification::Unverified { date, .. } => Some((What::Unverified, *date)),
        Verification::Retracted { date, .. } => Some((What::Retracted, *date)),
        Verification::Claimed | Verification::Confirmed => None,
    };
    if let Some(takedown) = &mark.takedown {
        return (What::TakenDown, takedown.date);
    }
    let replied = mark.reply.iter().map(|reply| (What::Replied, reply.date));
    let checked = mark.checks.iter().map(|check| (What::Checked, check.date));
    let all = stated.into_iter().chain(replied).chain(checked);
    let weight = |(what, date): &(What, PartialDate)| (*date, Reverse(*what));
    all.chain([(What::Said, mark.date)]).max_by_key(weight).unwrap_or((What::Said, mark.date))
}

/// When somebody last read a document, or repeated a reading.
fn last_read(document: &Document) -> Option<PartialDate> {
    let readings = document.readings.iter();
    readings.flat_map(|reading| reading.checks.iter().map(|check| check.date).chain([reading.date])).max()
}
