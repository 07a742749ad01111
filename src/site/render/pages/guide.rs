use tera::Value;

use crate::atoms::{SitePath, Slug};
use crate::messages::{fill, msg};
use crate::model::{Guide, GuidePage};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::parts::body::{Up, html_of};
use crate::render::parts::link;
use crate::render::view::list;

/// A page's own title, and one sentence for search engines. That of a part names its guide, since many guides have parts that are
/// called alike.
pub(crate) fn title(cx: &Context<'_>, guide: &Guide, part: Option<&Slug>) -> (String, String) {
    let page = guide.page(part);
    let title = match part {
        Some(_) => {
            let gaps = (fill::guide(&guide.title), fill::part(&page.title));
            cx.words.with(msg::GUIDE_PART_TITLE, gaps)
        }
        None => cx.words.told(&guide.title).into_owned(),
    };
    let description =
        if page.description == page.title { title.clone() } else { cx.words.told(&page.description).into_owned() };
    (title, description)
}

/// The list of all guides.
pub(crate) fn list_of_all(cx: &Context<'_>) -> Value {
    let item = |guide: &Guide| {
        let description = &guide.pages[0].description;
        view! { title: &guide.title, link: address(cx, guide, None), description: (*description != guide.title).then_some(description) }
    };
    view! { list: list(cx.campaign.content.guides.iter().map(item)) }
}

/// A guide, or one of its parts.
pub(crate) fn view(cx: &Context<'_>, guide: &Guide, part: Option<&Slug>, up: &Up) -> Value {
    let page = guide.page(part);
    let kind = PageKind::Guide(guide.id.clone(), part.cloned());
    let above = match part {
        Some(_) => link::to(&guide.title, address(cx, guide, None)),
        None => link::to(cx.words.text(msg::GUIDES_TITLE).as_ref(), cx.built_in(&PageKind::Guides)),
    };
    let parts = guide.pages.iter().filter(|page| page.part.is_some());
    let to_part = |page: &GuidePage| link::to(&page.title, address(cx, guide, page.part.as_ref()));
    view! {
        up: above,
        title: &page.title,
        body: html_of(cx, &kind, &page.body, up),
        parts: list(parts.map(to_part)),
    }
}

fn address<'a>(cx: &Context<'a>, guide: &Guide, part: Option<&Slug>) -> &'a str {
    cx.plan.addresses.guide(&guide.id, part).map_or("", SitePath::as_str)
}
