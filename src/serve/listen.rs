use std::io::ErrorKind;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};

use crate::diagnostic::Failure;

/// Where a preview listens: on this machine only.
#[derive(Debug)]
pub struct Listeners {
    pub(super) sockets: Vec<TcpListener>,
    port: u16,
}

impl Listeners {
    /// Listens on a port of both loopback addresses, or of the one that this machine has. Port 0 is any that is free.
    ///
    /// # Errors
    /// When the port is taken, or may not be used.
    pub fn on(port: u16) -> Result<Self, Failure> {
        let failed = |e: std::io::Error| {
            let help = match e.kind() {
                ErrorKind::AddrInUse => {
                    "another program is listening there; stop it, or choose another port with --port"
                }
                _ => "choose another port with --port",
            };
            Failure::new(format!("cannot listen on port {port}"), e, help)
        };
        let bind = |address: IpAddr, port: u16| {
            let socket = TcpListener::bind(SocketAddr::new(address, port))?;
            socket.set_nonblocking(true)?;
            Ok(socket)
        };
        let first = bind(Ipv4Addr::LOCALHOST.into(), port).map_err(failed)?;
        let port = first.local_addr().map_err(failed)?.port();
        // A machine may know no IPv6.
        let second = bind(Ipv6Addr::LOCALHOST.into(), port).ok();
        Ok(Self { sockets: std::iter::once(first).chain(second).collect(), port })
    }

    /// What to type into a browser.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://localhost:{}/", self.port)
    }
}
