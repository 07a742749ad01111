use super::{Malformed, Notation, text_atom};

text_atom!(
    /// A name for a file, a page or a record: `a`–`z`, `0`–`9`, `.` and `-`, at most 100 characters,
    /// beginning and ending with a letter or digit, so that it is the same on every file system.
    Slug,
    Notation::of("Slug").or_a_number().like("^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"),
    slug
);

/// The longest slug, in characters.
const LONGEST: usize = 100;

impl Slug {
    /// What somebody who wrote a text may have meant by it, when that can be told without cutting it short.
    #[must_use]
    pub fn near(text: &str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        let spelt = text.to_ascii_lowercase();
        let spelt = if is_device(&spelt) { format!("{}-1", spelt.replace('.', "-")) } else { spelt };
        if is_slug(&spelt) { Some(Self(spelt.into())) } else { slug_of(text) }
    }
}

/// The slug nearest to a name, `None` when nothing of the name is left (`???`).
///
/// `Ynys Môn` gives `ynys-mon`, `Birmingham, Yardley` gives `birmingham-yardley`.
#[must_use]
pub fn slug_of(name: &str) -> Option<Slug> {
    let spoken = name.replace(['\'', '’', '‘'], "").replace('&', " and ");
    let mut slug = slug::slugify(spoken);
    slug.truncate(LONGEST);
    let slug = slug.trim_end_matches('-');
    is_slug(slug).then(|| Slug(slug.into()))
}

fn is_slug(text: &str) -> bool {
    let inner = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '.' || c == '-';
    let edge = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    text.len() <= LONGEST
        && !is_device(text)
        && text.chars().all(inner)
        && text.starts_with(edge)
        && text.ends_with(edge)
        && !text.contains("..")
}

/// Whether Windows takes a file or folder of this name for a device, whatever follows a full stop.
fn is_device(text: &str) -> bool {
    let name = text.split('.').next().unwrap_or(text);
    let port = name.strip_prefix("com").or_else(|| name.strip_prefix("lpt"));
    matches!(name, "con" | "prn" | "aux" | "nul")
        || port.is_some_and(|n| n.len() == 1 && n.as_bytes()[0].is_ascii_digit())
}

/// Reads a slug; of anything else, says what could be meant.
pub(super) fn slug(text: &str) -> Result<&str, Malformed> {
    if is_slug(text) {
        return Ok(text);
    }
    if text.len() > LONGEST {
        let (what, help) = (format!("“{text}” is too long for an id"), format!("use at most {LONGEST} characters"));
        return Err(Malformed::syntax(what, help));
    }
    let help = Slug::near(text).map_or_else(
        || "use only a–z, 0–9, “.” and “-”, with a letter or digit at both ends".to_owned(),
        |near| match is_device(text) {
            true => format!("add a word to it, for example “{near}”"),
            false => format!("use only a–z, 0–9, “.” and “-”, for example “{near}”"),
        },
    );
    if is_device(text) {
        let what = format!("“{text}” cannot be an id, since Windows can have no file of that name");
        return Err(Malformed::syntax(what, help));
    }
    Err(Malformed::syntax(format!("“{text}” cannot be an id"), help))
}

/// What sort names are compared by: family name, then the rest, without accents and capitals.
#[must_use]
pub fn sort_key(sort_name: &str) -> (String, String, String) {
    let (family, rest) = sort_name.split_once(',').unwrap_or((sort_name, ""));
    let plain = |text: &str| slug_of(text).map_or_else(|| text.to_lowercase(), |slug| slug.as_str().to_owned());
    (plain(family), plain(rest.trim()), sort_name.to_owned())
}
