use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sha2::{Digest as _, Sha256};

use super::picture_file::{PictureFile, PictureKind};

/// From how many points on pictures are opened one at a time, lest many together take all memory.
const LARGE: usize = 8_000_000;
/// Whose turn it is to open a large picture.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// A picture as it is published: made anew from its points, so that nothing of what the file told of place, device,
/// person or time goes with it.
#[derive(Debug, Clone)]
pub struct Picture {
    /// The file.
    pub bytes: Arc<[u8]>,
    /// How wide it is, in points.
    pub width: u32,
    /// How high it is, in points.
    pub height: u32,
    /// How the names of such files end.
    pub ending: &'static str,
}

/// The pictures that were made so far, by the SHA-256 of the file and the longest edge: to make one takes longer than all else of a
/// small site.
#[derive(Debug, Default)]
pub(super) struct Album(Mutex<Made>);

type Made = HashMap<([u8; 32], usize), Result<Picture, String>>;

impl Album {
    /// What is published of a photograph or scan, with no edge of more points than this.
    pub(super) fn picture(&self, bytes: &[u8], longest: usize) -> Result<Picture, String> {
        let key = (Sha256::digest(bytes).into(), longest);
        if let Some(made) = self.pictures().get(&key) {
            return made.clone();
        }
        let made = Picture::of(bytes, longest);
        self.pictures().insert(key, made.clone());
        made
    }

    /// Nothing is ever half put in, so that it may be used even when a thread has ended early.
    fn pictures(&self) -> MutexGuard<'_, Made> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Picture {
    /// What is published of a photograph or scan.
    fn of(bytes: &[u8], longest: usize) -> Result<Self, String> {
        let file = PictureFile::of(bytes)?;
        let large = file.width * file.height > LARGE;
        let _turn = large.then(|| ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner));
        let kind = file.kind();
        let points = file.upright()?;
        let points = if points.longest() > longest { points.resized(longest)? } else { points };
        // Drawings stay sharp as PNG; photographs are small as JPEG, which knows no transparency.
        let (bytes, ending) = match kind {
            PictureKind::Png => (points.png()?, "png"),
            PictureKind::WebP if points.may_be_seen_through() => (points.png()?, "png"),
            PictureKind::Jpeg | PictureKind::WebP => (points.jpeg()?, "jpg"),
        };
        let (width, height) = points.size();
        Ok(Self { bytes: bytes.into(), width, height, ending })
    }
}

/// How wide and high something of this size is, in whole pixels, as large as fits into a box.
pub(super) fn fitted((width, height): (f64, f64), within: (f64, f64)) -> (u32, u32) {
    let scale = (within.0 / width).min(within.1 / height);
    let edge = |length: f64| (length * scale).round().max(1.0) as u32;
    (edge(width), edge(height))
}
