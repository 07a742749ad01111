use csv::ByteRecord;
use serde::Serialize;

use crate::atoms::spreadsheet::guarded;
use crate::atoms::{EvidenceKind, PartialDate};

/// A column of a data file, as it is described to programs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    /// Its name.
    pub(super) name: &'static str,
    /// Its type in the words of Frictionless.
    pub(super) kind: &'static str,
    /// What it holds.
    pub(super) what: &'static str,
}

/// A value of a table.
pub(super) trait Datum {
    /// Whether there is nothing to say: CSV leaves the place empty, JSON the key out.
    fn is_blank(&self) -> bool;

    /// Adds the value to a row of CSV.
    fn add_to(&self, row: &mut ByteRecord);
}

impl Datum for &str {
    fn is_blank(&self) -> bool {
        self.is_empty()
    }

    fn add_to(&self, row: &mut ByteRecord) {
        row.push_field(guarded(self).as_bytes());
    }
}

impl Datum for String {
    fn is_blank(&self) -> bool {
        self.is_empty()
    }

    fn add_to(&self, row: &mut ByteRecord) {
        row.push_field(guarded(self).as_bytes());
    }
}

impl Datum for bool {
    fn is_blank(&self) -> bool {
        false
    }

    fn add_to(&self, row: &mut ByteRecord) {
        row.push_field(if *self { b"true" } else { b"false" });
    }
}

impl Datum for u32 {
    fn is_blank(&self) -> bool {
        false
    }

    fn add_to(&self, row: &mut ByteRecord) {
        row.push_field(self.to_string().as_bytes());
    }
}

impl<T: Datum> Datum for Option<T> {
    fn is_blank(&self) -> bool {
        self.as_ref().is_none_or(Datum::is_blank)
    }

    fn add_to(&self, row: &mut ByteRecord) {
        match self {
            Some(value) => value.add_to(row),
            None => row.push_field(b""),
        }
    }
}

/// A row of a table, as CSV holds it.
pub(super) trait Row {
    /// The columns, in order.
    fn columns() -> Vec<Column>;

    /// Adds the values, one for each column.
    fn add_to(&self, row: &mut ByteRecord);
}

/// Declares a row: its fields in order, each with its type in Rust, its type for programs and its meaning;
/// after them, a row that it ends with.
macro_rules! row {
    ($(#[$doc:meta])* $name:ident {
        $($(#[$attribute:meta])* $field:ident: $type:ty, $kind:literal, $what:literal;)+
        $(.. $rest:ident: $rest_type:ident)?
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Default, Serialize)]
        pub(super) struct $name<'a> {
            $($(#[$attribute])* #[serde(skip_serializing_if = "Datum::is_blank")] pub(super) $field: $type,)+
            $(#[serde(flatten)] pub(super) $rest: $rest_type<'a>,)?
        }

        impl Row for $name<'_> {
            fn columns() -> Vec<Column> {
                let own = [$(Column { name: stringify!($field), kind: $kind, what: $what }),+];
                own.into_iter()$(.chain($rest_type::columns()))?.collect()
            }

            fn add_to(&self, row: &mut ByteRecord) {
                $(self.$field.add_to(row);)+
                $(self.$rest.add_to(row);)?
            }
        }
    };
}

row!(
    /// One candidacy.
    CandidateRow {
        election: &'a str, "string", "The election's id";
        election_date: String, "date", "Polling day";
        fictional: bool, "boolean", "Whether election and people are made up";
        ballot: &'a str, "string", "The ballot's id";
        area: &'a str, "string", "The area's name";
        gss: Option<&'a str>, "string", "The area's GSS code";
        nation: Option<&'static str>, "string", "The nation";
        region: Option<&'a str>, "string", "The region";
        seats: u32, "integer", "How many are elected";
        cancelled: bool, "boolean", "Whether the poll was called off";
        uncontested: bool, "boolean", "Whether it was since no more people stand than are elected, so that all are elected without a vote";
        complete: Option<bool>, "boolean", "Whether the ballot's list of candidates is complete; empty when not known";
        person: &'a str, "string", "The person's id";
        name: &'a str, "string", "The name on the ballot paper";
        party: &'a str, "string", "The party's id";
        party_name: &'a str, "string", "The party's name";
        support_withdrawn: Option<String>, "string", "Since when the party does not support the person any more: year, month or day";
        support_withdrawn_says: Option<&'a str>, "string", "What happened, in the campaign's words";
        support_withdrawn_source: Option<&'a str>, "string", "What the first piece of evidence for it is called";
        support_withdrawn_url: Option<&'a str>, "string", "Where that can be read";
        description: Option<&'a str>, "string", "The description on the ballot paper, when it differs";
        list_position: Option<u32>, "integer", "The place on the party's list";
        status: &'static str, "string", "standing, withdrawn, not_listed or died";
        website: Option<&'a str>, "string", "The person's own website";
        answers_in: Option<&'a str>, "string", "The ballot under which the answers stand, when not this one";
        reply: Option<&'a str>, "string", "What the person says about the page";
        page: &'a str, "string", "The page, from the site's root";
    }
);

row!(
    /// What is known of a candidate's own word on a question: an answer, or why there is none.
    PositionRow {
        election: &'a str, "string", "The election's id";
        ballot: &'a str, "string", "The ballot's id";
        person: &'a str, "string", "The person's id";
        question: &'a str, "string", "The question's id";
        version: u32, "integer", "The version of the question";
        shown: bool, "boolean", "Whether the scorecard shows it; the others are history";
        asked: Option<String>, "date", "For gaps: when we asked";
        deadline: Option<String>, "date", "For gaps: the last day for an answer";
        late_after: Option<String>, "date", "For replies that came late: the deadline that had passed";
        ..mark: MarkRow
    }
);

row!(
    /// What is known of a party's line on a question.
    LineRow {
        party: &'a str, "string", "The party's id";
        party_name: &'a str, "string", "The party's name";
        election: &'a str, "string", "The election's id";
        question: &'a str, "string", "The question's id";
        version: u32, "integer", "The version of the question";
        nations: String, "string", "The nations in which it holds, with spaces between them; empty for all";
        ..mark: MarkRow
    }
);

row!(
    /// A mark with what it rests on, or the gap that stands in its place.
    MarkRow {
        mark: &'static str, "string", "supports, opposes, mixed, unclear, declined; for a party's document silent; for a person's gap waiting, not_reached, no_reply, not_asked or not_checked; taken_down";
        date: Option<String>, "string", "When it was said, or a silent document published: year, month or day";
        date_inferred: Option<&'a str>, "string", "Why we think that it was then, when the source does not say so";
        verification: Option<&'static str>, "string", "claimed, confirmed, disputed, unverified or retracted";
        verification_because: Option<&'a str>, "string", "Why it is disputed, unverified or retracted";
        verification_date: Option<String>, "string", "Since when: year, month or day";
        other_text: Option<&'a str>, "string", "When disputed: the text of whoever denies it";
        checks: u32, "integer", "How many people have checked it";
        says: Option<&'a str>, "string", "The answer in the campaign's words";
        caveat: Option<&'a str>, "string", "A doubt about it";
        #[serde(skip_serializing)]
        quote: Option<&'a str>, "string", "The first quotation in the evidence";
        document: Option<&'a str>, "string", "The id of the first document in the evidence, or of the silent one, when it has a record";
        #[serde(skip_serializing)]
        evidence_kind: Option<&'static str>, "string", "What kind of thing the first piece of evidence is";
        #[serde(skip_serializing)]
        evidence_title: Option<&'a str>, "string", "What it is called";
        #[serde(skip_serializing)]
        evidence_place: Option<&'a str>, "string", "The place in it";
        #[serde(skip_serializing)]
        evidence_url: Option<&'a str>, "string", "Where it can be read";
        reply: Option<&'a str>, "string", "What the person or party says about the mark";
    }
);

row!(
    /// A document with one reading of it; one row for each reading.
    DocumentRow {
        document: &'a str, "string", "The document's id";
        title: &'a str, "string", "What it is called";
        kind: &'static str, "string", "manifesto, leaflet, letter, page or speech";
        election: &'a str, "string", "The election's id";
        party: Option<&'a str>, "string", "The party's id, when it is a party's";
        person: Option<&'a str>, "string", "The person's id, when it is a person's";
        nations: String, "string", "The nations for which it was made, with spaces between them; empty for all";
        date: Option<String>, "string", "When it was published: year, month or day";
        date_inferred: Option<&'a str>, "string", "Why we think that it was then, when the document does not say so";
        received: Option<String>, "string", "When somebody received it: year, month or day";
        page: &'a str, "string", "Its page on this site";
        url: Option<&'a str>, "string", "Where it can be read";
        archived: Option<&'a str>, "string", "A lasting copy";
        read_by: Option<&'a str>, "string", "Who read it";
        read_on: Option<String>, "string", "When: year, month or day";
        seen: Option<&'static str>, "string", "original, facsimile, transcription or described";
        whole: Option<bool>, "boolean", "Whether the whole was read";
        part: Option<&'a str>, "string", "How much was read, when not the whole";
        looked_for: String, "string", "The questions looked for, with spaces between them";
        found: String, "string", "The questions of which it speaks, with spaces between them";
        note: Option<&'a str>, "string", "What else is to be said of the reading";
        document_note: Option<&'a str>, "string", "What else is to be said of the document";
    }
);

row!(
    /// What is known of whether a document speaks of a question: material to read, never a stance.
    MentionRow {
        document: &'a str, "string", "The document's id";
        question: &'a str, "string", "The question's id";
        known: &'static str, "string", "differ: people who read it found different things; quoted: a mark rests on it, and no reading is on record; speaks: a reader found it. silent: a reader of the whole did not. words: a program found its words. no_words: a program found none on the pages that it could read. unreadable or not_looked: nobody can tell";
        read_by: Option<&'a str>, "string", "The reader, for speaks and silent; for differ whoever found it";
        read_on: Option<String>, "string", "When: year, month or day";
        places: Option<u32>, "integer", "In how many places a program found its words; empty when it did not look";
        pages: Option<u32>, "integer", "How many pages there are";
        pages_read: Option<u32>, "integer", "How many of them could be read";
    }
);

row!(
    /// One version of a question.
    QuestionRow {
        question: &'a str, "string", "The question's id";
        version: u32, "integer", "The version";
        current: bool, "boolean", "Whether it is the present version";
        ask: &'a str, "string", "The text";
        campaign_wants: &'static str, "string", "supports, opposes or none";
        until: Option<String>, "string", "The last day on which it was put";
    }
);

row!(
    /// A question as an election puts it, in the order of its scorecards.
    PutRow {
        election: &'a str, "string", "The election's id";
        question: &'a str, "string", "The question's id";
        version: u32, "integer", "The version that is put";
        nations: String, "string", "The nations in which it is put, with spaces between them; empty for all";
    }
);

row!(
    /// What an imported table says of a ballot's area.
    FigureRow {
        table: &'a str, "string", "The table's id";
        title: &'a str, "string", "What it is called";
        election: &'a str, "string", "The election's id";
        ballot: &'a str, "string", "The ballot's id";
        area: &'a str, "string", "The area's name";
        gss: Option<&'a str>, "string", "The area's GSS code";
        known: &'static str, "string", "exact; rounded by the publisher; fewer_than_10, none included, for people; or not_published";
        value: Option<String>, "number", "The figure; empty when it is fewer_than_10 or not_published";
        unit: &'static str, "string", "people, count, percent or pounds";
        says: &'a str, "string", "What it counts: the words after the number";
        date: String, "string", "Of when it speaks: year, month or day";
        source: &'a str, "string", "What its publisher calls the source";
        publisher: &'a str, "string", "Who published it";
        url: Option<&'a str>, "string", "Where";
        licence: &'a str, "string", "The licence under which it is used, which may differ from that of this file's other tables";
        credit: &'a str, "string", "The line of attribution that the licence asks for";
    }
);

/// A piece of evidence, in JSON only; there it stands instead of the columns on the first piece.
#[derive(Debug, Clone, Serialize)]
pub(super) struct EvidenceRow<'a> {
    pub(super) kind: EvidenceKind,
    pub(super) title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) document: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) place: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) quote: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) says: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) lang: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) archived: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) accessed: Option<PartialDate>,
}
