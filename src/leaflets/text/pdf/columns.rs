use std::ops::RangeInclusive;

use super::lines::Piece;

/// A wider gap always divides two pieces, in parts of the letters' size.
const APART: f64 = 2.5;
/// A gap between columns goes on in this many rows beside its own.
const ROWS: usize = 2;
/// How far the next row may be, in parts of the letters' size.
const REACH: f64 = 2.5;
/// How narrow a gap between columns may become on the way.
const NARROW: f64 = 0.3;

/// The lines of rows: the pieces of a row are joined, but for those that columns divide.
pub(super) fn lines(rows: Vec<Vec<Piece>>) -> Vec<Vec<Piece>> {
    let divided: Vec<Vec<bool>> = (0..rows.len()).map(|row| gaps(&rows, row)).collect();
    let mut out = Vec::with_capacity(rows.len());
    for (row, divided) in rows.into_iter().zip(divided) {
        let mut lines: Vec<Piece> = Vec::new();
        let mut pieces = row.into_iter();
        lines.extend(pieces.next());
        for (piece, divided) in pieces.zip(divided) {
            match lines.last_mut() {
                Some(last) if !divided => last.join(&piece),
                _ => lines.push(piece),
            }
        }
        out.push(lines);
    }
    out
}

/// Of each gap in a row whether columns begin there.
fn gaps(rows: &[Vec<Piece>], row: usize) -> Vec<bool> {
    let is_gap = |pair: &[Piece]| {
        let [left, right] = pair else { return false };
        let size = left.size.min(right.size);
        let gap = right.left - left.right;
        if gap > APART * size {
            return true;
        }
        let above = (0..row).rev();
        let below = row + 1..rows.len();
        goes_on(rows, row, above, left.right..=right.left) + goes_on(rows, row, below, left.right..=right.left) >= ROWS
    };
    rows[row].windows(2).map(is_gap).collect()
}

/// In how many rows from one on a gap goes on, with text on both of its sides.
fn goes_on(rows: &[Vec<Piece>], from: usize, others: impl Iterator<Item = usize>, gap: RangeInclusive<f64>) -> usize {
    let (mut start, mut end) = gap.into_inner();
    let (mut base, size, mut count) = (rows[from][0].base, rows[from][0].size, 0);
    for row in others {
        let row = &rows[row];
        let far = (row[0].base - base).abs() > REACH * size.max(row[0].size);
        let blocked = row.iter().any(|piece| {
            piece.left < end - NARROW * size
                && piece.right > start + NARROW * size
                && (piece.left <= start && piece.right >= end)
        });
        if far || blocked {
            break;
        }
        let left = row.iter().filter(|p| p.right <= end).map(|p| p.right).fold(f64::MIN, f64::max);
        let right = row.iter().filter(|p| p.left >= start).map(|p| p.left).fold(f64::MAX, f64::min);
        if left == f64::MIN || right == f64::MAX {
            // Where one column ends before the other, nothing speaks for the gap, and nothing against it.
            if row.iter().any(|p| p.right > start && p.left < end) {
                break;
            }
            base = row[0].base;
            continue;
        }
        (start, end) = (start.max(left), end.min(right));
        if end - start < NARROW * size {
            break;
        }
        (base, count) = (row[0].base, count + 1);
        if count >= ROWS {
            break;
        }
    }
    count
}
