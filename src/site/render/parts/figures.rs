use tera::Value;

use crate::atoms::{FigureUnit, WebUrl};
use crate::figures::{Amount, Compared, FEWEST_PEOPLE, Figure};
use crate::messages::{fill, msg};
use crate::model::{Ballot, Dataset, Election, Figures};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::language::Speech;
use crate::render::parts::{link, phrase};
use crate::render::view::list;

/// What imported tables say of a ballot's area.
pub(crate) fn of_area(cx: &Context<'_>, election: &Election, ballot: &Ballot) -> Value {
    let all = cx.campaign.figures_of(election, ballot);
    list(all.map(|(dataset, figures, figure)| figure_view(cx, (election, ballot), dataset, figures, figure)))
}

fn figure_view(
    cx: &Context<'_>,
    (election, ballot): (&Election, &Ballot),
    dataset: &Dataset,
    figures: &Figures,
    figure: Figure,
) -> Value {
    let words = cx.words_of(election);
    let url = dataset.source.url.as_ref().map(WebUrl::as_str);
    let from = phrase::published(cx, &dataset.source);
    let source = match url {
        Some(_) => link::out(from, url),
        None => link::to(from, format!("{}#{}", cx.built_in(&PageKind::Data), dataset.id)),
    };
    view! {
        says: figure_says(cx, ballot, dataset, figures, figure),
        compared: figures.spread.compare(figure).map(|compared| compared_text(words, compared)),
        // Nothing where a drawing could betray a small number of people.
        bar: bar(cx, words, figures, figure),
        source,
        credit: &dataset.source.credit,
    }
}

fn figure_says(cx: &Context<'_>, ballot: &Ballot, dataset: &Dataset, figures: &Figures, figure: Figure) -> String {
    let Some(value) = value_text(cx, figures, figure) else {
        let gaps = (fill::area(&ballot.area), fill::title(&dataset.title));
        return cx.words.with(msg::FIGURE_NONE, gaps);
    };
    let one = figures.says_one.as_ref().filter(|_| figure == Figure::Known(Amount::whole(1)));
    let gaps = (
        fill::area(&ballot.area),
        fill::date(cx.words.date(figures.date)),
        fill::says(one.unwrap_or(&figures.says)),
        fill::value(value),
    );
    cx.words.with(if figures.date.as_day().is_some() { msg::FIGURE_ON } else { msg::FIGURE_IN }, gaps)
}

fn compared_text(words: Speech<'_>, compared: Compared) -> String {
    match compared {
        Compared::More(n) => words.with(msg::FIGURE_MORE, fill::n(n)),
        Compared::Less(n) => words.with(msg::FIGURE_LESS, fill::n(n)),
        Compared::Middle => words.text(msg::FIGURE_MIDDLE).into_owned(),
    }
}

/// A bar beside the greatest figure of all areas, and where the one in the middle of all ends: in percent.
fn bar(cx: &Context<'_>, words: Speech<'_>, figures: &Figures, figure: Figure) -> Option<Value> {
    let (areas, middle) = (figures.spread.areas(), figures.spread.middle());
    let (Figure::Known(own), Some(Figure::Known(greatest))) = (figure, figures.spread.greatest()) else {
        return None;
    };
    let length = |amount: Amount| {
        let share = amount.share_of(greatest);
        format!("{}.{}%", share / 10, share % 10)
    };
    let (mut means, mut ends) = (words.with(msg::FIGURE_BAR, fill::n(areas)), None);
    if let Some(Figure::Known(amount)) = middle {
        let value = value_text(cx, figures, Figure::Known(amount))?;
        ends = Some(length(amount));
        means += &format!(" {}", words.with(msg::FIGURE_BAR_MIDDLE, fill::middle(value)));
    }
    (areas > 1).then(|| view! { length: length(own), middle: ends, means })
}

/// A figure in words, with its unit; nothing when none is published.
fn value_text(cx: &Context<'_>, figures: &Figures, figure: Figure) -> Option<String> {
    let amount = match figure {
        Figure::NotPublished => return None,
        Figure::Few => return Some(cx.words.with(msg::FIGURE_FEW, fill::n(FEWEST_PEOPLE))),
        Figure::Known(amount) => amount,
    };
    Some(amount_text(cx, amount, *figures.unit, figures.rounded))
}

/// A whole number in words, with its unit; a small one of people only says that it is small.
pub(crate) fn counted(cx: &Context<'_>, n: u32, unit: FigureUnit, is_rounded: bool) -> String {
    match unit {
        FigureUnit::People if n < FEWEST_PEOPLE => cx.words.with(msg::FIGURE_FEW, fill::n(FEWEST_PEOPLE)),
        _ => amount_text(cx, Amount::whole(n), unit, is_rounded),
    }
}

fn amount_text(cx: &Context<'_>, amount: Amount, unit: FigureUnit, is_rounded: bool) -> String {
    let (shown, least) = number(amount, unit);
    let value = match unit {
        FigureUnit::People | FigureUnit::Count => shown,
        FigureUnit::Percent => cx.words.with(msg::FIGURE_PERCENT, fill::n(shown)),
        FigureUnit::Pounds => cx.words.with(msg::FIGURE_POUNDS, fill::n(shown)),
    };
    match (least, is_rounded) {
        (true, _) => cx.words.with(msg::FIGURE_BELOW, fill::value(value)),
        (false, true) => cx.words.with(msg::FIGURE_ABOUT, fill::value(value)),
        (false, false) => value,
    }
}

/// A number as people write it, and whether it is in truth less than that: a little that would round to nothing.
fn number(amount: Amount, unit: FigureUnit) -> (String, bool) {
    let (places, least) = match unit {
        FigureUnit::Percent => (1, "0.1"),
        FigureUnit::People | FigureUnit::Count | FigureUnit::Pounds => (2, "0.01"),
    };
    let nothing = Amount::whole(0);
    let rounded = amount.rounded(places);
    if rounded == nothing && amount > nothing {
        return (least.to_owned(), true);
    }
    let plain = rounded.to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let fraction = match (unit, fraction) {
        (_, "") => String::new(),
        // Pence have two digits.
        (FigureUnit::Pounds, _) => format!(".{fraction:0<2}"),
        _ => format!(".{fraction}"),
    };
    (phrase::grouped(whole) + &fraction, false)
}
