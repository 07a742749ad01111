use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use super::Amount;
use crate::atoms::{FigureUnit, Malformed, Slug};
use crate::country::uk::Gss;

/// The smallest number of people that is shown; a smaller one, none at all included, could point at somebody.
pub const FEWEST_PEOPLE: u32 = 10;

/// The area of which a figure speaks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// By its code.
    Code(Gss),
    /// By its name in small letters: that of the ballot's file, where there is one.
    Named(Slug),
}

impl Area {
    /// What kind of area it is, and of which nation, as the first three signs of its code say (`E14`); nothing of one without a code.
    #[must_use]
    pub fn kind(&self) -> &str {
        match self {
            Self::Code(code) => code.as_str().get(..3).unwrap_or_default(),
            Self::Named(_) => "",
        }
    }
}

/// What a table says of one area. In order of size; what is not published comes last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Figure {
    /// Fewer than ten people.
    Few,
    /// So much.
    Known(Amount),
    /// The source has the area and gives no figure for it.
    NotPublished,
}

/// Figures by their areas.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    figures: BTreeMap<Area, Figure>,
}

/// What is wrong with a line of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableTrouble {
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in characters.
    pub column: u32,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub help: String,
}

/// The first line of every table.
const HEAD: &str = "area,value";

/// How a table writes that there are fewer than ten people.
const FEW: &str = "<10";

impl Figure {
    /// A number as a figure: a small one of people only says that it is small.
    ///
    /// # Errors
    /// When there can be no such number of people, or so many of every hundred.
    pub fn of(amount: Amount, unit: FigureUnit) -> Result<Self, Malformed> {
        match unit {
            FigureUnit::People if !amount.is_whole() => {
                let help = "people are counted whole: is the unit another, or are these thousands (--times 1000)?";
                Err(Malformed::syntax(format!("there cannot be {amount} people"), help))
            }
            FigureUnit::People if amount < Amount::whole(FEWEST_PEOPLE) => Ok(Self::Few),
            FigureUnit::Percent if amount > Amount::whole(100) => {
                let help = "is it the right column? What can be more than all has the unit “count”";
                Err(Malformed::syntax(format!("{amount} is more than 100 percent"), help))
            }
            _ => Ok(Self::Known(amount)),
        }
    }

    /// Reads the value of a line.
    fn read(text: &str, unit: FigureUnit) -> Result<Self, Malformed> {
        match text {
            "" => Ok(Self::NotPublished),
            FEW if unit == FigureUnit::People => Ok(Self::Few),
            _ => text.parse().and_then(|amount| Self::of(amount, unit)),
        }
    }
}

impl Table {
    /// Reads a table, with what is wrong in it; a line in which something is wrong is left out.
    #[must_use]
    pub fn read(text: &str, unit: FigureUnit) -> (Self, Vec<TableTrouble>) {
        let (mut table, mut troubles) = (Self::default(), Vec::new());
        for (line, number) in text.lines().zip(1..) {
            let read = if number == 1 { head(line) } else { table.read_line(line, unit) };
            if let Err((column, Malformed { what, help, .. })) = read {
                troubles.push(TableTrouble { line: number, column, what, help });
            }
        }
        (table, troubles)
    }

    /// Reads a line; else says what is wrong in which column.
    fn read_line(&mut self, line: &str, unit: FigureUnit) -> Result<(), (u32, Malformed)> {
        let Some((area, value)) = line.split_once(',') else {
            let help = "write the area, a comma and the figure; nothing after the comma where none is published";
            return Err((1, Malformed::syntax("this line has no figure", help)));
        };
        let area: Area = area.parse().map_err(|malformed| (1, malformed))?;
        let column = u32::try_from(line.len() - value.len() + 1).unwrap_or(u32::MAX);
        let figure = Figure::read(value, unit).map_err(|malformed| (column, malformed))?;
        if self.figures.contains_key(&area) {
            let what = format!("{area} is in this table twice");
            return Err((1, Malformed::syntax(what, "delete the line that is wrong")));
        }
        self.set(area, figure);
        Ok(())
    }

    /// Gives an area its figure.
    pub fn set(&mut self, area: Area, figure: Figure) {
        self.figures.insert(area, figure);
    }

    /// What it says of an area, by its code, else by its name.
    #[must_use]
    pub fn get(&self, code: Option<&Gss>, name: &Slug) -> Option<Figure> {
        let by_code = code.and_then(|code| self.figures.get(&Area::Code(code.clone())));
        by_code.or_else(|| self.figures.get(&Area::Named(name.clone()))).copied()
    }

    /// The areas in order, each with its figure.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&Area, Figure)> {
        self.figures.iter().map(|(area, figure)| (area, *figure))
    }
}

fn head(line: &str) -> Result<(), (u32, Malformed)> {
    if line == HEAD {
        return Ok(());
    }
    Err((
        1,
        Malformed::syntax("the first line of this table is not that of a table of figures", format!("write “{HEAD}”")),
    ))
}

impl fmt::Display for Table {
    /// The table as text, a line for each area: codes in their order, then names in theirs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEAD}")?;
        for (area, figure) in &self.figures {
            match figure {
                Figure::Few => writeln!(f, "{area},{FEW}")?,
                Figure::Known(amount) => writeln!(f, "{area},{amount}")?,
                Figure::NotPublished => writeln!(f, "{area},")?,
            }
        }
        Ok(())
    }
}

impl FromStr for Area {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        match text.parse() {
            Ok(code) => Ok(Self::Code(code)),
            Err(_) => text.parse().map(Self::Named),
        }
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(code) => code.fmt(f),
            Self::Named(name) => name.fmt(f),
        }
    }
}
