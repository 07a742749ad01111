use std::io::Cursor;

use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, Filter};
use zeno::{Command, Fill, Mask, PathBuilder as _, PathData, Transform};

use super::layout::{DrawnItem, Ink};
use super::paints::Paints;
use crate::atoms::Colour;

/// The size that those ask for who show pictures of pages.
pub(super) const WIDTH: u16 = 1200;
pub(super) const HEIGHT: u16 = 630;

/// How many steps lead from the ground to a full ink: so many that nobody sees them, so few that all inks fit one palette.
const STEPS: u8 = 16;

/// In how large a square themes draw their shapes.
const SHAPE: f32 = 28.0;

/// The points of a picture, row by row: each an ink and how much of it.
struct Canvas(Vec<u8>);

/// Draws a picture, the same always for the same items and paints.
pub(super) fn png(items: &[DrawnItem], paints: &Paints, accent: Option<&Colour>) -> Vec<u8> {
    let mut canvas = Canvas(vec![0; usize::from(WIDTH) * usize::from(HEIGHT)]);
    for item in items {
        canvas.draw(item, paints);
    }
    canvas.encoded(palette(paints, accent)).unwrap_or_else(|why| unreachable!("memory takes all pictures: {why}"))
}

impl Canvas {
    fn draw(&mut self, item: &DrawnItem, paints: &Paints) {
        let mut path = Vec::<Command>::new();
        match item {
            DrawnItem::Words { at, size, weight, ink, text } => {
                weight.draw(text, *size, *at, &mut path);
                self.cover(*ink, path.as_slice(), Fill::NonZero, None);
            }
            DrawnItem::Bar { at: (x, y), width, height, ink } => {
                path.add_rect((*x, *y), *width, *height);
                self.cover(*ink, path.as_slice(), Fill::NonZero, None);
            }
            DrawnItem::Mark { at: (x, y), size, ink, stance } => {
                let place = Transform::scale(size / SHAPE, size / SHAPE).then_translate(*x, *y);
                for (outline, leaves_out) in paints.shape(*stance) {
                    let fill = if *leaves_out { Fill::EvenOdd } else { Fill::NonZero };
                    self.cover(*ink, outline.as_str(), fill, Some(place));
                }
            }
        }
    }

    /// Covers what a path goes round; what lies outside the picture is left out, and so is a path that leads far beyond it,
    /// since the room for it would be as large.
    fn cover(&mut self, ink: Ink, path: impl PathData, fill: Fill, place: Option<Transform>) {
        let reach = zeno::bounds(&path, fill, place);
        if reach.width() > f32::from(WIDTH) * 2.0 || reach.height() > f32::from(HEIGHT) * 2.0 {
            return;
        }
        let (mask, at) = Mask::new(path).style(fill).transform(place).render();
        let width = usize::try_from(at.width).unwrap_or_default().max(1);
        for (row, y) in mask.chunks(width).zip(at.top..) {
            for (covered, x) in row.iter().zip(at.left..) {
                let step = (u16::from(*covered) * u16::from(STEPS - 1) + 127) / 255;
                if let Some(point) = self.point(x, y) {
                    point_covered(point, ink, step as u8);
                }
            }
        }
    }

    fn point(&mut self, x: i32, y: i32) -> Option<&mut u8> {
        let x = u16::try_from(x).ok().filter(|x| *x < WIDTH)?;
        self.0.get_mut(usize::try_from(y).ok()? * usize::from(WIDTH) + usize::from(x))
    }

    fn encoded(&self, palette: Vec<u8>) -> Result<Vec<u8>, EncodingError> {
        let mut file = Cursor::new(Vec::new());
        let mut encoder = Encoder::new(&mut file, WIDTH.into(), HEIGHT.into());
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_palette(palette);
        encoder.set_compression(Compression::Balanced);
        encoder.set_filter(Filter::NoFilter);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.0)?;
        writer.finish()?;
        Ok(file.into_inner())
    }
}

/// Where two inks meet, the one stays of which there is more; what is left free in a band of colour covers that.
fn point_covered(point: &mut u8, ink: Ink, step: u8) {
    if step > 0 && (ink == Ink::Free || step > *point % STEPS) {
        *point = ink as u8 * STEPS + step;
    }
}

/// Red, green and blue of each step of each ink.
fn palette(paints: &Paints, accent: Option<&Colour>) -> Vec<u8> {
    let (paper, black) = (paints.colour("paper"), paints.colour("ink"));
    let band = accent.map_or_else(|| black.clone(), |accent| accent.standing_out(paper, CONTRAST, black));
    let inks = Ink::ALL.map(|ink| match ink {
        Ink::Text => (paper, black),
        Ink::Quiet => (paper, paints.colour("quiet")),
        Ink::Yes => (paper, paints.colour("yes")),
        Ink::No => (paper, paints.colour("no")),
        Ink::Partly => (paper, paints.colour("partly")),
        Ink::Band => (paper, &band),
        Ink::Free => (&band, paper),
    });
    let steps = inks.iter().flat_map(|(ground, ink)| {
        (0..STEPS).flat_map(|step| ground.mixed_with(ink, step * (u8::MAX / (STEPS - 1))).parts())
    });
    steps.collect()
}

/// How far words in a band of the site's own colour stand out from it.
const CONTRAST: f64 = 7.0;
