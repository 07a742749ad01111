//! The quick reader of plain texts and the thorough one of all YAML make the same tree, wherever the quick one makes any.

use std::path::Path;

use hustings::yaml::{Tree, plain, thorough};
use proptest::prelude::*;
use walkdir::WalkDir;

/// Every record of this repository: its own, those of a new site, and those of the tests.
fn records() -> Vec<(String, String)> {
    let folders = ["candidates", "content", "src/desk/new_site", "tests/fixtures"];
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = folders.iter().flat_map(|folder| WalkDir::new(top.join(folder)).sort_by_file_name());
    let texts = files.filter_map(|entry| {
        let path = entry.expect("a readable folder").into_path();
        let ending = path.extension()?.to_str()?;
        if !matches!(ending, "yaml" | "md") {
            return None;
        }
        let text = std::fs::read_to_string(&path).ok()?;
        let text = if ending == "md" { text.get(..text[3..].find("\n---")? + 4)?.to_owned() } else { text };
        Some((path.display().to_string(), text))
    });
    texts.collect()
}

/// Whether the quick reader took a text, after which both must say the same of it.
fn taken(text: &str) -> bool {
    let Some(quick) = plain(text) else { return false };
    assert_eq!(thorough(text), Tree { root: Some(quick), troubles: Vec::new(), end: None }, "{text:?}");
    true
}

#[test]
fn nearly_every_record_is_plain_and_read_alike() {
    let records = records();
    let sound = |path: &str| !path.contains("/fixtures/diagnostics/");
    let left: Vec<_> =
        records.iter().filter(|(path, text)| !taken(text) && sound(path)).map(|(path, _)| path).collect();
    assert!(left.len() * 100 < records.len(), "{left:?}");
}

#[test]
fn texts_of_every_plain_shape_are_taken() {
    let shapes = [
        "a: b\n",
        "---\na: b # a note\n\n# another\nc:\n",
        "a:\n- b\n- c: d\n  e: [f, {g: \"h, \\\"i\\\"\"}]\nj: 'it''s'\n",
        "a:\n  - - b\n    - c\n  -\n    d: e\n",
        "a: b\n  c\n\n  d\n",
        "a: |\n  b\n\n   c\nd: >-\n  e\n  f\n\n  g\nh: |+\n  i\n\n",
        "a:\r\n  b: é\r\n  c: |\r\n    d\r\n",
        "a: http://example.org/#b\nc: 12:30\nd: []\ne: {}\n",
    ];
    for shape in shapes {
        assert!(taken(shape), "{shape:?}");
    }
}

#[test]
fn what_is_not_plain_is_left_to_the_thorough_reader() {
    let others = [
        "",
        "# a note\n",
        "a: &b c\n",
        "a: *b\n",
        "a: !b c\n",
        "a: b: c\n",
        "a: b #c\n",
        "a: b\na: c\n",
        "a: \"b\n  c\"\n",
        "a: {b: c,\n  d: e}\n",
        "\ta: b\n",
        "a: b\n---\nc: d\n",
        "a: |2\n   b\n",
        "a: b\n c: d\n",
        "? a\n: b\n",
        "a: [b\n",
        "a: \u{feff}b\n",
        "a: \u{1}\n",
        "a: b\u{9b}c\n",
        "a: b\u{ffff}c\n",
    ];
    for other in others {
        assert!(plain(other).is_none(), "{other:?}");
    }
}

/// What texts of YAML are made of.
fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "a: ",
        "b:",
        "c: ",
        "- ",
        "-",
        "\n",
        "\n",
        "\n",
        "  ",
        "    ",
        " ",
        "\"",
        "'",
        "{",
        "}",
        "[",
        "]",
        ",",
        ", ",
        ":",
        ": ",
        "#",
        " # ",
        "x",
        "two words",
        "|\n",
        ">\n",
        ">-\n",
        "|+\n",
        "\r\n",
        "\t",
        "&",
        "*",
        "!",
        "? ",
        "%",
        "@",
        "~",
        "é",
        "—",
        "---\n",
        "...",
        "\\",
        "\\n",
        "\\\"",
        "''",
        "\"q\"",
        "'s'",
        "{a: 1}",
        "[x, y]",
        "  k: v\n",
        "- i\n",
        "\n\n",
        "\u{85}",
        "\u{2028}",
        "\u{feff}",
        "\u{a0}",
        "null",
        "<<",
        "=",
        "  - ",
        "  c: |\n    t\n",
        "  - {x: y}\n",
        "d:\n",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn texts_of_any_pieces_are_read_alike(pieces in prop::collection::vec(piece(), 1..16), within in any::<bool>()) {
        let text = pieces.concat();
        taken(&if within { format!("a:\n  {text}") } else { text });
    }
}

#[test]
fn damaged_records_are_read_alike() {
    let records = records();
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(4_000)
    });
    let damage = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 1..9_usize, piece(), 0..3_u8);
    let damaged = runner.run(&damage, |(file, at, length, piece, how)| {
        let lines: Vec<&str> = file.get(&records).1.split_inclusive('\n').collect();
        prop_assume!(!lines.is_empty());
        let from = at.index(lines.len());
        let mut text: String = lines[from..lines.len().min(from + length)].concat();
        let at = (0..=at.index(text.len() + 1)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        match how {
            0 => text.insert_str(at, piece),
            1 => text.truncate(at),
            _ => text = text.replace('\n', "\r\n").replacen(piece, "", 1),
        }
        taken(&text);
        taken(&format!("a:\n{text}"));
        Ok(())
    });
    damaged.expect("both alike");
}
