//! Takes addresses of documents that others published, gives their bytes in a store of the site's own,
//! with where and when they came from. Never part of a build, and the only module that asks the network.

pub mod fetch;
pub mod store;
