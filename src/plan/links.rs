use pulldown_cmark::{Event, Parser, Tag};

use super::SitePlan;
use super::kind::PageKind;
use crate::atoms::{SitePath, WebUrl};
use crate::diagnostic::{Code, Diagnostics, Pos};
use crate::model::{Campaign, Prose};

/// Where a link in Markdown leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// Another page of the site, and the anchor on it.
    Page(SitePath, Option<String>),
    /// An anchor on the same page.
    Here(String),
    /// Another site.
    Web(WebUrl),
    /// An e-mail address.
    Mail(String),
}

/// Why a link leads nowhere.
enum Refused {
    Broken(String),
    Unsafe,
}

impl SitePlan {
    /// Where a link in Markdown leads; nothing when it was refused.
    ///
    /// Links to pages of the site begin with `/` and name the folder: `/glossary/#wca`.
    #[must_use]
    pub fn resolve(&self, href: &str) -> Option<Link> {
        self.follow(href).ok()
    }

    fn follow(&self, href: &str) -> Result<Link, Refused> {
        if let Some(anchor) = href.strip_prefix('#') {
            return Ok(Link::Here(anchor.to_owned()));
        }
        if let Some(path) = href.strip_prefix('/') {
            return self.page_link(path);
        }
        if let Some(address) = href.strip_prefix("mailto:") {
            return Ok(Link::Mail(address.to_owned()));
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
        if !self.targets.contains(&target) {
            return Err(Refused::Broken(format!("there is no page /{path}")));
        }
        Ok(Link::Page(target, anchor))
    }

    /// Reports links that lead nowhere or could run as script, and HTML that will be shown as text.
    pub(super) fn check_links(&self, prose: &Prose, campaign: &Campaign, found: &mut Diagnostics) {
        for (event, range) in Parser::new(&prose.text).into_offset_iter() {
            let pos = place(prose, range.start);
            match event {
                Event::Start(Tag::Link { dest_url, .. }) => self.check_link(&dest_url, pos, prose, campaign, found),
                Event::Start(Tag::Image { dest_url, .. }) => {
                    if matches!(self.follow(&dest_url), Ok(Link::Web(_))) {
                        let message =
                            format!("the picture “{dest_url}” would be fetched from another host by every reader");
                        let help =
                            "link to it instead (without the “!”), or put the picture into the theme's static folder";
                        found.push(Code::UnsafeLink, &prose.file, pos, message, help);
                    } else {
                        self.check_link(&dest_url, pos, prose, campaign, found);
                    }
                }
                Event::Html(html) | Event::InlineHtml(html) if !html.trim().starts_with("</") => {
                    let message = "HTML in Markdown is published as text, not as markup";
                    let help = "write it in Markdown, or put it between backticks if you mean to show it";
                    found.push(Code::RawHtml, &prose.file, pos, message, help);
                }
                _ => {}
            }
        }
    }

    fn check_link(&self, href: &str, pos: Pos, prose: &Prose, campaign: &Campaign, found: &mut Diagnostics) {
        match self.follow(href) {
            Ok(Link::Page(path, Some(anchor))) => {
                let glossary = *self.addresses.of_built_in(PageKind::Glossary) == path;
                if glossary && !campaign.glossary.iter().any(|term| term.id.as_str() == anchor) {
                    let message = format!("the glossary has no term “{anchor}”");
                    found.push(
                        Code::BrokenLink,
                        &prose.file,
                        pos,
                        message,
                        "add it to content/glossary.yaml, or mend the link",
                    );
                }
            }
            Ok(_) => {}
            Err(Refused::Broken(why)) => {
                let message = format!("the link “{href}” leads nowhere: {why}");
                let help =
                    "name the page's folder from the top of the site, for example /questions/ or /glossary/#term";
                found.push(Code::BrokenLink, &prose.file, pos, message, help);
            }
            Err(Refused::Unsafe) => {
                let message = format!("the link “{href}” is no web address, and could run as script");
                found.push(Code::UnsafeLink, &prose.file, pos, message, "link to an http or https address");
            }
        }
    }
}

/// The place in the file of a byte of its Markdown.
fn place(prose: &Prose, byte: usize) -> Pos {
    let before = &prose.text[..byte];
    let line = u32::try_from(before.matches('\n').count()).unwrap_or(u32::MAX);
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count();
    Pos { line: prose.line + line, column: u32::try_from(column + 1).unwrap_or(u32::MAX) }
}
