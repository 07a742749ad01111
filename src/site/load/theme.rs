use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use include_dir::{Dir, include_dir};
use walkdir::WalkDir;

use super::litter::Litter;
use super::{leftovers, source};
use crate::atoms::is_control;
use crate::diagnostic::{Code, Diagnostics, Failure, FileName, Pos};

/// The name of the theme that is compiled in.
pub(super) const DEFAULT: &str = "default";

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../themes/default");

/// One file of a theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeFile {
    /// Its name for diagnostics: relative to the site's root, or to the program's own default theme.
    pub file: FileName,
    /// What it holds.
    pub bytes: Arc<[u8]>,
}

/// The files of the site's theme over those of the default theme, by name inside the theme:
/// `templates/ballot.html`, `static/style.css`, `lang/en.ftl`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Theme {
    /// The default theme's files, which are always there.
    pub defaults: BTreeMap<String, ThemeFile>,
    /// The site's own files, each of which takes the place of a default one or adds to them.
    pub own: BTreeMap<String, ThemeFile>,
}

impl Theme {
    /// The file with the words of a language: of the very tag (`en-GB`), or else of its language (`en`).
    #[must_use]
    pub fn words_file(&self, tag: &str) -> Option<String> {
        let language = tag.split(['-', '_']).next().unwrap_or(tag);
        let names = [tag, language].map(|name| format!("lang/{name}.ftl"));
        names.into_iter().find(|name| self.defaults.contains_key(name) || self.own.contains_key(name))
    }

    /// The files of one folder of the theme that are in force: name inside the folder → file.
    pub fn in_folder<'a>(&'a self, folder: &'a str) -> BTreeMap<&'a str, &'a ThemeFile> {
        let all = self.defaults.iter().chain(&self.own);
        all.filter_map(|(name, file)| Some((name.strip_prefix(folder)?.strip_prefix('/')?, file))).collect()
    }
}

/// Reads the theme that a site names, over the default one.
pub(super) fn load(root: &Path, named: Option<(Pos, &str)>, found: &mut Diagnostics) -> Result<Theme, Failure> {
    let (pos, name) = named.unwrap_or((Pos::START, DEFAULT));
    let mut theme = Theme::default();
    embed(&EMBEDDED, &mut theme.defaults);
    let folder = format!("themes/{name}");
    if root.join(&folder).is_dir() {
        read_folder(root, &folder, &mut theme.own, found)?;
    } else if name != DEFAULT {
        let message = format!("there is no theme “{name}”");
        let help = format!("make the folder {folder}, or leave “theme” out for the default one");
        found.push(Code::BadTheme, &super::SITE_FILE.into(), pos, message, help);
    }
    Ok(theme)
}

fn embed(dir: &Dir<'static>, files: &mut BTreeMap<String, ThemeFile>) {
    for file in dir.files() {
        let name = file.path().to_string_lossy().replace('\\', "/");
        let shown: FileName = format!("themes/{DEFAULT}/{name}").into();
        files.insert(name, ThemeFile { file: shown, bytes: file.contents().into() });
    }
    for dir in dir.dirs() {
        embed(dir, files);
    }
}

fn read_folder(
    root: &Path,
    folder: &str,
    files: &mut BTreeMap<String, ThemeFile>,
    found: &mut Diagnostics,
) -> Result<(), Failure> {
    let top = root.join(folder);
    let hidden = |e: &walkdir::DirEntry| e.depth() > 0 && Litter::is_passing(&e.file_name().to_string_lossy());
    for entry in WalkDir::new(&top).sort_by_file_name().into_iter().filter_entry(|e| !hidden(e)) {
        let entry = entry.map_err(|e| Failure::at(&top, "cannot read", e, "check that you may read the theme"))?;
        if entry.file_type().is_dir() {
            continue;
        }
        let relative = entry.path().strip_prefix(&top).unwrap_or(entry.path());
        let name = relative.to_string_lossy().replace('\\', "/");
        let file: FileName = format!("{folder}/{name}").into();
        let known = ["templates/", "static/", "lang/"].iter().any(|f| name.starts_with(f)) || name == "theme.yaml";
        if !entry.file_type().is_file() || !known {
            let message = "a theme has only plain files in templates/, static/ and lang/, and theme.yaml";
            found.push(
                Code::BadTheme,
                &file,
                Pos::START,
                message,
                "move the file out of the theme, or into the right folder",
            );
            continue;
        }
        let bytes = std::fs::read(entry.path())
            .map_err(|e| Failure::at(entry.path(), "cannot read", e, "check that you may read the theme"))?;
        if std::str::from_utf8(&bytes).is_ok_and(|text| !is_fit(&name, text, &file, found)) {
            continue;
        }
        files.insert(name, ThemeFile { file, bytes: bytes.into() });
    }
    Ok(())
}

/// Whether a text of a theme is finished and holds only what can be published; what it is not is reported.
fn is_fit(name: &str, text: &str, file: &FileName, found: &mut Diagnostics) -> bool {
    if name.starts_with("static/") {
        // Scripts may well handle characters that no text may hold.
        return !leftovers::of_a_merge(text, file, found);
    }
    source::is_fit(text, file, found) && (!name.starts_with("lang/") || escapes_are_fit(text, file, found))
}

/// Whether the escapes of a language file (`\u202E`, `\U01F33B`) stand for characters that a text may hold.
fn escapes_are_fit(text: &str, file: &FileName, found: &mut Diagnostics) -> bool {
    let escapes = text.match_indices('\\').filter_map(|(at, _)| {
        let digits = match text[at + 1..].chars().next()? {
            'u' => text.get(at + 2..at + 6)?,
            'U' => text.get(at + 2..at + 8)?,
            _ => return None,
        };
        Some((at, char::from_u32(u32::from_str_radix(digits, 16).ok()?)?))
    });
    let Some((at, c)) = escapes.into_iter().find(|(_, c)| is_control(*c)) else { return true };
    let message = format!("the control character U+{:04X} here cannot be published", u32::from(c));
    let help = "delete the escape code for it";
    found.push(Code::BadTheme, file, source::place_after(&text[..at]), message, help);
    false
}
