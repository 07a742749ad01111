use super::acts::{ActGroup, DeskAct};
use super::ask::{OnRecord, Prompt, ask};
use super::command::Filled;
use crate::atoms::{LetterTo, Words as _};
use crate::load::records::{
    AccountRecord, BallotRecord, CandidacyRecord, CorrectionRecord, DocumentRecord, ElectionRecord, EventRecord,
    LetterRecord, PartyRecord, PledgeRecord, QuestionRecord, ReportRecord,
};

/// The acts that make new records, in the order of the overview.
pub(super) fn added() -> [DeskAct; 13] {
    [
        checker(),
        election(),
        ballot(),
        question(),
        party(),
        candidate(),
        document(),
        pledge(),
        account(),
        letter(),
        event(),
        report(),
        correction(),
    ]
}

fn add(
    name: &'static str,
    command: &'static [&'static str],
    title: &'static str,
    lead: &'static str,
    asks: Vec<Prompt>,
) -> DeskAct {
    DeskAct { name, command, title, lead, asks, group: Some(ActGroup::Add) }
}

fn candidate() -> DeskAct {
    add(
        "candidate",
        &["add", "candidate"],
        "Add a candidate",
        "Somebody who stands on a ballot.",
        vec![
            ask("ballot", "On which ballot?").known(OnRecord::Ballots).needed(),
            ask("name", "What is the name?").of::<CandidacyRecord>("name").help("As on the ballot paper.").needed(),
            ask("party", "For which party?").known(OnRecord::Parties).needed(),
            ask("sort_name", "How is it sorted?")
                .of::<CandidacyRecord>("sort_name")
                .help("Family name first: Example, Asha."),
        ],
    )
}

fn ballot() -> DeskAct {
    add(
        "ballot",
        &["add", "ballot"],
        "Add a ballot",
        "An area that votes.",
        vec![
            ask("election", "In which election?").known(OnRecord::Elections),
            ask("area", "What is the area called?").needed(),
            ask("nation", "In which nation?").of::<BallotRecord>("nation"),
        ],
    )
}

fn question() -> DeskAct {
    add(
        "question",
        &["add", "question"],
        "Add a question",
        "What all candidates are asked. Neutral words get more answers, and are fairer to those who say no.",
        vec![
            ask("election", "For which election?").known(OnRecord::Elections),
            ask("ask", "What do you ask?").lines().of::<QuestionRecord>("ask").needed(),
            ask("short", "Its shortest form").of::<QuestionRecord>("short").needed(),
            ask("wants", "What would the campaign like to hear?")
                .words(&[("yes", "A yes."), ("no", "A no."), ("none", "It wants to know, and takes no side.")])
                .help("")
                .needed(),
            ask("yes_means", "What does a yes mean?").of::<QuestionRecord>("supports_means"),
            ask("no_means", "What does a no mean?").of::<QuestionRecord>("opposes_means"),
        ],
    )
}

fn party() -> DeskAct {
    add(
        "party",
        &["add", "party"],
        "Add a party",
        "Who stands for no party needs none.",
        vec![
            ask("name", "What is it called?").of::<PartyRecord>("name").help("As registered.").needed(),
            ask("id", "What is its registration number?"),
            ask("colour", "Its colour").help("A # and six digits or letters from a to f: #0b6e75."),
        ],
    )
}

fn document() -> DeskAct {
    add(
        "document",
        &["add", "document"],
        "Add a document",
        "A manifesto, leaflet, letter, page or speech. What you found in it is recorded when you read it.",
        vec![
            ask("title", "What is it called?").of::<DocumentRecord>("title").needed(),
            ask("of", "Whose is it?").known(OnRecord::Speakers).needed(),
            ask("kind", "What is it?").of::<DocumentRecord>("kind").needed(),
            ask("date", "When was it published?").of::<DocumentRecord>("date"),
            ask("url", "Where can it be read?").of::<DocumentRecord>("url"),
        ],
    )
}

fn election() -> DeskAct {
    add(
        "election",
        &["add", "election"],
        "Add an election",
        "A polling day, with its ballots and questions.",
        vec![
            ask("name", "What is it called?").of::<ElectionRecord>("name").needed(),
            ask("date", "When is polling day?").of::<ElectionRecord>("date").needed(),
        ],
    )
}

fn checker() -> DeskAct {
    add(
        "checker",
        &["add", "checker"],
        "Add somebody who keeps the records",
        "Each answer is entered by one person and confirmed by others.",
        vec![ask("name", "What is their name?").needed()],
    )
}

fn correction() -> DeskAct {
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
            ask("who", "Whose answer does it concern?").known(OnRecord::Speakers),
            ask("question", "To which question?")
                .known(OnRecord::Questions)
                .needed_when(|filled| filled.contains_key("who")),
        ],
    )
}

fn pledge() -> DeskAct {
    add(
        "pledge",
        &["add", "pledge"],
        "Add a pledge",
        "Something that people and parties are asked to sign.",
        vec![
            ask("title", "What is it called?").of::<PledgeRecord>("title").needed(),
            ask("text", "What do people sign?").lines().of::<PledgeRecord>("text").needed(),
            ask("source", "Where was it published?").help("What the page, letter or leaflet is called.").needed(),
            ask("answers", "Which question does it answer, and how?")
                .help("The id of a question and yes or no: meadow-parking=no. None when left out."),
            ask("election", "For which election?").known(OnRecord::Elections),
        ],
    )
}

fn account() -> DeskAct {
    add(
        "account",
        &["add", "account"],
        "Add a claim, rule, trial, report or call",
        "What others say or do around the questions. It counts in no score, and each line says how sure it is.",
        vec![
            ask("kind", "What does it tell of?").of::<AccountRecord>("kind").help("").needed(),
            ask("about", "What is it about?").of::<AccountRecord>("about").needed(),
            ask("says", "What does it say?")
                .lines()
                .of::<AccountRecord>("says")
                .help("One sentence of your own.")
                .needed(),
            ask("by", "Who says it, laid it down or does it?").of::<AccountRecord>("by").needed(),
            ask("source", "What is the source called?").help("From which you know it.").needed(),
            ask("publisher", "Who published that?").needed(),
            ask("published", "When was that published?"),
            ask("url", "Where can it be read?"),
        ],
    )
}

fn letter() -> DeskAct {
    add(
        "letter",
        &["add", "letter"],
        "Add a letter that people can send",
        "To candidates, or an answer to an official letter. Blanks such as {candidate}, {area} and {questions} are filled in on the page of each ballot.",
        vec![
            ask("title", "What is it called?").of::<LetterRecord>("title").needed(),
            ask("to", "To whom does it go?").of::<LetterRecord>("to").help("").needed(),
            ask("subject", "What is its subject?").of::<LetterRecord>("subject").needed(),
            ask("not_when", "When should nobody send it?").of::<LetterRecord>("does_not_apply_when").needed(),
            ask("text", "The letter").lines().help("With an empty line between two paragraphs.").needed(),
            ask("by", "Who found it right?").known(OnRecord::Checkers).needed_when(to_an_office),
            ask("nation", "In which nation does it hold?").of::<LetterRecord>("nation").needed_when(to_an_office),
            ask("source", "On what does it rest?").of::<LetterRecord>("source").needed_when(to_an_office),
            ask("publisher", "Who published that?").help("").needed_when(to_an_office),
            ask("url", "Where can that be read?").help(""),
            ask("advice", "Who gives advice about it?").help(""),
            ask("advice_url", "Where is that advice?").help(""),
        ],
    )
}

fn event() -> DeskAct {
    add(
        "event",
        &["add", "event"],
        "Add an event",
        "Something to which people can go, such as hustings.",
        vec![
            ask("title", "What is it?").of::<EventRecord>("title").needed(),
            ask("date", "On which day?").of::<EventRecord>("date").needed(),
            ask("time", "When does it begin?").of::<EventRecord>("time"),
            ask("ballot", "For the voters of which ballot?").known(OnRecord::Ballots),
            ask("access", "How can everybody take part?").lines().of::<EventRecord>("access").needed(),
            ask("source", "Where was it announced?").help("What the poster, page or letter is called.").needed(),
            ask("url", "Where can people read more?").of::<EventRecord>("url"),
        ],
    )
}

fn report() -> DeskAct {
    add(
        "report",
        &["add", "report"],
        "Ask people to report something",
        "What you count on paper or by telephone. The counts are told by a command, and never exactly.",
        vec![
            ask("title", "What are the reports about?").of::<ReportRecord>("title").needed(),
            ask("asked", "What are people asked?").of::<ReportRecord>("asked").needed(),
            ask("choices", "What can they choose?").lines().help("Each on a line of its own.").needed(),
            ask("areas", "Where can it have happened?").lines().help("Each area on a line of its own."),
            ask("way", "How can they tell it?").of::<ReportRecord>("how"),
        ],
    )
}

/// Whether a letter to an office is filled in.
fn to_an_office(filled: &Filled) -> bool {
    filled.get("to").is_some_and(|to| to.iter().any(|word| word == LetterTo::Office.word()))
}
