use hustings_derive::Record;

use super::Translations;
use crate::atoms::{PictureName, Text};
use crate::load::field::At;

/// A question or page in Easy Read.
#[derive(Debug, Clone, Record)]
pub struct EasyReadRecord {
    /// The page in Easy Read, a sentence a line. It is at the top of the page, folded away. A line may begin with a picture, its file
    /// between `[` and `]`.
    #[key(told = words, value = "text, a sentence a line", example = "\"[pond.png] Our town has a pond.\"")]
    pub easy_read: Option<At<Text>>,
    /// The pictures that it names. They serve all languages.
    #[key(value = "list of [pictures](#easy-read)")]
    pub easy_read_pictures: Vec<At<EasyPictureRecord>>,
}

/// A picture in Easy Read, and what lets the site show it. It is published small and made anew, so that nothing of what the file told
/// of place, device or author goes with it.
#[derive(Debug, Clone, Record)]
pub struct EasyPictureRecord {
    /// Its name in `content/pictures/`: a drawing (SVG), a PNG, a JPEG or a WebP.
    #[key(value = "name of a file", example = "pond.png")]
    pub file: At<PictureName>,
    /// What it shows, for who cannot see it.
    #[key(told = words, example = "Two ducks on a green pond")]
    pub alt: Text,
    /// Why you may publish it.
    #[key(told = kept, example = "We drew it for this page.")]
    pub rights: Text,
    /// Whom to credit for it.
    #[key(told = kept, example = "Drawing by the Pond Club")]
    pub credit: Text,
    /// The texts in further languages.
    pub translations: Option<Translations>,
}
