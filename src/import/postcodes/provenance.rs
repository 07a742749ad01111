use super::files::DirectoryFile;
use crate::atoms::PartialDate;
use crate::import::SourceOptions;

/// Who makes a directory of postcodes, told by the names of its columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DirectoryMaker {
    /// The Office for National Statistics.
    Ons,
    /// Ordnance Survey.
    Os,
    /// Nobody that is known.
    Other,
}

impl SourceOptions {
    /// What was said; else what a file's name says of its date, what stands on record already, and what is usual of a maker's directories.
    pub(super) fn or_known(self, recorded: Self, maker: DirectoryMaker, files: &[DirectoryFile]) -> Self {
        let date = self.date.or_else(|| files.iter().find_map(date_in_name)).or(recorded.date);
        let (before, now) = (Self::usual(maker, recorded.date), Self::usual(maker, date));
        // The usual line of attribution has the year of the directory.
        let credit = recorded.credit.filter(|credit| before.credit.as_ref() != Some(credit));
        Self {
            title: self.title.or(recorded.title).or(now.title),
            publisher: self.publisher.or(recorded.publisher).or(now.publisher),
            url: self.url.or(recorded.url).or(now.url),
            date,
            licence: self.licence.or(recorded.licence).or(now.licence),
            credit: self.credit.or(credit).or(now.credit),
        }
    }

    /// What is known of a maker's directories.
    fn usual(maker: DirectoryMaker, date: Option<PartialDate>) -> Self {
        let (title, publisher, url, credit) = match maker {
            DirectoryMaker::Other => return Self::default(),
            DirectoryMaker::Ons => (
                "Postcode directory of the Office for National Statistics",
                "Office for National Statistics",
                "https://geoportal.statistics.gov.uk/",
                "Source: Office for National Statistics licensed under the Open Government Licence v3.0.",
            ),
            DirectoryMaker::Os => (
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
            title: title.parse().ok(),
            publisher: publisher.parse().ok(),
            url: url.parse().ok(),
            date,
            licence: "Open Government Licence v3.0".parse().ok(),
            credit: credit.parse().ok(),
        }
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
