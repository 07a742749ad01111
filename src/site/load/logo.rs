use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::drawing::Drawing;
use super::originals;
use super::picture::fitted;
use super::picture_file::{PictureFile, PictureKind};
use crate::atoms::Colour;
use crate::diagnostic::{Code, Diagnostics, Failure, FileName, Pos};

/// How wide and high a logo is shown at most, in pixels: a line of the head, and no more than half of a small telephone.
const BOX: (f64, f64) = (132.0, 36.0);
/// How many bytes of one are sent at most: every page carries it.
const MOST: usize = 20_000;

/// A logo as it is published.
#[derive(Debug, Clone)]
pub struct Logo {
    /// The file: what is seen of a drawing, or a picture made anew from its points.
    pub bytes: Arc<[u8]>,
    /// How wide it is shown, in pixels.
    pub width: u32,
    /// How high it is shown, in pixels.
    pub height: u32,
    /// How the names of such files end.
    pub ending: &'static str,
    /// The colours that are seen of it, each with how much of it has it; none of a picture that brings its own ground.
    pub colours: BTreeMap<Colour, u32>,
}

/// Reads a logo; reported when it cannot be published.
///
/// # Errors
/// When the system does not let us read it.
pub(super) fn read(root: &Path, file: &FileName, found: &mut Diagnostics) -> Result<Option<Logo>, Failure> {
    let Some(bytes) = originals::read(root, file, found)? else { return Ok(None) };
    let logo = match std::str::from_utf8(&bytes) {
        Ok(text) => Drawing::read(text, file, found).map(Logo::of_drawing),
        Err(_) => Logo::of_picture(&bytes)
            .map_err(|why| {
                let message = format!("this logo cannot be opened: {why}");
                found.push(Code::BadPicture, file, Pos::START, message, "save it again as SVG or PNG");
            })
            .ok(),
    };
    Ok(logo.filter(|logo| {
        let size = logo.bytes.len();
        if size > MOST {
            let message = format!("this logo would add {size} bytes to each page, and at most {MOST} are let");
            let help = "save it simpler: as “optimised SVG”, or as a small PNG";
            found.push(Code::TooLarge, file, Pos::START, message, help);
        }
        size <= MOST
    }))
}

impl Logo {
    fn of_drawing(Drawing { size, colours, plain }: Drawing) -> Self {
        let (width, height) = fitted(size, BOX);
        Self { bytes: plain.into_bytes().into(), width, height, ending: "svg", colours }
    }

    fn of_picture(bytes: &[u8]) -> Result<Self, String> {
        let file = PictureFile::of(bytes)?;
        if file.kind() != PictureKind::Png {
            return Err("it is neither an SVG nor a PNG".to_owned());
        }
        let points = file.upright()?;
        let (wide, high) = points.size();
        let (width, height) = fitted((f64::from(wide), f64::from(high)), BOX);
        // Twice as large as it is shown, so that it looks sharp.
        let longest = 2 * width.max(height) as usize;
        let points = if points.longest() > longest { points.resized(longest)? } else { points };
        Ok(Self { bytes: points.png()?.into(), width, height, ending: "png", colours: points.seen() })
    }
}
