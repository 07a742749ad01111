//! Writes a made-up site of national size, to try hustings at full scale and to measure it:
//! `cargo run --release --example national -- FOLDER [TIMES]`.

mod site;
mod words;

use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args_os().skip(1);
    let folder = PathBuf::from(args.next().ok_or("name the folder to write")?);
    let times = match args.next() {
        Some(times) => times.to_string_lossy().parse()?,
        None => 1,
    };
    site::write(&folder, times)?;
    Ok(())
}
