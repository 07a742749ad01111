use hustings_derive::Record;

use super::Translations;
use crate::atoms::{AsOf, BaseUrl, EmailAddress, LanguageTag, Slug, Text, WebUrl};
use crate::country::Country;
use crate::load::field::{At, Field};

/// The site as a whole: `hustings.yaml`.
#[derive(Debug, Clone, Record)]
pub struct SiteRecord {
    /// The site's title.
    #[key(needed, told = words, example = "Pond Lane Asks")]
    pub title: Option<Field<Text>>,
    /// One sentence on what the site is.
    #[key(told = words)]
    pub description: Option<Field<Text>>,
    /// The day on which the records were true; printed on every page. Nothing depends on the day of a build. In a draft, a
    /// site without `base_url`, it may be `today`: `check`, `serve` and `build` then take the day of the run, and a `build`
    /// with an address is refused until somebody writes the day. `--as-of` overrides it.
    #[key(needed, value = "day, or `today`", example = "2031-04-20")]
    pub as_of: Option<Field<AsOf>>,
    /// Where the site will be served. Without it there is no sitemap.
    #[key(example = "https://example.org/")]
    pub base_url: Option<Field<BaseUrl>>,
    /// The site's languages, the main one first; the theme needs words in each. See [translations](#translations).
    #[key(default = "`[en]`", example = "[en, cy]")]
    pub languages: Option<Vec<Field<LanguageTag>>>,
    /// The country whose ways of writing telephone numbers, streets, postcodes and numbers of people the records are looked
    /// over for.
    #[key(default = "`uk`", example = "de")]
    pub country: Option<Field<Country>>,
    /// The theme's name, a folder of `themes/`.
    #[key(default = "`default`", example = "default")]
    pub theme: Option<Field<Slug>>,
    /// Who promotes the site, or why nobody has to be named.
    #[key(needed)]
    pub imprint: Option<At<ImprintRecord>>,
    /// How to reach the campaign.
    pub contact: Option<At<ContactRecord>>,
    /// How to complain, and what then happens.
    pub complaints: Option<At<ComplaintsRecord>>,
    /// Under which licence the data may be used.
    pub licence: Option<At<LicenceRecord>>,
    /// Who enters and checks records.
    pub checkers: Option<Vec<At<CheckerRecord>>>,
    /// How many checkers other than the one who entered a mark confirm it.
    #[key(default = "2", example = "2")]
    pub checks_required: Option<At<u32>>,
    /// Whether agreement with the campaign is counted.
    #[key(default = "true", example = "false")]
    pub score: Option<At<bool>>,
    /// Who campaigns, for what, with whose money.
    pub campaign: Option<At<CampaignRecord>>,
    /// How `hustings fetch` gets documents.
    pub fetch: Option<At<FetchRecord>>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
}

/// The imprint that election law asks for: `promoter` and `address`, or `none_because`.
#[derive(Debug, Clone, Record)]
pub struct ImprintRecord {
    /// The promoter's name.
    #[key(needed = "yes, or `none_because`", example = "Pat Promoter")]
    pub promoter: Option<Field<Text>>,
    /// The promoter's postal address.
    #[key(needed = "yes, or `none_because`")]
    pub address: Option<Field<Text>>,
    /// On whose behalf, when not the promoter's own.
    #[key(example = "Pond Lane Asks")]
    pub on_behalf_of: Option<Field<Text>>,
    /// Who prints the sheets.
    #[key(value = "group with `name` and `address`, both needed")]
    pub printer: Option<At<PrinterRecord>>,
    /// Why there is no promoter.
    #[key(told = words, example = "The election is long past.")]
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
    #[key(example = "hello@example.org")]
    pub email: Option<Field<EmailAddress>>,
    /// A telephone number.
    pub phone: Option<Field<Text>>,
    /// A postal address.
    pub post: Option<Field<Text>>,
    /// A page with a form.
    #[key(example = "https://example.org/write")]
    pub url: Option<Field<WebUrl>>,
    /// Who answers, and how soon.
    #[key(told = words, example = "We read the post on Mondays.")]
    pub note: Option<Field<Text>>,
}

/// How to complain, and what then happens.
#[derive(Debug, Clone, Record)]
pub struct ComplaintsRecord {
    /// How to send a complaint.
    #[key(needed, told = words, example = "Write to us and say which page you mean.")]
    pub how: Option<Field<Text>>,
    /// Within how many days it is answered.
    #[key(example = "5")]
    pub answered_within_days: Option<At<u32>>,
    /// Who looks at it when the answer does not satisfy.
    #[key(told = words)]
    pub then: Option<Field<Text>>,
}

/// The licence of the site's data.
#[derive(Debug, Clone, Record)]
pub struct LicenceRecord {
    /// The licence's name.
    #[key(needed, told = kept, example = "CC BY 4.0")]
    pub name: Option<Field<Text>>,
    /// Its text.
    pub url: Option<Field<WebUrl>>,
    /// Whom the data must credit.
    #[key(value = "list of groups, below")]
    pub credits: Option<Vec<At<CreditRecord>>>,
}

/// A source of data that must be credited.
#[derive(Debug, Clone, Record)]
pub struct CreditRecord {
    /// Who is credited, and for what.
    #[key(needed, told = kept, example = "The returning officer for the list of candidates")]
    pub name: Option<Field<Text>>,
    /// Under which licence.
    #[key(told = kept, example = "CC BY 4.0")]
    pub licence: Option<Field<Text>>,
    /// Where the source is.
    pub url: Option<Field<WebUrl>>,
}

/// Somebody who enters or checks records.
#[derive(Debug, Clone, Record)]
pub struct CheckerRecord {
    /// The id used in `entered_by` and `by`.
    #[key(needed, example = "pat")]
    pub id: Option<Field<Slug>>,
    /// The name that is published.
    #[key(needed, example = "Pat Promoter")]
    pub name: Option<Field<Text>>,
}

/// The campaign behind the site.
#[derive(Debug, Clone, Record)]
pub struct CampaignRecord {
    /// Who campaigns.
    #[key(told = name, example = "Pond Lane Asks")]
    pub name: Option<Field<Text>>,
    /// What the campaign wants.
    #[key(needed, told = words, example = "A clean pond.")]
    pub aims: Option<Field<Text>>,
    /// Who pays for it.
    #[key(needed, told = words, example = "Cake sales.")]
    pub funders: Option<Field<Text>>,
    /// Which candidates and parties are listed, and by what rule.
    #[key(needed, told = words, example = "Everybody on the official list.")]
    pub inclusion_rule: Option<Field<Text>>,
}

/// How documents are fetched from the web.
#[derive(Debug, Clone, Record)]
pub struct FetchRecord {
    /// How the owner of another site reaches you: an e-mail or web address, sent with each request.
    #[key(default = "that of `contact`", example = "https://example.org/write")]
    pub contact: Option<Field<Text>>,
    /// Hosts that may be asked although their addresses are not public.
    #[key(value = "list of names", example = "[intranet.example.org]")]
    pub private_hosts: Option<Vec<Field<Text>>>,
    /// Where the archive of leaflets answers.
    #[key(default = "electionleaflets.org")]
    pub leaflets_api: Option<Field<WebUrl>>,
    /// Where the web archive says whether it has a copy.
    #[key(default = "the Wayback Machine")]
    pub archive_api: Option<Field<WebUrl>>,
}
