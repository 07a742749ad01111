use std::collections::BTreeMap;

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use resize::{Pixel, Type};
use rgb::FromSlice as _;

use crate::atoms::{Colour, one_line};

/// How closely a published photograph keeps to the original, of 100.
const QUALITY: u8 = 75;

/// A picture in memory, from its upper left corner on, line by line.
#[derive(Debug, Clone)]
pub struct Points {
    width: usize,
    height: usize,
    colours: Colours,
    bytes: Vec<u8>,
}

/// What is known of each point, a byte for each part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Colours {
    Grey,
    Rgb,
    /// With how much of it covers what is behind.
    Rgba,
}

/// How a picture is turned, and whether it is seen in a mirror: what Exif numbers from 1 to 8.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Turn {
    /// Lines become columns.
    crossed: bool,
    /// Each line is read from its end.
    from_right: bool,
    /// The last line comes first.
    from_below: bool,
}

impl Colours {
    /// How many bytes a point takes.
    pub(super) fn bytes(self) -> usize {
        match self {
            Self::Grey => 1,
            Self::Rgb => 3,
            Self::Rgba => 4,
        }
    }
}

impl Turn {
    /// What a number of Exif means.
    pub(super) fn of(number: u16) -> Option<Self> {
        let known = (1..=8).contains(&number);
        known.then_some(Self {
            crossed: number >= 5,
            from_right: matches!(number, 2 | 3 | 7 | 8),
            from_below: matches!(number, 3 | 4 | 6 | 7),
        })
    }
}

impl Points {
    /// `bytes` holds every point of every line.
    pub(super) fn new(width: usize, height: usize, colours: Colours, bytes: Vec<u8>) -> Self {
        Self { width, height, colours, bytes }
    }

    /// How many points it is wide and high.
    #[must_use]
    pub fn size(&self) -> (u32, u32) {
        // Of 80 million points, no edge is longer.
        (self.width as u32, self.height as u32)
    }

    /// How many points its longer edge has.
    #[must_use]
    pub fn longest(&self) -> usize {
        self.width.max(self.height)
    }

    /// Whether what lies behind it may show through.
    pub(super) fn may_be_seen_through(&self) -> bool {
        self.colours == Colours::Rgba
    }

    /// The picture turned.
    pub(super) fn turned(self, turn: Turn) -> Self {
        let Turn { crossed, from_right, from_below } = turn;
        if !(crossed || from_right || from_below) {
            return self;
        }
        let (width, height) = if crossed { (self.height, self.width) } else { (self.width, self.height) };
        let each = self.colours.bytes();
        let mut bytes = Vec::with_capacity(self.bytes.len());
        for line in 0..height {
            for column in 0..width {
                let (x, y) = if crossed { (line, column) } else { (column, line) };
                let x = if from_right { self.width - 1 - x } else { x };
                let y = if from_below { self.height - 1 - y } else { y };
                let at = (y * self.width + x) * each;
                bytes.extend_from_slice(&self.bytes[at..at + each]);
            }
        }
        Self { width, height, bytes, ..self }
    }

    /// The picture with a longer edge of so many points.
    ///
    /// # Errors
    /// When there is not the memory for it.
    pub fn resized(&self, longest: usize) -> Result<Self, String> {
        let scaled = |edge: usize| ((edge * longest + self.longest() / 2) / self.longest()).max(1);
        let (w, h, width, height) = (self.width, self.height, scaled(self.width), scaled(self.height));
        let mut bytes = vec![0; width * height * self.colours.bytes()];
        let filter = Type::Lanczos3;
        match self.colours {
            Colours::Grey => resize::new(w, h, width, height, Pixel::Gray8, filter)
                .and_then(|mut made| made.resize(self.bytes.as_gray(), bytes.as_gray_mut())),
            Colours::Rgb => resize::new(w, h, width, height, Pixel::RGB8, filter)
                .and_then(|mut made| made.resize(self.bytes.as_rgb(), bytes.as_rgb_mut())),
            Colours::Rgba => resize::new(w, h, width, height, Pixel::RGBA8P, filter)
                .and_then(|mut made| made.resize(self.bytes.as_rgba(), bytes.as_rgba_mut())),
        }
        .map_err(|e| one_line(&e))?;
        Ok(Self { width, height, bytes, ..*self })
    }

    /// The picture in shades of grey, as bright as each colour looks.
    #[must_use]
    pub fn grey(self) -> Self {
        let each = self.colours.bytes();
        if each == 1 {
            return self;
        }
        let shade = |p: &[u8]| (2_126 * u32::from(p[0]) + 7_152 * u32::from(p[1]) + 722 * u32::from(p[2])) / 10_000;
        let bytes = self.bytes.chunks_exact(each).map(|point| shade(point) as u8).collect();
        Self { colours: Colours::Grey, bytes, ..self }
    }

    /// The colours that are seen, each with how many points have it, of a picture with a see-through ground; none of one that brings
    /// its own.
    pub(super) fn seen(&self) -> BTreeMap<Colour, u32> {
        let points: &[[u8; 4]] = if self.colours == Colours::Rgba { self.bytes.as_chunks().0 } else { &[] };
        let covers = |point: &&[u8; 4]| point[3] >= 128;
        let mut seen: BTreeMap<[u8; 3], u32> = BTreeMap::new();
        for [red, green, blue, _] in points.iter().filter(covers) {
            *seen.entry([*red, *green, *blue]).or_default() += 1;
        }
        let has_ground = points.iter().all(|point| covers(&point));
        seen.into_iter().filter(|_| !has_ground).map(|(parts, points)| (Colour::of(parts), points)).collect()
    }

    /// A file that keeps every point as it is.
    ///
    /// # Errors
    /// When a library cannot write it.
    pub fn png(&self) -> Result<Vec<u8>, String> {
        let mut file = Vec::new();
        let (width, height) = self.size();
        let mut encoder = png::Encoder::new(&mut file, width, height);
        encoder.set_color(match self.colours {
            Colours::Grey => png::ColorType::Grayscale,
            Colours::Rgb => png::ColorType::Rgb,
            Colours::Rgba => png::ColorType::Rgba,
        });
        encoder.set_compression(png::Compression::Fast);
        encoder.set_filter(png::Filter::Adaptive);
        let mut writer = encoder.write_header().map_err(|e| one_line(&e))?;
        writer.write_image_data(&self.bytes).and_then(|()| writer.finish()).map_err(|e| one_line(&e))?;
        Ok(file)
    }

    /// A small file that looks alike, without what is see-through.
    ///
    /// # Errors
    /// When an edge has more than 65,535 points.
    pub fn jpeg(&self) -> Result<Vec<u8>, String> {
        let edge = |points: usize| u16::try_from(points).map_err(|e| one_line(&e));
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, QUALITY);
        // Small print in colours stays sharp.
        encoder.set_sampling_factor(SamplingFactor::F_1_1);
        let colours = match self.colours {
            Colours::Grey => ColorType::Luma,
            Colours::Rgb => ColorType::Rgb,
            Colours::Rgba => ColorType::Rgba,
        };
        encoder.encode(&self.bytes, edge(self.width)?, edge(self.height)?, colours).map_err(|e| one_line(&e))?;
        Ok(file)
    }
}
