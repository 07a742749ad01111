use std::borrow::Cow;

use quick_xml::escape::escape;
use tera::Value;

use crate::atoms::{SitePath, Text, WebUrl};
use crate::load::records::{CountRecord, DataSourceRecord};
use crate::messages::{fill, msg};
use crate::model::{Dataset, Election};
use crate::plan::{DataFile, PageKind};
use crate::render::context::Context;
use crate::render::parts::{link, phrase};
use crate::render::view::list;

/// The data files, and the data of others that the site uses.
pub(crate) fn view(cx: &Context<'_>) -> Value {
    let files = DataFile::of(cx.campaign).map(|file| view! { name: file.name(), what: cx.words.text(file.what()) });
    let lists = cx.campaign.elections.iter().filter_map(|election| {
        Some(imported(cx, (election.id.as_str(), &election.name), election.source.as_ref()?, &[]))
    });
    let data = cx.campaign.data.iter();
    let data = data.map(|data| imported(cx, (data.id.as_str(), &data.title), &data.source, counts(data)));

    view! { files: list(files), imported: list(lists.chain(data)), embeds: embeds(cx) }
}

/// The pages that other sites can show, by election, then those of questions; and how to show the first of them, where the site's
/// address is known. Nothing where there are none.
fn embeds(cx: &Context<'_>) -> Option<Value> {
    let pages = cx.plan.pages.iter().filter_map(|(path, kind)| match kind {
        PageKind::BallotEmbed(election, name) => {
            let election = &cx.campaign.elections[election];
            Some((Some(election), path, cx.ballot_name(election, &election.ballots[name])))
        }
        PageKind::QuestionEmbed(id) => Some((None, path, cx.words.told(&cx.campaign.questions[id].ask))),
        _ => None,
    });
    let mut pages: Vec<(Option<&Election>, &SitePath, Cow<'_, str>)> = pages.collect();
    pages.sort_by_key(|(election, ..)| election.is_none());
    let (_, first, title) = pages.first()?;
    let groups = pages.chunk_by(|one, next| one.0.map(|of| &of.id) == next.0.map(|of| &of.id)).map(|pages| {
        let name = match pages[0].0 {
            Some(election) => cx.election_name(election),
            None => cx.words.text(msg::QUESTIONS_TITLE),
        };
        view! { name, seats: list(pages.iter().map(|(_, path, name)| link::to(name.clone(), *path))) }
    });
    let code = cx.canonical(first).map(|address| frame(&address, title));
    Some(view! { groups: list(groups), code })
}

/// The HTML with which another site shows a page.
fn frame(address: &str, title: &str) -> String {
    let title = escape(title);
    format!("<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"600\" loading=\"lazy\"></iframe>")
}

/// How many there are of what in a table, as the import counted.
fn counts(data: &Dataset) -> &[CountRecord] {
    data.imported.as_ref().map_or(&[], |imported| &imported.counts)
}

/// Whose data something was made of, and how many there are of what.
fn imported(cx: &Context<'_>, (id, title): (&str, &Text), source: &DataSourceRecord, counts: &[CountRecord]) -> Value {
    let count = |CountRecord { of, n }: &CountRecord| cx.words.with(msg::DATA_COUNT, (fill::n(*n), fill::of(of)));
    view! {
        id,
        title,
        from: link::out(phrase::published(cx, source), source.url.as_ref().map(WebUrl::as_str)),
        licence: cx.words.with(msg::LICENCE, fill::name(&source.licence)),
        credit: &source.credit,
        // What the site's owner says of the right to publish a part of it.
        permission: source.permission.as_ref(),
        counts: list(counts.iter().map(count)),
    }
}
