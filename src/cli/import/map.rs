use std::path::PathBuf;

use crate::import::MapOptions;

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
    #[command(flatten)]
    pub(super) options: MapOptions,
}
