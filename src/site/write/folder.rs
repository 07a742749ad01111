use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rustix::fs::{AtFlags, Dir, FileType, Mode, OFlags};
use rustix::io::{Errno, Result};

/// An open folder. Its entries are reached by name, and no symlink is ever followed.
#[derive(Debug)]
pub(super) struct Folder(OwnedFd);

/// What an entry of a folder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EntryKind {
    /// A folder.
    Folder,
    /// A regular file.
    File,
    /// A symlink, wherever it leads.
    Link,
    /// A socket, a pipe, a device.
    Other,
}

/// An entry of a folder.
#[derive(Debug)]
pub(super) struct FolderEntry {
    pub(super) name: OsString,
    pub(super) kind: EntryKind,
}

/// What an open folder is like.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct About {
    /// Whether it has the published mode.
    pub(super) published: bool,
    /// Whether something is mounted at it, as far as the system tells.
    pub(super) mounted: bool,
}

/// The modes of what is published, whatever the umask.
pub(super) const FOLDER_MODE: Mode = Mode::from_raw_mode(0o755);
pub(super) const FILE_MODE: Mode = Mode::from_raw_mode(0o644);

/// How a folder is opened that need not be listed: on Linux that takes no right to read it.
#[cfg(target_os = "linux")]
const REACH: OFlags = OFlags::PATH;
#[cfg(not(target_os = "linux"))]
const REACH: OFlags = OFlags::RDONLY;

impl AsFd for Folder {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.as_fd()
    }
}

impl Folder {
    const OPEN: OFlags = OFlags::DIRECTORY.union(OFlags::NOFOLLOW).union(OFlags::CLOEXEC);

    /// Opens a folder by its resolved path, for reaching what is in it, not for listing it.
    pub(super) fn at(path: &Path) -> Result<Self> {
        rustix::fs::open(path, Self::OPEN | REACH, Mode::empty()).map(Self)
    }

    /// Opens a folder in this one.
    pub(super) fn enter(&self, name: impl rustix::path::Arg) -> Result<Self> {
        rustix::fs::openat(self, name, Self::OPEN | OFlags::RDONLY, Mode::empty()).map(Self)
    }

    /// Opens the file of that name for reading.
    pub(super) fn read(&self, name: impl rustix::path::Arg) -> Result<File> {
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        rustix::fs::openat(self, name, flags, Mode::empty()).map(File::from)
    }

    /// Makes a file that was not there, for writing.
    pub(super) fn create(&self, name: impl rustix::path::Arg) -> Result<File> {
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        rustix::fs::openat(self, name, flags, FILE_MODE).map(File::from)
    }

    /// Everything in the folder, sorted by name.
    pub(super) fn entries(&self) -> Result<Vec<FolderEntry>> {
        let mut entries = Vec::new();
        for entry in Dir::read_from(self)? {
            let entry = entry?;
            let name = OsStr::from_bytes(entry.file_name().to_bytes());
            if name == "." || name == ".." {
                continue;
            }
            let kind = match entry.file_type() {
                FileType::Unknown => self.kind(name)?,
                known => EntryKind::of(known),
            };
            entries.push(FolderEntry { name: name.to_os_string(), kind });
        }
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(entries)
    }

    fn kind(&self, name: &OsStr) -> Result<EntryKind> {
        let stat = rustix::fs::statat(self, name, AtFlags::SYMLINK_NOFOLLOW)?;
        Ok(EntryKind::of(FileType::from_raw_mode(stat.st_mode)))
    }

    /// When the entry of that name was changed.
    pub(super) fn modified(&self, name: &OsStr) -> Result<SystemTime> {
        let stat = rustix::fs::statat(self, name, AtFlags::SYMLINK_NOFOLLOW)?;
        let whole = match u64::try_from(stat.st_mtime) {
            Ok(after) => UNIX_EPOCH + Duration::from_secs(after),
            Err(_) => UNIX_EPOCH - Duration::from_secs(stat.st_mtime.unsigned_abs()),
        };
        Ok(whole + Duration::from_nanos(stat.st_mtime_nsec))
    }

    /// The number that tells the entry of that name from every other on the disk; none if there is no entry.
    pub(super) fn inode(&self, name: impl rustix::path::Arg) -> Result<Option<u64>> {
        match rustix::fs::statat(self, name, AtFlags::SYMLINK_NOFOLLOW) {
            Ok(stat) => Ok(Some(stat.st_ino)),
            Err(Errno::NOENT | Errno::NOTDIR) => Ok(None),
            Err(errno) => Err(errno),
        }
    }

    /// What this very folder is like.
    #[cfg(target_os = "linux")]
    pub(super) fn about(&self) -> Result<About> {
        use rustix::fs::{StatxAttributes, StatxFlags};
        let about = rustix::fs::statx(self, c"", AtFlags::EMPTY_PATH, StatxFlags::MODE)?;
        Ok(About {
            published: Mode::from_raw_mode(about.stx_mode.into()) == FOLDER_MODE,
            mounted: about.stx_attributes.contains(StatxAttributes::MOUNT_ROOT),
        })
    }

    /// What this very folder is like.
    #[cfg(not(target_os = "linux"))]
    pub(super) fn about(&self) -> Result<About> {
        let mode = rustix::fs::fstat(self)?.st_mode;
        Ok(About { published: Mode::from_raw_mode(mode) == FOLDER_MODE, mounted: false })
    }

    /// Whether something is mounted at the entry of that name, as far as the system tells.
    #[cfg(target_os = "linux")]
    pub(super) fn mounted(&self, name: &OsStr) -> bool {
        use rustix::fs::{StatxAttributes, StatxFlags};
        let flags = AtFlags::SYMLINK_NOFOLLOW | AtFlags::NO_AUTOMOUNT;
        rustix::fs::statx(self, name, flags, StatxFlags::empty())
            .is_ok_and(|about| about.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
    }

    /// Whether something is mounted at the entry of that name, as far as the system tells.
    #[cfg(not(target_os = "linux"))]
    pub(super) fn mounted(&self, _name: &OsStr) -> bool {
        false
    }

    /// Removes the entry of that name, a folder with all it holds; a missing entry is fine.
    pub(super) fn remove(&self, name: &OsStr, kind: EntryKind) -> Result<()> {
        let flags = if kind == EntryKind::Folder {
            let inner = self.enter(name)?;
            inner.entries()?.iter().try_for_each(|entry| inner.remove(&entry.name, entry.kind))?;
            AtFlags::REMOVEDIR
        } else {
            AtFlags::empty()
        };
        match rustix::fs::unlinkat(self, name, flags) {
            Err(Errno::NOENT) => Ok(()),
            done => done,
        }
    }
}

impl EntryKind {
    fn of(kind: FileType) -> Self {
        match kind {
            FileType::Directory => Self::Folder,
            FileType::RegularFile => Self::File,
            FileType::Symlink => Self::Link,
            _ => Self::Other,
        }
    }
}
