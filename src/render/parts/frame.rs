use crate::atoms::WebUrl;
use crate::messages::{Message, fill, msg};
use crate::model::{CampaignInfo, Contact, DataSource, Imprint, Licence};
use crate::plan::{BUILT_IN, Linked, PageKind};
use crate::render::context::Context;
use crate::render::parts::LinkView;

views! {
    /// What every page shows: the same for all, and given to templates as `site`.
    SiteView<'a> {
        title: &'a str, "The title";
        description: Option<&'a str>, "One sentence on what the site is";
        base_url: Option<&'a str>, "Where the site is served, ending in `/`; without it there are no whole addresses";
        imprint: String, "The imprint, as sentences";
        printer: Option<String>, "Who prints the sheets, as a sentence";
        no_printer: Option<String>,
            "What a sheet says that has a promoter but no printer: that copies of it must not be handed out";
        as_of: String, "The day of the records, as a sentence";
        key: String, "What a filled box means";
        nav: Vec<NavView<'a>>, "The links at the head of every page";
        more: Vec<NavView<'a>>, "The links at the foot of every page";
        licence: Option<LicenceView<'a>>, "The licence of the data";
        lists: Vec<LinkView<'a>>,
            "Whose lists of candidates the site is made of, as far as the licence does not credit them already";
        contact: Option<&'a Contact>, "How to reach the campaign";
        complaints: Option<ComplaintsView<'a>>, "How to complain";
        campaign: Option<&'a CampaignInfo>, "The campaign behind the site";
    }

    /// A link at the head or foot of every page.
    NavView<'a> {
        text: String, "Its words";
        link: &'a str, "The page";
        section: &'static str, "The part of the site to which it leads, as in `page.section`";
    }

    /// The licence of the data.
    LicenceView<'a> {
        text: String, "The licence, as a sentence";
        url: Option<&'a str>, "Its text";
        credits: Vec<LinkView<'a>>, "Whom the data credits";
    }

    /// How to complain.
    ComplaintsView<'a> {
        how: &'a str, "How to send a complaint";
        days: Option<String>, "Within how many days it is answered, as a sentence";
        then: Option<&'a str>, "Who looks at it next";
    }
}

pub(crate) fn view<'a>(cx: &Context<'a>) -> SiteView<'a> {
    let site = &cx.campaign.site;
    let (imprint, printer) = imprint_text(cx, &site.imprint);
    SiteView {
        title: site.title.as_str(),
        description: site.description.as_deref(),
        base_url: cx.base_url(),
        imprint,
        printer,
        no_printer: no_printer(cx, &site.imprint),
        as_of: cx.words.with(msg::AS_OF, fill::date(cx.words.day(site.as_of))),
        key: cx.words.with(msg::KEY, fill::checks(site.checks_required)),
        nav: links(cx, |link| if let Linked::Head(words) = link { Some(words) } else { None }),
        more: links(cx, |link| if let Linked::Foot(words) = link { Some(words) } else { None }),
        licence: site.licence.as_ref().map(|licence| licence_view(cx, licence)),
        lists: credited_lists(cx),
        contact: site.contact.as_ref(),
        complaints: complaints_view(cx),
        campaign: site.campaign.as_ref(),
    }
}

fn imprint_text(cx: &Context<'_>, imprint: &Imprint) -> (String, Option<String>) {
    match imprint {
        Imprint::None { because } => (cx.words.with(msg::IMPRINT_NONE, fill::because(because.as_str())), None),
        Imprint::Promoter { name, address, on_behalf_of, printer } => {
            let (name, address) = (fill::promoter(name.as_str()), fill::address(address.as_str()));
            let text = match on_behalf_of {
                Some(behalf) => cx.words.with(msg::IMPRINT_BEHALF, (address, fill::behalf(behalf.as_str()), name)),
                None => cx.words.with(msg::IMPRINT, (address, name)),
            };
            let printer = printer.as_ref().map(|(name, address)| {
                let gaps = (fill::address(address.as_str()), fill::name(name.as_str()));
                cx.words.with(msg::IMPRINT_PRINTER, gaps)
            });
            (text, printer)
        }
    }
}

fn no_printer(cx: &Context<'_>, imprint: &Imprint) -> Option<String> {
    match imprint {
        Imprint::Promoter { printer: None, .. } => Some(cx.words.text(msg::PRINT_NO_PRINTER).into_owned()),
        Imprint::Promoter { printer: Some(_), .. } | Imprint::None { .. } => None,
    }
}

fn credited_lists<'a>(cx: &Context<'a>) -> Vec<LinkView<'a>> {
    let sources = cx.campaign.credited_lists();
    let link = |source: &'a DataSource| {
        let credit = source.credit.as_str().trim_end_matches('.');
        LinkView::out(credit.to_owned(), source.url.as_ref().map(WebUrl::as_str))
    };
    sources.into_iter().map(link).collect()
}

fn licence_view<'a>(cx: &Context<'a>, licence: &'a Licence) -> LicenceView<'a> {
    let credits = licence.credits.iter().map(|credit| {
        let name = credit.name.as_str();
        let text = credit
            .licence
            .as_ref()
            .map(|licence| cx.words.with(msg::CREDIT_LICENCE, (fill::licence(licence.as_str()), fill::name(name))));
        LinkView::out(text.unwrap_or_else(|| name.to_owned()), credit.url.as_ref().map(WebUrl::as_str))
    });
    LicenceView {
        text: cx.words.with(msg::LICENCE, fill::name(licence.name.as_str())),
        url: licence.url.as_ref().map(WebUrl::as_str),
        credits: credits.collect(),
    }
}

fn complaints_view<'a>(cx: &Context<'a>) -> Option<ComplaintsView<'a>> {
    let complaints = cx.campaign.site.complaints.as_ref()?;
    let days = complaints.answered_within_days;
    Some(ComplaintsView {
        how: complaints.how.as_str(),
        days: days.map(|days| cx.words.with(msg::COMPLAINTS_DAYS, fill::days(days))),
        then: complaints.then.as_deref(),
    })
}

/// Links to the pages to which `words` gives words; where there is no election, there is nothing to find.
fn links<'a>(cx: &Context<'a>, words: fn(Linked) -> Option<Message<()>>) -> Vec<NavView<'a>> {
    let any = !cx.campaign.elections.is_empty();
    let kinds = BUILT_IN.iter().filter(|kind| any || **kind != PageKind::Find);
    let link = |kind: &PageKind| {
        let row = kind.row();
        let text = cx.words.text(words(row.link)?).into_owned();
        Some(NavView { text, link: cx.built_in(*kind), section: row.section })
    };
    kinds.filter_map(link).collect()
}
