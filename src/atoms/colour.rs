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
