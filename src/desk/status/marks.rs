use std::collections::BTreeMap;

use jiff::civil::Date;

use super::errand::{Errand, ErrandItem, ErrandKind, counted, either};
use crate::atoms::{Slug, WrittenVerification};
use crate::desk::EnteredMark;
use crate::model::{Campaign, Verification};

/// What is to be done with the answers that are on record.
pub(super) fn errands(
    campaign: &Campaign,
    marks: &[EnteredMark<'_>],
    by: Option<&Slug>,
    day: Date,
) -> Vec<Option<Errand>> {
    let stuck = |mark: &EnteredMark<'_>| can_confirm(mark, campaign) < mark.missing_checks(campaign);
    vec![
        to_confirm(campaign, marks, by),
        errand(
            marks.iter().filter(|mark| mark.settled().is_none() && stuck(mark)),
            campaign,
            (ErrandKind::CannotConfirm, "can never be confirmed: too few others could check it"),
            "name more people under “checkers:” in hustings.yaml, or lower “checks_required:”",
        ),
        errand(
            marks.iter().filter(|mark| is(mark, WrittenVerification::Disputed)),
            campaign,
            (ErrandKind::Disputed, "disputed"),
            "settle it with those concerned, correct the record, and say so in content/corrections.yaml",
        ),
        errand(
            marks.iter().filter(|mark| is(mark, WrittenVerification::Unverified)),
            campaign,
            (ErrandKind::Unverified, "that nobody could verify"),
            "look for the words themselves; record them with “hustings record”",
        ),
        held(campaign, marks, day),
    ]
}

fn is(mark: &EnteredMark<'_>, state: WrittenVerification) -> bool {
    let is = matches!(&mark.mark.verification, Verification::Written(written) if written.state == state);
    is && !mark.is_taken_down()
}

/// How many people could still check a mark.
fn can_confirm(mark: &EnteredMark<'_>, campaign: &Campaign) -> usize {
    campaign.site.checkers.keys().filter(|by| mark.not_for(by).is_none()).count()
}

fn to_confirm(campaign: &Campaign, marks: &[EnteredMark<'_>], by: Option<&Slug>) -> Option<Errand> {
    let waits = |mark: &EnteredMark<'_>| match by {
        Some(by) => mark.not_for(by).is_none(),
        None => mark.settled().is_none(),
    };
    let waiting: Vec<&EnteredMark<'_>> = marks.iter().filter(|mark| waits(mark)).collect();
    let mut entered = BTreeMap::<&str, usize>::new();
    waiting.iter().for_each(|mark| *entered.entry(mark.mark.entered_by.as_str()).or_default() += 1);
    let entered: Vec<String> = entered.into_iter().map(|(by, count)| format!("{by} {count}")).collect();
    let (count, who) = (waiting.len(), by.map_or("ID", Slug::as_str));
    let eyes = by.map_or_else(|| "a second pair of eyes".to_owned(), |by| format!("a check by {by}"));
    let what = format!(
        "{} {} for {eyes} (entered by: {})",
        counted(count, "answer"),
        either(count, "waits", "wait"),
        entered.join(", ")
    );
    let how = format!("“hustings confirm --by {who}” goes through them");
    Errand::of(ErrandKind::ToConfirm, what, how, waiting.iter().map(|mark| item(mark, campaign)).collect())
}

fn errand<'m, 'c: 'm>(
    marks: impl Iterator<Item = &'m EnteredMark<'c>>,
    campaign: &Campaign,
    (kind, what): (ErrandKind, &str),
    how: &str,
) -> Option<Errand> {
    let items: Vec<ErrandItem> = marks.map(|mark| item(mark, campaign)).collect();
    Errand::of(kind, format!("{} {what}", counted(items.len(), "answer")), how, items)
}

/// What is held back, and of how much the day has come although the records do not say so yet.
fn held(campaign: &Campaign, marks: &[EnteredMark<'_>], day: Date) -> Option<Errand> {
    let as_of = campaign.site.as_of;
    let held = marks.iter().filter_map(|mark| Some((mark.mark.shown_from.filter(|from| as_of < *from)?, mark)));
    let mut held: Vec<_> = held.collect();
    held.sort_by_key(|(from, _)| *from);
    let due = held.iter().filter(|(from, _)| *from <= day).count();
    let what = match due {
        0 => format!("{} held back until their day", counted(held.len(), "answer")),
        due => format!("{} held back, of which the day of {due} has come", counted(held.len(), "answer")),
    };
    let how = match due {
        0 => "“hustings preview-for NAME --out FOLDER” shows them to those who gave them",
        _ => "“hustings as-of” with a later day shows them",
    };
    let items = held.into_iter().map(|(from, mark)| {
        let mut item = item(mark, campaign);
        let due = if from <= day { ", its day has come" } else { "" };
        item.what += &format!("; held back until {from}{due}");
        item
    });
    Errand::of(ErrandKind::Held, what, how, items.collect())
}

fn item(mark: &EnteredMark<'_>, campaign: &Campaign) -> ErrandItem {
    let said = mark.mark;
    let (checks, required) = (said.checks.len(), campaign.site.checks_required);
    let (by, answer) = (&said.entered_by.value, mark.answer());
    let id = mark.speaker().map(|speaker| speaker.id());
    let known_by = id.map(|id| format!(" ({id})")).unwrap_or_default();
    ErrandItem {
        what: format!(
            "{}{known_by}, {}, {}: {answer} (entered by {by}, {checks} of {required} checks)",
            mark.name(),
            mark.topic(),
            said.date
        ),
        id: id.map(str::to_owned),
        file: Some(mark.file().to_string()),
        line: Some(said.pos.line),
    }
}
