use super::slug::slug;
use super::{Malformed, Slug};

/// Reads the name of a file: a slug with one of these endings.
pub(super) fn file_name<'t>(text: &'t str, endings: &[&str]) -> Result<&'t str, Malformed> {
    let has_ending = |name: &str| endings.iter().any(|ending| ends_in(name, ending));
    let malformed = match slug(text) {
        Ok(_) if has_ending(text) => return Ok(text),
        Ok(_) => None,
        Err(malformed) => Some(malformed),
    };
    if let Some(near) = near(text, endings) {
        let what = format!("“{text}” cannot be the name of a file here");
        return Err(Malformed::syntax(what, format!("call it “{near}”")));
    }
    match malformed {
        Some(malformed) if has_ending(&text.to_lowercase()) => Err(malformed),
        _ => {
            let endings = endings.join(", ");
            let help = format!("save it as one that can be, and name that: files that end in {endings}");
            Err(Malformed::syntax(format!("“{text}” is not a file that can be read"), help))
        }
    }
}

/// The name that a file should have which is called otherwise: `img-0123.jpg` for `IMG_0123.JPG`.
pub(super) fn near(name: &str, endings: &[&str]) -> Option<String> {
    let (stem, ending) = name.rsplit_once('.')?;
    let ending = endings.iter().find(|known| known.eq_ignore_ascii_case(ending))?;
    Some(format!("{}.{ending}", Slug::near(stem)?))
}

fn ends_in(name: &str, ending: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, own)| own == ending)
}
