//! Takes the files of a site one by one, from many threads, as they are made. Never knows who made them, nor how many there
//! will be.

use std::io::{Result as IoResult, Write};

use crate::atoms::SitePath;
use crate::diagnostic::Failure;

/// Writes a file, piece by piece.
pub type Make<'m> = dyn FnMut(&mut dyn Write) -> IoResult<()> + 'm;

/// Where the files of a site go.
pub trait Sink: Sync {
    /// Whether it has any use for the file at this address. Asked before work is done, so that one file can be had without all
    /// the others.
    fn wants(&self, _: &SitePath) -> bool {
        true
    }

    /// Takes a whole file.
    ///
    /// # Errors
    /// When it has no place for the file; then nothing more need be made.
    fn put(&self, path: &SitePath, bytes: &[u8]) -> Result<(), Failure>;

    /// Takes a file that is too large to be held at once.
    ///
    /// # Errors
    /// When it has no place for the file; then nothing more need be made.
    fn stream(&self, path: &SitePath, make: &mut Make<'_>) -> Result<(), Failure>;
}

/// Takes all and keeps nothing: for those who only want to know what can be made.
#[derive(Debug, Clone, Copy)]
pub struct Nowhere;

impl Sink for Nowhere {
    fn put(&self, _: &SitePath, _: &[u8]) -> Result<(), Failure> {
        Ok(())
    }

    fn stream(&self, _: &SitePath, _: &mut Make<'_>) -> Result<(), Failure> {
        Ok(())
    }
}
