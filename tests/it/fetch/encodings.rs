//! Texts in the encodings that the web has had.

use std::fs;

use super::server::{Server, respond};
use super::{fetch, site};

/// A page that a server sends with such a header is transcribed, and holds these words.
#[track_caller]
fn reads(header: &'static str, body: Vec<u8>, words: &str) {
    let server = Server::new(move |_, stream| respond(stream, "200 OK", &[header], &body));
    let site = site(&[server.url("/page")]);
    assert_eq!(fetch(&site).code, 0);
    site.hustings().args(["transcribe", "d0", "--date", "2031-04-13"]).assert().success();
    let text = fs::read_to_string(site.path("candidates/documents/d0.txt")).expect("a text");
    assert!(text.contains(words), "{words:?} is not in {text}");
    assert!(site.check().iter().all(|found| found.severity != "error"), "{:?}", site.check());
}

/// A page about the duck pond, with such a thing in its head.
fn page(head: &str, words: &str) -> String {
    format!("<html><head>{head}</head><body><p>{words} Clean the duck pond at once, say we all.</p></body></html>")
}

fn latin(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin 1")).collect()
}

fn wide(text: &str, mark: bool) -> Vec<u8> {
    let mark = mark.then_some(0xfeff);
    mark.into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

#[test]
fn a_page_is_read_in_the_encoding_that_its_server_its_head_or_its_bytes_name() {
    reads("Content-Type: text/html; charset=windows-1251", latin(&page("", "\u{cf}\u{f0}\u{f3}\u{e4}.")), "Пруд.");
    reads("Content-Type: text/html", latin(&page("<meta charset=\"iso-8859-2\">", "K\u{f3}\u{b3}ko.")), "Kółko.");
    reads("Content-Type: text/html", latin(&page("", "\u{93}Caf\u{e9}\u{94}.")), "“Café”.");
    reads("Content-Type: text/html; charset=iso-8859-1", page("", "Tŷ’r dref.").into(), "Tŷ’r dref.");
    reads("Content-Type: text/html", wide(&page("", "Tŷ’r dref."), true), "Tŷ’r dref.");
    reads("Content-Type: text/html; charset=utf-16", wide(&page("", "Ty’r dref."), false), "Ty’r dref.");
}

#[test]
fn a_plain_text_is_read_in_its_encoding_too() {
    let text = "Caf\u{e9}: clean the duck pond at once, say we all, and open the library on Saturdays.";
    reads("Content-Type: text/plain", latin(text), "Café: clean");
    reads("Content-Type: text/plain", wide(text, true), "Café: clean");
    reads("Content-Type: text/plain", wide(text, false), "Café: clean");
    reads(
        "Content-Type: text/plain; charset=koi8-r",
        latin("\u{f0}\u{d2}\u{d5}\u{c4}. Clean the duck pond at once."),
        "Пруд.",
    );
}
