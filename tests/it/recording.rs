//! The commands that the pages of `docs/` on recording, asking, keeping records and sheets show do what is shown there.

use std::cell::RefCell;
use std::ffi::OsString;
use std::fs;
use std::io::{BufRead, Read, Result, Write};
use std::path::Path;
use std::rc::Rc;

use hustings::cli::{Exit, Loudness, Terminal, run};

use crate::support::{SiteFixture, project};

/// A day before the made-up ones of the starter, as for everybody who tries it.
const TODAY: &str = "2026-11-29";

/// What stands on a terminal: what the program prints, and what somebody types.
#[derive(Clone, Default)]
struct Screen(Rc<RefCell<String>>);

impl Write for Screen {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        self.0.borrow_mut().push_str(std::str::from_utf8(bytes).expect("UTF-8"));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

/// Somebody who types what the documentation shows behind each question.
struct Reader<'d> {
    screen: Screen,
    shown: &'d str,
    typed: String,
}

impl Read for Reader<'_> {
    fn read(&mut self, _: &mut [u8]) -> Result<usize> {
        unreachable!("answers are read by lines")
    }
}

impl BufRead for Reader<'_> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        let so_far = self.screen.0.borrow().clone();
        let rest = self.shown.strip_prefix(so_far.trim_end_matches(' '));
        let rest = rest.unwrap_or_else(|| panic!("shown:\n{}\nprinted:\n{so_far}", self.shown));
        self.typed = rest.lines().next().unwrap_or_default().trim_start().to_owned() + "\n";
        let line =
            if so_far.ends_with(' ') && self.typed == "\n" { so_far.trim_end_matches(' ').to_owned() } else { so_far };
        *self.screen.0.borrow_mut() = line + &self.typed;
        Ok(self.typed.as_bytes())
    }

    fn consume(&mut self, _: usize) {}
}

/// The words of a command line as a shell takes them: with single quotes, and lines that go on.
fn words(line: &str) -> Vec<String> {
    let parts = line.split('\'').enumerate();
    let mut words = vec![String::new()];
    for (number, part) in parts {
        if number % 2 == 1 {
            words.last_mut().expect("a word").push_str(part);
            continue;
        }
        for c in part.chars() {
            match c {
                '\\' | '\n' => {}
                ' ' => words.push(String::new()),
                c => words.last_mut().expect("a word").push(c),
            }
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The commands of the console blocks in a text, each with what it shows.
pub(crate) fn commands(text: &str) -> Vec<(String, String)> {
    let blocks = text.split("```console\n").skip(1).filter_map(|rest| Some(rest.split_once("```")?.0));
    let mut commands = Vec::new();
    for block in blocks {
        for part in format!("\n{block}").split("\n$ ").skip(1) {
            let mut lines = part.split('\n').peekable();
            let mut command = String::new();
            for line in lines.by_ref() {
                command.push_str(line);
                command.push('\n');
                if !line.ends_with('\\') {
                    break;
                }
            }
            let shown: Vec<&str> = lines.collect();
            commands.push((command, shown.join("\n")));
        }
    }
    commands
}

/// The words of a command in a folder, with the whole path of each file that they name, and of each sheet that is to be there.
fn words_in(folder: &Path, command: &str) -> Vec<OsString> {
    let whole = |word: String| match folder.join(&word) {
        file if file.is_file() || word.ends_with(".csv") => file.into_os_string(),
        _ => word.into(),
    };
    words(command).into_iter().map(whole).chain(["-C".into(), folder.into()]).collect()
}

/// Runs a command in a folder, as somebody at a terminal would, and compares what it prints; `here` is how they see the
/// folder's path.
#[track_caller]
pub(crate) fn shows(folder: &Path, command: &str, shown: &str, here: &str) {
    let screen = Screen::default();
    let (mut out, mut err) = (screen.clone(), screen.clone());
    let mut answers = Reader { screen: screen.clone(), shown, typed: String::new() };
    let mut terminal = Terminal {
        out: &mut out,
        err: &mut err,
        answers: Some(&mut answers),
        out_colour: false,
        err_colour: false,
        interactive: false,
        today: TODAY.parse().expect("a day"),
        loudness: Loudness::default(),
        all_problems: false,
    };
    let exit = run(words_in(folder, command), &mut terminal);
    let there = folder.display().to_string();
    let printed = screen.0.borrow().replace(&format!("{}/", there.trim_end_matches('/')), here);
    let is_shown = uncounted(&printed).trim_end() == uncounted(shown).trim_end();
    assert!(is_shown, "$ {command}shown:\n{shown}\nprinted:\n{printed}");
    assert_eq!(exit, Exit::Clean, "$ {command}");
}

/// A text without how many files a build makes, which is more with each file of the theme.
fn uncounted(text: &str) -> String {
    let line = |line: &str| match line.split_once(": ").filter(|_| line.starts_with("Built ")) {
        Some((built, files)) => format!("{built}: {}\n", files.replace(|c: char| c.is_ascii_digit(), "")),
        None => format!("{line}\n"),
    };
    text.lines().map(line).collect()
}

/// Runs the commands of a text one after another on a new starter site.
#[track_caller]
fn holds(text: &str) -> SiteFixture {
    let site = SiteFixture::bare();
    let commands = commands(text);
    assert!(commands.len() > 1, "the text shows no commands");
    site.hustings().args(["init", "."]).assert().success();
    for (command, shown) in &commands {
        shows(&site.path(""), command, shown, "");
    }
    site
}

#[test]
fn the_page_on_recording_shows_what_happens() {
    let text = fs::read_to_string(project().join("docs/recording.md")).expect("docs/recording.md");
    assert_eq!(holds(&text).check(), []);
}

#[test]
fn the_page_on_keeping_records_shows_what_happens() {
    let text = fs::read_to_string(project().join("docs/keeping-records.md")).expect("docs/keeping-records.md");
    // Nobody has asked who is new there.
    let asked = holds(&text).check().into_iter().filter(|found| found.code != "unasked");
    assert_eq!(asked.collect::<Vec<_>>(), []);
}

#[test]
fn the_page_on_asking_shows_what_happens() {
    let text = fs::read_to_string(project().join("docs/asking.md")).expect("docs/asking.md");
    assert_eq!(holds(&text).check(), []);
}

#[test]
fn the_page_on_sheets_shows_what_happens() {
    let text = fs::read_to_string(project().join("docs/sheets.md")).expect("docs/sheets.md");
    assert_eq!(holds(&text).check(), []);
}
