//! Words of letters.

words!(
    /// To whom a letter goes.
    LetterTo, "addressee",
    derived: {},
    meant: &[
        (&["candidates", "candidate", "not answered", "no answer", "silent", "ask"], "unanswered"),
        (&["thanks", "thank you", "replied", "answers"], "answered"),
        (&["official", "authority", "department", "council", "agency", "benefits office"], "office"),
    ],
    {
        /// Candidates who have not answered: each is asked only what nothing is known of.
        Unanswered = "unanswered",
        /// Candidates who have answered: to thank them.
        Answered = "answered",
        /// An office: an answer to an official letter.
        Office = "office",
    }
);

words!(
    /// A blank in a letter to a candidate.
    LetterBlank, "blank",
    derived: {},
    meant: &[
        (&["name", "person", "to"], "candidate"),
        (&["ballot", "ward", "seat", "constituency", "place"], "area"),
        (&["question", "asks"], "questions"),
        (&["date", "day", "vote", "polling"], "polling_day"),
        (&["link", "url", "address", "answers"], "page"),
    ],
    {
        /// The name of the candidate.
        Candidate = "candidate",
        /// The area that votes.
        Area = "area",
        /// The election.
        Election = "election",
        /// Polling day.
        PollingDay = "polling_day",
        /// The questions that this person has not answered, numbered.
        Questions = "questions",
        /// The last day for an answer, while a round that asked this person still runs.
        Deadline = "deadline",
        /// The web address of the page of the ballot, where the site has an address.
        Page = "page",
    }
);

impl LetterTo {
    /// The blanks that a letter may have.
    #[must_use]
    pub fn blanks(self) -> &'static [LetterBlank] {
        use LetterBlank::{Area, Candidate, Deadline, Election, Page, PollingDay, Questions};
        match self {
            Self::Unanswered => &[Candidate, Area, Election, PollingDay, Questions, Deadline, Page],
            Self::Answered => &[Candidate, Area, Election, PollingDay, Page],
            Self::Office => &[],
        }
    }
}
