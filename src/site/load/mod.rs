//! Takes a site's folder, gives its records, each whole and with the places of which a rule speaks, and the files of its theme.
//! Never judges one key by another.

mod broken;
mod declared;
mod drawing;
mod drawing_colours;
mod example;
mod field;
mod files;
mod foreign;
mod front_matter;
mod guides;
mod headings;
mod hexmap;
mod kinds;
mod leftovers;
mod litter;
mod logo;
mod originals;
mod picture;
mod picture_file;
mod pictures;
mod plain_drawing;
mod points;
mod reader;
mod reading;
pub mod records;
mod schema;
mod source;
mod theme;
mod unknown;
mod value;

use std::path::Path;

pub use broken::Broken;
pub use declared::{Declared, Key, Shape, Spelling, Told};
pub use field::{At, Rare};
pub use foreign::Foreign;
pub use front_matter::{Body, yaml_of};
pub use guides::{GuideSurroundings, GuideText, beside};
pub use headings::{Heading, HeadingIds, MARKDOWN, headings, words_of};
pub use hexmap::{HexArea, HexLayout, HexMap, HexTrouble};
pub use kinds::{RecordKind, Records, declared_in, is_site_folder};
pub use litter::Litter;
pub use logo::Logo;
pub use originals::Original;
pub use picture::Picture;
pub use picture_file::open_upright;
pub use pictures::OwnPicture;
pub use points::Points;
pub use reader::{Look, Reader};
pub use reading::RecordReading;
pub use schema::schema;
pub use source::{LARGEST, LARGEST_TABLE};
pub use theme::{Theme, ThemeFile};
pub use value::{RecordValue, Teller};

use crate::country::Country;
use crate::diagnostic::{Code, Diagnostics, Failure, FileName, Pos, Sources};
use picture::Album;
use reader::Read;
use records::SiteRecord;

/// The name of the file that makes a folder a site.
pub const SITE_FILE: &str = "hustings.yaml";

/// A record with the file it came from.
#[derive(Debug, Clone)]
pub struct InFile<T> {
    /// The file, relative to the site's root.
    pub file: FileName,
    /// What is written in it.
    pub record: T,
    /// What of it could not be read; that is blank in the record.
    pub broken: Broken,
}

impl<T> InFile<T> {
    /// The file's name without folder and ending, which is the record's id.
    #[must_use]
    pub fn stem(&self) -> &str {
        files::stem(&self.file)
    }
}

/// What a site's folder holds.
#[derive(Debug)]
pub struct Loaded {
    /// The records.
    pub records: Records,
    /// The files of the theme.
    pub theme: Theme,
    /// What is wrong with the files.
    pub found: Diagnostics,
    /// What a reader's [`Look`] saw in the texts.
    pub seen: Diagnostics,
    /// The texts, for showing lines.
    pub sources: Sources,
    /// What programs left beside the records, which was passed over.
    pub litter: Vec<FileName>,
}

/// Reads a whole site with the texts of its files, for those who will change them.
///
/// # Errors
/// When there is no site in the folder or the system does not let us read it.
pub fn load(root: &Path) -> Result<Loaded, Failure> {
    Reader::default().that_keeps_texts().load(root)
}

/// Puts together what stands in the files of a site.
fn gather(
    root: &Path,
    (read, misnamed): (Vec<Read>, Vec<FileName>),
    (originals, pictures): (Vec<FileName>, Vec<FileName>),
    album: &Album,
    mut found: Diagnostics,
) -> Result<Loaded, Failure> {
    let mut records = Records { unreadable: misnamed, ..Records::default() };
    let (mut seen, mut sources) = (Diagnostics::default(), Sources::of(root.to_path_buf()));
    for one in read {
        found.extend(one.found);
        seen.extend(one.seen);
        match one.entry {
            Some(entry) => records.add(entry),
            None => records.unreadable.push(one.file.clone()),
        }
        if let Some(text) = one.text {
            sources.insert(one.file, text);
        }
    }
    records.originals = originals::load(root, originals, &records.documents, album, &mut found)?;
    records.pictures = pictures::load(root, pictures, &records, album, &mut found)?;
    guides::links(root, &records, &mut found);
    let theme = theme::load(root, theme_field(&records), &mut found)?;
    for (pos, tag) in languages(&records).filter(|(_, tag)| theme.words_file(tag).is_none()) {
        let help = "write the words into themes/<theme>/lang/, or name another language";
        found.push(Code::BadTheme, &SITE_FILE.into(), pos, format!("the theme has no words in “{tag}”"), help);
    }
    Ok(Loaded { records, theme, found, seen, sources, litter: Vec::new() })
}

/// The theme that the site names, and where.
fn theme_field(records: &Records) -> Option<(Pos, &str)> {
    let name = records.site.as_ref()?.record.theme.as_ref().filter(|name| name.is_read())?;
    Some((name.pos, name.as_str()))
}

impl Records {
    /// The country that the site names; the United Kingdom when it names none.
    #[must_use]
    pub fn country(&self) -> Country {
        country(self.site.as_ref().map(|site| &site.record))
    }
}

fn country(site: Option<&SiteRecord>) -> Country {
    site.map_or(Country::Uk, |site| site.country)
}

/// The languages that the site names, and where.
fn languages(records: &Records) -> impl Iterator<Item = (Pos, &str)> {
    let languages = records.site.iter().flat_map(|site| &site.record.languages);
    languages.filter(|tag| tag.is_read()).map(|tag| (tag.pos, tag.as_str()))
}

/// Reports a file that nothing reads.
fn stray(file: &FileName, why: &str, help: &str, found: &mut Diagnostics) {
    found.push(Code::StrayFile, file, Pos::START, why, help);
}
