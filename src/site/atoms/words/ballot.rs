//! Words of ballots, parties and rounds of asking.

words!(
    /// Whether a candidate stands.
    Standing, "standing",
    derived: {},
    meant: &[
        (&["stands", "nominated", "running", "candidate", "active", "yes"], "standing"),
        (&["withdrew", "stood down", "dropped out", "resigned"], "withdrawn"),
        (&["missing", "removed", "unlisted", "delisted", "not nominated", "not standing", "invalid"], "not_listed"),
        (&["dead", "deceased", "death"], "died"),
    ],
    {
        /// On the ballot paper, as far as we know.
        Standing = "standing",
        /// Withdrew before the close of nominations.
        Withdrawn = "withdrawn",
        /// In an earlier list, and no longer in the latest one.
        NotListed = "not_listed",
        /// Died.
        Died = "died",
    }
);

words!(
    /// How a ballot elects.
    BallotKind, "kind of ballot",
    derived: {},
    meant: &[
        (&["person", "candidates", "candidate", "fptp", "first past the post", "constituency", "ward", "single"], "people"),
        (&["list", "party list", "closed list", "pr", "regional", "party"], "lists"),
    ],
    {
        /// Voters choose people.
        People = "people",
        /// Voters choose lists; each candidacy has a place on its party's list.
        Lists = "lists",
    }
);

words!(
    /// In what order the candidacies of a ballot are recorded, as far as it is known.
    BallotOrder, "order",
    derived: {},
    meant: &[
        (&["ballot", "paper", "official", "as printed"], "ballot_paper"),
        (&["alphabetical", "alphabet", "surname", "last name", "name", "names"], "family_name"),
    ],
    {
        /// As they stand on the ballot paper.
        BallotPaper = "ballot_paper",
        /// By the names under which they are sorted, family name first.
        FamilyName = "family_name",
    }
);

words!(
    /// What kind of label a party file stands for.
    PartyKind, "kind of party",
    derived: {},
    meant: &[
        (&["registered", "registration"], "party"),
        (&["joint description", "coalition", "alliance", "pact"], "joint"),
        (&["ind", "none", "no party", "non party", "unaffiliated"], "independent"),
    ],
    {
        /// One registration.
        Party = "party",
        /// A joint description of several registrations.
        Joint = "joint",
        /// No party.
        Independent = "independent",
        /// The Speaker seeking re-election.
        Speaker = "speaker",
    }
);

words!(
    /// Why an ask did not reach somebody that it would otherwise cover.
    AskOutcome, "outcome of an ask",
    derived: {
        "waiting" => "leave this exception out: it follows from the deadline of the round",
        "no_reply" => "leave this exception out: it follows from the deadline of the round",
        "answered" => "leave this exception out, and record the answer as a position",
    },
    meant: &[
        (&["bounced", "undelivered", "undeliverable", "returned", "no address", "failed"], "not_reached"),
        (&["skipped", "excluded", "omitted", "left out"], "not_asked"),
        (&["reply", "replied", "answer", "responded"], "answered"),
        (&["no answer", "no response", "ignored"], "no_reply"),
    ],
    {
        /// It bounced, or there was no address.
        NotReached = "not_reached",
        /// This person was left out of the round.
        NotAsked = "not_asked",
    }
);
