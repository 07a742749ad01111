use std::sync::LazyLock;

use regex::Regex;

/// A paragraph that the writer of a mail wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// Its words, with single spaces.
    pub(super) words: String,
    /// Its place in the mail: the next one follows without a gap when it has the next number.
    pub(super) place: usize,
}

/// What stands above a mail that is repeated: who wrote it when, in a line or three, as programs write it in some languages.
static WROTE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"^(?:On|Am|Le|Ar|El|Il) [^\n]{4,300}?(?:wrote|schrieb|a écrit|ysgrifennodd|escribió|ha scritto)[^:]{0,120}:$",
    )
    .ok()
});

/// A line that begins a mail which is repeated or sent on.
static ORIGINAL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:-{2,} ?(?:original message|forwarded message|forwarded by|ursprüngliche nachricht|weitergeleitete nachricht|neges wreiddiol)\b.*|begin forwarded message:)$").ok()
});

/// The lines of a head that some programs put above a mail which is repeated.
const HEAD: [(&str, &[&str]); 2] =
    [("From:", &["Sent:", "Date:", "To:", "Subject:"]), ("Von:", &["Gesendet:", "Datum:", "An:", "Betreff:"])];

/// How many lines the name, address and day above a repeated mail may take.
const WROTE_LINES: usize = 3;

/// The paragraphs of a mail that its writer wrote: not what it repeats of others, and not its signature.
pub(super) fn own_words(text: &str) -> Vec<Paragraph> {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let last_repeated = lines.iter().rposition(|line| is_repeated(line));
    let mut paragraphs = Collected::default();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let line = line.trim();
        if line == "--" || is_match(&ORIGINAL, line) || is_head(&lines[at..]) {
            break;
        }
        if let Some(taken) = wrote(&lines[at..]) {
            at += taken;
            // Answers may stand between the lines that are repeated; without such lines all the rest is.
            if last_repeated.is_none_or(|last| last < at) {
                break;
            }
            paragraphs.leave_out();
            continue;
        }
        match line {
            "" => paragraphs.end(),
            line if is_repeated(line) => paragraphs.leave_out(),
            // A line of signs divides, and says nothing.
            line if !line.contains(char::is_alphanumeric) => paragraphs.end(),
            line => paragraphs.line(line),
        }
        at += 1;
    }
    paragraphs.end();
    paragraphs.done
}

/// A text with single spaces between its words.
pub(super) fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Paragraphs that are put together line by line.
#[derive(Default)]
struct Collected {
    done: Vec<Paragraph>,
    now: Vec<String>,
    place: usize,
}

impl Collected {
    fn line(&mut self, line: &str) {
        self.now.push(fold(line));
    }

    fn end(&mut self) {
        if !self.now.is_empty() {
            self.done.push(Paragraph { words: self.now.join(" "), place: self.place });
            self.now.clear();
            self.place += 1;
        }
    }

    /// Something is left out here, so that what follows does not go on from what stands before.
    fn leave_out(&mut self) {
        self.end();
        self.place += 1;
    }
}

fn is_match(pattern: &LazyLock<Option<Regex>>, line: &str) -> bool {
    pattern.as_ref().is_some_and(|pattern| pattern.is_match(line))
}

fn is_repeated(line: &str) -> bool {
    line.trim_start().starts_with('>')
}

/// How many lines say who wrote what is repeated below them, if the first of these do.
fn wrote(lines: &[&str]) -> Option<usize> {
    let first = lines.first()?.trim_start();
    if !["On ", "Am ", "Le ", "Ar ", "El ", "Il "].iter().any(|start| first.starts_with(start)) {
        return None;
    }
    let near = lines.iter().take(WROTE_LINES);
    let end = near.take_while(|line| !line.trim().is_empty() && !is_repeated(line)).count();
    let joined = |many: &usize| fold(&lines[..*many].join(" "));
    // Such a line tells the day, unlike a sentence of the writer's own that ends in a colon.
    (1..=end).find(|many| is_match(&WROTE, &joined(many)) && joined(many).contains(|c: char| c.is_ascii_digit()))
}

/// Whether these lines begin with the head of a mail that is repeated.
fn is_head(lines: &[&str]) -> bool {
    let plain = |line: &str| line.trim().trim_matches('*').trim().to_owned();
    let Some(first) = lines.first().map(|line| plain(line)) else { return false };
    HEAD.iter().any(|(from, others)| {
        let below = || lines.iter().skip(1).filter(|line| !line.trim().is_empty()).take(4);
        first.starts_with(from)
            && below().filter(|line| others.iter().any(|key| plain(line).starts_with(key))).count() > 1
    })
}
