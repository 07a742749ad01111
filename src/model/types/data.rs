use std::ops::Deref;

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

impl Deref for Dataset {
    type Target = DataRecord;

    fn deref(&self) -> &DataRecord {
        &self.record
    }
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
    /// The numbers.
    pub table: figures::Table,
    /// How they all lie.
    pub spread: Spread,
    /// What they say.
    pub record: FigureRecord,
}

impl Deref for Figures {
    type Target = FigureRecord;

    fn deref(&self) -> &FigureRecord {
        &self.record
    }
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
            (Some(own), Some(other)) => *own == *other,
            _ => true,
        }
    }
}
