use super::files::DirectoryFile;
use crate::atoms::PartialDate;
use crate::import::table_record::TableRecord;

/// Who makes a directory of postcodes, told by the names of its columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DirectoryMaker {
    /// The Office for National Statistics.
    Ons,
    /// Ordnance Survey.
    Os,
}

/// Fills in what nobody said of a directory's source: the date in a file's name, and what is usual for its maker.
pub(super) fn say_usual(
    record: &mut TableRecord<'_>,
    maker: Option<DirectoryMaker>,
    files: &[DirectoryFile],
    asked: Option<PartialDate>,
) {
    record.say_plain("source.date", asked.or_else(|| files.iter().find_map(date_in_name)));
    let Some(maker) = maker else { return };
    let (title, publisher, url, _) = maker.usual();
    record.default("source.title", Some(title));
    record.default("source.publisher", Some(publisher));
    record.default("source.url", Some(url));
    record.default("source.licence", Some("Open Government Licence v3.0"));
    // The usual line of attribution has the year of the directory.
    let (before, now) = (maker.credit(record.recorded("source.date")), maker.credit(record.get("source.date")));
    match record.get("source.credit") {
        Some(credit) if *credit != before => {}
        _ => record.say("source.credit", Some(now)),
    }
}

impl DirectoryMaker {
    /// Title, publisher and address of its directories, and the end of their line of attribution.
    fn usual(self) -> (&'static str, &'static str, &'static str, &'static str) {
        match self {
            Self::Ons => (
                "Postcode directory of the Office for National Statistics",
                "Office for National Statistics",
                "https://geoportal.statistics.gov.uk/",
                "Source: Office for National Statistics licensed under the Open Government Licence v3.0.",
            ),
            Self::Os => (
                "Code-Point Open",
                "Ordnance Survey",
                "https://www.ordnancesurvey.co.uk/products/code-point-open",
                "Contains National Statistics data © Crown copyright and database right.",
            ),
        }
    }

    fn credit(self, date: Option<&str>) -> String {
        let year = date.and_then(|date| date.split('-').next()).map(|year| format!(" {year}")).unwrap_or_default();
        let (_, _, _, end) = self.usual();
        format!(
            "Contains OS data © Crown copyright and database right{year}. \
             Contains Royal Mail data © Royal Mail copyright and database right{year}. {end}"
        )
    }
}

/// The month in the name of a file as publishers write it: `NSPL_NOV_2021_UK`.
fn date_in_name(file: &DirectoryFile) -> Option<PartialDate> {
    const MONTHS: [&str; 12] = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    let name = file.path.file_stem()?.to_string_lossy().to_uppercase();
    let parts: Vec<&str> = name.split(['_', '-', ' ', '.']).collect();
    parts.windows(2).find_map(|pair| {
        let month = MONTHS.iter().position(|month| *month == pair[0])? + 1;
        format!("{}-{month:02}", pair[1]).parse().ok()
    })
}
