//! Whether somebody wrote the text of a page. A font need not say which letters it draws; then a page gives signs without
//! meaning, or letters that stand for others.

use unicode_normalization::UnicodeNormalization as _;

/// How many words are judged at once.
const PART: usize = 40;
/// The fewest words that can be judged.
const FEWEST: usize = 15;
/// A page with a larger share of signs without meaning makes no sense.
const ALIEN: f64 = 0.1;
/// The share of letters and digits that a page has at least.
const LETTERS: f64 = 0.5;
/// The share of common words that shows English or Welsh.
const COMMON_SHARE: f64 = 0.08;
/// How like [`SPREAD`] the letters of a text have to be. European languages that are not in it come to 0.88 and more, letters
/// that stand for others to a median of 0.59.
const ALIKE: f64 = 0.75;
/// A page makes no sense when a larger share of its parts makes none.
const PARTS: f64 = 0.15;
/// How long words are on average in any language, in letters.
const LENGTHS: std::ops::RangeInclusive<f64> = 1.8..=16.0;

/// How often each letter stands in a thousand of English, Welsh, German and French, from a to z.
const SPREAD: [f64; 26] = [
    78., 16., 31., 56., 133., 19., 24., 33., 75., 3., 5., 48., 25., 83., 52., 18., 4., 67., 61., 64., 43., 10., 22.,
    2., 26., 3.,
];

/// The words without which nobody writes English or Welsh for long.
const COMMON: &str = " the of and to in a is that for it as was with be by on not he his but at are this have from or had \
    an they which one you were her all she there would their we him been has when who will more no if out so said what up \
    its about into than them can only other new some could time these two may then do first any my now such like our over \
    me even most made after also did many must through back where much your way down should because each just those people \
    how too very make still own here between both being under never same another while us since against go came take \
    y yr i ac o yn ar am gan dan drwy wrth mae ei eu ein eich fy dy hyn hon hwn hynny bod fod wedi ddim na nad ond neu os pan \
    mewn rhwng fel er mwyn hefyd iawn bydd bydda byddwn gallu rydym rydyn maent yw ydy oedd oes sydd sy dros gyda heb pob \
    bob holl well newydd ni nhw hi ef eto nawr hyd un dau tri cyn cael gael gwneud wneud mwy rhaid rhoi dod mynd ";

/// What a page's text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// There is none.
    Blank,
    /// Too few words to tell.
    Few {
        /// Whether one of them is a common word.
        common: bool,
    },
    /// Somebody's words.
    Words,
    /// Signs of which nobody knows the meaning.
    Senseless,
}

/// Judges the text of one page.
pub(super) fn sense(text: &str) -> Sense {
    let signs = text.split_whitespace().filter(|word| word.chars().nth(1).is_some());
    let (mut all, mut letters, mut alien) = (0.0, 0.0, 0.0);
    let mut before = ' ';
    for c in signs.flat_map(str::chars) {
        // Dots that lead to a page's number say nothing.
        if c == before && !c.is_alphanumeric() && !is_alien(c) {
            continue;
        }
        before = c;
        all += 1.0;
        letters += f64::from(c.is_alphanumeric());
        alien += f64::from(is_alien(c));
    }
    let words = words(text);
    if all == 0.0 {
        return if words.is_empty() { Sense::Blank } else { Sense::Few { common: false } };
    }
    if alien > ALIEN * all || (all >= 20.0 && letters < LETTERS * all) {
        return Sense::Senseless;
    }
    let parts: Vec<&[String]> = words.chunks(PART).filter(|part| part.len() >= FEWEST).collect();
    if parts.is_empty() {
        return Sense::Few { common: words.iter().any(|word| is_common(word)) };
    }
    let bad = parts.iter().filter(|part| !makes_sense(part)).count();
    if bad as f64 > PARTS * parts.len() as f64 { Sense::Senseless } else { Sense::Words }
}

/// The words of a text in small letters, without digits.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

fn makes_sense(part: &[String]) -> bool {
    let common = part.iter().filter(|word| is_common(word)).count();
    let count = part.len() as f64;
    let mut letters = [0.0; 26];
    let (mut latin, mut all) = (0.0, 0.0);
    for c in part.iter().flat_map(|word| word.nfd()).filter(|c| c.is_alphabetic()) {
        all += 1.0;
        if c.is_ascii_lowercase() {
            latin += 1.0;
            letters[usize::from(c as u8 - b'a')] += 1.0;
        }
    }
    if !LENGTHS.contains(&(all / count)) {
        return false;
    }
    // Of other alphabets we know nothing.
    common as f64 >= COMMON_SHARE * count || latin < all / 2.0 || alike(&letters, &SPREAD) >= ALIKE
}

/// How alike two spreads are, from 0 to 1: the cosine of the angle between them.
fn alike(one: &[f64], other: &[f64]) -> f64 {
    let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let length = (product(one, one) * product(other, other)).sqrt();
    if length > 0.0 { product(one, other) / length } else { 0.0 }
}

fn is_common(word: &str) -> bool {
    COMMON.split_whitespace().any(|common| common == word)
}

/// Whether a sign has no meaning outside its font.
fn is_alien(c: char) -> bool {
    matches!(c, '\u{fffd}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
        || (c.is_control() && !c.is_whitespace())
}
