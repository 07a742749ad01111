use super::file_name::{self, file_name};
use super::{Notation, text_atom};

text_atom!(
    /// The name of a file in `content/pictures/`: a slug with the ending of a picture.
    PictureName,
    Notation::of("PictureName"),
    |text| file_name(text, ENDINGS)
);

/// The endings of pictures that we can read.
const ENDINGS: &[&str] = &["jpg", "jpeg", "png", "webp", "svg"];

impl PictureName {
    /// The name that a file should have which is called otherwise.
    #[must_use]
    pub fn near(name: &str) -> Option<Self> {
        file_name::near(name, ENDINGS)?.parse().ok()
    }
}
