use super::ask::{Ask, Known, ask};
use crate::load::records::{
    BallotRecord, CandidacyRecord, CheckRecord, CorrectionRecord, DocumentRecord, ElectionRecord, EvidenceRecord,
    MarkRecord, PartyRecord, QuestionRecord,
};

/// Something that people do at the desk: a command, and what a form asks for to carry it out.
pub(super) struct Act {
    /// Its name in addresses.
    pub(super) name: &'static str,
    /// The words of the command.
    pub(super) command: &'static [&'static str],
    /// What is done, as a heading.
    pub(super) title: &'static str,
    /// What should be known before.
    pub(super) lead: &'static str,
    /// What is asked for; the other arguments of the command stand below, folded.
    pub(super) asks: Vec<Ask>,
    /// Among which others the overview shows it; nowhere when it begins on another page.
    pub(super) group: Option<Group>,
}

/// What acts are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    /// New records.
    Add,
    /// Changes of what is on record.
    Change,
}

impl Act {
    /// The one of this name.
    pub(super) fn named(name: &str) -> Option<Self> {
        all().into_iter().find(|act| act.name == name)
    }
}

/// All of them, in the order of the overview.
pub(super) fn all() -> Vec<Act> {
    let mut all = vec![record(), confirm(), outcome()];
    all.extend(added());
    all.extend(changed());
    all
}

fn by() -> Ask {
    ask("by", "Who are you?").known(Known::Checkers).needed()
}

fn person(label: &'static str) -> Ask {
    ask("person", label).known(Known::Speakers).needed()
}

fn record() -> Act {
    Act {
        name: "record",
        command: &["record"],
        title: "Record an answer",
        lead: "What a candidate or a party said about a question, and where. Somebody else confirms it afterwards.",
        asks: vec![
            person("Who answered?"),
            ask("question", "Which question?").known(Known::Questions).needed(),
            ask("answer", "What is the answer?").stance().needed(),
            ask("quote", "What were the very words?")
                .lines()
                .of::<EvidenceRecord>("quote")
                .help("As they stand there, in full sentences. They are published."),
            ask("says", "Or, in your own words")
                .of::<MarkRecord>("says")
                .help("One short sentence, when there are no words to quote; of “partly”, say to which part."),
            ask("kind", "Where was it said?").of::<EvidenceRecord>("kind").help("").needed(),
            ask("on", "When was it said?")
                .of::<MarkRecord>("date")
                .help("2031-04-20; or 2031-04 when the day is not known.")
                .needed(),
            ask("title", "What is that called?")
                .of::<EvidenceRecord>("title")
                .help("Her page on the library, for example. Of a reply you may leave it out."),
            ask("place", "Where in it? Of a letter, where is it kept?").of::<EvidenceRecord>("where"),
            ask("url", "At which web address?")
                .of::<EvidenceRecord>("url")
                .help("So that others can look it up: an address, or the place where a letter is kept."),
            by(),
        ],
        group: None,
    }
}

fn confirm() -> Act {
    Act {
        name: "confirm",
        command: &["confirm"],
        title: "Compare an answer with its source",
        lead: "Read the source again, as if nobody had before you. Does it say what the record says?",
        asks: vec![
            person("Who answered?"),
            ask("question", "Which question?").known(Known::Questions).needed(),
            ask("answer", "Does the source say so?")
                .words(&[
                    ("yes", "It says what the record says."),
                    ("no", "It does not. The answer is marked as disputed."),
                ])
                .help("")
                .needed(),
            ask("why", "If not, what is wrong?").lines().help("It is published."),
            ask("instead", "And what should be there instead?")
                .lines()
                .help("It is published. Leave it out if you do not know."),
            ask("on", "When did you compare it?").of::<CheckRecord>("date").help("Today when left out."),
            by(),
        ],
        group: None,
    }
}

fn outcome() -> Act {
    Act {
        name: "outcome",
        command: &["ask"],
        title: "Say whom a letter did not reach",
        lead: "People whom we could not ask are not said to have been silent.",
        asks: vec![
            ask("round", "Which round?").needed(),
            ask("people", "Whom?").several(Known::Asked).needed(),
            ask("outcome", "What came of it?")
                .words(&[
                    ("bounced", "The e-mail came back."),
                    ("returned", "The letter came back."),
                    ("no-address", "There was no address."),
                    ("not-sent", "Our letter was not sent."),
                    ("not-reached", "Something else: say why below."),
                    ("not-asked", "They were not asked after all: say why below."),
                ])
                .help("")
                .needed(),
            ask("because", "Why?").help("A short sentence, which is published. The usual one when left out."),
            ask("on", "When did you learn of it?").help("Today when left out."),
        ],
        group: None,
    }
}

fn added() -> [Act; 8] {
    let add = |name, command, title, lead, asks| Act { name, command, title, lead, asks, group: Some(Group::Add) };
    [
        add(
            "candidate",
            &["add", "candidate"],
            "Add a candidate",
            "Somebody who stands on a ballot.",
            vec![
                ask("ballot", "On which ballot?").known(Known::Ballots).needed(),
                ask("name", "What is the name?").of::<CandidacyRecord>("name").help("As on the ballot paper.").needed(),
                ask("party", "For which party?").known(Known::Parties).needed(),
                ask("sort_name", "How is it sorted?")
                    .of::<CandidacyRecord>("sort_name")
                    .help("Family name first: Example, Asha."),
            ],
        ),
        add(
            "ballot",
            &["add", "ballot"],
            "Add a ballot",
            "An area that votes.",
            vec![
                ask("election", "In which election?").known(Known::Elections),
                ask("area", "What is the area called?").needed(),
                ask("nation", "In which nation?").of::<BallotRecord>("nation"),
            ],
        ),
        add(
            "question",
            &["add", "question"],
            "Add a question",
            "What all candidates are asked. Neutral words get more answers, and are fairer to those who say no.",
            vec![
                ask("election", "For which election?").known(Known::Elections),
                ask("ask", "What do you ask?").lines().of::<QuestionRecord>("ask").needed(),
                ask("short", "Its shortest form").of::<QuestionRecord>("short").needed(),
                ask("wants", "What would the campaign like to hear?")
                    .words(&[("yes", "A yes."), ("no", "A no."), ("none", "It wants to know, and takes no side.")])
                    .help("")
                    .needed(),
                ask("yes_means", "What does a yes mean?").of::<QuestionRecord>("supports_means"),
                ask("no_means", "What does a no mean?").of::<QuestionRecord>("opposes_means"),
            ],
        ),
        add(
            "party",
            &["add", "party"],
            "Add a party",
            "Who stands for no party needs none.",
            vec![
                ask("name", "What is it called?").of::<PartyRecord>("name").help("As registered.").needed(),
                ask("id", "What is its registration number?"),
                ask("colour", "Its colour").of::<PartyRecord>("colour"),
            ],
        ),
        add(
            "document",
            &["add", "document"],
            "Add a document",
            "A manifesto, leaflet, letter, page or speech. What you found in it is recorded when you read it.",
            vec![
                ask("title", "What is it called?").of::<DocumentRecord>("title").needed(),
                ask("of", "Whose is it?").known(Known::Speakers).needed(),
                ask("kind", "What is it?").of::<DocumentRecord>("kind").needed(),
                ask("date", "When was it published?").of::<DocumentRecord>("date"),
                ask("url", "Where can it be read?").of::<DocumentRecord>("url"),
            ],
        ),
        add(
            "election",
            &["add", "election"],
            "Add an election",
            "A polling day, with its ballots and questions.",
            vec![
                ask("name", "What is it called?").of::<ElectionRecord>("name").needed(),
                ask("date", "When is polling day?").of::<ElectionRecord>("date").needed(),
            ],
        ),
        add(
            "checker",
            &["add", "checker"],
            "Add somebody who keeps the records",
            "Each answer is entered by one person and confirmed by others.",
            vec![ask("name", "What is their name?").needed()],
        ),
        add(
            "correction",
            &["add", "correction"],
            "Publish a correction",
            "What the site said wrongly, and what it says now. All of it is published.",
            vec![
                ask("about", "What does it concern?").of::<CorrectionRecord>("about").needed(),
                ask("was", "What did the site say before?").lines().of::<CorrectionRecord>("was").needed(),
                ask("now", "What does it say now?").lines().of::<CorrectionRecord>("now").needed(),
                ask("because", "Why?").lines().of::<CorrectionRecord>("because").needed(),
            ],
        ),
    ]
}

fn changed() -> [Act; 3] {
    let change = |name, title, lead, asks| Act { name, command: &[], title, lead, asks, group: Some(Group::Change) };
    let withdraw = change(
        "withdraw",
        "Say that somebody does not stand any more",
        "They stay on the pages of the site, with what became of them and what they answered.",
        vec![
            person("Who?"),
            ask("on", "Since when?").help("2031-04-10, or 2031-04 when the day is not known."),
            ask("because", "Why?").help("A sentence, which is published."),
        ],
    );
    let rename = change(
        "rename",
        "Give somebody another name",
        "The old address of a page leads on to the new one.",
        vec![
            ask("who", "Who?").known(Known::Speakers).needed(),
            ask("name", "What is the new name?").help("The whole of it.").needed(),
            ask("sort_name", "How is it sorted?").help("Of a person: family name first. Guessed when left out."),
        ],
    );
    let takedown = change(
        "takedown",
        "Take an answer off the site",
        "The page then says since when and why: nothing is taken away in silence.",
        vec![
            person("Whose answer?"),
            ask("question", "To which question?").known(Known::Questions).help("All that they answered when left out."),
            ask("reason", "Why?").lines().help("A sentence, which is published.").needed(),
        ],
    );
    [
        Act { command: &["withdraw"], ..withdraw },
        Act { command: &["rename"], ..rename },
        Act { command: &["takedown"], ..takedown },
    ]
}
