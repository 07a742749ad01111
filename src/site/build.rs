//! Gives every message of the interface a name that the compiler knows, with the blanks in it: `src/site/messages.rs` declares them.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

/// The messages that there are, in English.
const ENGLISH: &str = "../../themes/default/lang/en.ftl";

/// The blank that is filled in every message without being asked for.
const GIVEN: &str = "unit";

#[allow(clippy::print_stdout, reason = "so a build script speaks with Cargo")]
fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed={ENGLISH}");
    let folder = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    fs::write(Path::new(&folder).join("messages.rs"), declared(&fs::read_to_string(ENGLISH)?))
}

/// Each message begins a line with its name and `=`; a `$` stands before the name of a blank.
fn declared(english: &str) -> String {
    let mut messages: Vec<(&str, BTreeSet<&str>)> = Vec::new();
    for line in english.lines().filter(|line| !line.starts_with('#')) {
        let (id, rest) = line.split_at(line.find(|c| !is_of_name(c)).unwrap_or(line.len()));
        if !id.is_empty() && rest.trim_start().starts_with('=') {
            messages.push((id, BTreeSet::new()));
        }
        let blanks = rest.split('$').skip(1).map(|name| name.split(|c| !is_of_name(c)).next().unwrap_or_default());
        if let Some((_, known)) = messages.last_mut() {
            known.extend(blanks.filter(|name| *name != GIVEN));
        }
    }
    let mut declared = String::from("blanks! {");
    for blank in messages.iter().flat_map(|(_, blanks)| blanks).collect::<BTreeSet<_>>() {
        let _ = write!(declared, " {blank} {},", type_name(blank));
    }
    declared += " }\nmessages! {\n";
    for (number, (id, blanks)) in messages.iter().enumerate() {
        let types: Vec<String> = blanks.iter().map(|blank| format!("fill::{}", type_name(blank))).collect();
        let name = id.to_uppercase().replace('-', "_");
        let types = if let [only] = &types[..] { only.clone() } else { format!("({})", types.join(", ")) };
        let _ = writeln!(declared, "    {name} {number} {id:?} {types};");
    }
    declared + "}\n"
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

fn type_name(blank: &str) -> String {
    let (first, rest) = blank.split_at(1);
    first.to_uppercase() + rest
}
