use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rayon::prelude::*;

use super::drawing::Drawing;
use super::logo::{self, Logo};
use super::originals;
use super::picture::{Album, fitted};
use super::{At, Picture, Records};
use crate::atoms::PictureName;
use crate::diagnostic::{Code, Diagnostics, Failure, FileName, Pos};

/// The longest edge of a photograph of a candidate, in points: sharp where it is shown half as large.
const PHOTOGRAPH: usize = 192;
/// The longest edge of a picture in Easy Read, in points: sharp where it is shown half as large.
const EASY_READ: usize = 320;
/// How many bytes of a drawing in Easy Read are sent at most.
const MOST: usize = 100_000;

/// A picture of the site's own, as it is published; nothing of what nobody asks for.
#[derive(Debug, Clone, Default)]
pub struct OwnPicture {
    /// As the photograph of a candidate.
    pub photograph: Option<Picture>,
    /// In Easy Read.
    pub easy_read: Option<Picture>,
    /// As the logo of the site.
    pub logo: Option<Logo>,
}

/// Looks at the site's own pictures, and makes those anew that are to be published.
///
/// # Errors
/// When the system does not let us read one.
pub(super) fn load(
    root: &Path,
    files: Vec<FileName>,
    records: &Records,
    album: &Album,
    found: &mut Diagnostics,
) -> Result<BTreeMap<PictureName, OwnPicture>, Failure> {
    let wanted = WantedPictures::of(records);
    let read = files.into_par_iter().filter_map(|file| {
        let name: PictureName = file.rsplit('/').next()?.parse().ok()?;
        let mut found = Diagnostics::default();
        let picture = wanted.picture((root, &file), &name, album, &mut found);
        Some(picture.map(|picture| (name, picture, found)))
    });
    let mut pictures = BTreeMap::new();
    for (name, picture, trouble) in read.collect::<Result<Vec<_>, _>>()? {
        found.extend(trouble);
        pictures.insert(name, picture);
    }
    Ok(pictures)
}

/// The pictures that are published, by what they are published as.
struct WantedPictures {
    photographs: BTreeSet<PictureName>,
    easy_read: BTreeSet<PictureName>,
    logos: BTreeSet<PictureName>,
}

impl WantedPictures {
    fn of(records: &Records) -> Self {
        Self { photographs: photographs(records), easy_read: easy_read(records), logos: logos(records) }
    }

    /// What is published of a picture.
    fn picture(
        &self,
        (root, file): (&Path, &FileName),
        name: &PictureName,
        album: &Album,
        found: &mut Diagnostics,
    ) -> Result<OwnPicture, Failure> {
        let published = self.photographs.contains(name).then_some((album, PHOTOGRAPH));
        let help = "save it again as JPEG or PNG, or take out the “photo:” that names it";
        let photograph = originals::picture(root, file, published, help, found)?;
        let logo = if self.logos.contains(name) { logo::read(root, file, found)? } else { None };
        let easy_read = match self.easy_read.contains(name) {
            true if name.is_drawing() => drawing(root, file, found)?,
            true => {
                let help = "save it again as PNG or JPEG, or take it out of “easy_read_pictures:”";
                originals::picture(root, file, Some((album, EASY_READ)), help, found)?
            }
            false => None,
        };
        Ok(OwnPicture { photograph, easy_read, logo })
    }
}

/// What is published of a drawing in Easy Read; reported when nothing can be.
fn drawing(root: &Path, file: &FileName, found: &mut Diagnostics) -> Result<Option<Picture>, Failure> {
    let Some(bytes) = originals::read(root, file, found)? else { return Ok(None) };
    let drawing = Drawing::read(&String::from_utf8_lossy(&bytes), file, found);
    Ok(drawing.map(drawn).filter(|picture| {
        let size = picture.bytes.len();
        if size > MOST {
            let message = format!("this drawing has {size} bytes, and at most {MOST} are sent to readers");
            found.push(Code::TooLarge, file, Pos::START, message, "save it simpler: as “optimised SVG”, or as a PNG");
        }
        size <= MOST
    }))
}

fn drawn(Drawing { size, plain, .. }: Drawing) -> Picture {
    let edge = EASY_READ as f64;
    let (width, height) = fitted(size, (edge, edge));
    Picture { bytes: plain.into_bytes().into(), width, height, ending: "svg" }
}

/// The pictures in Easy Read.
fn easy_read(records: &Records) -> BTreeSet<PictureName> {
    let questions = records.questions.iter().map(|question| &question.record.0.easy);
    let pages = records.pages.iter().map(|page| &page.record.0.easy);
    named(questions.chain(pages).flat_map(|easy| &easy.easy_read_pictures).map(|picture| &picture.file))
}

/// The photographs of candidates, on a site that shows them.
fn photographs(records: &Records) -> BTreeSet<PictureName> {
    let shown = records.site.as_ref().is_some_and(|site| site.record.photographs);
    let ballots = records.ballots.iter().filter(|_| shown);
    let candidacies = ballots.flat_map(|ballot| &ballot.record.candidates);
    named(candidacies.filter_map(|candidacy| Some(&candidacy.value.photo.as_ref()?.file)))
}

/// The site's logo, and that for dark pages.
fn logos(records: &Records) -> BTreeSet<PictureName> {
    named(records.site.iter().flat_map(|site| [&site.record.logo, &site.record.logo_dark]).flatten())
}

fn named<'r>(names: impl Iterator<Item = &'r At<PictureName>>) -> BTreeSet<PictureName> {
    names.filter(|name| name.is_read()).map(|name| name.value.clone()).collect()
}
