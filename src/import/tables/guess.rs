use std::fmt;

/// Something that a table does not say, and that was taken from how it looks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Guess {
    /// The letters are not in UTF-8, so they were read as in Windows-1252. The line of the first.
    Windows1252(u32),
    /// What divides the columns, when it is no comma.
    Delimiter(char),
    /// The line that names the columns, when it is not the first.
    Head(u32),
    /// A second line that names the columns, below the first.
    SecondHead(u32),
    /// Days are written with the day first, or with the month.
    DaysWith {
        /// Whether the day comes first.
        day_first: bool,
    },
    /// The list names no ballots: they were told by election, area and day.
    Ballots,
    /// A list of one's own: so many people have no number there, and are known by their names.
    PeopleByName(usize),
    /// A list of one's own, in which parties are known by their names.
    PartiesByName,
    /// The column that holds the names of areas.
    AreaNames(String),
    /// So many codes of seats were taken for those that replaced them, or that they replaced.
    RevisedCodes(usize),
}

impl fmt::Display for Guess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Windows1252(line) => {
                write!(
                    f,
                    "letters as in Windows-1252, since the file is not in UTF-8 (first on line {line}); look at names with accents"
                )
            }
            Self::Delimiter('\t') => f.write_str("columns divided by tabs"),
            Self::Delimiter(sign) => write!(f, "columns divided by “{sign}”"),
            Self::Head(line) => write!(f, "line {line} names the columns"),
            Self::SecondHead(line) => write!(f, "line {line} names the columns once more, and is no row"),
            Self::DaysWith { day_first: true } => f.write_str("days written with the day first, as in 31/12/2031"),
            Self::DaysWith { day_first: false } => f.write_str("days written with the month first, as in 12/31/2031"),
            Self::Ballots => f.write_str("no ballots named, so told by election, area and day"),
            Self::PeopleByName(1) => {
                f.write_str("a list of your own; 1 person without a number, known by name and area")
            }
            Self::PeopleByName(n) => {
                write!(f, "a list of your own; {n} people without a number, known by name and area")
            }
            Self::PartiesByName => f.write_str("parties known by their names"),
            Self::AreaNames(column) => write!(f, "areas known by their names, in the column “{column}”"),
            Self::RevisedCodes(1) => f.write_str("1 code of an area since replaced, or not yet: the seat is the same"),
            Self::RevisedCodes(n) => write!(f, "{n} codes of areas since replaced, or not yet: the seats are the same"),
        }
    }
}
