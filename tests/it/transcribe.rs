//! `hustings transcribe`: texts made of files that strangers made.

mod files;
mod pdf;
mod pictures;
mod sense;

use std::fs;
use std::path::Path;

use crate::support::{SiteFixture, hustings};

const TEXT: &str = "candidates/documents/leaflet.txt";

/// How a run ended, and what it printed.
struct Transcribed {
    code: i32,
    out: String,
    err: String,
}

/// The base site with a leaflet that has these files.
fn site(files: &[(&str, &[u8])]) -> SiteFixture {
    let names: String = files.iter().map(|(name, _)| format!("  - file: {name}\n")).collect();
    let record =
        format!("id: leaflet\ntitle: A leaflet\nkind: leaflet\nelection: test.2031-05-01\nperson: 11\nfiles:\n{names}");
    files.iter().fold(SiteFixture::base().file("candidates/documents/leaflet.yaml", record), |site, (name, bytes)| {
        site.file(&format!("content/documents/{name}"), bytes)
    })
}

/// The starter site.
fn starter() -> SiteFixture {
    let site = SiteFixture::bare();
    hustings().arg("init").arg(site.path("")).assert().success();
    site
}

/// Runs the command with no programs beside it but those in a folder.
fn run_beside(programs: &Path, site: &SiteFixture, words: &[&str]) -> Transcribed {
    let mut command = site.hustings();
    let output = command.arg("transcribe").args(["--date", "2031-04-13"]).args(words).env("PATH", programs).output();
    let output = output.expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Transcribed { code: output.status.code().expect("an exit"), out: text(output.stdout), err: text(output.stderr) }
}

/// Runs the command where nothing else is installed.
fn run(site: &SiteFixture, words: &[&str]) -> Transcribed {
    run_beside(Path::new("/nowhere"), site, words)
}

/// The words of the text that was made, without what stands before them.
fn words(site: &SiteFixture) -> String {
    let text = fs::read_to_string(site.path(TEXT)).expect("a text");
    text.splitn(3, "---\n").nth(2).expect("front matter").to_owned()
}

/// One file gives no text, and the line says why.
#[track_caller]
fn unread(name: &str, bytes: &[u8], code: i32, why: &str) {
    let site = site(&[(name, bytes)]);
    let ran = run(&site, &[]);
    let expected = format!("leaflet: nothing in it could be read\nleaflet: {why}\n");
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (code, expected.as_str(), "No text was made.\n"));
    assert!(!site.path(TEXT).exists());
}
