use std::path::PathBuf;

use crate::atoms::{PartialDate, Slug, Text, WebUrl};
use crate::import::{PostcodeOptions, SourceOptions};

/// Make or update the table by which postcodes lead to areas.
///
/// A FILE is a directory of the Office for National Statistics (ONSPD or NSPL), Code-Point Open with --lookup, or
/// a table with the columns “postcode” and “gss”; as CSV, or packed as .csv.gz. A FOLDER is read with all such files in it.
/// The table and a record of where it comes from are written into content/data/. Running it again changes nothing; of a record that
/// stands there, only what is known anew is changed.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings import postcodes ONSPD_NOV_2031/Data/multi_csv
  hustings import postcodes codepo_gb/Data/CSV --lookup wards-to-areas.csv --date 2031-02
  hustings import postcodes list.csv --source-title 'Our list' --publisher Us --licence CC0 --credit 'Our list'

Northern Ireland's postcodes (BT) are licensed apart, so they are left out unless you say that you may publish them.")]
pub(super) struct Postcodes {
    /// The directory, or a folder with its files.
    #[arg(value_name = "FILE|FOLDER", required = true)]
    pub(super) files: Vec<PathBuf>,
    /// The name of the table; “postcodes-” and the boundaries when left out.
    #[arg(long, value_name = "ID")]
    id: Option<Slug>,
    /// The boundaries by which it goes, as the elections name them; theirs when they name only one set.
    #[arg(long, value_name = "SET")]
    boundaries: Option<Text>,
    /// The column with the codes of areas, when it is not that of parliamentary constituencies.
    #[arg(long, value_name = "NAME")]
    column: Option<String>,
    /// A table that leads from postcodes, or from codes of wards or districts, to the areas' GSS codes.
    #[arg(long, value_name = "FILE.csv")]
    lookup: Option<PathBuf>,
    /// A table with codes of areas and their names, for areas that have no ballot here.
    #[arg(long, value_name = "FILE.csv")]
    names: Option<PathBuf>,
    /// Why you may publish Northern Ireland's postcodes; is kept and published with the table.
    #[arg(long, value_name = "STATEMENT")]
    northern_ireland_licence: Option<Text>,
    /// What its publisher calls the directory.
    #[arg(long, value_name = "TEXT")]
    source_title: Option<Text>,
    /// Who published it.
    #[arg(long, value_name = "TEXT")]
    publisher: Option<Text>,
    /// Where it was published.
    #[arg(long, value_name = "ADDRESS")]
    url: Option<WebUrl>,
    /// When it was published: 2031, 2031-02 or 2031-02-14.
    #[arg(long, value_name = "DATE")]
    date: Option<PartialDate>,
    /// The licence under which you use it.
    #[arg(long, value_name = "TEXT")]
    licence: Option<Text>,
    /// The line of attribution that the licence asks for.
    #[arg(long, value_name = "TEXT")]
    credit: Option<Text>,
}

impl Postcodes {
    pub(super) fn options(&self) -> PostcodeOptions {
        PostcodeOptions {
            id: self.id.clone(),
            boundaries: self.boundaries.clone(),
            column: self.column.clone(),
            lookup: self.lookup.clone(),
            names: self.names.clone(),
            northern_ireland: self.northern_ireland_licence.clone(),
            source: SourceOptions {
                title: self.source_title.clone(),
                publisher: self.publisher.clone(),
                url: self.url.clone(),
                date: self.date,
                licence: self.licence.clone(),
                credit: self.credit.clone(),
            },
        }
    }
}
