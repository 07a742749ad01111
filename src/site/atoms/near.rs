/// Among how many a near one is sought: each comparison takes time, and a list of bad references may be long.
const MOST: usize = 2000;

/// How long an id may be at which other digits make another thing of it: a registration, a person's number.
const NUMBER: usize = 8;

/// The one of some words or ids that somebody most likely meant by a text; nothing when none is near.
///
/// Capital letters and signs between the words do not count, then few letters that are wrong, missing or too many. Ids that
/// differ in their number alone are not near: `pp53` is no slip for `pp52`.
pub fn near<'a>(text: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = plain(text);
    let length = wanted.chars().count();
    let mut best: Option<(usize, &str)> = None;
    for word in known.into_iter().take(MOST) {
        let spelt = plain(word);
        if spelt == wanted {
            return Some(word);
        }
        let other = spelt.chars().count();
        let allowed = (length.max(other) + 1) / 4;
        if length.abs_diff(other) > allowed || is_other_number(&spelt, &wanted) {
            continue;
        }
        let distance = strsim::damerau_levenshtein(&spelt, &wanted);
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, word));
        }
    }
    best.map(|(_, word)| word)
}

/// The letters and digits of a text, in small letters; where it has none, the text.
pub(super) fn plain(text: &str) -> String {
    let letters: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    if letters.is_empty() { text.trim().to_owned() } else { letters }
}

fn is_other_number(one: &str, other: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| !c.is_ascii_digit()).collect::<String>();
    one.len() <= NUMBER && one.bytes().any(|b| b.is_ascii_digit()) && letters(one) == letters(other)
}
