use crate::model::Page;

views! {
    /// Words on a page that a site adds or that are all there is.
    ProseView {
        body: Option<String>, "The words, as HTML";
    }
}

pub(crate) fn title(page: &Page) -> (String, String) {
    (page.title.to_string(), page.description.as_ref().unwrap_or(&page.title).to_string())
}
