//! Takes the bytes of a file, puts them on the disk whole: what is read there is what was there before or the new file, also
//! after a power cut. Never writes into a file that is there.

use std::fs::{File, Permissions};
use std::io::{self, Write as _};
use std::path::Path;

use tempfile::NamedTempFile;

/// What becomes of a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// The new one takes its place.
    Replace,
    /// It stays, and nothing is written.
    Refuse,
}

/// Fills a file that lies beside its place, and puts it there once the disk has it.
///
/// # Errors
/// When the system does not let us, or a file is there that is to stay. Then all is as it was.
pub fn put(mut file: NamedTempFile, bytes: &[u8], mode: Permissions, path: &Path, over: Over) -> io::Result<()> {
    fill(file.as_file_mut(), bytes, mode)?;
    match over {
        Over::Replace => file.persist(path)?,
        Over::Refuse => file.persist_noclobber(path)?,
    };
    Ok(())
}

/// Writes a file into a folder that is to be put in place as a whole, and waits until the disk has it.
///
/// # Errors
/// When the system does not let us, or there is such a file.
pub fn write_new(path: &Path, bytes: &[u8], mode: Permissions) -> io::Result<()> {
    fill(&mut File::create_new(path)?, bytes, mode)
}

/// Gives a file its bytes and its mode, and waits until the disk has them.
///
/// # Errors
/// When the system does not let us.
pub fn fill(file: &mut File, bytes: &[u8], mode: Permissions) -> io::Result<()> {
    file.write_all(bytes)?;
    file.set_permissions(mode)?;
    file.sync_all()
}
