use tera::Value;

use crate::atoms::{Text, WebUrl};
use crate::load::records::{CountRecord, DataSourceRecord};
use crate::messages::{fill, msg};
use crate::model::Dataset;
use crate::plan::DataFile;
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

    view! { files: list(files), imported: list(lists.chain(data)) }
}

/// How many there are of what in a table, as the import counted.
fn counts(data: &Dataset) -> &[CountRecord] {
    data.imported.as_ref().map_or(&[], |imported| &imported.counts)
}

/// Whose data something was made of, and how many there are of what.
fn imported(cx: &Context<'_>, (id, title): (&str, &Text), source: &DataSourceRecord, counts: &[CountRecord]) -> Value {
    let count =
        |CountRecord { of, n }: &CountRecord| cx.words.with(msg::DATA_COUNT, (fill::n(*n), fill::of(of.as_str())));
    view! {
        id,
        title,
        from: link::out(phrase::published(cx, source), source.url.as_ref().map(WebUrl::as_str)),
        licence: cx.words.with(msg::LICENCE, fill::name(source.licence.as_str())),
        credit: &source.credit,
        // What the site's owner says of the right to publish a part of it.
        permission: source.permission.as_ref(),
        counts: list(counts.iter().map(count)),
    }
}
