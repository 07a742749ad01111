use std::fs;

use serde_json::{Value, json};

use super::server::{Request, Server, respond};
use super::{Fetched, LIMITS, run};
use crate::support::{SiteFixture, files_under};

const BALLOT: &str = "test.pond-lane.2031-05-01";

/// The base site, with a server as its archive of leaflets.
fn site(server: &Server) -> SiteFixture {
    let fetch = format!(
        "fetch: {{contact: \"https://example.org/write\", private_hosts: [\"127.0.0.1\"], leaflets_api: \"{}\"}}\n",
        server.url("/api/leaflets/")
    );
    SiteFixture::base().replace("hustings.yaml", "title: A test\n", &format!("title: A test\n{fetch}"))
}

fn ask(site: &SiteFixture, words: &[&str]) -> Fetched {
    let mut all = vec!["leaflets", "--limits", LIMITS];
    all.extend(words);
    run(site, &all)
}

/// A person as entries hold them.
fn of(number: u64, ballot: &str) -> Value {
    json!({ number.to_string(): {"person": {"id": number, "name": "Somebody"}, "party": {}, "ballot": {"ballot_paper_id": ballot}} })
}

/// A leaflet as it is listed, of Asha Example.
fn leaflet(pk: u64, changes: &Value) -> Value {
    let mut entry = json!({
        "pk": pk, "title": "A clean pond", "description": "", "status": "live", "first_page_thumb": null,
        "party": {"party_id": "PP1", "party_name": "Harbour Alliance"}, "people": [of(11, BALLOT)],
        "images": [{"image": "/media/1.jpg", "image_type": "1_front"}, {"image": "https://images.example.org/2.jpg", "image_type": null}],
        "date_uploaded": "2031-04-12T09:00:00+01:00", "date_delivered": null,
    });
    for (key, value) in changes.as_object().expect("changes") {
        entry[key] = value.clone();
    }
    entry
}

/// An archive whose list has one page.
fn listing(entries: &[Value]) -> Server {
    let answer = json!({"count": entries.len(), "next": null, "previous": null, "results": entries}).to_string();
    Server::new(move |_, stream| respond(stream, "200 OK", &["Content-Type: application/json"], answer.as_bytes()))
}

fn drafts(site: &SiteFixture) -> Vec<String> {
    let mut files = files_under(&site.path("candidates/documents"));
    files.retain(|file| file.starts_with("leaflet-"));
    files
}

fn draft(site: &SiteFixture, number: u64) -> String {
    fs::read_to_string(site.path(&format!("candidates/documents/leaflet-{number}.yaml"))).expect("a draft")
}

/// The site has no errors; it is warned only that nobody has kept a copy of what the drafts point at.
#[track_caller]
fn right(site: &SiteFixture) {
    let found = site.check();
    assert!(found.iter().all(|found| found.code == "not-archived"), "{found:?}");
}

/// Nothing is drafted of an entry, and the line says why.
#[track_caller]
fn left_out(changes: &Value, why: &str) {
    let server = listing(&[leaflet(7, changes)]);
    let site = site(&server);
    let asked = ask(&site, &["--since", "2031-04-01"]);
    assert_eq!(
        (asked.code, asked.out.as_str()),
        (0, format!("leaflet 7: left out: {why}\n").as_str()),
        "{}",
        asked.err
    );
    assert_eq!((asked.err.as_str(), drafts(&site)), ("1 left out.\n", vec![]));
}

#[test]
fn a_leaflet_becomes_a_draft_that_says_where_everything_comes_from() {
    let server = listing(&[leaflet(7, &json!({}))]);
    let site = site(&server);
    let asked = ask(&site, &["--ballot", BALLOT, "--party", "pp1", "--since", "2031-04-01"]);
    assert_eq!(asked.out, "leaflet-7: new draft, “A clean pond” of Asha Example, 2 pictures\n", "{}", asked.err);
    assert_eq!(
        (asked.code, asked.err.as_str()),
        (0, "1 new. Drafts are material to read: “hustings fetch” gets their pictures.\n")
    );
    let expected = format!(
        "\
# A draft from 127.0.0.1: material to read, never a stance. Compare it with the pictures.
id: leaflet-7
title: A clean pond
kind: leaflet
election: test.2031-05-01
person: 11
received: {{date: 2031-04-12, date_inferred: the day on which it was put into the archive, ballots: [{BALLOT}]}}
url: {}
files:
  - url: {}
    title: front
    credit: \"127.0.0.1\"
  - url: https://images.example.org/2.jpg
    credit: \"127.0.0.1\"
",
        server.url("/leaflets/7/"),
        server.url("/media/1.jpg"),
    );
    assert_eq!(draft(&site, 7), expected);
    right(&site);
    assert_eq!(
        server.paths(),
        [format!("/api/leaflets/?ballot={BALLOT}&party=PP1&modified__gt=2031-04-01T00%3A00%3A00Z")]
    );
    let log = server.log();
    let request = log.iter().find(|request| request.path.starts_with("/api")).expect("a request");
    assert_eq!(request.header("accept"), Some("application/json"));
}

#[test]
fn a_record_that_is_there_is_never_touched() {
    let server = listing(&[leaflet(7, &json!({})), leaflet(8, &json!({"status": "removed"}))]);
    let own =
        |id: &str| format!("id: {id}\ntitle: Ours # ours\nkind: leaflet\nelection: test.2031-05-01\nperson: 11\n");
    let site = site(&server)
        .file("candidates/documents/leaflet-7.yaml", own("leaflet-7"))
        .file("candidates/documents/leaflet-8.yaml", own("leaflet-8"));
    let asked = ask(&site, &["--since", "2031-04-01"]);
    assert_eq!(asked.out, "leaflet-8: the archive has taken it down; find out why, and whether you may keep it\n");
    assert_eq!((asked.code, asked.err.as_str()), (0, "1 known already.\n"));
    assert_eq!(draft(&site, 7), own("leaflet-7"));
}

#[test]
fn pages_are_followed_to_the_last() {
    let server = Server::new(move |request: &Request, stream| {
        let page: u64 = request.path.rsplit_once("offset=").map_or(0, |(_, page)| page.parse().expect("a number"));
        let next = (page < 2)
            .then(|| format!("http://{}/api/leaflets/?offset={}", request.header("host").expect("a host"), page + 1));
        let twice = leaflet(7, &json!({}));
        let answer = json!({"next": next, "results": [leaflet(7 + page, &json!({})), twice]});
        respond(stream, "200 OK", &[], answer.to_string().as_bytes())
    });
    let site = site(&server);
    let asked = ask(&site, &["--since", "2031-04-01"]);
    assert_eq!((asked.code, drafts(&site).len()), (0, 3), "{}{}", asked.out, asked.err);
    assert_eq!(server.paths().len(), 3);
}

/// A list breaks off after its first page: the line says why, and the first page is kept.
#[track_caller]
fn breaks_off(next: fn(&Request) -> String, second: &'static str, why: &str) {
    let server = Server::new(move |request: &Request, stream| {
        let first = !request.path.contains("offset");
        let answer = json!({"next": next(request), "results": [leaflet(7, &json!({}))]}).to_string();
        let answer = if first || second.is_empty() { answer } else { second.to_owned() };
        respond(stream, "200 OK", &[], answer.as_bytes())
    });
    let site = site(&server);
    let asked = ask(&site, &["--since", "2031-04-01"]);
    let line = asked.err.lines().next().unwrap_or_default();
    assert!(line.starts_with("error: the list of 127.0.0.1 breaks off: ") && line.contains(why), "{}", asked.err);
    assert_eq!((asked.code, drafts(&site)), (3, vec!["leaflet-7.yaml".to_owned()]));
    assert!(server.paths().len() <= 2, "{:?}", server.paths());
}

#[test]
fn a_list_that_loops_or_leads_elsewhere_breaks_off() {
    let further = |request: &Request| format!("/api/leaflets/?offset={}", request.path.len());
    breaks_off(|request| request.path.clone(), "", "its pages lead in a circle");
    breaks_off(further, "", "it says that there is more, and repeats itself");
    breaks_off(|_| "https://elsewhere.example.org/api".to_owned(), "", "at an address which is not its own");
    breaks_off(|_| "http://127.0.0.1:1/api".to_owned(), "", "at an address which is not its own");
    breaks_off(further, "<html>", "its answer is not JSON");
    breaks_off(further, "[]", "its answer has no list of results");
    breaks_off(further, "{\"results\": 7}", "its answer has no list of results");
    let deep: &'static str = Box::leak("[".repeat(90_000).into_boxed_str());
    breaks_off(further, deep, "its answer is");
}

#[test]
fn what_does_not_fit_the_records_is_left_out_with_why() {
    left_out(&json!({"status": "draft"}), "the archive has not published it (draft)");
    left_out(&json!({"status": "removed"}), "the archive has not published it (removed)");
    left_out(
        &json!({"people": [of(4372, BALLOT)]}),
        "it is from people who are not in this site's records for that election (4372); import them first",
    );
    left_out(
        &json!({"people": [of(11, "test.elsewhere.2031-05-01")]}),
        "it is for a ballot that is not in this site's records (test.elsewhere.2031-05-01)",
    );
    left_out(&json!({"people": []}), "it names no ballot; say with --election which election it is for");
    left_out(
        &json!({"date_delivered": "2031-04-30T00:00:00Z"}),
        "it came on 2031-04-30, after 2031-04-20, the day on which the records say they are true (“as_of:” in hustings.yaml)",
    );
}

#[test]
fn entries_of_every_shape_are_taken_for_what_they_are() {
    let server = listing(&[
        json!({"title": "no number", "status": "live"}),
        json!({"pk": 3}),
        json!(7),
        json!({"pk": 4, "status": "odd\u{1b}[31m"}),
    ]);
    let site = site(&server);
    let asked = ask(&site, &["--since", "2031-04-01"]);
    let expected = "\
left out: an entry has no number
left out: leaflet 3 has no status
left out: an entry has no number
left out: leaflet 4 has the status “odd [31m”
";
    assert_eq!((asked.code, asked.out.as_str()), (0, expected));
}

#[test]
fn people_and_parties_are_mapped_however_they_are_written() {
    let twice = json!([of(11, BALLOT), of(11, BALLOT)]);
    let bare = json!([{"11": {"ballot": BALLOT}}]);
    let both = json!([of(11, BALLOT), of(12, BALLOT)]);
    let server = listing(&[
        leaflet(1, &json!({"people": twice, "party": null})),
        leaflet(2, &json!({"people": bare, "party": {"party_id": ""}})),
        leaflet(3, &json!({"people": both, "party": {"party_id": "party:1"}})),
        leaflet(4, &json!({"people": both, "party": {"party_id": null}})),
        leaflet(5, &json!({"people": [], "party": {"party_id": "pp1"}})),
        leaflet(6, &json!({"people": [], "party": {"party_id": "PP99"}})),
        leaflet(8, &json!({"people": 7, "images": "none", "party": [], "title": 7})),
    ]);
    let site = site(&server);
    let asked = ask(&site, &["--ballot", BALLOT]);
    assert_eq!(
        drafts(&site),
        ["leaflet-1.yaml", "leaflet-2.yaml", "leaflet-3.yaml", "leaflet-5.yaml"],
        "{}",
        asked.out
    );
    assert!(draft(&site, 1).contains("\nperson: 11\n") && draft(&site, 2).contains("\nperson: 11\n"));
    assert!(draft(&site, 3).contains("\nparty: pp1\npeople: [11, 12]\n"), "{}", draft(&site, 3));
    assert!(draft(&site, 5).contains("\nparty: pp1\n"));
    assert!(asked.out.contains("leaflet 4: left out: it names several people, and no party\n"), "{}", asked.out);
    assert!(asked.out.contains("leaflet 6: left out: it is from a party that is not in this site's records (PP99)\n"));
    assert!(asked.out.contains("leaflet 8: left out: it names nobody, and no party\n"));
    right(&site);
}

#[test]
fn a_stranger_s_title_cannot_break_the_record_or_name_a_telephone() {
    let title = "Pond: \"yes\" # {no}\n- \u{1b}[31m ring 01632 960123";
    let server = listing(&[
        leaflet(
            7,
            &json!({"title": title, "images": [{"image": "javascript:alert(1)"}, {"image": ""}, {"image": "x\n  - rights: all"}]}),
        ),
        leaflet(8, &json!({"title": " \n"})),
    ]);
    let site = site(&server);
    let asked = ask(&site, &["--since", "2031-04-01"]);
    assert!(asked.out.contains("1 picture; 2 more could not be used\n"), "{}", asked.out);
    assert!(!draft(&site, 7).contains("960123") && !draft(&site, 7).contains("\n  - rights"), "{}", draft(&site, 7));
    assert!(draft(&site, 8).contains("\ntitle: Leaflet 8\n"));
    right(&site);
}

#[test]
fn what_it_cannot_ask_is_said_before_or_after_but_never_hidden() {
    let down = Server::new(|_, stream| respond(stream, "404 Not Found", &[], b""));
    let of_it = site(&down);
    let asked = ask(&of_it, &["--since", "2031-04-01"]);
    assert_eq!(asked.code, 3);
    assert!(
        asked.err.starts_with("error: the list of 127.0.0.1 breaks off: it is not there any more (404 or 410)"),
        "{}",
        asked.err
    );
    let nothing = ask(&of_it, &[]);
    assert!(nothing.code == 2 && nothing.err.contains("--since"), "{}", nothing.err);
    let unknown = ask(&of_it, &["--ballot", "test.pond-line.2031-05-01"]);
    assert!(
        unknown.code == 2 && unknown.err.contains("there is no ballot “test.pond-line.2031-05-01”"),
        "{}",
        unknown.err
    );
}
