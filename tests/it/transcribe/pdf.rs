//! PDF files made for a test, of plain objects, so that what is in them can be seen.

/// A PDF that is still being made.
pub(super) struct Pdf {
    /// Its objects after the first three: the catalogue, the tree of pages and Helvetica.
    objects: Vec<String>,
    pages: Vec<usize>,
    catalogue: String,
}

/// The number of the tree of pages.
const TREE: usize = 2;

impl Pdf {
    pub(super) fn new() -> Self {
        Self { objects: Vec::new(), pages: Vec::new(), catalogue: String::new() }
    }

    /// Adds an object and gives its number.
    pub(super) fn object(&mut self, object: impl Into<String>) -> usize {
        self.objects.push(object.into());
        self.objects.len() + 3
    }

    /// Adds a stream with such entries in its dictionary.
    pub(super) fn stream(&mut self, entries: &str, content: &str) -> usize {
        self.object(format!("<< {entries} /Length {} >>\nstream\n{content}\nendstream", content.len()))
    }

    /// Says more of the whole document.
    pub(super) fn catalogue(mut self, entries: &str) -> Self {
        self.catalogue.push_str(entries);
        self
    }

    /// Adds a page on which such a thing is drawn, with further entries. Its font is `/F1`, Helvetica.
    pub(super) fn page(mut self, content: &str, entries: &str) -> Self {
        let content = self.stream("", content);
        let font = if entries.contains("/Resources") { "" } else { "/Resources << /Font << /F1 3 0 R >> >>" };
        let page = format!(
            "<< /Type /Page /Parent {TREE} 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R {font} {entries} >>"
        );
        let page = self.object(page);
        self.pages.push(page);
        self
    }

    /// Adds a page with such a text, in as many lines as it takes.
    pub(super) fn text(self, text: &str) -> Self {
        let (mut content, mut row, mut y) = (String::new(), String::new(), 750);
        for word in text.split(' ') {
            if row.len() + word.len() > 78 {
                content.push_str(&line(50, y, &std::mem::take(&mut row)));
                y -= 14;
            }
            row.push_str(word);
            row.push(' ');
        }
        self.page(&(content + &line(50, y, row.trim_end())), "")
    }

    pub(super) fn bytes(self) -> Vec<u8> {
        let kids: String = self.pages.iter().map(|page| format!("{page} 0 R ")).collect();
        let first = [
            format!("<< /Type /Catalog /Pages {TREE} 0 R {} >>", self.catalogue),
            format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", self.pages.len()),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
        ];
        let (mut body, mut table) = (String::from("%PDF-1.7\n"), String::from("0000000000 65535 f \n"));
        let objects: Vec<String> = first.into_iter().chain(self.objects).collect();
        for (number, object) in (1..).zip(&objects) {
            table.push_str(&format!("{:010} 00000 n \n", body.len()));
            body.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
        }
        let (count, begin) = (objects.len() + 1, body.len());
        body.push_str(&format!(
            "xref\n0 {count}\n{table}trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{begin}\n%%EOF\n"
        ));
        body.into_bytes()
    }
}

/// Draws a line of text at a place.
pub(super) fn line(x: u32, y: u32, text: &str) -> String {
    format!("BT /F1 12 Tf {x} {y} Td ({text}) Tj ET\n")
}
