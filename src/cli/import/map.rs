use std::path::PathBuf;

use crate::atoms::{PartialDate, Slug, Text, WebUrl};
use crate::import::{MapOptions, SourceOptions};

/// Put a hexagon map of the seats on the pages of elections and questions.
///
/// FILE is a map in the HexJSON format whose keys are GSS codes. The areas and their places are kept in content/data/,
/// with a record of where the map comes from; anything else in the file is left out. An
/// election whose boundaries have the same name gets the map. A map that stands there already is never written over; of its record
/// only what you say anew is changed.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  hustings import map seats.hexjson --boundaries 2030 --title 'Map of the seats' \\
      --publisher 'Example Office' --licence CC0 --credit 'Map: Example Office'")]
pub(super) struct Map {
    /// The map.
    #[arg(value_name = "FILE.hexjson")]
    pub(super) file: PathBuf,
    /// The set of boundaries, as the elections name it.
    #[arg(long, value_name = "SET")]
    boundaries: Option<Text>,
    /// What it is called.
    #[arg(long, value_name = "TITLE")]
    title: Option<Text>,
    /// Who published it.
    #[arg(long, value_name = "NAME")]
    publisher: Option<Text>,
    /// The licence under which it is used.
    #[arg(long, value_name = "LICENCE")]
    licence: Option<Text>,
    /// The line of attribution that the licence asks for.
    #[arg(long, value_name = "LINE")]
    credit: Option<Text>,
    /// Where it was published.
    #[arg(long, value_name = "URL")]
    url: Option<WebUrl>,
    /// When it was published: year, month or day.
    #[arg(long, value_name = "DATE")]
    date: Option<PartialDate>,
    /// The name of its files in content/data/.
    #[arg(long, value_name = "ID", default_value = "map")]
    id: Slug,
}

impl Map {
    pub(super) fn options(&self) -> MapOptions {
        MapOptions {
            id: self.id.clone(),
            title: self.title.clone(),
            boundaries: self.boundaries.clone(),
            source: SourceOptions {
                title: None,
                publisher: self.publisher.clone(),
                url: self.url.clone(),
                date: self.date,
                licence: self.licence.clone(),
                credit: self.credit.clone(),
            },
        }
    }
}
