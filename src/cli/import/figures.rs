use std::path::PathBuf;

use crate::atoms::{FigureUnit, PartialDate, Slug, Text, WebUrl};
use crate::import::{FigureOptions, FigureWords, SourceOptions};

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
    /// The name of its files in content/data/; made of the title when left out.
    #[arg(long, value_name = "ID")]
    id: Option<Slug>,
    /// What the figures are called.
    #[arg(long, value_name = "TEXT")]
    title: Option<Text>,
    /// The column with the codes or names of areas; the one with codes when left out.
    #[arg(long, value_name = "COLUMN")]
    area: Option<String>,
    /// The column with the figures; the only one that has nothing but figures when left out.
    #[arg(long, value_name = "COLUMN")]
    value: Option<String>,
    /// Multiply each figure, for tables that count in thousands; the page then says “about”.
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..=1_000_000_000))]
    times: Option<u32>,
    /// What they count: people (when left out; fewer than 10 are never shown), count, percent or pounds.
    #[arg(long, value_name = "UNIT")]
    unit: Option<FigureUnit>,
    /// The words between the number and the date: “people borrowed a book”, “of all homes stood empty”.
    #[arg(long, value_name = "WORDS")]
    says: Option<Text>,
    /// The same after the number 1: “library was open”.
    #[arg(long, value_name = "WORDS")]
    says_one: Option<Text>,
    /// The year, month or day of which they speak: 2030, 2030-05 or 2030-05-31.
    #[arg(long, value_name = "DATE")]
    date: Option<PartialDate>,
    /// Their publisher rounded them, so the page says “about”.
    #[arg(long)]
    rounded: bool,
    /// The boundaries by which they go, as the elections name them; theirs when they name only one set.
    #[arg(long, value_name = "SET")]
    boundaries: Option<Text>,
    /// What the publisher calls the table, when it is not the title.
    #[arg(long, value_name = "TEXT")]
    source_title: Option<Text>,
    /// Who published it.
    #[arg(long, value_name = "TEXT")]
    publisher: Option<Text>,
    /// Where it was published.
    #[arg(long, value_name = "ADDRESS")]
    url: Option<WebUrl>,
    /// When it was published: year, month or day.
    #[arg(long, value_name = "DATE")]
    published: Option<PartialDate>,
    /// The licence under which you use it.
    #[arg(long, value_name = "TEXT")]
    licence: Option<Text>,
    /// The line of attribution that the licence asks for.
    #[arg(long, value_name = "TEXT")]
    credit: Option<Text>,
}

impl Figures {
    pub(super) fn options(&self) -> FigureOptions {
        FigureOptions {
            id: self.id.clone(),
            title: self.title.clone(),
            boundaries: self.boundaries.clone(),
            area: self.area.clone(),
            value: self.value.clone(),
            times: self.times,
            words: FigureWords {
                unit: self.unit,
                says: self.says.clone(),
                says_one: self.says_one.clone(),
                date: self.date,
                rounded: self.rounded,
            },
            source: SourceOptions {
                title: self.source_title.clone(),
                publisher: self.publisher.clone(),
                url: self.url.clone(),
                date: self.published,
                licence: self.licence.clone(),
                credit: self.credit.clone(),
            },
        }
    }
}
