use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use super::{Atom, Malformed, Notation};

/// An e-mail address as people write it: `hello@example.org`. Nothing in it means anything in an address of the web.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct EmailAddress(Arc<str>);

/// The longest address that mail can carry, in bytes.
const LONGEST: usize = 254;

impl EmailAddress {
    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for EmailAddress {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let text = text.trim();
        let good =
            text.len() <= LONGEST && text.rsplit_once('@').is_some_and(|(who, host)| is_who(who) && is_host(host));
        if good {
            return Ok(Self(text.into()));
        }
        let help = "write it without a name or “mailto:”, for example hello@example.org";
        Err(Malformed::syntax(format!("“{text}” is no e-mail address"), help))
    }
}

/// Whether something can stand before the `@`. Quoted names, and the signs that begin or part a question in an address of the
/// web, are allowed by the standard and used by nobody.
fn is_who(who: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"!$'*+/=_{|}~^-".contains(&b))
    };
    who.len() <= 64 && who.split('.').all(part)
}

/// Whether something is the name of a host on the web, in any script.
fn is_host(host: &str) -> bool {
    let plain = !host.contains(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric() && !matches!(c, '.' | '-'));
    let parsed =
        || matches!(url::Host::parse(host), Ok(url::Host::Domain(name)) if name.contains('.') && !name.ends_with('.'));
    plain && parsed()
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Atom for EmailAddress {
    const NOTATION: Notation = Notation::of("EmailAddress").like("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$");
}
