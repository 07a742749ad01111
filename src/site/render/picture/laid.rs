//! One block of a picture: as much of it as there is room for, and never one side without the other.

use super::card::{Block, Row};
use super::layout::{DrawnItem, Ink, LEADING, Sheet, sentence};
use super::set::{Flow, wrapped};
use crate::letters::Weight;
use crate::messages::{fill, msg};
use crate::render::context::Context;
use crate::render::parts::phrase;

/// What may be left out of a block so that it fits. Stances never are: whoever sees who says yes sees that others say no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shortened {
    /// Nothing.
    Not,
    /// The last names, which are counted.
    Names,
    /// The lines of parties below candidates' own words.
    Lines,
    /// All names: only how many hold each stance.
    Counted,
    /// All but what the block is about.
    Whole,
}

/// What is told of a block.
#[derive(Clone, Copy)]
struct BlockRoom {
    /// How many lines of names there may be in a row; with none, they are counted.
    names: usize,
    notes: bool,
    lines: bool,
}

/// How a block is told more and more shortly.
const TOLD: [(Shortened, BlockRoom); 9] = [
    (Shortened::Not, BlockRoom { names: usize::MAX, notes: true, lines: true }),
    (Shortened::Names, BlockRoom { names: 4, notes: true, lines: true }),
    (Shortened::Names, BlockRoom { names: 3, notes: true, lines: true }),
    (Shortened::Names, BlockRoom { names: 2, notes: true, lines: true }),
    (Shortened::Names, BlockRoom { names: 1, notes: true, lines: true }),
    (Shortened::Lines, BlockRoom { names: 2, notes: true, lines: false }),
    (Shortened::Lines, BlockRoom { names: 1, notes: true, lines: false }),
    (Shortened::Counted, BlockRoom { names: 0, notes: true, lines: false }),
    (Shortened::Counted, BlockRoom { names: 0, notes: false, lines: false }),
];

/// What stands below each other in a block.
#[derive(Clone, Copy)]
enum Part<'b> {
    Row(&'b Row, f32),
    /// How many hold each stance.
    Counts(&'b [Row]),
    /// What is not known, and whose word follows.
    Note(&'b str),
    Label(&'b str),
}

/// How much smaller the lines of parties are than candidates' own words.
const OF_PARTY: f32 = 0.8;

impl Block {
    /// What is told of it, and that there is more where something is left out.
    fn parts<'b>(&'b self, told: BlockRoom, rest: &'b str) -> Vec<Part<'b>> {
        let is_counted = told.names == 0 && self.rows.iter().any(|row| !row.names.is_empty());
        let counts = is_counted.then_some(Part::Counts(&self.rows));
        let own = self.rows.iter().filter(|_| !is_counted).map(|row| Part::Row(row, 1.0));
        let is_bare = self.rows.is_empty();
        let none = (is_bare && self.notes.is_empty()).then_some(&self.none);
        let notes = self.notes.iter().filter(|_| told.notes || is_bare).chain(none);
        let notes = notes.filter(|note| !note.is_empty()).map(|note| Part::Note(note));
        let lines = self.lines.iter().filter(|_| told.lines || is_bare).flat_map(|lines| {
            let rows = lines.rows.iter().map(|row| Part::Row(row, OF_PARTY));
            std::iter::once(Part::Label(&lines.label)).chain(rows)
        });
        let left_out = !is_bare && (!told.notes && !self.notes.is_empty() || !told.lines && self.lines.is_some());
        counts.into_iter().chain(own).chain(notes).chain(lines).chain(left_out.then_some(Part::Note(rest))).collect()
    }
}

/// A block that is laid out, from its own top left corner.
pub(super) struct Laid {
    pub(super) sheet: Sheet,
    width: f32,
    scale: f32,
    /// How many lines of names there may be in a row.
    most: usize,
    height: f32,
}

impl Laid {
    /// A block in a room, shortened no more than it must be; nothing when it had to be shortened more than it may be.
    pub(super) fn within(
        cx: &Context<'_>,
        block: &Block,
        (width, height): (f32, f32),
        (scale, may): (f32, Shortened),
    ) -> Option<Self> {
        let rest = cx.words.text(msg::PICTURE_REST);
        let told = TOLD.iter().filter(|(how, _)| *how <= may);
        let mut laid =
            told.map(|(_, told)| Self::of(cx, &block.head, &block.parts(*told, &rest), (width, scale, told.names)));
        let head = || Self::of(cx, &block.head, &[Part::Note(&rest)], (width, scale, 0));
        laid.find(|laid| laid.height <= height).or_else(|| (may == Shortened::Whole).then(head))
    }

    fn of(cx: &Context<'_>, head: &str, parts: &[Part<'_>], (width, scale, most): (f32, f32, usize)) -> Self {
        let mut laid = Self { sheet: Sheet::default(), width, scale, most, height: 10.0 };
        laid.text(head, 25.0, Weight::Bold, Ink::Text);
        let mut said = vec![sentence(head)];
        for part in parts {
            said.push(match part {
                Part::Row(row, share) => laid.row(cx, row, *share),
                Part::Counts(rows) => {
                    let counts = counts(cx, rows);
                    laid.height += 7.0 * scale;
                    laid.text(&counts, 27.0, Weight::Regular, Ink::Text);
                    sentence(&counts)
                }
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
        self.sheet.items.push(DrawnItem::Mark { at: (0.0, self.height + size * 0.16), size, ink, stance: row.stance });
        let room = self.width - indent;
        let words = wrapped(Weight::Bold, size, &row.word, room);
        self.height = self.sheet.lines(&words, (indent, self.height), size, Weight::Bold, ink);
        // The names go on after the word.
        let begin = words.last().map_or(0.0, |line| Weight::Bold.width(line, size)) + small * 0.5;
        let line = self.height - size * LEADING + size;
        let (said, lines) = names(cx, row, &Flow { size: small, first: room - begin, width: room }, self.most);
        let (first, others) = lines.split_first().map_or(("", &[][..]), |(first, others)| (first, others));
        self.sheet.words(first, (indent + begin, line), small, Weight::Regular, Ink::Text);
        self.height = self.sheet.lines(others, (indent, self.height), small, Weight::Regular, Ink::Text);
        match said {
            None => cx.words.with(msg::LEAD_OWN, fill::word(&row.word)),
            Some(names) => cx.words.with(msg::LEAD_ANSWER, (fill::names(names), fill::word(&row.word))),
        }
    }
}

/// How many hold each stance, in a line.
fn counts(cx: &Context<'_>, rows: &[Row]) -> String {
    let count = |row: &Row| cx.words.with(msg::LEAD_LINE_COUNT, (fill::n(row.names.len()), fill::word(&row.word)));
    rows.iter().map(count).collect::<Vec<_>>().join(" · ")
}

/// As many names as so many lines hold, and how many there are besides: as a sentence holds them, and in lines.
fn names(cx: &Context<'_>, row: &Row, flow: &Flow, most: usize) -> (Option<String>, Vec<String>) {
    let all: Vec<&str> = row.names.iter().map(String::as_str).collect();
    let text = match all[..] {
        [] if row.about.is_empty() => return (None, Vec::new()),
        [] => row.about.clone(),
        _ => phrase::names_listed(cx, &all),
    };
    let lines = flow.lines(&text);
    if lines.len() <= most || all.len() < 2 {
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
