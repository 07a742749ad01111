//! Where everything stands in a picture, and how much of it: as large as there is room for, and what has none is counted.

use super::canvas::{HEIGHT, WIDTH};
use super::card::{Block, Card};
use super::laid::{Laid, Shortened};
use super::set::{cut, is_unbroken, wrapped};
use crate::atoms::Stance;
use crate::letters::{Weight, lacking};
use crate::messages::{fill, msg};
use crate::render::context::Context;
use crate::render::parts::frame;

/// The colours of a picture. [`Ink::Free`] is the paper's, left free in a band.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Ink {
    Text,
    Quiet,
    Yes,
    No,
    Partly,
    Band,
    Free,
}

impl Ink {
    /// All of them, in order.
    pub(super) const ALL: [Self; 7] =
        [Self::Text, Self::Quiet, Self::Yes, Self::No, Self::Partly, Self::Band, Self::Free];

    pub(super) fn of(stance: Stance) -> Self {
        match stance {
            Stance::Supports => Self::Yes,
            Stance::Opposes => Self::No,
            Stance::Mixed => Self::Partly,
            Stance::Unclear | Stance::Declined => Self::Quiet,
        }
    }
}

/// Something at its place: words by where their line begins, all else by its top left corner.
pub(super) enum DrawnItem {
    Words { at: (f32, f32), size: f32, weight: Weight, ink: Ink, text: String },
    Mark { at: (f32, f32), size: f32, ink: Ink, stance: Stance },
    Bar { at: (f32, f32), width: f32, height: f32, ink: Ink },
}

/// A picture that is laid out: what stands in it, and all its words in the order in which they are read.
#[derive(Default)]
pub(super) struct Sheet {
    pub(super) items: Vec<DrawnItem>,
    pub(super) said: Vec<String>,
}

/// How far everything stays from the left and the right side.
const MARGIN: f32 = 48.0;
const RIGHT: f32 = WIDTH as f32 - MARGIN;
const ROOM: f32 = RIGHT - MARGIN;

/// The band at the top.
const BAND: f32 = 72.0;

/// What a line takes of the size of its letters.
pub(super) const LEADING: f32 = 1.28;

/// The sizes in which titles are tried, with how many lines there may be of each.
const TITLES: [(f32, usize); 6] = [(64.0, 1), (56.0, 1), (50.0, 2), (42.0, 2), (36.0, 3), (30.0, 4)];

/// Where the smaller ones begin.
const SMALL_TITLES: usize = 3;

/// How much smaller blocks are tried: what is smaller still nobody can read where pictures are shown small.
const SCALES: [f32; 9] = [1.3, 1.2, 1.1, 1.0, 0.93, 0.86, 0.8, 0.74, 0.68];

/// How far blocks are shortened that name somebody: parties' lines go before there is but one row of blocks.
const NAMED: [Shortened; 2] = [Shortened::Names, Shortened::Lines];

/// How far they are shortened where there is no room for that.
const COUNTED: [Shortened; 2] = [Shortened::Counted, Shortened::Whole];

/// How many blocks stand beside each other, and how many rows of them there are.
const COLUMNS: usize = 3;
const MOST_ROWS: usize = 3;

/// Between blocks.
const GAP: f32 = 36.0;

/// Lays a picture out.
pub(super) fn of(cx: &Context<'_>, card: &Card) -> Sheet {
    let mut foot = Sheet::default();
    let bottom = foot.foot(cx);
    // Where the answers have little room, the title takes less.
    let laid = [0, SMALL_TITLES].map(|first| {
        let mut sheet = Sheet::default();
        sheet.band(cx);
        let top = sheet.title(cx, card, &TITLES[first..]);
        let (shown, scale) = sheet.blocks(cx, &card.blocks, (top, bottom));
        (sheet, shown, scale)
    });
    let [(large, shown, scale), (small, more, _)] = laid;
    let mut sheet = if scale < 1.0 || shown < more { small } else { large };
    sheet.items.extend(foot.items);
    sheet.said.extend(foot.said);
    sheet
}

impl Sheet {
    /// The words in it that have a letter which the typeface lacks, with that letter.
    pub(super) fn undrawn(&self) -> impl Iterator<Item = (&str, char)> {
        let words = self.items.iter().flat_map(|item| match item {
            DrawnItem::Words { text, .. } => text.split_whitespace(),
            DrawnItem::Mark { .. } | DrawnItem::Bar { .. } => "".split_whitespace(),
        });
        words.filter_map(|word| Some((word, lacking(word)?)))
    }

    pub(super) fn words(&mut self, text: &str, at: (f32, f32), size: f32, weight: Weight, ink: Ink) {
        self.items.push(DrawnItem::Words { at, size, weight, ink, text: text.to_owned() });
    }

    pub(super) fn say(&mut self, text: &str) {
        self.said.push(text.to_owned());
    }

    /// Lines of running text below each other; gives where the next would stand.
    pub(super) fn lines(&mut self, lines: &[String], (x, top): (f32, f32), size: f32, weight: Weight, ink: Ink) -> f32 {
        let mut y = top;
        for line in lines {
            self.words(line, (x, y + size), size, weight, ink);
            y += size * LEADING;
        }
        y
    }

    /// Whose picture it is, and as of when.
    fn band(&mut self, cx: &Context<'_>) {
        let site = &cx.campaign.site;
        self.items.push(DrawnItem::Bar { at: (0.0, 0.0), width: f32::from(WIDTH), height: BAND, ink: Ink::Band });
        let as_of = cx.words.with(msg::PICTURE_AS_OF, fill::date(cx.words.day(site.as_of)));
        let width = Weight::Regular.width(&as_of, 25.0);
        self.words(&as_of, (RIGHT - width, 46.0), 25.0, Weight::Regular, Ink::Free);
        let title = cut(wrapped(Weight::Bold, 29.0, site.title.as_str(), ROOM - width - GAP), 1);
        self.lines(&title, (MARGIN, 17.0), 29.0, Weight::Bold, Ink::Free);
        self.say(&sentence(site.title.as_str()));
        self.say(&sentence(&as_of));
    }

    /// Who or what it is about; gives where the rest may begin.
    fn title(&mut self, cx: &Context<'_>, card: &Card, sizes: &[(f32, usize)]) -> f32 {
        let mut y = BAND;
        if card.fictional {
            let text = cx.words.text(msg::PICTURE_FICTIONAL);
            self.say(&text);
            y = self.lines(&[text.into_owned()], (MARGIN, y + 10.0), 25.0, Weight::Bold, Ink::Text) + 8.0;
            self.items.push(DrawnItem::Bar { at: (0.0, y), width: f32::from(WIDTH), height: 2.0, ink: Ink::Text });
        }
        let set = |(size, most): (f32, usize)| (size, most, wrapped(Weight::Bold, size, &card.title, ROOM));
        let whole = sizes.iter().filter(|(size, _)| is_unbroken(Weight::Bold, *size, &card.title, ROOM));
        let fits = whole.chain(sizes).map(|size| set(*size)).find(|(_, most, lines)| lines.len() <= *most);
        let (size, most, lines) = fits.unwrap_or_else(|| set(TITLES[TITLES.len() - 1]));
        y = self.lines(&cut(lines, most), (MARGIN, y + 14.0), size, Weight::Bold, Ink::Text);
        self.say(&sentence(&card.title));
        let under = std::iter::once((&card.under, Weight::Regular, Ink::Quiet));
        let cancelled = card.cancelled.iter().map(|text| (text, Weight::Bold, Ink::Text));
        let leads = card.leads.iter().map(|text| (text, Weight::Regular, Ink::Text));
        for (text, weight, ink) in under.chain(cancelled).chain(leads) {
            y = self.lines(&cut(wrapped(weight, 26.0, text, ROOM), 2), (MARGIN, y + 2.0), 26.0, weight, ink);
            self.say(&sentence(text));
        }
        y + 22.0
    }

    /// The imprint, which the law wants in the picture itself, and where the site is; gives where it begins.
    fn foot(&mut self, cx: &Context<'_>) -> f32 {
        let (imprint, _) = frame::imprint_text(cx, &cx.campaign.site.imprint);
        let address = cx.base_url().unwrap_or_default();
        let address = address.split_once("://").map_or(address, |(_, rest)| rest).trim_end_matches('/');
        let own = [24.0, 21.0, 18.0, 16.0].map(|size| (size, Weight::Bold.width(address, size)));
        let (own_size, width) = own.into_iter().find(|(_, width)| *width <= ROOM / 2.0).unwrap_or((16.0, ROOM / 2.0));
        let sizes = [20.0, 18.0, 16.0, 14.0];
        let set = |size: f32| (size, wrapped(Weight::Regular, size, &imprint, ROOM - width - GAP));
        let fits = sizes.iter().map(|size| set(*size)).find(|(_, lines)| lines.len() <= 3);
        let (size, lines) = fits.unwrap_or_else(|| set(14.0));
        let height = (lines.len() as f32 * size * LEADING).max(24.0 * LEADING);
        let top = f32::from(HEIGHT) - 20.0 - height;
        self.items.push(DrawnItem::Bar { at: (MARGIN, top - 12.0), width: ROOM, height: 3.0, ink: Ink::Band });
        self.lines(&lines, (MARGIN, top), size, Weight::Regular, Ink::Text);
        let own = cut(wrapped(Weight::Bold, own_size, address, width + 1.0), 1);
        self.lines(&own, (RIGHT - width, top), own_size, Weight::Bold, Ink::Text);
        self.say(&imprint);
        self.say(address);
        top - 24.0
    }

    /// As many blocks as there is room for, in columns, and how many there are besides; gives how many and how large. Where
    /// there is no room for all, those come first of which most is known.
    fn blocks(&mut self, cx: &Context<'_>, blocks: &[Block], (top, bottom): (f32, f32)) -> (usize, f32) {
        let columns = blocks.len().clamp(1, COLUMNS);
        let width = (ROOM - GAP * (columns - 1) as f32) / columns as f32;
        let wanted = blocks.len().div_ceil(columns).clamp(1, MOST_ROWS);
        let mut by_known: Vec<&Block> = blocks.iter().collect();
        let several = NAMED.iter().flat_map(|may| (2..=wanted).rev().map(move |rows| (*may, rows)));
        let one = NAMED.iter().map(|may| (*may, 1));
        let counted = COUNTED.iter().flat_map(|may| (1..=wanted).rev().map(move |rows| (*may, rows)));
        let mut tried = several.chain(one).chain(counted);
        let laid = tried.find_map(|(may, rows)| {
            let more = blocks.len().saturating_sub(rows * columns);
            if more > 0 {
                by_known.sort_by_key(|block| block.known());
            }
            let height = (bottom - top - if more > 0 { 34.0 } else { 0.0 }) / rows as f32;
            let room = (width, height - GAP / 2.0);
            let (scale, laid) = fitting(cx, &by_known[..blocks.len() - more], room, may)?;
            Some((scale, laid, height, more))
        });
        let Some((scale, laid, height, more)) = laid else { return (0, SCALES[SCALES.len() - 1]) };
        for (at, laid) in laid.into_iter().enumerate() {
            let x = MARGIN + (width + GAP) * (at % columns) as f32;
            let y = top + height * (at / columns) as f32;
            self.items.push(DrawnItem::Bar { at: (x, y), width, height: 3.0, ink: Ink::Text });
            self.items.extend(laid.sheet.items.into_iter().map(|item| item.moved((x, y))));
            self.said.extend(laid.sheet.said);
        }
        if more > 0 {
            let text = cx.words.with(msg::PICTURE_QUESTIONS_MORE, fill::n(more));
            self.words(&text, (MARGIN, bottom - 4.0), 24.0, Weight::Regular, Ink::Text);
            self.say(&text);
        }
        (blocks.len() - more, scale)
    }
}

/// Blocks as large as they all fit into a room each, or else at the smallest, shortened at most so far; nothing when one
/// does not fit even so.
fn fitting(cx: &Context<'_>, blocks: &[&Block], room: (f32, f32), may: Shortened) -> Option<(f32, Vec<Laid>)> {
    let at = |(scale, may): (f32, Shortened)| {
        let laid = blocks.iter().map(|block| Laid::within(cx, block, room, (scale, may)));
        Some((scale, laid.collect::<Option<Vec<_>>>()?))
    };
    let whole = SCALES.iter().filter(|_| may == Shortened::Names).map(|scale| (*scale, Shortened::Not));
    whole.chain([(SCALES[SCALES.len() - 1], may)]).find_map(at)
}

impl DrawnItem {
    /// The same farther to the right and farther down.
    fn moved(mut self, (right, down): (f32, f32)) -> Self {
        let (Self::Words { at, .. } | Self::Mark { at, .. } | Self::Bar { at, .. }) = &mut self;
        *at = (at.0 + right, at.1 + down);
        self
    }
}

/// A text that ends as a sentence does.
pub(super) fn sentence(text: &str) -> String {
    let ends = text.ends_with(['.', '?', '!', ':', '…']);
    if ends { text.to_owned() } else { format!("{text}.") }
}
