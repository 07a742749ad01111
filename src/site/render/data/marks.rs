use super::table::{Datum, columns};
use crate::atoms::{Slug, Words};
use crate::country::uk::Nation;
use crate::load::records::VerificationRecord;
use crate::model::{Evidence, Mark, Silence, Verification};

/// A mark, or what stands in its place.
#[derive(Clone, Copy)]
pub(super) struct MarkAt<'a> {
    word: &'static str,
    /// The mark that is on record and shown.
    mark: Option<&'a Mark>,
    silence: Option<&'a Silence>,
}

impl<'a> MarkAt<'a> {
    /// A recorded mark; of one that was taken off the site only that it was.
    pub(super) fn recorded(mark: &'a Mark) -> Self {
        match mark.takedown {
            Some(_) => Self::gap("taken_down"),
            None => Self { word: mark.stance.word(), mark: Some(mark), silence: None },
        }
    }

    /// A signature, under a word of its own; of one that was taken off the site only that it was.
    pub(super) fn signed(mark: &'a Mark, is_taken_down: bool) -> Self {
        if is_taken_down { Self::gap("taken_down") } else { Self { word: "signed", ..Self::recorded(mark) } }
    }

    /// That a document does not speak of a question.
    pub(super) fn silent(silence: &'a Silence) -> Self {
        Self { word: "silent", mark: None, silence: Some(silence) }
    }

    /// What stands in the place of a mark.
    pub(super) fn gap(word: &'static str) -> Self {
        Self { word, mark: None, silence: None }
    }

    /// The pledge by whose signature it is on record.
    pub(super) fn pledge(&self) -> Option<&'a Slug> {
        self.mark?.pledge.as_ref().map(|pledge| &pledge.id)
    }

    fn evidence(&self) -> &'a [Evidence] {
        self.mark.map_or(&[], |mark| &mark.evidence)
    }
}

columns!(all @ MarkAt { word, mark, silence } = MarkAt<'_> => {
    mark: "string", "For signatures signed; else supports, opposes, mixed, unclear, declined; for a party's document silent; for a person's gap being_checked, waiting, not_reached, no_reply, not_asked or not_checked; taken_down",
        *word;
    date: "string", "When it was said, or a silent document published: year, month or day",
        mark.map(|mark| mark.date.value).or(silence.and_then(|silence| silence.document.date.map(|date| *date)));
    date_inferred: "string", "Why we think that it was then, when the source does not say so",
        mark.and_then(|mark| mark.date_inferred.as_deref()).or(silence.and_then(|silence| silence.document.date_inferred.as_ref()));
    entered: "string", "When it was entered, where that is known: year, month or day",
        mark.and_then(|mark| mark.entered.as_deref().copied());
    verification: "string", "claimed, confirmed, disputed, unverified or retracted",
        mark.map(|mark| state(&mark.verification)).or(silence.map(|silence| if silence.reading.confirmed { "confirmed" } else { "claimed" }));
    verification_because: "string", "Why it is disputed, unverified or retracted",
        written(*mark).map(|written| &written.because);
    verification_date: "string", "Since when: year, month or day",
        written(*mark).map(|written| written.date.value);
    other_text: "string", "When disputed: what those who deny it say",
        written(*mark).and_then(VerificationRecord::denial);
    checks: "integer", "How many people have checked it",
        mark.map_or(0, |mark| mark.checks.len()) + silence.map_or(0, |silence| silence.reading.checks.len());
    says: "string", "The answer in the campaign's words", mark.and_then(|mark| mark.says.as_ref());
    caveat: "string", "A doubt about it", mark.and_then(|mark| mark.caveat.as_deref());
    quote: "string" in Csv, "The first quotation in the evidence",
        mark.and_then(|mark| mark.quote()).map(|(quote, _)| quote);
    document: "string", "The id of the first document in the evidence, or of the silent one, when it has a record",
        all.evidence().iter().find_map(|evidence| evidence.document.as_ref()).or(silence.map(|silence| &silence.document)).map(|document| &document.id);
    evidence_kind: "string" in Csv, "What kind of thing the first piece of evidence is",
        all.evidence().first().map(|evidence| evidence.kind.word());
    evidence_title: "string" in Csv, "What it is called",
        all.evidence().first().map(|evidence| &evidence.title).or(silence.map(|silence| &silence.document.title));
    evidence_place: "string" in Csv, "The place in it",
        all.evidence().first().and_then(|evidence| evidence.place.as_deref());
    evidence_url: "string" in Csv, "Where it can be read",
        all.evidence().first().and_then(|evidence| evidence.url.as_ref()).or(silence.and_then(|silence| silence.document.url.as_ref()));
    reply: "string", "What the person or party says about the mark",
        mark.and_then(|mark| mark.reply.as_ref()).map(|reply| &reply.text);
    evidence: "array" in Json, "All pieces of evidence, instead of the columns on the first",
        Datum::Evidence(all.evidence());
});

columns!(evidence = &Evidence => {
    kind: "string", "What kind of thing it is", evidence.kind.word();
    title: "string", "What it is called", &evidence.title;
    document: "string", "The document's id", evidence.document.as_ref().map(|document| &document.id);
    place: "string", "The place in it", evidence.place.as_deref();
    date: "string", "When it was said or published: year, month or day", evidence.date.as_deref().copied();
    quote: "string", "The very words", evidence.quote.as_ref();
    says: "string", "The campaign's words for it", evidence.says.as_deref();
    lang: "string", "The language of the quote", evidence.lang.as_ref();
    url: "string", "Where it can be read", evidence.url.as_ref();
    archived: "string", "A lasting copy", evidence.archived.as_ref();
    accessed: "string", "When it was last read there: year, month or day", evidence.accessed.as_deref().copied();
});

/// How far a mark is checked, in the word of the data files.
pub(super) fn state(verification: &Verification) -> &'static str {
    match verification {
        Verification::Claimed => "claimed",
        Verification::Confirmed => "confirmed",
        Verification::Written(written) => written.state.word(),
    }
}

/// What somebody wrote of the verification of a mark.
fn written(mark: Option<&Mark>) -> Option<&VerificationRecord> {
    match &mark?.verification {
        Verification::Claimed | Verification::Confirmed => None,
        Verification::Written(written) => Some(written),
    }
}

/// Nations with spaces between them; nothing for all.
pub(super) fn nations(nations: &[Nation]) -> String {
    nations.iter().map(|nation| nation.word()).collect::<Vec<_>>().join(" ")
}
