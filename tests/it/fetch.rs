//! `hustings fetch` against servers that behave badly in every way we could think of. All of them listen on this
//! machine; the limits of time and size are small, so that nothing takes long.

mod archive;
mod elsewhere;
mod encodings;
mod hosts;
mod leaflets;
mod robots;
mod server;
mod store;
mod troubles;

use std::fs;

use crate::support::{SiteFixture, files_under};
use server::Server;

/// Limits that are quickly reached.
const LIMITS: &str = "connect=300ms,idle=300ms,total=900ms,size=100kB,tries=2,pause=1ms,wait=400ms";

/// How a run ended, and what it printed.
struct Fetched {
    code: i32,
    out: String,
    err: String,
}

/// The base site with a document at each of these addresses, named `d0`, `d1` and so on.
fn site(addresses: &[String]) -> SiteFixture {
    let contact = "fetch: {contact: \"https://example.org/write\", private_hosts: [\"127.0.0.1\", localhost]}\n";
    let base = SiteFixture::base().replace("hustings.yaml", "title: A test\n", &format!("title: A test\n{contact}"));
    addresses.iter().enumerate().fold(base, |site, (n, address)| {
        let record = format!(
            "id: d{n}\ntitle: Document {n}\nkind: leaflet\nelection: test.2031-05-01\nparty: pp1\nurl: {}\n",
            serde_json::to_string(address).expect("a text"),
        );
        site.file(&format!("candidates/documents/d{n}.yaml"), record)
    })
}

/// Runs the command on a site.
fn run(site: &SiteFixture, words: &[&str]) -> Fetched {
    let output = site.hustings().arg("fetch").args(words).output().expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Fetched { code: output.status.code().expect("an exit"), out: text(output.stdout), err: text(output.stderr) }
}

fn fetch(site: &SiteFixture) -> Fetched {
    run(site, &["--limits", LIMITS])
}

/// The files of a site's store.
fn stored(site: &SiteFixture) -> Vec<String> {
    files_under(&site.path(".hustings/store"))
}

/// The store has nothing damaged, orphaned or half-written, and so many objects.
#[track_caller]
fn whole(site: &SiteFixture, objects: usize) {
    let files = stored(site);
    assert!(!files.iter().any(|file| file.starts_with("incoming-")), "{files:?}");
    assert_eq!(files.iter().filter(|file| file.starts_with("objects/")).count(), objects, "{files:?}");
    let verified = run(site, &["--verify"]);
    assert_eq!((verified.code, verified.out.as_str()), (0, ""), "{}", verified.err);
}

/// One address of a server is not got: the line says why, and the store stays empty.
#[track_caller]
fn not_got(server: &Server, path: &str, why: &str) {
    let site = site(&[server.url(path)]);
    let fetched = fetch(&site);
    assert_eq!(fetched.code, 3, "{path}: {}{}", fetched.out, fetched.err);
    let lines: Vec<&str> = fetched.out.lines().collect();
    assert_eq!(lines.len(), 1, "{path}: {}", fetched.out);
    assert!(lines[0].starts_with("d0: not got: ") && lines[0].contains(why), "{path}: {}", fetched.out);
    assert!(!fetched.out.replace('\n', "").contains(char::is_control), "{path}: {:?}", fetched.out);
    assert_eq!(fetched.err, "1 not got.\n", "{path}");
    whole(&site, 0);
}

/// One address of a server is got, whatever it took: the line says what it is.
#[track_caller]
fn got(server: &Server, path: &str, what: &str) {
    let site = site(&[server.url(path)]);
    let fetched = fetch(&site);
    assert_eq!((fetched.code, fetched.out.trim_end()), (0, format!("d0: {what}").as_str()), "{path}: {}", fetched.err);
    whole(&site, 1);
}

/// The provenance record of the only address in a store.
fn provenance(site: &SiteFixture) -> serde_json::Value {
    let files = stored(site);
    let records: Vec<&String> = files.iter().filter(|file| file.starts_with("addresses/")).collect();
    assert_eq!(records.len(), 1, "{files:?}");
    let text = fs::read_to_string(site.path(".hustings/store").join(records[0])).expect("a record");
    serde_json::from_str(&text).expect("JSON")
}
