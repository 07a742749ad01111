//! Takes a folder, gives it the records of a made-up election of national size. Nothing depends on
//! the clock or on chance: every run writes the same bytes.

mod ballots;
mod frame;
mod parties;
mod pick;

use std::fs;
use std::io;
use std::path::Path;

/// The made-up election.
const ELECTION: &str = "example.2031-05-01";
/// How many ballots there are in a nation: as many as the House of Commons has seats.
const BALLOTS: usize = 650;
/// How many parties stand.
const PARTIES: usize = 40;
/// Who enters and checks records.
const CHECKERS: &[&str] = &["jo", "sam", "lee", "kim", "max"];

/// Writes the site: 650 ballots with about 4,000 people, or a multiple of that.
///
/// # Errors
/// When the folder cannot be written.
pub(crate) fn write(root: &Path, times: usize) -> io::Result<()> {
    frame::write(root, times)?;
    parties::write(root)?;
    ballots::write(root, BALLOTS * times)
}

fn put(root: &Path, name: &str, text: &str) -> io::Result<()> {
    let path = root.join(name);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}
