use std::path::PathBuf;

use crate::import::PostcodeOptions;

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
    #[command(flatten)]
    pub(super) options: PostcodeOptions,
}
