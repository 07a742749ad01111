//! Texts in lines.

use crate::letters::Weight;

/// Where running text goes on after something else on its first line.
pub(super) struct Flow {
    pub(super) size: f32,
    /// How much room there is on the first line, and on all others.
    pub(super) first: f32,
    pub(super) width: f32,
}

impl Flow {
    /// The lines of a text; the first is empty when no word of it has room there.
    pub(super) fn lines(&self, text: &str) -> Vec<String> {
        set(Weight::Regular, self.size, text, (self.first, self.width))
    }
}

/// The lines of a text that are at most so wide.
pub(super) fn wrapped(weight: Weight, size: f32, text: &str, width: f32) -> Vec<String> {
    set(weight, size, text, (width, width))
}

fn set(weight: Weight, size: f32, text: &str, (first, width): (f32, f32)) -> Vec<String> {
    let space = weight.width(" ", size);
    let (mut lines, mut line, mut end, mut room) = (Vec::new(), String::new(), 0.0, first);
    for word in text.split_whitespace().flat_map(|word| parts(weight, size, word, width)) {
        let wide = weight.width(&word, size);
        let begins = line.is_empty();
        if begins && wide <= room || !begins && end + space + wide <= room {
            if !begins {
                line.push(' ');
                end += space;
            }
        } else {
            if !begins || room < width {
                lines.push(std::mem::take(&mut line));
            }
            (end, room) = (0.0, width);
        }
        line.push_str(&word);
        end += wide;
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// A word, or the parts of one that is wider than a line.
fn parts(weight: Weight, size: f32, word: &str, width: f32) -> Vec<String> {
    if weight.width(word, size) <= width {
        return vec![word.to_owned()];
    }
    let (mut parts, mut part, mut end) = (Vec::new(), String::new(), 0.0);
    for letter in word.chars() {
        let wide = weight.width(letter.encode_utf8(&mut [0; 4]), size);
        if end + wide > width && !part.is_empty() {
            parts.push(std::mem::take(&mut part));
            end = 0.0;
        }
        part.push(letter);
        end += wide;
    }
    parts.push(part);
    parts
}

/// Whether no word of a text is wider than a line.
pub(super) fn is_unbroken(weight: Weight, size: f32, text: &str, width: f32) -> bool {
    text.split_whitespace().all(|word| weight.width(word, size) <= width)
}

/// The first of some lines; three dots say that there are more.
pub(super) fn cut(mut lines: Vec<String>, most: usize) -> Vec<String> {
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            let end = last.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
            last.truncate(end);
            last.push('…');
        }
    }
    lines
}
