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
    /// Whether the file is a drawing, by its name: lines and shapes, not points.
    #[must_use]
    pub fn is_drawing(&self) -> bool {
        self.0.ends_with(".svg")
    }

    /// The name that a file should have which is called otherwise.
    #[must_use]
    pub fn near(name: &str) -> Option<Self> {
        file_name::near(name, ENDINGS)?.parse().ok()
    }
}
