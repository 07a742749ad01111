use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Ballot, Dataset, Document, Election, Figures, Party, Pledge, PublicLetter, Question, ToldReport};
use crate::atoms::{
    BaseUrl, Colour, DocumentId, ElectionId, LanguageTag, OriginalName, PartyId, PictureName, QuestionId, Slug, Text,
    WebUrl,
};
use crate::country::uk::AreaKind;
use crate::diagnostic::{FileName, Pos};
use crate::figures::Figure;
use crate::load::records::{DataSourceRecord, PrinterRecord, SiteRecord};
use crate::load::{HexMap, Logo, Picture};
use crate::model::{Account, ById, Content, Correction, Translated};

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
    /// The pictures in Easy Read, as they are published.
    pub easy_read: BTreeMap<PictureName, Picture>,
    /// The photographs of candidates that are shown, as they are.
    pub photographs: BTreeMap<PictureName, Picture>,
    /// The elections, the latest first.
    pub elections: ById<ElectionId, Election>,
    /// The pledges, sorted by id.
    pub pledges: ById<Slug, Pledge>,
    /// What the site says besides, on pages of its own.
    pub content: Content,
    /// What we put right, the latest first.
    pub corrections: Vec<Correction>,
    /// What is claimed, laid down, tried out or reported around the questions, the latest first.
    pub accounts: ById<Slug, Account>,
    /// The letters that people can send, sorted by id.
    pub letters: ById<Slug, PublicLetter>,
    /// The letters that are too old to be published, each with its file.
    pub old_letters: Vec<(Slug, FileName)>,
    /// What people reported, sorted by id.
    pub reports: ById<Slug, ToldReport>,
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

    /// In what kind of area people vote in all elections; [`AreaKind::Area`] when that differs.
    #[must_use]
    pub fn votes_in(&self) -> AreaKind {
        let mut kinds = self.elections.iter().map(|election| election.votes_in);
        let first = kinds.next().unwrap_or(AreaKind::Area);
        if kinds.all(|kind| kind == first) { first } else { AreaKind::Area }
    }

    /// Whose lists the candidates of the elections were taken from, each once, as far as the site's licence does not credit
    /// the same address already.
    #[must_use]
    pub fn credited_lists(&self) -> Vec<&DataSourceRecord> {
        let of_site: Vec<&WebUrl> = self
            .site
            .licence
            .iter()
            .flat_map(|licence| &licence.credits)
            .filter_map(|credit| credit.url.as_ref())
            .collect();
        let mut lists: Vec<&DataSourceRecord> = Vec::new();
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
    /// The imprint on every page.
    pub imprint: Imprint,
    /// Who enters and checks records: id → published name.
    pub checkers: BTreeMap<Slug, Text>,
    /// How many checkers confirm a mark.
    pub checks_required: u32,
    /// The colour of its thick rules; none where they are as the theme has them.
    pub accent: Option<Accent>,
    /// The logo beside its name.
    pub logo: Option<SiteLogo>,
    /// Its record, without what was resolved.
    pub record: SiteRecord,
}

owns_record!(SiteInfo: SiteRecord);

/// A colour that can be seen on white pages, and the nearest to it that can be seen on dark ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accent {
    /// On white.
    pub light: Colour,
    /// In the dark.
    pub dark: Colour,
}

/// The logo of a site.
#[derive(Debug, Clone)]
pub struct SiteLogo {
    /// On white pages, and on dark ones too where there is no other.
    pub light: Logo,
    /// On dark pages.
    pub dark: Option<Logo>,
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
        /// Who prints the sheets.
        printer: Option<PrinterRecord>,
    },
    /// Nobody has to be named, and why.
    None {
        /// Why.
        because: Text,
    },
}
