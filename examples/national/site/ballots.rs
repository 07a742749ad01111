use std::fmt::Write as _;
use std::io;
use std::path::Path;

use super::pick::Pick;
use super::{BALLOTS, CHECKERS, ELECTION, PARTIES, parties, put};
use crate::words::{AREAS, FAMILY, GIVEN, QUESTIONS, REGIONS, SOURCES, STANCES};

/// How many people stand on one ballot after another: 6.14 in the mean.
const PEOPLE: &[usize] = &[4, 5, 6, 6, 7, 7, 8];
/// Every so many people, one has a leaflet that somebody read.
const LEAFLET_EVERY: usize = 10;

/// Writes the ballots with everybody who stands, and the leaflets of some of them.
pub(super) fn write(root: &Path, ballots: usize) -> io::Result<()> {
    let mut person = 0;
    for number in 0..ballots {
        let area = area(number);
        let mut text = head(number, &area);
        for place in 0..PEOPLE[number % PEOPLE.len()] {
            person += 1;
            text.push_str(&candidacy(number, place, person));
            if person % LEAFLET_EVERY == 0 {
                put(root, &format!("candidates/documents/leaflet-{person}.yaml"), &leaflet(person))?;
            }
        }
        put(root, &format!("candidates/{ELECTION}/{}.yaml", slug(&area)), &text)?;
    }
    Ok(())
}

/// Everybody who stands in each nation, as a round of asking names them.
pub(super) fn asked(nations: usize) -> Vec<String> {
    let (mut texts, mut person) = (vec![String::new(); nations], 0);
    for number in 0..nations * BALLOTS {
        let people = PEOPLE[number % PEOPLE.len()];
        let ids: Vec<String> = (1..=people).map(|place| (9_000_000 + person + place).to_string()).collect();
        person += people;
        let (text, slug) = (&mut texts[number / BALLOTS], slug(&area(number)));
        let _ = writeln!(text, "  - {{ballot: example.{slug}.2031-05-01, people: [{}]}}", ids.join(", "));
    }
    texts
}

/// The name of an area; beyond the first nation each name comes again with a number.
fn area(number: usize) -> String {
    let (first, second) = AREAS;
    let round = number / (first.len() * second.len());
    let name = format!("{}{}", first[number % first.len()], second[number / first.len() % second.len()]);
    if round == 0 { name } else { format!("{name} {}", round + 1) }
}

fn slug(area: &str) -> String {
    area.to_lowercase().replace(' ', "-")
}

fn head(number: usize, area: &str) -> String {
    let (letter, nation) = match number % 650 {
        0..543 => ('E', "england"),
        543..602 => ('S', "scotland"),
        602..634 => ('W', "wales"),
        _ => ('N', "northern-ireland"),
    };
    let mut text = format!(
        "id: example.{}.2031-05-01\narea:\n  name: {area}\n  gss: {letter}{:08}\nnation: {nation}\n",
        slug(area),
        90_000_000 + number
    );
    if letter == 'E' {
        let _ = writeln!(text, "region: {}", REGIONS[number % REGIONS.len()]);
    }
    text.push_str(
        "seats: 1\ncomplete:\n  value: true\n  source: Statement of persons nominated\n  date: 2031-04-04\n\
        candidates:\n",
    );
    text
}

fn candidacy(ballot: usize, place: usize, person: usize) -> String {
    let mut pick = Pick::new(person);
    let (first, second) = FAMILY;
    let given = pick.one(GIVEN);
    let family = format!("{}{}", pick.one(first), pick.one(second));
    // The first parties stand everywhere, as they do in a real election.
    let party = if place < 4 { place } else { 4 + (ballot + place * 7) % (PARTIES - 3) };
    let mut text = format!(
        "  - person: {}\n    name: {given} {family}\n    sort_name: {family}, {given}\n    party: {}\n    \
        status: standing\n    positions:\n",
        9_000_000 + person,
        parties::id(party),
    );
    for [question, ..] in QUESTIONS {
        position(&mut text, question, person, &mut pick);
    }
    text
}

fn position(text: &mut String, question: &str, person: usize, pick: &mut Pick) {
    let (stance, quotes, says) = pick.one(STANCES);
    let (kind, title) = pick.one(SOURCES);
    let day = 1 + pick.below(20);
    let _ = write!(
        text,
        "      - question: {question}\n        version: 1\n        stance: {stance}\n        date: 2031-04-{day:02}\n        \
        says: {says}\n        entered_by: {}\n        evidence:\n          - kind: {kind}\n            title: {title}\n            \
        date: 2031-04-{day:02}\n            quote: \"{}\"\n            \
        url: https://evidence.example.org/2031/{person}/{question}\n            \
        archived: https://archive.example.org/2031/{person}/{question}\n",
        CHECKERS[0],
        pick.one(quotes),
    );
    let checks = pick.below(4).min(2);
    if checks > 0 {
        text.push_str("        checked:\n");
    }
    for checker in &CHECKERS[1..=checks] {
        let _ = writeln!(text, "          - {{by: {checker}, date: 2031-04-{:02}}}", day + 2);
    }
}

fn leaflet(person: usize) -> String {
    format!(
        "id: leaflet-{person}\n\
        title: Leaflet from the letter box\n\
        kind: leaflet\n\
        election: {ELECTION}\n\
        person: {}\n\
        date: 2031-04\n\
        readings:\n  - by: {}\n    date: 2031-04-12\n    seen: facsimile\n    whole: true\n    looked_for: [{}]\n    \
        found: []\n",
        9_000_000 + person,
        CHECKERS[person % CHECKERS.len()],
        QUESTIONS[0][0],
    )
}
