use crate::atoms::{Malformed, Notation, text_atom};

text_atom!(
    /// A Government Statistical Service code of an area: one letter and eight digits (`E14000789`).
    Gss,
    Notation::of("Gss").like("^[A-Z][0-9]{8}$"),
    gss
);

fn gss(text: &str) -> Result<&str, Malformed> {
    if let [b'A'..=b'Z', digits @ ..] = text.as_bytes()
        && digits.len() == 8
        && digits.iter().all(u8::is_ascii_digit)
    {
        return Ok(text);
    }
    let help = "write one capital letter and eight digits, for example E14000789";
    Err(Malformed::syntax(format!("“{text}” is no GSS code"), help))
}
