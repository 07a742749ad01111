use super::Value;

/// Keys with their values, in the order in which they are written: an entry for a list, or a map in lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item(pub Vec<(&'static str, Value)>);

impl Item {
    /// The entry as lines of a block list, with the dash at `indent`.
    #[must_use]
    pub fn to_block(&self, indent: usize) -> Vec<String> {
        let mut lines = self.keys(indent + DASH.len());
        if let Some(first) = lines.first_mut() {
            first.replace_range(indent..indent + DASH.len(), DASH);
        }
        lines
    }

    /// The text of a file that says this and nothing else.
    #[must_use]
    pub fn to_record(&self) -> String {
        self.keys(0).iter().flat_map(|line| [line.as_str(), "\n"]).collect()
    }

    fn keys(&self, indent: usize) -> Vec<String> {
        self.0.iter().flat_map(|(key, value)| value.under(key, indent)).collect()
    }
}

/// What an entry of a list begins with.
const DASH: &str = "- ";

impl Value {
    /// The lines of a key that has this value, with the key at `indent`.
    pub(super) fn under(&self, key: &str, indent: usize) -> Vec<String> {
        let head = format!("{}{key}:", " ".repeat(indent));
        let below = match self {
            Self::Entries(items) if !items.is_empty() => {
                items.iter().flat_map(|item| item.to_block(indent + DASH.len())).collect()
            }
            Self::Group(item) if !item.0.is_empty() => item.keys(indent + DASH.len()),
            on_one_line => return vec![format!("{head} {}", on_one_line.to_block())],
        };
        [vec![head], below].concat()
    }
}
