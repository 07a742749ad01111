use std::collections::BTreeMap;

use super::{NewMark, NotDone, OpenSite, SoundChange, Speaker, checker, not_after_as_of};
use crate::diagnostic::{Failure, FileName};
use crate::edit::{Change, FileChange, GroupPlace, Item, Step};
use crate::model::{Campaign, Mark, PutQuestion};

/// A mark that was entered.
#[derive(Debug)]
pub(crate) struct AddedMark<'s> {
    /// What that changes.
    pub(crate) change: SoundChange<'s>,
    /// How many marks of the same person or party on the question are on record already.
    pub(crate) others: usize,
}

/// A mark that is to be put into the record of whoever gave the answer.
#[derive(Debug)]
pub(super) struct MarkEntry<'s> {
    pub(super) speaker: Speaker<'s>,
    pub(super) put: &'s PutQuestion,
    pub(super) mark: NewMark,
}

/// A list of a file that gets new marks: the way to it, and those marks by their numbers.
#[derive(Debug)]
pub(super) struct GrownList {
    pub(super) file: FileName,
    pub(super) way: Vec<Step>,
    pub(super) entries: Vec<usize>,
}

/// A mark in the record of the person or party whose answer it is, after those that are there.
pub(crate) fn enter_mark<'s>(
    site: &'s OpenSite,
    speaker: &Speaker<'s>,
    put: &'s PutQuestion,
    mark: &NewMark,
) -> Result<AddedMark<'s>, NotDone> {
    let campaign = site.campaign("nothing was written")?;
    judge(speaker, mark, campaign).map_err(NotDone::Refused)?;
    let on_it = speaker.marks_on(put);
    if let Some(same) = on_it.iter().find(|known| mark.is(known)) {
        let (file, line, by) = (same.file(speaker.file()), same.pos.line, &same.entered_by);
        return Err(NotDone::Refused(format!(
            "this is on record already, with the same evidence: {file}:{line}, entered by {by}"
        )));
    }
    let entry = MarkEntry { speaker: *speaker, put, mark: mark.clone() };
    let (changes, _) = site.enter(std::slice::from_ref(&entry))?;
    Ok(AddedMark { change: site.propose(changes)?, others: on_it.len() })
}

impl OpenSite {
    /// Each file once with all of its new marks, each after those that are there; and which lists grew. No mark is judged.
    pub(super) fn enter(&self, entries: &[MarkEntry<'_>]) -> Result<(Vec<FileChange>, Vec<GrownList>), Failure> {
        let mut of_file = BTreeMap::<&FileName, Vec<usize>>::new();
        for (number, entry) in entries.iter().enumerate() {
            of_file.entry(entry.speaker.file()).or_default().push(number);
        }
        let (mut files, mut grown) = (Vec::new(), Vec::new());
        for (file, numbers) in of_file {
            let (change, lists) = self.enter_into(file, entries, numbers)?;
            files.push(change);
            grown.extend(lists);
        }
        Ok((files, grown))
    }

    fn enter_into(
        &self,
        file: &FileName,
        entries: &[MarkEntry<'_>],
        numbers: Vec<usize>,
    ) -> Result<(FileChange, Vec<GrownList>), Failure> {
        let mut of_place = BTreeMap::<_, Vec<usize>>::new();
        for number in numbers {
            of_place.entry(entries[number].speaker.place()).or_default().push(number);
        }
        let places: Vec<_> = of_place.keys().flatten().copied().collect();
        let mut ways = self.ways(file, &places)?.into_iter();
        let (mut changes, mut lists, mut by_hand) = (Vec::new(), Vec::new(), Vec::new());
        for (place, numbers) in of_place {
            let (place, list) = match place.and_then(|_| ways.next()) {
                Some(way) => (GroupPlace::At(way), "positions"),
                None => (GroupPlace::Root, "lines"),
            };
            for number in &numbers {
                let MarkEntry { speaker, put, mark } = &entries[*number];
                let item = mark.item(speaker, put);
                by_hand.push(added_by_hand(list, speaker, &item));
                changes.push(Change::Insert { place: place.clone(), list, index: usize::MAX, item });
            }
            let mut way = if let GroupPlace::At(way) = place { way } else { Vec::new() };
            way.push(Step::Key(list.to_owned()));
            lists.push(GrownList { file: file.clone(), way, entries: numbers });
        }
        Ok((self.edit(file, &changes, || by_hand.join("\n"))?, lists))
    }
}

fn added_by_hand(list: &str, speaker: &Speaker<'_>, item: &Item) -> String {
    format!("add it by hand under “{list}:” of {}:\n{}", speaker.name(), item.to_block(2).join("\n"))
}

/// Why a mark cannot be entered as it is, if it cannot.
pub(super) fn judge(speaker: &Speaker<'_>, mark: &NewMark, campaign: &Campaign) -> Result<(), String> {
    checker(&mark.by, campaign)?;
    not_after_as_of(mark.date.earliest(), campaign)?;
    if matches!(speaker, Speaker::Candidate { .. }) && !mark.nations.is_empty() {
        return Err("nations are for what a party says; a candidate stands in one".into());
    }
    Ok(())
}

impl<'s> Speaker<'s> {
    /// The marks on record on one question, in the order of the file.
    pub(super) fn marks_on(&self, put: &PutQuestion) -> Vec<&'s Mark> {
        self.marks().into_iter().filter(|(question, ..)| *question == put.id()).map(|(.., mark)| mark).collect()
    }
}
