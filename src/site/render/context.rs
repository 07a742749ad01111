use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::atoms::{BallotId, BaseUrl, DocumentId, ElectionId, PartyId, PersonId, QuestionId, SitePath, Slug, Text};
use crate::country::uk::Gss;
use crate::model::{Account, Ballot, Campaign, Candidacy, Dataset, Document, Election, Party, PublicLetter, Subject};
use crate::plan::{Edition, PageKind, SitePlan};
use crate::render::language::{Language, Speech};
use crate::render::located::{BallotAt, ElectionAt, PersonAt};
use crate::render::names::Names;
use crate::render::parts::{Quoted, leaflets, says};

/// Everything that views are made from.
#[derive(Clone)]
pub(crate) struct Context<'a> {
    pub(crate) campaign: &'a Campaign,
    pub(crate) plan: &'a SitePlan,
    pub(crate) words: Speech<'a>,
    names: Arc<Names>,
    /// The same for what is no HTML; none where this is for that.
    plain: Option<Arc<Self>>,
    /// The language in which the pages are made.
    pub(crate) edition: &'a Edition,
    /// The site's other languages, each with what it calls itself.
    pub(crate) others: Vec<(&'a Edition, Cow<'a, str>)>,
    /// Where the candidates of each party stand.
    pub(crate) standing: Arc<BTreeMap<&'a PartyId, Vec<PersonAt<'a>>>>,
    /// Where each person stands.
    pub(crate) candidacies: Arc<HashMap<&'a PersonId, Vec<PersonAt<'a>>>>,
    /// The documents of each party and person, sorted by id.
    documents: Arc<HashMap<&'a Subject, Vec<&'a Document>>>,
    ballots: Arc<HashMap<&'a BallotId, BallotAt<'a>>>,
    /// The ballots of each area.
    in_area: Arc<HashMap<&'a Gss, Vec<BallotAt<'a>>>>,
    /// What marks quote from each document.
    pub(crate) quoted: Arc<HashMap<&'a DocumentId, Vec<Quoted<'a>>>>,
    /// The leaflets that belong to each ballot.
    pub(crate) leaflets: Arc<HashMap<&'a BallotId, Vec<&'a Document>>>,
}

impl<'a> Context<'a> {
    /// Gets ready for the pages in one of the plan's languages, of which these are all the words.
    pub(crate) fn of(campaign: &'a Campaign, plan: &'a SitePlan, (languages, at): (&'a [Language], usize)) -> Self {
        let (words, edition) = (languages[at].speech(), &plan.editions[at]);
        let others = plan.editions.iter().zip(languages).filter(|(other, _)| *other != edition);
        let others = others.map(|(other, words)| (other, words.speech().name())).collect();
        let (mut standing, mut candidacies) = (BTreeMap::<_, Vec<_>>::new(), HashMap::<_, Vec<_>>::new());
        let (mut ballots, mut in_area) = (HashMap::new(), HashMap::<_, Vec<_>>::new());
        for at in elections(campaign, plan).flat_map(ElectionAt::ballots) {
            ballots.insert(&at.ballot.id, at);
            if let Some(gss) = &at.ballot.gss {
                in_area.entry(gss).or_default().push(at);
            }
            for at in at.people() {
                standing.entry(&at.person.party.id).or_default().push(at);
                candidacies.entry(&at.person.person).or_default().push(at);
            }
        }
        let mut documents: HashMap<_, Vec<_>> = HashMap::new();
        for document in &campaign.documents {
            documents.entry(&document.of).or_default().push(&**document);
        }
        let leaflets = leaflets::by_ballot(campaign, &candidacies);
        let quoted = says::quoted_by_document(campaign, plan);
        let mut cx = Self {
            campaign,
            plan,
            words: words.plain(),
            names: Names::of(campaign, words.plain()).into(),
            plain: None,
            edition,
            others,
            standing: standing.into(),
            candidacies: candidacies.into(),
            documents: documents.into(),
            ballots: ballots.into(),
            in_area: in_area.into(),
            leaflets: leaflets.into(),
            quoted: quoted.into(),
        };
        cx.plain = Some(Arc::new(cx.clone()));
        Self { words, names: Names::of(campaign, words).into(), ..cx }
    }

    /// The same for what is no HTML, in which nothing says in what language words stand.
    pub(crate) fn plain(&self) -> &Self {
        self.plain.as_deref().unwrap_or(self)
    }

    /// The ballot that has an id, in whatever election.
    pub(crate) fn ballot(&self, id: &BallotId) -> Option<BallotAt<'a>> {
        self.ballots.get(id).copied()
    }

    /// The ballots of an area that go by the boundaries of a table.
    pub(crate) fn ballots_in(&self, dataset: &Dataset, area: &Gss) -> Vec<BallotAt<'a>> {
        let all = self.in_area.get(area).into_iter().flatten().copied();
        all.filter(|at| dataset.fits(at.election.boundaries.as_ref())).collect()
    }

    /// What an area is called: as on its ballot, else as the table names it, else by its code.
    pub(crate) fn area_name(&self, dataset: &'a Dataset, area: &'a Gss) -> Cow<'a, str> {
        let on_ballot = self.in_area.get(area).and_then(|ballots| ballots.first());
        let named = || dataset.postcodes().and_then(|table| table.name_of(area));
        let name = on_ballot.map(|at| &at.ballot.area).or_else(named);
        name.map_or(area.as_str().into(), |name| self.words.told(name))
    }

    pub(crate) fn document_link(&self, document: &Document) -> &'a str {
        self.plan.addresses.documents.get(&document.id).map_or("", SitePath::as_str)
    }

    pub(crate) fn account_link(&self, account: &Account) -> &'a str {
        self.plan.addresses.accounts.get(&account.id).map_or("", SitePath::as_str)
    }

    /// The elections, the latest first.
    pub(crate) fn elections(&self) -> impl Iterator<Item = ElectionAt<'a>> + Clone + use<'a> {
        elections(self.campaign, self.plan)
    }

    /// The election that has an id.
    pub(crate) fn election(&self, id: &ElectionId) -> ElectionAt<'a> {
        ElectionAt::of(&self.campaign.elections[id], &self.plan.addresses.elections[id])
    }

    pub(crate) fn party(&self, id: &PartyId) -> Option<&'a Party> {
        self.campaign.parties.by_id(id).map(|party| &**party)
    }

    /// The words of the interface where people vote as in an election.
    pub(crate) fn words_of(&self, election: &Election) -> Speech<'a> {
        self.words.where_people_vote_in(election.votes_in)
    }

    /// What an election is called, told apart from others of its name.
    pub(crate) fn election_name(&self, election: &'a Election) -> Cow<'a, str> {
        self.called(self.names.election(election), &election.name)
    }

    /// What an election is called in a sentence that names its day too.
    pub(crate) fn election_beside_day(&self, election: &'a Election) -> Cow<'a, str> {
        self.called(self.names.election_beside_day(election), &election.name)
    }

    /// What a ballot is called within its election.
    pub(crate) fn ballot_name(&self, election: &Election, ballot: &'a Ballot) -> Cow<'a, str> {
        self.called(self.names.ballot(election, ballot), &ballot.area)
    }

    /// What a candidate is called within a ballot.
    pub(crate) fn person_name(&self, ballot: &Ballot, person: &'a Candidacy) -> Cow<'a, str> {
        self.called(self.names.person(ballot, person), &person.name)
    }

    /// What a party is called, told apart from others of its name.
    pub(crate) fn party_title(&self, party: &'a Party) -> Cow<'a, str> {
        self.called(self.names.party(party), &party.name)
    }

    /// What a document is called, told apart from others of its title.
    pub(crate) fn document_title(&self, document: &'a Document) -> Cow<'a, str> {
        self.called(self.names.document(document), &document.title)
    }

    fn called(&self, apart: Option<&str>, name: &'a Text) -> Cow<'a, str> {
        apart.map_or_else(|| self.words.told(name), |apart| apart.to_owned().into())
    }

    /// The page of a person in an election; the first of those who stand twice.
    pub(crate) fn person_page(&self, election: &ElectionId, person: &PersonId) -> Option<&'a str> {
        self.candidacies.get(person)?.iter().find(|at| at.election.id == *election).map(|at| at.page)
    }

    /// The documents of a party or person that we know of, sorted by id.
    pub(crate) fn documents_of(&self, subject: &Subject) -> &[&'a Document] {
        self.documents.get(subject).map_or(&[], Vec::as_slice)
    }

    /// The address of a page that every site has.
    pub(crate) fn built_in(&self, kind: &PageKind) -> &'a str {
        self.plan.addresses.of_built_in(kind).as_str()
    }

    /// The page of a party; nothing for those that have none.
    pub(crate) fn party_page(&self, party: &Party) -> &'a str {
        self.plan.addresses.parties.get(&party.id).map_or("", SitePath::as_str)
    }

    /// The page of a pledge.
    pub(crate) fn pledge_page(&self, id: &Slug) -> &'a str {
        self.plan.addresses.pledges.get(id).map_or("", SitePath::as_str)
    }

    /// The page on which the words of a prose page stand.
    pub(crate) fn prose_page(&self, id: &Slug) -> Option<&'a str> {
        let addresses = &self.plan.addresses;
        let added_to = || addresses.built_in.iter().find(|(kind, _)| kind.row().word == id.as_str());
        let home = || (PageKind::Home.row().word == id.as_str()).then_some(&addresses.home);
        addresses.prose.get(id).or_else(|| added_to().map(|(_, path)| path)).or_else(home).map(SitePath::as_str)
    }

    /// The page of a letter.
    pub(crate) fn letter_link(&self, letter: &PublicLetter) -> &'a str {
        self.plan.addresses.letters.get(&letter.id).map_or("", SitePath::as_str)
    }

    pub(crate) fn question_link(&self, id: &QuestionId) -> &'a str {
        self.plan.addresses.questions.get(id).map_or("", |path| path.as_str())
    }

    /// The whole address of a page, without `index.html`.
    pub(crate) fn canonical(&self, path: &SitePath) -> Option<String> {
        self.canonical_in(self.edition, path)
    }

    pub(crate) fn canonical_in(&self, edition: &Edition, path: &SitePath) -> Option<String> {
        let path = edition.place(path);
        let path = path.as_str();
        Some(format!("{}{}", self.base_url()?, path.strip_suffix("index.html").unwrap_or(path)))
    }

    /// The whole address of a link into the site's pages in this language.
    pub(crate) fn whole(&self, link: &str) -> Option<String> {
        let (page, anchor) = link.split_at(link.find('#').unwrap_or(link.len()));
        Some(format!("{}{anchor}", self.canonical(&page.parse().ok()?)?))
    }

    /// The name of the party or person whose document it is.
    pub(crate) fn owner(&self, document: &Document) -> Cow<'a, str> {
        let name = match &document.of {
            Subject::Party(id) => self.party(id).map(|party| &party.name),
            Subject::Person(id) => self.candidacies.get(id).and_then(|all| all.first()).map(|at| &at.person.name),
        };
        name.map_or("".into(), |name| self.words.told(name))
    }

    /// Whether nothing on the site is real.
    pub(crate) fn is_all_fictional(&self) -> bool {
        self.campaign.elections.iter().all(|election| election.fictional)
    }

    /// The site's own address, ending in `/`.
    pub(crate) fn base_url(&self) -> Option<&'a str> {
        self.campaign.site.base_url.as_ref().map(BaseUrl::as_str)
    }
}

/// The elections of a campaign and where they are.
pub(crate) fn elections<'a>(
    campaign: &'a Campaign,
    plan: &'a SitePlan,
) -> impl Iterator<Item = ElectionAt<'a>> + Clone {
    campaign.elections.iter().zip(&plan.addresses.elections).map(|(election, at)| ElectionAt::of(election, at))
}
