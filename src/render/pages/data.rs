use std::borrow::Cow;

use crate::atoms::{Text, WebUrl};
use crate::messages::{Message, fill, msg};
use crate::model::{DataSource, Dataset};
use crate::plan::DATA_FILES;
use crate::render::context::Context;
use crate::render::parts::{LinkView, phrase};

views! {
    /// The data files.
    DataView<'a> {
        files: Vec<DataFile<'a>>, "The files";
        imported: Vec<ImportedView<'a>>, "Data of others that the site uses";
    }

    /// Data of others that the site uses.
    ImportedView<'a> {
        id: &'a str, "The anchor";
        title: &'a str, "What it is called";
        from: LinkView<'a>, "Who published what, and when";
        licence: String, "The licence, as a sentence";
        credit: &'a str, "The line of attribution";
        permission: Option<&'a str>, "What the site's owner says of the right to publish a part of it";
        counts: Vec<String>, "How many there are of what";
    }

    /// A data file.
    DataFile<'a> {
        name: &'static str, "Its name, in the page's own folder";
        what: Cow<'a, str>, "What it holds";
    }
}

pub(crate) fn view<'a>(cx: &Context<'a>) -> DataView<'a> {
    let files = DATA_FILES.iter().map(|name| DataFile { name, what: cx.words.text(what_is_in(name)) });
    let lists = cx.campaign.elections.iter().filter_map(|election| {
        Some(imported_source(cx, election.id.as_str(), election.name.as_str(), election.source.as_ref()?))
    });
    let imported = lists.chain(cx.campaign.data.iter().map(|d| imported_view(cx, d)));
    DataView { files: files.collect(), imported: imported.collect() }
}

fn imported_view<'a>(cx: &Context<'a>, dataset: &'a Dataset) -> ImportedView<'a> {
    let count = |(of, n): &(Text, u32)| cx.words.with(msg::DATA_COUNT, (fill::n(*n), fill::of(of.as_str())));
    let source = imported_source(cx, dataset.id.as_str(), dataset.title.as_str(), &dataset.source);
    ImportedView { counts: dataset.counts.iter().map(count).collect(), ..source }
}

/// Whose data something was made of.
fn imported_source<'a>(cx: &Context<'a>, id: &'a str, title: &'a str, source: &'a DataSource) -> ImportedView<'a> {
    ImportedView {
        id,
        title,
        from: LinkView::out(phrase::published(cx, source), source.url.as_ref().map(WebUrl::as_str)),
        licence: cx.words.with(msg::LICENCE, fill::name(source.licence.as_str())),
        credit: source.credit.as_str(),
        permission: source.permission.as_deref(),
        counts: Vec::new(),
    }
}

/// The message that says what a data file holds.
fn what_is_in(file: &str) -> Message<()> {
    match file {
        "candidates.csv" => msg::DATA_CANDIDATES,
        "positions.csv" => msg::DATA_POSITIONS,
        "party-lines.csv" => msg::DATA_PARTY_LINES,
        "documents.csv" => msg::DATA_DOCUMENTS,
        "mentions.csv" => msg::DATA_MENTIONS,
        "questions.csv" => msg::DATA_QUESTIONS,
        "put.csv" => msg::DATA_PUT,
        "figures.csv" => msg::DATA_FIGURES,
        "datapackage.json" => msg::DATA_PACKAGE,
        _ => msg::DATA_JSON,
    }
}
