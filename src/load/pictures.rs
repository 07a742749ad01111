use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rayon::prelude::*;

use super::originals;
use super::picture::Album;
use super::{Picture, Records};
use crate::atoms::PictureName;
use crate::diagnostic::{Diagnostics, Failure, FileName};

/// The longest edge of a photograph of a candidate, in points: sharp where it is shown half as large.
const PHOTOGRAPH: usize = 192;

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
) -> Result<BTreeMap<PictureName, Option<Picture>>, Failure> {
    let photographs = photographs(records);
    let read = files.into_par_iter().filter_map(|file| {
        let name: PictureName = file.rsplit('/').next()?.parse().ok()?;
        let published = photographs.contains(&name).then_some((album, PHOTOGRAPH));
        let mut found = Diagnostics::default();
        let help = "save it again as JPEG or PNG, or take out the “photo:” that names it";
        let picture = originals::picture(root, &file, published, help, &mut found);
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
    let photos = candidacies.filter_map(|candidacy| candidacy.value.photo.as_ref());
    photos.map(|photo| &photo.file).filter(|file| file.is_read()).map(|file| file.value.clone()).collect()
}
