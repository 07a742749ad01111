use crate::model::{Accent, SiteInfo};

/// The style sheet with the site's own face below it, so that this costs no request and no style stands in a page.
pub(super) fn styled(theme: &[u8], site: &SiteInfo) -> Vec<u8> {
    let mut style = theme.to_vec();
    if let Some(Accent { light, dark }) = &site.accent {
        let rules = format!(
            "\n:root {{ --accent: {light}; }}\n@media (prefers-color-scheme: dark) {{ :root {{ --accent: {dark}; }} }}\n"
        );
        style.extend_from_slice(rules.as_bytes());
    }
    style
}
