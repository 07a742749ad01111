use std::path::{Path, PathBuf};

use crate::diagnostic::Failure;
use crate::load::SITE_FILE;

/// The folder of the site: the one that was named, or the nearest one from here up that holds a site.
///
/// # Errors
/// When there is none.
pub(super) fn find(named: Option<&Path>) -> Result<PathBuf, Failure> {
    if let Some(named) = named {
        return Ok(named.to_path_buf());
    }
    let unknown = |e| Failure::new("cannot tell the current folder", e, "name the site's folder with -C");
    let here = std::env::current_dir().map_err(unknown)?;
    let site = here.ancestors().find(|folder| folder.join(SITE_FILE).is_file());
    site.map(Path::to_path_buf).ok_or_else(|| {
        let help = "go to a site's folder, name it with -C, or make one with “hustings init FOLDER”";
        Failure::at(&here, "there is no site in", format!("neither it nor a folder above holds {SITE_FILE}"), help)
    })
}
