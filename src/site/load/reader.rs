use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use super::files::{self, ListedFile, ListedKind};
use super::kinds::{self, Entry};
use super::picture::Album;
use super::source::{self, SourceText};
use super::{Loaded, country, gather, guides};
use crate::country::Country;
use crate::diagnostic::{Diagnostics, Failure, FileName};

/// Looks over the text of a file while it is at hand: texts are not kept.
pub type Look = fn(Country, &FileName, &str) -> Diagnostics;

/// Reads a site, again and again if need be: a file that has not changed since the last time is not read again.
#[derive(Debug, Default)]
pub struct Reader {
    /// Whether it hands over the texts too.
    texts: bool,
    look: Option<Look>,
    /// Whether it reads the guides too.
    guides: bool,
    /// What it takes for the texts of some files, whatever stands in them.
    proposed: BTreeMap<FileName, String>,
    /// Files that it takes to be gone, whether they are there or not.
    missing: BTreeSet<FileName>,
    /// The country in which it found the site the last time.
    country: Option<Country>,
    /// What it read the last time, when it keeps that.
    kept: Option<HashMap<FileName, Arc<Read>>>,
    /// Copies of that to hand over, which were made while nobody waited.
    spare: HashMap<FileName, (Arc<Read>, Read)>,
    album: Album,
}

impl Reader {
    /// A reader that looks over each text.
    #[must_use]
    pub fn that_looks(look: Look) -> Self {
        Self { look: Some(look), ..Self::default() }
    }

    /// A reader that hands over the texts too, as they were when it read them.
    #[must_use]
    pub fn that_keeps_texts(self) -> Self {
        Self { texts: true, ..self }
    }

    /// A reader that takes these texts for what stands in their files, whether they are there or not.
    #[must_use]
    pub fn that_takes(self, proposed: BTreeMap<FileName, String>) -> Self {
        Self { proposed, ..self }
    }

    /// A reader that takes these files to be gone.
    #[must_use]
    pub fn that_misses(self, missing: BTreeSet<FileName>) -> Self {
        Self { missing, ..self }
    }

    /// A reader that reads the guides too, which whoever changes records does not need.
    #[must_use]
    pub fn that_reads_guides(self) -> Self {
        Self { guides: true, ..self }
    }

    /// A reader that keeps what it reads for the next time.
    #[must_use]
    pub fn that_keeps(self) -> Self {
        Self { kept: Some(HashMap::new()), ..self }
    }

    /// Reads a whole site, the files in parallel.
    ///
    /// # Errors
    /// When there is no site in the folder or the system does not let us read it.
    pub fn load(&mut self, root: &Path) -> Result<Loaded, Failure> {
        let mut found = Diagnostics::default();
        let files::Listing { site, mut files, originals, pictures, misnamed, mut litter } =
            files::list(root, &self.proposed, &self.missing, &mut found)?;
        let site = self.read(root, site, site_country)?;
        let country = site_country(site.entry.as_ref());
        if let (true, Some(Entry::Site(site))) = (self.guides, &site.entry) {
            files.extend(guides::list(root, site, &mut litter, &mut found)?);
        }
        if self.country.replace(country) != Some(country)
            && let Some(kept) = &mut self.kept
        {
            kept.clear();
        }
        let others = files.into_par_iter().map(|listed| self.read(root, listed, |_| country));
        let mut files: Vec<Arc<Read>> = others.collect::<Result<_, _>>()?;
        files.insert(0, site);
        if let Some(kept) = &mut self.kept {
            *kept = files.iter().map(|read| (read.file.clone(), read.clone())).collect();
        }
        let mut spare = std::mem::take(&mut self.spare);
        let mut copied = |read: &Arc<Read>| spare.remove(&read.file).filter(|(of, _)| Arc::ptr_eq(of, read));
        let files: Vec<_> = files.into_iter().map(|read| (copied(&read), read)).collect();
        let read = files.into_par_iter().map(|(copied, read)| match copied {
            Some((_, copy)) => copy,
            None => Arc::unwrap_or_clone(read),
        });
        let read = read.collect();
        let mut loaded = gather(root, (read, misnamed), (originals, pictures), &self.album, found)?;
        self.proposed.iter().for_each(|(file, text)| loaded.sources.insert(file.clone(), text.as_str().into()));
        Ok(Loaded { litter, ..loaded })
    }

    /// Copies what it keeps, so that the next time it can be handed over at once.
    pub fn get_ready(&mut self) {
        let copy = |(file, read): (&FileName, &Arc<Read>)| (file.clone(), (read.clone(), Read::clone(read)));
        self.spare = self.kept.iter().flatten().par_bridge().map(copy).collect();
    }

    /// Reads one file, unless it is as it was.
    fn read(
        &self,
        root: &Path,
        ListedFile { file, kind }: ListedFile,
        country: impl Fn(Option<&Entry>) -> Country,
    ) -> Result<Arc<Read>, Failure> {
        let known = self.kept.as_ref().and_then(|kept| kept.get(&file)).filter(|known| known.kind == kind);
        let stamp = self.kept.as_ref().and_then(|_| Stamp::of(&root.join(&*file)));
        if let Some(known) = known.filter(|known| stamp.is_some() && known.stamp == stamp) {
            return Ok(known.clone());
        }
        let mut found = Diagnostics::default();
        let proposed = self.proposed.get(&file).map(String::as_str);
        let Some(source) = source::read(root, &file, proposed, kind.largest(), &mut found)? else {
            let (seen, hash, text, entry) = (Diagnostics::default(), None, None, None);
            return Ok(Arc::new(Read { file, kind, stamp, hash, text, entry, found, seen }));
        };
        let hash = self.kept.as_ref().map(|_| Sha256::digest(source.text.as_bytes()).into());
        if let Some(known) = known.filter(|known| hash.is_some() && known.hash == hash) {
            return Ok(Arc::new(Read { stamp, ..Read::clone(known) }));
        }
        let entry = entry(kind, &source, &mut found);
        let look = self.look.map(|look| look(country(entry.as_ref()), &file, &source.text));
        let (seen, text) = (look.unwrap_or_default(), self.texts.then_some(source.text));
        Ok(Arc::new(Read { file, kind, stamp, hash, text, entry, found, seen }))
    }
}

/// One file, read.
#[derive(Debug, Clone)]
pub(super) struct Read {
    pub(super) file: FileName,
    kind: ListedKind,
    stamp: Option<Stamp>,
    hash: Option<[u8; 32]>,
    pub(super) text: Option<Arc<str>>,
    pub(super) entry: Option<Entry>,
    pub(super) found: Diagnostics,
    pub(super) seen: Diagnostics,
}

/// By what a file is known to be as it was, without reading it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stamp {
    size: u64,
    modified: SystemTime,
    /// The number of the file on the disk, and when it came to be as it is: another file may have been put in its place, or its
    /// time set back.
    inode: u64,
    changed: (i64, i64),
}

impl Stamp {
    /// How long ago a change must be: some file systems count in steps of two seconds, and two changes within one step look
    /// like one.
    const SETTLED: Duration = Duration::from_secs(3);

    /// The stamp of a file; `None` when it may change again without another one.
    fn of(path: &Path) -> Option<Self> {
        let file = fs::metadata(path).ok()?;
        let modified = file.modified().ok()?;
        let is_settled = modified.elapsed().is_ok_and(|since| since > Self::SETTLED);
        let (inode, changed) = (file.ino(), (file.ctime(), file.ctime_nsec()));
        is_settled.then_some(Self { size: file.len(), modified, inode, changed })
    }
}

fn site_country(entry: Option<&Entry>) -> Country {
    country(match entry {
        Some(Entry::Site(site)) => Some(&site.record),
        _ => None,
    })
}

fn entry(kind: ListedKind, source: &SourceText, found: &mut Diagnostics) -> Option<Entry> {
    match kind {
        ListedKind::Record(kind) => kind.read(source, found),
        ListedKind::Translated(kind) => kinds::translated(kind, source, found),
        ListedKind::Table => Some(Entry::Table(source.file.clone(), source.text.clone())),
        // Listed apart, since no record stands in it.
        ListedKind::Original | ListedKind::Picture => None,
    }
}
