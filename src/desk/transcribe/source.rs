use super::{MadeText, Transcriber};
use crate::leaflets::store::sha256;
use crate::load::Foreign;
use crate::model::Document;

/// A photograph, scan or PDF of a document.
const FILE: Foreign = Foreign { kind: "file", largest: 50_000_000, if_larger: "save it smaller" };

/// A file of a document, with its bytes.
pub(super) struct SourceFile {
    pub(super) bytes: Vec<u8>,
    pub(super) sha256: String,
    /// `file` or `url`, and which.
    pub(super) from: (&'static str, String),
    /// What the server said of its kind and encoding.
    pub(super) content_type: Option<String>,
}

impl Transcriber<'_> {
    /// The files of a document with their bytes, or which of them is not there yet or cannot be opened.
    pub(super) fn sources(&self, document: &Document) -> Result<Vec<SourceFile>, MadeText> {
        let mut sources = Vec::new();
        let own = document.url.iter().filter(|_| document.files.is_empty()).map(|url| (None, Some(url.value.as_str())));
        let named = document.files.iter().map(|file| (file.file.as_deref(), file.url.as_ref().map(|url| url.as_str())));
        for (name, url) in named.chain(own) {
            let (bytes, from, content_type) = match (name, url) {
                (Some(name), _) => {
                    let path = self.site.root.join("content/documents").join(name.as_str());
                    (FILE.read(&path), ("file", name.to_string()), None)
                }
                (None, Some(url)) => match self.store.latest(url) {
                    Some(mut provenance) => {
                        let content_type = provenance.headers.remove("content-type");
                        (self.store.bytes(&provenance.sha256), ("url", url.to_owned()), content_type)
                    }
                    None => {
                        let why = format!("{url} is not in the store yet; run “hustings fetch {}”", document.id);
                        return Err(MadeText::NotFetched(why));
                    }
                },
                (None, None) => continue,
            };
            let bytes = bytes.map_err(|why| MadeText::NotOpened(format!("{} cannot be opened: {why}", from.1)))?;
            sources.push(SourceFile { sha256: sha256(&bytes), bytes, from, content_type });
        }
        Ok(sources)
    }
}
