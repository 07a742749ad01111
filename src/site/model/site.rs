use std::collections::BTreeMap;

use jiff::civil::Date;

use super::judge::Judge;
use super::types::{Imprint, SiteInfo};
use crate::atoms::{AsOf, BaseUrl, PartialDate, PersonId, PictureName, Slug, Text};
use crate::country::Country;
use crate::country::imprint_law;
use crate::diagnostic::{Code, Diagnostics, Pos};
use crate::load::records::{CheckerRecord, ImprintRecord, SiteRecord};
use crate::load::{At, InFile, OwnPicture};

/// What the person who runs the command can set for one run.
#[derive(Debug, Clone, Default)]
pub struct Overrides {
    /// The day on which the records are taken to be true.
    pub as_of: Option<Date>,
    /// Where the site will be served.
    pub base_url: Option<BaseUrl>,
    /// The person whose answers are shown although they are held back.
    pub reveal: Option<PersonId>,
    /// The day that `as_of: today` means; none when the run is to publish the site.
    pub draft: Option<Date>,
}

impl Overrides {
    /// Nothing set, for a run of this day that publishes nothing.
    #[must_use]
    pub fn on(today: Date) -> Self {
        Self { draft: Some(today), ..Self::default() }
    }
}

/// How many checkers confirm a mark when the site does not say.
pub const CHECKS_REQUIRED: u32 = 2;

/// Judges `hustings.yaml`; nothing when it lacks what no site can lack.
pub(super) fn site(
    in_file: InFile<SiteRecord>,
    pictures: &BTreeMap<PictureName, OwnPicture>,
    overrides: &Overrides,
    found: &mut Diagnostics,
) -> Option<SiteInfo> {
    let mut judge = Judge::of(&in_file);
    let site = judge.site(in_file.record, pictures, overrides);
    found.extend(judge.found);
    site
}

impl Judge {
    fn site(
        &mut self,
        mut record: SiteRecord,
        pictures: &BTreeMap<PictureName, OwnPicture>,
        overrides: &Overrides,
    ) -> Option<SiteInfo> {
        if record.title.is_none() {
            self.missing("title", Pos::START);
        }
        let as_of_pos = record.as_of.as_ref().map_or(Pos::START, |as_of| as_of.pos);
        let says_today = record.as_of.as_ref().is_some_and(|as_of| as_of.value == AsOf::Today);
        let is_published = record.base_url.is_some() || overrides.draft.is_none();
        let as_of = self.as_of(record.as_of.as_ref(), overrides, is_published);
        let imprint = self.imprint(record.imprint.take(), record.country);
        let checkers = self.checkers(std::mem::take(&mut record.checkers));
        let checks_required = self.checks_required(record.checks_required.as_ref());
        let accent = self.accent(record.accent.as_ref());
        let logo = self.logo(&record, pictures);
        Some(SiteInfo {
            title: record.title.clone().filter(At::is_read)?.value,
            as_of: overrides.as_of.or(as_of)?,
            as_of_pos,
            follows_today: overrides.as_of.is_none() && says_today,
            base_url: overrides.base_url.clone().or(record.base_url.take()),
            is_published,
            imprint: imprint?,
            checkers,
            checks_required,
            accent,
            logo,
            record,
        })
    }

    /// The day on which the records are said to be true. A site that is published has one that somebody wrote.
    fn as_of(&mut self, as_of: Option<&At<AsOf>>, overrides: &Overrides, published: bool) -> Option<Date> {
        match as_of {
            None => {
                self.missing("as_of", Pos::START);
                None
            }
            Some(as_of) if !as_of.is_read() => None,
            Some(At { value: AsOf::Day(day), .. }) => Some(*day),
            Some(At { pos, value: AsOf::Today }) => {
                if published && overrides.as_of.is_none() {
                    let message =
                        "“today” is for drafts: a site with an address would claim every day that somebody had looked";
                    let help = "write the day on which the records were true, or name it with --as-of; or leave “base_url” out";
                    self.report(Code::Malformed, *pos, message, help);
                }
                overrides.draft
            }
        }
    }

    fn imprint(&mut self, record: Option<At<ImprintRecord>>, country: Country) -> Option<Imprint> {
        let help = "write “imprint:” with “promoter:” and “address:”, or “none_because:” with the reason";
        let Some(At { pos, value }) = record else {
            let message = format!("the site has no imprint, which {} asks for", imprint_law(country));
            self.report(Code::MissingImprint, Pos::START, message, help);
            return None;
        };
        let ImprintRecord { promoter, address, on_behalf_of, printer, none_because } = value;
        if [&promoter, &address, &none_because].into_iter().flatten().any(|text| !text.is_read()) {
            return None;
        }
        match (promoter, address, none_because) {
            (Some(At { value: name, .. }), Some(At { value: address, .. }), None) => {
                Some(Imprint::Promoter { name, address, on_behalf_of, printer })
            }
            (None, None, Some(because)) => Some(Imprint::None { because: because.value }),
            _ => {
                let message = "an imprint names promoter and address, or says why there is none";
                self.report(Code::MissingImprint, pos, message, help);
                None
            }
        }
    }

    fn checkers(&mut self, records: Vec<CheckerRecord>) -> BTreeMap<Slug, Text> {
        let mut checkers = BTreeMap::new();
        for CheckerRecord { id, name } in records.into_iter().filter(|checker| checker.id.is_read()) {
            if checkers.insert(id.value.clone(), name).is_some() {
                let message = format!("there are two checkers “{}”", id.value);
                self.report(Code::DuplicateId, id.pos, message, "give each person an id of their own");
            }
        }
        checkers
    }

    fn checks_required(&mut self, required: Option<&At<u32>>) -> u32 {
        match required {
            Some(At { pos, value: 0 }) => {
                let message = "with no check required, every mark would count as confirmed";
                self.report(Code::Malformed, *pos, message, "write 1 or more; 2 is usual");
                CHECKS_REQUIRED
            }
            Some(at) if at.is_read() => at.value,
            _ => CHECKS_REQUIRED,
        }
    }

    /// The day of a date; reported when it does not give one.
    pub(super) fn the_day(&mut self, date: &At<PartialDate>, key: &str) -> Option<Date> {
        if !date.is_read() {
            return None;
        }
        if date.as_day().is_none() {
            let message = format!("“{key}” needs the day, and “{}” does not give it", date.value);
            self.report(Code::Malformed, date.pos, message, "write year, month and day, for example 2031-04-20");
        }
        date.as_day()
    }
}
