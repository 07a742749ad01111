use tera::Value;

use crate::atoms::WebUrl;
use crate::load::records::{
    CampaignRecord, ComplaintsRecord, ContactRecord, DataSourceRecord, LicenceRecord, PrinterRecord,
};
use crate::messages::{Message, fill, msg};
use crate::model::{Imprint, SiteLogo};
use crate::plan::{BUILT_IN, Linked, PageKind};
use crate::render::context::Context;
use crate::render::parts::{link, phrase};
use crate::render::view::list;

/// What every page shows: the same for all, and given to templates as `site`.
pub(crate) fn view(cx: &Context<'_>) -> Value {
    let site = &cx.campaign.site;
    let (imprint, printer) = imprint_text(cx, &site.imprint);
    view! {
        title: &site.title,
        logo: site.logo.as_ref().and_then(|of| logo_view(cx, of)),
        description: site.description.as_ref(),
        // Where the site is served, ending in `/`; without it there are no whole addresses.
        base_url: cx.base_url(),
        imprint,
        printer,
        no_printer: no_printer(cx, &site.imprint),
        as_of: cx.words.with(msg::AS_OF, fill::date(cx.words.day(site.as_of))),
        key: cx.words.with(msg::KEY, fill::checks(site.checks_required)),
        nav: links(cx, |link| if let Linked::Head(words) = link { Some(words) } else { None }),
        more: links(cx, |link| if let Linked::Foot(words) = link { Some(words) } else { None }),
        licence: site.licence.as_ref().map(|licence| licence_view(cx, licence)),
        lists: list(cx.campaign.credited_lists().into_iter().map(list_link)),
        contact: site.contact.as_ref().map(contact_view),
        complaints: site.complaints.as_ref().map(|complaints| complaints_view(cx, complaints)),
        guides: !cx.campaign.content.guides.is_empty(),
        campaign: site.campaign.as_ref().map(campaign_view),
    }
}

/// The logo of the site with that for dark pages, each with where it is from the top of the site and how large it is shown.
fn logo_view(cx: &Context<'_>, SiteLogo { light, dark }: &SiteLogo) -> Option<Value> {
    let [at, dark_at] = &cx.plan.addresses.logos;
    let dark = dark.as_ref().map(|dark| view! { link: dark_at.as_ref(), width: dark.width, height: dark.height });
    Some(view! { link: at.as_ref()?, width: light.width, height: light.height, dark })
}

/// The imprint as it stands on every page, and who prints the sheets.
pub(crate) fn imprint_text(cx: &Context<'_>, imprint: &Imprint) -> (String, Option<String>) {
    match imprint {
        Imprint::None { because } => (cx.words.with(msg::IMPRINT_NONE, fill::because(because)), None),
        Imprint::Promoter { name, address, on_behalf_of, printer } => {
            let (name, address) = (fill::promoter(name), fill::address(address));
            let text = match on_behalf_of {
                Some(behalf) => cx.words.with(msg::IMPRINT_BEHALF, (address, fill::behalf(behalf), name)),
                None => cx.words.with(msg::IMPRINT, (address, name)),
            };
            let printer = printer.as_ref().map(|PrinterRecord { name, address }| {
                let gaps = (fill::address(address), fill::name(name));
                cx.words.with(msg::IMPRINT_PRINTER, gaps)
            });
            (text, printer)
        }
    }
}

/// What a sheet says that has a promoter but no printer: that copies of it must not be handed out.
fn no_printer(cx: &Context<'_>, imprint: &Imprint) -> Option<String> {
    match imprint {
        Imprint::Promoter { printer: None, .. } => Some(cx.words.text(msg::PRINT_NO_PRINTER).into_owned()),
        Imprint::Promoter { printer: Some(_), .. } | Imprint::None { .. } => None,
    }
}

/// Whose list of candidates the site is made of.
fn list_link(source: &DataSourceRecord) -> Value {
    link::out(&phrase::clause(&source.credit), source.url.as_ref().map(WebUrl::as_str))
}

fn licence_view(cx: &Context<'_>, licence: &LicenceRecord) -> Value {
    let credits = licence.credits.iter().map(|credit| {
        let text = match &credit.licence {
            Some(licence) => {
                cx.words.with(msg::CREDIT_LICENCE, (fill::licence(licence), fill::name(&credit.name))).into()
            }
            None => Value::from(&credit.name),
        };
        link::out(text, credit.url.as_ref().map(WebUrl::as_str))
    });
    view! {
        text: cx.words.with(msg::LICENCE, fill::name(&licence.name)),
        url: licence.url.as_ref(),
        credits: list(credits),
    }
}

fn contact_view(of: &ContactRecord) -> Value {
    let (email, phone, post) = (of.email.as_ref(), of.phone.as_ref(), of.post.as_ref());
    view! { email, phone, post, url: of.url.as_ref(), note: of.note.as_ref() }
}

fn campaign_view(of: &CampaignRecord) -> Value {
    view! { name: of.name.as_ref(), aims: &of.aims, funders: &of.funders, inclusion_rule: &of.inclusion_rule }
}

fn complaints_view(cx: &Context<'_>, complaints: &ComplaintsRecord) -> Value {
    let days = complaints.answered_within_days;
    view! {
        how: &complaints.how,
        days: days.map(|days| cx.words.with(msg::COMPLAINTS_DAYS, fill::days(days))),
        then: complaints.then.as_ref(),
    }
}

/// Links to the pages to which `words` gives words; where there is no election, there is nothing to find.
fn links(cx: &Context<'_>, words: fn(Linked) -> Option<Message<()>>) -> Value {
    let any = !cx.campaign.elections.is_empty();
    let kinds = BUILT_IN.iter().filter(|kind| (kind.row().when)(cx.campaign) && (any || **kind != PageKind::Find));
    let link = |kind: &PageKind| {
        let row = kind.row();
        Some(view! { text: cx.words.text(words(row.link)?), link: cx.built_in(kind), section: row.section })
    };
    list(kinds.filter_map(link))
}
