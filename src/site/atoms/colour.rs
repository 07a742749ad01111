use super::{Malformed, Notation, text_atom};

text_atom!(
    /// A colour as `#` and six hexadecimal digits, kept in small letters.
    Colour,
    Notation::of("Colour").like("^#[0-9a-fA-F]{6}$"),
    colour
);

fn colour(text: &str) -> Result<String, Malformed> {
    let digits = text.strip_prefix('#').unwrap_or_default();
    if digits.len() == 6 && digits.chars().all(|c| c.is_ascii_hexdigit()) {
        return Ok(text.to_ascii_lowercase());
    }
    let help = "write “#” and six hexadecimal digits in quotes, for example \"#0a4a94\"";
    Err(Malformed::syntax(format!("“{text}” is not a colour"), help))
}

impl Colour {
    /// The colour of so much red, green and blue.
    #[must_use]
    pub fn of([red, green, blue]: [u8; 3]) -> Self {
        Self(format!("#{red:02x}{green:02x}{blue:02x}").into())
    }

    /// How far it stands out from another, as the Web Content Accessibility Guidelines count it: from 1, not at all, to 21.
    #[must_use]
    pub fn contrast_with(&self, other: &Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The nearest colour on the way to another that stands out this far from a ground: itself when it does already. The
    /// other must, or it is what comes of it.
    #[must_use]
    pub fn standing_out(&self, ground: &Self, contrast: f64, towards: &Self) -> Self {
        let mut mixed = (0..=u8::MAX).map(|share| self.mixed_with(towards, share));
        mixed.find(|mixed| mixed.contrast_with(ground) >= contrast).unwrap_or_else(|| towards.clone())
    }

    /// With a share of another, of 255.
    #[must_use]
    pub fn mixed_with(&self, other: &Self, share: u8) -> Self {
        let (from, to, share) = (self.parts(), other.parts(), u32::from(share));
        let part = |n: usize| (u32::from(from[n]) * (255 - share) + u32::from(to[n]) * share + 127) / 255;
        Self::of([0, 1, 2].map(|n| part(n) as u8))
    }

    /// Red, green and blue.
    #[must_use]
    pub fn parts(&self) -> [u8; 3] {
        [1, 3, 5].map(|at| self.0.get(at..at + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok()).unwrap_or(0))
    }

    /// How bright it looks, from 0 to 1.
    fn luminance(&self) -> f64 {
        let linear = |part: u8| match f64::from(part) / 255.0 {
            dim if dim <= 0.04045 => dim / 12.92,
            part => ((part + 0.055) / 1.055).powf(2.4),
        };
        let [red, green, blue] = self.parts().map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}
