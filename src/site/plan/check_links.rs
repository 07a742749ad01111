use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::{Event, Parser, Tag};

use super::SitePlan;
use super::footnotes;
use super::kind::PageKind;
use super::links::{Link, Refused};
use crate::atoms::{SitePath, Slug};
use crate::diagnostic::{Code, Diagnostics, FileName, Pos, Ruler};
use crate::load::{Body, MARKDOWN, headings};
use crate::model::Campaign;

/// How many headings are listed for a link that leads to none of a page's.
const LISTED: usize = 20;

/// Looks over the links of a site's Markdown.
pub(super) struct Links<'a> {
    plan: &'a SitePlan,
    /// The files with errors, whose pages may be missing for that reason alone.
    troubled: &'a BTreeSet<FileName>,
    /// Their names in small letters, without the ending.
    stems: BTreeSet<String>,
    /// The anchors of the pages of which all are known: those that are Markdown alone, and the glossary.
    anchors: BTreeMap<&'a SitePath, Anchors>,
}

/// The anchors of a page, and the file in which one is added.
struct Anchors {
    ids: BTreeSet<String>,
    file: FileName,
}

impl Anchors {
    /// Those of a page that is Markdown alone.
    fn of(body: &Body) -> Self {
        Self { ids: headings(&body.text).into_iter().map(|heading| heading.id).collect(), file: body.file.clone() }
    }
}

impl<'a> Links<'a> {
    pub(super) fn of(plan: &'a SitePlan, campaign: &Campaign, troubled: &'a BTreeSet<FileName>) -> Self {
        let pages = campaign.content.pages.iter().filter_map(|page| {
            let path = plan.addresses.prose.get(&page.id)?;
            Some((path, Anchors::of(&page.body)))
        });
        let guides = campaign.content.guides.iter().flat_map(|guide| {
            let path = |part: &Option<Slug>| plan.addresses.guide(&guide.id, part.as_ref());
            guide.pages.iter().filter_map(move |page| Some((path(&page.part)?, Anchors::of(&page.body))))
        });
        let terms = campaign.content.glossary.iter().map(|term| term.id.to_string()).collect();
        let glossary = Anchors { ids: terms, file: "content/glossary.yaml".into() };
        let glossary = (plan.addresses.of_built_in(&PageKind::Glossary), glossary);
        let stems = troubled.iter().filter_map(|file| Some(file.rsplit_once('.')?.0.to_lowercase())).collect();
        Self { plan, troubled, stems, anchors: pages.chain(guides).chain([glossary]).collect() }
    }

    /// Reports links that lead nowhere or could run as script, and HTML that will be shown as text.
    ///
    /// `here` is the page that holds this Markdown and nothing else, when there is one.
    pub(super) fn check(&self, prose: &Body, here: Option<&SitePath>, found: &mut Diagnostics) {
        // The same text stands in the main language, and is looked over there.
        if prose.language.is_some() {
            return;
        }
        let mut ruler = Ruler::of(&prose.text);
        for footnotes::NoteTrouble { at, message, help } in footnotes::troubles(&prose.text) {
            found.push(Code::BrokenLink, &prose.file, place(prose, ruler.place(at)), message, help);
        }
        for (event, range) in Parser::new_ext(&prose.text, MARKDOWN).into_offset_iter() {
            let mut report = |code, message: String, help: &str| {
                found.push(code, &prose.file, place(prose, ruler.place(range.start)), message, help);
            };
            match event {
                Event::Start(Tag::Image { dest_url, .. }) if self.is_elsewhere(&dest_url, &prose.file) => {
                    let message =
                        format!("the picture “{dest_url}” would be fetched from another host by every reader");
                    let help =
                        "link to it instead (without the “!”), or put the picture into the theme's static folder";
                    report(Code::UnsafeLink, message, help);
                }
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    if let Some((code, message, help)) = self.trouble(&dest_url, &prose.file, here) {
                        report(code, message, &help);
                    }
                }
                Event::Html(html) | Event::InlineHtml(html) if !html.trim().starts_with("</") => {
                    let message = "HTML in Markdown is published as text, not as markup";
                    let help = "write it in Markdown, or put it between backticks if you mean to show it";
                    report(Code::RawHtml, message.to_owned(), help);
                }
                _ => {}
            }
        }
    }

    fn is_elsewhere(&self, href: &str, file: &FileName) -> bool {
        matches!(self.plan.follow(href, file), Ok(Link::Web(_))) && !self.plan.guides.is_beside(href, file)
    }

    /// What is wrong with a link, and how to correct it.
    fn trouble(&self, href: &str, file: &FileName, here: Option<&SitePath>) -> Option<(Code, String, String)> {
        let why = match self.plan.follow(href, file) {
            Ok(Link::Page(path, Some(anchor))) => return self.no_anchor(&path, &anchor),
            Ok(Link::Here(anchor)) => return self.no_anchor(here?, &anchor),
            Ok(_) => return None,
            Err(Refused::Unsafe) => {
                let message = format!("the link “{href}” is not a web address, and could run as script");
                return Some((Code::UnsafeLink, message, "link to an http or https address".to_owned()));
            }
            Err(Refused::NoPage(path)) if self.is_troubled(&path) => return None,
            Err(Refused::NoPage(path)) => {
                format!("there is no page /{}", path.as_str().strip_suffix("index.html").unwrap_or(path.as_str()))
            }
            Err(Refused::Broken(why)) => why,
        };
        let help = "name the page's folder from the top of the site, for example /questions/ or /glossary/#term";
        Some((Code::BrokenLink, format!("the link “{href}” leads nowhere: {why}"), help.to_owned()))
    }

    fn no_anchor(&self, path: &SitePath, anchor: &str) -> Option<(Code, String, String)> {
        let Anchors { ids, file } = self.anchors.get(path)?;
        // Every browser takes these two for the top of the page.
        if ids.contains(anchor) || matches!(anchor, "" | "top") || self.troubled.contains(file) {
            return None;
        }
        let known: Vec<String> = ids.iter().take(LISTED).map(|id| format!("#{id}")).collect();
        let more = if ids.len() > LISTED { ", …" } else { "" };
        let (message, help) = if path == self.plan.addresses.of_built_in(&PageKind::Glossary) {
            let help = format!("add it to {file}, or correct the link");
            (format!("the glossary has no term “{anchor}”"), help)
        } else if known.is_empty() {
            (format!("{file} has no heading “{anchor}”, nor any other"), "link to the page alone".to_owned())
        } else {
            let help = format!("its headings are: {}{more}", known.join(", "));
            (format!("{file} has no heading “{anchor}”"), help)
        };
        Some((Code::BrokenLink, message, help))
    }

    /// Whether the file that would make a page holds errors.
    fn is_troubled(&self, path: &SitePath) -> bool {
        let segments: Vec<&str> = path.as_str().split('/').collect();
        let files = match segments[..] {
            ["parties", id, _] => vec![format!("candidates/parties/{id}")],
            ["questions", id, _] => vec![format!("content/questions/{id}")],
            [id, _] => vec![format!("content/pages/{id}"), format!("candidates/{id}/election")],
            [election, ballot, _] => {
                vec![format!("candidates/{election}/{ballot}"), format!("candidates/{election}/election")]
            }
            // A candidacy rests on its ballot and its party, and an id does not tell which.
            [_, _, _, _] => {
                let after = self.stems.range("candidates/".to_owned()..).next();
                return after.is_some_and(|file| file.starts_with("candidates/"));
            }
            _ => Vec::new(),
        };
        files.iter().any(|file| self.stems.contains(file))
    }
}

/// The place in the file of a place in its Markdown.
fn place(prose: &Body, Pos { line, column }: Pos) -> Pos {
    Pos { line: prose.line + line - 1, column }
}
