use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use clap::ValueEnum;
use clap::builder::PossibleValue;

use super::{Exit, Ran, Terminal};
use crate::diagnostic::Failure;
use crate::load::{RecordKind, schema};

/// Print the record format as JSON Schemas, for editors to complete and check by.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings schema ballot             print one schema
  hustings schema --out schemas      write all of them as schemas/<kind>.json

An editor with a YAML language server reads a file's schema from its first line:
  # yaml-language-server: $schema=../../schemas/ballot.json")]
pub(super) struct SchemaArgs {
    /// The kind of record.
    #[arg(value_enum, required_unless_present = "out")]
    kind: Option<Named>,
    /// Write the schemas into this folder instead of printing them.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

pub(super) fn run(args: &SchemaArgs, terminal: &mut Terminal<'_>) -> Ran {
    match (&args.out, args.kind) {
        (Some(dir), Some(kind)) => write(dir, &[kind.0])?,
        (Some(dir), None) => write(dir, RecordKind::ALL)?,
        (None, kind) => kind.into_iter().try_for_each(|kind| terminal.print(text(kind.0)))?,
    }
    Ok(Exit::Clean)
}

/// The schema of a kind of record, as text.
fn text(kind: RecordKind) -> String {
    format!("{:#}\n", schema(kind))
}

/// A kind of record as it is named on the command line.
#[derive(Debug, Clone, Copy)]
struct Named(RecordKind);

impl ValueEnum for Named {
    fn value_variants<'a>() -> &'a [Self] {
        static ALL: LazyLock<Vec<Named>> = LazyLock::new(|| RecordKind::ALL.iter().copied().map(Named).collect());
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.0.word()).help(self.0.described()))
    }
}

/// Writes schemas into a folder as `<kind>.json`, making it when needed.
fn write(dir: &Path, kinds: &[RecordKind]) -> Result<(), Failure> {
    let refused = |path: &Path, e| Failure::at(path, "cannot write", e, "check that the folder may be written to");
    fs::create_dir_all(dir).map_err(|e| refused(dir, e))?;
    for kind in kinds {
        let path = dir.join(format!("{}.json", kind.word()));
        fs::write(&path, text(*kind)).map_err(|e| refused(&path, e))?;
    }
    Ok(())
}
