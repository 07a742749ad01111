//! Words of marks: what was answered, what is wanted, how sure it is.

/// What people write for a yes and for a no.
const YES: &[&str] = &[
    "yes",
    "y",
    "true",
    "for",
    "in favour",
    "favour",
    "favours",
    "agree",
    "agrees",
    "agreed",
    "pro",
    "backs",
    "support",
    "supported",
    "supportive",
    "will",
    "pledged",
    "signed",
];
const NO: &[&str] = &[
    "no",
    "n",
    "false",
    "against",
    "oppose",
    "opposed",
    "disagree",
    "disagrees",
    "disagreed",
    "anti",
    "rejects",
    "rejected",
    "wont",
];

/// What to write instead of what a round of asking tells.
const ASKED: &str = "record whom you asked, when and by which deadline, as a round in asks/: it follows from that";

words!(
    /// What somebody answered to a question. The first three are clear answers, the others known gaps.
    Stance, "stance",
    derived: {
        "silent" => "record a reading of the document, with “whole: true” and the question in “looked_for:”: it follows from that",
        "waiting" => ASKED,
        "no_reply" => ASKED,
        "not_reached" => "record the round in asks/, with this person among its “exceptions:”: it follows from that",
        "not_asked" => "leave this entry out: it is said while no round asks this person",
        "not_checked" => "leave this entry out: it is said while nothing is on record",
    },
    meant: &[
        (YES, "supports"),
        (NO, "opposes"),
        (&["partly", "partially", "partial", "part", "both", "half", "depends", "conditional", "qualified", "yes and no"], "mixed"),
        (&["not clear", "vague", "maybe", "perhaps", "unsure", "undecided", "neutral", "evasive", "ambiguous"], "unclear"),
        (&["refused", "refuses", "would not say", "wont say", "decline", "declines", "no comment", "not saying"], "declined"),
        (&["no mention", "not mentioned", "silence", "nothing"], "silent"),
        (&["no answer", "no response", "none", "did not reply", "did not answer", "ignored"], "no_reply"),
        (&["pending", "asked", "awaiting"], "waiting"),
        (&["bounced", "no address"], "not_reached"),
        (&["unknown", "not known", "unchecked", "todo", "tbc"], "not_checked"),
    ],
    {
        /// Yes to what the question asks.
        Supports = "supports",
        /// No to what the question asks.
        Opposes = "opposes",
        /// Partly; needs `says` or `quote`.
        Mixed = "mixed",
        /// Speaks of it without answering.
        Unclear = "unclear",
        /// Was asked and would not say.
        Declined = "declined",
    }
);

impl Stance {
    /// Whether this is a clear answer, which a score counts, rather than a known gap.
    #[must_use]
    pub fn is_clear(self) -> bool {
        match self {
            Self::Supports | Self::Opposes | Self::Mixed => true,
            Self::Unclear | Self::Declined => false,
        }
    }
}

words!(
    /// What the campaign would like the answer to a question to be.
    Wanted, "aim of the campaign",
    derived: {},
    meant: &[(YES, "supports"), (NO, "opposes"), (&["neutral", "no side", "nothing", "null", "neither", "mixed"], "none")],
    {
        /// The campaign wants a yes.
        Supports = "supports",
        /// The campaign wants a no.
        Opposes = "opposes",
        /// The campaign takes no side; nothing is printed about agreement.
        None = "none",
    }
);

words!(
    /// Where in a longer word a term may stand.
    Compound, "place in a longer word",
    derived: {},
    meant: &[
        (&["start", "beginning", "prefix", "front"], "first"),
        (&["end", "suffix", "back"], "last"),
        (&["true", "yes", "anywhere", "everywhere", "middle", "both", "all"], "any"),
    ],
    {
        /// It begins the longer word.
        First = "first",
        /// It ends the longer word.
        Last = "last",
        /// It stands anywhere in it.
        Any = "any",
    }
);

words!(
    /// The state of a mark that a person wrote, always with a reason.
    WrittenVerification, "state of verification",
    derived: {
        "claimed" => "leave “verification:” out, and write who compared it with the evidence under “checked:”",
        "confirmed" => "leave “verification:” out, and write who compared it with the evidence under “checked:”",
    },
    meant: &[
        (&["denied", "denies", "contested", "challenged"], "disputed"),
        (&["unconfirmed", "not verified", "unproven", "doubtful", "could not verify"], "unverified"),
        (&["withdrawn", "wrong", "removed", "deleted", "revoked", "superseded", "outdated"], "retracted"),
        (&["verified", "checked", "true", "double checked"], "confirmed"),
        (&["unchecked", "new", "pending", "reported"], "claimed"),
    ],
    {
        /// Somebody concerned denies it; both texts are kept.
        Disputed = "disputed",
        /// We tried to verify it and could not; the reason says what was tried.
        Unverified = "unverified",
        /// It was withdrawn and no longer counts.
        Retracted = "retracted",
    }
);
