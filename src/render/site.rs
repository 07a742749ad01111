use std::collections::BTreeMap;

use crate::atoms::SitePath;

/// A whole site in memory: every address with its bytes, and nothing else.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    files: BTreeMap<SitePath, Vec<u8>>,
}

impl Site {
    /// All files, sorted by address.
    pub fn files(&self) -> impl ExactSizeIterator<Item = (&SitePath, &Vec<u8>)> {
        self.files.iter()
    }

    /// The bytes at an address.
    #[must_use]
    pub fn get(&self, path: &SitePath) -> Option<&Vec<u8>> {
        self.files.get(path)
    }

    /// How many files there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

impl FromIterator<(SitePath, Vec<u8>)> for Site {
    fn from_iter<I: IntoIterator<Item = (SitePath, Vec<u8>)>>(files: I) -> Self {
        Self { files: files.into_iter().collect() }
    }
}
