use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Ballot, DataSource, Dataset, Document, Election, Figures, Page, Party, Question};
use crate::atoms::{
    BaseUrl, DocumentId, ElectionId, EmailAddress, LanguageTag, OriginalName, PartyId, QuestionId, Slug, Text, WebUrl,
};
use crate::country::Country;
use crate::diagnostic::Pos;
use crate::figures::Figure;
use crate::load::records::{CorrectionRecord, TermRecord};
use crate::load::{HexMap, Picture};
use crate::model::{ById, Translated};

/// A whole campaign: every reference resolved, every rule held, every gap and score derived.
#[derive(Debug)]
pub struct Campaign {
    /// The language in which it is told.
    pub language: LanguageTag,
    /// The site as a whole.
    pub site: SiteInfo,
    /// The questions, sorted by id.
    pub questions: ById<QuestionId, Arc<Question>>,
    /// The parties and labels, sorted by id.
    pub parties: ById<PartyId, Arc<Party>>,
    /// The documents that somebody read, sorted by id.
    pub documents: ById<DocumentId, Arc<Document>>,
    /// The pictures of documents that may be published, as they are.
    pub pictures: BTreeMap<OriginalName, Picture>,
    /// The elections, the latest first.
    pub elections: ById<ElectionId, Election>,
    /// The prose pages, sorted by id.
    pub pages: ById<Slug, Page>,
    /// The glossary, sorted by term without regard to case.
    pub glossary: Vec<TermRecord>,
    /// The corrections, the latest first.
    pub corrections: Vec<CorrectionRecord>,
    /// The imported tables, sorted by id.
    pub data: Vec<Dataset>,
    /// The same campaign in the site's further languages, in the site's order: same lists, same places in them.
    pub further: Vec<(Campaign, Translated)>,
}

impl Campaign {
    /// The campaign in each of the site's languages, the main one first.
    pub fn in_each_language(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(self.further.iter().map(|(campaign, _)| campaign))
    }

    /// Whose lists the candidates of the elections were taken from, each once, as far as the site's licence does not credit
    /// the same address already.
    #[must_use]
    pub fn credited_lists(&self) -> Vec<&DataSource> {
        let of_site: Vec<&WebUrl> = self
            .site
            .licence
            .iter()
            .flat_map(|licence| &licence.credits)
            .filter_map(|credit| credit.url.as_ref())
            .collect();
        let mut lists: Vec<&DataSource> = Vec::new();
        for source in self.elections.iter().filter_map(|election| election.source.as_ref()) {
            let credited = source.url.as_ref().is_some_and(|url| of_site.contains(&url));
            if !credited && lists.iter().all(|known| known.credit != source.credit) {
                lists.push(source);
            }
        }
        lists
    }

    /// The map on which ballots of an election lie, with what is known of it.
    #[must_use]
    pub fn map_of(&self, election: &Election) -> Option<(&Dataset, &HexMap)> {
        let fitting = self.data.iter().filter(|data| data.fits(election.boundaries.as_ref()));
        let mut maps = fitting.filter_map(|data| Some((data, data.map()?)));
        maps.find(|(_, map)| {
            let mut codes = election.ballots.iter().filter_map(|ballot| ballot.gss.as_ref());
            codes.any(|gss| map.areas.contains_key(gss))
        })
    }

    /// What the tables that go by the boundaries of an election say of a ballot's area. A table that lacks the area says nothing.
    pub fn figures_of<'a>(
        &'a self,
        election: &'a Election,
        ballot: &'a Ballot,
    ) -> impl Iterator<Item = (&'a Dataset, &'a Figures, Figure)> {
        let fitting = self.data.iter().filter(|data| data.fits(election.boundaries.as_ref()));
        fitting.filter_map(|data| {
            let figures = data.figures()?;
            Some((data, figures, figures.table.get(ballot.gss.as_ref(), &ballot.slug)?))
        })
    }
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
    /// Where `hustings.yaml` says that day; the top of the file when it only was named for this run.
    pub as_of_pos: Pos,
    /// Whether that is the day of the run, as a draft may have it.
    pub follows_today: bool,
    /// Where it will be served.
    pub base_url: Option<BaseUrl>,
    /// Whether it is to be published there; an address of a preview alone is none to publish at.
    pub is_published: bool,
    /// The country by whose ways of writing the records are looked over.
    pub country: Country,
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
    /// How documents are fetched from the web.
    pub fetch: FetchInfo,
}

/// How documents are fetched from the web.
#[derive(Debug, Default)]
pub struct FetchInfo {
    /// How the owner of another site reaches whoever fetches from it.
    pub contact: Option<Text>,
    /// Hosts that may be asked although their addresses are not public.
    pub private_hosts: Vec<Text>,
    /// Where the archive of leaflets answers, when not at its usual address.
    pub leaflets_api: Option<WebUrl>,
    /// Where the web archive answers, when not at its usual address.
    pub archive_api: Option<WebUrl>,
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
#[derive(Debug, serde::Serialize)]
pub struct Contact {
    /// E-mail address.
    pub email: Option<EmailAddress>,
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
#[derive(Debug, serde::Serialize)]
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
