//! Whatever way a file is written in, an act changes what it is asked to change: every other byte stays.

use std::fs;

use hustings::cli::Exit;
use proptest::prelude::*;

use crate::choices::Choices;
use crate::support::{SiteFixture, run_answering};

const DAY: &str = "2031-04-19";
const BALLOT: &str = "candidates/test.2031-05-01/pond-lane.yaml";

/// A way to write a ballot of two people, one of whom has answered.
struct Hand<'n> {
    choices: Choices<'n>,
}

impl Hand<'_> {
    /// A note behind a value, or none.
    fn note(&mut self) -> &'static str {
        self.choices.one(&["", "", " # so she says", "   ", "  # 'quoted: [", " #"])
    }

    /// Lines between two others, if any.
    fn between(&mut self, indent: usize) -> String {
        let pad = " ".repeat(indent);
        self.choices
            .one(&["", "", "\n", "PAD# a note: {of my own}\n", "\nPAD# - person: 99\n\n", "  \n"])
            .replace("PAD", &pad)
    }

    /// A value in one of the spellings that a line takes.
    fn value(&mut self, text: &str, indent: usize) -> String {
        let pad = " ".repeat(indent + 2);
        let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
        let mut ways = vec![text.to_owned(), format!("'{text}'"), format!("\"{text}\"")];
        if !rest.is_empty() {
            ways.push(format!(">-\n{pad}{first}\n{pad}{rest}"));
            ways.push(format!("|-\n{pad}{text}"));
            ways.push(format!("\"{first} \\\n{pad}{rest}\""));
            ways.push(format!("{first}\n{pad}{rest}"));
        }
        self.choices.one(&ways)
    }

    /// A key with a value and what stands around it.
    fn pair(&mut self, key: &str, value: &str, indent: usize) -> String {
        let (pad, key) =
            (" ".repeat(indent), self.choices.one(&[key.to_owned(), format!("\"{key}\""), format!("'{key}'")]));
        let colon = self.choices.one(&[": ", ":   ", " : "]);
        let value = self.value(value, indent);
        // What stands behind the sign of a block of text is a note to the sign, and behind its last line it is text.
        let note = if value.starts_with(['>', '|']) { "" } else { self.note() };
        format!("{pad}{key}{colon}{value}{note}\n")
    }

    /// The two, in the order of the first or the second.
    fn turned(&mut self, mut parts: Vec<String>) -> String {
        let by = usize::from(self.choices.one(&[0_u8, 0, 1, 2]));
        let many = parts.len();
        parts.rotate_left(by % many);
        parts.concat()
    }

    fn positions(&mut self, indent: usize) -> String {
        let (pad, item) = (" ".repeat(indent), self.choices.one(&[2, 0, 4]));
        let dash = " ".repeat(indent + item);
        let keys = " ".repeat(indent + item + 2);
        let checked = self.choices.one(&[
            "",
            "KEYSchecked: []\n",
            "KEYSchecked: [{by: sam, date: 2031-04-04}] # one\n",
            "KEYSchecked:\nKEYS  - by: sam # first\nKEYS    date: 2031-04-04\n",
        ]);
        let lines = format!(
            "{pad}positions:{}\n{dash}- question: duck-pond\n{keys}stance: supports\n{keys}date: 2031-04-03\n{}{keys}entered_by: pat\n{keys}evidence:\n{keys}  - kind: reply\n{keys}    title: Letter\n{keys}    where: our file\n{keys}    date: 2031-04-03\n{keys}    quote: {}\n{}",
            self.note(),
            self.between(indent + item + 2),
            self.choices.one(&[
                "I would clean it.".to_owned(),
                "'I''d clean it.'".to_owned(),
                format!("|\n{keys}      # I would\n{keys}      clean it: now."),
                format!(">\n{keys}      I would\n\n{keys}      clean it.")
            ]),
            checked.replace("KEYS", &keys),
        );
        let flow = format!(
            "{pad}positions: [{{question: duck-pond, stance: supports, date: 2031-04-03, entered_by: pat, evidence: [{{kind: reply, title: 'A, b', where: here, date: 2031-04-03, quote: \"No: [yes]\"}}]}}]\n"
        );
        self.choices.one(&[lines.clone(), lines, flow])
    }

    fn person(&mut self, (id, name, party): (&str, &str, &str), indent: usize) -> String {
        let (pad, keys) = (" ".repeat(indent), indent + 2);
        let answered = id == "11";
        let flow = self.choices.one(&[false, false, !answered]);
        if flow {
            let comma = self.choices.one(&["", ","]);
            return format!("{pad}- {{person: {id}, name: {name}, party: {party}{comma}}}{}\n", self.note());
        }
        let mut parts = vec![
            self.pair("person", id, keys),
            self.pair("name", name, keys) + &self.between(keys),
            self.pair("party", party, keys),
        ];
        if answered {
            parts.push(self.positions(keys));
        }
        let text = self.turned(parts);
        // The dash takes the place of two spaces before the first key.
        format!("{pad}- {}", &text[keys..])
    }

    /// The whole file.
    fn ballot(&mut self) -> String {
        let indent = self.choices.one(&[2, 0, 4]);
        let people = [("11", "Asha Example", "pp1"), ("12", "Ben Sample", "pp2")];
        let people: Vec<String> =
            people.into_iter().map(|person| self.between(indent) + &self.person(person, indent)).collect();
        let area = self.choices.one(&[
            "area: {name: Pond Lane}\n",
            "area:\n    name: Pond Lane # here\n",
            "area: { 'name' : \"Pond Lane\" , }\n",
        ]);
        let parts = vec![
            self.pair("id", "test.pond-lane.2031-05-01", 0) + &self.between(0),
            area.to_owned(),
            format!("candidates:{}\n{}", self.note(), people.concat()),
        ];
        let text = self.turned(parts);
        let head =
            self.choices.one(&["", "# mine\n", "---\n", "# yaml-language-server: x\n--- # here\n", "%YAML 1.2\n---\n"]);
        let tail = self.choices.one(&["", "", "# the end\n", "...\n", "\n\n"]);
        let text = format!("{head}{text}{tail}");
        let text = if self.choices.one(&[true, true, false]) { text } else { text.trim_end_matches('\n').to_owned() };
        let text = if self.choices.one(&[true, false]) { text } else { text.replace('\n', "\r\n") };
        self.choices.one(&["", "", "\u{feff}"]).to_owned() + &text
    }
}

/// How many bytes two texts have in common at their beginning.
fn common(one: &str, other: &str) -> usize {
    one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count()
}

/// Ok when a text is another one with something put in at one place.
fn only_grows(before: &str, after: &str) -> Result<(), String> {
    let begin = common(before, after);
    let rest = &before.as_bytes()[begin..];
    let end = before.bytes().rev().zip(after.bytes().rev()).take_while(|(one, other)| one == other).count();
    if rest.len() <= end && after.len() >= before.len() {
        Ok(())
    } else {
        Err(format!("{before}\n-- became --\n{after}"))
    }
}

/// What an act may do besides putting something in at one place.
enum May {
    /// Nothing.
    OnlyGrow,
    /// Write another name where one stood.
    Rename(&'static str, &'static str),
}

/// One place where a name is spelled, as a parser of its own would find it: its value begins after “name”, the colon and spaces.
fn renamed(before: &str, after: &str, name: &str, new: &str) -> Result<(), String> {
    let (first, last) = name.split_once(' ').ok_or("a name of two words")?;
    let wrong = || format!("{name} → {new}\n{before}\n-- became --\n{after}");
    // The value ends with the last word, and its quote.
    let starts = before.match_indices(first).map(|(at, _)| at);
    let value = starts.map(|at| (at, at + before[at..].find(last).unwrap_or_default() + last.len())).next();
    let (word, end) = value.ok_or_else(wrong)?;
    let head = before[..word].trim_end_matches(['\'', '"']);
    // A block of text has its sign above.
    let above = head.trim_end().strip_suffix(">-").or_else(|| head.trim_end().strip_suffix("|-"));
    let head = above.unwrap_or(head);
    let quoted = before[..word].ends_with(['\'', '"']);
    let tail = &before[if quoted { end + 1 } else { end }..];
    let spelled = [new.to_owned(), format!("'{new}'"), format!("\"{new}\"")];
    let grows = |spelled: &String| only_grows(&format!("{head}{spelled}{tail}"), after).is_ok();
    if spelled.iter().any(grows) { Ok(()) } else { Err(wrong()) }
}

const REPLY: [&str; 11] = [
    "yes",
    "--kind",
    "reply",
    "--on",
    "2031-04-18",
    "--by",
    "pat",
    "--where",
    "our file of letters",
    "--quote",
    "Let it strike: [all] # night",
];

/// Runs the acts one after another on one ballot, and looks at each.
fn acts_keep(ballot: &str) -> Result<(), TestCaseError> {
    let site = SiteFixture::base().file(BALLOT, ballot);
    let fail = |why: String| TestCaseError::fail(format!("{why}\n-- in --\n{ballot}"));
    let errors = site.check().into_iter().filter(|found| found.severity == "error").collect::<Vec<_>>();
    prop_assert!(errors.is_empty(), "{errors:?}\n{ballot}");
    let record = |person| [&["record", person, "clock"][..], &REPLY].concat();
    let acts = [
        (record("asha"), May::OnlyGrow),
        (record("ben"), May::OnlyGrow),
        (vec!["confirm", "asha", "clock", "--by", "sam", "--answer", "yes"], May::OnlyGrow),
        (vec!["confirm", "asha", "pond", "--by", "lee", "--answer", "yes"], May::OnlyGrow),
        (vec!["add", "candidate", "Bo Middle", "--party", "pp1", "--sort-name", "Middle, Bo"], May::OnlyGrow),
        (vec!["withdraw", "ben", "--on", "2031-04-10", "--because", "He: 'moved'."], May::OnlyGrow),
        (vec!["rename", "asha", "Zoë Example"], May::Rename("Asha Example", "Zoë Example")),
        (vec!["rename", "ben", "Ben O’Test"], May::Rename("Ben Sample", "Ben O’Test")),
        (vec!["takedown", "zoe", "pond", "--reason", "She: \"asked\" us.", "--on", "2031-04-15"], May::OnlyGrow),
        (vec!["takedown", "bo", "--reason", "He asked us.", "--on", "2031-04-15"], May::OnlyGrow),
    ];
    for (words, may) in acts {
        let before = fs::read_to_string(site.path(BALLOT)).expect("the record");
        let line = ["hustings"].iter().chain(&words).map(Into::into).chain(["-C".into(), site.path("").into()]);
        let ran = run_answering(DAY, line, None);
        prop_assert!(ran.exit == Exit::Clean, "{words:?}: {}\n-- in --\n{before}", ran.err);
        let after = fs::read_to_string(site.path(BALLOT)).expect("the record");
        prop_assert!(after != before, "{words:?} did nothing");
        let kept = match may {
            // A list that says it is empty gives way to what it gets.
            May::OnlyGrow if before.contains("checked: []") => {
                only_grows(&before.replace("[]", ""), &after.replace("[]", ""))
                    .or_else(|_| only_grows(&before.replace("checked: []", "checked: ["), &after))
            }
            May::OnlyGrow => only_grows(&before, &after),
            May::Rename(old, new) => renamed(&before, &after, old, new),
        };
        kept.map_err(|why| fail(format!("{words:?}: {why}")))?;
        let windows = |text: &str| text.contains("\r\n");
        prop_assert_eq!(windows(&before), windows(&after) && !after.replace("\r\n", "").contains('\n'));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn every_act_leaves_all_else_as_it_is_written(choices in prop::collection::vec(0_u8..60, 64)) {
        let ballot = Hand { choices: Choices::new(&choices) }.ballot();
        acts_keep(&ballot)?;
    }
}

#[test]
fn the_measure_knows_a_change_when_it_sees_one() {
    assert!(only_grows("a\nc\n", "a\nb\nc\n").is_ok());
    assert!(only_grows("a\nc\n", "a\nb\nd\n").is_err());
    assert!(only_grows("a # x\nc\n", "a\nb\nc\n").is_err());
    assert!(renamed("name: 'A B' # x\n", "name: 'C D' # x\nnew: y\n", "A B", "C D").is_ok());
    assert!(renamed("name: 'A B' # x\n", "name: 'C D'\n", "A B", "C D").is_err());
    assert!(renamed("name: >-\n  A\n  B\nz: 1\n", "name: C D\nz: 1\n", "A B", "C D").is_ok());
}
