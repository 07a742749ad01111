use tokio::runtime::Runtime;
use tokio::signal::unix::{Signal, SignalKind, signal};
use url::Url;

use super::visit::{Got, Visitor};
use super::{FetchTrouble, Settings, begun, cannot};
use crate::diagnostic::Failure;

/// What a service is asked for.
const ACCEPT: &str = "application/json";

/// Asks services that answer programs, as politely and safely as documents are fetched. Their answers are not kept.
pub struct Service {
    runtime: Runtime,
    visitor: Visitor,
    interrupted: Signal,
}

impl Service {
    /// Gets ready to ask.
    ///
    /// # Errors
    /// When nothing can be asked at all.
    pub fn new(settings: &Settings) -> Result<Self, Failure> {
        let runtime = begun()?;
        // Before anything is asked, so that Ctrl-C between two questions is heard too.
        let entered = runtime.enter();
        let interrupted = signal(SignalKind::interrupt()).map_err(|e| cannot("listen for Ctrl-C", &e))?;
        drop(entered);
        Ok(Self { visitor: Visitor::new(settings, ACCEPT)?, runtime, interrupted })
    }

    /// The answer to one question, and the address that gave it.
    ///
    /// # Errors
    /// When there is none, with why.
    pub fn ask(&mut self, address: &str) -> Result<(Url, Vec<u8>), FetchTrouble> {
        let answer = self.runtime.block_on(async {
            tokio::select! {
                answer = self.visitor.document(address, None, &|_, _| ()) => answer,
                _ = self.interrupted.recv() => Err(FetchTrouble::Stopped),
            }
        });
        let Got::Body { final_address, body } = answer? else {
            return Err(FetchTrouble::Unusable("it answered what nobody had asked"));
        };
        let at = Url::parse(&final_address).map_err(|e| FetchTrouble::Refused(e.to_string()))?;
        Ok((at, body.bytes))
    }
}
