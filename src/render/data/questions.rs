use super::marks::nations;
use super::table::columns;
use crate::atoms::{PartialDate, Words};
use crate::model::{Election, PutQuestion, Question};

/// One version of a question, and the last day on which it was put.
pub(super) type VersionAt<'a> = (&'a Question, u32, Option<PartialDate>);

columns!((question, version, until) = VersionAt<'_> => {
    question: "string", "The question's id", &question.id;
    version: "integer", "The version", *version;
    current: "boolean", "Whether it is the present version", *version == question.version;
    ask: "string", "The text", question.wording(*version).ask;
    campaign_wants: "string", "supports, opposes or none", question.wording(*version).wants.word();
    until: "string", "The last day on which it was put", *until;
});

/// A question as an election puts it.
pub(super) type PutAt<'a> = (&'a Election, &'a PutQuestion);

columns!((election, put) = PutAt<'_> => {
    election: "string", "The election's id", &election.id;
    question: "string", "The question's id", put.id();
    version: "integer", "The version that is put", put.version;
    nations: "string", "The nations in which it is put, with spaces between them; empty for all", nations(&put.nations);
});

/// The versions of a question, from the first.
pub(super) fn versions(question: &Question) -> impl Iterator<Item = VersionAt<'_>> {
    let earlier = question.earlier.iter().map(move |earlier| (question, earlier.version.value, earlier.until));
    earlier.chain([(question, question.version, None)])
}

/// The questions of an election, in the order of its scorecards.
pub(super) fn put(election: &Election) -> impl Iterator<Item = PutAt<'_>> {
    election.questions.iter().map(move |put| (election, put))
}
