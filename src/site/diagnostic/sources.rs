use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read as _;
use std::path::PathBuf;
use std::sync::Arc;

use super::FileName;

/// The texts that diagnostics point into, for showing the line. Those of a site's own files are read when a line of them is
/// shown: most runs show none, and all of them together take much memory.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    root: Option<PathBuf>,
    given: BTreeMap<FileName, Arc<str>>,
}

impl Sources {
    /// The largest file of which a line is shown, in bytes.
    const LARGEST: u64 = 10_000_000;

    /// The files in a folder.
    #[must_use]
    pub fn of(root: PathBuf) -> Self {
        Self { root: Some(root), given: BTreeMap::new() }
    }

    /// Adds the text of a file that does not stand there, or not like this.
    pub fn insert(&mut self, file: FileName, text: Arc<str>) {
        self.given.insert(file, text);
    }

    /// The text of a file; `None` when there is none to be shown.
    #[must_use]
    pub fn get(&self, file: &FileName) -> Option<Arc<str>> {
        if let Some(given) = self.given.get(file) {
            return Some(given.clone());
        }
        let file = File::open(self.root.as_ref()?.join(&**file)).ok()?;
        let mut bytes = Vec::new();
        file.take(Self::LARGEST).read_to_end(&mut bytes).ok()?;
        let text = String::from_utf8(bytes).ok()?;
        Some(text.strip_prefix('\u{feff}').unwrap_or(&text).into())
    }
}
