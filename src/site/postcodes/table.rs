use std::collections::{BTreeMap, BTreeSet};

use super::Units;
use crate::atoms::Text;
use crate::country::uk::{Gss, Outcode, Postcode, Sector, Unit};

/// Whether a postcode is in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PostcodeState {
    /// It is in use.
    Live,
    /// It was, and is no longer.
    Gone,
}

/// The postcodes of one sector that lie in one area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitGroup {
    /// The area; nothing where none is known for them.
    pub area: Option<Gss>,
    /// Those in use.
    pub live: Units,
    /// Those no longer in use.
    pub gone: Units,
}

impl UnitGroup {
    fn holds(&self, unit: Unit) -> bool {
        self.live.contains(unit) || self.gone.contains(unit)
    }

    fn of(&mut self, state: PostcodeState) -> &mut Units {
        match state {
            PostcodeState::Live => &mut self.live,
            PostcodeState::Gone => &mut self.gone,
        }
    }
}

/// Postcodes, each with its areas and whether it is in use. Most lie in one area; a boundary may run through a few, which
/// then lie in each of its areas. No postcode is in it twice with the same area, nor both in use and no longer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PostcodeTable {
    names: BTreeMap<Gss, Option<Text>>,
    sectors: BTreeMap<Sector, Vec<UnitGroup>>,
}

impl PostcodeTable {
    /// Adds a postcode. One that is in use wins over one that is not, and a known area over none; one that is given with
    /// several areas lies in all of them.
    pub fn add(&mut self, postcode: Postcode, area: Option<Gss>, state: PostcodeState) {
        let groups = self.sectors.entry(postcode.sector).or_default();
        let unit = postcode.unit;
        let known = |groups: &[UnitGroup], test: fn(&UnitGroup) -> &Units| {
            groups.iter().any(|group| test(group).contains(unit))
        };
        match state {
            PostcodeState::Gone if known(groups, |group| &group.live) => return,
            PostcodeState::Live => groups.iter_mut().for_each(|group| group.gone.remove(unit)),
            PostcodeState::Gone => {}
        }
        if area.is_none() && groups.iter().any(|group| group.holds(unit)) {
            return;
        }
        groups.iter_mut().filter(|group| group.area.is_none()).for_each(|group| group.of(state).remove(unit));
        groups.retain(|group| !group.live.is_empty() || !group.gone.is_empty());
        self.group(postcode.sector, area).of(state).insert(unit);
    }

    /// Adds postcodes of one sector; false, and nothing changes, when one of them is in already with the same area, with no
    /// area, or in the other state.
    pub(super) fn add_all(&mut self, sector: Sector, area: Option<Gss>, units: &Units, state: PostcodeState) -> bool {
        let groups = self.sectors.entry(sector).or_default();
        let clashes = |group: &UnitGroup| {
            let (same, other) = match state {
                PostcodeState::Live => (&group.live, &group.gone),
                PostcodeState::Gone => (&group.gone, &group.live),
            };
            let alone = group.area == area || group.area.is_none() || area.is_none();
            other.overlaps(units) || (alone && same.overlaps(units))
        };
        if groups.iter().any(clashes) {
            return false;
        }
        self.group(sector, area).of(state).extend(units);
        true
    }

    /// The group of an area in a sector, made when there is none.
    fn group(&mut self, sector: Sector, area: Option<Gss>) -> &mut UnitGroup {
        if let Some(area) = &area {
            self.names.entry(area.clone()).or_default();
        }
        let groups = self.sectors.entry(sector).or_default();
        let at = groups.iter().position(|group| group.area == area).unwrap_or_else(|| {
            groups.push(UnitGroup { area, live: Units::default(), gone: Units::default() });
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
    pub fn sectors(&self) -> impl Iterator<Item = (Sector, Vec<&UnitGroup>)> {
        self.sectors.iter().map(|(sector, groups)| {
            let mut groups: Vec<&UnitGroup> = groups.iter().collect();
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
    pub fn sectors_of(&self, outcode: Outcode) -> impl Iterator<Item = (u8, &[UnitGroup])> {
        let sectors = self.sectors.range(Sector { outcode, digit: 0 }..=Sector { outcode, digit: 9 });
        sectors.map(|(sector, groups)| (sector.digit, groups.as_slice()))
    }

    /// The areas of a postcode, sorted, and whether it is in use; nothing when it is not in the table.
    #[must_use]
    pub fn find(&self, postcode: Postcode) -> Option<(BTreeSet<&Gss>, PostcodeState)> {
        let groups = self.sectors.get(&postcode.sector)?.iter().filter(|group| group.holds(postcode.unit));
        let state = |group: &UnitGroup| {
            if group.live.contains(postcode.unit) { PostcodeState::Live } else { PostcodeState::Gone }
        };
        let state = groups.clone().map(state).min()?;
        Some((groups.filter_map(|group| group.area.as_ref()).collect(), state))
    }

    /// How many postcodes are in use, and how many are no longer.
    #[must_use]
    pub fn count(&self) -> (u32, u32) {
        self.sectors.values().fold((0, 0), |(live, gone), groups| {
            let all = |of: fn(&UnitGroup) -> &Units| {
                groups.iter().fold(Units::default(), |mut all, group| {
                    all.extend(of(group));
                    all
                })
            };
            (live + all(|group| &group.live).len(), gone + all(|group| &group.gone).len())
        })
    }

    /// How many of those in use lie in more than one area.
    #[must_use]
    pub fn count_shared(&self) -> u32 {
        self.sectors.values().map(|groups| shared(groups).len()).sum()
    }

    /// The postcodes of one first half that are in use and lie in more than one area, in order.
    pub fn shared_of(&self, outcode: Outcode) -> impl Iterator<Item = Postcode> {
        self.sectors_of(outcode).flat_map(move |(digit, groups)| {
            let units: Vec<Unit> = shared(groups).iter().collect();
            units.into_iter().map(move |unit| Postcode { sector: Sector { outcode, digit }, unit })
        })
    }
}

/// The units in use that more than one group holds.
fn shared(groups: &[UnitGroup]) -> Units {
    let (mut seen, mut shared) = (Units::default(), Units::default());
    for group in groups {
        for unit in group.live.iter() {
            if !seen.insert(unit) {
                shared.insert(unit);
            }
        }
    }
    shared
}
