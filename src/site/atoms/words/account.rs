//! Words of accounts.

/// What to do instead of writing a state that follows from what else is on record.
const FOLLOWS: &str = "leave “verification:” out: it follows from “evidence:”, “responses:” and “superseded_by:”";

words!(
    /// What kind of thing an account tells of.
    AccountKind, "kind of account",
    derived: {},
    meant: &[
        (&["guidance", "handbook", "regulation", "law", "instruction", "policy", "order"], "rule"),
        (&["trial", "scheme", "test", "experiment", "pilot scheme", "pathfinder"], "pilot"),
        (&["assertion", "statement", "announcement", "allegation", "says"], "claim"),
        (&["testimony", "evidence", "experience", "story", "news", "article", "findings"], "report"),
        (&["call for evidence", "appeal", "request", "survey", "consultation"], "call"),
    ],
    {
        /// A rule: what a law, a handbook or an instruction lays down.
        Rule = "rule",
        /// A trial of something new, in some areas or for some time.
        Pilot = "pilot",
        /// Something that an organisation or somebody in public office says.
        Claim = "claim",
        /// What people tell of what they have seen, as somebody published it.
        Report = "report",
        /// A call to tell what one knows.
        Call = "call",
    }
);

words!(
    /// What somebody whom an account concerns says of it.
    AccountResponse, "response",
    derived: {},
    meant: &[
        (&["confirmed", "agrees", "agreed", "admits", "true", "yes"], "confirms"),
        (&["qualified", "partly", "explains", "adds", "corrects", "clarifies"], "qualifies"),
        (&["denied", "disputes", "disputed", "rejects", "disagrees", "false", "no"], "denies"),
        (&["consulted but did not agree", "consulted", "did not agree", "asked but did not agree"], "consulted_not_agreed"),
        (&["no comment", "declined", "would not say", "refused to comment", "silent"], "declined_to_comment"),
        (&["would not correct", "refused to correct", "did not correct", "no correction"], "declined_to_correct"),
    ],
    {
        /// Says that it is so.
        Confirms = "confirms",
        /// Says that it is so only in part, or adds what it leaves out.
        Qualifies = "qualifies",
        /// Says that it is not so: the account is disputed.
        Denies = "denies",
        /// Was asked for a view, and did not agree.
        ConsultedNotAgreed = "consulted_not_agreed",
        /// Was asked about it, and would not say.
        DeclinedToComment = "declined_to_comment",
        /// Was asked to correct it, and would not.
        DeclinedToCorrect = "declined_to_correct",
    }
);

words!(
    /// The state of an account that a person wrote, with what was tried.
    WrittenState, "state of an account",
    derived: {
        "claimed" => FOLLOWS,
        "confirmed" => "leave “verification:” out, and put the second public source into “evidence:”",
        "disputed" => "leave “verification:” out, and put who denies it into “responses:”",
        "superseded" => "leave “verification:” out, and name what came in its place with “superseded_by:”",
    },
    meant: &[
        (&["unconfirmed", "not verified", "unproven", "doubtful", "could not verify"], "unverified"),
        (&["verified", "checked", "true"], "confirmed"),
        (&["denied", "contested"], "disputed"),
        (&["replaced", "outdated", "withdrawn"], "superseded"),
    ],
    {
        /// Somebody tried to verify it and could not.
        Unverified = "unverified",
    }
);

words!(
    /// What a source is good for.
    SourceKind, "kind of source",
    derived: {},
    meant: &[
        (&["copy", "repost", "reposted", "quotes", "repeats"], "repeat"),
        (&["not read", "unseen", "not seen", "known"], "unread"),
    ],
    {
        /// It tells of it by itself, and somebody here knows what it says.
        Source = "source",
        /// It only repeats another source, so it is no second one.
        Repeat = "repeat",
        /// It is known to exist, and nobody here has read it.
        Unread = "unread",
    }
);
