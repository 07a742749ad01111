use hustings_derive::Record;

use super::Translations;
use crate::atoms::{AsOf, BaseUrl, Country, EmailAddress, LanguageTag, Slug, Text, WebUrl};
use crate::load::field::{At, Field};

/// The site as a whole: `hustings.yaml`.
#[derive(Debug, Clone, Record)]
pub struct SiteRecord {
    /// The site's title.
    #[key(needed, told = words)]
    pub title: Option<Field<Text>>,
    /// One sentence on what the site is.
    #[key(told = words)]
    pub description: Option<Field<Text>>,
    /// The day on which the records were true. Nothing depends on the day of a build; only in a draft, a site without
    /// `base_url`, it may be `today`.
    #[key(needed)]
    pub as_of: Option<Field<AsOf>>,
    /// Where the site will be served, for the sitemap and canonical addresses.
    pub base_url: Option<Field<BaseUrl>>,
    /// The site's languages as language tags, the main one first; `[en]` when left out.
    pub languages: Option<Vec<Field<LanguageTag>>>,
    /// The country by whose telephone numbers, streets and postcodes the records are looked over; `uk` when left out.
    pub country: Option<Field<Country>>,
    /// The theme's name; `default` when left out.
    pub theme: Option<Field<Slug>>,
    /// Who promotes the site, or why nobody has to be named.
    #[key(needed)]
    pub imprint: Option<At<ImprintRecord>>,
    /// How to reach the campaign.
    pub contact: Option<At<ContactRecord>>,
    /// How to complain, and what then happens.
    pub complaints: Option<At<ComplaintsRecord>>,
    /// Under which licence the site's data may be used, and whom it must credit.
    pub licence: Option<At<LicenceRecord>>,
    /// The people who enter and check records.
    pub checkers: Option<Vec<At<CheckerRecord>>>,
    /// How many checkers other than the one who entered a mark confirm it; 2 when left out.
    pub checks_required: Option<At<u32>>,
    /// Whether agreement with the campaign is counted; yes when left out.
    pub score: Option<At<bool>>,
    /// Who campaigns, for what, and with whose money.
    pub campaign: Option<At<CampaignRecord>>,
    /// How documents are fetched from the web.
    pub fetch: Option<At<FetchRecord>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
}

/// The imprint that election law asks for: `promoter` and `address`, or `none_because`.
#[derive(Debug, Clone, Record)]
pub struct ImprintRecord {
    /// The promoter's name.
    pub promoter: Option<Field<Text>>,
    /// The promoter's postal address.
    pub address: Option<Field<Text>>,
    /// On whose behalf, when not the promoter's own.
    pub on_behalf_of: Option<Field<Text>>,
    /// Who prints the sheets.
    pub printer: Option<At<PrinterRecord>>,
    /// Why there is no promoter.
    #[key(told = words)]
    pub none_because: Option<Field<Text>>,
}

/// Who prints the sheets.
#[derive(Debug, Clone, Record)]
pub struct PrinterRecord {
    /// The printer's name.
    #[key(needed)]
    pub name: Option<Field<Text>>,
    /// The printer's postal address.
    #[key(needed)]
    pub address: Option<Field<Text>>,
}

/// How to reach the campaign. What is written here is published.
#[derive(Debug, Clone, Record)]
pub struct ContactRecord {
    /// An e-mail address.
    pub email: Option<Field<EmailAddress>>,
    /// A telephone number.
    pub phone: Option<Field<Text>>,
    /// A postal address.
    pub post: Option<Field<Text>>,
    /// A page with a form.
    pub url: Option<Field<WebUrl>>,
    /// Who answers, and how soon.
    #[key(told = words)]
    pub note: Option<Field<Text>>,
}

/// How to complain, and what then happens.
#[derive(Debug, Clone, Record)]
pub struct ComplaintsRecord {
    /// How to send a complaint.
    #[key(needed, told = words)]
    pub how: Option<Field<Text>>,
    /// Within how many days it is answered.
    pub answered_within_days: Option<At<u32>>,
    /// Who looks at it when the answer does not satisfy.
    #[key(told = words)]
    pub then: Option<Field<Text>>,
}

/// The licence of the site's data.
#[derive(Debug, Clone, Record)]
pub struct LicenceRecord {
    /// The licence's name.
    #[key(needed, told = kept)]
    pub name: Option<Field<Text>>,
    /// Its text.
    pub url: Option<Field<WebUrl>>,
    /// Whom the data must credit.
    pub credits: Option<Vec<At<CreditRecord>>>,
}

/// A source of data that must be credited.
#[derive(Debug, Clone, Record)]
pub struct CreditRecord {
    /// Who, and for what.
    #[key(needed, told = kept)]
    pub name: Option<Field<Text>>,
    /// Under which licence.
    #[key(told = kept)]
    pub licence: Option<Field<Text>>,
    /// Where.
    pub url: Option<Field<WebUrl>>,
}

/// Somebody who enters or checks records.
#[derive(Debug, Clone, Record)]
pub struct CheckerRecord {
    /// The id used in `entered_by` and `by`.
    #[key(needed)]
    pub id: Option<Field<Slug>>,
    /// The name that is published.
    #[key(needed)]
    pub name: Option<Field<Text>>,
}

/// The campaign behind the site.
#[derive(Debug, Clone, Record)]
pub struct CampaignRecord {
    /// Who campaigns.
    #[key(told = name)]
    pub name: Option<Field<Text>>,
    /// What the campaign wants.
    #[key(needed, told = words)]
    pub aims: Option<Field<Text>>,
    /// Who pays for it.
    #[key(needed, told = words)]
    pub funders: Option<Field<Text>>,
    /// Which candidates and parties are listed, and by what rule.
    #[key(needed, told = words)]
    pub inclusion_rule: Option<Field<Text>>,
}

/// How documents are fetched from the web.
#[derive(Debug, Clone, Record)]
pub struct FetchRecord {
    /// How the owner of another site reaches whoever fetches from it: an e-mail or web address, sent with each
    /// request. That of `contact` when left out.
    pub contact: Option<Field<Text>>,
    /// Hosts that may be asked although their addresses are not public, by name.
    pub private_hosts: Option<Vec<Field<Text>>>,
    /// Where the archive of leaflets answers; that of electionleaflets.org when left out.
    pub leaflets_api: Option<Field<WebUrl>>,
    /// Where the web archive says whether it has a copy; that of the Wayback Machine when left out.
    pub archive_api: Option<Field<WebUrl>>,
}
