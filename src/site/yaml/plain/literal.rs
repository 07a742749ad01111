use super::cursor::Cursor;
use super::scalar;
use crate::yaml::{Node, Style};

/// What becomes of the line ends below the last words of a block of text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Chomp {
    Clip,
    Strip,
    Keep,
}

impl<'t> Cursor<'t> {
    /// A block of text below `|` or `>`, further in than a column.
    pub(super) fn literal(&mut self, outer: usize) -> Option<Node<'t>> {
        let folds = self.peek() == Some(b'>');
        let chomp = self.header()?;
        let mut text = "\n".repeat(self.skip_blank(usize::MAX)?);
        let indent = self.indent();
        // Without words, or without an end to its last line, it means less than it seems to.
        if self.peek().is_none() || indent <= outer || !self.text.ends_with('\n') {
            return None;
        }
        let begin = self.here();
        loop {
            let words = &self.text[self.at..self.line_end()];
            if folds && words.starts_with(' ') {
                return None;
            }
            text.push_str(words);
            self.begin_next_line();
            let blank = self.skip_blank(indent)?;
            if self.indent() < indent || self.peek().is_none() {
                text.extend(std::iter::repeat_n(
                    '\n',
                    match chomp {
                        Chomp::Strip => 0,
                        Chomp::Clip => 1,
                        Chomp::Keep => blank + 1,
                    },
                ));
                break;
            }
            match blank {
                0 if folds => text.push(' '),
                _ => text.extend(std::iter::repeat_n('\n', blank + usize::from(!folds))),
            }
        }
        let end = self.here();
        self.at = self.line_start;
        self.next_token()?;
        Some(scalar(begin, end, text, Style::Block))
    }

    /// The line that opens a block of text.
    fn header(&mut self) -> Option<Chomp> {
        let chomp = match self.byte(self.at + 1) {
            Some(b'-') => Chomp::Strip,
            Some(b'+') => Chomp::Keep,
            _ => Chomp::Clip,
        };
        self.at += 1 + usize::from(chomp != Chomp::Clip);
        self.end_line()?;
        Some(chomp)
    }

    /// Goes over blank lines, and into the next one as far as the block stands at most. Gives how many they were.
    fn skip_blank(&mut self, indent: usize) -> Option<usize> {
        let (mut blank, mut widest) = (0, 0);
        loop {
            while self.indent() < indent && self.peek() == Some(b' ') {
                self.at += 1;
            }
            if self.peek().is_none() || !self.is_line_end(self.at) {
                return (widest <= indent.min(self.indent())).then_some(blank);
            }
            widest = widest.max(self.indent());
            blank += 1;
            self.begin_next_line();
        }
    }
}
