//! Takes bytes and where they came from, gives them back by their hash or by their address; each file
//! is put in place whole or not at all. Never asks the network.

mod kind;
mod verify;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, Permissions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use tempfile::{Builder, NamedTempFile};

pub use kind::FileKind;
pub use verify::Verified;

use crate::diagnostic::Failure;
use crate::disk::{self, Over};

/// Where the store lies, from the site's root.
const FOLDERS: [&str; 2] = [".hustings", "store"];
/// How files are called that are still being written.
const HALF_WRITTEN: &str = "incoming-";

/// Where some bytes came from, and when.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Provenance {
    /// The address that was asked for.
    pub address: String,
    /// The address that answered, after redirects.
    pub final_address: String,
    /// When these bytes were first received from it.
    pub fetched: Timestamp,
    /// When it was last seen that they are still the same.
    pub checked: Timestamp,
    /// The status of the answer.
    pub status: u16,
    /// Those headers of the answer that matter: its validators, and what it said of type, length and date.
    pub headers: BTreeMap<String, String>,
    /// The SHA-256 of the bytes, under which they are kept.
    pub sha256: String,
    /// How many bytes there are.
    pub size: u64,
    /// What they are.
    pub kind: FileKind,
    /// Whom to credit, or under which licence it stands, as the record said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// What was found there before, the latest first; those bytes are kept too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Earlier>,
}

/// Bytes that were found at an address before.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Earlier {
    /// Their SHA-256.
    pub sha256: String,
    /// When they were received.
    pub fetched: Timestamp,
}

/// The store of a site: bytes by their SHA-256, and for each address what was found there last.
///
/// ```text
/// .hustings/store/objects/9f/9f86d0…      what was fetched, named by the SHA-256 of its bytes
/// .hustings/store/addresses/4a1b….json    where it came from, named by the SHA-256 of the address
/// .hustings/store/texts/asha-leaflet      the SHA-256 of the text that was made of a document
/// ```
#[derive(Debug, Clone)]
pub struct Store {
    root: PathBuf,
}

impl Store {
    /// Opens the store of a site, making it when there is none, and takes away what a killed run left half-written.
    ///
    /// # Errors
    /// When the folder cannot be made, or a part of its path is a symbolic link, which could lead anywhere.
    pub fn open(site: &Path) -> Result<Self, Failure> {
        let mut root = site.to_path_buf();
        for folder in FOLDERS.into_iter().chain(["objects"]) {
            root.push(folder);
            make_folder(&root)?;
        }
        root.pop();
        make_folder(&root.join("addresses"))?;
        let store = Self { root };
        store.discard_leftovers();
        Ok(store)
    }

    /// Keeps some bytes, and says by which hash they are found again. What is there already is left as it is.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn keep(&self, bytes: &[u8]) -> Result<String, Failure> {
        let hash = sha256(bytes);
        let path = self.object(&hash);
        // A damaged object is put right by fetching it again.
        if fs::read(&path).is_ok_and(|there| there == bytes) {
            return Ok(hash);
        }
        make_folder(path.parent().unwrap_or(&self.root))?;
        self.put(&path, bytes)?;
        Ok(hash)
    }

    /// Notes what was found at an address; its bytes are kept already.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn note(&self, provenance: &Provenance) -> Result<(), Failure> {
        let path = self.record(&provenance.address);
        let mut text = serde_json::to_string_pretty(provenance)
            .map_err(|e| Failure::at(&path, "cannot write", e, "report this as a fault of the program"))?;
        text.push('\n');
        self.put(&path, text.as_bytes())
    }

    /// What was found at an address last; nothing when it was never fetched, or its record is damaged.
    #[must_use]
    pub fn latest(&self, address: &str) -> Option<Provenance> {
        let text = fs::read(self.record(address)).ok()?;
        serde_json::from_slice(&text).ok().filter(|provenance: &Provenance| provenance.address == address)
    }

    /// Bytes by their hash.
    ///
    /// # Errors
    /// When they are not there, cannot be read, or are not what they were.
    pub fn bytes(&self, hash: &str) -> Result<Vec<u8>, Failure> {
        let path = self.object(hash);
        let help = "run “hustings fetch” again";
        let bytes = fs::read(&path).map_err(|e| Failure::at(&path, "cannot read", e, help))?;
        if sha256(&bytes) != hash {
            return Err(Failure::at(&path, "cannot use", "it has changed since it was fetched", help));
        }
        Ok(bytes)
    }

    /// Notes the SHA-256 of the text that was made of a document, so that it can be told whether somebody touched it.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn wrote(&self, document: &str, hash: &str) -> Result<(), Failure> {
        let folder = self.root.join("texts");
        make_folder(&folder)?;
        self.put(&folder.join(document), hash.as_bytes())
    }

    /// The SHA-256 of the text that was made of a document; nothing when none was made here.
    #[must_use]
    pub fn written(&self, document: &str) -> Option<String> {
        fs::read_to_string(self.root.join("texts").join(document)).ok()
    }

    fn object(&self, hash: &str) -> PathBuf {
        self.root.join("objects").join(hash.get(..2).unwrap_or("00")).join(hash)
    }

    fn record(&self, address: &str) -> PathBuf {
        self.root.join("addresses").join(format!("{}.json", sha256(address.as_bytes())))
    }

    /// Puts a file in place whole: what is read there is the old one or the new one, also after a power cut.
    fn put(&self, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
        let mode = Permissions::from_mode(0o644);
        let written = self.half_written().and_then(|file| disk::put(file, bytes, mode, path, Over::Replace));
        let help = "make room or give yourself the right to write there, then run it again";
        written.map_err(|e| Failure::at(path, "cannot write", e, help))
    }

    fn half_written(&self) -> io::Result<NamedTempFile> {
        Builder::new().prefix(HALF_WRITTEN).tempfile_in(&self.root)
    }

    fn discard_leftovers(&self) {
        let entries = fs::read_dir(&self.root).into_iter().flatten().flatten();
        let is_left = |name: &std::ffi::OsStr| name.as_encoded_bytes().starts_with(HALF_WRITTEN.as_bytes());
        for left in entries.filter(|entry| is_left(&entry.file_name())) {
            // What cannot be taken away is in nobody's way.
            let _ = fs::remove_file(left.path());
        }
    }
}

/// The SHA-256 of some bytes, in hexadecimal digits.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn make_folder(path: &Path) -> Result<(), Failure> {
    let refuse = |why: &str, help: &str| Err(Failure::at(path, "cannot use the store", why, help));
    match fs::symlink_metadata(path) {
        Ok(meta) if meta.is_dir() => return Ok(()),
        Ok(meta) if meta.is_symlink() => {
            return refuse("it is a symbolic link", "put a folder in its place; what was fetched can be fetched again");
        }
        Ok(_) => return refuse("it is not a folder", "move it away and run this again"),
        Err(e) if e.kind() != ErrorKind::NotFound => return refuse(&e.to_string(), "make it readable"),
        Err(_) => {}
    }
    let made = fs::create_dir(path).and_then(|()| fs::set_permissions(path, Permissions::from_mode(0o755)));
    match made {
        // Another run made it in the meantime.
        Err(e) if e.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(e) => refuse(&e.to_string(), "make room or give yourself the right to write there, then run it again"),
        Ok(()) => Ok(()),
    }
}
