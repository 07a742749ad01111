//! Takes addresses of documents that others published, gives their bytes in a store of the site's own, with
//! where and when they came from, and their words. Never part of a build, and the only module that asks the network.

#[cfg(feature = "fetch")]
pub mod archive;
mod encoding;
#[cfg(feature = "fetch")]
pub mod fetch;
#[cfg(feature = "fetch")]
pub mod listing;
pub mod store;
pub mod text;

/// Whether an address that others name leads to the web, without a user's name or password in it.
#[cfg(feature = "fetch")]
fn is_usable(url: &url::Url) -> bool {
    matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none()
}
