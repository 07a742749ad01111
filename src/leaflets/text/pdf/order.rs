use super::lines::Piece;

/// More blocks than this are read from top to bottom, whatever their columns.
const BLOCKS: usize = 400;
/// How far the next line of a block may be, in parts of its letters' size.
const STEP: f64 = 1.8;

/// Lines that stand under one another and belong together.
#[derive(Debug)]
struct TextBlock {
    lines: Vec<Piece>,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl TextBlock {
    fn of(line: Piece) -> Self {
        let (left, right, top, bottom) = (line.left, line.right, line.top(), line.bottom());
        Self { lines: vec![line], left, right, top, bottom }
    }

    fn push(&mut self, line: Piece) {
        (self.left, self.right) = (self.left.min(line.left), self.right.max(line.right));
        self.bottom = self.bottom.max(line.bottom());
        self.lines.push(line);
    }

    fn last(&self) -> &Piece {
        &self.lines[self.lines.len() - 1]
    }

    fn text(&self) -> String {
        self.lines.iter().map(|line| line.text.trim()).collect::<Vec<_>>().join("\n")
    }

    /// Whether the two share some of the page's width.
    fn is_over_or_under(&self, other: &Self) -> bool {
        self.right.min(other.right) - self.left.max(other.left) > 0.0
    }
}

/// The text of the lines in reading order: column by column, and what spans columns before or after them.
pub(super) fn text(rows: Vec<Vec<Piece>>) -> String {
    let blocks = blocks(rows);
    let mut out = String::new();
    for at in order(&blocks) {
        let text = blocks[at].text();
        if !out.is_empty() {
            let goes_on = !out.ends_with(['.', '!', '?', ':']) && text.starts_with(char::is_lowercase);
            out.push_str(if goes_on { "\n" } else { "\n\n" });
        }
        out.push_str(&text);
    }
    out
}

/// The lines in blocks, from top to bottom.
fn blocks(rows: Vec<Vec<Piece>>) -> Vec<TextBlock> {
    let mut blocks: Vec<TextBlock> = Vec::new();
    for row in rows {
        let above: Vec<Option<usize>> = row.iter().map(|line| block_above(&blocks, line)).collect();
        let mut new = Vec::new();
        for (at, line) in row.into_iter().enumerate() {
            let alone = |block: &usize| above.iter().filter(|other| **other == Some(*block)).count() == 1;
            match above[at].filter(alone).filter(|block| is_next(&blocks[*block], &line)) {
                Some(block) => blocks[block].push(line),
                None => new.push(TextBlock::of(line)),
            }
        }
        blocks.extend(new);
    }
    blocks
}

/// The only block of which a line stands right under the last line.
fn block_above(blocks: &[TextBlock], line: &Piece) -> Option<usize> {
    let over = |block: &TextBlock| {
        block.left < line.right && block.right > line.left && block.bottom > line.base - STEP * 2.0 * line.size
    };
    let mut found = blocks.iter().enumerate().filter(|(_, block)| over(block));
    let (first, _) = found.next()?;
    found.next().is_none().then_some(first)
}

/// Whether a line can be the next one of a block.
fn is_next(block: &TextBlock, line: &Piece) -> bool {
    let last = block.last();
    let size = last.size.max(line.size);
    (0.75..=1.34).contains(&(line.size / last.size)) && line.base - last.base <= STEP * size
}

/// The blocks in the order in which they are read.
fn order(blocks: &[TextBlock]) -> Vec<usize> {
    let mut all: Vec<usize> = (0..blocks.len()).collect();
    all.sort_by(|a, b| blocks[*a].top.total_cmp(&blocks[*b].top).then(blocks[*a].left.total_cmp(&blocks[*b].left)));
    if all.len() > BLOCKS {
        return all;
    }
    let (mut done, mut begun) = (Vec::with_capacity(all.len()), vec![false; all.len()]);
    for at in all.clone() {
        visit(at, blocks, &all, &mut begun, &mut done);
    }
    done
}

/// Reads what goes before a block, and then the block.
fn visit(at: usize, blocks: &[TextBlock], all: &[usize], begun: &mut [bool], done: &mut Vec<usize>) {
    if begun[at] {
        return;
    }
    begun[at] = true;
    for other in all {
        if !begun[*other] && is_before(&blocks[*other], &blocks[at], blocks) {
            visit(*other, blocks, all, begun, done);
        }
    }
    done.push(at);
}

/// Whether a block is read before another: it stands over it, or in a column to its left that nothing ends between them.
fn is_before(one: &TextBlock, other: &TextBlock, blocks: &[TextBlock]) -> bool {
    if one.is_over_or_under(other) {
        return one.top < other.top;
    }
    if one.left >= other.left {
        return false;
    }
    let (from, to) = (one.bottom.min(other.bottom), one.top.max(other.top));
    let ends = |block: &TextBlock| {
        let middle = (block.top + block.bottom) / 2.0;
        block.is_over_or_under(one) && block.is_over_or_under(other) && from <= middle && middle <= to
    };
    !blocks.iter().any(ends)
}
