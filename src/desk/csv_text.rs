use crate::atoms::spreadsheet::guarded;

/// Rows as CSV, in which no cell is a formula to a spreadsheet.
pub(super) fn csv_text<C: AsRef<str>>(rows: impl IntoIterator<Item = impl IntoIterator<Item = C>>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut written = Ok(());
    for row in rows {
        let cells: Vec<C> = row.into_iter().collect();
        let cells = cells.iter().map(|cell| guarded(cell.as_ref()));
        written = written.and_then(|()| writer.write_record(cells.map(|cell| cell.into_owned().into_bytes())));
    }
    match written.map_err(|error| error.to_string()).and_then(|()| writer.into_inner().map_err(|e| e.to_string())) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) => unreachable!("rows of texts fit into memory: {error}"),
    }
}
