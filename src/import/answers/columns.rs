use crate::import::tables::KnownColumns;

/// A column of a sheet of answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AnswerColumn {
    /// The ballot on which somebody stands.
    Ballot,
    /// The election for which a party speaks.
    Election,
    /// The id of the person or party.
    Id,
    /// The name of the person or party.
    Name,
    /// The party of a person.
    Party,
    /// The question.
    Question,
    /// Of a signature: as what somebody signed.
    Capacity,
    /// Of a party: the nations for which it says so.
    Nations,
    /// The answer, in the word that people say.
    Answer,
    /// When it was said.
    SaidOn,
    /// What kind of thing the source is.
    Kind,
    /// What the source is called.
    Title,
    /// The record of the source.
    Document,
    /// The place in the source.
    Place,
    /// The very words.
    Quote,
    /// The answer in words of the campaign.
    Says,
    /// Where the source can be read.
    Url,
    /// A lasting copy of that.
    Archived,
    /// The language of the quote.
    Lang,
    /// A doubt that every reader has to see.
    Caveat,
    /// Who entered it.
    EnteredBy,
    /// Who checked it, and when.
    Checked,
}

/// The columns with their names; by the first of them they are written.
pub(super) const COLUMNS: KnownColumns<AnswerColumn> = &[
    (AnswerColumn::Ballot, &["ballot", "ballot_id", "ballot_paper_id"]),
    (AnswerColumn::Election, &["election", "election_id"]),
    (AnswerColumn::Id, &["id", "person_id", "person", "party_id"]),
    (AnswerColumn::Name, &["name", "candidate", "person_name"]),
    (AnswerColumn::Party, &["party", "party_name"]),
    (AnswerColumn::Question, &["question", "question_id"]),
    (AnswerColumn::Capacity, &["capacity"]),
    (AnswerColumn::Nations, &["nations", "nation"]),
    (AnswerColumn::Answer, &["answer", "stance"]),
    (AnswerColumn::SaidOn, &["said_on", "said", "date"]),
    (AnswerColumn::Kind, &["kind"]),
    (AnswerColumn::Title, &["title", "source"]),
    (AnswerColumn::Document, &["document"]),
    (AnswerColumn::Place, &["where"]),
    (AnswerColumn::Quote, &["quote"]),
    (AnswerColumn::Says, &["says"]),
    (AnswerColumn::Url, &["url"]),
    (AnswerColumn::Archived, &["archived"]),
    (AnswerColumn::Lang, &["lang", "language"]),
    (AnswerColumn::Caveat, &["caveat"]),
    (AnswerColumn::EnteredBy, &["entered_by"]),
    (AnswerColumn::Checked, &["checked"]),
];

impl AnswerColumn {
    /// Its name at the head of a sheet.
    pub(crate) fn heading(self) -> String {
        let known = COLUMNS.iter().find(|(column, _)| *column == self);
        known.map(|(_, names)| names[0].replace('_', " ")).unwrap_or_default()
    }
}
