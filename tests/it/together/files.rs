//! The files in which slips are made, with all their keys, and the rules that a slip can break.

/// A file of a site in which nothing is wrong.
pub(super) struct File {
    pub(super) name: &'static str,
    pub(super) text: &'static str,
    /// What else the site has, beside the base of all tests.
    pub(super) beside: &'static [(&'static str, &'static str)],
    /// How many slips of its keys are errors, at least.
    pub(super) keys: usize,
    pub(super) rules: &'static [Rule],
}

/// A rule, and a slip that breaks it alone.
pub(super) struct Rule {
    pub(super) code: &'static str,
    /// The part of one line.
    pub(super) breaks: &'static str,
    /// What stands there instead.
    pub(super) by: &'static str,
    /// Other lines that the rule asks for.
    pub(super) reads: &'static [&'static str],
}

const fn rule(code: &'static str, breaks: &'static str, by: &'static str) -> Rule {
    Rule { code, breaks, by, reads: &[] }
}

impl Rule {
    const fn that_reads(self, reads: &'static [&'static str]) -> Self {
        Self { reads, ..self }
    }
}

const LEAFLET: (&str, &str) = (
    "candidates/documents/asha-leaflet.yaml",
    "id: asha-leaflet\ntitle: Asha’s leaflet\nkind: leaflet\nelection: test.2031-05-01\nperson: 11\ndate: 2031-04-01\n",
);

pub(super) const BALLOT: File = File {
    name: "candidates/test.2031-05-01/pond-lane.yaml",
    beside: &[LEAFLET],
    keys: 60,
    text: "\
public_contact: false
id: test.pond-lane.2031-05-01
area:
  gss: E05999902
  name: Pond Lane
nation: england
seats: 2
complete:
  value: true
  source: The official list
  date: 2031-04-05
cancelled: false
candidates:
  - public_contact: false
    person: 11
    name: Asha Example
    sort_name: Example, Asha
    party: pp1
    website: https://example.org/asha
    status: standing
    former: [10]
    support_withdrawn:
      says: The party will not campaign for her.
      date: 2031-04-02
      evidence:
        - kind: news
          title: A newspaper
          date: 2031-04-02 # of the newspaper
          url: https://example.org/paper
          quote: We do not.
    reply:
      text: I meant June.
      date: 2031-04-11
    positions:
      - says: She would.
        question: duck-pond
        version: 1 # of the pond
        stance: supports
        date: 2031-04-03
        entered_by: pat
        evidence:
          - where: page 1
            kind: leaflet
            document: asha-leaflet
            quote: I would clean it.
        checked:
          - date: 2031-04-04
            by: sam
      - says: She would too.
        question: town-clock
        version: 1 # of the clock
        stance: mixed
        date: 2031-04-06
        entered_by: lee
        entered: 2031-04-06
        evidence: [{kind: reply, title: A letter, where: our file, date: 2031-03-31}]
        checked:
          - date: 2031-04-07
            by: pat # checks
        verification:
          state: disputed
          because: She says so.
          date: 2031-04-08
  - public_contact: false
    person: 12
    name: Ben Sample
    party: pp2
  - public_contact: false
    person: 13
    name: Cat Specimen
    party: pp2 # of Cat
    takedown:
      reason: The letter was private.
      date: 2031-04-09
",
    rules: &[
        rule("unknown-reference", "question: duck-pond", "question: duck-lake"),
        rule("wrong-version", "version: 1 # of the pond", "version: 2").that_reads(&["question: duck-pond"]),
        rule("unknown-reference", "document: asha-leaflet", "document: asha-letter"),
        rule("unknown-reference", "party: pp2 # of Cat", "party: pp20"),
        rule("unknown-reference", "entered_by: pat", "entered_by: pit"),
        rule("unknown-reference", "by: sam", "by: sum"),
        rule("duplicate-id", "person: 13", "person: 11").that_reads(&["person: 11"]),
        rule("duplicate-id", "former: [10]", "former: [10, 10]"),
        rule("date-order", "date: 2031-04-08", "date: 2032-04-08"),
        rule("date-order", "date: 2031-04-04", "date: 2031-04-01").that_reads(&["date: 2031-04-03"]),
        rule("date-order", "date: 2031-04-05", "date: 2032-04-05"),
        rule("date-order", "date: 2031-04-09", "date: 2032-04-09"),
        rule("date-order", "date: 2031-04-11", "date: 2032-04-11"),
        rule("date-order", "entered: 2031-04-06", "entered: 2031-04-05").that_reads(&["date: 2031-04-06"]),
        rule("idle-check", "by: pat # checks", "by: lee").that_reads(&["entered_by: lee"]),
        rule(
            "no-evidence",
            "evidence: [{kind: reply, title: A letter, where: our file, date: 2031-03-31}]",
            "evidence: []",
        ),
        rule("bare-evidence", "title: A letter, where: our file, date", "title: A letter, date"),
        rule("not-own-word", "kind: leaflet", "kind: manifesto"),
        rule("mixed-without-words", "says: She would too.", "# nothing").that_reads(&["stance: mixed"]),
        rule("bare-evidence", "url: https://example.org/paper", "# nowhere"),
        rule("malformed", "seats: 2", "seats: 0"),
    ],
};

pub(super) const PARTY: File = File {
    name: "candidates/parties/pp1.yaml",
    beside: &[],
    keys: 25,
    text: "\
public_contact: false
id: pp1
name: Harbour Alliance
short_name: Harbour
kind: party
colour: \"#0b6e75\"
website: https://example.org/
former: [pp0]
lines:
  - says: They would.
    election: test.2031-05-01 # of the pond
    question: duck-pond
    version: 1 # of the pond
    stance: supports
    date: 2031-03-28
    entered_by: pat
    evidence:
      - where: page 2
        kind: manifesto
        document: harbour-manifesto # 2
        quote: Clean water, every spring.
    checked:
      - date: 2031-03-30
        by: sam
    reply:
      text: We do.
      date: 2031-04-02
  - says: They would not.
    election: test.2031-05-01 # of the clock
    question: town-clock
    stance: opposes
    date: 2031-03-29
    entered_by: lee
    evidence: [{kind: manifesto, document: harbour-manifesto, quote: Silence!}]
line_from:
  because: They stand together.
  party: pp2
",
    rules: &[
        rule("unknown-reference", "election: test.2031-05-01 # of the clock", "election: test.2031-05-11"),
        rule("unknown-reference", "question: duck-pond", "question: duck-lake"),
        rule("wrong-version", "version: 1", "version: 2")
            .that_reads(&["question: duck-pond", "election: test.2031-05-01 # of the pond"]),
        rule("unknown-reference", "entered_by: pat", "entered_by: pit"),
        rule("unknown-reference", "document: harbour-manifesto # 2", "document: harbour-mani"),
        rule("unknown-reference", "party: pp2", "party: pp9"),
        rule("borrowed-line", "party: pp2", "party: pp1").that_reads(&["id: pp1"]),
        rule("duplicate-id", "former: [pp0]", "former: [pp0, pp0]"),
        rule("date-order", "date: 2031-04-02", "date: 2032-04-02"),
        rule("date-order", "date: 2031-03-30", "date: 2031-03-01").that_reads(&["date: 2031-03-28"]),
        rule("idle-check", "by: sam", "by: pat").that_reads(&["entered_by: pat"]),
        rule(
            "no-evidence",
            "evidence: [{kind: manifesto, document: harbour-manifesto, quote: Silence!}]",
            "evidence: []",
        ),
        rule("two-lines", "question: town-clock", "question: duck-pond").that_reads(&[
            "question: duck-pond",
            "election: test.2031-05-01 # of the pond",
            "election: test.2031-05-01 # of the clock",
        ]),
    ],
};

pub(super) const ELECTION: File = File {
    name: "candidates/test.2031-05-01/election.yaml",
    beside: &[],
    keys: 20,
    text: "\
public_contact: false
id: test.2031-05-01
name: Test elections
date: 2031-05-01
polls_close: \"22:00\"
ballots_in_all: 3
deadlines:
  - translations: {}
    name: Register to vote
    date: 2031-04-20
questions:
  - version: 1 # of the pond
    question: duck-pond
  - version: 1 # of the clock
    question: town-clock
fictional: true
former: [test.2031]
",
    rules: &[
        rule("date-order", "date: 2031-04-20", "date: 2031-06-20").that_reads(&["date: 2031-05-01"]),
        rule("duplicate-id", "former: [test.2031]", "former: [test.2031, test.2031]"),
        rule("id-mismatch", "id: test.2031-05-01", "id: test.2031-05-02"),
    ],
};

pub(super) const EVENT: File = File {
    name: "content/events/evening.yaml",
    beside: &[],
    keys: 12,
    text: "\
public_contact: false
title: Questions at the duck pond
date: 2031-04-25
until: 2031-04-26
area: Pond Lane
access: No steps.
url: https://example.org/evening
evidence:
  - url: https://example.org/poster
    title: Poster of the Pond Club
    accessed: 2031-04-02
",
    rules: &[
        rule("date-order", "until: 2031-04-26", "until: 2031-04-24").that_reads(&["date: 2031-04-25"]),
        rule("date-order", "accessed: 2031-04-02", "accessed: 2032-04-02"),
        rule("unknown-reference", "area: Pond Lane", "ballot: test.pond-lake.2031-05-01"),
    ],
};

pub(super) const ASK: File = File {
    name: "candidates/test.2031-05-01/asks/first-letter.yaml",
    beside: &[],
    keys: 15,
    text: "\
public_contact: false
id: first-letter
date: 2031-03-20
deadline: 2031-04-10
how: by letter
questions:
  - version: 1 # of the pond
    question: duck-pond
  - version: 1 # of the clock
    question: town-clock
ballots:
  - people: [11, 12]
    ballot: test.pond-lane.2031-05-01
exceptions:
  - because: The letter came back.
    person: 12 # came back
    outcome: not_reached
",
    rules: &[
        rule("id-mismatch", "id: first-letter", "id: second-letter"),
        rule("date-order", "deadline: 2031-04-10", "deadline: 2031-03-10").that_reads(&["date: 2031-03-20"]),
        rule("unknown-reference", "question: duck-pond", "question: duck-lake"),
        rule("wrong-version", "version: 1 # of the clock", "version: 3").that_reads(&["question: town-clock"]),
        rule("unknown-reference", "ballot: test.pond-lane.2031-05-01", "ballot: test.pond-lake.2031-05-01"),
        rule("unknown-reference", "people: [11, 12]", "people: [11, 12, 99]"),
        rule("unknown-reference", "person: 12", "person: 98"),
    ],
};

pub(super) const DOCUMENT: File = File {
    name: "candidates/documents/asha-letter.yaml",
    beside: &[],
    keys: 30,
    text: "\
public_contact: false
id: asha-letter
title: Asha’s letter
kind: letter
election: test.2031-05-01
person: 11
publisher: Asha
date: 2031-04-01
date_inferred: It came then.
url: https://example.org/letter
archived: https://archive.example.org/letter
accessed: 2031-04-02
files:
  - title: front
    url: https://example.org/front
received:
  how: through the door
  date: 2031-04-03
  ballots: [test.pond-lane.2031-05-01]
people: [11]
formats:
  - url: https://example.org/easy
    format: easy_read
    date: 2031-04-04
readings:
  - note: In full.
    by: pat
    date: 2031-04-05
    seen: original
    whole: true
    part: the front
    looked_for: [duck-pond, town-clock]
    found: [duck-pond]
    copy:
      url: https://example.org/copy
      title: A copy
      date: 2031-04-06
    checked:
      - date: 2031-04-07
        by: sam
  - note: In part.
    by: lee
    date: 2031-04-08
    seen: described
    looked_for: [town-clock]
    found: []
note: Kept.
",
    rules: &[
        rule("id-mismatch", "id: asha-letter", "id: asha-leaflet"),
        rule("unknown-reference", "election: test.2031-05-01", "election: test.2031-05-11"),
        rule("unknown-reference", "person: 11", "person: 99").that_reads(&["election: test"]),
        rule("unknown-reference", "ballots: [test.pond-lane.2031-05-01]", "ballots: [test.lane.2031-05-01]")
            .that_reads(&["election: test"]),
        rule("unknown-reference", "people: [11]", "people: [98]").that_reads(&["election: test"]),
        rule("unknown-reference", "by: pat", "by: pit"),
        rule(
            "unknown-reference",
            "looked_for: [duck-pond, town-clock]",
            "looked_for: [duck-pond, town-clock, duck-lake]",
        )
        .that_reads(&["election: test"]),
        rule("found-unlooked", "found: []", "found: [duck-pond]"),
        rule("unknown-reference", "by: sam", "by: sum"),
        rule("idle-check", "by: sam", "by: pat").that_reads(&["by: pat"]),
        rule("date-order", "date: 2031-04-03", "date: 2032-04-03"),
        rule("date-order", "date: 2031-04-04", "date: 2032-04-04"),
        rule("date-order", "date: 2031-04-06", "date: 2032-04-06"),
        rule("date-order", "accessed: 2031-04-02", "accessed: 2032-04-02"),
        rule("date-order", "date: 2031-04-07", "date: 2031-04-01").that_reads(&["date: 2031-04-05"]),
        rule("silence-from-description", "seen: original", "seen: described")
            .that_reads(&["whole: true", "looked_for: [duck-pond, town-clock]"]),
    ],
};
