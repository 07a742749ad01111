//! The `hustings` command.

fn main() {}
