use std::path::Path;

use super::ImportError;
use super::put::TABLES;
use crate::load::{Loaded, load};

/// A site on whose records the import of a table can stand; what is wrong with an imported table it may mend.
///
/// # Errors
/// When another record has to be mended first, or the system does not let us read.
pub(super) fn sound_site(root: &Path) -> Result<Loaded, ImportError> {
    let site = load(root)?;
    if site.found.troubled().into_iter().any(|file| !file.starts_with(TABLES)) {
        return Err(ImportError::Data { found: site.found, sources: site.sources });
    }
    Ok(site)
}
