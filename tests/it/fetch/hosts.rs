use super::server::{PDF, Server, respond};
use super::{fetch, run, site};
use crate::support::SiteFixture;

#[test]
fn a_host_is_asked_one_thing_at_a_time_by_somebody_with_a_name() {
    let server = Server::new(|_, stream| {
        std::thread::yield_now();
        respond(stream, "200 OK", &["Set-Cookie: a=b"], PDF)
    });
    let addresses: Vec<String> = (0..12).map(|n| server.url(&format!("/{n}"))).collect();
    let fetched = fetch(&site(&addresses));
    assert_eq!((fetched.code, fetched.err.as_str()), (0, "12 new.\n"), "{}", fetched.out);
    assert_eq!(server.most_at_once(), 1);
    for request in server.log() {
        let agent = request.header("user-agent").expect("a name");
        assert_eq!(agent, format!("hustings/{} (+https://example.org/write)", env!("CARGO_PKG_VERSION")));
        assert_eq!(
            (request.header("cookie"), request.header("referer"), request.header("authorization")),
            (None, None, None)
        );
    }
}

#[test]
fn a_host_that_wants_to_be_left_alone_is_left_alone() {
    let server = Server::new(|_, stream| respond(stream, "503 Busy", &["Retry-After: 9000"], b""));
    let addresses: Vec<String> = (0..5).map(|n| server.url(&format!("/{n}"))).collect();
    let fetched = fetch(&site(&addresses));
    assert_eq!((fetched.code, fetched.err.as_str()), (3, "5 not got.\n"));
    assert_eq!(server.paths(), ["/0"]);
}

#[test]
fn without_a_contact_nobody_is_asked() {
    let server = Server::new(|_, stream| respond(stream, "200 OK", &[], PDF));
    let site = site(&[server.url("/a")]).replace("hustings.yaml", "contact: \"https://example.org/write\", ", "");
    let fetched = fetch(&site);
    assert_eq!((fetched.code, fetched.out.as_str()), (1, ""));
    assert!(fetched.err.contains("write “fetch: {contact: …}” there"), "{}", fetched.err);
    assert!(server.log().is_empty());
    let email = site.replace("hustings.yaml", "title: A test\n", "title: A test\ncontact: {email: us@example.org}\n");
    assert_eq!(fetch(&email).code, 0);
    assert!(server.log()[0].header("user-agent").is_some_and(|agent| agent.ends_with("(+us@example.org)")));
}

#[test]
fn a_private_host_is_asked_only_when_the_site_names_it() {
    let server = Server::new(|_, stream| respond(stream, "200 OK", &[], PDF));
    let named = |host: &str| server.url("/a").replace("127.0.0.1", host);
    let notations =
        ["127.0.0.1", "127.1", "0x7f.1", "2130706433", "0177.0.0.1", "localhost", "[::ffff:127.0.0.1]", "127.0.0.1."];
    let addresses: Vec<String> = notations.iter().map(|host| named(host)).collect();
    let unnamed = site(&addresses).replace("hustings.yaml", ", private_hosts: [\"127.0.0.1\", localhost]", "");
    let fetched = fetch(&unnamed);
    let refused = fetched.out.lines().filter(|line| line.contains("is not an address on the public internet"));
    assert_eq!((refused.count(), server.log().len()), (fetched.out.lines().count(), 0), "{}", fetched.out);
    let fetched = fetch(&site(&[named("localhost")]));
    assert_eq!((fetched.code, fetched.out.as_str()), (0, "d0: new, a PDF of 29 bytes\n"));
}

#[test]
fn only_what_was_named_is_asked_for() {
    let server = Server::new(|_, stream| respond(stream, "200 OK", &[], PDF));
    let site = site(&[server.url("/a"), server.url("/b"), server.url("/b")]);
    assert_eq!(run(&site, &["d0", "--limits", super::LIMITS]).out, "d0: new, a PDF of 29 bytes\n");
    let fetched = fetch(&site);
    assert_eq!(fetched.out, "d0: unchanged\nd1, d2: new, a PDF of 29 bytes\n", "one address is asked for once");
    let unknown = run(&site, &["d7"]);
    assert_eq!(unknown.code, 2);
    assert!(
        unknown.err.contains("there is no document “d7”; the site has: d0, d1, d2, harbour-manifesto"),
        "{}",
        unknown.err
    );
    let bad = run(&site, &["--limits", "patience=2s"]);
    assert_eq!(bad.code, 2);
    assert!(bad.err.contains("there is no limit “patience”"), "{}", bad.err);
    for limit in ["connect", "idle", "total", "pause", "wait"] {
        let endless = run(&site, &["--limits", &format!("{limit}=2562047788015215h")]);
        assert_eq!(endless.code, 2, "{limit}: {}", endless.err);
        assert!(endless.err.contains("is not a time up to a day"), "{}", endless.err);
    }
    let none = run(
        &SiteFixture::base().replace(
            "hustings.yaml",
            "title: A test\n",
            "title: A test\nfetch: {contact: a@example.org}\n",
        ),
        &[],
    );
    assert_eq!((none.code, none.err.as_str()), (0, "No document of the site has an address to be asked for.\n"));
}

#[test]
fn the_files_of_a_document_are_its_own() {
    let server = Server::new(|_, stream| respond(stream, "200 OK", &[], PDF));
    let files = format!(
        "files: [{{url: \"{}\", title: front, credit: A reader}}, {{url: \"{}\"}}]\n",
        server.url("/front"),
        server.url("/back"),
    );
    let site =
        site(&[server.url("/page")]).replace("candidates/documents/d0.yaml", "title:", &format!("{files}title:"));
    assert_eq!(fetch(&site).out, "d0 (2): new, a PDF of 29 bytes\nd0 (front): new, a PDF of 29 bytes\n");
    let mut paths = server.paths();
    paths.sort();
    assert_eq!(paths, ["/back", "/front"]);
}
