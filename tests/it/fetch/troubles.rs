use std::io::Write as _;
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use super::server::{PDF, Server, head, respond, wait_for_end};
use super::{got, not_got};

/// A server that answers everything with the same bytes, as they are.
fn raw(answer: impl Into<Vec<u8>>) -> Server {
    let answer = answer.into();
    Server::new(move |_, stream| stream.write_all(&answer))
}

/// A server that begins an answer and then does something with the connection.
fn begun(headers: &'static [&'static str], then: fn(&mut TcpStream) -> std::io::Result<()>) -> Server {
    Server::new(move |_, stream| {
        head(stream, "200 OK", headers)?;
        stream.write_all(b"\r\n")?;
        then(stream)
    })
}

#[test]
fn who_does_not_answer_is_left() {
    let silent = Server::new(|_, stream| wait_for_end(stream));
    not_got(&silent, "/", "no answer within 600 ms");
    assert_eq!(silent.paths().len(), 2, "it was tried twice");
}

#[test]
fn who_falls_silent_is_left() {
    let server = begun(&["Content-Length: 1000"], |stream| {
        stream.write_all(PDF)?;
        wait_for_end(stream)
    });
    not_got(&server, "/", "it fell silent for 300 ms");
}

#[test]
fn who_drips_is_left() {
    let server = begun(&[], |stream| {
        loop {
            stream.write_all(b"%")?;
            thread::sleep(Duration::from_millis(50));
        }
    });
    not_got(&server, "/", "it took longer than 900 ms");
}

#[test]
fn nobody_can_fill_the_memory() {
    let endless = begun(&["Content-Type: application/pdf"], |stream| {
        loop {
            stream.write_all(&[b'%'; 8192])?;
        }
    });
    not_got(&endless, "/", "it has more than 100 kB");
    assert_eq!(endless.paths().len(), 1, "to ask again would not help");
    let declared = begun(&["Content-Length: 99999999999"], wait_for_end);
    not_got(&declared, "/", "it has more than 100 kB");
    let mut packed = Vec::new();
    respond(&mut packed, "200 OK", &["Content-Encoding: gzip"], &gzip(&vec![b'a'; 20_000_000])).expect("memory");
    not_got(&raw(packed), "/", "it has more than 100 kB");
}

/// Bytes as `gzip` packs them.
fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("memory")
}

#[test]
fn what_breaks_off_is_not_kept() {
    let short = begun(&["Content-Length: 1000"], |stream| stream.write_all(PDF));
    not_got(&short, "/", "what it sends breaks off or is damaged");
    let chunked = begun(&["Transfer-Encoding: chunked"], |stream| stream.write_all(b"20\r\n%PDF-1.4"));
    not_got(&chunked, "/", "what it sends breaks off or is damaged");
    let packed = gzip(PDF);
    let mut half = Vec::new();
    respond(&mut half, "200 OK", &["Content-Encoding: gzip"], &packed[..packed.len() / 2]).expect("memory");
    not_got(&raw(half), "/", "what it sends breaks off or is damaged");
    let mut no_gzip = Vec::new();
    respond(&mut no_gzip, "200 OK", &["Content-Encoding: gzip"], PDF).expect("memory");
    not_got(&raw(no_gzip), "/", "what it sends breaks off or is damaged");
    let closed = Server::new(|_, _| Ok(()));
    not_got(&closed, "/", "not got: ");
}

#[test]
fn what_is_packed_in_a_way_that_nobody_asked_for_is_refused() {
    for how in ["zstd", "compress", "gzip, aes128gcm"] {
        let mut packed = Vec::new();
        respond(&mut packed, "200 OK", &[&format!("Content-Encoding: {how}")], b"Vote for Asha.").expect("memory");
        not_got(&raw(packed), "/", &format!("it is packed as “{how}”"));
    }
    let mut plain = Vec::new();
    respond(&mut plain, "200 OK", &["Content-Encoding: identity"], PDF).expect("memory");
    got(&raw(plain), "/", "new, a PDF of 29 bytes");
}

#[test]
fn two_lengths_are_no_length() {
    let two = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 29\r\nContent-Length: 3\r\n\r\n%PDF-1.4\n".to_vec());
    not_got(&two, "/", "its answer makes no sense");
    let longer = begun(&["Content-Length: 8"], |stream| stream.write_all(PDF));
    got(&longer, "/", "new, a PDF of 8 bytes");
}

#[test]
fn a_file_is_what_its_bytes_are() {
    let lies = |kind: &'static str, body: &'static [u8]| {
        Server::new(move |_, stream| respond(stream, "200 OK", &[kind], body))
    };
    got(
        &lies("Content-Type: application/pdf", b"\n<!DOCTYPE html><title>a</title>"),
        "/a.pdf",
        "new, a web page of 32 bytes",
    );
    got(&lies("Content-Type: text/html", PDF), "/a.html", "new, a PDF of 29 bytes");
    got(&lies("Content-Type: image/png", b"\xff\xd8\xff\xe0 and so on"), "/a.png", "new, a picture of 14 bytes");
    got(&lies("Content-Type: image/png", b"Vote for Asha."), "/a.docx", "new, a plain text of 14 bytes");
    got(&lies("Content-Type: text/plain", b"\xff\xfeV\0o\0t\0e\0"), "/a.txt", "new, a plain text of 10 bytes");
    got(&lies("Content-Type: text/plain", b"Caf\xe9, \x93clean\x94 pond"), "/a.txt", "new, a plain text of 18 bytes");
    let none = "it is neither a PDF, a picture, a web page nor a text";
    not_got(&lies("Content-Type: application/pdf", b"PK\x03\x04 an archive"), "/a.pdf", none);
    not_got(&lies("Content-Type: text/plain", b"\x7fELF\x02\x01\x01\0\0\0"), "/a", none);
    not_got(&lies("Content-Type: text/plain", b"a\0b"), "/a", none);
    not_got(&lies("Content-Type: application/pdf", b""), "/a.pdf", "there is nothing in it");
}

#[test]
fn every_refusal_has_its_words() {
    let with = |status: &'static str| Server::new(move |_, stream| respond(stream, status, &[], b"no"));
    not_got(&with("404 Not Found"), "/", "it is not there any more (404 or 410)");
    not_got(&with("410 Gone"), "/", "it is not there any more (404 or 410)");
    not_got(&with("403 Forbidden"), "/", "the site does not let us read it (401 or 403)");
    not_got(&with("418 Teapot"), "/", "the site answered with status 418");
    not_got(&with("206 Partial Content"), "/", "the site answered with status 206");
    not_got(&with("304 Not Modified"), "/", "the site answered with status 304");
    let trouble = with("500 Internal Server Error");
    not_got(&trouble, "/", "the site is in trouble (500)");
    assert_eq!(trouble.paths().len(), 2, "it was tried twice");
    let many = with("429 Too Many Requests");
    not_got(&many, "/", "enough requests from us for now (429)");
}

#[test]
fn who_asks_for_a_moment_gets_it() {
    /// A server that says this once, and then gives the document.
    fn once(status: &'static str, headers: &'static [&'static str]) -> Server {
        let asked = Arc::new(AtomicUsize::new(0));
        Server::new(move |_, stream| match asked.fetch_add(1, Ordering::SeqCst) {
            0 => respond(stream, status, headers, b"later"),
            _ => respond(stream, "200 OK", &[], PDF),
        })
    }
    got(&once("503 Service Unavailable", &[]), "/", "new, a PDF of 29 bytes");
    got(&once("429 Too Many Requests", &["Retry-After: 0"]), "/", "new, a PDF of 29 bytes");
    got(&once("503 Busy", &["Retry-After: Wed, 21 Oct 2015 07:28:00 GMT"]), "/", "new, a PDF of 29 bytes");
    got(&once("503 Busy", &["Retry-After: soon\x07"]), "/", "new, a PDF of 29 bytes");
    not_got(&once("429 Too Many Requests", &["Retry-After: 7200"]), "/", "the site asks us to come back after 7200 s");
    not_got(
        &once("503 Busy", &["Retry-After: Fri, 01 Jan 2999 00:00:00 GMT"]),
        "/",
        "the site asks us to come back after",
    );
}

#[test]
fn redirects_end() {
    let to = |location: &'static str| {
        Server::new(move |_, stream| respond(stream, "302 Found", &[&format!("Location: {location}")], b""))
    };
    not_got(&to("/"), "/", "its redirects lead in a circle");
    let endless =
        Server::new(|request, stream| respond(stream, "301 Moved", &[&format!("Location: {}x", request.path)], b""));
    not_got(&endless, "/", "it redirects more than 5 times");
    assert_eq!(endless.paths().len(), 6);
    let nowhere = Server::new(|_, stream| respond(stream, "302 Found", &[], b""));
    not_got(&nowhere, "/", "it redirects, and does not say where to");
    for scheme in
        ["file:///etc/passwd", "ftp://127.0.0.1/a", "javascript:alert(1)", "data:text/html,a", "gopher://127.0.0.1/"]
    {
        not_got(&to(scheme), "/", "addresses are not followed, only http and https");
    }
    not_got(&to("http://user:secret@127.0.0.1/"), "/", "with a user name or password in it");
    not_got(&to("http://[::1"), "/", "an address that cannot be read");
    let once = Server::new(|request, stream| match request.path.as_str() {
        "/" => respond(stream, "307 Moved", &["Location: there?a=b#c"], b""),
        _ => respond(stream, "200 OK", &[], PDF),
    });
    got(&once, "/", "new, a PDF of 29 bytes");
    assert_eq!(once.paths(), ["/", "/there?a=b"]);
}

#[test]
fn headers_are_no_way_in() {
    for header in ["Location: /a\x1b[31m", "Location: /\u{202e}exe", "Location: \x08\x08"] {
        let server = Server::new(move |request, stream| match request.path.as_str() {
            "/" => respond(stream, "302 Found", &[header], b""),
            _ => respond(stream, "404 Not Found", &[], b""),
        });
        not_got(&server, "/", "");
    }
    let control = raw(b"HTTP/1.1 200 OK\r\nContent-Type: a\x1b]0;title\x07\r\nContent-Length: 0\r\n\r\n".to_vec());
    not_got(&control, "/", "its answer makes no sense");
    let huge = raw(format!("HTTP/1.1 200 OK\r\nX: {}\r\n\r\n", "a".repeat(2_000_000)));
    not_got(&huge, "/", "its answer makes no sense");
    let many = raw(format!("HTTP/1.1 200 OK\r\n{}\r\n", "X: a\r\n".repeat(50_000)));
    not_got(&many, "/", "its answer makes no sense");
    let no_http = raw(b"SSH-2.0-OpenSSH\r\n\r\n".to_vec());
    not_got(&no_http, "/", "its answer makes no sense");
    // A validator that is not plain text is not kept, and so never sent back.
    let etag = Server::new(|_, stream| {
        stream.write_all(b"HTTP/1.1 200 OK\r\nETag: \"\xff\xfe\"\r\nContent-Length: 29\r\n\r\n")?;
        stream.write_all(PDF)
    });
    let site = super::site(&[etag.url("/")]);
    assert_eq!(super::fetch(&site).code, 0);
    assert_eq!(super::provenance(&site)["headers"].get("etag"), None);
}

#[test]
fn a_certificate_that_nobody_signed_is_not_trusted() {
    let key =
        rcgen::generate_simple_self_signed(["localhost".to_owned(), "127.0.0.1".to_owned()]).expect("a certificate");
    let der = rustls::pki_types::PrivateKeyDer::try_from(key.signing_key.serialize_der()).expect("a key");
    let config = rustls::ServerConfig::builder_with_provider(rustls::crypto::ring::default_provider().into())
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![key.cert.der().clone()], der)
        .expect("a configuration");
    let config = Arc::new(config);
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut tls = rustls::ServerConnection::new(config.clone()).expect("a connection");
            // The other side hangs up in the middle.
            let _ = tls.complete_io(&mut stream);
        }
    });
    let site = super::site(&[format!("https://127.0.0.1:{port}/a.pdf")]);
    let fetched = super::fetch(&site);
    assert_eq!(fetched.code, 3);
    assert!(fetched.out.contains("its certificate cannot be trusted"), "{}", fetched.out);
    super::whole(&site, 0);
    let plain = raw(b"HTTP/1.1 400 Bad Request\r\n\r\n".to_vec());
    let site = super::site(&[plain.url("/").replace("http:", "https:")]);
    let fetched = super::fetch(&site);
    assert!(fetched.out.contains("not got: the site's robots.txt could not be read (no connection"), "{}", fetched.out);
}
