use std::collections::BTreeMap;

use jiff::civil::Date;

use super::judge::Judge;
use super::types::{CampaignInfo, Complaints, Contact, Credit, FetchInfo, Imprint, Licence, SiteInfo};
use crate::atoms::{AsOf, BaseUrl, PartialDate, Slug, Text};
use crate::country::Country;
use crate::country::imprint_law;
use crate::diagnostic::{Code, Diagnostics, Pos};
use crate::load::records::{CheckerRecord, FetchRecord, ImprintRecord, LicenceRecord, PrinterRecord, SiteRecord};
use crate::load::{At, Field, InFile};

/// What the person who runs the command can set for one run.
#[derive(Debug, Clone, Default)]
pub struct Overrides {
    /// The day on which the records are taken to be true.
    pub as_of: Option<Date>,
    /// Where the site will be served.
    pub base_url: Option<BaseUrl>,
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
pub(super) fn site(in_file: InFile<SiteRecord>, overrides: &Overrides, found: &mut Diagnostics) -> Option<SiteInfo> {
    let mut judge = Judge::of(&in_file);
    let site = judge.site(in_file.record, overrides);
    found.extend(judge.found);
    site
}

impl Judge {
    fn site(&mut self, record: SiteRecord, overrides: &Overrides) -> Option<SiteInfo> {
        let title = self.need(record.title, "title", Pos::START);
        let as_of_pos = record.as_of.as_ref().map_or(Pos::START, |as_of| as_of.pos);
        let follows_today = overrides.as_of.is_none()
            && record.as_of.as_ref().is_some_and(|as_of| matches!(as_of.value.0, Ok(AsOf::Today)));
        let is_published = record.base_url.is_some() || overrides.draft.is_none();
        let as_of = self.as_of(record.as_of, overrides, is_published);
        let base_url = self.take(record.base_url);
        self.values(record.languages);
        let country = self.take(record.country).unwrap_or(Country::Uk);
        let imprint = self.imprint(record.imprint, country);
        let licence = record.licence.and_then(|licence| self.licence(licence));
        let complaints = record.complaints.and_then(|At { pos, value }| {
            let how = self.need(value.how, "how", pos);
            let then = self.take(value.then);
            Some(Complaints { how: how?, answered_within_days: value.answered_within_days.map(|d| d.value), then })
        });
        let campaign = record.campaign.and_then(|At { pos, value }| {
            let name = self.take(value.name);
            let aims = self.need(value.aims, "aims", pos);
            let funders = self.need(value.funders, "funders", pos);
            let inclusion_rule = self.need(value.inclusion_rule, "inclusion_rule", pos);
            Some(CampaignInfo { name, aims: aims?, funders: funders?, inclusion_rule: inclusion_rule? })
        });
        let contact = record.contact.map(|At { value, .. }| Contact {
            email: self.take(value.email),
            phone: self.take(value.phone),
            post: self.take(value.post),
            url: self.take(value.url),
            note: self.take(value.note),
        });
        let fetch = record.fetch.map_or_else(FetchInfo::default, |fetch| self.fetch(fetch.value));
        self.take(record.theme);
        let checkers = self.checkers(record.checkers);
        let checks_required = self.checks_required(record.checks_required);
        let description = self.take(record.description);
        Some(SiteInfo {
            title: title?,
            description,
            as_of: overrides.as_of.or(as_of)?,
            as_of_pos,
            follows_today,
            base_url: overrides.base_url.clone().or(base_url),
            is_published,
            country,
            imprint: imprint?,
            contact,
            complaints,
            licence,
            checkers,
            checks_required,
            score: record.score.is_none_or(|score| score.value),
            campaign,
            fetch,
        })
    }

    /// The day on which the records are said to be true. A site that is published has one that somebody wrote.
    fn as_of(&mut self, field: Option<Field<AsOf>>, overrides: &Overrides, published: bool) -> Option<Date> {
        let At { pos, value } = self.need_at(field, "as_of", Pos::START)?;
        match value {
            AsOf::Day(day) => Some(day),
            AsOf::Today => {
                if published && overrides.as_of.is_none() {
                    let message =
                        "“today” is for drafts: a site with an address would claim each day that somebody looked";
                    let help = "write the day on which the records were true, or name it with --as-of; or leave “base_url” out";
                    self.report(Code::Malformed, pos, message, help);
                }
                overrides.draft
            }
        }
    }

    fn fetch(&mut self, record: FetchRecord) -> FetchInfo {
        FetchInfo {
            contact: self.take(record.contact),
            private_hosts: self.values(record.private_hosts),
            leaflets_api: self.take(record.leaflets_api),
            archive_api: self.take(record.archive_api),
        }
    }

    fn imprint(&mut self, record: Option<At<ImprintRecord>>, country: Country) -> Option<Imprint> {
        let help = "write “imprint:” with “promoter:” and “address:”, or “none_because:” with the reason";
        let Some(At { pos, value }) = record else {
            self.report(
                Code::MissingImprint,
                Pos::START,
                format!("the site has no imprint, which {} asks for", imprint_law(country)),
                help,
            );
            return None;
        };
        let written = (value.promoter.is_some(), value.address.is_some(), value.none_because.is_some());
        if !matches!(written, (true, true, false) | (false, false, true)) {
            let message = "an imprint names promoter and address, or says why there is none";
            self.report(Code::MissingImprint, pos, message, help);
        }
        let (promoter, address) = (self.take(value.promoter), self.take(value.address));
        let on_behalf_of = self.take(value.on_behalf_of);
        let printer = value.printer.and_then(|printer| self.printer(printer));
        match (promoter, address, self.take(value.none_because)) {
            (Some(name), Some(address), None) => Some(Imprint::Promoter { name, address, on_behalf_of, printer }),
            (None, None, Some(because)) => Some(Imprint::None { because }),
            _ => None,
        }
    }

    fn printer(&mut self, At { pos, value }: At<PrinterRecord>) -> Option<(Text, Text)> {
        let name = self.need(value.name, "name", pos);
        let address = self.need(value.address, "address", pos);
        Some((name?, address?))
    }

    fn licence(&mut self, At { pos, value }: At<LicenceRecord>) -> Option<Licence> {
        let name = self.need(value.name, "name", pos);
        let url = self.take(value.url);
        let credits = value.credits.unwrap_or_default().into_iter().filter_map(|At { pos, value }| {
            let name = self.need(value.name, "name", pos);
            let (licence, url) = (self.take(value.licence), self.take(value.url));
            Some(Credit { name: name?, licence, url })
        });
        let credits = credits.collect();
        Some(Licence { name: name?, url, credits })
    }

    fn checkers(&mut self, records: Option<Vec<At<CheckerRecord>>>) -> BTreeMap<Slug, Text> {
        let mut checkers = BTreeMap::new();
        for At { pos, value } in records.unwrap_or_default() {
            let id = self.need_at(value.id, "id", pos);
            let name = self.need(value.name, "name", pos);
            let (Some(id), Some(name)) = (id, name) else { continue };
            if checkers.insert(id.value.clone(), name).is_some() {
                let message = format!("there are two checkers “{}”", id.value);
                self.report(Code::DuplicateId, id.pos, message, "give each person an id of their own");
            }
        }
        checkers
    }

    fn checks_required(&mut self, record: Option<At<u32>>) -> u32 {
        match record {
            Some(At { pos, value: 0 }) => {
                let message = "with no check required, every mark would count as confirmed";
                self.report(Code::Malformed, pos, message, "write 1 or more; 2 is usual");
                CHECKS_REQUIRED
            }
            Some(at) => at.value,
            None => CHECKS_REQUIRED,
        }
    }

    /// A date that must be known to the day.
    pub(super) fn day(&mut self, field: Option<Field<PartialDate>>, key: &str, start: Pos) -> Option<Date> {
        let At { pos, value } = self.need_at(field, key, start)?;
        if value.as_day().is_none() {
            let message = format!("“{key}” needs the day, and “{value}” does not give it");
            self.report(Code::Malformed, pos, message, "write year, month and day, for example 2031-04-20");
        }
        value.as_day()
    }
}
