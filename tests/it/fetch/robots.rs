use std::io::Write as _;

use super::server::{PDF, Server, head, respond};
use super::{fetch, got, not_got, site};

/// A server with this robots.txt, and a document everywhere else.
fn with_robots(status: &'static str, headers: &'static [&'static str], text: &'static str) -> Server {
    Server::with_robots(move |request, stream| match request.path.as_str() {
        "/robots.txt" => respond(stream, status, headers, text.as_bytes()),
        _ => respond(stream, "200 OK", &[], PDF),
    })
}

const FORBIDDEN: &str = "the site's robots.txt asks programs to stay away from it";

#[test]
fn what_robots_txt_forbids_is_not_asked_for() {
    let everybody = with_robots("200 OK", &[], "User-agent: *\nDisallow: /private/\n");
    not_got(&everybody, "/private/a.pdf", FORBIDDEN);
    assert_eq!(everybody.paths(), Vec::<String>::new());
    got(&everybody, "/public/a.pdf", "new, a PDF of 29 bytes");
    let us = with_robots("200 OK", &[], "User-agent: Hustings\nDisallow: /\n\nUser-agent: *\nAllow: /\n");
    not_got(&us, "/a.pdf", FORBIDDEN);
    let old_lines = with_robots("200 OK", &[], "User-agent: *\rDisallow: /private/\r");
    not_got(&old_lines, "/private/a.pdf", FORBIDDEN);
    let others = with_robots("200 OK", &[], "User-agent: otherbot\nDisallow: /\n");
    got(&others, "/a.pdf", "new, a PDF of 29 bytes");
}

#[test]
fn a_redirect_does_not_lead_around_robots_txt() {
    let server = Server::with_robots(|request, stream| match request.path.as_str() {
        "/robots.txt" => respond(stream, "200 OK", &[], b"User-agent: *\nDisallow: /private\n"),
        "/a" => respond(stream, "302 Found", &["Location: /private"], b""),
        _ => respond(stream, "200 OK", &[], PDF),
    });
    not_got(&server, "/a", FORBIDDEN);
    assert_eq!(server.paths(), ["/a"]);
}

#[test]
fn who_has_no_robots_txt_forbids_nothing() {
    got(&with_robots("404 Not Found", &[], "Disallow: /"), "/a.pdf", "new, a PDF of 29 bytes");
    got(&with_robots("403 Forbidden", &[], "Disallow: /"), "/a.pdf", "new, a PDF of 29 bytes");
    got(&with_robots("200 OK", &[], "<html>\0 no rules at all \u{fffd}"), "/a.pdf", "new, a PDF of 29 bytes");
}

#[test]
fn who_cannot_tell_its_rules_is_not_asked_for_more() {
    for server in [
        with_robots("500 Oops", &[], ""),
        with_robots("429 Too Many Requests", &[], ""),
        with_robots("302 Found", &["Location: /robots.txt"], ""),
        with_robots("302 Found", &["Location: ftp://127.0.0.1/robots.txt"], ""),
        Server::with_robots(|_, stream| {
            head(stream, "200 OK", &[])?;
            stream.write_all(b"\r\n")?;
            loop {
                stream.write_all(&[b'#'; 8192])?;
            }
        }),
        Server::with_robots(|_, stream| super::server::wait_for_end(stream)),
    ] {
        not_got(&server, "/a.pdf", "the site's robots.txt could not be read");
        assert_eq!(server.paths(), Vec::<String>::new());
    }
}

#[test]
fn it_is_read_once_in_a_run() {
    let server = with_robots("200 OK", &[], "User-agent: *\nCrawl-delay: 0.01\nDisallow: /b\n");
    let site = site(&[server.url("/a"), server.url("/b"), server.url("/c")]);
    assert_eq!(fetch(&site).out.lines().filter(|line| line.contains("new, a PDF")).count(), 2);
    let rules = server.log().iter().filter(|request| request.path == "/robots.txt").count();
    assert_eq!((rules, server.paths()), (1, vec!["/a".to_owned(), "/c".to_owned()]));
}

#[test]
fn the_longest_rule_decides_and_patterns_and_groups_mean_what_they_mean_everywhere() {
    let rules = "\u{feff}Disallow: /before-any-group\r\n\
        USER-AGENT : otherbot\r\nuser-agent: Hustings/1.0 # both\r\n\
        Disallow: /private # not for programs\r\nAllow: /private/open\r\nDisallow:\r\n\
        Disallow: /*.pdf$\r\nDisallow: /a*b*c\r\nAllow: /even\r\nDisallow: /even\r\nDisallow: /d%c3%a9j%61\r\n\
        \r\nUser-agent: *\r\nDisallow: /\r\n\
        \r\nuser-agent: hustings\r\nDisallow: /again?page=\r\nDisallow: /star%2A\r\n";
    let server = with_robots("200 OK", &[], rules);
    let paths = [
        ("/before-any-group", true),
        ("/privately", false),
        ("/private/open/a", true),
        ("/x/y.pdf", false),
        ("/x/y.pdf?print", true),
        ("/a-b-c-d", false),
        ("/a-c-b", true),
        ("/even", true),
        ("/d%C3%A9j%C3%A0", true),
        ("/d%C3%A9ja", false),
        ("/again?page=2", false),
        ("/again", true),
        ("/star*", false),
        ("/start", true),
        ("/else", true),
    ];
    let fetched = fetch(&site(&paths.map(|(path, _)| server.url(path))));
    let asked = server.paths();
    for (path, allowed) in paths {
        assert_eq!(asked.contains(&path.to_owned()), allowed, "{path}: {}", fetched.out);
    }
}
