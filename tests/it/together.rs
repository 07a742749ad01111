//! One run tells every error: of two slips in one file, all that is told of each alone, and nothing else.

mod files;

use std::collections::BTreeSet;

use crate::support::SiteFixture;
use files::{File, Rule};

/// What is told of a slip: file, code, message.
type Told = Vec<(String, String, String)>;

/// One line of a file written otherwise.
struct Slip {
    name: String,
    /// The key that is left out or malformed.
    key: String,
    is_malformed: bool,
    line: usize,
    text: String,
    /// The lines without which the rule that it breaks cannot be judged.
    reads: BTreeSet<usize>,
}

impl Slip {
    /// Whether neither takes away what the rule of the other asks for.
    fn is_apart_from(&self, other: &Self) -> bool {
        self.line != other.line && !self.reads.contains(&other.line) && !other.reads.contains(&self.line)
    }
}

/// The number of the one line that holds a text.
fn line_of(file: &File, part: &str) -> usize {
    let mut lines = file.text.lines().enumerate().filter(|(_, line)| line.contains(part));
    let (number, _) = lines.next().unwrap_or_else(|| panic!("{} does not hold {part:?}", file.name));
    assert!(lines.next().is_none(), "{} holds {part:?} more than once", file.name);
    number
}

/// The errors of a site in which some lines of a file are written otherwise.
fn errors(site: &SiteFixture, file: &File, slips: &[&Slip]) -> Told {
    let mut lines: Vec<&str> = file.text.lines().collect();
    slips.iter().for_each(|slip| lines[slip.line] = &slip.text);
    std::fs::write(site.path(file.name), lines.join("\n") + "\n").expect("a file to write");
    let found = site.check().into_iter().filter(|one| one.severity == "error");
    let mut told: Told = found.map(|one| (one.file, one.code, one.message)).collect();
    told.sort();
    told
}

/// What each key of a file may be: left out, or no value of its kind.
fn slips_of_keys(file: &File) -> Vec<Slip> {
    let mut slips = Vec::new();
    for (line, text) in file.text.lines().enumerate() {
        let (key, value) = text.split_once(": ").unwrap_or((text, ""));
        if value.is_empty() || value.starts_with(['[', '{']) {
            continue;
        }
        let name = key.trim_start_matches([' ', '-']);
        let before = &key[..key.len() - name.len()];
        let missing = (false, format!("{before}# {name}"));
        for (is_malformed, text) in [missing, (true, format!("{before}{name}: \"\\a\""))] {
            let what = if is_malformed { "malformed" } else { "missing" };
            let (key, name) = (format!("“{name}”"), format!("“{name}” {what} on line {}", line + 1));
            slips.push(Slip { name, key, is_malformed, line, text, reads: BTreeSet::new() });
        }
    }
    slips
}

fn slip_of_rule(file: &File, Rule { breaks, by, reads, .. }: &Rule) -> Slip {
    let line = line_of(file, breaks);
    let text = file.text.lines().nth(line).unwrap_or_default().replace(breaks, by);
    let reads = reads.iter().map(|part| line_of(file, part)).collect();
    Slip { name: format!("“{by}”"), key: String::new(), is_malformed: false, line, text, reads }
}

fn judge(file: &File) {
    let site = SiteFixture::base();
    let site = file.beside.iter().fold(site, |site, (name, text)| site.file(name, text)).file(file.name, file.text);
    assert_eq!(errors(&site, file, &[]), [], "{} is right as it is", file.name);
    let alone = |slip: Slip| {
        let told = errors(&site, file, &[&slip]);
        (slip, told)
    };
    let rules: Vec<(Slip, Told)> = file.rules.iter().map(|rule| alone(slip_of_rule(file, rule))).collect();
    for ((slip, told), rule) in rules.iter().zip(file.rules) {
        let codes: Vec<&str> = told.iter().map(|(_, code, _)| code.as_str()).collect();
        assert_eq!(codes, [rule.code], "{} {}: {told:?}", file.name, slip.name);
    }
    // Some keys may be left out; some are only needed where others are left out too, which several rules tell.
    let says = |slip: &Slip, told: &Told| slip.is_malformed || told.iter().any(|one| one.2.contains(&slip.key));
    let keys: Vec<_> = slips_of_keys(file).into_iter().map(alone).filter(|(slip, told)| says(slip, told)).collect();
    for (slip, told) in &keys {
        assert_eq!(told.len(), 1, "{}: {} has one consequence: {told:?}", file.name, slip.name);
    }
    assert!(keys.len() >= file.keys, "{}: {} of its keys have slips", file.name, keys.len());
    let wrong: Vec<String> = sets(&rules).iter().flat_map(|set| amiss(&site, file, set, &keys)).collect();
    assert!(wrong.is_empty(), "{}: {}\n{}", file.name, wrong.len(), wrong.join("\n"));
}

/// The slips of rules in sets of those that do not speak of the same lines.
fn sets(rules: &[(Slip, Told)]) -> Vec<Vec<&(Slip, Told)>> {
    let mut sets: Vec<Vec<&(Slip, Told)>> = Vec::new();
    for rule in rules {
        match sets.iter_mut().find(|set| set.iter().all(|(one, _)| one.is_apart_from(&rule.0))) {
            Some(set) => set.push(rule),
            None => sets.push(vec![rule]),
        }
    }
    sets
}

/// Where all rules of a set are broken, and one key with them: what is told too little or too much.
fn amiss(site: &SiteFixture, file: &File, set: &[&(Slip, Told)], keys: &[(Slip, Told)]) -> Vec<String> {
    let mut amiss = Vec::new();
    for key in keys.iter().map(Some).chain([None]) {
        let apart = |rule: &&&(Slip, Told)| key.is_none_or(|(key, _)| rule.0.is_apart_from(key));
        let all: Vec<_> = set.iter().filter(apart).copied().chain(key).collect();
        let slips: Vec<&Slip> = all.iter().map(|(slip, _)| slip).collect();
        let mut expected: Told = all.iter().flat_map(|(_, told)| told.clone()).collect();
        expected.sort();
        let told = errors(site, file, &slips);
        let name = key.map_or("the rules alone", |(key, _)| &key.name);
        let lacks = expected.iter().filter(|one| !told.contains(one)).map(|one| format!("{name}: lacks {one:?}"));
        let more = told.iter().filter(|one| !expected.contains(one)).map(|one| format!("{name}: tells {one:?}"));
        amiss.extend(lacks.chain(more));
    }
    amiss
}

#[test]
fn of_a_ballot_one_run_tells_all() {
    judge(&files::BALLOT);
}

#[test]
fn of_a_party_one_run_tells_all() {
    judge(&files::PARTY);
}

#[test]
fn of_an_election_one_run_tells_all() {
    judge(&files::ELECTION);
}

#[test]
fn of_an_event_one_run_tells_all() {
    judge(&files::EVENT);
}

#[test]
fn of_a_round_of_asking_one_run_tells_all() {
    judge(&files::ASK);
}

#[test]
fn of_a_document_one_run_tells_all() {
    judge(&files::DOCUMENT);
}
