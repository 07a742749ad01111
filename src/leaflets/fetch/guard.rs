use std::collections::BTreeSet;
use std::error::Error;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use url::{Host, Url};

/// Blocks of IPv4 addresses that are not on the public internet (IANA's special-purpose registry, multicast, reserved).
const NOT_PUBLIC_V4: [([u8; 4], u8); 16] = [
    ([0, 0, 0, 0], 8),
    ([10, 0, 0, 0], 8),
    ([100, 64, 0, 0], 10),
    ([127, 0, 0, 0], 8),
    ([169, 254, 0, 0], 16),
    ([172, 16, 0, 0], 12),
    ([192, 0, 0, 0], 24),
    ([192, 0, 2, 0], 24),
    ([192, 31, 196, 0], 24),
    ([192, 88, 99, 0], 24),
    ([192, 168, 0, 0], 16),
    ([198, 18, 0, 0], 15),
    ([198, 51, 100, 0], 24),
    ([203, 0, 113, 0], 24),
    ([224, 0, 0, 0], 4),
    ([240, 0, 0, 0], 4),
];

/// Blocks inside 2000::/3, where all public IPv6 addresses lie, that are not public or lead to an IPv4 address.
const NOT_PUBLIC_V6: [([u16; 8], u8); 4] = [
    ([0x2001, 0, 0, 0, 0, 0, 0, 0], 23),
    ([0x2001, 0xdb8, 0, 0, 0, 0, 0, 0], 32),
    ([0x2002, 0, 0, 0, 0, 0, 0, 0], 16),
    ([0x3fff, 0, 0, 0, 0, 0, 0, 0], 20),
];

/// Whether an address lies on the public internet.
#[must_use]
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        // Written as IPv6, an IPv4 address is still that one.
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(mapped) => is_public_v4(mapped),
            None => is_public_v6(address),
        },
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let inside = |block: Ipv4Addr, bits: u8| (address.to_bits() ^ block.to_bits()) >> (32 - u32::from(bits)) == 0;
    !NOT_PUBLIC_V4.iter().any(|(block, bits)| inside(Ipv4Addr::from(*block), *bits))
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let inside = |block: Ipv6Addr, bits: u8| (address.to_bits() ^ block.to_bits()) >> (128 - u32::from(bits)) == 0;
    let global = inside(Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3);
    global && !NOT_PUBLIC_V6.iter().any(|(block, bits)| inside(Ipv6Addr::from(*block), *bits))
}

/// Lets requests go to public addresses only, except to hosts that the site allows by name.
#[derive(Debug, Clone)]
pub(super) struct Guard {
    private_hosts: Arc<BTreeSet<String>>,
}

/// An address that is not public.
#[derive(Debug)]
pub(super) struct NotPublic(String);

impl fmt::Display for NotPublic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is not an address on the public internet", self.0)
    }
}

impl Error for NotPublic {}

impl Guard {
    pub(super) fn allowing(hosts: &[String]) -> Self {
        let bare = |host: &String| host.trim_matches(['[', ']']).to_lowercase();
        Self { private_hosts: Arc::new(hosts.iter().map(bare).collect()) }
    }

    /// Refuses an address whose host is a number that is not public: no resolver sees it.
    pub(super) fn judge(&self, url: &Url) -> Result<(), String> {
        if !matches!(url.scheme(), "http" | "https") {
            return Err(format!("“{}:” addresses are not followed, only http and https", url.scheme()));
        }
        let literal = match url.host() {
            None => return Err("the address has no host".to_owned()),
            Some(Host::Domain(_)) => return Ok(()),
            Some(Host::Ipv4(address)) => IpAddr::V4(address),
            Some(Host::Ipv6(address)) => IpAddr::V6(address),
        };
        let allowed = is_public(literal) || self.allows(&literal.to_string());
        if allowed { Ok(()) } else { Err(NotPublic(literal.to_string()).to_string()) }
    }

    fn allows(&self, host: &str) -> bool {
        self.private_hosts.contains(&host.to_lowercase())
    }
}

impl Resolve for Guard {
    /// Gives of a name's addresses the public ones. The connection goes to what is given here, so that
    /// nothing can change between the check and the connection.
    fn resolve(&self, name: Name) -> Resolving {
        let guard = self.clone();
        Box::pin(async move {
            let host = name.as_str();
            let all: Vec<SocketAddr> = tokio::net::lookup_host((host, 0)).await?.collect();
            let allowed = guard.allows(host);
            let public: Vec<SocketAddr> = all.iter().copied().filter(|at| allowed || is_public(at.ip())).collect();
            match (public.is_empty(), all.first()) {
                (true, Some(first)) => Err(NotPublic(format!("{host} ({})", first.ip())).into()),
                _ => Ok(Box::new(public.into_iter()) as Addrs),
            }
        })
    }
}
