use std::fs::{Permissions, metadata};
use std::io::ErrorKind;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use crate::desk::NotDone;
use crate::diagnostic::Failure;
use crate::disk::{self, Over};

/// Puts a file where somebody named it, whole or not at all.
pub(super) fn put_file(path: &Path, bytes: &[u8], over: Over) -> Result<(), NotDone> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let refused = |e| {
        let help = "name a file in a folder to which you may write";
        NotDone::Failure(Failure::at(path, "cannot write", e, help))
    };
    if metadata(path).is_ok_and(|there| there.is_dir()) {
        return Err(NotDone::Refused(format!("{} is a folder; name a file in it", path.display())));
    }
    let named = tempfile::Builder::new().prefix(".hustings-").suffix(".tmp").tempfile_in(folder);
    match disk::put(named.map_err(refused)?, bytes, Permissions::from_mode(0o644), path, over) {
        Err(e) if e.kind() == ErrorKind::AlreadyExists => Err(NotDone::Refused(format!(
            "{} is there already; name another file, or add --force to replace it",
            path.display()
        ))),
        done => done.map_err(refused),
    }
}
