use crate::atoms::{FigureUnit, PartialDate, Slug, Text, WebUrl};
use crate::diagnostic::FileName;
use crate::figures::{self, Spread};
use crate::load::HexMap;
use crate::postcodes::PostcodeTable;

/// An imported table: what it holds, and whose data it was made of.
#[derive(Debug)]
pub struct Dataset {
    /// The name of its files.
    pub id: Slug,
    /// What it holds.
    pub content: DataContent,
    /// What it is called.
    pub title: Text,
    /// Whose data it was made of.
    pub source: DataSource,
    /// The set of boundaries by whose areas it goes.
    pub boundaries: Option<Text>,
    /// The names of the files that were read to make it.
    pub files: Vec<Text>,
    /// How many there are of what, as the import counted.
    pub counts: Vec<(Text, u32)>,
    /// The file of its record.
    pub file: FileName,
}

/// What an imported table holds.
#[derive(Debug)]
pub enum DataContent {
    /// Postcodes, each with the area in which it lies.
    Postcodes(PostcodeTable),
    /// A map with an area in each cell.
    Map(HexMap),
    /// A number for each area.
    Figures(Figures),
}

/// A number for each area, and what it says.
#[derive(Debug)]
pub struct Figures {
    /// What the numbers count.
    pub unit: FigureUnit,
    /// The words between the number and the date.
    pub says: Text,
    /// The same after the number 1.
    pub says_one: Option<Text>,
    /// Of when they speak.
    pub date: PartialDate,
    /// Whether their publisher rounded them.
    pub rounded: bool,
    /// The numbers.
    pub table: figures::Table,
    /// How they all lie.
    pub spread: Spread,
}

impl Dataset {
    /// Its postcodes, when it holds any.
    #[must_use]
    pub fn postcodes(&self) -> Option<&PostcodeTable> {
        match &self.content {
            DataContent::Postcodes(table) => Some(table),
            DataContent::Map(_) | DataContent::Figures(_) => None,
        }
    }

    /// Its map, when it holds one.
    #[must_use]
    pub fn map(&self) -> Option<&HexMap> {
        match &self.content {
            DataContent::Map(map) => Some(map),
            DataContent::Postcodes(_) | DataContent::Figures(_) => None,
        }
    }

    /// Its figures, when it holds any.
    #[must_use]
    pub fn figures(&self) -> Option<&Figures> {
        match &self.content {
            DataContent::Figures(figures) => Some(figures),
            DataContent::Postcodes(_) | DataContent::Map(_) => None,
        }
    }

    /// Whether it goes by the areas of an election with these boundaries. What names no boundaries may fit any.
    #[must_use]
    pub fn fits(&self, boundaries: Option<&Text>) -> bool {
        match (&self.boundaries, boundaries) {
            (Some(own), Some(other)) => own == other,
            _ => true,
        }
    }
}

/// Whose data a table was made of, and on what terms.
#[derive(Debug)]
pub struct DataSource {
    /// What its publisher calls it.
    pub title: Text,
    /// Who published it.
    pub publisher: Text,
    /// Where.
    pub url: Option<WebUrl>,
    /// When.
    pub date: Option<PartialDate>,
    /// The licence under which it is used.
    pub licence: Text,
    /// The line of attribution that stands wherever the data is used.
    pub credit: Text,
    /// What the site's owner says of the right to publish a part that the licence does not cover.
    pub permission: Option<Text>,
}
