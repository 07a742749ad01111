//! Takes pages of a plan, gives the small values that templates are given. Never writes HTML, except
//! for prose, which was Markdown.
//!
//! Every `link` is an address from where the pages in a language begin: a template writes `{{ page.root }}` before
//! it, and `{{ page.base }}` before those of files that all languages share.
//! Every `url` leads to another site and stands as it is. All other texts are ready to be read. What
//! there is not may be missing: a template asks with `{% if %}` before it prints.

mod ballot;
mod cell;
mod changes;
mod compare;
mod document;
mod entry;
mod figures;
mod find;
mod gap;
mod glance;
mod lead;
mod leaflets;
mod lists;
mod map;
mod mark;
mod page;
mod party;
mod party_table;
mod person;
mod question;
mod quotes;
mod reading;
mod ready;
mod seat_table;
mod seats;
mod site;

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::language::Language;
use super::markdown::{self, Target};
use super::names::Names;
use crate::atoms::{
    DocumentId, ElectionId, Gss, PartialDate, PartyId, PersonId, QuestionId, Seen, SitePath, Text, language_marks,
};
use crate::model::{Ballot, Campaign, Candidacy, Document, Election, Party, Prose, Reading, Reply, Subject};
use crate::plan::{Edition, Link, PageKind, SitePlan};

pub use ballot::{BallotView, CancelledView, Gone, ListView, QuestionHead, Row, SupportView};
pub(crate) use cell::Cells;
pub use cell::{CellView, DifferView};
pub use changes::ChangesView;
pub use compare::{CompareView, ComparedBallot, ComparedElection, ComparedPerson, ElectionItem, ShapeView};
pub use document::{DocumentView, PageTextView, PlaceView, QuoteView, SaysView, TranscriptView};
pub use entry::{EntryView, EvidenceView};
pub use figures::{BarView, FigureView};
pub use find::{FindElection, FindView, FinderView, OutcodeView, PostcodeAreaView};
pub use glance::{GlanceGroup, GlanceView};
pub use leaflets::{LeafletsRow, LeafletsView};
pub use lists::{
    AskedView, CandidatesView, CorrectionView, CorrectionsView, DataFile, DataView, GlossaryView, ImportedView,
    MeaningView, MethodView, TermView,
};
pub use map::{MapCell, MapKey, MapRow, MapView};
pub use mark::{MarkView, Note};
pub use page::{Page, PageView, ProseView};
pub use party::{PartyAnswer, PartyElection, PartyPage};
pub use party_table::{LineCell, OtherParty, PartiesView, PartyRow, PartyTable};
pub use person::{AnswerView, PersonView, WithdrawnView};
pub use question::{PeopleTable, PersonRow, QuestionItem, QuestionPage, QuestionsView, SoughtView};
pub use reading::{DocumentItem, DocumentsView, ElectionDocuments, ReadingView};
pub use ready::Ready;
pub use seat_table::{SeatRow, SeatTable};
pub use seats::{ElectionView, HomeElection, HomeView, Letter, Place};
pub use site::{CampaignView, ComplaintsView, ContactView, LicenceView, NavView, SiteView};

/// Where a candidate stands: election, ballot, candidacy.
pub(crate) type Candidate = (usize, usize, usize);

/// Everything that views are made from.
pub(crate) struct Source<'a> {
    pub(crate) campaign: &'a Campaign,
    pub(crate) plan: &'a SitePlan,
    pub(crate) words: &'a Language,
    names: &'a Names,
    /// The language in which the pages are made.
    pub(crate) edition: &'a Edition,
    /// The site's other languages, each with what it calls itself.
    pub(crate) others: Vec<(&'a Edition, Cow<'a, str>)>,
    /// Where the candidates of each party stand.
    pub(crate) standing: BTreeMap<&'a PartyId, Vec<Candidate>>,
    /// Where each person stands.
    pub(crate) candidacies: HashMap<&'a PersonId, Vec<Candidate>>,
    /// The documents of each party and person, sorted by id.
    documents: HashMap<&'a Subject, Vec<&'a Document>>,
    /// Which ballots are those of an area, by election and ballot.
    in_area: HashMap<&'a Gss, Vec<(usize, usize)>>,
    /// What marks quote from each document.
    quoted: HashMap<&'a DocumentId, Vec<quotes::Quoted<'a>>>,
    /// The leaflets that belong to ballots, by election and ballot.
    leaflets: HashMap<(usize, usize), Vec<&'a Document>>,
}

impl<'a> Source<'a> {
    /// Gets ready for the pages in one of the plan's languages, of which these are all the words.
    pub(crate) fn of(
        campaign: &'a Campaign,
        plan: &'a SitePlan,
        (languages, at): (&'a [Language], usize),
        names: &'a Names,
    ) -> Self {
        let (words, edition) = (&languages[at], &plan.editions[at]);
        let others = plan.editions.iter().zip(languages).filter(|(other, _)| *other != edition);
        let others = others.map(|(other, words)| (other, words.name())).collect();
        let (mut standing, mut candidacies) = (BTreeMap::<_, Vec<_>>::new(), HashMap::<_, Vec<_>>::new());
        let mut in_area = HashMap::<_, Vec<_>>::new();
        for (e, election) in campaign.elections.iter().enumerate() {
            for (b, ballot) in election.ballots.iter().enumerate() {
                if let Some(gss) = &ballot.gss {
                    in_area.entry(gss).or_default().push((e, b));
                }
                for (c, candidacy) in ballot.candidacies.iter().enumerate() {
                    standing.entry(&candidacy.party.id).or_default().push((e, b, c));
                    candidacies.entry(&candidacy.person).or_default().push((e, b, c));
                }
            }
        }
        let mut documents: HashMap<_, Vec<_>> = HashMap::new();
        for document in &campaign.documents {
            documents.entry(&document.of).or_default().push(&**document);
        }
        let leaflets = leaflets::by_ballot(campaign, &candidacies);
        let quoted = quotes::by_document(campaign, plan);
        Self {
            campaign,
            plan,
            words,
            names,
            edition,
            others,
            standing,
            candidacies,
            documents,
            in_area,
            leaflets,
            quoted,
        }
    }

    pub(crate) fn candidacy(&self, (e, b, c): Candidate) -> &'a Candidacy {
        &self.campaign.elections[e].ballots[b].candidacies[c]
    }

    /// What an election is called, told apart from others of its name.
    pub(crate) fn election_name<'e>(&self, election: &'e Election) -> &'e str
    where
        'a: 'e,
    {
        self.names.election(election).unwrap_or(&election.name)
    }

    /// What an election is called in a sentence that names its day too.
    pub(crate) fn election_beside_day<'e>(&self, election: &'e Election) -> &'e str
    where
        'a: 'e,
    {
        self.names.election_beside_day(election).unwrap_or(&election.name)
    }

    /// What a ballot is called within its election.
    pub(crate) fn ballot_name<'e>(&self, election: &Election, ballot: &'e Ballot) -> &'e str
    where
        'a: 'e,
    {
        self.names.ballot(election, ballot).unwrap_or(&ballot.area)
    }

    /// What a candidate is called within a ballot.
    pub(crate) fn person_name<'e>(&self, ballot: &Ballot, person: &'e Candidacy) -> &'e str
    where
        'a: 'e,
    {
        self.names.person(ballot, person).unwrap_or(&person.name)
    }

    /// The page of a person in an election; the first of those who stand twice.
    pub(crate) fn person_page(&self, election: &ElectionId, person: &PersonId) -> Option<&'a SitePath> {
        let all = self.candidacies.get(person)?;
        let (e, b, c) = *all.iter().find(|(e, _, _)| self.campaign.elections[*e].id == *election)?;
        Some(&self.plan.addresses.people[e][b][c])
    }

    /// A date, and why we think that it was then, when nobody wrote it down.
    pub(crate) fn date_because(&self, date: PartialDate, inferred: Option<&Text>) -> String {
        let date = self.words.date(date);
        match inferred {
            Some(because) => {
                self.words.with("date-inferred", [("date", date.into()), ("because", clause(because).into())])
            }
            None => date,
        }
    }

    /// Names as a sentence holds them.
    pub(crate) fn listed(&self, names: &[&str]) -> String {
        match names.split_last() {
            Some((last, [])) => (*last).to_owned(),
            Some((last, others)) => {
                self.words.with("names-listed", [("names", others.join(", ").into()), ("last", (*last).into())])
            }
            None => String::new(),
        }
    }

    /// The documents of a party or person that we know of, sorted by id.
    pub(crate) fn documents_of(&self, subject: &Subject) -> &[&'a Document] {
        self.documents.get(subject).map_or(&[], Vec::as_slice)
    }

    /// The address of a page that every site has.
    pub(crate) fn built_in(&self, kind: PageKind) -> &'a str {
        self.plan.addresses.of_built_in(kind).as_str()
    }

    pub(crate) fn party(&self, party: &'a Party) -> PartyName<'a> {
        PartyName {
            name: party.name.as_str(),
            colour: party.colour.as_ref().map_or(NO_COLOUR, |colour| colour.as_str()),
            link: self.plan.addresses.parties.get(&party.id).map(SitePath::as_str),
        }
    }

    pub(crate) fn question_link(&self, id: &QuestionId) -> &'a str {
        self.plan.addresses.questions.get(id).map_or("", |path| path.as_str())
    }

    pub(crate) fn reply(&self, reply: &'a Reply) -> ReplyView<'a> {
        let label = self.words.with("reply-label", [("date", self.words.date(reply.date).into())]);
        ReplyView { label, text: reply.text.as_str() }
    }

    /// Prose as HTML, its links seen from a page with this way up.
    pub(crate) fn prose(&self, prose: &Prose, up: &Up) -> String {
        let html = markdown::to_html(&prose.text, &|href| match self.plan.resolve(href) {
            Some(Link::Page(path, anchor)) => Target::To(address(&up.root, &path, anchor.as_deref())),
            Some(Link::Shared(path, anchor)) => Target::To(address(&up.base, &path, anchor.as_deref())),
            Some(Link::Here(anchor)) => Target::To(format!("#{anchor}")),
            Some(Link::Web(url)) => Target::To(url.to_string()),
            Some(Link::Telephone(number)) => Target::To(format!("tel:{number}")),
            Some(Link::Mail(address)) => Target::To(format!("mailto:{address}")),
            None => Target::Nowhere,
        });
        match &prose.language {
            Some(language) => format!("<div lang=\"{language}\">\n{html}</div>\n"),
            None => html,
        }
    }

    /// The prose that a site adds to a page which every site has.
    pub(crate) fn added_prose(&self, kind: PageKind, up: &Up) -> Option<String> {
        let id = kind.prose_id()?;
        let page = self.campaign.pages.iter().find(|page| page.id.as_str() == id)?;
        Some(self.prose(&page.body, up))
    }
}

/// The ways from a page up to where other pages begin: each empty, `../`, `../../`… or an address.
#[derive(Debug, Clone)]
pub(crate) struct Up {
    /// To where the pages in its language begin.
    pub(crate) root: String,
    /// To the top of the site.
    pub(crate) base: String,
}

fn address(up: &str, path: &SitePath, anchor: Option<&str>) -> String {
    match anchor {
        Some(anchor) => format!("{up}{path}#{anchor}"),
        None => format!("{up}{path}"),
    }
}

/// The colour of a party that has none on record.
const NO_COLOUR: &str = "#8a8a8a";

/// A party's name with its colour and page.
#[derive(Debug, Clone, Serialize)]
pub struct PartyName<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its colour as `#rrggbb`, for a stripe of at most 5 pixels.
    pub colour: &'a str,
    /// Its page.
    pub link: Option<&'a str>,
}

/// Words that lead somewhere: into this site (`link`) or out of it (`url`).
#[derive(Debug, Clone, Default, Serialize)]
pub struct LinkView<'a> {
    /// The words.
    pub text: Cow<'a, str>,
    /// The address in this site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<Cow<'a, str>>,
    /// The address on another site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<&'a str>,
}

impl<'a> LinkView<'a> {
    /// Words that lead to a page of this site.
    pub(crate) fn to(text: impl Into<Cow<'a, str>>, link: impl Into<Cow<'a, str>>) -> Self {
        Self { text: text.into(), link: Some(link.into()), url: None }
    }

    /// Words that may lead to another site.
    pub(crate) fn out(text: impl Into<Cow<'a, str>>, url: Option<&'a str>) -> Self {
        Self { text: text.into(), link: None, url }
    }
}

/// What the person or party concerned says.
#[derive(Debug, Clone, Serialize)]
pub struct ReplyView<'a> {
    /// That it is a reply, and its date.
    pub label: String,
    /// The reply.
    pub text: &'a str,
}

/// A date with what it is about.
#[derive(Debug, Clone, Serialize)]
pub struct DatedView<'a> {
    /// The date.
    pub date: String,
    /// What it is about.
    pub name: &'a str,
}

/// Where a page that has moved is now.
#[derive(Debug, Clone, Serialize)]
pub struct RedirectView {
    /// The link from the old page, ready to be used.
    pub link: String,
    /// The new page's title.
    pub text: String,
    /// The new page's whole address, when the site's is known.
    pub canonical: Option<String>,
}

/// Whether somebody saw a document, or a copy of it, and looked for at least one question.
pub(crate) fn is_search(reading: &Reading) -> bool {
    reading.seen != Seen::Described && !reading.looked_for.is_empty()
}

/// A sentence as part of another: without its full stop.
pub(crate) fn clause(sentence: &str) -> String {
    language_marks::map(sentence, |words| words.trim_end_matches('.').to_owned())
}

/// By what names are sorted among themselves.
pub(crate) fn name_key(name: &str) -> String {
    language_marks::unmarked(name).to_lowercase()
}

/// The size of a table: with up to four questions it stands side by side where there is room; with
/// more it stays a set of cards.
pub(crate) fn size_of_table(questions: usize) -> &'static str {
    if questions <= 4 { "few" } else { "many" }
}
