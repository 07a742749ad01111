use super::files::Listed;
use crate::atoms::PartialDate;
use crate::import::SourceOptions;

/// Who makes a directory of postcodes, told by the names of its columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Maker {
    /// The Office for National Statistics.
    Ons,
    /// Ordnance Survey.
    Os,
    /// Nobody that is known.
    Other,
}

impl SourceOptions {
    /// What is known of a maker's directories, for what was not said.
    pub(super) fn or_usual(self, maker: Maker, files: &[Listed]) -> Self {
        let date = self.date.or_else(|| files.iter().find_map(date_in_name));
        let (title, publisher, url, credit) = match maker {
            Maker::Other => return Self { date, ..self },
            Maker::Ons => (
                "Postcode directory of the Office for National Statistics",
                "Office for National Statistics",
                "https://geoportal.statistics.gov.uk/",
                "Source: Office for National Statistics licensed under the Open Government Licence v3.0.",
            ),
            Maker::Os => (
                "Code-Point Open",
                "Ordnance Survey",
                "https://www.ordnancesurvey.co.uk/products/code-point-open",
                "Contains National Statistics data © Crown copyright and database right.",
            ),
        };
        let year = date.map(|date| format!(" {}", date.year())).unwrap_or_default();
        let credit = format!(
            "Contains OS data © Crown copyright and database right{year}. \
             Contains Royal Mail data © Royal Mail copyright and database right{year}. {credit}"
        );
        Self {
            title: self.title.or_else(|| title.parse().ok()),
            publisher: self.publisher.or_else(|| publisher.parse().ok()),
            url: self.url.or_else(|| url.parse().ok()),
            date,
            licence: self.licence.or_else(|| "Open Government Licence v3.0".parse().ok()),
            credit: self.credit.or_else(|| credit.parse().ok()),
        }
    }
}

/// The month in the name of a file as publishers write it: `NSPL_NOV_2021_UK`.
fn date_in_name(file: &Listed) -> Option<PartialDate> {
    const MONTHS: [&str; 12] = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    let name = file.path.file_stem()?.to_string_lossy().to_uppercase();
    let parts: Vec<&str> = name.split(['_', '-', ' ', '.']).collect();
    parts.windows(2).find_map(|pair| {
        let month = MONTHS.iter().position(|month| *month == pair[0])? + 1;
        format!("{}-{month:02}", pair[1]).parse().ok()
    })
}
