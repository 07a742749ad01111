use std::collections::BTreeMap;

use super::kind::{BUILT_IN, DataFile, PageKind, adds_to_built_in};
use super::outcodes::OutcodeScripts;
use super::register::Register;
use crate::atoms::{
    DocumentId, ElectionId, OriginalName, PartyId, PersonId, PersonPage, PictureName, QuestionId, SitePath, Slug,
};
use crate::country::uk::Outcode;
use crate::diagnostic::{Diagnostics, FileName};
use crate::load::{Picture, SITE_FILE};
use crate::model::{Ballot, ById, Campaign, Candidacy, Election, ToldReport};

/// Where everything is.
#[derive(Debug)]
pub struct Addresses {
    /// The home page.
    pub home: SitePath,
    /// The page that a server shows when there is no such page.
    pub not_found: SitePath,
    /// The pages that every site has.
    pub built_in: BTreeMap<PageKind, SitePath>,
    /// The elections, in the campaign's order.
    pub elections: ById<ElectionId, ElectionAddresses>,
    /// The parties.
    pub parties: BTreeMap<PartyId, SitePath>,
    /// The documents.
    pub documents: BTreeMap<DocumentId, SitePath>,
    /// The accounts.
    pub accounts: BTreeMap<Slug, SitePath>,
    /// The pledges.
    pub pledges: BTreeMap<Slug, SitePath>,
    /// The letters that people can send.
    pub letters: BTreeMap<Slug, SitePath>,
    /// The form on which people tell what happened to them, where there is one.
    pub report_form: Option<SitePath>,
    /// The pictures of documents that are published.
    pub pictures: BTreeMap<(DocumentId, OriginalName), SitePath>,
    /// The pictures in Easy Read.
    pub easy_read: BTreeMap<PictureName, SitePath>,
    /// The logo of the site, and that for dark pages.
    pub logos: [Option<SitePath>; 2],
    /// The photographs of candidates that are shown, each with its name among the site's pictures.
    pub photographs: BTreeMap<(ElectionId, Slug, PersonId), (SitePath, PictureName)>,
    /// The questions.
    pub questions: BTreeMap<QuestionId, SitePath>,
    /// The pages that other sites show, each with the page of which it is a part.
    pub embeds: BTreeMap<SitePath, SitePath>,
    /// The feed of all changes, where the site's own address is known, without which there can be none.
    pub feed: Option<SitePath>,
    /// What is to come, for calendars; none where nothing is.
    pub calendar: Option<SitePath>,
    /// The first letters of postcodes, each with the page of their areas, in order.
    pub postcode_areas: Vec<(String, SitePath)>,
    /// The first halves of postcodes, each with the scripts that know its postcodes, in order.
    pub outcodes: BTreeMap<Outcode, OutcodeScripts>,
    /// The script that knows the names of areas and people.
    pub names: SitePath,
    /// The script with the words of the finder.
    pub words: SitePath,
    /// The prose pages; none for words on a page that every site has.
    pub prose: BTreeMap<Slug, SitePath>,
    /// The pages of guides: of each its own, and those of its parts.
    pub guides: BTreeMap<(Slug, Option<Slug>), SitePath>,
}

/// Where the pages of an election are, and its answers as data: in files so small that a page can take only those that it shows.
#[derive(Debug)]
pub struct ElectionAddresses {
    /// Its page.
    pub page: SitePath,
    /// The page of those elected, once it is known of anybody.
    pub elected: Option<SitePath>,
    /// Its ballots, in its order.
    pub ballots: ById<Slug, BallotAddresses>,
    /// The script with its questions, and the names of its ballots and parties.
    pub script: SitePath,
    /// The scripts with the lines of the parties of which anything is known in it.
    pub party_scripts: BTreeMap<PartyId, SitePath>,
}

/// Where the pages of a ballot are, and its answers as data.
#[derive(Debug)]
pub struct BallotAddresses {
    /// Its page.
    pub page: SitePath,
    /// Its candidacies, in its order.
    pub people: ById<PersonId, SitePath>,
    /// The page of letters to them, where there is one to write.
    pub letters: Option<SitePath>,
    /// The script with the answers of its candidates.
    pub script: SitePath,
    /// The feed of what changed on it, where the site has feeds.
    pub feed: Option<SitePath>,
}

impl Addresses {
    /// The address of a page that every site has.
    #[must_use]
    pub fn of_built_in(&self, kind: &PageKind) -> &SitePath {
        self.built_in.get(kind).unwrap_or(&self.home)
    }

    /// The address of a guide, or of one of its parts.
    pub(crate) fn guide(&self, guide: &Slug, part: Option<&Slug>) -> Option<&SitePath> {
        self.guides.get(&(guide.clone(), part.cloned()))
    }

    pub(super) fn of(campaign: &Campaign, register: &mut Register, found: &mut Diagnostics) -> Self {
        let embeds = campaign.site.embed.then(BTreeMap::new);
        let mut giver = AddressGiver { register, found, embeds, photographs: BTreeMap::new() };
        let site: FileName = SITE_FILE.into();
        let home = giver.page::<&str>(&[], PageKind::Home, &site);
        let not_found = giver.file("404.html");
        giver.register.page(&not_found, PageKind::NotFound, &site, giver.found);
        let there = BUILT_IN.iter().filter(|kind| (kind.row().when)(campaign));
        let built_in = there.map(|kind| (kind.clone(), giver.page(&[kind.row().word], kind.clone(), &site))).collect();
        for name in ["robots.txt", "sitemap.xml"] {
            giver.data(name, &site);
        }
        let logo = campaign.site.logo.as_ref();
        let logos = [("logo", logo.map(|logo| &logo.light)), ("logo-dark", logo.and_then(|logo| logo.dark.as_ref()))];
        let logos = logos.map(|(name, logo)| Some(giver.data(&format!("static/{name}.{}", logo?.ending), &site)));
        let feed = giver.feed(campaign, &[], &site);
        let calendar = (!campaign.coming().is_empty()).then(|| giver.data("calendar.ics", &site));
        for file in DataFile::of(campaign) {
            giver.register.file(&file.path(), &site, giver.found);
        }
        let parties = campaign.parties.iter().map(|party| (&party.id, &party.file));
        let parties = giver.each(&["parties"], parties, PageKind::Party);
        let documents = campaign.documents.iter().map(|document| (&document.id, &document.file));
        let documents = giver.each(&["documents"], documents, PageKind::Document);
        let accounts = campaign.accounts.iter().map(|account| (&account.id, &account.file));
        let accounts = giver.each(&["accounts"], accounts, PageKind::Account);
        let pledges = campaign.pledges.iter().map(|pledge| (&pledge.id, &pledge.file));
        let pledges = giver.each(&["pledges"], pledges, PageKind::Pledge);
        let letters = campaign.letters.iter().map(|letter| (&letter.id, &letter.body.file));
        let letters = giver.each(&["letters"], letters, PageKind::Letter);
        let has_form = campaign.reports.iter().any(ToldReport::has_form);
        let report_form = has_form.then(|| giver.page(&["reports", "form"], PageKind::ReportForm, &site));
        let pictures = giver.pictures(campaign);
        let easy_read = giver.easy_read(campaign);
        let questions = campaign.questions.iter().map(|question| (&question.id, &question.body.file));
        let questions = giver.each(&["questions"], questions, PageKind::Question);
        let names = giver.data("find/names.js", &site);
        let words = giver.data("find/words.js", &site);
        let (postcode_areas, outcodes) = giver.postcodes(campaign);
        let elections = campaign.elections.iter();
        let elections = elections.map(|election| (election.id.clone(), giver.election(campaign, election))).collect();
        let own = campaign.content.pages.iter().filter(|page| !adds_to_built_in(page.id.as_str()));
        let prose = giver.each(&[], own.map(|page| (&page.id, &page.body.file)), PageKind::Prose);
        let guides = giver.guides(campaign);
        Self {
            home,
            not_found,
            built_in,
            elections,
            parties,
            documents,
            accounts,
            pledges,
            letters,
            report_form,
            pictures,
            easy_read,
            logos,
            photographs: giver.photographs,
            questions,
            embeds: giver.embeds.unwrap_or_default(),
            feed,
            calendar,
            postcode_areas,
            outcodes,
            names,
            words,
            prose,
            guides,
        }
    }
}

/// The name of a candidacy's page, which is its folder.
pub(super) fn person_page(candidacy: &Candidacy) -> PersonPage {
    PersonPage::of(&candidacy.person, candidacy.name.as_str())
}

/// Where the part of a page stands that other sites show.
pub(super) fn embed_of(page: &SitePath) -> SitePath {
    let folder = "embed".parse().unwrap_or_else(|malformed| unreachable!("a fixed folder is one: {malformed}"));
    page.below(&folder)
}

/// Gives addresses and registers them.
struct AddressGiver<'a> {
    register: &'a mut Register,
    found: &'a mut Diagnostics,
    /// As in [`Addresses`], where the site wants them.
    embeds: Option<BTreeMap<SitePath, SitePath>>,
    /// As in [`Addresses`].
    photographs: BTreeMap<(ElectionId, Slug, PersonId), (SitePath, PictureName)>,
}

impl AddressGiver<'_> {
    fn page<S: AsRef<str>>(&mut self, segments: &[S], kind: PageKind, owner: &FileName) -> SitePath {
        let path = page_path(segments);
        let embed = kind.embed();
        self.register.page(&path, kind, owner, self.found);
        // Beside its page, with which it shares what is drawn.
        if let (Some(kind), Some(embeds)) = (embed, &mut self.embeds) {
            let embed = embed_of(&path);
            self.register.page(&embed, kind, owner, self.found);
            embeds.insert(embed, path.clone());
        }
        path
    }

    /// The pages of all things of a kind, each in a folder named by its id.
    fn each<'t, I: AsRef<str> + Clone + Ord + 't>(
        &mut self,
        folder: &[&str],
        things: impl Iterator<Item = (&'t I, &'t FileName)>,
        kind: fn(I) -> PageKind,
    ) -> BTreeMap<I, SitePath> {
        let pages = things.map(|(id, owner)| {
            let page = self.page(&[folder, &[id.as_ref()]].concat(), kind(id.clone()), owner);
            (id.clone(), page)
        });
        pages.collect()
    }

    /// Parts lie in the folder of their guide.
    fn guides(&mut self, campaign: &Campaign) -> BTreeMap<(Slug, Option<Slug>), SitePath> {
        let pages = campaign.content.guides.iter().flat_map(|guide| guide.pages.iter().map(move |page| (guide, page)));
        let pages = pages.map(|(guide, page)| {
            let folders = [Some("guides"), Some(guide.id.as_str()), page.part.as_ref().map(Slug::as_str)];
            let folders: Vec<&str> = folders.into_iter().flatten().collect();
            let key = (guide.id.clone(), page.part.clone());
            let path = self.page(&folders, PageKind::Guide(key.0.clone(), key.1.clone()), &page.body.file);
            (key, path)
        });
        pages.collect()
    }

    fn file(&mut self, name: &str) -> SitePath {
        name.parse().unwrap_or_else(|malformed| unreachable!("a fixed address is an address: {malformed}"))
    }

    fn data(&mut self, name: &str, owner: &FileName) -> SitePath {
        let path = self.file(name);
        self.register.file(&path, owner, self.found);
        path
    }

    fn election(&mut self, campaign: &Campaign, election: &Election) -> ElectionAddresses {
        let page = self.page(&[election.id.as_str()], PageKind::Election(election.id.clone()), &election.file);
        let elected = election.has_elected().then(|| {
            let kind = PageKind::Elected(election.id.clone());
            self.page(&[election.id.as_str(), "elected"], kind, &election.file)
        });
        let ballots = election.ballots.iter();
        let ballots = ballots.map(|ballot| (ballot.slug.clone(), self.ballot(campaign, election, ballot)));
        let ballots = ballots.collect();
        let folder = format!("compare/{}", election.id);
        let script = self.data(&format!("{folder}.js"), &election.file);
        let parties = campaign.parties.iter().filter(|party| election.knows_of(party));
        let party_scripts = parties
            .map(|party| (party.id.clone(), self.data(&format!("{folder}/parties/{}.js", party.id), &party.file)))
            .collect();
        ElectionAddresses { page, elected, ballots, script, party_scripts }
    }

    /// A feed in a folder. Its entries need whole addresses, so without that of the site there is none.
    fn feed(&mut self, campaign: &Campaign, folder: &[&str], owner: &FileName) -> Option<SitePath> {
        campaign.site.base_url.as_ref()?;
        Some(self.data(&[folder, &["feed.atom"]].concat().join("/"), owner))
    }

    fn ballot(&mut self, campaign: &Campaign, election: &Election, ballot: &Ballot) -> BallotAddresses {
        let (id, name) = (&election.id, &ballot.slug);
        let folder = [id.as_str(), name.as_str()];
        let page = self.page(&folder, PageKind::Ballot(id.clone(), name.clone()), &ballot.file);
        let people = ballot.candidacies.iter().map(|candidacy| {
            let (page, person) = (person_page(candidacy), candidacy.person.clone());
            let key = (id.clone(), name.clone(), person.clone());
            let folder = [&folder[..], &[page.as_ref()]].concat();
            self.photograph(campaign, &folder, key, candidacy, &ballot.file);
            let kind = PageKind::Person(id.clone(), name.clone(), person.clone());
            (person, self.page(&folder, kind, &ballot.file))
        });
        let people = people.collect();
        let letters = (!campaign.letters_on(election, ballot).is_empty()).then(|| {
            let kind = PageKind::BallotLetters(id.clone(), name.clone());
            self.page(&[&folder[..], &["letters"]].concat(), kind, &ballot.file)
        });
        let script = self.data(&format!("compare/{id}/{name}.js"), &ballot.file);
        let feed = self.feed(campaign, &folder, &ballot.file);
        BallotAddresses { page, people, letters, script, feed }
    }

    /// A photograph lies beside the page of its candidacy.
    fn photograph(
        &mut self,
        campaign: &Campaign,
        folder: &[&str],
        key: (ElectionId, Slug, PersonId),
        candidacy: &Candidacy,
        owner: &FileName,
    ) {
        let Some(name) = candidacy.photo.as_ref().map(|photo| &photo.file.value) else { return };
        let Some(picture) = campaign.photographs.get(name) else { return };
        let path = self.data(&format!("{}/photograph.{}", folder.join("/"), picture.ending), owner);
        self.photographs.insert(key, (path, name.clone()));
    }

    /// Pictures lie beside the page of their document, under their own names.
    fn pictures(&mut self, campaign: &Campaign) -> BTreeMap<(DocumentId, OriginalName), SitePath> {
        let mut pictures = BTreeMap::new();
        for document in &campaign.documents {
            let named =
                document.files.iter().filter(|file| file.rights.is_some()).filter_map(|file| file.file.as_deref());
            for (name, picture) in named.filter_map(|name| Some((name, campaign.pictures.get(name)?))) {
                let key = (document.id.clone(), name.clone());
                // Named twice in one document, it is still one file.
                if pictures.contains_key(&key) {
                    continue;
                }
                let path = self.file(&format!("documents/{}/{}", document.id, published(name.as_str(), picture)));
                if self.register.file(&path, &document.file, self.found) {
                    pictures.insert(key, path);
                }
            }
        }
        pictures
    }

    /// Pictures in Easy Read lie together: one serves many pages.
    fn easy_read(&mut self, campaign: &Campaign) -> BTreeMap<PictureName, SitePath> {
        let site: FileName = SITE_FILE.into();
        let pictures = campaign.easy_read.iter();
        let places = pictures.map(|(name, picture)| {
            (name.clone(), self.data(&format!("pictures/{}", published(name.as_str(), picture)), &site))
        });
        places.collect()
    }

    /// A page for the first letters of postcodes, and the scripts of each first half.
    fn postcodes(&mut self, campaign: &Campaign) -> (Vec<(String, SitePath)>, BTreeMap<Outcode, OutcodeScripts>) {
        let (mut areas, mut outcodes) = (BTreeMap::new(), BTreeMap::new());
        let tables = campaign.data.iter().filter_map(|dataset| Some((dataset, dataset.postcodes()?)));
        let tables: Vec<_> = tables.collect();
        for (dataset, table) in &tables {
            for outcode in table.outcodes() {
                areas.entry(outcode.area().to_lowercase()).or_insert(&dataset.file);
                outcodes.entry(outcode).or_insert(&dataset.file);
            }
        }
        let pages = areas.into_iter().map(|(area, owner)| {
            let name = area.to_uppercase();
            let path = self.page(&["find", &area], PageKind::PostcodeArea(name.clone()), owner);
            (name, path)
        });
        let pages = pages.collect();
        let tables: Vec<_> = tables.iter().map(|(_, table)| *table).collect();
        let scripts = outcodes
            .into_iter()
            .map(|(outcode, owner)| (outcode, OutcodeScripts::of(&tables, outcode, |name| self.data(name, owner))));
        (pages, scripts.collect())
    }
}

/// Under what name a picture is published: its own, with the ending of what it is now.
fn published(name: &str, picture: &Picture) -> String {
    match name.rsplit_once('.') {
        Some((stem, "jpeg")) => format!("{stem}.{}", picture.ending),
        Some((_, ending)) if ending == picture.ending => name.to_owned(),
        _ => format!("{name}.{}", picture.ending),
    }
}

/// The address of a page in a folder named by slugs, which are always parts of an address.
pub(super) fn page_path<S: AsRef<str>>(segments: &[S]) -> SitePath {
    SitePath::page(segments).unwrap_or_else(|malformed| unreachable!("slugs make an address: {malformed}"))
}
