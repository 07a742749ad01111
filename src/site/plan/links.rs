use super::SitePlan;
use crate::atoms::{SitePath, WebUrl};
use crate::diagnostic::FileName;

/// Where a link in Markdown leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// Another page of the site in the same language, and the anchor on it.
    Page(SitePath, Option<String>),
    /// What all languages share, or a page in a language that the link names: from the top of the site.
    Shared(SitePath, Option<String>),
    /// An anchor on the same page.
    Here(String),
    /// Another site.
    Web(WebUrl),
    /// An e-mail address.
    Mail(String),
    /// A telephone number, as it is dialled.
    Telephone(String),
    /// A file that is not published: only the words of the link are shown.
    Unpublished,
}

/// Why a link leads nowhere.
pub(super) enum Refused {
    /// No address of a page that could be.
    Broken(String),
    /// The address of a page that is not there.
    NoPage(SitePath),
    /// No web address: it could run as script.
    Unsafe,
}

impl SitePlan {
    /// Where a link in the Markdown of a file leads; nothing when it was refused.
    ///
    /// Links to pages of the site begin with `/` and name the folder: `/glossary/#wca`. Those of guides may name files too.
    #[must_use]
    pub fn resolve(&self, href: &str, from: &FileName) -> Option<Link> {
        self.follow(href, from).ok()
    }

    pub(super) fn follow(&self, href: &str, from: &FileName) -> Result<Link, Refused> {
        if let Some(link) = self.guides.follow(href, from) {
            return Ok(link);
        }
        if let Some(anchor) = href.strip_prefix('#') {
            return Ok(Link::Here(anchor.to_owned()));
        }
        if let Some(path) = href.strip_prefix('/') {
            return self.page_link(path);
        }
        if let Some(address) = href.strip_prefix("mailto:") {
            return Ok(Link::Mail(address.to_owned()));
        }
        if let Some(number) = href.strip_prefix("tel:") {
            return telephone(number).map(Link::Telephone).ok_or_else(|| {
                Refused::Broken("a telephone link needs digits, for example tel:+441632960000".to_owned())
            });
        }
        if href.contains('@') && !href.contains([':', '/']) {
            return Ok(Link::Mail(href.to_owned()));
        }
        match url::Url::parse(href) {
            Ok(url) if matches!(url.scheme(), "http" | "https") => {
                href.parse().map(Link::Web).map_err(|e: crate::atoms::Malformed| Refused::Broken(e.what))
            }
            Ok(_) => Err(Refused::Unsafe),
            Err(_) => Err(Refused::Broken("links to pages of this site begin with “/”".to_owned())),
        }
    }

    fn page_link(&self, path: &str) -> Result<Link, Refused> {
        let (path, anchor) = path.split_once('#').map_or((path, None), |(p, a)| (p, Some(a.to_owned())));
        let path = path.strip_suffix("index.html").unwrap_or(path);
        let full = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        let target = full.parse::<SitePath>().map_err(|e| Refused::Broken(e.what))?;
        if self.is_in_each_language(&target) {
            return Ok(Link::Page(target, anchor));
        }
        if self.targets.contains(&target) || self.is_in_one_language(&target) {
            return Ok(Link::Shared(target, anchor));
        }
        Err(Refused::NoPage(target))
    }

    fn is_in_each_language(&self, target: &SitePath) -> bool {
        self.in_each_language.contains(target)
    }

    /// Whether an address begins with the folder of a language, and goes on to one of its pages.
    fn is_in_one_language(&self, target: &SitePath) -> bool {
        self.editions.iter().filter_map(|edition| edition.within(target)).any(|path| self.is_in_each_language(&path))
    }
}

/// A number as it is dialled: its digits, perhaps after a `+`, with hyphens, dots, spaces and brackets between them.
fn telephone(number: &str) -> Option<String> {
    let number = number.replace("%20", " ");
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let rest = number.strip_prefix('+').unwrap_or(&number);
    let is_number = rest.chars().all(|c| c.is_ascii_digit() || "-. ()".contains(c)) && (3..=15).contains(&digits.len());
    is_number.then(|| if rest.len() < number.len() { format!("+{digits}") } else { digits })
}
