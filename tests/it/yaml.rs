//! The tree of a text: values, places, and what is wrong with the text itself.

use hustings::yaml::{Node, NodeValue, Style, Tree, tree};

/// A value in one line, with the lines and columns at which lists and groups begin and end.
fn told(node: &Node<'_>) -> String {
    let (begin, end) = (node.begin.pos, node.end.pos);
    let around = |inside: Vec<String>| {
        format!("{}:{}({}){}:{}", begin.line, begin.column, inside.join(", "), end.line, end.column)
    };
    match &node.value {
        NodeValue::Scalar(scalar) => match scalar.style {
            Style::Plain | Style::Signed => scalar.text.to_string(),
            Style::Quoted => format!("“{}”", scalar.text),
            Style::Block => format!("|{:?}", scalar.text),
        },
        NodeValue::List(list) => around(list.iter().map(told).collect()),
        NodeValue::Group(pairs) => {
            around(pairs.iter().map(|(key, value)| format!("{}: {}", told(key), told(value))).collect())
        }
    }
}

fn root(text: &str) -> String {
    tree(text).root.as_ref().map_or_else(|| "nothing".to_owned(), told)
}

fn troubles(text: &str) -> Vec<String> {
    let Tree { troubles, .. } = tree(text);
    troubles.iter().map(|t| format!("{}:{} {}", t.pos.line, t.pos.column, t.code)).collect()
}

#[test]
fn values_come_with_their_places() {
    assert_eq!(root("a: x y\nb: \"é\\n\"\n"), "1:1(a: x y, b: “é\n”)2:9");
    assert_eq!(
        root("a:\n  - b: 1\n    c: [x, {d: 2}]\n  - e\n"),
        "1:1(a: 2:3(2:5(b: 1, c: 3:8(x, 3:12(d: 2)3:18)3:19)3:19, e)4:6)4:6"
    );
    assert_eq!(root("a: |\n  one\n  two\nb: é\n"), "1:1(a: |\"one\\ntwo\\n\", b: é)4:5");
    assert_eq!(root("# a note alone\n"), "nothing");
}

#[test]
fn offsets_count_bytes() {
    let text = "é: ü\nb: [x]\n";
    let read = tree(text).root.expect("a group");
    let NodeValue::Group(pairs) = &read.value else { panic!("no group") };
    let written: Vec<&str> =
        pairs.iter().map(|(_, value)| &text[value.begin.offset as usize..value.end.offset as usize]).collect();
    assert_eq!(written, ["ü", "[x]"]);
}

#[test]
fn a_broken_text_is_read_up_to_the_break() {
    let broken = tree("a: x\nb:\n  - c: 1\n  - d: \"open\n");
    assert_eq!(broken.root.as_ref().map(told).as_deref(), Some("1:1(a: x, b: 3:3(3:5(c: 1)3:9, 4:5(d: )4:6)4:6)4:6"));
    assert!(broken.end.is_some());
    assert_eq!(broken.troubles.len(), 1);
}

#[test]
fn entries_that_lost_their_dash_are_entries() {
    assert_eq!(root("- a: 1\n  b: 2\n  a: 3\n  b: 4\n"), "1:1(1:3(a: 1, b: 2)2:7, 3:3(a: 3, b: 4)4:7)4:7");
    assert_eq!(troubles("- a: 1\n  b: 2\n  a: 3\n  b: 4\n"), ["3:3 duplicate-key"]);
}

#[test]
fn all_troubles_of_a_text_are_found_at_once() {
    let text = "a: &Sons and more\nb: x #1 of them\na: 2\ncolour: #0a4a94\n[c]: 3\nd: !y\n";
    assert_eq!(
        troubles(text),
        [
            "2:6 unquoted-hash",
            "4:9 unquoted-colour",
            "1:4 unquoted-sign",
            "5:1 wrong-shape",
            "6:4 unquoted-sign",
            "3:1 duplicate-key"
        ]
    );
    assert_eq!(root("a: &Sons and more\n"), "1:1(a: &Sons and more)1:18");
    assert_eq!(troubles("a: *x\nb: &y z\n"), ["1:4 too-complex"]);
    assert_eq!(troubles("a: 1\n---\nb: 2\n"), ["2:1 too-complex"]);
    assert_eq!(troubles(&"[".repeat(30)), ["1:17 too-complex"]);
}

#[test]
fn thousands_of_doubled_keys_take_no_time() {
    let many: String = (0..70_000).map(|n| format!("  k{}: 1\n", n / 2)).collect();
    assert_eq!(tree(&format!("-\n{many}")).troubles.len(), 35_000);
}
