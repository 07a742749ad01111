//! Takes what views are made from, gives the Atom feeds: what changed on the site and on each ballot, and when. Never tells
//! more of a mark than its page does, and keeps its hedges.

mod entry;

use jiff::civil::Date;
use rayon::prelude::*;

use super::context::Context;
use super::located::ElectionAt;
use super::parts::frame;
use super::xml;
use crate::atoms::SitePath;
use crate::diagnostic::Failure;
use crate::messages::{fill, msg};
use crate::model::{Imprint, SiteChange};
use crate::sink::Sink;
use entry::Ids;

/// How many changes the feed of the site tells, and that of a ballot, where less happens between two looks of a reader.
const MOST: usize = 50;
const MOST_OF_BALLOT: usize = 20;

/// A feed: where it stands, what it is called, the page beside which it stands and what changed, as far as it is told.
struct Feed<'a> {
    path: &'a SitePath,
    title: String,
    page: &'a str,
    changes: Vec<SiteChange<'a>>,
}

/// The feeds in one language: of all changes, and of those on each ballot.
pub(super) fn files(cx: &Context<'_>, sink: &dyn Sink) -> Result<(), Failure> {
    if let Some(path) = cx.plan.addresses.feed.as_ref().filter(|path| sink.wants(path)) {
        let title = cx.words.with(msg::FEED_TITLE, fill::site(&cx.campaign.site.title));
        let page = cx.plan.addresses.home.as_str();
        let mut changes = cx.campaign.changes();
        changes.truncate(MOST);
        sink.put(path, &atom(cx, &Feed { path, title, page, changes }))?;
    }
    let ballots: Vec<_> = cx.elections().flat_map(ElectionAt::ballots).collect();
    ballots.par_iter().try_for_each(|at| {
        let Some(path) = at.feed.filter(|path| sink.wants(path)) else { return Ok(()) };
        let area = fill::area(cx.ballot_name(at.election, at.ballot));
        let gaps = (area, fill::election(cx.election_name(at.election)), fill::site(&cx.campaign.site.title));
        let title = cx.words.with(msg::FEED_TITLE_OF, gaps);
        let mut changes = cx.campaign.changes_on(at.election, at.ballot);
        changes.truncate(MOST_OF_BALLOT);
        sink.put(path, &atom(cx, &Feed { path, title, page: at.page, changes }))
    })
}

/// A feed as RFC 4287 has it. Nothing in it depends on when it is made.
fn atom(cx: &Context<'_>, feed: &Feed<'_>) -> Vec<u8> {
    let site = &cx.campaign.site;
    let about = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", cx.edition.language.as_str())];
    xml::document("feed", &about, |to| {
        let own = cx.whole(feed.path.as_str()).unwrap_or_default();
        let (imprint, _) = frame::imprint_text(cx, &site.imprint);
        let as_of = cx.words.with(msg::AS_OF, fill::date(cx.words.day(site.as_of)));
        xml::text(to, "id", &own)?;
        xml::text(to, "title", &feed.title)?;
        xml::text(to, "subtitle", &format!("{imprint} {as_of}"))?;
        xml::text(to, "updated", &updated(feed.changes.first().map_or(site.as_of, |change| change.date.earliest())))?;
        xml::group(to, "author", |author| xml::text(author, "name", of_whom(cx)))?;
        xml::empty(to, "link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", &own)])?;
        let page = cx.whole(feed.page).unwrap_or_default();
        xml::empty(to, "link", &[("rel", "alternate"), ("type", "text/html"), ("href", &page)])?;
        let mut ids = Ids::of(cx);
        feed.changes
            .iter()
            .try_for_each(|change| xml::group(to, "entry", |to| entry::write(cx, change, &ids.next(change), to)))
    })
}

/// Who speaks: the campaign, or who promotes the site.
fn of_whom<'a>(cx: &Context<'a>) -> &'a str {
    let site = &cx.campaign.site;
    let campaign = site.campaign.as_ref().and_then(|campaign| campaign.name.as_ref());
    campaign.map_or_else(
        || match &site.imprint {
            Imprint::Promoter { name, .. } => name.as_str(),
            Imprint::None { .. } => site.title.as_str(),
        },
        |name| name.as_str(),
    )
}

/// A day as Atom writes it. The records know no hours.
fn updated(day: Date) -> String {
    format!("{day}T00:00:00Z")
}
