//! Addresses that must never be asked. If the program were wrong, these would reach other machines; so what
//! follows redirects runs only where no other machine can be reached (`tests/namespace/run`).

use std::net::IpAddr;

use hustings::leaflets::fetch::is_public;

use super::server::{Server, respond};
use super::{LIMITS, not_got, run, site};

/// Addresses that are not on the public internet, in all the ways in which an address can be written.
const PRIVATE: &[&str] = &[
    "10.0.0.1",
    "10.1",
    "0x0a000001",
    "167772161",
    "012.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "0xc0a80101",
    "3232235777",
    "169.254.169.254",
    "0xa9fea9fe",
    "2852039166",
    "0251.0376.0251.0376",
    "100.64.0.1",
    "0.0.0.0",
    "0",
    "192.0.0.1",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "[::]",
    "[::1]",
    "[fe80::1]",
    "[fc00::1]",
    "[fd00::1]",
    "[ff02::1]",
    "[2001:db8::1]",
    "[3fff::1]",
    "[::ffff:10.0.0.1]",
    "[::ffff:a9fe:a9fe]",
    "[::ffff:0:10.0.0.1]",
    "[::10.0.0.1]",
    "[64:ff9b::10.0.0.1]",
    "[64:ff9b:1::1]",
    "[2002:0a00:0001::1]",
    "[2001:0:4136:e378:8000:63bf:3fff:fdd2]",
    "[100::1]",
    "[5f00::1]",
];

#[test]
fn only_the_public_internet_is_public() {
    for address in [
        "1.1.1.1",
        "8.8.8.8",
        "93.184.215.14",
        "172.15.0.1",
        "172.32.0.1",
        "100.128.0.1",
        "2606:4700::1111",
        "2a00:1450:4009::200e",
        "::ffff:8.8.8.8",
    ] {
        assert!(is_public(address.parse::<IpAddr>().expect("an address")), "{address}");
    }
    for address in PRIVATE {
        let url = url::Url::parse(&format!("http://{address}/")).expect("an address");
        let ip: IpAddr = match url.host() {
            Some(url::Host::Ipv4(ip)) => ip.into(),
            Some(url::Host::Ipv6(ip)) => ip.into(),
            other => panic!("{address}: {other:?}"),
        };
        assert!(!is_public(ip), "{address}");
    }
}

#[test]
#[ignore = "needs a network namespace: tests/namespace/run"]
fn no_redirect_leads_to_a_private_address() {
    for address in PRIVATE {
        let server = Server::new(move |_, stream| {
            respond(stream, "302 Found", &[&format!("Location: http://{address}/secret")], b"")
        });
        not_got(&server, "/", "it redirects to where we do not follow");
    }
}

#[test]
#[ignore = "needs a network namespace: tests/namespace/run"]
fn no_record_leads_to_a_private_address() {
    let addresses: Vec<String> = PRIVATE.iter().map(|address| format!("http://{address}/secret")).collect();
    let fetched = run(&site(&addresses), &["--limits", LIMITS]);
    let refused = fetched.out.lines().filter(|line| line.contains("is not an address on the public internet")).count();
    assert_eq!(refused, fetched.out.lines().count(), "{}", fetched.out);
}

#[test]
#[ignore = "needs a network namespace: tests/namespace/run"]
fn a_host_that_cannot_be_reached_is_said_to_be() {
    // Public addresses, which nobody answers where there is no network.
    for address in ["http://1.1.1.1/a.pdf", "https://a-name-that-nobody-has.example/a.pdf"] {
        let fetched = run(&site(&[address.to_owned()]), &["--limits", LIMITS]);
        assert_eq!(fetched.code, 3);
        assert!(fetched.out.contains("robots.txt could not be read (no connection"), "{}", fetched.out);
    }
}
