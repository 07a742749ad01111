use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::cell::Cell;
use super::derive::PartyLines;
use super::score::Score;
use crate::atoms::{
    BallotId, BallotKind, Colour, DocumentFormat, DocumentId, DocumentKind, ElectionId, EvidenceKind, Gss, Nation,
    PartialDate, PartyId, PartyKind, PersonId, QuestionId, Seen, Slug, Stance, Standing, Text, Wanted, WebUrl,
};
use crate::diagnostic::{FileName, Pos};

/// A whole campaign: every reference resolved, every rule held, every gap and score derived.
#[derive(Debug)]
pub struct Campaign {
    /// The site as a whole.
    pub site: SiteInfo,
    /// The questions, sorted by id.
    pub questions: Vec<Arc<Question>>,
    /// The parties and labels, sorted by id.
    pub parties: Vec<Arc<Party>>,
    /// The documents that somebody read, sorted by id.
    pub documents: Vec<Arc<Document>>,
    /// The elections, the latest first.
    pub elections: Vec<Election>,
    /// The prose pages, sorted by id.
    pub pages: Vec<Page>,
    /// The glossary, sorted by term without regard to case.
    pub glossary: Vec<Term>,
    /// The corrections, the latest first.
    pub corrections: Vec<Correction>,
}

/// The site as a whole.
#[derive(Debug)]
pub struct SiteInfo {
    /// Its title.
    pub title: Text,
    /// One sentence on what it is.
    pub description: Option<Text>,
    /// The day on which the records were true.
    pub as_of: Date,
    /// Where it will be served.
    pub base_url: Option<WebUrl>,
    /// Its languages, the main one first; never empty.
    pub languages: Vec<Text>,
    /// The imprint on every page.
    pub imprint: Imprint,
    /// How to reach the campaign.
    pub contact: Option<Contact>,
    /// How to complain.
    pub complaints: Option<Complaints>,
    /// The licence of the data.
    pub licence: Option<Licence>,
    /// Who enters and checks records: id → published name.
    pub checkers: BTreeMap<Slug, Text>,
    /// How many checkers confirm a mark.
    pub checks_required: u32,
    /// Whether agreement is counted at all.
    pub score: bool,
    /// The campaign behind the site.
    pub campaign: Option<CampaignInfo>,
}

/// The imprint that election law asks for.
#[derive(Debug)]
pub enum Imprint {
    /// A promoter, who is named on every page.
    Promoter {
        /// The name.
        name: Text,
        /// The postal address.
        address: Text,
        /// On whose behalf.
        on_behalf_of: Option<Text>,
        /// Who prints the sheets: name and address.
        printer: Option<(Text, Text)>,
    },
    /// Nobody has to be named, and why.
    None {
        /// Why.
        because: Text,
    },
}

/// How to reach the campaign.
#[derive(Debug)]
pub struct Contact {
    /// E-mail address.
    pub email: Option<Text>,
    /// Telephone number.
    pub phone: Option<Text>,
    /// Postal address.
    pub post: Option<Text>,
    /// A page with a form.
    pub url: Option<WebUrl>,
    /// Who answers, and how soon.
    pub note: Option<Text>,
}

/// How to complain.
#[derive(Debug)]
pub struct Complaints {
    /// How to send a complaint.
    pub how: Text,
    /// Within how many days it is answered.
    pub answered_within_days: Option<u32>,
    /// Who looks at it next.
    pub then: Option<Text>,
}

/// The licence of the site's data.
#[derive(Debug)]
pub struct Licence {
    /// Its name.
    pub name: Text,
    /// Its text.
    pub url: Option<WebUrl>,
    /// Whom the data credits.
    pub credits: Vec<Credit>,
}

/// A credited source of data.
#[derive(Debug)]
pub struct Credit {
    /// Who, and for what.
    pub name: Text,
    /// Under which licence.
    pub licence: Option<Text>,
    /// Where.
    pub url: Option<WebUrl>,
}

/// The campaign behind the site.
#[derive(Debug)]
pub struct CampaignInfo {
    /// Who campaigns.
    pub name: Option<Text>,
    /// What it wants.
    pub aims: Text,
    /// Who pays.
    pub funders: Text,
    /// Who is listed, and by what rule.
    pub inclusion_rule: Text,
}

/// A question with the texts that it has had.
#[derive(Debug)]
pub struct Question {
    /// Its id.
    pub id: QuestionId,
    /// Its present text.
    pub ask: Text,
    /// Its shortest form.
    pub short: Text,
    /// What a yes says, for use after “says that”.
    pub statement: Text,
    /// The version of the present text.
    pub version: u32,
    /// What the campaign would like to hear.
    pub wants: Wanted,
    /// Words to look for in documents.
    pub terms: Vec<Text>,
    /// Earlier versions: number, text, and the last day on which it was put.
    pub earlier: Vec<(u32, Text, Option<PartialDate>)>,
    /// Earlier ids.
    pub former: Vec<QuestionId>,
    /// Why it matters.
    pub body: Prose,
}

impl Question {
    /// The text of one version.
    #[must_use]
    pub fn ask_in(&self, version: u32) -> Option<&Text> {
        if version == self.version {
            return Some(&self.ask);
        }
        self.earlier.iter().find(|(number, _, _)| *number == version).map(|(_, ask, _)| ask)
    }
}

/// Markdown with the place where it begins, for reporting its links.
#[derive(Debug, Clone)]
pub struct Prose {
    /// The file.
    pub file: FileName,
    /// The line on which it begins, from 1.
    pub line: u32,
    /// The Markdown.
    pub text: String,
}

/// One registration, joint description or label.
#[derive(Debug)]
pub struct Party {
    /// Its id.
    pub id: PartyId,
    /// The ids under which others publish it.
    pub ids: Vec<Text>,
    /// Its name.
    pub name: Text,
    /// A shorter name.
    pub short_name: Option<Text>,
    /// What kind of label it is.
    pub kind: PartyKind,
    /// Its colour.
    pub colour: Option<Colour>,
    /// Its website.
    pub website: Option<WebUrl>,
    /// What tells it from another of the same name.
    pub note: Option<Text>,
    /// Whose line its candidates carry when it has none, and why.
    pub line_from: Option<(PartyId, Text)>,
    /// What it says.
    pub lines: Vec<Arc<Line>>,
    /// Earlier ids.
    pub former: Vec<PartyId>,
    /// Its file.
    pub file: FileName,
}

impl Party {
    /// The short name where there is one, or else the name.
    #[must_use]
    pub fn called(&self) -> &Text {
        self.short_name.as_ref().unwrap_or(&self.name)
    }
}

/// A stance with everything that supports it: what is behind every mark on a page.
#[derive(Debug)]
pub struct Mark {
    /// The answer.
    pub stance: Stance,
    /// When it was said.
    pub date: PartialDate,
    /// Why we think that it was then.
    pub date_inferred: Option<Text>,
    /// The answer in our words.
    pub says: Option<Text>,
    /// A doubt that every reader must see.
    pub caveat: Option<Text>,
    /// Who entered it.
    pub entered_by: Slug,
    /// Where it was said; never empty.
    pub evidence: Vec<Evidence>,
    /// Who checked it, in the order of the file.
    pub checks: Vec<Check>,
    /// How far it is verified.
    pub verification: Verification,
    /// What the subject says about it.
    pub reply: Option<Reply>,
    /// Since when and why it is off the site.
    pub takedown: Option<Takedown>,
    /// Where it stands in the records.
    pub pos: Pos,
}

impl Mark {
    /// Whether it is drawn filled and counted in scores.
    #[must_use]
    pub fn is_confirmed(&self) -> bool {
        matches!(self.verification, Verification::Confirmed)
    }

    /// Whether it was withdrawn by us, and is only history.
    #[must_use]
    pub fn is_retracted(&self) -> bool {
        matches!(self.verification, Verification::Retracted { .. })
    }

    /// Whether it rests on other people's word alone, and so can never be confirmed.
    #[must_use]
    pub fn is_hearsay(&self) -> bool {
        self.evidence.iter().all(|evidence| evidence.kind.is_hearsay())
    }

    /// The first quotation among the evidence, with its language.
    #[must_use]
    pub fn quote(&self) -> Option<(&Text, Option<&Text>)> {
        self.evidence.iter().find_map(|e| Some((e.quote.as_ref()?, e.lang.as_ref())))
    }
}

/// One piece of evidence.
#[derive(Debug)]
pub struct Evidence {
    /// What kind of thing it is.
    pub kind: EvidenceKind,
    /// What it is called.
    pub title: Text,
    /// Its record among the documents.
    pub document: Option<Arc<Document>>,
    /// The place in it.
    pub place: Option<Text>,
    /// When it was said or published.
    pub date: Option<PartialDate>,
    /// The very words.
    pub quote: Option<Text>,
    /// Our words for it.
    pub says: Option<Text>,
    /// The language of the quote.
    pub lang: Option<Text>,
    /// Where it can be read.
    pub url: Option<WebUrl>,
    /// A lasting copy.
    pub archived: Option<WebUrl>,
    /// When we last read it.
    pub accessed: Option<PartialDate>,
    /// Where it stands in the records.
    pub pos: Pos,
}

/// Somebody's check.
#[derive(Debug)]
pub struct Check {
    /// Who.
    pub by: Slug,
    /// When.
    pub date: PartialDate,
}

/// How far a mark is verified.
#[derive(Debug)]
pub enum Verification {
    /// Somebody entered it, and too few others have checked it.
    Claimed,
    /// Enough people have checked it.
    Confirmed,
    /// Somebody concerned denies it.
    Disputed {
        /// Who, and why.
        because: Text,
        /// Since when.
        date: PartialDate,
        /// The other text.
        other_text: Option<Text>,
    },
    /// We tried to verify it and could not.
    Unverified {
        /// What was tried.
        because: Text,
        /// When.
        date: PartialDate,
    },
    /// It was withdrawn.
    Retracted {
        /// Why.
        because: Text,
        /// When.
        date: PartialDate,
    },
}

/// What the person or party concerned says.
#[derive(Debug)]
pub struct Reply {
    /// When it reached us.
    pub date: PartialDate,
    /// The reply, whole.
    pub text: Text,
}

/// Why something is off the site.
#[derive(Debug)]
pub struct Takedown {
    /// When.
    pub date: PartialDate,
    /// Why.
    pub reason: Text,
}

/// What a candidate answered to one question.
#[derive(Debug)]
pub struct Position {
    /// The question.
    pub question: Arc<Question>,
    /// The version that was answered.
    pub version: u32,
    /// The answer and what supports it.
    pub mark: Mark,
}

/// What a party said on one question for one election.
#[derive(Debug)]
pub struct Line {
    /// The election.
    pub election: ElectionId,
    /// The question.
    pub question: Arc<Question>,
    /// The version that was answered.
    pub version: u32,
    /// The nations in which it holds; empty for all.
    pub nations: Vec<Nation>,
    /// The answer and what supports it.
    pub mark: Mark,
}

/// Whose document it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A party's.
    Party(PartyId),
    /// A person's.
    Person(PersonId),
}

/// A manifesto, leaflet, letter or page that somebody read.
#[derive(Debug)]
pub struct Document {
    /// Its id.
    pub id: DocumentId,
    /// What it is called.
    pub title: Text,
    /// What kind of text it is.
    pub kind: DocumentKind,
    /// The election for which it was made.
    pub election: ElectionId,
    /// Whose it is.
    pub of: Subject,
    /// The nations for which it was made; empty for all.
    pub nations: Vec<Nation>,
    /// Who published it.
    pub publisher: Option<Text>,
    /// When.
    pub date: Option<PartialDate>,
    /// Why we think that it was then.
    pub date_inferred: Option<Text>,
    /// Its language, when not the site's.
    pub lang: Option<Text>,
    /// Where it can be read.
    pub url: Option<WebUrl>,
    /// A lasting copy.
    pub archived: Option<WebUrl>,
    /// When we last read it at `url`.
    pub accessed: Option<PartialDate>,
    /// Accessible formats: which, since when, where.
    pub formats: Vec<(DocumentFormat, PartialDate, Option<WebUrl>)>,
    /// Who read it, in the order of the file.
    pub readings: Vec<Arc<Reading>>,
    /// Anything else.
    pub note: Option<Text>,
    /// Its file.
    pub file: FileName,
}

/// Somebody's reading of a document.
#[derive(Debug)]
pub struct Reading {
    /// Who.
    pub by: Slug,
    /// When.
    pub date: PartialDate,
    /// In what shape.
    pub seen: Seen,
    /// Whether the whole was read.
    pub whole: bool,
    /// How much was read, when not the whole.
    pub part: Option<Text>,
    /// The questions looked for.
    pub looked_for: Vec<QuestionId>,
    /// The questions of which it speaks.
    pub found: Vec<QuestionId>,
    /// The copy that was read.
    pub copy: Option<Copy>,
    /// Anything else.
    pub note: Option<Text>,
    /// Who repeated it.
    pub checks: Vec<Check>,
    /// Whether enough people repeated it.
    pub confirmed: bool,
    /// Where it stands in the records.
    pub pos: Pos,
}

impl Reading {
    /// Whether this reading shows that the document does not speak of a question.
    #[must_use]
    pub fn is_silent_on(&self, question: &QuestionId) -> bool {
        self.whole
            && self.seen != Seen::Described
            && self.looked_for.contains(question)
            && !self.found.contains(question)
    }
}

/// The copy through which a reader knows a document.
#[derive(Debug)]
pub struct Copy {
    /// What it is called.
    pub title: Text,
    /// Who made or published it.
    pub publisher: Option<Text>,
    /// When.
    pub date: Option<PartialDate>,
    /// Why we think that it was then.
    pub date_inferred: Option<Text>,
    /// Where it can be read.
    pub url: Option<WebUrl>,
}

/// One election.
#[derive(Debug)]
pub struct Election {
    /// Its id.
    pub id: ElectionId,
    /// Its name.
    pub name: Text,
    /// Polling day.
    pub date: Date,
    /// When the polls close.
    pub polls_close: Option<Text>,
    /// Dates that voters must not miss, in order of date.
    pub deadlines: Vec<(Text, PartialDate)>,
    /// The set of boundaries.
    pub boundaries: Option<Text>,
    /// How many ballots the whole election has.
    pub ballots_in_all: Option<u32>,
    /// Its questions with the version that is put, in the order of the scorecard.
    pub questions: Vec<(Arc<Question>, u32)>,
    /// Whether it is made up.
    pub fictional: bool,
    /// Whether polling day is before the site's `as_of`.
    pub is_over: bool,
    /// Earlier ids.
    pub former: Vec<ElectionId>,
    /// The rounds of asking, in order of date.
    pub asks: Vec<Ask>,
    /// Its ballots, sorted by the area's name.
    pub ballots: Vec<Ballot>,
    /// The party lines on its questions.
    pub party_lines: PartyLines,
    /// Its file.
    pub file: FileName,
}

/// One round of asking.
#[derive(Debug)]
pub struct Ask {
    /// Its id.
    pub id: Slug,
    /// When we asked.
    pub date: Date,
    /// The last day for an answer.
    pub deadline: Date,
    /// How we asked.
    pub how: Text,
    /// The questions asked; empty for all.
    pub questions: Vec<QuestionId>,
    /// The ballots whose candidates were asked; empty for all.
    pub ballots: Vec<BallotId>,
    /// The people who were asked; empty for all on those ballots.
    pub people: Vec<PersonId>,
    /// For whom it went otherwise: outcome and reason.
    pub exceptions: BTreeMap<PersonId, (crate::atoms::AskOutcome, Text)>,
}

/// One ballot.
#[derive(Debug)]
pub struct Ballot {
    /// Its id.
    pub id: BallotId,
    /// The name of its file, which is part of its address.
    pub slug: Slug,
    /// The area's name.
    pub area: Text,
    /// The area's GSS code.
    pub gss: Option<Gss>,
    /// The nation.
    pub nation: Option<Nation>,
    /// The region.
    pub region: Option<Text>,
    /// How many are elected.
    pub seats: u32,
    /// How it elects.
    pub kind: BallotKind,
    /// Whether the poll was called off.
    pub cancelled: bool,
    /// Whether the list of candidates is complete.
    pub complete: Option<Complete>,
    /// The candidacies, in the order of the ballot paper.
    pub candidacies: Vec<Candidacy>,
    /// Earlier names.
    pub former: Vec<Slug>,
    /// Its file.
    pub file: FileName,
}

/// Whether a list of candidates is complete, and how we know.
#[derive(Debug)]
pub struct Complete {
    /// Whether it is.
    pub value: bool,
    /// How we know.
    pub source: Text,
    /// Since when.
    pub date: Option<PartialDate>,
}

/// One person's candidacy.
#[derive(Debug)]
pub struct Candidacy {
    /// The person.
    pub person: PersonId,
    /// The name as on the ballot paper.
    pub name: Text,
    /// The name as it is sorted.
    pub sort_name: Option<Text>,
    /// Whether a program guessed `sort_name`.
    pub guessed: bool,
    /// The party or label.
    pub party: Arc<Party>,
    /// The description on the ballot paper.
    pub description: Option<Text>,
    /// Whether the person stands.
    pub status: Standing,
    /// The place on the party's list.
    pub list_position: Option<u32>,
    /// The person's own campaign website.
    pub website: Option<WebUrl>,
    /// The ballot on which the answers stand, when not here.
    pub answers_in: Option<BallotId>,
    /// What the person answered, in the order of the file; taken from the other ballot where `answers_in` says so.
    pub positions: Vec<Arc<Position>>,
    /// What the person says about this page.
    pub reply: Option<Reply>,
    /// Since when and why all marks are off the site.
    pub takedown: Option<Takedown>,
    /// Earlier ids.
    pub former: Vec<PersonId>,
    /// One cell for each question of the election, in its order.
    pub cells: Vec<Cell>,
    /// The sum of the person's own confirmed answers.
    pub score: Score,
    /// Where it stands in the records.
    pub pos: Pos,
}

/// A prose page.
#[derive(Debug)]
pub struct Page {
    /// Its id, which is its address.
    pub id: Slug,
    /// Its title.
    pub title: Text,
    /// One sentence for search engines.
    pub description: Option<Text>,
    /// The text.
    pub body: Prose,
    /// Earlier ids.
    pub former: Vec<Slug>,
}

/// One term of the glossary.
#[derive(Debug)]
pub struct Term {
    /// Its anchor.
    pub id: Slug,
    /// The word or acronym.
    pub term: Text,
    /// What an acronym stands for.
    pub stands_for: Option<Text>,
    /// What it means.
    pub means: Text,
    /// Where to read more.
    pub url: Option<WebUrl>,
}

/// One correction.
#[derive(Debug)]
pub struct Correction {
    /// When it was made.
    pub date: PartialDate,
    /// What it concerns.
    pub about: Text,
    /// What the site said.
    pub was: Text,
    /// What it says now.
    pub now: Text,
    /// Why.
    pub because: Text,
}
