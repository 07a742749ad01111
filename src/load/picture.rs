use std::collections::HashMap;
use std::io::Cursor;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use sha2::{Digest as _, Sha256};

/// How many points a picture has at most that is opened: a scan of A3, finely.
const POINTS: u64 = 80_000_000;
/// How much memory its points may take, in bytes.
const MEMORY: u64 = 256_000_000;
/// From how many points on pictures are opened one at a time, lest many together take all memory.
const LARGE: u64 = 8_000_000;
/// Whose turn it is to open a large picture.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
/// The longest edge of a picture that is published, in points: small print can be read, and a telephone can hold it.
const PUBLISHED: u32 = 1_400;
/// How closely a published photograph keeps to the original, of 100.
const QUALITY: u8 = 75;

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

/// The pictures that were made so far, by the SHA-256 of the file: to make one takes longer than all else of a small site.
#[derive(Debug, Default)]
pub(super) struct Album(Mutex<HashMap<[u8; 32], Result<Picture, String>>>);

impl Album {
    /// What is published of a photograph or scan.
    pub(super) fn picture(&self, bytes: &[u8]) -> Result<Picture, String> {
        let key = Sha256::digest(bytes).into();
        if let Some(made) = self.pictures().get(&key) {
            return made.clone();
        }
        let made = Picture::of(bytes);
        self.pictures().insert(key, made.clone());
        made
    }

    /// Nothing is ever half put in, so that it may be used even when a thread has ended early.
    fn pictures(&self) -> MutexGuard<'_, HashMap<[u8; 32], Result<Picture, String>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Picture {
    /// What is published of a photograph or scan.
    fn of(bytes: &[u8]) -> Result<Self, String> {
        let (decoder, format) = decoder(bytes)?;
        let large = points(&decoder) > LARGE;
        let _turn = large.then(|| ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner));
        let picture = upright(decoder)?;
        let longest = picture.width().max(picture.height());
        let picture =
            if longest > PUBLISHED { picture.resize(PUBLISHED, PUBLISHED, FilterType::Lanczos3) } else { picture };
        let (width, height) = (picture.width(), picture.height());
        let mut out = Cursor::new(Vec::new());
        // Drawings stay sharp as PNG; photographs are small as JPEG, which knows no transparency.
        let written = match format {
            ImageFormat::Png if picture.color().has_alpha() => picture.to_rgba8().write_to(&mut out, format),
            ImageFormat::Png => picture.to_rgb8().write_to(&mut out, format),
            _ => picture.to_rgb8().write_with_encoder(JpegEncoder::new_with_quality(&mut out, QUALITY)),
        };
        written.map_err(|e| one_line(&e))?;
        let ending = if format == ImageFormat::Png { "png" } else { "jpg" };
        Ok(Self { bytes: out.into_inner().into(), width, height, ending })
    }
}

/// Opens a picture, whatever its name, and turns it as whoever made it held it.
///
/// # Errors
/// When it is damaged, too large or of a kind that nobody knows, with why on one line.
pub fn open_upright(bytes: &[u8]) -> Result<DynamicImage, String> {
    let (decoder, _) = decoder(bytes)?;
    upright(decoder)
}

/// What will open a picture that is not too large.
fn decoder(bytes: &[u8]) -> Result<(impl ImageDecoder + '_, ImageFormat), String> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|e| one_line(&e))?;
    let format = reader.format().ok_or("it is neither a JPEG, a PNG nor a WebP")?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let decoder = reader.into_decoder().map_err(|e| one_line(&e))?;
    let (width, height) = decoder.dimensions();
    if points(&decoder) > POINTS || decoder.total_bytes() > MEMORY {
        return Err(format!("it has {width} times {height} points, and at most {POINTS} are opened"));
    }
    Ok((decoder, format))
}

fn points(decoder: &impl ImageDecoder) -> u64 {
    let (width, height) = decoder.dimensions();
    u64::from(width) * u64::from(height)
}

fn upright(mut decoder: impl ImageDecoder) -> Result<DynamicImage, String> {
    let orientation = decoder.orientation();
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|e| one_line(&e))?;
    if let Ok(orientation) = orientation {
        picture.apply_orientation(orientation);
    }
    Ok(picture)
}

fn one_line(error: &dyn std::fmt::Display) -> String {
    let line: String = error.to_string().chars().map(|c| if c.is_control() { ' ' } else { c }).take(120).collect();
    line.trim().to_owned()
}
