use std::fmt::Write as _;
use std::io::Read as _;

use rustix::io::Errno;
use sha2::{Digest as _, Sha256};

use super::arrivals::Arrival;
use super::failing::{forbidden, refused};
use super::folder::Folder;
use super::target::Target;
use super::tree::AddressTree;
use crate::atoms::SitePath;
use crate::diagnostic::Failure;

/// The name of the manifest in the published folder; no address of a site starts with a full stop.
pub const NAME: &str = ".hustings-manifest";

const HEAD: &str = "# Made by hustings, which replaces and removes the files listed here and no others.\n\
                    # To compare a copy with it: sha256sum -c .hustings-manifest\n";

/// The SHA-256 of a file.
pub(super) type Hash = [u8; 32];

/// Which files hustings made in a folder, and what was in them: the only files it ever deletes.
///
/// Plain text, sorted, the same for the same site; it is published with the site.
#[derive(Debug)]
pub(super) struct Manifest {
    text: String,
    lines: Vec<(SitePath, Hash)>,
}

impl Manifest {
    /// Reads the manifest of a folder, if it has one.
    ///
    /// # Errors
    /// When the manifest is not a regular file or has a line that hustings would not write.
    pub(super) fn read(folder: &Folder, target: &Target) -> Result<Option<Self>, Failure> {
        let broken = |why: &str| {
            forbidden(
                target.path(),
                format!("its {NAME} {why}, so nobody can tell what hustings made there"),
                "empty the folder, or choose another with --out, and build again",
            )
        };
        let mut file = match folder.read(NAME) {
            Ok(file) => file,
            Err(Errno::NOENT) => return Ok(None),
            Err(Errno::LOOP | Errno::MLINK | Errno::NXIO) => return Err(broken("is not a regular file")),
            Err(errno) => return Err(refused(target.path(), NAME, errno)),
        };
        if !file.metadata().is_ok_and(|about| about.is_file()) {
            return Err(broken("is not a regular file"));
        }
        let mut text = String::new();
        file.read_to_string(&mut text).map_err(|_| broken("cannot be read"))?;
        let lines = text.lines().filter(|line| !line.starts_with('#')).map(line).collect::<Option<_>>();
        let lines = lines.ok_or_else(|| broken("has been changed by hand"))?;
        Ok(Some(Self { text, lines }))
    }

    /// The manifest as it was published.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The files as a tree; an address that contradicts another is given back.
    pub(super) fn tree(&self) -> Result<AddressTree<'_, Hash>, &str> {
        let mut tree = AddressTree::default();
        for (path, hash) in &self.lines {
            tree.insert(path.as_str(), *hash)?;
        }
        Ok(tree)
    }
}

/// The manifest of a site's files, which are sorted by address.
pub(super) fn of_files(files: &[Arrival]) -> String {
    let mut text = String::with_capacity(files.len() * 120);
    text.push_str(HEAD);
    for Arrival { path, hash, .. } in files {
        for byte in hash {
            let _ = write!(text, "{byte:02x}");
        }
        let _ = writeln!(text, "  {path}");
    }
    text
}

/// The hash of a file's bytes.
pub(super) fn hash(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

fn line(line: &str) -> Option<(SitePath, Hash)> {
    let (hex, path) = line.split_once("  ")?;
    let mut hash = [0; 32];
    if hex.len() != 64 || !hex.is_ascii() {
        return None;
    }
    for (byte, pair) in hash.iter_mut().zip(hex.as_bytes().chunks_exact(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some((path.parse().ok()?, hash))
}
