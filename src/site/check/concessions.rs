use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::{Match, Regex};

use crate::atoms::LetterTo;
use crate::diagnostic::{Code, Diagnostics, FileName, Pos, Ruler};
use crate::load::Body;
use crate::model::Campaign;

/// Words by which whoever sends a letter could give something up, by language: whatever white space stands between them.
const PHRASES: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "WE(?: now| also| fully)? accept (?:that|the|this|your)",
            "WE(?: now| also| fully)? agree (?:to|that|with)",
            "WE (?:admit|concede|confess|acknowledge (?:that|the|my|our|owing))",
            "WE(?: hereby)? waive",
            "WE give up (?:my|our|any|the)",
            "WE(?: hereby)? withdraw (?:my|our|the|this)",
            "WE (?:do not|don['’]t) (?:dispute|object)",
            "WE (?:promise to |offer to )?(?:pay|repay) (?:it|this|the|that|you|back|£)",
            "WE (?:will|shall) not (?:appeal|object|complain)",
            "WE owe",
            "(?:I (?:was|am)|we (?:were|are)) (?:wrong|to blame|at fault)",
            "(?:it (?:was|is) )?my (?:own )?fault",
            "WE have no (?:objection|good reason|good cause)",
            "I should have (?:told|said|gone|come|been|reported|known|done)",
        ],
    ),
    (
        "cy",
        &[
            "(?:rwy['’]n|rydw i['’]n|yr wyf yn) (?:derbyn|cytuno|cyfaddef|cydnabod|ildio|hepgor)",
            "(?:rwy['’]n|rydw i['’]n|yr wyf yn) tynnu",
            "fy mai i",
        ],
    ),
];

/// Whoever writes the letter, with what may stand before the verb.
const WE: &str = "(?:I|we)(?:['’]ll| will| shall| can| do)?";

/// What may be withdrawn without giving anything up.
const HARMLESS: &[&str] = &["consent", "permission"];

static CONCESSIONS: LazyLock<BTreeMap<&str, Regex>> = LazyLock::new(|| {
    let compiled = PHRASES.iter().filter_map(|(language, phrases)| {
        let words = phrases.join("|").replace("WE", WE).replace(' ', r"\s+");
        Some((*language, Regex::new(&format!(r"(?i)(?-u:\b)(?:{words})(?-u:\b)")).ok()?))
    });
    compiled.collect()
});

/// Finds words in letters to an office by which people who send one could give up a right or admit something.
pub(super) fn concessions(campaign: &Campaign, found: &mut Diagnostics) {
    for told in campaign.in_each_language() {
        let Some(phrases) = CONCESSIONS.get(told.language.primary()) else { continue };
        let to_office = told.letters.iter().filter(|letter| letter.to.value == LetterTo::Office);
        // What is not translated stands in the main language, and was looked over there.
        for letter in to_office.filter(|letter| letter.body.language.is_none()) {
            in_letter(&letter.body, phrases, found);
            for hit in given_up(letter.subject.as_str(), phrases) {
                report(&letter.body.file, letter.subject.pos, hit.as_str(), found);
            }
        }
    }
}

fn in_letter(body: &Body, phrases: &Regex, found: &mut Diagnostics) {
    let mut ruler = Ruler::of(&body.text);
    for hit in given_up(&body.text, phrases) {
        let Pos { line, column } = ruler.place(hit.start());
        report(&body.file, Pos { line: body.line + line - 1, column }, hit.as_str(), found);
    }
}

/// The words by which something is given up.
fn given_up<'t>(text: &'t str, phrases: &Regex) -> impl Iterator<Item = Match<'t>> {
    phrases.find_iter(text).filter(|hit| {
        let after = text[hit.end()..].trim_start();
        !(hit.as_str().contains("withdraw") && HARMLESS.iter().any(|word| after.starts_with(word)))
    })
}

fn report(file: &FileName, pos: Pos, words: &str, found: &mut Diagnostics) {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let message = format!("“{words}” may give something up for everybody who sends this letter");
    let help = "say what happened, or ask for what you need; leave it to each person and their adviser what to concede";
    found.push(Code::Concession, file, pos, message, help);
}
