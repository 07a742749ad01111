use serde::Serialize;

use super::{LinkView, Source};
use crate::atoms::{FigureUnit, WebUrl};
use crate::figures::{Amount, Compared, FEWEST_PEOPLE, Figure};
use crate::model::{Ballot, Dataset, Figures};
use crate::plan::PageKind;

/// A figure of a ballot's area, in words and as a bar.
#[derive(Debug, Serialize)]
pub struct FigureView<'a> {
    /// How much of what, where and when.
    pub says: String,
    /// How it compares with all other areas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compared: Option<String>,
    /// The same as a drawing; nothing where it could betray a small number of people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bar: Option<BarView>,
    /// Who published it, and when.
    pub source: LinkView<'a>,
    /// The line of attribution.
    pub credit: &'a str,
}

/// A bar beside the greatest figure of all areas.
#[derive(Debug, Serialize)]
pub struct BarView {
    /// How long it is, in percent of the greatest.
    pub length: String,
    /// Where the figure in the middle of all ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub middle: Option<String>,
    /// What the drawing means.
    pub means: String,
}

impl<'a> Source<'a> {
    /// What imported tables say of a ballot's area.
    pub(super) fn figures(&self, e: usize, ballot: &'a Ballot) -> Vec<FigureView<'a>> {
        let all = self.campaign.figures_of(&self.campaign.elections[e], ballot);
        all.map(|(dataset, figures, figure)| self.figure(ballot, dataset, figures, figure)).collect()
    }

    fn figure(&self, ballot: &Ballot, dataset: &'a Dataset, figures: &Figures, figure: Figure) -> FigureView<'a> {
        let url = dataset.source.url.as_ref().map(WebUrl::as_str);
        let from = self.from(&dataset.source);
        let source = match url {
            Some(_) => LinkView::out(from, url),
            None => LinkView::to(from, format!("{}#{}", self.built_in(PageKind::Data), dataset.id)),
        };
        FigureView {
            says: self.figure_says(ballot, dataset, figures, figure),
            compared: figures.spread.compare(figure).map(|compared| self.compared(compared)),
            bar: self.bar(figures, figure),
            source,
            credit: dataset.source.credit.as_str(),
        }
    }

    fn figure_says(&self, ballot: &Ballot, dataset: &Dataset, figures: &Figures, figure: Figure) -> String {
        let Some(value) = self.value(figures, figure) else {
            let gaps = [("area", ballot.area.as_str().into()), ("title", dataset.title.as_str().into())];
            return self.words.with("figure-none", gaps);
        };
        let one = figures.says_one.as_ref().filter(|_| figure == Figure::Known(Amount::whole(1)));
        let gaps = [
            ("area", ballot.area.as_str().into()),
            ("value", value.into()),
            ("says", one.unwrap_or(&figures.says).as_str().into()),
            ("date", self.words.date(figures.date).into()),
        ];
        self.words.with(if figures.date.as_day().is_some() { "figure-on" } else { "figure-in" }, gaps)
    }

    fn compared(&self, compared: Compared) -> String {
        match compared {
            Compared::More(n) => self.words.with("figure-more", [("n", n.into())]),
            Compared::Less(n) => self.words.with("figure-less", [("n", n.into())]),
            Compared::Middle => self.words.text("figure-middle").into_owned(),
        }
    }

    fn bar(&self, figures: &Figures, figure: Figure) -> Option<BarView> {
        let (areas, middle) = (figures.spread.areas(), figures.spread.middle());
        let (Figure::Known(own), Some(Figure::Known(greatest))) = (figure, figures.spread.greatest()) else {
            return None;
        };
        let length = |amount: Amount| {
            let share = amount.share_of(greatest);
            format!("{}.{}%", share / 10, share % 10)
        };
        let mut bar =
            BarView { length: length(own), middle: None, means: self.words.with("figure-bar", [("n", areas.into())]) };
        if let Some(Figure::Known(amount)) = middle {
            let value = self.value(figures, Figure::Known(amount))?;
            bar.middle = Some(length(amount));
            bar.means += &format!(" {}", self.words.with("figure-bar-middle", [("middle", value.into())]));
        }
        (areas > 1).then_some(bar)
    }

    /// A figure in words, with its unit; nothing when none is published.
    fn value(&self, figures: &Figures, figure: Figure) -> Option<String> {
        let amount = match figure {
            Figure::NotPublished => return None,
            Figure::Few => return Some(self.words.with("figure-few", [("n", FEWEST_PEOPLE.into())])),
            Figure::Known(amount) => amount,
        };
        let (shown, least) = number(amount, figures.unit);
        let value = match figures.unit {
            FigureUnit::People | FigureUnit::Count => shown,
            FigureUnit::Percent => self.words.with("figure-percent", [("n", shown.into())]),
            FigureUnit::Pounds => self.words.with("figure-pounds", [("n", shown.into())]),
        };
        Some(match (least, figures.rounded) {
            (true, _) => self.words.with("figure-below", [("value", value.into())]),
            (false, true) => self.words.with("figure-about", [("value", value.into())]),
            (false, false) => value,
        })
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
    (grouped(whole) + &fraction, false)
}

/// Digits with commas between the thousands.
fn grouped(digits: &str) -> String {
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
