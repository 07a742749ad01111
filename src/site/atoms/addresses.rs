use super::{Malformed, Notation, text_atom};

text_atom!(
    /// An address on the web: `http` or `https`, with a host, and nothing that could run as script.
    WebUrl,
    Notation::of("WebUrl").of_format("uri"),
    web_url
);
text_atom!(
    /// Where a site is served: a web address of a folder, always ending in `/`, to which the address of any
    /// page can be added.
    BaseUrl,
    Notation::of("BaseUrl").like("^https?://[^?#]+$").of_format("uri"),
    base_url
);
text_atom!(
    /// An e-mail address as people write it: `hello@example.org`. Nothing in it means anything in an address of the web.
    EmailAddress,
    Notation::of("EmailAddress").like("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"),
    email_address
);

fn web_url(text: &str) -> Result<String, Malformed> {
    let refuse = |why: &str| {
        Malformed::syntax(
            format!("“{text}” is not a web address ({why})"),
            "write the whole address, beginning with https:// or http://",
        )
    };
    let url = url::Url::parse(text).map_err(|e| refuse(&e.to_string()))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(refuse("only http and https are allowed"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Malformed::syntax(
            format!("“{text}” contains a user name or password, which every reader would see"),
            "leave out what comes before “@”, and the “@”",
        ));
    }
    Ok(url.into())
}

fn base_url(text: &str) -> Result<String, Malformed> {
    let url = web_url(text)?;
    if url.contains(['?', '#']) {
        return Err(Malformed::syntax(
            format!("“{text}” cannot be the address of a site, since pages are added to its end"),
            "leave out “?” or “#” and what follows",
        ));
    }
    Ok(format!("{}/", url.trim_end_matches('/')))
}

/// The longest e-mail address that mail can carry, in bytes.
const LONGEST: usize = 254;

fn email_address(text: &str) -> Result<&str, Malformed> {
    let text = text.trim();
    let parts = text.rsplit_once('@').filter(|_| text.len() <= LONGEST);
    if parts.is_some_and(|(who, host)| is_who(who) && is_host(host)) {
        return Ok(text);
    }
    let help = "write it without a name or “mailto:”, for example hello@example.org";
    Err(Malformed::syntax(format!("“{text}” is not an e-mail address"), help))
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
