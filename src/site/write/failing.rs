use std::path::Path;

use rustix::io::Errno;

use crate::diagnostic::Failure;

/// Says what the system refused while the site was written, and what to do about it.
///
/// `at` is the part of the site it happened at, or empty.
pub(super) fn refused(out: &Path, at: &str, errno: Errno) -> Failure {
    let why = if at.is_empty() { errno.to_string() } else { format!("{errno} (at {at})") };
    Failure::at(out, "cannot write the site to", why, remedy(errno))
}

/// Says why the site may not be written there at all.
pub(super) fn forbidden(out: &Path, why: impl Into<String>, help: impl Into<String>) -> Failure {
    Failure::at(out, "cannot write the site to", why.into(), help)
}

fn remedy(errno: Errno) -> &'static str {
    match errno {
        Errno::NOSPC | Errno::DQUOT => "make room on the disk, or choose another folder with --out, and build again",
        Errno::ROFS => "the disk is read-only: choose another folder with --out",
        Errno::ACCESS | Errno::PERM => {
            "the new site is made beside the old one: get the right to write there and in the folder above it, \
             or choose another folder with --out"
        }
        Errno::NAMETOOLONG => "choose a folder with a shorter name with --out",
        Errno::BUSY | Errno::XDEV => MOUNT_POINT,
        Errno::MFILE | Errno::NFILE => "too many files are open: raise the limit (ulimit -n) and build again",
        Errno::NOENT | Errno::NOTDIR => "another program changed the folder in the meantime: build again",
        _ => "check the disk, or choose another folder with --out, and build again",
    }
}

/// The remedy for an output that is a mount point, which no system lets change places.
pub(super) const MOUNT_POINT: &str =
    "a mount point cannot be swapped: choose a folder inside it with --out, such as --out public/site";
