use crate::atoms::{Stance, Words as _};
use crate::desk::{Deed, How, OnRecord, Prompt, answer_word, ask};
use crate::load::records::{CheckRecord, EvidenceRecord, MarkRecord};

/// Something that people do at the desk: a command, and what a form asks for to carry it out.
pub(super) struct DeskAct {
    /// Its name in addresses.
    pub(super) name: &'static str,
    /// The words of the command.
    pub(super) command: Vec<&'static str>,
    /// What is done, as a heading.
    pub(super) title: &'static str,
    /// What should be known before.
    pub(super) lead: &'static str,
    /// What is asked for; the other arguments of the command stand below, folded.
    pub(super) asks: Vec<Prompt>,
    /// Among which others the overview shows it; nowhere when it begins on another page.
    pub(super) group: Option<ActGroup>,
}

/// What acts are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ActGroup {
    /// New records.
    Add,
    /// Changes of what is on record.
    Change,
}

impl DeskAct {
    /// The one of this name.
    pub(super) fn named(name: &str) -> Option<Self> {
        all().into_iter().find(|act| act.name == name)
    }
}

impl DeskAct {
    fn of(deed: &Deed, group: ActGroup) -> Self {
        let asks = deed.asks.iter().filter(|ask| !ask.label.is_empty()).cloned().collect();
        let command = if deed.is_new() { vec!["add", deed.name] } else { vec![deed.name] };
        Self { name: deed.name, command, title: deed.title, lead: deed.about, asks, group: Some(group) }
    }

    /// What asks who sits at the desk.
    pub(super) fn of_checker(&self) -> Option<&Prompt> {
        self.asks.iter().find(|ask| ask.how == How::Known(OnRecord::Checkers))
    }
}

/// All of them, in the order of the overview.
pub(super) fn all() -> Vec<DeskAct> {
    let mut all = vec![record(), confirm(), outcome()];
    all.extend(Deed::added().iter().map(|deed| DeskAct::of(deed, ActGroup::Add)));
    all.extend(Deed::changed().iter().map(|deed| DeskAct::of(deed, ActGroup::Change)));
    all.push(rename());
    all
}

fn by() -> Prompt {
    ask("by", "Who are you?").known(OnRecord::Checkers).needed()
}

fn person(label: &'static str) -> Prompt {
    ask("person", label).known(OnRecord::Speakers).needed()
}

fn record() -> DeskAct {
    DeskAct {
        name: "record",
        command: vec!["record"],
        title: "Record an answer",
        lead: "What a candidate or a party said about a question, and where. Somebody else confirms it afterwards.",
        asks: vec![
            person("Who answered?"),
            ask("question", "Which question?").known(OnRecord::Questions).needed(),
            stance(ask("answer", "What is the answer?")).needed(),
            ask("quote", "What were the very words?")
                .lines()
                .of::<EvidenceRecord>("quote")
                .hint("As they stand there, in full sentences. They are published."),
            ask("says", "Or, in your own words")
                .of::<MarkRecord>("says")
                .hint("One short sentence, when there are no words to quote; of “partly”, say to which part.")
                .needed_when(|filled| !filled.contains_key("quote")),
            ask("kind", "Where was it said?").of::<EvidenceRecord>("kind").needed(),
            ask("on", "When was it said?")
                .of::<MarkRecord>("date")
                .hint("2031-04-20; or 2031-04 when the day is not known.")
                .needed(),
            ask("title", "What is that called?")
                .of::<EvidenceRecord>("title")
                .hint("Her page on the library, for example. Of a reply you may leave it out."),
            ask("place", "Where in it? Of a letter or e-mail, where is it kept?")
                .of::<EvidenceRecord>("where")
                .needed_when(|filled| !["url", "archived", "document"].iter().any(|place| filled.contains_key(*place))),
            ask("url", "At which web address?")
                .of::<EvidenceRecord>("url")
                .hint("So that others can look it up: an address, or the place where a letter is kept."),
            by(),
        ],
        group: None,
    }
}

/// Which of the answers that a candidate can give.
fn stance(prompt: Prompt) -> Prompt {
    let words: Vec<_> = Stance::ALL.iter().map(|stance| (answer_word(*stance), STANCES[*stance as usize])).collect();
    prompt.words(&words)
}

/// What each answer means, in the order of [`Stance::ALL`].
const STANCES: [&str; 5] = [
    "Says yes to the question as it stands.",
    "Says no to it.",
    "Says yes to a part of it, or under a condition.",
    "Speaks of it without answering.",
    "Was asked, and would not say.",
];

fn confirm() -> DeskAct {
    DeskAct {
        name: "confirm",
        command: vec!["confirm"],
        title: "Compare an answer with its source",
        lead: "Read the source again, as if nobody had before you. Does it say what the record says?",
        asks: vec![
            person("Who answered?"),
            ask("question", "Which question?").known(OnRecord::Questions).needed(),
            ask("answer", "Does the source say so?")
                .words(&[
                    ("yes", "It says what the record says."),
                    ("no", "It does not. The answer is marked as disputed."),
                ])
                .needed(),
            ask("why", "If not, what is wrong?")
                .lines()
                .hint("It is published.")
                .needed_when(|filled| filled.get("answer").is_some_and(|answer| answer[0] == "no")),
            ask("instead", "And what should be there instead?")
                .lines()
                .hint("It is published. Leave it out if you do not know."),
            ask("on", "When did you compare it?").of::<CheckRecord>("date").hint("Today when left out."),
            by(),
        ],
        group: None,
    }
}

fn outcome() -> DeskAct {
    DeskAct {
        name: "outcome",
        command: vec!["ask"],
        title: "Say whom a letter did not reach",
        lead: "People whom we could not ask are not said to have been silent.",
        asks: vec![
            ask("round", "Which round?").needed(),
            ask("people", "Whom?").several(OnRecord::Asked).needed(),
            ask("outcome", "What came of it?")
                .words(&[
                    ("bounced", "The e-mail came back."),
                    ("returned", "The letter came back."),
                    ("no-address", "There was no address."),
                    ("not-sent", "Our letter was not sent."),
                    ("not-reached", "Something else: say why below."),
                    ("not-asked", "They were not asked after all: say why below."),
                ])
                .needed(),
            ask("because", "Why?").hint("A short sentence, which is published. The usual one when left out."),
            ask("on", "When did you learn of it?").hint("2031-04-12. Nothing is said of it when left out."),
        ],
        group: None,
    }
}

fn rename() -> DeskAct {
    DeskAct {
        name: "rename",
        command: vec!["rename"],
        title: "Give somebody another name",
        lead: "The old address of a page leads on to the new one.",
        asks: vec![
            ask("who", "Who?").known(OnRecord::Speakers).needed(),
            ask("name", "What is the new name?").hint("The whole of it.").needed(),
            ask("sort_name", "How is it sorted?").hint("Of a person: family name first. Guessed when left out."),
        ],
        group: Some(ActGroup::Change),
    }
}
