//! `hustings serve`: the site from memory, made anew when something changes.

use std::fs;
use std::time::SystemTime;

use hustings::load::Reader;
use walkdir::WalkDir;

use crate::preview::{Answer, Preview};
use crate::support::{SiteFixture, hustings};

const BALLOT: &str = "candidates/test.2031-05-01/pond-lane.yaml";
const PAGE: &str = "/test.2031-05-01/pond-lane/";

#[test]
fn pages_come_from_memory_with_their_types_and_public_is_not_touched() {
    let preview = Preview::shown(SiteFixture::base());
    let home = preview.get("/");
    assert!(home.head.contains("content-type: text/html; charset=utf-8"));
    assert!(home.head.contains("cache-control: no-store"), "{}", home.head);
    assert!(preview.get(PAGE).body.contains("Asha Example"));
    let style = preview.get("/static/style.css");
    assert!(style.head.contains("content-type: text/css; charset=utf-8") && !style.body.contains("_hustings"));
    let folder = preview.get(PAGE.trim_end_matches('/'));
    assert!(folder.is(308) && folder.head.contains(&format!("location: {PAGE}")), "{}", folder.head);
    let missing = preview.get("/no/such/page");
    assert!(missing.is(404) && missing.body.contains("<h1>"), "{}", missing.body);
    assert!(!preview.site.path("public").exists());
}

#[test]
fn a_new_site_is_shown_before_anything_is_filled_in() {
    let site = SiteFixture::bare();
    hustings().arg("init").arg(site.path("")).assert().success();
    // What is to be replaced only matters where a site is published.
    Preview::of(site).until("/", Answer::is_page);
}

#[test]
fn an_open_page_is_told_when_the_new_site_is_whole() {
    let preview = Preview::shown(SiteFixture::base());
    let mark = preview.get(PAGE).mark().to_owned();
    preview.change(BALLOT, "name: Asha Example", "name: Asha Renamed");
    assert!(preview.get(&format!("/_hustings/after/{mark}")).is(204));
    assert!(preview.until(PAGE, Answer::is_page).body.contains("Asha Renamed"));
    // A page of an earlier run is never as new as it can be.
    assert!(preview.get("/_hustings/after/earlier-1").is(204));
    assert!(preview.end().contains("Made "));
}

#[test]
fn what_was_copied_while_nobody_waited_is_what_a_fresh_look_finds() {
    let site = SiteFixture::base();
    // A file that was written a moment ago is read again in any case.
    for entry in WalkDir::new(site.path("")).into_iter().map(|entry| entry.expect("an entry")) {
        if entry.file_type().is_file() {
            let file = fs::File::options().append(true).open(entry.path()).expect("a file");
            file.set_modified(SystemTime::UNIX_EPOCH).expect("a time");
        }
    }
    let mut reader = Reader::default().that_keeps();
    let mut look = |ready: bool| {
        let loaded = reader.load(&site.path("")).expect("a site");
        if ready {
            reader.get_ready();
        }
        format!("{:?}", loaded.records)
    };
    let first = look(true);
    assert_eq!(look(true), first, "a copy is the same");
    assert_eq!(look(false), first, "and so is one of a copy");
    assert_eq!(look(true), first, "and what there was no copy of");
    let text = fs::read_to_string(site.path(BALLOT)).expect("the ballot");
    fs::write(site.path(BALLOT), text.replace("name: Asha Example", "name: Asha Renamed")).expect("the ballot");
    let changed = look(true);
    assert_eq!(
        changed.replace("Asha Renamed", "Asha Example"),
        first,
        "what has changed is read anew, and nothing else"
    );
    assert!(changed.contains("Asha Renamed"));
    assert_eq!(look(false), changed, "and is what there is a copy of then");
}

#[test]
fn an_error_stands_over_the_last_good_site_until_it_is_mended() {
    let preview = Preview::shown(SiteFixture::base());
    preview.change(BALLOT, "stance: supports", "stance: <suports>");
    let page = preview.until(PAGE, |page| page.body.contains("“&lt;suports>” is not a stance"));
    assert!(
        page.is(200) && page.body.contains("Asha Example") && page.body.contains("role=\"alert\""),
        "{}",
        page.body
    );
    preview.change(BALLOT, "stance: <suports>", "stance: supports");
    preview.until(PAGE, Answer::is_page);
    let said = preview.end();
    assert!(said.contains("“<suports>” is not a stance") && said.contains("pond-lane.yaml:9:17"), "{said}");
    assert!(said.contains("1 error: the last good site stays"), "{said}");
}

#[test]
fn a_site_that_never_was_good_says_why_and_gets_well() {
    let broken = SiteFixture::base().replace(BALLOT, "stance: supports", "stance: suports");
    let preview = Preview::of(broken);
    let page = preview.until("/", |page| page.body.contains("“suports” is not a stance"));
    assert!(page.is(500) && page.body.contains("role=\"alert\""), "{}{}", page.head, page.body);
    preview.change(BALLOT, "stance: suports", "stance: supports");
    preview.until(PAGE, Answer::is_page);
    assert!(preview.end().contains("1 error: there is nothing to show yet"));
}

#[test]
fn a_changed_guide_is_shown_anew() {
    let site = SiteFixture::base().file("docs/letters.md", "# Letters\n\nAs they were.\n");
    let keys = fs::read_to_string(site.path("hustings.yaml")).expect("the site's file");
    let preview = Preview::shown(site.file("hustings.yaml", keys + "guides: {folder: docs}\n"));
    assert!(preview.get("/guides/letters/").body.contains("As they were."));
    preview.change("docs/letters.md", "As they were.", "As they are.");
    preview.until("/guides/letters/", |answer| answer.body.contains("As they are."));
}

#[test]
fn a_slip_in_a_theme_stands_over_the_last_good_site_too() {
    let themed = SiteFixture::base().replace("hustings.yaml", "title: A test\n", "title: A test\ntheme: own\n");
    let preview = Preview::shown(themed.file("themes/own/static/own.css", "h1 { color: black }\n"));
    let template = preview.site.path("themes/own/templates/person.html");
    fs::create_dir_all(template.parent().expect("a folder")).expect("a folder");
    fs::write(&template, "{% extends \"base.html\" %}\n{% block main %}{{ person.nothing }}{% endblock main %}")
        .expect("a file");
    let page = preview.until(PAGE, |page| page.body.contains("themes/own/templates/person.html:2:"));
    assert!(page.body.contains("Asha Example") && page.body.contains("role=\"alert\""), "{}", page.body);
    fs::remove_file(&template).expect("a file to remove");
    preview.until(PAGE, Answer::is_page);
}

#[test]
fn a_site_that_goes_away_is_missed_and_found_again() {
    let preview = Preview::shown(SiteFixture::base());
    let (here, away) = (preview.site.path("hustings.yaml"), preview.site.path("elsewhere.yaml"));
    fs::rename(&here, &away).expect("a file to rename");
    preview.until(PAGE, |page| page.body.contains("there is no site in"));
    fs::rename(&away, &here).expect("a file to rename");
    preview.until(PAGE, Answer::is_page);
}

#[test]
fn files_come_and_go_and_are_saved_in_every_way_and_it_goes_on() {
    let preview = Preview::shown(SiteFixture::base());
    // As editors save: another file takes the place of the old one.
    let (path, beside) = (preview.site.path(BALLOT), preview.site.path("candidates/test.2031-05-01/.pond-lane.swp"));
    let text = fs::read_to_string(&path).expect("a file");
    fs::write(&beside, text.replace("Asha Example", "Asha Atomic")).expect("a file beside it");
    fs::rename(&beside, &path).expect("a file to take its place");
    preview.until(PAGE, |page| page.body.contains("Asha Atomic"));
    // A folder that was not there when it began.
    let words = preview.site.path("themes/own/lang/en.ftl");
    fs::create_dir_all(words.parent().expect("a folder")).expect("a folder");
    fs::write(&words, "nav-parties = The parties of today\n").expect("a file");
    preview.change("hustings.yaml", "title: A test\n", "title: A test\ntheme: own\n");
    preview.until("/", |page| page.body.contains("The parties of today"));
    fs::write(&words, "nav-parties = The parties of tomorrow\n").expect("a file");
    preview.until("/", |page| page.body.contains("The parties of tomorrow"));
    // Many at once, bytes that are no text, and away again.
    let pages = preview.site.path("content/pages");
    fs::create_dir_all(&pages).expect("a folder");
    for n in 0..1000 {
        let text = format!("---\ntitle: Page {n}\n---\nText.\n");
        fs::write(pages.join(format!("p{n}.md")), text).expect("a page");
    }
    preview.until("/p999/", |page| page.is_page() && page.body.contains("Page 999"));
    fs::write(pages.join("p0.md"), b"\xff\xfe\x00").expect("a page");
    preview.until("/p999/", |page| page.body.contains("is not UTF-8"));
    fs::remove_dir_all(&pages).expect("a folder to remove");
    preview.until("/p999/", |page| page.is(404) && !page.body.contains("role=\"alert\""));
}

#[test]
fn only_this_machine_is_answered_by_its_own_name() {
    let preview = Preview::shown(SiteFixture::base());
    let asked = |request: &str| preview.ask(&format!("{request}\r\nConnection: close\r\n\r\n"));
    assert!(asked("GET / HTTP/1.1\r\nHost: evil.example.org").is(403));
    assert!(asked("GET / HTTP/1.1\r\nHost: localhost.example.org:80").is(403));
    assert!(asked("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0").is(405));
    assert!(asked("GET /../hustings.yaml HTTP/1.1\r\nHost: localhost").is(404));
    assert!(asked("GET /%2e%2e/hustings.yaml HTTP/1.1\r\nHost: [::1]:9").is(404));
}

#[test]
fn other_sites_get_nothing_and_a_link_still_opens() {
    let preview = Preview::shown(SiteFixture::base());
    let host = format!("localhost:{}", preview.port);
    let asked = |path: &str, more: &str| {
        preview.ask(&format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n{more}Connection: close\r\n\r\n"))
    };
    let from = |site: &str, mode: &str, dest: &str| {
        format!("Sec-Fetch-Site: {site}\r\nSec-Fetch-Mode: {mode}\r\nSec-Fetch-Dest: {dest}\r\n")
    };
    for path in ["/", "/_hustings/live.js", "/_hustings/after/x", "/static/style.css"] {
        // Another port of this machine is another site too.
        for site in ["cross-site", "same-site"] {
            for (mode, dest) in [
                ("no-cors", "script"),
                ("no-cors", "image"),
                ("cors", "empty"),
                ("navigate", "iframe"),
                ("navigate", "embed"),
            ] {
                let answer = asked(path, &from(site, mode, dest));
                assert!(answer.is(403), "{path} {site} {mode} {dest}: {}", answer.head);
                assert!(!answer.body.contains("script"), "{}", answer.body);
            }
        }
        assert!(asked(path, "Origin: https://evil.example.org\r\n").is(403), "{path}");
        assert!(asked(path, "Origin: null\r\n").is(403), "{path}");
        assert!(
            preview.ask(&format!("GET {path} HTTP/1.1\r\nHost: evil.example.org\r\nConnection: close\r\n\r\n")).is(403)
        );
        assert!(
            preview
                .ask(&format!("POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
                .is(405)
        );
        let own = asked(path, &from("same-origin", "no-cors", "script"));
        assert!(own.is(200) || own.is(204), "{path}: {}", own.head);
        for said in [
            "x-frame-options: sameorigin",
            "frame-ancestors 'self'",
            "nosniff",
            "cross-origin-resource-policy: same-origin",
        ] {
            assert!(own.head.contains(said), "{path} lacks {said}: {}", own.head);
        }
    }
    assert!(asked("/", &from("cross-site", "navigate", "document")).is(200), "a link is followed");
    assert!(asked("/", &from("none", "navigate", "document")).is(200), "an address is typed");
    assert!(asked("/", &format!("Origin: http://{host}\r\n")).is(200));
}

#[test]
fn a_port_that_is_taken_and_a_day_that_is_none_are_refused_with_a_remedy() {
    let preview = Preview::of(SiteFixture::base());
    let said = |words: &[&str], code| {
        let refused = SiteFixture::base().hustings().arg("serve").args(words).assert().code(code);
        String::from_utf8_lossy(&refused.get_output().stderr).into_owned()
    };
    let taken = preview.port.to_string();
    let refused = said(&["--port", &taken], 3);
    assert!(refused.contains(&format!("cannot listen on port {taken}")) && refused.contains("--port"), "{refused}");
    assert!(said(&["--as-of", "someday"], 2).contains("2031-04-20"));
}

#[test]
fn what_an_editor_leaves_does_not_cover_the_page() {
    let preview = Preview::shown(SiteFixture::base());
    let ballot = preview.site.path(BALLOT);
    fs::write(ballot.with_file_name("#pond-lane.yaml#"), "half a rec: [").expect("a file");
    preview.change(BALLOT, "Asha Example", "Asha Newname");
    let page = preview.until(PAGE, |answer| answer.body.contains("Asha Newname"));
    assert!(page.is_page(), "{}", page.body);
    assert!(preview.end().contains("Note: skipped a file that an editor or sync tool left"));
}
