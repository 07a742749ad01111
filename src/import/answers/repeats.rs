use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The largest table that is unfolded, in cells.
pub(super) const LARGEST_TABLE: u64 = 5_000_000;

/// How many cells the largest table of an OpenDocument takes when its repeated rows and cells are unfolded: a small file may
/// claim any number of them.
pub(super) fn cells(content: &[u8]) -> Result<u64, String> {
    let mut reader = Reader::from_reader(content);
    let (mut largest, mut table, mut row) = (0, Extent::default(), RowExtent::default());
    loop {
        match reader.read_event().map_err(|e| e.to_string())? {
            Event::Eof => return Ok(largest),
            Event::Start(tag) => match tag.name().as_ref() {
                "table:table" => table = Extent::default(),
                "table:table-row" => {
                    row = RowExtent { repeated: number(&tag, "table:number-rows-repeated"), ..RowExtent::default() }
                }
                "table:table-cell" | "table:covered-table-cell" => row.add(&tag, true),
                _ => {}
            },
            Event::Empty(tag) => match tag.name().as_ref() {
                "table:table-row" => table.rows = table.rows.saturating_add(number(&tag, "table:number-rows-repeated")),
                "table:table-cell" | "table:covered-table-cell" => row.add(&tag, false),
                _ => {}
            },
            Event::End(tag) => match tag.name().as_ref() {
                "table:table-row" => table.add(&row),
                "table:table" => largest = largest.max(table.width.saturating_mul(table.height)),
                _ => {}
            },
            _ => {}
        }
    }
}

/// How far a table goes, and how far what stands in it.
#[derive(Default)]
struct Extent {
    rows: u64,
    width: u64,
    height: u64,
}

/// The same of a row.
#[derive(Default)]
struct RowExtent {
    repeated: u64,
    cells: u64,
    width: u64,
}

impl RowExtent {
    fn add(&mut self, cell: &BytesStart<'_>, has_content: bool) {
        self.cells = self.cells.saturating_add(number(cell, "table:number-columns-repeated"));
        let has_value = |name| cell.try_get_attribute(name).ok().flatten().is_some();
        if has_content || has_value("office:value-type") || has_value("table:formula") {
            self.width = self.cells;
        }
    }
}

impl Extent {
    fn add(&mut self, row: &RowExtent) {
        self.rows = self.rows.saturating_add(row.repeated);
        if row.width > 0 {
            self.width = self.width.max(row.width);
            self.height = self.rows;
        }
    }
}

/// A number of repetitions; 1 where none is said, and more than any limit where it cannot be read.
fn number(tag: &BytesStart<'_>, name: &str) -> u64 {
    match tag.try_get_attribute(name) {
        Ok(None) => 1,
        Ok(Some(value)) => value.value.parse().unwrap_or(u64::MAX),
        Err(_) => u64::MAX,
    }
}
