use std::fs;

use serde_json::json;

use super::server::{Request, Server, respond};
use super::{Fetched, LIMITS, run};
use crate::support::SiteFixture;

const RECORD: &str = "candidates/documents/clean-water.yaml";

/// The base site with a document on the web, and a server as its web archive.
fn site(server: &Server) -> SiteFixture {
    let fetch = format!(
        "fetch: {{contact: \"https://example.org/write\", private_hosts: [\"127.0.0.1\"], archive_api: \"{}\"}}\n",
        server.url("/available")
    );
    let record = "\
id: clean-water # a letter
title: Clean water
kind: letter
election: test.2031-05-01
party: pp1
url: https://example.org/water?a=1&b=2
date: 2031-04-09
";
    SiteFixture::base()
        .replace("hustings.yaml", "title: A test\n", &format!("title: A test\n{fetch}"))
        .file(RECORD, record)
}

fn ask(site: &SiteFixture) -> Fetched {
    run(site, &["--archive", "--limits", LIMITS])
}

fn record(site: &SiteFixture) -> String {
    fs::read_to_string(site.path(RECORD)).expect("a record")
}

#[test]
fn a_copy_is_written_into_the_record_and_nothing_else_changes() {
    let server = Server::new(|_, stream| {
        let closest = json!({"available": true, "url": "http://web.archive.org/web/20310410101112/https://example.org/water", "timestamp": "20310410101112", "status": "200"});
        let answer = json!({"url": "x", "archived_snapshots": {"closest": closest}});
        respond(stream, "200 OK", &[], answer.to_string().as_bytes())
    });
    let site = site(&server);
    let before = record(&site);
    let asked = ask(&site);
    let copy = "https://web.archive.org/web/20310410101112/https://example.org/water";
    assert_eq!(asked.out, format!("clean-water: a copy of 2031-04-10: {copy}\n"), "{}", asked.err);
    assert_eq!((asked.code, asked.err.as_str()), (0, "1 found and recorded.\n"));
    let (url, date) = ("url: https://example.org/water?a=1&b=2\n", "date: 2031-04-09");
    assert_eq!(record(&site), before.replace(&format!("{url}{date}"), &format!("{url}archived: {copy}\n{date}")));
    assert_eq!(site.check(), []);
    let question = "/available?url=https%3A%2F%2Fexample.org%2Fwater%3Fa%3D1%26b%3D2&timestamp=20310409";
    assert_eq!(server.paths(), [question]);
    let again = ask(&site);
    assert_eq!((again.code, again.err.as_str()), (0, "Every document with an address has a copy on record.\n"));
    assert_eq!(server.paths().len(), 1);
}

/// What the archive answers is said as this, and the record stays.
#[track_caller]
fn says(answer: &'static str, code: i32, line: &str) {
    let server = Server::new(move |_: &Request, stream| respond(stream, "200 OK", &[], answer.as_bytes()));
    let site = site(&server);
    let before = record(&site);
    let asked = ask(&site);
    assert_eq!(asked.code, code, "{answer}: {}{}", asked.out, asked.err);
    assert!(asked.out.starts_with(&format!("clean-water: {line}")), "{answer}: {}", asked.out);
    assert_eq!(asked.out.lines().count(), 1);
    assert_eq!(record(&site), before);
}

#[test]
fn no_copy_and_no_answer_are_two_things() {
    says(r#"{"archived_snapshots": {}}"#, 0, "no copy in the archive\n");
    says(r#"{"archived_snapshots": {"closest": {"available": false}}}"#, 0, "no copy in the archive\n");
    says(
        r#"{"archived_snapshots": {"closest": {"available": true, "status": "404", "url": "https://web.archive.org/x"}}}"#,
        0,
        "no copy in the archive\n",
    );
    says("<html>busy</html>", 3, "could not ask the archive: its answer is not JSON");
    says("{}", 3, "could not ask the archive: its answer does not say whether there is a copy\n");
    says(
        r#"{"archived_snapshots": {"closest": {"available": true, "status": "200", "url": "javascript:alert(1)"}}}"#,
        3,
        "could not ask the archive: it names a copy at “javascript:alert(1)”, which is not a web address\n",
    );
    let busy = Server::new(|_, stream| respond(stream, "503 Service Unavailable", &[], b""));
    let asked = ask(&site(&busy));
    assert_eq!(
        (asked.code, asked.out.as_str(), asked.err.as_str()),
        (
            3,
            "clean-water: could not ask the archive: the site is in trouble (503); try again later\n",
            "1 could not be asked for.\n"
        )
    );
}
