use std::io::Cursor;

use image_webp::WebPDecoder;
use infer::image::{is_jpeg, is_png, is_webp};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::points::{Colours, Points, Turn};
use crate::atoms::one_line;

/// How many points a picture has at most that is opened: a scan of A3, finely.
const POINTS: usize = 80_000_000;
/// How long an edge may be, in points: the most that a JPEG can have.
const EDGE: usize = 65_535;
/// How much memory its points may take, in bytes: as many in three colours.
const MEMORY: usize = 3 * POINTS;
/// The number under which Exif keeps how a picture was held.
const ORIENTATION: u16 = 0x112;

/// The kinds of picture that are opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PictureKind {
    Jpeg,
    Png,
    WebP,
}

/// A picture of which only the head was read. It is not too large.
pub(super) struct PictureFile<'b> {
    decoder: Decoder<'b>,
    /// How wide it lies in the file, in points.
    pub(super) width: usize,
    /// How high it lies in the file, in points.
    pub(super) height: usize,
    colours: Colours,
    turn: Turn,
}

enum Decoder<'b> {
    Jpeg(Box<JpegDecoder<ZCursor<&'b [u8]>>>),
    Png(Box<png::Reader<Cursor<&'b [u8]>>>),
    WebP(WebPDecoder<Cursor<&'b [u8]>>),
}

/// Opens a picture, whatever its name, and turns it as whoever made it held it.
///
/// # Errors
/// When it is damaged, too large or of a kind that nobody knows, with why on one line.
pub fn open_upright(bytes: &[u8]) -> Result<Points, String> {
    PictureFile::of(bytes)?.upright()
}

impl<'b> PictureFile<'b> {
    /// Reads the head of a picture.
    ///
    /// # Errors
    /// When it is damaged, too large or of a kind that nobody knows, with why on one line.
    pub(super) fn of(bytes: &'b [u8]) -> Result<Self, String> {
        let file = match bytes {
            _ if is_jpeg(bytes) => Self::jpeg(bytes)?,
            _ if is_png(bytes) => Self::png(bytes)?,
            _ if is_webp(bytes) => Self::webp(bytes)?,
            _ => return Err("it is neither a JPEG, a PNG nor a WebP".to_owned()),
        };
        if file.width == 0 || file.height == 0 {
            return Err("it has no pixels".to_owned());
        }
        let (width, height, each) = (file.width, file.height, file.colours.bytes());
        let most = POINTS.min(MEMORY / each);
        if width.saturating_mul(height) > most {
            return Err(format!("it has {width} by {height} pixels, and at most {most} are opened"));
        }
        if width.max(height) > EDGE {
            return Err(format!("it has {width} by {height} pixels, and no side may have more than {EDGE}"));
        }
        Ok(file)
    }

    fn jpeg(bytes: &'b [u8]) -> Result<Self, String> {
        let options = DecoderOptions::default().set_strict_mode(false);
        let options = options.set_max_width(usize::MAX).set_max_height(usize::MAX);
        let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
        decoder.decode_headers().map_err(|e| one_line(&e))?;
        let (width, height) = decoder.dimensions().unwrap_or_default();
        let (space, colours) = match decoder.input_colorspace() {
            Some(ColorSpace::Luma) => (ColorSpace::Luma, Colours::Grey),
            _ => (ColorSpace::RGB, Colours::Rgb),
        };
        decoder.set_options(options.jpeg_set_out_colorspace(space));
        let turn = turn(decoder.exif().map(Vec::as_slice));
        Ok(Self { decoder: Decoder::Jpeg(Box::new(decoder)), width, height, colours, turn })
    }

    fn png(bytes: &'b [u8]) -> Result<Self, String> {
        let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), png::Limits { bytes: MEMORY });
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let reader = decoder.read_info().map_err(|e| one_line(&e))?;
        let (width, height) = (reader.info().width as usize, reader.info().height as usize);
        let colours = match reader.output_color_type().0 {
            png::ColorType::Grayscale => Colours::Grey,
            png::ColorType::GrayscaleAlpha | png::ColorType::Rgba => Colours::Rgba,
            png::ColorType::Rgb | png::ColorType::Indexed => Colours::Rgb,
        };
        let turn = turn(reader.info().exif_metadata.as_deref());
        Ok(Self { decoder: Decoder::Png(Box::new(reader)), width, height, colours, turn })
    }

    fn webp(bytes: &'b [u8]) -> Result<Self, String> {
        let mut decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(|e| one_line(&e))?;
        // The library does not follow damaged pictures that move.
        if decoder.is_animated() {
            return Err("it is a moving picture, and only still ones are opened".to_owned());
        }
        decoder.set_memory_limit(MEMORY);
        let (width, height) = decoder.dimensions();
        let colours = if decoder.has_alpha() { Colours::Rgba } else { Colours::Rgb };
        let turn = turn(decoder.exif_metadata().ok().flatten().as_deref());
        Ok(Self { decoder: Decoder::WebP(decoder), width: width as usize, height: height as usize, colours, turn })
    }

    pub(super) fn kind(&self) -> PictureKind {
        match self.decoder {
            Decoder::Jpeg(_) => PictureKind::Jpeg,
            Decoder::Png(_) => PictureKind::Png,
            Decoder::WebP(_) => PictureKind::WebP,
        }
    }

    /// The whole picture, as whoever made it held it.
    ///
    /// # Errors
    /// When it is damaged, with why on one line.
    pub(super) fn upright(self) -> Result<Points, String> {
        let mut bytes = vec![0; self.width * self.height * self.colours.bytes()];
        match self.decoder {
            Decoder::Jpeg(mut decoder) => decoder.decode_into(&mut bytes).map_err(|e| one_line(&e))?,
            Decoder::WebP(mut decoder) => decoder.read_image(&mut bytes).map_err(|e| one_line(&e))?,
            Decoder::Png(mut reader) => {
                let frame = reader.next_frame(&mut bytes).map_err(|e| one_line(&e))?;
                if frame.color_type == png::ColorType::GrayscaleAlpha {
                    let pairs = bytes[..frame.buffer_size()].as_chunks().0;
                    bytes = pairs.iter().flat_map(|&[grey, alpha]| [grey, grey, grey, alpha]).collect();
                }
            }
        }
        Ok(Points::new(self.width, self.height, self.colours, bytes).turned(self.turn))
    }
}

/// How a picture has to be turned, as its Exif says; not at all when it says nothing that can be understood.
fn turn(exif: Option<&[u8]>) -> Turn {
    exif.and_then(orientation).and_then(Turn::of).unwrap_or_default()
}

/// The number for how a picture was held, from the first directory of its Exif.
fn orientation(exif: &[u8]) -> Option<u16> {
    let big = match exif.get(..4)? {
        b"MM\0*" => true,
        b"II*\0" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let pair = *exif.get(at..)?.first_chunk()?;
        Some(if big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) })
    };
    let four = *exif.get(4..)?.first_chunk()?;
    let directory = (if big { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) }) as usize;
    let entries = usize::from(short(directory)?);
    let mut entries = (0..entries).map(|n| directory + 2 + 12 * n);
    short(entries.find(|&at| short(at) == Some(ORIENTATION))? + 8)
}
