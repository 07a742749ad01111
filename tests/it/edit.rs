//! Changes to record files: what was asked for changes, every other byte stays.

#![allow(clippy::unwrap_used, reason = "a test that panics has failed, which is what it should do")]

use hustings::edit::{self, Change, EditError, GroupPlace, Item, Step, Value, read};
use hustings::load::RecordKind;
use proptest::prelude::*;

const BALLOT: &str = r#"# A ballot, kept by hand.
id: parl.example-town.2031-05-01
area: {name: Example Town, gss: E14999999}   # as gazetted
seats: 1

candidates:       # in ballot-paper order
  # Asha asked for this spelling.
  - person: 4372
    name: 'Asha O''Example'   # sic
    sort_name: "O'Example, Asha"
    party: pp9001
    positions:
      - question: bins
        stance: supports
        says: |
          Many
          lines # and no comment
    # She rang on Monday.

  # Bo has no party.
  - {person: 12, name: Bo Sample, party: independent}
# The end.
"#;

fn apply(ballot: &str, changes: &[Change]) -> Result<String, EditError> {
    edit::apply(ballot, changes, RecordKind::Ballot.declared())
}

fn candidacy(index: usize) -> GroupPlace {
    GroupPlace::InList { list: "candidates", index }
}

fn set(place: GroupPlace, key: &'static str, value: Value) -> Change {
    Change::Set { place, key, value }
}

fn newcomer(index: usize, id: u32) -> Change {
    let item = Item(vec![("person", Value::plain(id)), ("name", Value::text("Cy: Test"))]);
    Change::Insert { place: GroupPlace::Root, list: "candidates", index, item }
}

#[test]
fn a_changed_value_keeps_its_quotes_and_its_comment() {
    let changes = [
        set(candidacy(0), "name", Value::text("Asha O'Sample")),
        set(candidacy(1), "name", Value::text("Bo [the second]")),
        set(candidacy(0), "status", Value::plain("not_listed")),
        set(candidacy(1), "status", Value::plain("not_listed")),
    ];
    let wanted = BALLOT
        .replace("'Asha O''Example'", "'Asha O''Sample'")
        .replace("    party: pp9001\n", "    party: pp9001\n    status: not_listed\n")
        .replace(
            "name: Bo Sample, party: independent",
            "name: \"Bo [the second]\", party: independent, status: not_listed",
        );
    assert_eq!(apply(BALLOT, &changes).unwrap(), wanted);
}

#[test]
fn a_new_entry_leaves_comments_with_their_entries() {
    let entry = |id| format!("  - person: {id}\n    name: \"Cy: Test\"\n");
    let first = BALLOT.replace("  # Asha asked", &format!("{}\n  # Asha asked", entry(7)));
    assert_eq!(apply(BALLOT, &[newcomer(0, 7)]).unwrap(), first);
    let middle = BALLOT.replace("Monday.\n", &format!("Monday.\n\n{}", entry(7)));
    assert_eq!(apply(BALLOT, &[newcomer(1, 7)]).unwrap(), middle);
    let last = BALLOT.replace("independent}\n", &format!("independent}}\n\n{}\n{}", entry(7), entry(8)));
    assert_eq!(apply(BALLOT, &[newcomer(2, 7), newcomer(2, 8)]).unwrap(), last);
}

#[test]
fn lists_of_every_shape_take_entries() {
    let two = [newcomer(0, 1), newcomer(0, 2)];
    let lines = "  - person: 1\n    name: \"Cy: Test\"\n  - person: 2\n    name: \"Cy: Test\"\n";
    let flow = "{person: 1, name: \"Cy: Test\"}, {person: 2, name: \"Cy: Test\"}";
    for (old, new) in [
        ("id: x\n", format!("id: x\ncandidates:\n{lines}")),
        ("id: x", format!("id: x\ncandidates:\n{lines}")),
        ("id: x\ncandidates:\nlast: y\n", format!("id: x\ncandidates:\n{lines}last: y\n")),
        ("candidates: []  # none\nlast: y\n", format!("candidates:  # none\n{lines}last: y\n")),
        ("candidates: [{person: 3}]\n", format!("candidates: [{flow}, {{person: 3}}]\n")),
        (
            "candidates:\n- person: 3\n",
            format!("candidates:\n{}- person: 3\n", lines.replace("\n  ", "\n").trim_start()),
        ),
    ] {
        assert_eq!(apply(old, &two).unwrap(), new, "{old}");
    }
}

#[test]
fn byte_order_mark_and_line_ends_stay() {
    let old = "\u{feff}id: x\r\ncandidates:\r\n  - person: 1\r\n    name: A\r\n";
    let new = apply(old, &[set(candidacy(0), "status", Value::plain("standing")), newcomer(1, 7)]).unwrap();
    let wanted = "    status: standing\r\n  - person: 7\r\n    name: \"Cy: Test\"\r\n";
    assert_eq!(new, format!("{old}{wanted}"));
}

#[test]
fn a_removed_key_leaves_its_comment() {
    let remove = |index, key| Change::Remove { place: candidacy(index), key };
    let gone = BALLOT.replace("    party: pp9001\n", "").replace(", party: independent", "");
    assert_eq!(apply(BALLOT, &[remove(0, "party"), remove(1, "party"), remove(0, "status")]).unwrap(), gone);
    let kept = BALLOT.replace("name: 'Asha O''Example'   # sic", "# sic");
    assert_eq!(apply(BALLOT, &[remove(0, "name")]).unwrap(), kept);
}

#[test]
fn what_cannot_be_done_safely_is_refused() {
    let status = || set(candidacy(5), "status", Value::plain("died"));
    assert!(matches!(apply(BALLOT, &[status()]), Err(EditError::NoPlace(_))));
    assert!(matches!(apply("a: [1", &[status()]), Err(EditError::Unreadable(_))));
    assert!(matches!(apply("- a\n- b\n", &[status()]), Err(EditError::NoPlace(_))));
}

#[test]
fn a_list_of_texts_grows_in_its_own_shape() {
    let longer = |old: &str, more: &[u32]| {
        let values = more.iter().map(Value::plain).collect();
        apply(old, &[Change::Extend { place: GroupPlace::Root, key: "former", values }]).unwrap()
    };
    assert_eq!(longer("id: x\n", &[1, 2]), "id: x\nformer: [1, 2]\n");
    assert_eq!(longer("former: [1] # kept\nid: x\n", &[2, 3]), "former: [1, 2, 3] # kept\nid: x\n");
    assert_eq!(longer("former: [\"1\", 02]\n", &[3]), "former: [\"1\", 02, 3]\n");
    assert_eq!(longer("former:\n  - 1 # kept\n  - 2\nid: x\n", &[3]), "former:\n  - 1 # kept\n  - 2\n  - 3\nid: x\n");
    assert_eq!(longer("former: # none yet\nid: x\n", &[1]), "former: [1] # none yet\nid: x\n");
}

const TABLE: &str = "# Where it comes from.
kind: postcodes
source:     # the list
  licence: CC0   # asked in May
  credit: >
    Made up
    by nobody.
imported:
  files:
    - a.csv    # the first
    # Jo's copy.
    - b.csv
  counts: [{of: areas, n: 3}, {of: postcodes, n: 7}]   # as counted
";

fn within(map: &'static str, key: &'static str, value: Value) -> Change {
    Change::Set { place: GroupPlace::InMap(map), key, value }
}

fn apply_to_table(changes: &[Change]) -> Result<String, EditError> {
    edit::apply(TABLE, changes, RecordKind::Data.declared())
}

fn texts(texts: &[&str]) -> Value {
    Value::List(texts.iter().map(|text| Value::text(*text)).collect())
}

fn count(of: &str, n: u32) -> Value {
    Value::Map(vec![("of", Value::text(of)), ("n", Value::plain(n))])
}

#[test]
fn keys_of_a_map_in_the_file_change_and_what_says_the_same_already_stays_as_it_is_written() {
    let changes = [
        within("source", "licence", Value::text("OGL 3.0")),
        within("source", "credit", Value::text("Made up by nobody.\n")),
        within("imported", "files", texts(&["a.csv", "c.csv"])),
        within("imported", "counts", Value::List(vec![count("areas", 3), count("postcodes", 8)])),
    ];
    let wanted = TABLE.replace("CC0", "OGL 3.0").replace("b.csv", "c.csv").replace("n: 7", "n: 8");
    assert_eq!(apply_to_table(&changes).unwrap(), wanted);
    let added = TABLE.replace("    by nobody.\n", "    by nobody.\n  url: https://example.org/\n");
    assert_eq!(apply_to_table(&[within("source", "url", Value::text("https://example.org/"))]).unwrap(), added);
    assert!(matches!(apply_to_table(&[within("figure", "unit", Value::text("people"))]), Err(EditError::NoPlace(_))));
}

#[test]
fn a_list_of_another_length_keeps_its_shape() {
    let files = |files: &[&str]| apply_to_table(&[within("imported", "files", texts(files))]).unwrap();
    let block = "    - a.csv    # the first\n    # Jo's copy.\n    - b.csv\n";
    assert_eq!(files(&["d.csv"]), TABLE.replace(block, "    - d.csv\n"));
    assert_eq!(files(&["d.csv", "e.csv", "f.csv"]), TABLE.replace(block, "    - d.csv\n    - e.csv\n    - f.csv\n"));
    let counts = [within("imported", "counts", Value::List(vec![count("areas", 4)]))];
    let wanted = TABLE.replace("[{of: areas, n: 3}, {of: postcodes, n: 7}]", "[{of: areas, n: 4}]");
    assert_eq!(apply_to_table(&counts).unwrap(), wanted);
}

#[test]
fn several_entries_at_the_end_of_a_list_keep_their_order() {
    let at_end = [newcomer(usize::MAX, 71), newcomer(usize::MAX, 72), newcomer(usize::MAX, 73)];
    for ballot in [BALLOT, "id: a\n", "candidates: [{person: 1, name: A}]\n", "candidates:\n"] {
        let new = apply(ballot, &at_end).unwrap_or_else(|why| panic!("{ballot}: {why}"));
        let places = ["71", "72", "73"].map(|id| new.find(&format!("person: {id}")).expect("the new entry"));
        assert!(places.is_sorted(), "{new}");
    }
}

/// An answer with its evidence, and a note on it, for one of the candidates.
fn answer(index: usize) -> Change {
    let evidence = Item(vec![("kind", Value::plain("reply")), ("quote", Value::text("Yes: now."))]);
    let note = Item(vec![("by", Value::text("sam")), ("why", Value::text("So."))]);
    let item = Item(vec![
        ("question", Value::plain("bins")),
        ("evidence", Value::Entries(vec![evidence.clone(), evidence])),
        ("note", Value::Group(note)),
    ]);
    let place = GroupPlace::At(vec![Step::Key("candidates".into()), Step::Entry(index)]);
    Change::Insert { place, list: "positions", index: usize::MAX, item }
}

#[test]
fn an_entry_of_a_deeper_list_stands_in_lines_of_its_own() {
    let lines = "
      - question: bins
        evidence:
          - kind: reply
            quote: \"Yes: now.\"
          - kind: reply
            quote: \"Yes: now.\"
        note:
          by: sam
          why: So.
";
    let comment = "    # She rang on Monday.\n";
    let wanted = BALLOT.replace(&format!("\n{comment}"), &format!("{lines}{comment}"));
    assert_eq!(apply(BALLOT, &[answer(0)]).unwrap(), wanted);
    let evidence = "{kind: reply, quote: \"Yes: now.\"}";
    let flow = format!(
        "party: independent, positions: [{{question: bins, evidence: [{evidence}, {evidence}], note: {{by: sam, why: So.}}}}]}}"
    );
    assert_eq!(apply(BALLOT, &[answer(1)]).unwrap(), BALLOT.replace("party: independent}", &flow));
    let missing =
        apply("id: x\ncandidates:\n  - person: 1\n    name: A\n    former: [2]\n", &[answer(0), newcomer(0, 7)])
            .unwrap();
    let entry = format!("    name: A\n    former: [2]\n    positions:{lines}");
    assert_eq!(missing, format!("id: x\ncandidates:\n  - person: 7\n    name: \"Cy: Test\"\n  - person: 1\n{entry}"));
}

/// Ways to write one ballot that `check` reads; all say the same.
const WAYS: [(&str, &str); 27] = [
    (
        "plain",
        "id: x\narea: {name: T}\ncandidates:\n  - person: 1\n    name: A\n    former: [2]\n  - person: 3\n    name: B\n",
    ),
    (
        "comment above the mark",
        "# yaml-language-server: $schema=ballot.json\n---\nid: x\narea: {name: T}\ncandidates:\n  - person: 1\n    name: A\n    former: [2]\n  - person: 3\n    name: B\n",
    ),
    (
        "directive",
        "%YAML 1.2\n---\nid: x\narea: {name: T}\ncandidates:\n  - person: 1\n    name: A\n    former: [2]\n  - person: 3\n    name: B\n",
    ),
    (
        "comment at the mark",
        "--- # mine\nid: x\narea: {name: T}\ncandidates:\n  - person: 1\n    name: A\n    former: [2]\n  - person: 3\n    name: B\n",
    ),
    (
        "blank lines above the mark",
        "\n# one\n\n# two\n---\n# three\nid: x\narea: {name: T}\ncandidates:\n  - person: 1\n    name: A\n    former: [2]\n  - person: 3\n    name: B\n",
    ),
    (
        "end mark",
        "---\nid: x\narea: {name: T}\ncandidates:\n  - person: 1\n    name: A\n    former: [2]\n  - person: 3\n    name: B\n...\n# after\n",
    ),
    (
        "windows",
        "# a\r\n---\r\nid: x\r\narea: {name: T}\r\ncandidates:\r\n  - person: 1\r\n    name: A\r\n    former: [2]\r\n  - person: 3\r\n    name: B\r\n...\r\n",
    ),
    (
        "quoted keys",
        "\"id\": x\n'area': {\"name\": T}\n\"candidates\":\n  - \"person\": 1\n    'name': A\n    \"former\": [2]\n  - person: 3\n    name: B\n",
    ),
    (
        "root between braces",
        "{id: x, area: {name: T}, candidates: [{person: 1, name: A, former: [2]}, {person: 3, name: B}]}\n",
    ),
    (
        "root between braces at the mark",
        "--- {id: x, area: {name: T}, candidates: [{person: 1, name: A, former: [2]}, {person: 3, name: B}]}\n",
    ),
    (
        "lists over lines",
        "id: x\narea: {name: T}\ncandidates: [\n  {person: 1, name: A, former: [2]},\n  {person: 3,\n   name: B}\n]\n",
    ),
    (
        "comma at the end",
        "id: x\narea: {name: T,}\ncandidates: [\n  {person: 1, name: A, former: [2,],},\n  {person: 3, name: B},\n]\n",
    ),
    (
        "space before the colon",
        "id : x\narea : {name : T}\ncandidates :\n  - person : 1\n    name : A\n    former : [2]\n  - person : 3\n    name : B\n",
    ),
    (
        "wide dash",
        "id: x\narea: {name: T}\ncandidates:\n  -   person: 1\n      name: A\n      former: [2]\n  -   person: 3\n      name: B\n",
    ),
    (
        "dash alone",
        "id: x\narea: {name: T}\ncandidates:\n  -\n    person: 1\n    name: A\n    former: [2]\n  -\n    person: 3\n    name: B\n",
    ),
    (
        "comment after the dash",
        "id: x\narea: {name: T}\ncandidates:\n  - # Asha\n    person: 1\n    name: A\n    former: [2]\n  - # Bo\n    person: 3\n    name: B\n",
    ),
    (
        "list not indented",
        "id: x\narea: {name: T}\ncandidates:\n- person: 1\n  name: A\n  former: [2]\n- person: 3\n  name: B\n",
    ),
    (
        "deep indents",
        "id: x\narea:\n       name: T\ncandidates:\n       - person: 1\n         name: A\n         former:\n                - 2\n       - person: 3\n         name: B\n",
    ),
    (
        "no line end at the end",
        "id: x\narea: {name: T}\ncandidates:\n  - person: 1\n    name: A\n    former: [2]\n  - person: 3\n    name: B",
    ),
    (
        "value on the next line",
        "id:\n  x\narea:\n  {name: T}\ncandidates:\n  - person: 1\n    name: # so she says\n      A\n    former:\n      [2]\n  - person: 3\n    name:\n      B\n",
    ),
    (
        "literal text",
        "id: x\narea: {name: T}\ncandidates:\n  - person: 1\n    name: |-\n      A\n    former: [2]\n  - person: 3\n    name: >-\n      B\n",
    ),
    (
        "spaces at line ends",
        "id: x  \narea: {name: T}  \ncandidates:  \n  - person: 1  \n    name: A  \n    former: [2]  \n  - person: 3  \n    name: B  \n",
    ),
    (
        "keys in another order",
        "candidates:\n  - name: A\n    former: [2]\n    person: 1\n  - name: B\n    person: 3\narea: {name: T}\nid: x\n",
    ),
    (
        "blank lines and notes",
        "id: x\n\narea: {name: T}\n\ncandidates:\n\n  # one\n\n  - person: 1\n\n    # hers\n    name: A\n    former: [2]\n\n  # two\n  - person: 3\n    name: B\n\n# end\n",
    ),
    (
        "keys asked for",
        "? id\n: x\narea: {name: T}\ncandidates:\n  - ? person\n    : 1\n    name: A\n    former: [2]\n  - person: 3\n    name: B\n",
    ),
    (
        "words over two lines",
        "id: x\narea: {name: T}\ncandidates:\n  - person: 1\n    name: \"A\\\n      \"\n    former: [2]\n  - person: 3\n    name: B\n",
    ),
    (
        "area in lines",
        "id: x\narea:\n  # gazetted\n  name: T # so\ncandidates:\n  - person: 1\n    name: A\n    former:\n      - 2 # old\n  - person: 3\n    name: B\n",
    ),
];

#[test]
fn every_way_to_write_a_record_can_be_changed() {
    let wanted = [
        set(candidacy(0), "name", Value::text("Zoë")),
        set(candidacy(0), "status", Value::plain("not_listed")),
        set(candidacy(1), "status", Value::plain("died")),
        Change::Set { place: GroupPlace::Root, key: "nation", value: Value::plain("wales") },
        Change::Extend { place: candidacy(0), key: "former", values: vec![Value::plain(7)] },
        Change::Extend { place: candidacy(1), key: "former", values: vec![Value::plain(8)] },
        Change::Replace {
            path: vec![Step::Key("candidates".into()), Step::Entry(1), Step::Key("person".into())],
            value: Value::plain(4),
        },
        Change::Replace {
            path: vec![Step::Key("candidates".into()), Step::Entry(0), Step::Key("former".into()), Step::Entry(0)],
            value: Value::plain(9),
        },
        newcomer(0, 10),
        newcomer(1, 11),
        newcomer(2, 12),
        answer(0),
        answer(1),
    ];
    let mut wrong = Vec::new();
    for (way, text) in WAYS {
        for (number, change) in wanted.iter().enumerate() {
            if let Err(error) = apply(text, std::slice::from_ref(change)) {
                wrong.push(format!("{way}, change {number}: {error}"));
            }
        }
        match apply(text, &wanted) {
            Ok(new) => {
                let notes = |text: &str| {
                    text.lines().filter_map(|line| Some(line.split_once('#')?.1.trim().to_owned())).collect::<Vec<_>>()
                };
                if notes(text) != notes(&new) {
                    wrong.push(format!("{way}: other notes in {new}"));
                }
            }
            Err(error) => wrong.push(format!("{way}: {error}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn quotes_stand_only_where_yaml_needs_them() {
    let spelled = |text: &str| Value::text(text).to_block();
    assert_eq!(spelled("Ynys Môn"), "Ynys Môn");
    assert_eq!(spelled("Ayr, Carrick and Cumnock"), "Ayr, Carrick and Cumnock");
    assert_eq!(spelled("O'Example, Ann"), "O'Example, Ann");
    for word in ["No", "Null", "1e3", "2015", "2015-05-07", "~", "-", "a: b", "a #b", "x:", "0x1F", ".5"] {
        assert_eq!(spelled(word), format!("\"{word}\""));
    }
    assert_eq!(spelled("'77 Example"), "\"'77 Example\"");
    assert_eq!(spelled("\"Spoon\" Example"), "'\"Spoon\" Example'");
    let area = Value::Map(vec![("name", Value::text("Ayr, Carrick")), ("gss", Value::plain("S14000006"))]);
    assert_eq!(area.to_block(), "{name: \"Ayr, Carrick\", gss: S14000006}");
    let ids = Value::List(vec![Value::text("PP53"), Value::text("party:53")]);
    assert_eq!(ids.to_block(), "[PP53, \"party:53\"]");
}

/// A text reads back as itself in whatever quotes it is put: those that were there, on a line of its own and in brackets.
fn reads_back(text: &str) -> Result<(), TestCaseError> {
    let way = |keys: &[&str]| keys.iter().map(|key| Step::Key((*key).to_owned())).collect::<Vec<_>>();
    for before in ["a: b\n", "a: 'b'\n", "a: \"b\"\n", "z: {a: b}\n", "z: {a: 'b', c: d}\n", "z: {a: \"b\", c: d}\n"] {
        let path = way(if before.starts_with('z') { &["z", "a"] } else { &["a"] });
        let after = apply(before, &[Change::Replace { path, value: Value::text(text) }]);
        let after = after.map_err(|why| TestCaseError::fail(format!("{before:?}: {why}")))?;
        let root = read(&after).map_err(|why| TestCaseError::fail(format!("{after:?}: {why}")))?;
        let map = root.get("z").unwrap_or(&root);
        prop_assert_eq!(map.get("a").and_then(|value| value.text()), Some(text), "{:?}", after);
    }
    Ok(())
}

proptest! {
    #[test]
    fn every_text_reads_back_as_itself(text in any::<String>()) {
        reads_back(&text)?;
    }

    #[test]
    fn texts_of_yaml_signs_read_back(text in "[-?:,\\[\\]{}#&*!|>'\"%@`=~<. 0-9a-fnoyNOxe\\\\\t\n]{0,12}") {
        reads_back(&text)?;
    }
}
