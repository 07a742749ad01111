use std::ffi::OsString;
use std::io::{Read, Write};

use clap::ValueEnum;
use dom_smoothie::{Config, Readability, TextMode};
use rustix::process::{Resource, Rlimit, setrlimit};
use serde::Serialize;

use super::pdf;
use crate::atoms::one_line;
use crate::leaflets::encoding::decode;
use crate::load::{Points, open_upright};

/// How a worker begins the line that says why it could not do its work.
pub const SAYS: &str = "worker: ";

/// How much memory a worker may ask for, in bytes; a photograph of 12 million points takes a tenth.
const MEMORY: u64 = 3_000_000_000;
/// How long a worker may keep a processor busy, in seconds.
const BUSY: u64 = 60;
/// The largest file that a worker may write, in bytes.
const FILE: u64 = 200_000_000;
/// The most pages of a document that are read; one more shows that there are more.
pub(super) const PAGES: usize = 500;
/// A picture whose longer edge has fewer points is made as large as this: small letters have to grow.
const READ_AT: usize = 2_000;
/// The longest edge that a picture may keep, in points.
const LARGE: usize = 4_200;

/// A step that is done in a process of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Task {
    /// The text inside a PDF: a JSON list of its pages.
    Pdf,
    /// The main text of a web page: a JSON list of one page.
    Html,
    /// A text, whatever its encoding: a JSON list of pages.
    Plain,
    /// A picture made ready for recognition: upright, grey, large enough, as PNG.
    Picture,
    /// Another program, which takes this process over with its limits.
    Run,
}

impl Task {
    /// The task in a word, as a command line has it.
    pub(super) fn word(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }
}

/// Does a step: takes a file from `input`, gives what became of it to `output`. It binds itself to its limits first.
///
/// # Errors
/// When the file cannot be read, with why, on one line.
pub fn work(task: Task, words: &[OsString], input: &mut dyn Read, output: &mut dyn Write) -> Result<(), String> {
    bind();
    if task == Task::Run {
        return run(words);
    }
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes).map_err(|e| e.to_string())?;
    let named = words.first().and_then(|word| word.to_str());
    let answer = convert(task, &bytes, named)?;
    output.write_all(&answer).and_then(|()| output.flush()).map_err(|e| e.to_string())
}

/// What a step makes of a file, without limits: JSON or a PNG, as [`Task`] says. Of a text, a server may have named the
/// encoding.
///
/// # Errors
/// When the file cannot be read, with why, on one line.
pub fn convert(task: Task, bytes: &[u8], named: Option<&str>) -> Result<Vec<u8>, String> {
    Ok(match task {
        Task::Pdf => json(&pdf::read(bytes, PAGES + 1)?),
        Task::Html => json(&[html(&decode(bytes, named))?]),
        Task::Plain => json(&decode(bytes, named).split('\u{c}').take(PAGES + 1).collect::<Vec<_>>()),
        Task::Picture => picture(bytes)?,
        Task::Run => return Err("another program is run, not a file read".to_owned()),
    })
}

/// Lets this process use no more than a document needs, leave no dump of its memory behind, and end with whoever wanted its
/// answer.
fn bind() {
    // A program that this process becomes keeps it too, so that no Tesseract goes on when ours is killed.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::KILL));
    let limits = [(Resource::As, MEMORY), (Resource::Cpu, BUSY), (Resource::Fsize, FILE), (Resource::Core, 0)];
    for (resource, most) in limits {
        // Where the system has no such limit, the time limit of whoever started us still holds.
        let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    }
}

/// Becomes another program.
fn run(words: &[OsString]) -> Result<(), String> {
    use std::os::unix::process::CommandExt as _;
    let (program, words) = words.split_first().ok_or("no program is named")?;
    Err(std::process::Command::new(program).args(words).exec().to_string())
}

fn json(answer: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(answer).unwrap_or_default()
}

/// The main text of a page; all of its text when no part of it stands out.
fn html(page: &str) -> Result<String, String> {
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let mut readable = Readability::new(page, None, Some(config)).map_err(|e| one_line(&e))?;
    if let Ok(article) = readable.parse() {
        let (title, text) = (article.title.trim(), article.text_content.trim());
        let titled = text.contains(title);
        return Ok(if titled { text.to_owned() } else { format!("{title}\n\n{text}") });
    }
    let page = dom_query::Document::from(page);
    page.select("script, style, noscript, template").remove();
    Ok(page.select("body").formatted_text().to_string())
}

/// The picture as large as recognition likes it.
fn picture(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let grey = open_upright(bytes).map(Points::grey);
    let sized = grey.and_then(|grey| match grey.longest() {
        0..READ_AT => grey.resized(READ_AT),
        READ_AT..LARGE => Ok(grey),
        _ => grey.resized(LARGE),
    });
    sized.and_then(|sized| sized.png()).map_err(|why| format!("it is not a whole picture ({why})"))
}
