use std::fs;
use std::io::Write as _;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;

use super::server::{PDF, Server, head, respond, wait_for_end};
use super::{LIMITS, fetch, provenance, run, site, stored, whole};

#[test]
fn the_store_tells_where_everything_came_from() {
    let server = Server::new(|request, stream| match request.path.as_str() {
        "/a" => respond(stream, "302 Found", &["Location: /b"], b""),
        _ => respond(stream, "200 OK", &["ETag: \"v1\"", "Content-Type: text/html", "X-Other: no"], PDF),
    });
    let site = site(&[server.url("/a#top")]);
    assert_eq!(fetch(&site).code, 0);
    let told = provenance(&site);
    let object = format!(
        "objects/{}/{}",
        &told["sha256"].as_str().expect("a hash")[..2],
        told["sha256"].as_str().expect("a hash")
    );
    assert_eq!(fs::read(site.path(".hustings/store").join(object)).expect("an object"), PDF);
    assert_eq!(told["address"], server.url("/a#top"));
    assert_eq!(told["final_address"], server.url("/b"));
    assert_eq!(
        (told["status"].as_u64(), told["size"].as_u64(), told["kind"].as_str()),
        (Some(200), Some(29), Some("pdf"))
    );
    assert_eq!(told["fetched"], told["checked"]);
    let headers: Vec<&String> = told["headers"].as_object().expect("headers").keys().collect();
    assert_eq!(headers, ["content-length", "content-type", "etag"]);
}

#[test]
fn what_is_there_is_only_asked_whether_it_changed() {
    let version = Arc::new(AtomicUsize::new(1));
    let now = version.clone();
    let server = Server::new(move |request, stream| {
        let tag = format!("\"v{}\"", now.load(Ordering::SeqCst));
        match request.header("if-none-match") {
            Some(known) if known == tag => respond(stream, "304 Not Modified", &[], b""),
            _ => respond(stream, "200 OK", &[&format!("ETag: {tag}")], format!("text of {tag}").as_bytes()),
        }
    });
    let site = site(&[server.url("/a")]);
    assert_eq!(fetch(&site).out, "d0: new, a plain text of 12 bytes\n");
    assert_eq!(fetch(&site).out, "d0: unchanged\n");
    whole(&site, 1);
    version.store(2, Ordering::SeqCst);
    assert_eq!(fetch(&site).out, "d0: changed, now a plain text of 12 bytes\n");
    assert_eq!(provenance(&site)["earlier"].as_array().map(Vec::len), Some(1));
    whole(&site, 2);
    let asked: Vec<Option<String>> = server
        .log()
        .iter()
        .filter(|request| request.path == "/a")
        .map(|request| request.header("if-none-match").map(str::to_owned))
        .collect();
    assert_eq!(asked, [None, Some("\"v1\"".to_owned()), Some("\"v1\"".to_owned())]);
}

#[test]
fn what_fails_later_leaves_what_was_there() {
    let up = Arc::new(AtomicUsize::new(0));
    let asked = up.clone();
    let server = Server::new(move |_, stream| match asked.fetch_add(1, Ordering::SeqCst) {
        0 => respond(stream, "200 OK", &[], PDF),
        _ => respond(stream, "404 Not Found", &[], b""),
    });
    let site = site(&[server.url("/a")]);
    fetch(&site);
    let before = (stored(&site), provenance(&site));
    assert_eq!(fetch(&site).code, 3);
    assert_eq!((stored(&site), provenance(&site)), before);
}

#[test]
fn damage_is_found_and_mended_by_fetching_again() {
    let server = Server::new(|request, stream| match request.header("if-none-match") {
        Some(_) => respond(stream, "304 Not Modified", &[], b""),
        None => respond(stream, "200 OK", &["ETag: \"v1\""], PDF),
    });
    let site = site(&[server.url("/a")]);
    fetch(&site);
    let files = stored(&site);
    let object =
        site.path(".hustings/store").join(files.iter().find(|file| file.starts_with("objects/")).expect("an object"));
    fs::write(&object, b"%PDF-1.4\nanother\n").expect("a writable store");
    let damaged = run(&site, &["--verify"]);
    assert_eq!(damaged.code, 1);
    assert!(damaged.out.contains("it has changed since it was fetched"), "{}", damaged.out);
    assert_eq!(fetch(&site).out, "d0: unchanged\n");
    whole(&site, 1);
    fs::remove_file(&object).expect("a writable store");
    let missing = run(&site, &["--verify"]);
    assert!(
        missing.code == 1 && missing.out.contains(&format!("what came from {} is gone", server.url("/a"))),
        "{}",
        missing.out
    );
    fetch(&site);
    whole(&site, 1);
    let record =
        site.path(".hustings/store").join(files.iter().find(|file| file.starts_with("addresses/")).expect("a record"));
    fs::write(&record, b"{").expect("a writable store");
    let unreadable = run(&site, &["--verify"]);
    assert!(unreadable.code == 1 && unreadable.out.contains("this record cannot be read"), "{}", unreadable.out);
    assert!(unreadable.out.contains("no address refers to this"), "{}", unreadable.out);
    assert_eq!(fetch(&site).out, "d0: new, a PDF of 29 bytes\n");
    whole(&site, 1);
}

#[test]
fn a_killed_run_leaves_a_whole_store_and_the_next_goes_on() {
    let (begun, has_begun) = channel();
    let server = Server::new(move |request, stream| match request.path.as_str() {
        "/a" => respond(stream, "200 OK", &[], PDF),
        _ => {
            head(stream, "200 OK", &["Content-Length: 1000"])?;
            stream.write_all(b"\r\n%PDF-1.4")?;
            let _ = begun.send(());
            wait_for_end(stream)
        }
    });
    let site = site(&[server.url("/a"), server.url("/b")]);
    let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin!("hustings"));
    command.arg("-C").arg(site.path("")).args(["fetch", "--limits", "pause=1ms,idle=1m"]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program runs");
    has_begun.recv().expect("the second document is being sent");
    child.kill().expect("it can be killed");
    child.wait().expect("it ends");
    fs::write(site.path(".hustings/store/incoming-left"), b"half").expect("a writable store");
    let again = run(&site, &["d0", "--limits", LIMITS]);
    assert_eq!(again.out, "d0: unchanged\n");
    whole(&site, 1);
}

#[test]
fn the_store_follows_no_link_out_of_the_site() {
    let server = Server::new(|_, stream| respond(stream, "200 OK", &[], PDF));
    let site = site(&[server.url("/a")]);
    let elsewhere = tempfile::tempdir().expect("a folder");
    fs::create_dir(site.path(".hustings")).expect("a writable site");
    std::os::unix::fs::symlink(elsewhere.path(), site.path(".hustings/store")).expect("a link");
    let fetched = fetch(&site);
    assert_eq!(fetched.code, 3);
    assert!(fetched.err.contains("it is a symbolic link"), "{}", fetched.err);
    assert_eq!(fs::read_dir(elsewhere.path()).expect("a folder").count(), 0);
    assert!(server.log().is_empty());
}

#[test]
fn a_build_needs_neither_store_nor_network() {
    let site = site(&["http://127.0.0.1:1/nobody-listens.pdf".to_owned()]).build();
    assert!(!site.path(".hustings").exists());
}
