//! Words of imported tables.

words!(
    /// What an imported table holds.
    DataKind, "kind of data",
    derived: {},
    meant: &[
        (&["postcode", "codes"], "postcodes"),
        (&["hexmap", "hex", "hexjson", "hex map"], "map"),
        (&["figure", "statistics", "stats", "numbers", "table", "csv"], "figures"),
    ],
    {
        /// Postcodes, each with the area in which it lies.
        Postcodes = "postcodes",
        /// A hexagon map: an area in each cell.
        Map = "map",
        /// Figures: a number for each area.
        Figures = "figures",
    }
);

words!(
    /// What the numbers of a table of figures count.
    FigureUnit, "unit of figures",
    derived: {},
    meant: &[
        (&["person", "persons", "population", "residents", "adults", "children"], "people"),
        (&["number", "numbers", "things", "total", "counts"], "count"),
        (&["%", "percentage", "per cent", "pct", "share", "rate"], "percent"),
        (&["gbp", "£", "money", "pound", "sterling"], "pounds"),
    ],
    {
        /// People, or what happened to them: small numbers are never shown.
        People = "people",
        /// Things that are nobody: libraries, homes, buses.
        Count = "count",
        /// So many of every hundred.
        Percent = "percent",
        /// Pounds sterling.
        Pounds = "pounds",
    }
);

impl DataKind {
    /// How the name of such a table ends: `txt`, `hexjson` or `csv`.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Postcodes => "txt",
            Self::Map => "hexjson",
            Self::Figures => "csv",
        }
    }
}
