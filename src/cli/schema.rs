use std::fs;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use super::{Exit, Ran, Terminal};
use crate::diagnostic::Failure;
use crate::load::records::{
    AskRecord, BallotRecord, CorrectionsFile, DataRecord, DocumentRecord, ElectionRecord, GlossaryFile, PageRecord,
    PartyRecord, QuestionRecord, SiteRecord, TranscriptRecord,
};

/// Print the record format as JSON Schemas, for editors to complete and check by.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings schema ballot             print one schema
  hustings schema --out schemas      write all of them as schemas/<kind>.json

An editor with a YAML language server reads a file's schema from its first line:
  # yaml-language-server: $schema=../../schemas/ballot.json")]
pub(super) struct Args {
    /// The kind of record.
    #[arg(value_enum, required_unless_present = "out")]
    kind: Option<RecordKind>,
    /// Write the schemas into this folder instead of printing them.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

pub(super) fn run(args: &Args, terminal: &mut Terminal<'_>) -> Ran {
    match (&args.out, args.kind) {
        (Some(dir), Some(kind)) => write(dir, &[kind])?,
        (Some(dir), None) => write(dir, RecordKind::value_variants())?,
        (None, kind) => kind.into_iter().try_for_each(|kind| terminal.print(kind.text()))?,
    }
    Ok(Exit::Clean)
}

/// A kind of record that has a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum RecordKind {
    /// `hustings.yaml`
    Site,
    /// `candidates/parties/<party>.yaml`
    Party,
    /// `candidates/documents/<id>.yaml`
    Document,
    /// The front matter of `candidates/documents/<id>.txt`
    Transcript,
    /// `candidates/<election-id>/election.yaml`
    Election,
    /// `candidates/<election-id>/<area-slug>.yaml`
    Ballot,
    /// `candidates/<election-id>/asks/<round>.yaml`
    Ask,
    /// The front matter of `content/questions/<id>.md`
    Question,
    /// The front matter of `content/pages/<id>.md`
    Page,
    /// `content/glossary.yaml`
    Glossary,
    /// `content/corrections.yaml`
    Corrections,
    /// `content/data/<id>.yaml`
    Data,
}

impl RecordKind {
    /// The schema of this kind of record, made from the very types that read it.
    fn schema(self) -> Schema {
        match self {
            Self::Site => of::<SiteRecord>(),
            Self::Party => of::<PartyRecord>(),
            Self::Document => of::<DocumentRecord>(),
            Self::Transcript => of::<TranscriptRecord>(),
            Self::Election => of::<ElectionRecord>(),
            Self::Ballot => of::<BallotRecord>(),
            Self::Ask => of::<AskRecord>(),
            Self::Question => of::<QuestionRecord>(),
            Self::Page => of::<PageRecord>(),
            Self::Glossary => of::<GlossaryFile>(),
            Self::Corrections => of::<CorrectionsFile>(),
            Self::Data => of::<DataRecord>(),
        }
    }

    /// The schema as text.
    fn text(self) -> String {
        format!("{:#}\n", self.schema().as_value())
    }
}

/// Draft 7, which editors' YAML plugins understand whole.
fn of<T: JsonSchema>() -> Schema {
    SchemaSettings::draft07().into_generator().into_root_schema_for::<T>()
}

/// Writes schemas into a folder as `<kind>.json`, making it when needed.
fn write(dir: &Path, kinds: &[RecordKind]) -> Result<(), Failure> {
    let refused = |path: &Path, e| Failure::at(path, "cannot write", e, "check that the folder may be written to");
    fs::create_dir_all(dir).map_err(|e| refused(dir, e))?;
    for kind in kinds {
        let name = kind.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned());
        let path = dir.join(format!("{name}.json"));
        fs::write(&path, kind.text()).map_err(|e| refused(&path, e))?;
    }
    Ok(())
}
