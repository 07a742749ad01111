//! The stages of the road know only what is to their left: read off the `use crate::` lines.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use walkdir::WalkDir;

/// What each module may use. The road runs from left to right; `cli` may use everything.
const MAY_USE: &[(&str, &[&str])] = &[
    ("atoms", &[]),
    ("diagnostic", &["atoms"]),
    ("threads", &["diagnostic"]),
    ("disk", &[]),
    ("sink", &["atoms", "diagnostic"]),
    ("country", &["atoms"]),
    ("mentions", &["atoms"]),
    ("postcodes", &["atoms", "country"]),
    ("figures", &["atoms", "country"]),
    ("yaml", &["diagnostic"]),
    ("load", &["atoms", "country", "diagnostic", "yaml"]),
    ("model", &["atoms", "country", "diagnostic", "mentions", "postcodes", "figures", "load"]),
    ("messages", &["atoms"]),
    ("letters", &[]),
    ("plan", &["atoms", "country", "diagnostic", "messages", "postcodes", "load", "model"]),
    (
        "render",
        &[
            "atoms",
            "country",
            "diagnostic",
            "letters",
            "messages",
            "sink",
            "postcodes",
            "figures",
            "load",
            "model",
            "plan",
        ],
    ),
    ("write", &["atoms", "diagnostic", "sink"]),
    ("serve", &["atoms", "diagnostic"]),
    ("check", &["atoms", "country", "diagnostic", "load", "model", "plan", "yaml"]),
    ("edit", &["atoms", "diagnostic", "disk", "load", "yaml"]),
    ("import", &["atoms", "country", "diagnostic", "postcodes", "figures", "load", "edit", "yaml"]),
    ("leaflets", &["atoms", "diagnostic", "threads", "disk", "load"]),
    (
        "desk",
        &["atoms", "country", "diagnostic", "disk", "mentions", "load", "model", "check", "edit", "import", "leaflets"],
    ),
    ("pipeline", &["atoms", "check", "country", "diagnostic", "load", "model", "plan"]),
];

/// Modules that must not touch the disk, the clock or the terminal.
const PURE: &[&str] =
    &["atoms", "country", "mentions", "letters", "postcodes", "figures", "yaml", "model", "plan", "render", "check"];

/// What a pure module would use to reach outside.
const OUTSIDE: &[&str] = &["std::fs", "std::net", "std::env", "std::process", "SystemTime", "Zoned::now", "println!"];

/// The files below a folder of the repository: name inside the folder and text.
fn files_below(folder: &str) -> Vec<(String, String)> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = WalkDir::new(&top).sort_by_file_name().into_iter().map(|entry| entry.expect("a readable folder"));
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let relative = entry.path().strip_prefix(&top).expect("a file below it").to_string_lossy().into_owned();
            // The starter site has pictures too.
            (relative, String::from_utf8_lossy(&std::fs::read(entry.path()).expect("a readable file")).into_owned())
        })
        .collect()
}

fn sources() -> Vec<(String, String)> {
    let mut files = files_below("src");
    files.retain(|(file, _)| file.ends_with(".rs"));
    files
}

/// The module of a file, in whichever of the two crates it is.
fn module_of(file: &str) -> &str {
    let file = file.strip_prefix("site/").unwrap_or(file);
    file.split(['/', '.']).next().unwrap_or(file)
}

/// The modules of this crate that a source names after `crate::`, alone or in braces.
fn used(source: &str) -> BTreeSet<&str> {
    source.split("crate::").skip(1).flat_map(paths).map(first_name).collect()
}

/// The paths after one `crate::`: those between its braces, or the one that follows.
fn paths(rest: &str) -> Vec<&str> {
    let Some(group) = rest.strip_prefix('{') else { return vec![rest] };
    let (mut paths, mut start, mut depth) = (Vec::new(), 0, 0);
    for (at, sign) in group.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                paths.push(&group[start..at]);
                start = at + 1;
            }
            _ => continue,
        }
        if sign == '}' && start > at {
            break;
        }
    }
    paths.retain(|path| !path.trim().is_empty());
    paths
}

fn first_name(path: &str) -> &str {
    let path = path.trim_start();
    path.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or(path)
}

#[test]
fn modules_are_seen_alone_and_in_braces() {
    let source =
        "use crate::plan::Plan;\nuse crate::{model::{Cell, Own}, write,\n    check::{check},\n};\nuse std::{fs, io};";
    assert_eq!(used(source), BTreeSet::from(["check", "model", "plan", "write"]));
    assert_eq!(used("pub(in crate::render) fn f(x: crate::edit::Edit) {}"), BTreeSet::from(["edit", "render"]));
    assert_eq!(used("use crate::Everything;"), BTreeSet::from(["Everything"]), "a name at the top is refused below");
}

#[test]
fn stages_use_only_what_is_to_their_left() {
    let allowed: BTreeMap<_, _> = MAY_USE.iter().copied().collect();
    let mut seen = BTreeSet::new();
    for (file, source) in sources() {
        let module = module_of(&file);
        if matches!(module, "build" | "cli" | "lib" | "main") {
            continue;
        }
        let allowed = allowed.get(module).unwrap_or_else(|| panic!("{file}: say in this test what {module} may use"));
        for used in used(&source).into_iter().filter(|used| *used != module) {
            assert!(allowed.contains(&used), "{file} uses {used}, which is not to its left");
            seen.insert(used.to_owned());
        }
    }
    assert!(seen.contains("model") && seen.contains("plan"), "the test reads the use lines: {seen:?}");
}

#[test]
fn the_program_names_the_modules_of_the_site_as_its_own() {
    // So that the tests here see what it uses.
    for (file, source) in sources().iter().filter(|(file, _)| !file.starts_with("site/") && file != "lib.rs") {
        assert!(!source.contains("hustings_site"), "{file}: write crate:: instead");
    }
}

#[test]
fn write_sees_the_site_only() {
    for (file, source) in sources().iter().filter(|(file, _)| module_of(file) == "write") {
        let render = source.split("crate::render::").skip(1);
        for rest in render {
            assert!(rest.starts_with("Site") || rest.starts_with("{Site}"), "{file} sees more of render than the site");
        }
    }
}

#[test]
fn pure_stages_do_not_reach_outside() {
    for (file, source) in sources().iter().filter(|(file, _)| PURE.contains(&module_of(file))) {
        for outside in OUTSIDE {
            assert!(!source.contains(outside), "{file} uses {outside}");
        }
    }
}

#[test]
fn the_program_knows_nothing_of_one_campaign() {
    let words = ["sanction", "work capability", "support group", "esa ", "dwp"];
    for (file, source) in files_below("src").into_iter().chain(files_below("themes/default")) {
        let source = source.to_lowercase();
        for word in words {
            assert!(!source.contains(word), "{file} knows “{word}”, which belongs into records");
        }
    }
}
