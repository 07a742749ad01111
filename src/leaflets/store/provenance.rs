use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::FileKind;

/// Where some bytes came from, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// The address that was asked for.
    pub address: String,
    /// The address that answered, after redirects.
    pub final_address: String,
    /// When these bytes were first received from it.
    pub fetched: Timestamp,
    /// When it was last seen that they are still the same.
    pub checked: Timestamp,
    /// The status of the answer.
    pub status: u16,
    /// Those headers of the answer that matter: its validators, and what it said of type, length and date.
    pub headers: BTreeMap<String, String>,
    /// The SHA-256 of the bytes, under which they are kept.
    pub sha256: String,
    /// How many bytes there are.
    pub size: u64,
    /// What they are.
    pub kind: FileKind,
    /// Whom to credit, or under which licence it stands, as the record said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// What was found there before, the latest first; those bytes are kept too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Earlier>,
}

/// Bytes that were found at an address before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    /// Their SHA-256.
    pub sha256: String,
    /// When they were received.
    pub fetched: Timestamp,
}
