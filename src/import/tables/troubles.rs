use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostics, FileName, Pos};

/// How many problems of one column are reported one by one; a wrong column is wrong in every row.
const MOST: usize = 20;

/// What is wrong with the rows of a table, each problem said once however many rows have it.
#[derive(Debug, Default)]
pub(in crate::import) struct Troubles {
    /// By column and words: the place of the first, and in how many more rows.
    told: BTreeMap<(usize, String), ToldTrouble>,
    more: BTreeMap<usize, (Pos, usize)>,
}

#[derive(Debug)]
struct ToldTrouble {
    code: Code,
    pos: Pos,
    help: String,
    again: usize,
}

impl Troubles {
    /// Notes a problem; its place is only worked out if it is reported.
    pub(in crate::import) fn add(
        &mut self,
        column: usize,
        code: Code,
        message: String,
        help: impl Into<String>,
        pos: impl FnOnce() -> Pos,
    ) {
        let key = (column, message);
        if let Some(told) = self.told.get_mut(&key) {
            told.again += 1;
            return;
        }
        let of_column = (column, String::new())..(column + 1, String::new());
        if self.told.range(of_column).count() < MOST {
            self.told.insert(key, ToldTrouble { code, pos: pos(), help: help.into(), again: 0 });
            return;
        }
        self.more.entry(column).or_insert_with(|| (pos(), 0)).1 += 1;
    }

    pub(in crate::import) fn is_empty(&self) -> bool {
        self.told.is_empty()
    }

    /// Reports what is wrong, in no order.
    pub(in crate::import) fn report(self, file: &FileName, found: &mut Diagnostics) {
        for ((_, message), ToldTrouble { code, pos, help, again }) in self.told {
            let message = match again {
                0 => message,
                1 => format!("{message} (and in 1 more row)"),
                more => format!("{message} (and in {more} more rows)"),
            };
            found.push(code, file, pos, message, help);
        }
        for (pos, more) in self.more.into_values() {
            let message = format!("{more} more values of this column are wrong, from here on");
            found.push(Code::Malformed, file, pos, message, "correct those above first");
        }
    }
}
