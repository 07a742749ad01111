use std::time::Duration;

use url::Url;

/// What a robots.txt asks of one program, as RFC 9309 has it; by default nothing.
#[derive(Default)]
pub(super) struct RobotsTxt {
    lines: Vec<Rule>,
    /// How long the host wants to be left alone between two requests.
    pub(super) delay: Option<Duration>,
}

struct Rule {
    allows: bool,
    /// The beginning of an address: `*` stands for anything, `$` for its end.
    pattern: String,
}

impl RobotsTxt {
    /// The rules of a file for the program of this name, or those for everybody. What cannot be understood asks nothing.
    pub(super) fn of(file: &[u8], name: &str) -> Self {
        let text = String::from_utf8_lossy(file);
        Self::under(&text, |agent| product(agent).eq_ignore_ascii_case(name))
            .or_else(|| Self::under(&text, |agent| agent.starts_with('*')))
            .unwrap_or_default()
    }

    /// The rules of all groups in which somebody meant is named; nothing when there is none.
    fn under(text: &str, meant: impl Fn(&str) -> bool) -> Option<Self> {
        let mut rules = Self::default();
        let (mut found, mut ours, mut naming) = (false, false, false);
        for (key, value) in text.trim_start_matches('\u{feff}').split(['\n', '\r']).filter_map(line) {
            if key == "user-agent" {
                // Several names in a row share what follows.
                ours = (naming && ours) || meant(value);
                found |= ours;
                naming = true;
                continue;
            }
            let rule = matches!(key.as_str(), "allow" | "disallow");
            naming &= !rule && key != "crawl-delay";
            if ours && rule && !value.is_empty() {
                rules.lines.push(Rule { allows: key == "allow", pattern: plain(value) });
            } else if ours && key == "crawl-delay" {
                rules.delay = value.parse().ok().and_then(|seconds| Duration::try_from_secs_f32(seconds).ok());
            }
        }
        found.then_some(rules)
    }

    /// Whether an address may be asked for: the longest rule decides, and of two as long the kinder.
    pub(super) fn allow(&self, url: &Url) -> bool {
        let path = match url.query() {
            Some(query) => format!("{}?{query}", url.path()),
            None => url.path().to_owned(),
        };
        let path = plain(&path).replace('*', "%2A").replace('$', "%24");
        let speaking = self.lines.iter().filter(|rule| rule.speaks_of(&path));
        speaking.max_by_key(|rule| (rule.pattern.len(), rule.allows)).is_none_or(|rule| rule.allows)
    }
}

impl Rule {
    fn speaks_of(&self, path: &str) -> bool {
        let (pattern, whole) = match self.pattern.strip_suffix('$') {
            Some(pattern) => (pattern, true),
            None => (self.pattern.as_str(), false),
        };
        let (first, rest) = pattern.split_once('*').map_or((pattern, None), |(first, rest)| (first, Some(rest)));
        let Some(mut left) = path.strip_prefix(first) else { return false };
        let Some(rest) = rest else { return !whole || left.is_empty() };
        let mut parts = rest.split('*');
        let last = parts.next_back().unwrap_or_default();
        for part in parts {
            let Some(at) = left.find(part) else { return false };
            left = &left[at + part.len()..];
        }
        if whole { left.ends_with(last) } else { left.contains(last) }
    }
}

/// Key and value of a line, without its comment.
fn line(line: &str) -> Option<(String, &str)> {
    let (key, value) = line.split('#').next()?.split_once(':')?;
    Some((key.trim().to_ascii_lowercase(), value.trim()))
}

/// The name of a program, without its version.
fn product(agent: &str) -> &str {
    agent.split(|c: char| !c.is_ascii_alphabetic() && c != '_' && c != '-').next().unwrap_or_default()
}

/// The address with every character written in one way, however a site writes it: as itself where that is always safe,
/// else as `%C3`.
fn plain(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    let mut left = address.as_bytes();
    while let [first, rest @ ..] = left {
        let coded = if *first == b'%' { coded(rest) } else { None };
        let byte = coded.unwrap_or(*first);
        left = if coded.is_some() { &rest[2..] } else { rest };
        let safe = byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        if safe || (coded.is_none() && byte.is_ascii_graphic()) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// The byte that two digits stand for.
fn coded(digits: &[u8]) -> Option<u8> {
    let digits = digits.first_chunk::<2>().filter(|digits| digits.iter().all(u8::is_ascii_hexdigit))?;
    u8::from_str_radix(str::from_utf8(digits).ok()?, 16).ok()
}
