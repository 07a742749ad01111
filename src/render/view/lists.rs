use std::borrow::Cow;

use serde::Serialize;

use super::mark::drawn;
use super::{LinkView, Source, Up};
use crate::atoms::{Stance, Text, WebUrl};
use crate::model::{Ask, DataSource, Dataset, Election, FEWEST_CLEAR, PART_ANSWERED};
use crate::plan::{DATA_FILES, PageKind};

/// The glossary.
#[derive(Debug, Serialize)]
pub struct GlossaryView<'a> {
    /// The terms, from A to Z.
    pub terms: Vec<TermView<'a>>,
}

/// One term of the glossary.
#[derive(Debug, Serialize)]
pub struct TermView<'a> {
    /// The anchor.
    pub id: &'a str,
    /// The word or acronym.
    pub term: &'a str,
    /// What an acronym stands for, as a sentence.
    pub stands_for: Option<String>,
    /// What it means.
    pub means: &'a str,
    /// Where to read more.
    pub url: Option<&'a str>,
    /// Words for the link to more.
    pub more: String,
}

/// The page for candidates.
#[derive(Debug, Serialize)]
pub struct CandidatesView<'a> {
    /// The site's own words, as HTML.
    pub body: Option<String>,
    /// What was asked, by election, the latest first.
    pub elections: Vec<AskedView<'a>>,
    /// Whether an election is ahead, so that an answer can still be sent.
    pub open: bool,
    /// The page on complaints, for when none can.
    pub complaints: LinkView<'a>,
    /// How replies are checked.
    pub checked: String,
}

/// What was asked in one election.
#[derive(Debug, Serialize)]
pub struct AskedView<'a> {
    /// The anchor.
    pub id: &'a str,
    /// The election's name.
    pub name: &'a str,
    /// What the questions are: asked, still being asked, or only looked at.
    pub head: Cow<'a, str>,
    /// The questions.
    pub questions: Vec<LinkView<'a>>,
    /// When and how we asked, a sentence each.
    pub rounds: Vec<String>,
    /// That nobody was asked, when there are no rounds.
    pub no_rounds: Cow<'a, str>,
}

/// How marks are given.
#[derive(Debug, Serialize)]
pub struct MethodView<'a> {
    /// The site's own words, as HTML.
    pub body: Option<String>,
    /// Every mark with its meaning.
    pub marks: Vec<MeaningView<'a>>,
    /// How a mark is checked.
    pub checks: String,
    /// How agreement is counted.
    pub score: String,
    /// Who enters and checks.
    pub checkers: Vec<&'a str>,
}

/// A mark with its meaning.
#[derive(Debug, Serialize)]
pub struct MeaningView<'a> {
    /// Its colour.
    pub tone: &'static str,
    /// Its shape.
    pub shape: Option<&'static str>,
    /// Its word.
    pub word: Cow<'a, str>,
    /// What it means.
    pub means: Cow<'a, str>,
}

/// The corrections.
#[derive(Debug, Serialize)]
pub struct CorrectionsView<'a> {
    /// The corrections, the latest first.
    pub list: Vec<CorrectionView<'a>>,
}

/// One correction.
#[derive(Debug, Serialize)]
pub struct CorrectionView<'a> {
    /// When it was made.
    pub date: String,
    /// What it concerns.
    pub about: &'a str,
    /// What the site said.
    pub was: &'a str,
    /// What it says now.
    pub now: &'a str,
    /// Why.
    pub because: &'a str,
}

/// The data files.
#[derive(Debug, Serialize)]
pub struct DataView<'a> {
    /// The files.
    pub files: Vec<DataFile<'a>>,
    /// Data of others that the site uses.
    pub imported: Vec<ImportedView<'a>>,
}

/// Data of others that the site uses.
#[derive(Debug, Serialize)]
pub struct ImportedView<'a> {
    /// The anchor.
    pub id: &'a str,
    /// What it is called.
    pub title: &'a str,
    /// Who published what, and when.
    pub from: LinkView<'a>,
    /// The licence, as a sentence.
    pub licence: String,
    /// The line of attribution.
    pub credit: &'a str,
    /// What the site's owner says of the right to publish a part of it.
    pub permission: Option<&'a str>,
    /// How many there are of what.
    pub counts: Vec<String>,
}

/// A data file.
#[derive(Debug, Serialize)]
pub struct DataFile<'a> {
    /// Its name, in the page's own folder.
    pub name: &'static str,
    /// What it holds.
    pub what: Cow<'a, str>,
}

impl<'a> Source<'a> {
    pub(crate) fn glossary(&self) -> GlossaryView<'a> {
        let terms = self.campaign.glossary.iter().map(|term| TermView {
            id: term.id.as_str(),
            term: term.term.as_str(),
            stands_for: term
                .stands_for
                .as_ref()
                .map(|long| self.words.with("glossary-stands-for", [("long", long.as_str().into())])),
            means: term.means.as_str(),
            url: term.url.as_ref().map(WebUrl::as_str),
            more: self.words.with("glossary-more", [("term", term.term.as_str().into())]),
        });
        GlossaryView { terms: terms.collect() }
    }

    pub(crate) fn candidates(&self, up: &Up) -> CandidatesView<'a> {
        let checks = [("checks", self.campaign.site.checks_required.into())];
        CandidatesView {
            body: self.added_prose(PageKind::ForCandidates, up),
            elections: self.campaign.elections.iter().map(|election| self.asked(election)).collect(),
            open: self.campaign.elections.iter().any(|election| !election.is_over)
                && self.campaign.site.contact.is_some(),
            complaints: LinkView::to(self.words.text("complaints-title"), self.built_in(PageKind::Complaints)),
            checked: self.words.with("candidates-checked-text", checks),
        }
    }

    fn asked(&self, election: &'a Election) -> AskedView<'a> {
        let none = if election.is_over { "candidates-rounds-none-after" } else { "candidates-rounds-none" };
        let head = match (election.is_over, election.asks.is_empty()) {
            (false, _) => "candidates-asked",
            (true, false) => "candidates-asked-after",
            (true, true) => "candidates-asked-none",
        };
        AskedView {
            head: self.words.text(head),
            id: election.id.as_str(),
            name: self.election_name(election),
            questions: self.question_links(election),
            rounds: election.asks.iter().map(|ask| self.round(ask)).collect(),
            no_rounds: self.words.text(none),
        }
    }

    fn round(&self, ask: &Ask) -> String {
        let open = self.campaign.site.as_of <= ask.deadline;
        let id = if open { "round-text-open" } else { "round-text" };
        let gaps = [
            ("how", ask.how.as_str().into()),
            ("date", self.words.day(ask.date).into()),
            ("deadline", self.words.day(ask.deadline).into()),
        ];
        let put = [("people", ask.people.len().into()), ("questions", ask.questions.len().into())];
        format!("{} {}", self.words.with(id, gaps), self.words.with("round-put", put))
    }

    pub(crate) fn method(&self, up: &Up) -> MethodView<'a> {
        let site = &self.campaign.site;
        let score = if site.score {
            self.words.with("method-score-text", [("min", FEWEST_CLEAR.into()), ("part", PART_ANSWERED.into())])
        } else {
            self.words.text("method-score-off").into_owned()
        };
        MethodView {
            body: self.added_prose(PageKind::Method, up),
            marks: self.meanings(),
            checks: self.words.with("method-checks-text", [("checks", site.checks_required.into())]),
            score,
            checkers: site.checkers.values().map(Text::as_str).collect(),
        }
    }

    fn meanings(&self) -> Vec<MeaningView<'a>> {
        let stances = [
            (Stance::Supports, "stance-supports", "method-supports"),
            (Stance::Opposes, "stance-opposes", "method-opposes"),
            (Stance::Mixed, "stance-mixed", "method-mixed"),
            (Stance::Unclear, "stance-unclear", "method-unclear"),
            (Stance::Declined, "stance-declined", "method-declined"),
        ];
        let stances = stances.into_iter().map(|(stance, word, means)| (drawn(stance, true), word, means));
        let gap = |shape: Option<&'static str>, word, means| (shape, word, means);
        let gaps = [
            gap(Some("waiting"), "gap-waiting", "method-waiting"),
            gap(Some("no-reply"), "gap-no-reply", "method-no-reply"),
            gap(Some("not-reached"), "gap-not-reached", "method-not-reached"),
            gap(Some("silent"), "gap-silent", "method-silent"),
            gap(None, "gap-not-asked", "method-not-asked"),
            gap(None, "gap-not-asked-after", "method-not-asked-after"),
            gap(None, "gap-not-checked", "method-not-checked"),
            gap(None, "gap-differ", "method-differ"),
            gap(None, "gap-taken-down", "method-taken-down"),
        ];
        let meaning = |tone, shape, word, means| MeaningView {
            tone,
            shape,
            word: self.words.text(word),
            means: self.words.text(means),
        };
        let stances = stances.map(|((tone, shape), word, means)| meaning(tone, Some(shape), word, means));
        stances.chain(gaps.into_iter().map(|(shape, word, means)| meaning("gap", shape, word, means))).collect()
    }

    pub(crate) fn corrections(&self) -> CorrectionsView<'a> {
        let list = self.campaign.corrections.iter().map(|correction| CorrectionView {
            date: self.words.date(correction.date),
            about: correction.about.as_str(),
            was: correction.was.as_str(),
            now: correction.now.as_str(),
            because: correction.because.as_str(),
        });
        CorrectionsView { list: list.collect() }
    }

    pub(crate) fn data_files(&self) -> DataView<'a> {
        let files = DATA_FILES.iter().map(|name| DataFile { name, what: self.words.text(what_is_in(name)) });
        let lists = self.campaign.elections.iter().filter_map(|election| {
            Some(self.source(election.id.as_str(), election.name.as_str(), election.source.as_ref()?))
        });
        let imported = lists.chain(self.campaign.data.iter().map(|d| self.imported(d)));
        DataView { files: files.collect(), imported: imported.collect() }
    }

    /// Who published what, and when.
    pub(super) fn from(&self, source: &DataSource) -> String {
        let gaps = [("title", source.title.as_str().into()), ("publisher", source.publisher.as_str().into())];
        match source.date {
            Some(date) => {
                let [title, publisher] = gaps;
                self.words.with("data-from-dated", [title, publisher, ("date", self.words.date(date).into())])
            }
            None => self.words.with("data-from", gaps),
        }
    }

    fn imported(&self, dataset: &'a Dataset) -> ImportedView<'a> {
        let count =
            |(of, n): &(Text, u32)| self.words.with("data-count", [("of", of.as_str().into()), ("n", (*n).into())]);
        let source = self.source(dataset.id.as_str(), dataset.title.as_str(), &dataset.source);
        ImportedView { counts: dataset.counts.iter().map(count).collect(), ..source }
    }

    /// Whose data something was made of.
    fn source(&self, id: &'a str, title: &'a str, source: &'a DataSource) -> ImportedView<'a> {
        ImportedView {
            id,
            title,
            from: LinkView::out(self.from(source), source.url.as_ref().map(WebUrl::as_str)),
            licence: self.words.with("licence", [("name", source.licence.as_str().into())]),
            credit: source.credit.as_str(),
            permission: source.permission.as_deref(),
            counts: Vec::new(),
        }
    }
}

/// The message that says what a data file holds.
fn what_is_in(file: &str) -> &'static str {
    match file {
        "candidates.csv" => "data-candidates",
        "positions.csv" => "data-positions",
        "party-lines.csv" => "data-party-lines",
        "documents.csv" => "data-documents",
        "mentions.csv" => "data-mentions",
        "questions.csv" => "data-questions",
        "put.csv" => "data-put",
        "figures.csv" => "data-figures",
        "datapackage.json" => "data-package",
        _ => "data-json",
    }
}
