//! Text from outside: no character that controls something, turns words round or marks a language unseen comes in by any way,
//! and none reaches a terminal.

use std::ffi::OsString;
use std::fs;

use hustings::cli::Exit;
use rayon::prelude::*;

use crate::record_format::{document, example, example_site};
use crate::support::{RunOutcome, SiteFixture, files_under, run_on};

/// Some of every kind, from the lowest to the highest.
const CONTROLS: [char; 26] = [
    '\0',
    '\u{1}',
    '\u{7}',
    '\u{8}',
    '\u{b}',
    '\u{c}',
    '\u{e}',
    '\u{1b}',
    '\u{1f}',
    '\u{7f}',
    '\u{80}',
    '\u{85}',
    '\u{9b}',
    '\u{9f}',
    '\u{202d}',
    '\u{202e}',
    '\u{fdd0}',
    '\u{fdef}',
    '\u{fffe}',
    '\u{ffff}',
    '\u{1fffe}',
    '\u{e0000}',
    '\u{e0001}',
    '\u{e001f}',
    '\u{effff}',
    '\u{10ffff}',
];

/// What made a script of an unseen language: its tag, and more, in tag characters.
fn payload() -> String {
    let tags = "cy\"><script>alert(1)</script>".chars().filter_map(|c| char::from_u32(0xe0000 + u32::from(c)));
    std::iter::once('\u{e0001}').chain(tags).chain(['\u{e007f}']).collect()
}

fn is_control(c: char) -> bool {
    CONTROLS.contains(&c)
}

fn has_error_in(site: &SiteFixture, file: &str) -> bool {
    site.check().iter().any(|found| found.file == file && found.severity == "error")
}

#[test]
fn every_file_that_people_write_is_refused() {
    let text = document();
    let mut files: Vec<&str> = example(&text).into_iter().map(|(name, _)| name).collect();
    files.extend(["content/data/map.hexjson", "themes/default/lang/en.ftl", "themes/default/templates/extra.html"]);
    assert!(
        ["txt", "csv", "hexjson", "md", "yaml"].iter().all(|end| files.iter().any(|file| file.ends_with(end))),
        "{files:?}"
    );
    let whole = || {
        example_site()
            .file("content/data/map.hexjson", "{}")
            .file("themes/default/lang/en.ftl", "home = Home\n")
            .file("themes/default/templates/extra.html", "<p>More</p>\n")
    };
    files.par_iter().for_each(|file| {
        let site = whole();
        let before = fs::read_to_string(site.path(file)).expect("a file");
        for bad in CONTROLS.iter().map(char::to_string).chain([payload()]) {
            fs::write(site.path(file), format!("{before}\n# {bad}\n")).expect("a file");
            assert!(has_error_in(&site, file), "{file} lets {bad:?} in");
        }
    });
}

#[test]
fn every_field_refuses_the_escapes_that_stand_for_them() {
    let text = document();
    let pair = regex::Regex::new(r##"(?m)^[ -]*(?:[a-z_]+: \{)?.*?\b[a-z_]+: ([^\s{}\[\],"'|>#&*][^{}\[\],"'#\n]*)"##)
        .expect("a pattern");
    let mut places = Vec::new();
    for (name, body) in example(&text) {
        let end = if name.ends_with(".yaml") { body.len() } else { body[3..].find("\n---").map_or(0, |at| at + 4) };
        let mut from = 0;
        while let Some(value) = pair.captures_at(&body[..end], from).and_then(|found| found.get(1)) {
            let value = value.start()..value.start() + value.as_str().trim_end().len();
            from = value.end;
            places.push((name, body, value));
        }
    }
    assert!(places.len() > 120, "{} places", places.len());
    places.par_iter().for_each(|(name, body, value)| {
        let mut changed = (*body).to_owned();
        changed.replace_range(value.clone(), r#""x\U000E0001\U000E0063\U000E0079y""#);
        let site = example_site().file(name, changed);
        assert!(has_error_in(&site, name), "{name} lets it in instead of {:?}", &body[value.clone()]);
    });
}

#[test]
fn escapes_in_the_words_of_a_theme_are_refused() {
    for escape in [r"\u202E", r"\uFFFF", r"\U0E0001", r"\u001b"] {
        let words = format!("home = {{ \"{escape}\" }} Home\n");
        let site = SiteFixture::base().file("themes/default/lang/en.ftl", words);
        let found = site.check();
        let places: Vec<_> = found.iter().map(crate::support::Found::place_and_code).collect();
        assert_eq!(places, ["themes/default/lang/en.ftl:1:11 bad-theme"], "{escape}");
    }
}

fn run(site: &SiteFixture, words: &[&str]) -> RunOutcome {
    let start: [OsString; 3] = ["hustings".into(), "-C".into(), site.path("").into()];
    // The files of a trial lie in the site.
    let word = |word: &&str| if word.starts_with("hostile") { site.path(word).into() } else { OsString::from(word) };
    run_on("2031-04-21", start.into_iter().chain(words.iter().map(word)))
}

/// What an import of a hostile file left: either nothing, or records without any such character.
fn stays_clean(site: &SiteFixture, what: &str, ran: &RunOutcome) {
    assert!(matches!(ran.exit, Exit::Clean | Exit::Errors | Exit::Environment), "{what}: {:?}", ran.exit);
    assert!(!ran.out.contains(is_control) && !ran.err.contains(is_control), "{what}: {:?}{:?}", ran.out, ran.err);
    for file in files_under(&site.path("")).iter().filter(|file| !file.starts_with("hostile")) {
        let text = fs::read_to_string(site.path(file)).expect("a file");
        assert!(!text.contains(is_control), "{what} put one into {file}");
    }
    let found = site.check();
    assert!(found.iter().all(|found| found.code != "malformed"), "{what} made {found:?}");
}

const ABOUT: [&str; 6] =
    ["--title=Hostile", "--publisher=Nobody", "--licence=CC0", "--credit=Made up.", "--date=2030", "--boundaries=2030"];

#[test]
fn imports_let_none_in() {
    for bad in CONTROLS.iter().step_by(4).map(char::to_string).chain([payload()]) {
        let site = SiteFixture::base().file(
            "hostile.csv",
            format!(
                "id,name,election,ballot_paper_id,election_date,party_id,party_name,post_label\n\
                 1,Asha {bad}Example,parl.2031-05-01,parl.example-town.2031-05-01,2031-05-01,PP9001,Harbour{bad},Example{bad} Town\n"
            ),
        );
        stays_clean(&site, "a list", &run(&site, &["import", "candidates", "hostile.csv"]));
        let site = SiteFixture::base()
            .file("hostile.csv", format!("area{bad},value{bad}\nE14999901,1{bad}2\nPond{bad} Lane,13\n"));
        let words = [&["import", "figures", "hostile.csv", "--says=ponds", "--unit=count"], &ABOUT[..]].concat();
        stays_clean(&site, "figures", &run(&site, &words));
        let site = SiteFixture::base().file(
            "hostile.json",
            format!(
                "{{\"layout\":\"odd-r\",\"hexes\":{{\"E14999901\":{{\"n\":\"Pond{bad} Lane\",\"q\":0,\"r\":0}}}}}}"
            ),
        );
        stays_clean(&site, "a map", &run(&site, &[&["import", "map", "hostile.json"], &ABOUT[..]].concat()));
        let site = SiteFixture::base()
            .file("hostile.csv", format!("pcd{bad},pcon\nEX1 2AB,E14{bad}999901\n{bad}EX1 2AC,E14999901\n"));
        stays_clean(
            &site,
            "postcodes",
            &run(&site, &[&["import", "postcodes", "hostile.csv", "--source-title=Hostile"], &ABOUT[1..4]].concat()),
        );
    }
}

#[test]
fn texts_that_strangers_wrote_are_cleaned() {
    let record = "id: leaflet\ntitle: A leaflet\nkind: leaflet\nelection: test.2031-05-01\nperson: 11\nfiles:\n";
    for (name, begin, end) in [
        ("a.txt", "We promise a pond. ", "\n"),
        ("a.html", "<html><body><p>We promise a pond. It is clean and green all year. ", "</p></body></html>"),
    ] {
        let all: String = CONTROLS.iter().skip(1).collect::<String>() + &payload();
        let site = SiteFixture::base()
            .file("candidates/documents/leaflet.yaml", format!("{record}  - file: {name}\n"))
            .file(&format!("content/documents/{name}"), format!("{begin}£{all}\n<<<<<<< HEAD\n{end}"));
        let ran = site.hustings().args(["transcribe", "--date", "2031-04-13"]).assert().success();
        assert!(site.path("candidates/documents/leaflet.txt").exists(), "{ran}");
        let text = fs::read_to_string(site.path("candidates/documents/leaflet.txt")).expect("a text");
        assert!(text.contains("We promise a pond") && !text.contains(is_control), "{text:?}");
        assert_eq!(site.check(), [], "{name}");
        let site = site.build();
        for file in files_under(&site.path("public")).iter().filter(|file| !file.ends_with(".png")) {
            let page = String::from_utf8_lossy(&fs::read(site.path("public").join(file)).expect("a file")).into_owned();
            assert!(!page.contains("<script>alert") && !page.contains(is_control), "{file}");
        }
    }
}

#[test]
fn names_of_files_do_nothing_to_a_terminal() {
    let name = "content/pages/\u{1b}]0;owned\u{7}\u{9b}2J\u{202e}\nx.md";
    let site = SiteFixture::base().file(name, "no front matter").file("candidates/a\u{1b}[31m/b.yaml", "x: 1");
    for words in [&["check"][..], &["check", "--format", "json"], &["check", "--format", "github"], &["build"]] {
        let ran = run(&site, words);
        assert_eq!(ran.exit, Exit::Errors);
        assert!(
            !ran.out.contains(is_control) && !ran.err.contains(is_control),
            "{words:?}: {:?} {:?}",
            ran.out,
            ran.err
        );
    }
    let json = run(&site, &["check", "--format", "json"]).out;
    let found: Vec<crate::support::Found> = serde_json::from_str(&json).expect("JSON");
    assert!(found.iter().any(|found| found.file == name), "programs get the name itself: {found:?}");
    let strange = "no\u{1b}[2Jthing\u{202e}";
    for words in [
        &["import", "candidates", strange][..],
        &["import", "map", strange],
        &["mentions", strange],
        &["read", strange],
        &["status", strange],
        &["transcribe", strange],
        &["init", "a/../hustings.yaml\u{1b}[2J/x"],
        &[strange],
    ] {
        let ran = run(&SiteFixture::base(), words);
        assert!(
            !ran.out.contains(is_control) && !ran.err.contains(is_control),
            "{words:?}: {:?} {:?}",
            ran.out,
            ran.err
        );
    }
}

#[test]
fn a_first_word_is_never_lost() {
    let file = "candidates/test.2031-05-01/pond-lane.yaml";
    let cases = [
        ("    name: Asha Example", "    name: &Asha Example", "5:11"),
        ("quote: I would", "quote: !I would", "17:20"),
        ("area: {name: Pond Lane}", "area: {name: !Pond Lane}", "2:14"),
        ("area: {name: Pond Lane}", "area: {!name: Pond Lane}", "2:8"),
        ("  - person: 11", "  - !x person: 11", "4:5"),
        ("candidates:\n", "&candidates:\n", "3:1"),
    ];
    for (from, to, place) in cases {
        let site = SiteFixture::base().replace(file, from, to);
        let found = site.check();
        let places: Vec<_> =
            found.iter().map(|found| format!("{}:{} {}", found.line, found.column, found.code)).collect();
        assert_eq!(places, [format!("{place} unquoted-sign")], "{to}: {found:?}");
        assert!(found[0].help.contains("in quotes"), "{}", found[0].help);
    }
    let quoted = SiteFixture::base().replace(file, "name: Asha Example", "name: \"&Asha !Example\"");
    assert_eq!(quoted.check(), []);
    let block = SiteFixture::base().replace(
        file,
        "quote: I would clean it.",
        "quote: |\n              !Yes & &c.\n              !no",
    );
    assert_eq!(block.check(), []);
}

#[test]
fn what_a_merge_left_is_reported_in_every_kind_of_file() {
    let marks = "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n";
    let text = document();
    for (name, body) in example(&text) {
        let site = example_site().file(name, format!("{body}{marks}"));
        let found = site.check();
        let line = body.lines().count() + 1;
        assert!(
            found.iter().any(|f| f.code == "merge-conflict" && f.file == name && f.line as usize == line),
            "{name}: {found:?}"
        );
        assert!(found.iter().all(|found| found.file != name || found.code == "merge-conflict"), "{name}: {found:?}");
    }
    for name in ["templates/extra.html", "static/extra.css", "lang/en.ftl"] {
        let file = format!("themes/default/{name}");
        let found = SiteFixture::base().file(&file, marks).check();
        assert_eq!(
            found.iter().map(crate::support::Found::place_and_code).collect::<Vec<_>>(),
            [format!("{file}:1:1 merge-conflict")]
        );
    }
    let block = "terms:\n  - id: ward\n    term: ward\n    means: |\n      A part.\n<<<<<<< HEAD\n      One.\n=======\n      Two.\n>>>>>>> jo\n";
    let found = SiteFixture::base().file("content/glossary.yaml", block).check();
    assert_eq!(
        found.iter().map(crate::support::Found::place_and_code).collect::<Vec<_>>(),
        ["content/glossary.yaml:6:1 merge-conflict"]
    );
    assert!(found[0].message.contains("left over from a merge") && found[0].help.contains("choose one side"));
}

#[test]
fn the_address_of_the_campaign_is_one_to_which_mail_can_go() {
    let with = |email: &str| {
        SiteFixture::base().replace(
            "hustings.yaml",
            "title: A test\n",
            &format!("title: A test\ncontact: {{email: '{email}'}}\n"),
        )
    };
    for email in ["us@example.org", "first.last+tag@sub.example.org", "post@böcke.example.org"] {
        assert_eq!(with(email).check(), [], "{email}");
    }
    for email in [
        "example.org",
        "us@",
        "@example.org",
        "us@localhost",
        "us@127.0.0.1",
        "Us <us@example.org>",
        "mailto:us@example.org",
        "us@example.org, them@example.org",
        "us@example.org?cc=them@example.org",
        "\"us\\\"><script>\"@example.org",
        "us%40example.org@example.org",
        ".us@example.org",
        "us@example.org.",
    ] {
        let found = with(email).check();
        let places: Vec<_> = found.iter().map(crate::support::Found::place_and_code).collect();
        assert_eq!(places, ["hustings.yaml:2:18 malformed"], "{email}");
    }
}

#[test]
fn no_cell_of_a_published_table_is_a_formula_and_imports_read_it_back() {
    let ballot = "candidates/test.2031-05-01/pond-lane.yaml";
    for text in ["=1+1", "+44", "-1", "@SUM(1)", "'=1", "＝1+1"] {
        let site = SiteFixture::base()
            .replace(ballot, "name: Asha Example", &format!("name: \"{text}\""))
            .replace(ballot, "quote: I would clean it.", &format!("says: \"{text}\""))
            .build();
        let mut csv = csv::Reader::from_path(site.path("public/data/candidates.csv")).expect("a table");
        let at = csv.headers().expect("a head").iter().position(|name| name == "name").expect("names");
        let names: Vec<String> =
            csv.records().map(|row| row.expect("a row").get(at).expect("a cell").to_owned()).collect();
        let cell = format!("'{text}");
        assert!(names.contains(&cell), "{names:?}");
        assert!(site.page("data/site.json").contains(text) && !site.page("data/site.json").contains(&cell), "{text}");
        assert!(site.page("data/datapackage.json").contains("apostrophe"));
        // What was published comes back.
        let list = format!(
            "id,name,election,ballot_paper_id,election_date,party_id,party_name,post_label\n\
             1,{cell},parl.2031-05-01,parl.example-town.2031-05-01,2031-05-01,PP9001,Harbour Alliance,Example Town\n"
        );
        let other = SiteFixture::base().file("list.csv", list);
        let file = other.path("list.csv").to_string_lossy().into_owned();
        assert_eq!(run(&other, &["import", "candidates", &file]).exit, Exit::Clean);
        let written = fs::read_to_string(other.path("candidates/parl.2031-05-01/example-town.yaml")).expect("a ballot");
        let quoted = [format!("name: \"{text}\"\n"), format!("name: {text}\n"), format!("name: '{text}'\n")];
        assert!(quoted.iter().any(|line| written.contains(line)), "{text}: {written}");
    }
}
