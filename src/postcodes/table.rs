use std::collections::BTreeMap;

use super::Units;
use crate::atoms::{Gss, Outcode, Postcode, Sector, Text};

/// Whether a postcode is in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It is in use.
    Live,
    /// It was, and is no longer.
    Gone,
}

/// The postcodes of one sector that lie in one area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The area; nothing where none is known for them.
    pub area: Option<Gss>,
    /// Those in use.
    pub live: Units,
    /// Those no longer in use.
    pub gone: Units,
}

impl Group {
    fn of(&mut self, state: State) -> &mut Units {
        match state {
            State::Live => &mut self.live,
            State::Gone => &mut self.gone,
        }
    }
}

/// What became of a postcode that was to be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// It is new.
    New,
    /// It was in already, with the same area.
    Again,
    /// It was in already, with another area, which stays.
    Elsewhere,
}

/// Postcodes, each with its area and whether it is in use. No postcode is in it twice.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    names: BTreeMap<Gss, Option<Text>>,
    sectors: BTreeMap<Sector, Vec<Group>>,
}

impl Table {
    /// Adds a postcode. One that is in use wins over one that is not; else the first one stays.
    pub fn add(&mut self, postcode: Postcode, area: Option<Gss>, state: State) -> Added {
        let groups = self.sectors.entry(postcode.sector).or_default();
        let unit = postcode.unit;
        if let Some(at) = groups.iter().position(|group| group.live.contains(unit) || group.gone.contains(unit)) {
            let known = &mut groups[at];
            if state == State::Live && known.gone.contains(unit) {
                known.gone.remove(unit);
            } else {
                return if known.area == area { Added::Again } else { Added::Elsewhere };
            }
        }
        groups.retain(|group| !group.live.is_empty() || !group.gone.is_empty());
        self.group(postcode.sector, area).of(state).insert(unit);
        Added::New
    }

    /// Adds postcodes of one sector; false, and nothing changes, when one of them is in already.
    pub(super) fn add_all(&mut self, sector: Sector, area: Option<Gss>, units: &Units, state: State) -> bool {
        let groups = self.sectors.entry(sector).or_default();
        if groups.iter().any(|group| group.live.overlaps(units) || group.gone.overlaps(units)) {
            return false;
        }
        self.group(sector, area).of(state).extend(units);
        true
    }

    /// The group of an area in a sector, made when there is none.
    fn group(&mut self, sector: Sector, area: Option<Gss>) -> &mut Group {
        if let Some(area) = &area {
            self.names.entry(area.clone()).or_default();
        }
        let groups = self.sectors.entry(sector).or_default();
        let at = groups.iter().position(|group| group.area == area).unwrap_or_else(|| {
            groups.push(Group { area, live: Units::default(), gone: Units::default() });
            groups.len() - 1
        });
        &mut groups[at]
    }

    /// Gives an area its name.
    pub fn name(&mut self, area: Gss, name: Text) {
        self.names.insert(area, Some(name));
    }

    /// The areas with their names, sorted by code.
    pub fn areas(&self) -> impl ExactSizeIterator<Item = (&Gss, Option<&Text>)> {
        self.names.iter().map(|(area, name)| (area, name.as_ref()))
    }

    /// Whether one of its postcodes lies in an area, or it names it.
    #[must_use]
    pub fn has_area(&self, area: &Gss) -> bool {
        self.names.contains_key(area)
    }

    /// The name of an area, when it is known.
    #[must_use]
    pub fn name_of(&self, area: &Gss) -> Option<&Text> {
        self.names.get(area)?.as_ref()
    }

    /// The sectors in order, each with its groups, sorted by area, those without one last.
    pub fn sectors(&self) -> impl Iterator<Item = (Sector, Vec<&Group>)> {
        self.sectors.iter().map(|(sector, groups)| {
            let mut groups: Vec<&Group> = groups.iter().collect();
            groups.sort_by_key(|group| (group.area.is_none(), group.area.clone()));
            (*sector, groups)
        })
    }

    /// The first halves of its postcodes, in order.
    #[must_use]
    pub fn outcodes(&self) -> Vec<Outcode> {
        let mut all: Vec<Outcode> = self.sectors.keys().map(|sector| sector.outcode).collect();
        all.dedup();
        all
    }

    /// The sectors of one first half, in order.
    pub fn sectors_of(&self, outcode: Outcode) -> impl Iterator<Item = (u8, &[Group])> {
        let sectors = self.sectors.range(Sector { outcode, digit: 0 }..=Sector { outcode, digit: 9 });
        sectors.map(|(sector, groups)| (sector.digit, groups.as_slice()))
    }

    /// The area of a postcode and whether it is in use; nothing when it is not in the table.
    #[must_use]
    pub fn find(&self, postcode: Postcode) -> Option<(Option<&Gss>, State)> {
        self.sectors.get(&postcode.sector)?.iter().find_map(|group| {
            let state = match () {
                () if group.live.contains(postcode.unit) => State::Live,
                () if group.gone.contains(postcode.unit) => State::Gone,
                () => return None,
            };
            Some((group.area.as_ref(), state))
        })
    }

    /// How many postcodes are in use, and how many are no longer.
    #[must_use]
    pub fn count(&self) -> (u32, u32) {
        let groups = self.sectors.values().flatten();
        groups.fold((0, 0), |(live, gone), group| (live + group.live.len(), gone + group.gone.len()))
    }
}
