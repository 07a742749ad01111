use csv::StringRecord;

use crate::diagnostic::{Code, Diagnostics, FileName, Pos};

/// The names of a table's columns. Case, hyphens and the spaces between words make no difference: `Candidate Name` is
/// `candidate_name`.
pub(in crate::import) struct Headings {
    shown: Vec<String>,
    keys: Vec<String>,
}

impl Headings {
    /// The names that stand in a row.
    pub(in crate::import) fn of(row: &StringRecord) -> Self {
        let shown: Vec<String> = row.iter().map(plain).collect();
        Self { keys: shown.iter().map(|name| key(name)).collect(), shown }
    }

    /// The names as they stand there, with single spaces between words.
    pub(in crate::import) fn shown(&self) -> &[String] {
        &self.shown
    }

    /// The names as they are compared.
    pub(in crate::import) fn keys(&self) -> &[String] {
        &self.keys
    }

    /// The same with one column under another name, which no other column then has.
    pub(in crate::import) fn renamed(mut self, heading: &str, name: &str) -> Self {
        let wanted = key(heading);
        if let Some(column) = self.keys.iter().position(|known| *known == wanted) {
            self.keys.iter_mut().filter(|known| *known == name).for_each(String::clear);
            name.clone_into(&mut self.keys[column]);
        }
        self
    }

    /// The first column with one of these names; the best name comes first.
    pub(in crate::import) fn find(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| self.all(name).next())
    }

    /// The columns of a name.
    pub(in crate::import) fn all(&self, name: &str) -> impl Iterator<Item = usize> {
        let name = key(name);
        self.keys.iter().enumerate().filter(move |(_, known)| **known == name).map(|(column, _)| column)
    }
}

/// Reports a column that stands twice, at the second name.
pub(in crate::import) fn report_twice(name: &str, second: Pos, file: &FileName, found: &mut Diagnostics) {
    let message = format!("the column “{name}” is here twice");
    found.push(Code::DuplicateKey, file, second, message, "rename or delete the one that should not count");
}

/// A name of a column as it is compared.
pub(in crate::import) fn key(heading: &str) -> String {
    plain(heading).to_ascii_lowercase().replace([' ', '-'], "_")
}

/// A cell with single spaces between its words: names of columns may stand on several lines.
fn plain(cell: &str) -> String {
    cell.split_whitespace().collect::<Vec<_>>().join(" ")
}
