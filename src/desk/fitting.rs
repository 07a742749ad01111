use crate::atoms::slug_of;

/// What fits the few words by which somebody means a thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fitting<T> {
    /// One thing, surely.
    One(T),
    /// Several; which one, the words do not say.
    Several(Vec<T>),
}

impl<T> Fitting<T> {
    /// The same, of what each amounts to.
    pub(crate) fn map<U>(self, of: impl Fn(T) -> U) -> Fitting<U> {
        match self {
            Self::One(one) => Fitting::One(of(one)),
            Self::Several(several) => Fitting::Several(several.into_iter().map(of).collect()),
        }
    }
}

/// What a thing is known by.
#[derive(Debug, Clone, Default)]
pub(crate) struct KnownBy {
    /// Its ids, each of which means it alone.
    pub(crate) ids: Vec<String>,
    /// What it is called, of which a part may do.
    pub(crate) called: Vec<String>,
    /// Where it is, of which a part may do beside a part of what it is called.
    pub(crate) path: String,
}

/// What fits some words, if anything does: what has them for its id; else what is called exactly so; else all that is called by
/// words that begin so; else all in whose names and path words begin so. Capital letters, accents and signs do not count; a
/// number counts whole.
pub(crate) fn fitting<T: Copy>(words: &str, all: &[T], names: impl Fn(&T) -> KnownBy) -> Option<Fitting<T>> {
    let wanted = fold(words);
    if wanted.is_empty() {
        return None;
    }
    let whole = wanted.join("-");
    let known: Vec<(T, KnownBy)> = all.iter().map(|one| (*one, names(one))).collect();
    let ways: [&dyn Fn(&KnownBy) -> bool; 4] = [
        &|names| names.ids.iter().any(|id| id.eq_ignore_ascii_case(words.trim())),
        &|names| names.called.iter().any(|called| fold(called).join("-") == whole),
        &|names| names.called.iter().any(|called| begin_words(&wanted, &fold(called))),
        &|names| begin_words(&wanted, &fold(&format!("{} {}", names.called.join(" "), names.path))),
    ];
    let fit = |way: &dyn Fn(&KnownBy) -> bool| -> Vec<T> {
        known.iter().filter(|(_, names)| way(names)).map(|(one, _)| *one).collect()
    };
    let fits = ways.iter().map(|way| fit(way)).find(|fits| !fits.is_empty()).unwrap_or_default();
    match fits[..] {
        [] => None,
        [one] => Some(Fitting::One(one)),
        _ => Some(Fitting::Several(fits)),
    }
}

/// The words of a text without capital letters, accents and signs.
fn fold(text: &str) -> Vec<String> {
    let plain = text.split_whitespace().filter_map(slug_of);
    plain.flat_map(|slug| slug.as_str().split(['-', '.']).map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// Whether each wanted word begins one of the others, or is it where it is a number.
fn begin_words(wanted: &[String], words: &[String]) -> bool {
    let fits = |wanted: &String, word: &String| match wanted.bytes().all(|b| b.is_ascii_digit()) {
        true => word == wanted,
        false => word.starts_with(wanted.as_str()),
    };
    wanted.iter().all(|wanted| words.iter().any(|word| fits(wanted, word)))
}
