use super::files::Listed;
use crate::atoms::PartialDate;
use crate::import::SourceOptions;
use crate::load::records::DataRecord;
use crate::load::{At, Field};

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
    /// What was said, and where nothing was, what stands on record already.
    pub(super) fn or_recorded(self, record: Option<&DataRecord>) -> Self {
        let Some(source) = record.and_then(|record| record.source.as_ref()).map(|source| &source.value) else {
            return self;
        };
        Self {
            title: self.title.or_else(|| value(source.title.as_ref())),
            publisher: self.publisher.or_else(|| value(source.publisher.as_ref())),
            url: self.url.or_else(|| value(source.url.as_ref())),
            date: self.date.or_else(|| value(source.date.as_ref())),
            licence: self.licence.or_else(|| value(source.licence.as_ref())),
            credit: self.credit.or_else(|| value(source.credit.as_ref())),
        }
    }

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

/// The value of a field that is well formed.
pub(super) fn value<T: Clone>(field: Option<&Field<T>>) -> Option<T> {
    field.and_then(|At { value, .. }| value.0.as_ref().ok()).cloned()
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
