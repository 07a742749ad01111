use std::borrow::Cow;

use serde::Serialize;
use tera::{TeraResult, Value};

use super::{Cells, Source, Up};
use crate::atoms::{SitePath, Standing};
use crate::plan::{Edition, PageKind};

/// What is needed at the head of a page, given to templates as `page`.
#[derive(Debug, Serialize)]
pub struct PageView<'a> {
    /// The page's own title.
    pub title: String,
    /// The title with the site's, for the browser.
    pub full_title: String,
    /// One sentence for search engines.
    pub description: String,
    /// The page's address from the site's root.
    pub path: &'a str,
    /// The page's language.
    pub lang: &'a str,
    /// The way up to where the pages in this language begin: empty, `../`, `../../`…
    pub root: String,
    /// The way up to the top of the site, where what all languages share begins: `static/`, `data/` and pictures.
    pub base: String,
    /// The same page in the site's other languages.
    pub languages: Vec<LanguageLink<'a>>,
    /// The kind of page in a word, such as `ballot`.
    pub kind: &'static str,
    /// The part of the site to which the page belongs, as in `site.nav`.
    pub section: &'static str,
    /// Whether the people on it are made up.
    pub fictional: bool,
    /// The page's whole address, when the site's is known.
    pub canonical: Option<String>,
}

/// The same page in another language.
#[derive(Debug, Serialize)]
pub struct LanguageLink<'a> {
    /// The language.
    pub lang: &'a str,
    /// What it calls itself.
    pub name: Cow<'a, str>,
    /// The page, from the top of the site.
    pub link: String,
    /// The page's whole address, when the site's is known.
    pub canonical: Option<String>,
}

/// The name of a page's template, the name under which it is given its view, and the view.
#[derive(Debug)]
pub struct Page {
    /// The template.
    pub template: &'static str,
    /// The name of the view in the template.
    pub name: &'static str,
    /// The view.
    pub view: Value,
}

/// Words on a page that a site adds or that are all there is.
#[derive(Debug, Serialize)]
pub struct ProseView {
    /// The words, as HTML.
    pub body: Option<String>,
}

impl<'a> Source<'a> {
    /// The ways up from a page. What a server shows where there is no page may stand anywhere, and goes by the
    /// site's own address.
    fn up(&self, path: &SitePath, kind: PageKind) -> Up {
        match (kind, self.base_url()) {
            (PageKind::NotFound, base) => {
                Up { root: base.unwrap_or_default().into(), base: base.unwrap_or_default().into() }
            }
            _ => Up { root: path.to_root(), base: self.edition.place(path).to_root() },
        }
    }

    pub(crate) fn head(&self, path: &'a SitePath, kind: PageKind) -> PageView<'a> {
        let up = self.up(path, kind);
        let (title, description) = self.title(kind);
        let site = self.campaign.site.title.as_str();
        let full_title = match kind {
            PageKind::Home => title.clone(),
            _ => self.words.with("page-title", [("page", title.as_str().into()), ("site", site.into())]),
        };
        PageView {
            title,
            full_title,
            description,
            path: path.as_str(),
            lang: self.edition.language.as_str(),
            root: up.root,
            base: up.base,
            languages: self.languages(path, kind),
            section: section(kind),
            kind: kind.word(),
            fictional: self.is_fictional(kind),
            canonical: self.canonical(path),
        }
    }

    /// The head of a page that only leads on to another.
    pub(crate) fn redirect_head(&self, path: &'a SitePath, target: &PageView<'a>) -> PageView<'a> {
        let from = || ("from", path.as_str().trim_end_matches("index.html").trim_end_matches('/').into());
        let title = self.words.with("redirect-title-of", [from()]);
        let site = self.campaign.site.title.as_str();
        PageView {
            full_title: self.words.with("page-title", [("page", title.as_str().into()), ("site", site.into())]),
            title,
            description: self.words.with("redirect-description", [from(), ("title", target.title.as_str().into())]),
            path: path.as_str(),
            lang: target.lang,
            root: path.to_root(),
            base: self.edition.place(path).to_root(),
            languages: Vec::new(),
            section: "",
            kind: "redirect",
            fictional: target.fictional,
            canonical: None,
        }
    }

    /// The page in the site's other languages; where there is no page, their home pages.
    fn languages(&self, path: &SitePath, kind: PageKind) -> Vec<LanguageLink<'a>> {
        let path = if kind == PageKind::NotFound { &self.plan.addresses.home } else { path };
        let links = self.others.iter().map(|(edition, name)| LanguageLink {
            lang: edition.language.as_str(),
            name: name.clone(),
            link: edition.place(path).to_string(),
            canonical: self.canonical_in(edition, path),
        });
        links.collect()
    }

    /// The whole address of a page, without `index.html`.
    pub(crate) fn canonical(&self, path: &SitePath) -> Option<String> {
        self.canonical_in(self.edition, path)
    }

    fn canonical_in(&self, edition: &Edition, path: &SitePath) -> Option<String> {
        let path = edition.place(path);
        let path = path.as_str();
        Some(format!("{}{}", self.base_url()?, path.strip_suffix("index.html").unwrap_or(path)))
    }

    fn is_fictional(&self, kind: PageKind) -> bool {
        let elections = &self.campaign.elections;
        match kind {
            PageKind::Election(e) | PageKind::Ballot(e, _) | PageKind::Person(e, _, _) => elections[e].fictional,
            _ => !elections.is_empty() && elections.iter().all(|election| election.fictional),
        }
    }

    /// A page's own title, and one sentence for search engines.
    fn title(&self, kind: PageKind) -> (String, String) {
        let fixed = |name: &str| {
            let text = |part| self.words.text(&format!("{name}-{part}")).into_owned();
            (text("title"), text("description"))
        };
        match kind {
            PageKind::Home => self.home_title(),
            PageKind::Election(e) => {
                let election = &self.campaign.elections[e];
                let id = if election.is_over { "election-description-after" } else { "election-description" };
                let name = self.election_name(election);
                (name.to_owned(), self.words.with(id, [("election", name.into())]))
            }
            PageKind::Ballot(e, b) => self.ballot_title(e, b),
            PageKind::Person(e, b, c) => self.person_title(e, b, c),
            PageKind::Party(p) => {
                let title = self.party_title(p);
                let description = self.words.with("party-description", [("party", title.as_str().into())]);
                (title, description)
            }
            PageKind::Question(q) => {
                let ask = self.campaign.questions[q].ask.as_str();
                (ask.to_owned(), self.words.with("question-description", [("ask", ask.into())]))
            }
            PageKind::Document(d) => self.document_title(d),
            PageKind::Prose(p) => {
                let page = &self.campaign.pages[p];
                let description = page.description.as_ref().unwrap_or(&page.title);
                (page.title.to_string(), description.to_string())
            }
            PageKind::Find => {
                (self.words.text("find-title").into_owned(), self.words.text(self.find_lead()).into_owned())
            }
            PageKind::PostcodeArea(a) => {
                let area = || ("area", self.plan.addresses.postcode_areas[a].0.as_str().into());
                (
                    self.words.with("postcode-area-title", [area()]),
                    self.words.with("postcode-area-description", [area()]),
                )
            }
            PageKind::Parties => fixed("parties"),
            PageKind::Compare => fixed("compare"),
            PageKind::Questions => fixed("questions"),
            PageKind::Documents => fixed("documents"),
            PageKind::Glossary => fixed("glossary"),
            PageKind::ForCandidates => fixed("candidates"),
            PageKind::Method => fixed("method"),
            PageKind::Corrections => fixed("corrections"),
            PageKind::Data => fixed("data"),
            PageKind::About => fixed("about"),
            PageKind::Privacy => fixed("privacy"),
            PageKind::Accessibility => fixed("accessibility"),
            PageKind::Complaints => fixed("complaints"),
            PageKind::NotFound => fixed("not-found"),
        }
    }

    fn home_title(&self) -> (String, String) {
        let site = &self.campaign.site;
        let lead = || self.words.text("home-lead").into_owned();
        (site.title.to_string(), site.description.as_ref().map_or_else(lead, ToString::to_string))
    }

    fn ballot_title(&self, e: usize, b: usize) -> (String, String) {
        let election = &self.campaign.elections[e];
        let gaps = || {
            [
                ("area", self.ballot_name(election, &election.ballots[b]).into()),
                ("election", self.election_name(election).into()),
            ]
        };
        let id = if election.is_over { "ballot-description-after" } else { "ballot-description" };
        (self.words.with("ballot-title", gaps()), self.words.with(id, gaps()))
    }

    fn person_title(&self, e: usize, b: usize, c: usize) -> (String, String) {
        let election = &self.campaign.elections[e];
        let ballot = &election.ballots[b];
        let gaps = || {
            [
                ("name", self.person_name(ballot, &ballot.candidacies[c]).into()),
                ("area", self.ballot_name(election, ballot).into()),
                ("election", self.election_name(election).into()),
            ]
        };
        let stands = ballot.candidacies[c].status == Standing::Standing && !election.is_over;
        let id = if stands { "person-description" } else { "person-description-after" };
        (self.words.with("person-title", gaps()), self.words.with(id, gaps()))
    }

    /// A document's title, told from others of the same title by their ids.
    fn document_title(&self, d: usize) -> (String, String) {
        let document = &self.campaign.documents[d];
        let same = self.campaign.documents.iter().filter(|other| other.title == document.title).count();
        let (title, id) = (document.title.as_str(), document.id.as_str());
        let title = match same {
            1 => title.to_owned(),
            _ => self.words.with("document-title-of-many", [("title", title.into()), ("id", id.into())]),
        };
        let gaps = [("title", title.as_str().into()), ("owner", self.owner(document).into())];
        let description = self.words.with("document-description", gaps);
        (title, description)
    }

    /// A party's name, told from others of the same name by their ids.
    fn party_title(&self, p: usize) -> String {
        let party = &self.campaign.parties[p];
        let same = self.campaign.parties.iter().filter(|other| other.name == party.name).count();
        if same < 2 {
            return party.name.to_string();
        }
        self.words
            .with("party-title-of-many", [("party", party.name.as_str().into()), ("id", party.id.as_str().into())])
    }

    /// The template and the view of a page; `cells` are those of its kind.
    pub(crate) fn page(&self, path: &SitePath, kind: PageKind, cells: &Cells<'a>) -> TeraResult<Page> {
        let up = &self.up(path, kind);
        Ok(match kind {
            PageKind::Home => page("home.html", "home", &self.home(up))?,
            PageKind::Find => page("find.html", "find", &self.find())?,
            PageKind::PostcodeArea(a) => page("postcode-area.html", "area", &self.postcode_area(a))?,
            PageKind::Election(e) => page("election.html", "election", &self.election(e))?,
            PageKind::Ballot(e, b) => page("ballot.html", "ballot", &self.ballot(e, b, cells))?,
            PageKind::Person(e, b, c) => page("person.html", "person", &self.person((e, b, c), cells))?,
            PageKind::Parties => page("parties.html", "parties", &self.parties())?,
            PageKind::Party(p) => page("party.html", "party", &self.party_page(p))?,
            PageKind::Compare => page("compare.html", "compare", &self.compare())?,
            PageKind::Questions => page("questions.html", "questions", &self.questions())?,
            PageKind::Question(q) => page("question.html", "question", &self.question(q, up))?,
            PageKind::Document(d) => page("document.html", "document", &self.document(d))?,
            PageKind::Documents => page("documents.html", "documents", &self.documents())?,
            PageKind::Glossary => page("glossary.html", "glossary", &self.glossary())?,
            PageKind::ForCandidates => page("for-candidates.html", "candidates", &self.candidates(up))?,
            PageKind::Method => page("method.html", "method", &self.method(up))?,
            PageKind::Corrections => page("corrections.html", "corrections", &self.corrections())?,
            PageKind::Data => page("data.html", "data", &self.data_files())?,
            PageKind::About => page("about.html", "prose", &self.added(kind, up))?,
            PageKind::Privacy => page("privacy.html", "prose", &self.added(kind, up))?,
            PageKind::Accessibility => page("accessibility.html", "prose", &self.added(kind, up))?,
            PageKind::Complaints => page("complaints.html", "prose", &self.added(kind, up))?,
            PageKind::NotFound => page("404.html", "prose", &ProseView { body: None })?,
            PageKind::Prose(p) => {
                let body = Some(self.prose(&self.campaign.pages[p].body, up));
                page("page.html", "prose", &ProseView { body })?
            }
        })
    }

    fn added(&self, kind: PageKind, up: &Up) -> ProseView {
        ProseView { body: self.added_prose(kind, up) }
    }
}

fn page(template: &'static str, name: &'static str, view: &impl Serialize) -> TeraResult<Page> {
    Ok(Page { template, name, view: Value::try_from_serializable(view)? })
}

fn section(kind: PageKind) -> &'static str {
    match kind {
        PageKind::Find
        | PageKind::PostcodeArea(_)
        | PageKind::Election(_)
        | PageKind::Ballot(..)
        | PageKind::Person(..) => "seats",
        PageKind::Parties | PageKind::Party(_) => "parties",
        PageKind::Questions | PageKind::Question(_) => "questions",
        PageKind::ForCandidates => "for-candidates",
        PageKind::Method => "method",
        _ => "",
    }
}
