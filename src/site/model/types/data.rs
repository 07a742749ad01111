use crate::atoms::{Slug, Text};
use crate::diagnostic::FileName;
use crate::figures::{self, Spread};
use crate::load::HexMap;
use crate::load::records::{DataRecord, FigureRecord};
use crate::postcodes::PostcodeTable;

/// An imported table: what it holds, and whose data it was made of.
#[derive(Debug)]
pub struct Dataset {
    /// The name of its files.
    pub id: Slug,
    /// What it holds.
    pub content: DataContent,
    /// The file of its record.
    pub file: FileName,
    /// Its record, without what its numbers say.
    pub record: DataRecord,
}

owns_record!(Dataset: DataRecord);

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
    /// The numbers.
    pub table: figures::Table,
    /// How they all lie.
    pub spread: Spread,
    /// What they say.
    pub record: FigureRecord,
}

owns_record!(Figures: FigureRecord);

impl Dataset {
    /// Its postcodes, when it holds any.
    #[must_use]
    pub fn postcodes(&self) -> Option<&PostcodeTable> {
        if let DataContent::Postcodes(table) = &self.content { Some(table) } else { None }
    }

    /// Its map, when it holds one.
    #[must_use]
    pub fn map(&self) -> Option<&HexMap> {
        if let DataContent::Map(map) = &self.content { Some(map) } else { None }
    }

    /// Its figures, when it holds any.
    #[must_use]
    pub fn figures(&self) -> Option<&Figures> {
        if let DataContent::Figures(figures) = &self.content { Some(figures) } else { None }
    }

    /// Whether it goes by the areas of an election with these boundaries. What names no boundaries may fit any.
    #[must_use]
    pub fn fits(&self, boundaries: Option<&Text>) -> bool {
        match (&self.boundaries, boundaries) {
            (Some(own), Some(other)) => *own == *other,
            _ => true,
        }
    }
}
