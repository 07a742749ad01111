//! Takes records, gives a [`Campaign`]: references resolved, rules held, gaps and scores derived.
//! Never touches a disk, and never changes again once it is made.

#[macro_use]
mod owned;

mod accounts;
mod answers;
mod asks;
mod ballots;
mod by_id;
mod cell;
mod changes;
mod coming;
mod content;
mod corrections;
mod datasets;
mod day;
mod derive;
mod documents;
mod easy_read;
mod elections;
mod face;
mod figures;
mod fingerprint;
mod glossary;
mod guides;
mod index;
mod judge;
mod letter_text;
mod letters;
mod marks;
mod news;
mod parties;
mod pledges;
mod refer;
mod reports;
mod results;
mod score;
mod signers;
mod site;
mod timeline;
mod to_write;
mod transcripts;
mod translate;
mod types;

pub use accounts::{Account, AccountStatus};
pub use by_id::ById;
pub use cell::{Cell, Gap, Own, PartyCell, PartyLine, Silence};
pub use changes::{Candidate, Changed, Happened, SiteChange};
pub use coming::{Coming, ComingKind};
pub use content::*;
pub use corrections::{CorrectedPlace, Correction};
pub use derive::PartyLines;
pub use easy_read::{EasyStep, steps as easy_steps};
pub use fingerprint::fingerprint;
pub use glossary::{is_valid_in, is_valid_on};
pub use guides::{Guide, GuidePage};
pub use news::{AccountNews, News};
pub use score::{Agreement, FEWEST_CLEAR, PART_ANSWERED, Score, agreement};
pub use site::{CHECKS_REQUIRED, Overrides};
pub use timeline::{Moment, MomentOf};
pub use translate::{Translated, Untranslated};
pub use types::*;

use std::collections::BTreeMap;

use crate::atoms::{LanguageTag, PictureName};
use crate::country::Patterns;
use crate::diagnostic::Diagnostics;
use crate::load::{OwnPicture, Picture, Records};
use corrections::Correctable;
use day::RecordsDay;
use derive::by_subject;
use elections::Around;
use index::{Index, KnownFirst, Referable};

/// Makes a campaign of the records, in each of the site's languages, with everything that is wrong with them.
///
/// Entries that break a rule are reported and left out, so that the rest can still be judged; there
/// is not a campaign when the site itself lacks what no site can lack.
#[must_use]
pub fn model(records: Records, overrides: &Overrides) -> (Option<Campaign>, Diagnostics) {
    let mut found = Diagnostics::default();
    let languages = languages(&records);
    translate::judge(&records, &languages, &mut found);
    fingerprint::judge(&records, &languages, &mut found);
    easy_read::judge(&records, &languages, &mut found);
    guides::judge(&records, &languages, &mut found);
    letters::judge(&records, &languages, &mut found);
    let further = languages[1..].iter().filter_map(|language| {
        let mut records = records.clone();
        let translated = translate::tell(&mut records, &languages[0], language);
        // What is wrong with them is wrong with the main ones, and reported there.
        let (campaign, _) = told(records, language, overrides, Vec::new());
        campaign.map(|campaign| (campaign, translated))
    });
    let further = further.collect();
    let (campaign, more) = told(records, &languages[0], overrides, further);
    found.extend(more);
    (campaign, found)
}

/// The site's languages, each once, the main one first; English when it names none.
fn languages(records: &Records) -> Vec<LanguageTag> {
    let mut languages: Vec<LanguageTag> = Vec::new();
    for tag in records.site.iter().flat_map(|site| &site.record.languages).filter(|tag| tag.is_read()) {
        if !languages.contains(&tag.value) {
            languages.push(tag.value.clone());
        }
    }
    if languages.is_empty() { vec![LanguageTag::default()] } else { languages }
}

/// Makes a campaign of records that are told in one language; `further` is the same campaign in the others.
fn told(
    mut records: Records,
    language: &LanguageTag,
    overrides: &Overrides,
    further: Vec<(Campaign, Translated)>,
) -> (Option<Campaign>, Diagnostics) {
    let mut found = Diagnostics::default();
    let index = Index::of(&records);
    let put = elections::put_questions(&records);
    let topics = elections::topics(&records);
    let cited = index::cited(&records);
    let lent = answers::lent(&records);
    let day = RecordsDay::of(records.site.as_ref(), overrides);
    let country = records.country();
    elections::homeless(&records, &index, &mut found);
    let site = records.site.take().and_then(|record| site::site(record, &records.pictures, overrides, &mut found));
    let as_of = site.as_ref().map_or(jiff::civil::Date::MAX, |site| site.as_of);
    let guides = site.as_ref().and_then(|site| site.record.guides.as_ref());
    let content = Content::of(&mut records, (&index, guides), (day, as_of), &mut found);
    let checks_required = site.as_ref().map_or(CHECKS_REQUIRED, |site| site.checks_required);
    let questions = content::questions(records.questions, &mut found);
    let originals = records.originals.keys().cloned().collect();
    let patterns = Patterns::of(country).ok();
    let pictures = records.pictures.keys().cloned().collect();
    let reveal = overrides.reveal.clone();
    let known =
        KnownFirst { questions, put, topics, cited, originals, pictures, checks_required, lent, patterns, day, reveal };
    let documents = documents::documents(records.documents, records.transcripts, (&index, &known), &mut found);
    let to = Referable { index: &index, known: &known, documents: &documents };
    let (pledges, signed) = pledges::pledges(std::mem::take(&mut records.pledges), to, &mut found);
    let accounts = accounts::accounts(records.accounts, to, &mut found);
    let correctable = Correctable { to, accounts: &accounts, pledges: &pledges, pages: &content.pages };
    let corrections = correctable.corrections(records.corrections, &mut found);
    let letters = letters::letters(records.letters, to, &mut found);
    let around = reports::AroundReports { accounts: &accounts, site: site.as_ref() };
    let reports = reports::reports(std::mem::take(&mut records.reports), to, around, &mut found);
    let parties = parties::parties(records.parties, (to, &signed), &mut found);
    let around = Around { to, parties: &parties, signed: &signed, documents: &by_subject(&documents), as_of };
    let folders = elections::folders(records.ballots, records.asks);
    let elections = around.elections(records.elections, folders, &mut found);
    let beside = datasets::Beside { tables: &records.tables, unreadable: &records.unreadable };
    let data = datasets::datasets(records.data, beside, &elections, &mut found);
    let campaign = site.map(|site| Campaign {
        language: language.clone(),
        site,
        questions: known.questions.into_iter().collect(),
        parties: parties.into_iter().collect(),
        documents: documents.into_iter().collect(),
        pictures: records.originals.into_iter().filter_map(|(name, file)| Some((name, file.picture?))).collect(),
        easy_read: own(&records.pictures, |own| &own.easy_read),
        photographs: own(&records.pictures, |own| &own.photograph),
        elections,
        pledges,
        content,
        corrections,
        accounts,
        letters: letters.public,
        old_letters: letters.old,
        reports,
        data,
        further,
    });
    let campaign = campaign.map(|mut campaign| {
        campaign.withhold_corrections();
        campaign
    });
    (campaign, found)
}

/// The site's own pictures as they are published in one place.
fn own(
    pictures: &BTreeMap<PictureName, OwnPicture>,
    published: impl Fn(&OwnPicture) -> &Option<Picture>,
) -> BTreeMap<PictureName, Picture> {
    pictures.iter().filter_map(|(name, own)| Some((name.clone(), published(own).clone()?))).collect()
}
