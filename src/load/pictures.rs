use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rayon::prelude::*;

use super::logo::{self, Logo};
use super::originals;
use super::picture::Album;
use super::{At, Picture, Records};
use crate::atoms::PictureName;
use crate::diagnostic::{Diagnostics, Failure, FileName};

/// The longest edge of a photograph of a candidate, in points: sharp where it is shown half as large.
const PHOTOGRAPH: usize = 192;

/// A picture of the site's own, as it is published; nothing of what nobody asks for.
#[derive(Debug, Clone, Default)]
pub struct OwnPicture {
    /// As the photograph of a candidate.
    pub photograph: Option<Picture>,
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
    let (photographs, logos) = (photographs(records), logos(records));
    let read = files.into_par_iter().filter_map(|file| {
        let name: PictureName = file.rsplit('/').next()?.parse().ok()?;
        let mut found = Diagnostics::default();
        let published = photographs.contains(&name).then_some((album, PHOTOGRAPH));
        let help = "save it again as JPEG or PNG, or take out the “photo:” that names it";
        let picture = originals::picture(root, &file, published, help, &mut found).and_then(|photograph| {
            let logo = if logos.contains(&name) { logo::read(root, &file, &mut found)? } else { None };
            Ok(OwnPicture { photograph, logo })
        });
        Some(picture.map(|picture| (name, picture, found)))
    });
    let mut pictures = BTreeMap::new();
    for (name, picture, trouble) in read.collect::<Result<Vec<_>, _>>()? {
        found.extend(trouble);
        pictures.insert(name, picture);
    }
    Ok(pictures)
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
