use crate::atoms::SitePath;
use crate::messages::{fill, msg};
use crate::render::context::Context;
use crate::render::pages::PageView;

views! {
    /// Where a page that has moved is now.
    #[derive(Clone)]
    RedirectView {
        link: String, "The link from the old page, ready to be used";
        text: String, "The new page's title";
        canonical: Option<String>, "The new page's whole address, when the site's is known";
    }
}

/// The head of a page that only leads on to another.
pub(crate) fn head<'a>(cx: &Context<'a>, path: &'a SitePath, target: &PageView<'a>) -> PageView<'a> {
    let from = || fill::from(path.as_str().trim_end_matches("index.html").trim_end_matches('/'));
    let title = cx.words.with(msg::REDIRECT_TITLE_OF, from());
    let site = cx.campaign.site.title.as_str();
    PageView {
        full_title: cx.words.with(msg::PAGE_TITLE, (fill::page(title.as_str()), fill::site(site))),
        title,
        description: cx.words.with(msg::REDIRECT_DESCRIPTION, (from(), fill::title(target.title.as_str()))),
        path: path.as_str(),
        lang: target.lang,
        root: path.to_root(),
        base: cx.edition.place(path).to_root(),
        languages: Vec::new(),
        section: "",
        kind: "redirect",
        fictional: target.fictional,
        canonical: None,
    }
}
