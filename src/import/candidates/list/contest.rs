use jiff::civil::Date;

use super::Contest;
use super::cells::{RowCells, one_line};
use super::day::Day;
use super::header::ListColumn;
use crate::atoms::{BallotId, ElectionId, Text};
use crate::country::uk::Gss;
use crate::country::uk::{nation_of_code, nation_of_region, region_name};
use crate::diagnostic::Code;
use crate::import::candidates::elections::is_reserved;

/// The ballot on which somebody stands, as a row says it.
impl RowCells<'_, '_> {
    fn election(&mut self) -> Option<ElectionId> {
        let election = self.needed(ListColumn::Election)?;
        if !is_reserved(&election) {
            return Some(election);
        }
        let message =
            format!("“{election}” cannot be an election: a site has a folder of this name for something else");
        self.report(
            ListColumn::Election,
            Code::Malformed,
            message,
            "write the election's own id, for example parl.2031-05-01",
        );
        None
    }

    pub(super) fn contest(&mut self) -> Option<Contest> {
        let named = |column| self.header.cell(column).is_some();
        let election = if named(ListColumn::Election) { Some(self.election()?) } else { None };
        let ballot = if named(ListColumn::Ballot) { Some(self.needed(ListColumn::Ballot)?) } else { None };
        if election.is_some() && ballot.is_none() {
            self.rows.guessed.insert("no ballots named, so told by election, area and day".to_owned());
        }
        let area: Option<Text> = self.needed(ListColumn::Area);
        let gss = self.gss();
        let region: Option<Text> = self.optional(ListColumn::Region);
        let nation = gss.as_ref().and_then(nation_of_code).or_else(|| region.as_deref().map(nation_of_region));
        Some(Contest {
            date: self.date(election.as_ref(), ballot.as_ref()),
            election,
            ballot,
            area: one_line(area?),
            nation,
            region: region.and_then(|region| region_name(&region, nation)),
            gss,
            seats: self.seats(),
            lists: self.yes(ListColumn::Lists),
            cancelled: self.yes(ListColumn::Cancelled),
            organisation: self.optional(ListColumn::Organisation).map(one_line),
        })
    }

    /// The code of the area: in its own column, else in the id of the post (`gss:E14000123`, `WMC:E14000123`).
    fn gss(&mut self) -> Option<Gss> {
        let current: Option<Gss> = self.optional(ListColumn::CurrentGss);
        let of_post = |cells: &Self| cells.text(ListColumn::Post)?.split_once(':')?.1.trim().parse().ok();
        current.or_else(|| self.optional(ListColumn::Gss)).or_else(|| of_post(self))
    }

    fn date(&mut self, election: Option<&ElectionId>, ballot: Option<&BallotId>) -> Option<Date> {
        let ids = election.map(ElectionId::as_str).into_iter().chain(ballot.map(BallotId::as_str));
        let known: Vec<Date> = ids.filter_map(|id| id.rsplit('.').next()?.parse().ok()).collect();
        let day = Day::read(self.text(ListColumn::Date)?, &known);
        if let Some(day_first) = day.and_then(|day| day.day_first) {
            let way = if day_first { "day first, as in 31/12/2031" } else { "month first, as in 12/31/2031" };
            self.rows.guessed.insert(format!("days written with the {way}"));
        }
        if day.is_none() {
            self.report(ListColumn::Date, Code::Malformed, "this is no date", "write it as 2031-05-01");
        }
        day.map(|day| day.date)
    }

    fn seats(&mut self) -> Option<u32> {
        let seats = self.number(ListColumn::Seats);
        if seats == Some(0) {
            let help = "write how many people are elected, or leave it blank";
            self.report(ListColumn::Seats, Code::Malformed, "nobody is elected to 0 seats", help);
        }
        seats
    }
}
