use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How much of a file is looked at to tell its encoding, in bytes.
const HEAD: usize = 2048;

/// A text in the encoding that its bytes show, else in the one that the server named, or it names itself, else as old
/// Windows programs write.
pub(super) fn decode(bytes: &[u8], named: Option<&str>) -> String {
    // A mark at its head goes before whatever else is said of it.
    encoding_of(bytes, named).decode(bytes).0.into_owned()
}

fn encoding_of(bytes: &[u8], named: Option<&str>) -> &'static Encoding {
    if let Some((marked, _)) = Encoding::for_bom(bytes) {
        return marked;
    }
    if let Some(wide) = wide(bytes) {
        return wide;
    }
    // No other encoding looks like UTF-8 by chance, and many servers name the wrong one.
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let of = |label: &str| Encoding::for_label(label.as_bytes()).filter(|known| known.is_ascii_compatible());
    named.and_then(of).or_else(|| of(&names_itself(bytes)?)).filter(|known| *known != UTF_8).unwrap_or(WINDOWS_1252)
}

/// UTF-16 without a mark: every other byte is zero.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(HEAD)];
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let most = head.len() * 2 / 5;
    match (even, odd) {
        (0, odd) if odd > most => Some(UTF_16LE),
        (even, 0) if even > most => Some(UTF_16BE),
        _ => None,
    }
}

/// The encoding that a web page says it is in.
fn names_itself(bytes: &[u8]) -> Option<String> {
    charset(&String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]))
}

/// What follows `charset=` in a web page or in the header `Content-Type`.
pub(super) fn charset(text: &str) -> Option<String> {
    let text = text.to_ascii_lowercase();
    let (_, rest) = text.split_once("charset=")?;
    let rest = rest.trim_start_matches(['"', '\'', ' ']);
    rest.split(|c: char| !c.is_ascii_alphanumeric() && !"-_:".contains(c)).next().map(str::to_owned)
}
