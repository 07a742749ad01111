use crate::atoms::{QuestionId, Slug, Stance, Text, Wanted};
use crate::load::Body;
use crate::load::records::{PageRecord, QuestionRecord};
use crate::mentions::SearchTerm;

/// A question with the texts that it has had.
#[derive(Debug)]
pub struct Question {
    /// Its id.
    pub id: QuestionId,
    /// The version of the present text.
    pub version: u32,
    /// What to look for in documents.
    pub terms: Vec<SearchTerm>,
    /// Its record.
    pub record: QuestionRecord,
    /// Why it matters.
    pub body: Body,
}

owns_record!(Question: QuestionRecord);

/// The words of one version of a question: an answer belongs to the words that were put, and is shown under no others.
#[derive(Debug, Clone, Copy)]
pub struct Wording<'q> {
    /// The text.
    pub ask: &'q Text,
    /// The shortest form that is known.
    pub short: &'q Text,
    /// What each clear answer means in plain words, where that is known.
    pub means: [(Stance, Option<&'q Text>); 3],
    /// What the campaign would like to hear.
    pub wants: Wanted,
}

impl<'q> Wording<'q> {
    /// What an answer means in plain words, where that is known.
    #[must_use]
    pub fn meaning(&self, of: Stance) -> Option<&'q Text> {
        self.means.iter().find(|(stance, _)| *stance == of).and_then(|(_, means)| *means)
    }
}

impl Question {
    /// The words of one version; nothing when there is no such version.
    #[must_use]
    pub fn version(&self, number: u32) -> Option<Wording<'_>> {
        if number == self.version {
            return Some(self.present());
        }
        let earlier = self.earlier.iter().find(|earlier| earlier.version.value == number)?;
        Some(Wording {
            ask: &earlier.ask,
            short: earlier.short.as_ref().unwrap_or(&earlier.ask),
            means: [
                (Stance::Supports, earlier.supports_means.as_ref().or(earlier.statement.as_ref())),
                (Stance::Opposes, earlier.opposes_means.as_ref()),
                (Stance::Mixed, earlier.mixed_means.as_ref()),
            ],
            wants: earlier.campaign_wants.unwrap_or(Wanted::None),
        })
    }

    /// The words of a version that is known to be there.
    #[must_use]
    pub fn wording(&self, version: u32) -> Wording<'_> {
        self.version(version).unwrap_or_else(|| self.present())
    }

    fn present(&self) -> Wording<'_> {
        Wording {
            ask: &self.ask,
            short: &self.short,
            means: [
                (Stance::Supports, self.supports_means.as_deref().or(self.statement.as_deref())),
                (Stance::Opposes, self.opposes_means.as_deref()),
                (Stance::Mixed, self.mixed_means.as_deref()),
            ],
            wants: self.campaign_wants,
        }
    }
}

/// A prose page.
#[derive(Debug)]
pub struct Page {
    /// Its id, which is its address.
    pub id: Slug,
    /// Its record.
    pub record: PageRecord,
    /// The text.
    pub body: Body,
}

owns_record!(Page: PageRecord);
