use std::path::PathBuf;

use crate::import::FigureOptions;

/// Make or update figures: a number for each area, shown on the ballot pages.
///
/// FILE is a table with a row for each area, as CSV (with commas, semicolons or tabs) or packed as .csv.gz. It has codes or
/// names of areas in one column and figures in another. Rows of countries and regions are left out. A sign such as “..”, “*” or
/// “c” means that no figure is published. Fewer than 10 people are never kept as a number. What --title, --says and the
/// like said stands in the record, so an update needs only what is new. Running it again changes nothing.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings import figures borrowers.csv --title 'Library borrowers' --says 'people borrowed a book' --date 2030-05 \\
      --publisher 'Example Office' --licence CC0 --credit 'Figures: Example Office'
  hustings import figures homes.csv --value 'Empty (%)' --unit percent --says 'of all homes stood empty' …
  hustings import figures thousands.csv --value 'Total (000s)' --times 1000 …

The page says: “In Example Town, 2,345 people borrowed a book in May 2030.”")]
pub(super) struct Figures {
    /// The table.
    #[arg(value_name = "FILE.csv")]
    pub(super) file: PathBuf,
    #[command(flatten)]
    pub(super) options: FigureOptions,
}
