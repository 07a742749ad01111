//! Takes a site plan, gives a [`Site`]: every address with its bytes. Never touches disk, clock or
//! network; the same plan gives the same bytes.

mod site;

pub use site::Site;
