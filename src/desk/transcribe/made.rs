use crate::edit::FileChange;

/// What became of one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum MadeText {
    /// Its text was made.
    Text {
        /// How many pages could be read.
        read: usize,
        /// Of how many.
        pages: usize,
        /// What is to be said of it.
        said: Vec<String>,
        /// Whether a program was missing that could have read more.
        wants: bool,
        /// The file of its text.
        file: FileChange,
    },
    /// Its text would bring an error into the site.
    Refused(String),
    /// Nothing in it could be read.
    Nothing {
        /// Why.
        said: Vec<String>,
        /// Whether a program was missing that could have read it.
        wants: bool,
    },
    /// It has a text already.
    There,
    /// It has a text, but its files are others than those from which that was made.
    Outdated,
    /// It has neither files nor an address.
    NoFiles,
    /// A file was not fetched yet.
    NotFetched(String),
    /// A file cannot be opened.
    NotOpened(String),
}

impl MadeText {
    /// The file of a text that was made.
    pub(super) fn file(&self) -> Option<&FileChange> {
        if let Self::Text { file, .. } = self { Some(file) } else { None }
    }

    /// Whether something was missing, so that it can be tried again.
    pub(crate) fn wants(&self) -> bool {
        matches!(
            self,
            Self::NotFetched(_)
                | Self::NotOpened(_)
                | Self::Text { wants: true, .. }
                | Self::Nothing { wants: true, .. }
        )
    }

    /// Whether nothing was done, and nothing is to be done.
    pub(crate) fn is_idle(&self) -> bool {
        matches!(self, Self::There | Self::NoFiles | Self::NotFetched(_))
    }

    /// Whether it has no text, or none that can be trusted.
    pub(crate) fn is_trouble(&self) -> bool {
        matches!(
            self,
            Self::NotFetched(_) | Self::NotOpened(_) | Self::Refused(_) | Self::Nothing { .. } | Self::Outdated
        )
    }

    /// It in words, a line for each thing that is to be said.
    pub(crate) fn lines(&self) -> Vec<String> {
        let first = match self {
            Self::Text { read: 1, pages: 1, .. } => "read its page".to_owned(),
            Self::Text { read, pages, .. } if read == pages => format!("read its {pages} pages"),
            Self::Text { read, pages, .. } => format!("read {read} of its {pages} pages"),
            Self::Nothing { .. } => "nothing in it could be read".to_owned(),
            Self::There => "it has a text already".to_owned(),
            Self::Outdated => {
                "its files have changed since its text was made, and somebody has edited the text; compare them, or move the text away and run this again".to_owned()
            }
            Self::NoFiles => "it has neither files nor an address".to_owned(),
            Self::NotFetched(what) | Self::NotOpened(what) => what.clone(),
            Self::Refused(why) => format!("its text would bring an error into the site, so it was not written: {why}"),
        };
        let said = match self {
            Self::Text { said, .. } | Self::Nothing { said, .. } => said.as_slice(),
            _ => &[],
        };
        std::iter::once(first).chain(said.iter().cloned()).collect()
    }
}
