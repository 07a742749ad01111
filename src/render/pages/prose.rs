use serde::Serialize;

use crate::model::Page;

/// Words on a page that a site adds or that are all there is.
#[derive(Debug, Serialize)]
pub struct ProseView {
    /// The words, as HTML.
    pub body: Option<String>,
}

pub(crate) fn title(page: &Page) -> (String, String) {
    (page.title.to_string(), page.description.as_ref().unwrap_or(&page.title).to_string())
}
