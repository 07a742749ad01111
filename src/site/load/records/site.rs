use hustings_derive::Record;

use super::Translations;
use crate::atoms::{AsOf, BaseUrl, Colour, EmailAddress, LanguageTag, PartialDate, PictureName, Slug, Text, WebUrl};
use crate::country::Country;
use crate::load::field::At;

/// The site as a whole: `hustings.yaml`.
#[derive(Debug, Clone, Record)]
pub struct SiteRecord {
    /// The site's title.
    #[key(needed, told = words, example = "Pond Lane Asks")]
    pub title: Option<At<Text>>,
    /// One sentence on what the site is.
    #[key(told = words)]
    pub description: Option<At<Text>>,
    /// The day on which the records were true; printed on every page. Nothing depends on the day of a build. In a draft, a
    /// site without `base_url`, it may be `today`: `check`, `serve` and `build` then take the day of the run, and a `build`
    /// with an address is refused until somebody writes the day. `--as-of` overrides it.
    #[key(needed, value = "day, or `today`", example = "2031-04-20")]
    pub as_of: Option<At<AsOf>>,
    /// Where the site will be served. Without it there are no sitemap and no feeds.
    #[key(example = "https://example.org/")]
    pub base_url: Option<BaseUrl>,
    /// The site's languages, the main one first; the theme needs words in each. See [translations](#translations).
    #[key(default = "`[en]`", example = "[en, cy]")]
    pub languages: Vec<At<LanguageTag>>,
    /// The country whose ways of writing telephone numbers, streets, postcodes and numbers of people the records are looked
    /// over for, and by whose clock events are put into calendars.
    #[key(default = "`uk`", or = Country::Uk, example = "de")]
    pub country: Country,
    /// The theme's name, a folder of `themes/`.
    #[key(default = "`default`", example = "default")]
    pub theme: Option<At<Slug>>,
    /// The colour of the thick rules at the head and the foot of every page and beside its first sentence, in quotes. On dark pages it is
    /// made lighter where it has to be. Words and marks keep their own colours.
    #[key(default = "black, on dark pages white", example = "\"#0a6b57\"")]
    pub accent: Option<At<Colour>>,
    /// Whether ballots, questions, parties and people have a picture for whoever shares their page; only with `base_url`. It
    /// holds what is confirmed and nothing else, the day of the records and the imprint. See [sharing](sharing.md).
    #[key(default = "false", example = "true")]
    pub share_pictures: bool,
    /// The site's logo, an SVG or PNG in `content/pictures/`, shown beside its name at the head of every page. See [the logo](#the-logo).
    #[key(value = "name of a file", example = "logo.svg")]
    pub logo: Option<At<PictureName>>,
    /// The same for dark pages.
    #[key(value = "name of a file", default = "that of `logo`", example = "logo-dark.svg")]
    pub logo_dark: Option<At<PictureName>>,
    /// Who promotes the site, or why nobody has to be named.
    #[key(needed)]
    pub imprint: Option<At<ImprintRecord>>,
    /// How to reach the campaign.
    pub contact: Option<ContactRecord>,
    /// How to complain, and what then happens.
    pub complaints: Option<ComplaintsRecord>,
    /// Under which licence the data may be used.
    pub licence: Option<LicenceRecord>,
    /// Who enters and checks records.
    pub checkers: Vec<CheckerRecord>,
    /// How many checkers other than the one who entered a mark confirm it.
    #[key(default = "2", example = "2")]
    pub checks_required: Option<At<u32>>,
    /// Whether agreement with the campaign is counted.
    #[key(default = "true", or = true, example = "false")]
    pub score: bool,
    /// Whether the tables of ballots and questions are there for other sites to show: a page each in the folder `embed/`, and
    /// on the page of the data files how to show one.
    #[key(default = "false", example = "true")]
    pub embed: bool,
    /// Whether the photographs of candidates are shown on their pages.
    #[key(default = "false", example = "true")]
    pub photographs: bool,
    /// Who campaigns, for what, with whose money.
    pub campaign: Option<CampaignRecord>,
    /// How `hustings fetch` gets documents.
    #[key(or = FetchRecord::default())]
    pub fetch: FetchRecord,
    /// Who keeps the forms on which people tell what happened to them. Without it there is no form to print. See [reports](#report).
    pub reports: Option<FormsRecord>,
    /// Texts for those who help or want to know how it is done: a folder of Markdown files that are pages of the site too. See
    /// [guides](#guide).
    pub guides: Option<GuidesRecord>,
    /// The texts in further languages.
    pub translations: Option<Translations>,
}

/// The imprint that election law asks for: `promoter` and `address`, or `none_because`.
#[derive(Debug, Clone, Record)]
pub struct ImprintRecord {
    /// The promoter's name.
    #[key(needed = "yes, or `none_because`", example = "Pat Promoter")]
    pub promoter: Option<At<Text>>,
    /// The promoter's postal address.
    #[key(needed = "yes, or `none_because`")]
    pub address: Option<At<Text>>,
    /// On whose behalf, when not the promoter's own.
    #[key(example = "Pond Lane Asks")]
    pub on_behalf_of: Option<Text>,
    /// Who prints the sheets.
    #[key(value = "group with `name` and `address`, both needed")]
    pub printer: Option<PrinterRecord>,
    /// Why there is no promoter.
    #[key(told = words, example = "The election is long past.")]
    pub none_because: Option<At<Text>>,
}

/// Who prints the sheets.
#[derive(Debug, Clone, Record)]
pub struct PrinterRecord {
    /// The printer's name.
    pub name: Text,
    /// The printer's postal address.
    pub address: Text,
}

/// How to reach the campaign. What is written here is published.
#[derive(Debug, Clone, Record)]
pub struct ContactRecord {
    /// An e-mail address.
    #[key(example = "hello@example.org")]
    pub email: Option<EmailAddress>,
    /// A telephone number.
    pub phone: Option<Text>,
    /// A postal address.
    pub post: Option<Text>,
    /// A page with a form.
    #[key(example = "https://example.org/write")]
    pub url: Option<WebUrl>,
    /// Who answers, and how soon.
    #[key(told = words, example = "We read the post on Mondays.")]
    pub note: Option<At<Text>>,
}

/// How to complain, and what then happens.
#[derive(Debug, Clone, Record)]
pub struct ComplaintsRecord {
    /// How to send a complaint.
    #[key(told = words, example = "Write to us and say which page you mean.")]
    pub how: At<Text>,
    /// Within how many days it is answered.
    #[key(example = "5")]
    pub answered_within_days: Option<u32>,
    /// Who looks at it when the answer does not satisfy.
    #[key(told = words)]
    pub then: Option<At<Text>>,
}

/// The licence of the site's data.
#[derive(Debug, Clone, Record)]
pub struct LicenceRecord {
    /// The licence's name.
    #[key(told = kept, example = "CC BY 4.0")]
    pub name: Text,
    /// Its text.
    pub url: Option<WebUrl>,
    /// Whom the data must credit.
    #[key(value = "list of groups, below")]
    pub credits: Vec<CreditRecord>,
}

/// A source of data that must be credited.
#[derive(Debug, Clone, Record)]
pub struct CreditRecord {
    /// Who is credited, and for what.
    #[key(told = kept, example = "The returning officer for the list of candidates")]
    pub name: Text,
    /// Under which licence.
    #[key(told = kept, example = "CC BY 4.0")]
    pub licence: Option<Text>,
    /// Where the source is.
    pub url: Option<WebUrl>,
}

/// Somebody who enters or checks records.
#[derive(Debug, Clone, Record)]
pub struct CheckerRecord {
    /// The id used in `entered_by` and `by`.
    #[key(example = "pat")]
    pub id: At<Slug>,
    /// The name that is published.
    #[key(example = "Pat Promoter")]
    pub name: Text,
}

/// The campaign behind the site.
#[derive(Debug, Clone, Record)]
pub struct CampaignRecord {
    /// Who campaigns.
    #[key(told = name, example = "Pond Lane Asks")]
    pub name: Option<Text>,
    /// What the campaign wants.
    #[key(told = words, example = "A clean pond.")]
    pub aims: At<Text>,
    /// Who pays for it.
    #[key(told = words, example = "Cake sales.")]
    pub funders: At<Text>,
    /// Which candidates and parties are listed, and by what rule.
    #[key(told = words, example = "Everybody on the official list.")]
    pub inclusion_rule: At<Text>,
}

/// How documents are fetched from the web.
#[derive(Debug, Clone, Default, Record)]
pub struct FetchRecord {
    /// How the owner of another site reaches you: an e-mail or web address, sent with each request.
    #[key(default = "that of `contact`", example = "https://example.org/write")]
    pub contact: Option<Text>,
    /// Hosts that may be asked although their addresses are not public.
    #[key(value = "list of names", example = "[intranet.example.org]")]
    pub private_hosts: Vec<Text>,
    /// Where the archive of leaflets answers.
    #[key(default = "electionleaflets.org")]
    pub leaflets_api: Option<WebUrl>,
    /// Where the web archive says whether it has a copy.
    #[key(default = "the Wayback Machine")]
    pub archive_api: Option<WebUrl>,
}

/// Who keeps the forms that people fill in on paper. All of it is printed on the form.
#[derive(Debug, Clone, Record)]
pub struct FormsRecord {
    /// Who answers for what is done with them: the data controller.
    #[key(told = kept, example = "Pond Lane Asks")]
    pub controller: At<Text>,
    /// Where they go. It is published.
    #[key(told = kept, example = "PO Box 1, Example Town")]
    pub address: At<Text>,
    /// Until when they are kept.
    #[key(value = "day", example = "2031-12-31")]
    pub kept_until: At<PartialDate>,
    /// Who reads them.
    #[key(told = words, example = "Two volunteers read them. Nobody else does.")]
    pub who_reads: At<Text>,
}

/// The folder whose Markdown files are pages of the site too, and how they are shown.
#[derive(Debug, Clone, Record)]
pub struct GuidesRecord {
    /// The folder, beside `hustings.yaml`.
    #[key(value = "name of a folder", example = "docs")]
    pub folder: At<Slug>,
    /// Which stand first on the list of guides, by the names of their files without the ending. The others follow by title.
    #[key(example = "[welcome, letters]")]
    pub order: Vec<At<Slug>>,
    /// Which are too long for one page: each heading of their second level begins a page of its own.
    #[key(example = "[handbook]")]
    pub in_parts: Vec<At<Slug>>,
    /// Where everybody can read the site's folder, such as its repository: links from a guide to other files lead there. Without
    /// it only the words of such a link are shown.
    #[key(example = "https://example.org/pond/files/")]
    pub source_url: Option<BaseUrl>,
}
