use std::collections::BTreeSet;

use fluent_bundle::FluentResource;
use fluent_syntax::parser::ErrorKind;

use super::lexicon::{FileEntry, Flaw, Lexicon, MOST_GAPS, Slip, offset, said};
use crate::diagnostic::{Code, Diagnostics, Pos, Ruler};
use crate::load::{Theme, ThemeFile};

const HELP: &str = "write one “name = words” a line, as in the default theme's en.ftl";

/// For how many slips of a file it is looked for what is meant: nobody reads more, and to look takes time.
const SUGGESTED: usize = 200;

/// Reads the words of a site's own theme; nothing when that is of no use.
pub(super) fn read(file: &ThemeFile, found: &mut Diagnostics) -> Option<FluentResource> {
    let Ok(text) = std::str::from_utf8(&file.bytes) else {
        found.push(Code::NotUtf8, &file.file, Pos::START, "the words are not UTF-8", "save the file as UTF-8");
        return None;
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Some(at) = overfull(text) {
        found.push(Code::BadTheme, &file.file, Ruler::of(text).place(at), gaps(), SIMPLER);
        return None;
    }
    let (resource, errors) = match FluentResource::try_new(text.to_owned()) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    };
    let mut ruler = Ruler::of(text);
    for error in errors {
        let what = match &error.kind {
            ErrorKind::ExpectedToken('=') => {
                "there should be “=” here, between the name of a message and its words".to_owned()
            }
            ErrorKind::ExpectedToken(sign) => format!("“{sign}” is missing here"),
            ErrorKind::ExpectedMessageField { entry_id } => format!("“{entry_id}” has no words"),
            other => format!("these words cannot be read: {other}"),
        };
        found.push(Code::BadTheme, &file.file, ruler.place(error.pos.start), what, HELP);
    }
    Some(resource)
}

/// Where a message opens more gaps than are filled. Asked before the text is parsed, since the parser goes as deep as they do.
fn overfull(text: &str) -> Option<usize> {
    let (mut at, mut gaps) = (0, 0);
    for line in text.split_inclusive('\n') {
        let rest = line.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_');
        if rest.len() < line.len() && rest.trim_start_matches(' ').starts_with('=') {
            gaps = 0;
        }
        let opened = line.match_indices('{').filter(|_| !line.starts_with('#'));
        for (place, _) in opened {
            gaps += 1;
            if gaps > MOST_GAPS {
                return Some(at + place);
            }
        }
        at += line.len();
    }
    None
}

/// Reports what would never come to a page, or come there as something else than words. The lexicon has learnt the file.
pub(super) fn judge(
    file: &ThemeFile,
    resource: &FluentResource,
    lexicon: &Lexicon,
    theme: &Theme,
    found: &mut Diagnostics,
) {
    let source = resource.source();
    let (named, used) = (lexicon.named_in(resource), used_in_templates(theme));
    let (mut slips, mut seen) = (Vec::new(), BTreeSet::new());
    for FileEntry { id, name, words, .. } in said(resource) {
        let is_term = id.starts_with('-');
        let own = is_term || named.contains(&*id) || used.contains(&id.replace('-', "_"));
        let given = lexicon.given(&id);
        let is_used = own || given.is_some();
        // What a term is given stands where it is named, and is looked at there. Templates and other messages give nothing.
        let given = if is_term { None } else { Some(given.cloned().unwrap_or_default()) };
        let found = [
            words.is_none().then_some(Flaw::NoWords),
            (!seen.insert(id.clone())).then_some(Flaw::Twice),
            (!is_used).then_some(Flaw::Unused),
        ];
        let mut all: Vec<Slip> =
            found.into_iter().flatten().map(|what| Slip { at: offset(name, source), what }).collect();
        if is_used {
            all.extend(lexicon.slips(&id, given.as_ref()));
        }
        slips.extend(all.into_iter().map(|slip| (slip, id.clone(), given.clone().unwrap_or_default())));
    }
    slips.sort_by_key(|(slip, ..)| slip.at);
    let mut ruler = Ruler::of(source);
    for (number, (slip, id, given)) in slips.into_iter().enumerate() {
        let (what, help) = told(&slip.what, &id, &given, lexicon, number < SUGGESTED);
        found.push(Code::BadTheme, &file.file, ruler.place(slip.at), what, help);
    }
}

/// The messages that the templates of a site's own theme use, as they name them: `nav_parties` of `t.nav_parties`.
fn used_in_templates(theme: &Theme) -> BTreeSet<String> {
    let templates = theme.own.iter().filter(|(name, _)| name.starts_with("templates/"));
    let texts = templates.map(|(_, file)| String::from_utf8_lossy(&file.bytes));
    let end = |c: char| !(c.is_ascii_alphanumeric() || c == '_');
    let used = texts.flat_map(|text| {
        text.split("t.").skip(1).map(|rest| rest.split(end).next().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    });
    used.collect()
}

const SIMPLER: &str = "make it simpler, or say the words without a gap";

fn gaps() -> String {
    format!("this message has more than {MOST_GAPS} gaps, with those of the messages that it names")
}

/// What is wrong with a message that is given some variables, and how to correct it.
fn told(flaw: &Flaw, id: &str, given: &BTreeSet<String>, lexicon: &Lexicon, suggested: bool) -> (String, String) {
    let near = |name: &str, known: &mut dyn Iterator<Item = &str>, or: &str| {
        let near = if suggested { near(name, known) } else { None };
        near.unwrap_or_else(|| or.to_owned())
    };
    match flaw {
        Flaw::NoWords => (format!("“{id}” has no words"), HELP.to_owned()),
        Flaw::Twice => {
            (format!("“{id}” is here twice"), "keep the words that are meant, and delete the others".to_owned())
        }
        Flaw::Unused => {
            let help = "the default theme's en.ftl lists what pages say; a message of your own is “t.…” in a template";
            (format!("nothing uses a message “{id}”"), near(id, &mut lexicon.said(), help))
        }
        Flaw::Variable(name) => {
            let known: Vec<String> = given.iter().map(|name| format!("“${name}”")).collect();
            let help = match known.is_empty() {
                true => "it is given no variables; write the words out".to_owned(),
                false => format!("it is given {}", known.join(", ")),
            };
            (format!("nothing gives this message a “${name}”"), help)
        }
        Flaw::NoPhrase(id) => {
            let help = "write the words out; “{ $name }” with “$” is a variable";
            (format!("there is no message “{id}”"), near(id, &mut lexicon.ids(), help))
        }
        Flaw::Circle(id) => {
            let what = format!("“{id}” leads back to itself, so it has no words");
            (what, "write the words out in one of them".to_owned())
        }
        Flaw::Function(name) => {
            let help = "write the variable alone: numbers and dates come ready".to_owned();
            (format!("there is no function “{name}”"), help)
        }
        Flaw::Character(c) => {
            let what = format!("the control character U+{:04X} here cannot be published", u32::from(*c));
            (what, "leave it out".to_owned())
        }
        Flaw::Gaps => (gaps(), SIMPLER.to_owned()),
    }
}

/// Which name is probably meant.
fn near(name: &str, known: &mut dyn Iterator<Item = &str>) -> Option<String> {
    let likely = known.filter(|other| other.len().abs_diff(name.len()) * 3 <= name.len().max(other.len()) + 1);
    let (distance, near) = likely.map(|other| (strsim::damerau_levenshtein(other, name), other)).min()?;
    (distance * 3 <= name.len().max(near.len()) + 1).then(|| format!("did you mean “{near}”?"))
}
