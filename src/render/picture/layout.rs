//! Where everything stands in a picture, and how much of it: as large as there is room for, and what has none is counted.

use super::canvas::{HEIGHT, WIDTH};
use super::card::{Block, Card, Row};
use super::set::{Flow, cut, wrapped};
use crate::atoms::Stance;
use crate::atoms::language_marks::unmarked;
use crate::letters::{Weight, lacking};
use crate::messages::{fill, msg};
use crate::render::context::Context;
use crate::render::parts::{frame, phrase};

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

    fn of(stance: Stance) -> Self {
        match stance {
            Stance::Supports => Self::Yes,
            Stance::Opposes => Self::No,
            Stance::Mixed => Self::Partly,
            Stance::Unclear | Stance::Declined => Self::Quiet,
        }
    }
}

/// Something at its place: words by where their line begins, all else by its top left corner.
pub(super) enum Item {
    Words { at: (f32, f32), size: f32, weight: Weight, ink: Ink, text: String },
    Mark { at: (f32, f32), size: f32, ink: Ink, stance: Stance },
    Bar { at: (f32, f32), width: f32, height: f32, ink: Ink },
}

/// A picture that is laid out: what stands in it, and all its words in the order in which they are read.
#[derive(Default)]
pub(super) struct Sheet {
    pub(super) items: Vec<Item>,
    pub(super) said: Vec<String>,
}

/// How far everything stays from the left and the right side.
const MARGIN: f32 = 48.0;
const RIGHT: f32 = WIDTH as f32 - MARGIN;
const ROOM: f32 = RIGHT - MARGIN;

/// The band at the top.
const BAND: f32 = 72.0;

/// What a line takes of the size of its letters.
const LEADING: f32 = 1.28;

/// The sizes in which titles are tried, with how many lines there may be of each.
const TITLES: [(f32, usize); 6] = [(64.0, 1), (56.0, 1), (50.0, 2), (42.0, 2), (36.0, 3), (30.0, 4)];

/// Where the smaller ones begin.
const SMALL_TITLES: usize = 3;

/// How much smaller blocks are tried.
const SCALES: [f32; 9] = [1.3, 1.2, 1.1, 1.0, 0.93, 0.86, 0.8, 0.74, 0.68];

/// How many blocks stand beside each other, and how many rows of them there are.
const COLUMNS: usize = 3;
const MOST_ROWS: usize = 3;

/// A block that is lower can say hardly anything.
const LOW: f32 = 90.0;

/// Between blocks.
const GAP: f32 = 36.0;

/// Lays a picture out; nothing when it has letters that the typeface lacks.
pub(super) fn of(cx: &Context<'_>, card: &Card) -> Option<Sheet> {
    let mut foot = Sheet::default();
    let bottom = foot.foot(cx);
    // Where the answers have little room, the title takes less.
    let laid = [0, SMALL_TITLES].map(|first| {
        let mut sheet = Sheet::default();
        sheet.band(cx);
        let top = sheet.title(cx, card, &TITLES[first..]);
        let scale = sheet.blocks(cx, &card.blocks, (top, bottom));
        (sheet, scale)
    });
    let [(large, scale), (small, _)] = laid;
    let mut sheet = if scale < 1.0 { small } else { large };
    sheet.items.extend(foot.items);
    sheet.said.extend(foot.said);
    let drawn = |item: &Item| if let Item::Words { text, .. } = item { lacking(text).is_none() } else { true };
    sheet.items.iter().all(drawn).then_some(sheet)
}

impl Sheet {
    fn words(&mut self, text: &str, at: (f32, f32), size: f32, weight: Weight, ink: Ink) {
        self.items.push(Item::Words { at, size, weight, ink, text: unmarked(text).into_owned() });
    }

    fn say(&mut self, text: &str) {
        self.said.push(unmarked(text).into_owned());
    }

    /// Lines of running text below each other; gives where the next would stand.
    fn lines(&mut self, lines: &[String], (x, top): (f32, f32), size: f32, weight: Weight, ink: Ink) -> f32 {
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
        self.items.push(Item::Bar { at: (0.0, 0.0), width: f32::from(WIDTH), height: BAND, ink: Ink::Band });
        let as_of = cx.words.with(msg::PICTURE_AS_OF, fill::date(cx.words.day(site.as_of)));
        let width = Weight::Regular.width(&unmarked(&as_of), 25.0);
        self.words(&as_of, (RIGHT - width, 46.0), 25.0, Weight::Regular, Ink::Free);
        let title = cut(wrapped(Weight::Bold, 29.0, &site.title, ROOM - width - GAP), 1);
        self.lines(&title, (MARGIN, 17.0), 29.0, Weight::Bold, Ink::Free);
        self.say(&sentence(&site.title));
        self.say(&sentence(&as_of));
    }

    /// Who or what it is about; gives where the rest may begin.
    fn title(&mut self, cx: &Context<'_>, card: &Card, sizes: &[(f32, usize)]) -> f32 {
        let mut y = BAND;
        if card.fictional {
            let text = cx.words.text(msg::PICTURE_FICTIONAL);
            self.say(&text);
            y = self.lines(&[text.into_owned()], (MARGIN, y + 10.0), 25.0, Weight::Bold, Ink::Text) + 8.0;
            self.items.push(Item::Bar { at: (0.0, y), width: f32::from(WIDTH), height: 2.0, ink: Ink::Text });
        }
        let set = |(size, most): (f32, usize)| (size, most, wrapped(Weight::Bold, size, &card.title, ROOM));
        let fits = sizes.iter().map(|size| set(*size)).find(|(_, most, lines)| lines.len() <= *most);
        let (size, most, lines) = fits.unwrap_or_else(|| set(TITLES[TITLES.len() - 1]));
        y = self.lines(&cut(lines, most), (MARGIN, y + 14.0), size, Weight::Bold, Ink::Text);
        self.say(&sentence(&card.title));
        for (text, ink) in [(Some(&card.under), Ink::Quiet), (card.lead.as_ref(), Ink::Text)] {
            let Some(text) = text else { continue };
            y = self.lines(
                &cut(wrapped(Weight::Regular, 26.0, text, ROOM), 2),
                (MARGIN, y + 2.0),
                26.0,
                Weight::Regular,
                ink,
            );
            self.say(&sentence(text));
        }
        y + 22.0
    }

    /// The imprint, which the law wants in the picture itself, and where the site is; gives where it begins.
    fn foot(&mut self, cx: &Context<'_>) -> f32 {
        let (imprint, _) = frame::imprint_text(cx, &cx.campaign.site.imprint);
        let address = cx.base_url().unwrap_or_default();
        let address = address.split_once("://").map_or(address, |(_, rest)| rest).trim_end_matches('/');
        let width = Weight::Bold.width(address, 24.0).min(ROOM / 2.0);
        let sizes = [20.0, 18.0, 16.0, 14.0];
        let set = |size: f32| (size, wrapped(Weight::Regular, size, &imprint, ROOM - width - GAP));
        let fits = sizes.iter().map(|size| set(*size)).find(|(_, lines)| lines.len() <= 3);
        let (size, lines) = fits.unwrap_or_else(|| set(14.0));
        let height = (lines.len() as f32 * size * LEADING).max(24.0 * LEADING);
        let top = f32::from(HEIGHT) - 20.0 - height;
        self.items.push(Item::Bar { at: (MARGIN, top - 12.0), width: ROOM, height: 3.0, ink: Ink::Band });
        self.lines(&lines, (MARGIN, top), size, Weight::Regular, Ink::Text);
        let own = cut(wrapped(Weight::Bold, 24.0, address, width + 1.0), 1);
        self.lines(&own, (RIGHT - width, top), 24.0, Weight::Bold, Ink::Text);
        self.say(&imprint);
        self.say(address);
        top - 24.0
    }

    /// As many blocks as there is room for, in columns, and how many there are besides; gives how large they are.
    fn blocks(&mut self, cx: &Context<'_>, blocks: &[Block], (top, bottom): (f32, f32)) -> f32 {
        let columns = blocks.len().clamp(1, COLUMNS);
        let width = (ROOM - GAP * (columns - 1) as f32) / columns as f32;
        let wanted = blocks.len().div_ceil(columns).clamp(1, MOST_ROWS);
        let least = SCALES[SCALES.len() - 1];
        for rows in (1..=wanted).rev() {
            let shown = &blocks[..blocks.len().min(rows * columns)];
            let more = blocks.len() - shown.len();
            let rest = if more > 0 { 34.0 } else { 0.0 };
            let height = (bottom - top - rest) / rows as f32;
            let room = (width, height - GAP / 2.0);
            let whole = |scale: &f32| {
                let all: Vec<_> = shown.iter().map(|block| Laid::whole(cx, block, width, *scale)).collect();
                all.iter().all(|laid| laid.height <= room.1).then_some((*scale, all))
            };
            let within = || (least, shown.iter().map(|block| Laid::within(cx, block, room, least)).collect());
            // Rows of blocks are given up before names in them, as long as there are others.
            let laid = SCALES.iter().find_map(whole).or_else(|| (room.1 > LOW || rows == 1).then(within));
            let Some((scale, laid)) = laid else { continue };
            for (at, laid) in laid.into_iter().enumerate() {
                let x = MARGIN + (width + GAP) * (at % columns) as f32;
                let y = top + height * (at / columns) as f32;
                self.items.push(Item::Bar { at: (x, y), width, height: 3.0, ink: Ink::Text });
                self.items.extend(laid.sheet.items.into_iter().map(|item| item.moved((x, y))));
                self.said.extend(laid.sheet.said);
            }
            if more > 0 {
                let text = cx.words.with(msg::PICTURE_QUESTIONS_MORE, fill::n(more));
                self.words(&text, (MARGIN, bottom - 4.0), 24.0, Weight::Regular, Ink::Text);
                self.say(&text);
            }
            return scale;
        }
        least
    }
}

impl Item {
    /// The same farther to the right and farther down.
    fn moved(mut self, (right, down): (f32, f32)) -> Self {
        let (Self::Words { at, .. } | Self::Mark { at, .. } | Self::Bar { at, .. }) = &mut self;
        *at = (at.0 + right, at.1 + down);
        self
    }
}

/// What stands below each other in a block.
#[derive(Clone, Copy)]
enum Part<'b> {
    Row(&'b Row, f32),
    /// What is not known, and whose word follows.
    Note(&'b str),
    Label(&'b str),
}

/// How much smaller the lines of parties are than candidates' own words.
const OF_PARTY: f32 = 0.8;

impl Block {
    fn parts(&self) -> Vec<Part<'_>> {
        let own = self.rows.iter().map(|row| Part::Row(row, 1.0));
        let none = (self.rows.is_empty() && self.notes.is_empty()).then_some(&self.none);
        let notes = self.notes.iter().chain(none).filter(|note| !note.is_empty()).map(|note| Part::Note(note));
        let lines = self.lines.iter().flat_map(|lines| {
            let rows = lines.rows.iter().map(|row| Part::Row(row, OF_PARTY));
            std::iter::once(Part::Label(&lines.label)).chain(rows)
        });
        own.chain(notes).chain(lines).collect()
    }
}

/// A block that is laid out, from its own top left corner.
struct Laid {
    sheet: Sheet,
    width: f32,
    scale: f32,
    /// How many lines of names there may be in a row.
    most: usize,
    height: f32,
}

impl Laid {
    /// All of a block, however high it is.
    fn whole(cx: &Context<'_>, block: &Block, width: f32, scale: f32) -> Self {
        Self::of(cx, &block.head, &block.parts(), (width, scale, usize::MAX))
    }

    /// As much of a block as there is room for: of names first the last ones go, then the last parts, and it says so.
    fn within(cx: &Context<'_>, block: &Block, (width, height): (f32, f32), scale: f32) -> Self {
        let parts = block.parts();
        let laid = |(parts, most): (&[Part<'_>], usize)| Self::of(cx, &block.head, parts, (width, scale, most));
        let all = [4, 3, 2, 1].map(|most| laid((&parts, most))).into_iter().find(|laid| laid.height <= height);
        let rest = cx.words.text(msg::PICTURE_REST);
        let fewer = |kept: usize| {
            let kept = parts[..kept].iter().copied().chain([Part::Note(&rest)]);
            laid((&kept.collect::<Vec<_>>(), 1))
        };
        let mut kept = (0..parts.len()).rev().filter(|kept| !matches!(parts[..*kept], [.., Part::Label(_)]));
        all.or_else(|| kept.by_ref().map(fewer).find(|laid| laid.height <= height)).unwrap_or_else(|| fewer(0))
    }

    fn of(cx: &Context<'_>, head: &str, parts: &[Part<'_>], (width, scale, most): (f32, f32, usize)) -> Self {
        let mut laid = Self { sheet: Sheet::default(), width, scale, most, height: 10.0 };
        laid.text(head, 25.0, Weight::Bold, Ink::Text);
        let mut said = vec![sentence(head)];
        for part in parts {
            said.push(match part {
                Part::Row(row, share) => laid.row(cx, row, *share),
                Part::Note(text) => {
                    laid.height += 8.0 * scale;
                    laid.text(text, 22.0, Weight::Regular, Ink::Quiet);
                    sentence(text)
                }
                Part::Label(text) => {
                    laid.height += 10.0 * scale;
                    laid.text(text, 22.0, Weight::Regular, Ink::Quiet);
                    format!("{text}:")
                }
            });
        }
        laid.sheet.say(&said.join(" "));
        laid
    }

    fn text(&mut self, text: &str, size: f32, weight: Weight, ink: Ink) {
        let size = size * self.scale;
        let lines = wrapped(weight, size, text, self.width);
        self.height = self.sheet.lines(&lines, (0.0, self.height), size, weight, ink);
    }

    /// A stance with its mark and who holds it; gives what it says.
    fn row(&mut self, cx: &Context<'_>, row: &Row, share: f32) -> String {
        let (size, small) = (34.0 * self.scale * share, 25.0 * self.scale);
        let (ink, indent) = (Ink::of(row.stance), size * 1.3);
        self.height += 7.0 * self.scale;
        self.sheet.items.push(Item::Mark { at: (0.0, self.height + size * 0.16), size, ink, stance: row.stance });
        let room = self.width - indent;
        let words = wrapped(Weight::Bold, size, &row.word, room);
        self.height = self.sheet.lines(&words, (indent, self.height), size, Weight::Bold, ink);
        // The names go on after the word.
        let begin = words.last().map_or(0.0, |line| Weight::Bold.width(line, size)) + small * 0.5;
        let line = self.height - size * LEADING + size;
        let (said, lines) = names(cx, &row.names, &Flow { size: small, first: room - begin, width: room }, self.most);
        let (first, others) = lines.split_first().map_or(("", &[][..]), |(first, others)| (first, others));
        self.sheet.words(first, (indent + begin, line), small, Weight::Regular, Ink::Text);
        self.height = self.sheet.lines(others, (indent, self.height), small, Weight::Regular, Ink::Text);
        match said {
            None => cx.words.with(msg::LEAD_OWN, fill::word(row.word.as_str())),
            Some(names) => cx.words.with(msg::LEAD_ANSWER, (fill::names(names), fill::word(row.word.as_str()))),
        }
    }
}

/// A text that ends as a sentence does.
fn sentence(text: &str) -> String {
    let text = unmarked(text);
    let ends = text.ends_with(['.', '?', '!', ':', '…']);
    if ends { text.into_owned() } else { format!("{text}.") }
}

/// As many names as so many lines hold, and how many there are besides: as a sentence holds them, and in lines.
fn names(cx: &Context<'_>, names: &[String], flow: &Flow, most: usize) -> (Option<String>, Vec<String>) {
    let all: Vec<&str> = names.iter().map(String::as_str).collect();
    if all.is_empty() {
        return (None, Vec::new());
    }
    let text = phrase::names_listed(cx, &all);
    let lines = flow.lines(&text);
    if lines.len() <= most || all.len() == 1 {
        return (Some(text), lines);
    }
    let some = |first: usize| {
        let gaps = (fill::n(all.len() - first), fill::names(all[..first].join(", ")));
        cx.words.with(msg::PICTURE_NAMES_MORE, gaps)
    };
    // One name stands there even where it takes more room.
    let first = (2..all.len()).take_while(|first| flow.lines(&some(*first)).len() <= most).last().unwrap_or(1);
    let text = some(first);
    let lines = flow.lines(&text);
    (Some(text), lines)
}
