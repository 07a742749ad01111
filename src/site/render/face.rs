use memchr::memmem;

use crate::model::{Accent, SiteInfo};

/// The logo stands before the name, and the links beside both in the middle.
const LOGO: &str = "
.site-head .site-name { display: inline-flex; align-items: center; gap: .7rem; }
.site-name img { display: block; flex: none; }
@media (min-width: 50em) { .site-head nav { align-items: center; } }
";
/// A photograph, and its credit beside it.
const PHOTOGRAPH: &str = "
.photo { display: flex; align-items: end; gap: .7rem; }
.photo img { flex: none; }
";

/// The style sheet with the site's own face below it, so that this costs no request and no style stands in a page. What it
/// says to people who change it stays in the theme: every page would carry it.
pub(super) fn styled(theme: &[u8], site: &SiteInfo) -> Vec<u8> {
    let mut style = lean_style(theme);
    if let Some(Accent { light, dark }) = &site.accent {
        let rules = format!(
            "\n:root {{ --accent: {light}; }}\n@media (prefers-color-scheme: dark) {{ :root {{ --accent: {dark}; }} }}\n"
        );
        style.extend_from_slice(rules.as_bytes());
    }
    if site.logo.is_some() {
        style.extend_from_slice(LOGO.as_bytes());
    }
    if site.photographs {
        style.extend_from_slice(PHOTOGRAPH.as_bytes());
    }
    style
}

/// A style sheet without its comments, and without white space where it means nothing. What is inside a string stays.
pub(super) fn lean_style(style: &[u8]) -> Vec<u8> {
    let mut lean = Vec::with_capacity(style.len());
    let (mut rest, mut quote) = (style, None);
    while let [first, others @ ..] = rest {
        if quote.is_none() && rest.starts_with(b"/*") {
            let end = memmem::find(&rest[2..], b"*/").map_or(rest.len(), |at| at + 4);
            rest = &rest[end..];
            continue;
        }
        quote = match (quote, first) {
            (None, b'"' | b'\'') => Some(*first),
            (Some(open), first) if open == *first && lean.last() != Some(&b'\\') => None,
            _ => quote,
        };
        let is_idle = quote.is_none()
            && first.is_ascii_whitespace()
            && (lean.last().is_none_or(|last| b"\n {}:;,>".contains(last))
                || matches!(others.first(), Some(b'{' | b'}' | b'>')));
        if !is_idle {
            // The last of some declarations needs no end.
            lean.pop_if(|last| quote.is_none() && (*last, *first) == (b';', b'}'));
            lean.push(*first);
        }
        rest = others;
    }
    lean
}
