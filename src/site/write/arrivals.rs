use std::cell::RefCell;
use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};

use sha2::{Digest as _, Sha256};

use super::folder::Folder;
use super::make::Maker;
use super::manifest::{self, Hash};
use super::plan::State;
use super::tree::AddressTree;
use crate::atoms::SitePath;
use crate::diagnostic::Failure;
use crate::sink::{Make, Sink};

/// A file of the old site that the new one may share: what it holds, and how it is shared.
#[derive(Debug)]
pub(super) struct Standing {
    hash: Hash,
    state: State,
}

impl<'a> AddressTree<'a, Standing> {
    /// Reads what stands in an old folder at the addresses that its manifest lists. What is not a file that can be read is left
    /// out: the new site has nothing to share with it.
    pub(super) fn standing(listed: &AddressTree<'a, Hash>, old: &Folder) -> Self {
        let files = listed.files.keys();
        let files = files.filter_map(|name| Some((*name, Standing::of(old, name)?))).collect();
        let folders = listed.each_folder(|name, listed| Some(Self::standing(listed, &old.enter(name).ok()?)));
        Self { files, folders }
    }
}

thread_local! {
    /// Room for the bytes of one old file.
    static BUFFER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

impl Standing {
    fn of(folder: &Folder, name: &str) -> Option<Self> {
        let mut file = folder.read(name).ok()?;
        let state = State::of(&file.metadata().ok()?)?;
        let hash = BUFFER.with_borrow_mut(|buffer| {
            buffer.clear();
            io::Read::read_to_end(&mut file, buffer).ok().map(|_| manifest::hash(buffer))
        });
        Some(Self { hash: hash?, state })
    }
}

/// A file of the new site.
#[derive(Debug)]
pub(super) struct Arrival {
    pub(super) path: SitePath,
    pub(super) hash: Hash,
    pub(super) state: State,
}

/// The files of the new site as they come: each is written at once, unless the old site has the very same. Of all that
/// went by, nothing is kept but addresses and hashes.
pub(super) struct Arrivals<'m> {
    maker: &'m Maker<'m>,
    standing: AddressTree<'m, Standing>,
    come: Mutex<Vec<Arrival>>,
}

impl<'m> Arrivals<'m> {
    /// None so far; `standing` is what the old site has.
    pub(super) fn new(maker: &'m Maker<'m>, standing: AddressTree<'m, Standing>) -> Self {
        Self { maker, standing, come: Mutex::default() }
    }

    /// All that came, sorted by address.
    pub(super) fn sorted(self) -> Vec<Arrival> {
        let mut all = self.come.into_inner().unwrap_or_else(PoisonError::into_inner);
        all.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        all
    }

    /// How the old site's file at an address can be shared, when it holds the same.
    fn shared(&self, path: &SitePath, hash: &Hash) -> Option<State> {
        self.standing.file(path.as_str()).filter(|standing| standing.hash == *hash).map(|standing| standing.state)
    }

    fn note(&self, path: &SitePath, hash: Hash, state: State) {
        let arrival = Arrival { path: path.clone(), hash, state };
        self.come.lock().unwrap_or_else(PoisonError::into_inner).push(arrival);
    }
}

impl Sink for Arrivals<'_> {
    fn put(&self, path: &SitePath, bytes: &[u8]) -> Result<(), Failure> {
        let hash = manifest::hash(bytes);
        let state = match self.shared(path, &hash) {
            Some(state) => state,
            None => {
                self.maker.write(path.as_str(), |file| file.write_all(bytes))?;
                State::Changed
            }
        };
        self.note(path, hash, state);
        Ok(())
    }

    fn stream(&self, path: &SitePath, make: &mut Make<'_>) -> Result<(), Failure> {
        let mut hash = Sha256::new();
        self.maker.write(path.as_str(), |file| make(&mut Hashing { file, hash: &mut hash }))?;
        let hash = hash.finalize().into();
        let state = match self.shared(path, &hash) {
            Some(state) => {
                self.maker.take_back(path.as_str())?;
                state
            }
            None => State::Changed,
        };
        self.note(path, hash, state);
        Ok(())
    }
}

/// Hashes what goes into a file.
struct Hashing<'h> {
    file: &'h mut dyn Write,
    hash: &'h mut Sha256,
}

impl Write for Hashing<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let n = self.file.write(bytes)?;
        self.hash.update(&bytes[..n]);
        Ok(n)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}
