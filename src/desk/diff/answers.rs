use super::difference::{Difference, DifferenceKind};
use super::shown_answer::{Footing, ShownAnswer};
use crate::desk::preview::in_words;

/// An answer that is there now, with the same one as it was before, if it was there.
type MatchedAnswer<'a, 'c> = (Option<&'a ShownAnswer<'c>>, &'a ShownAnswer<'c>);

/// Whether two answers on one question may be the same one.
type IsSame<'f> = &'f dyn Fn(&ShownAnswer<'_>, &ShownAnswer<'_>) -> bool;

/// What changed in what one person or party says on the site. What is held back now is not told, not even as gone.
pub(super) fn answers(
    (who, id): (&str, &str),
    old: &[ShownAnswer<'_>],
    new: &[ShownAnswer<'_>],
    held: &[ShownAnswer<'_>],
) -> Vec<Difference> {
    let (pairs, gone) = paired(old, new);
    let mut told = Vec::new();
    for (before, now) in pairs {
        let story = AnswerStory { who, id, now };
        match before {
            Some(before) => told.extend(story.changed(before, new)),
            None => told.extend(story.added(old, new)),
        }
        told.extend(story.reply(before));
    }
    let is_held = |gone: &ShownAnswer<'_>| held.iter().any(|held| held.is_on_the_same(gone) && same_day(held, gone));
    for gone in gone.into_iter().filter(|gone| gone.stands() && !is_held(gone)) {
        // It may have gone because nobody should read it any more.
        let sentence = format!("Not on the site any more: an answer of {who} {}.", gone.on());
        let question = Some(gone.question.id.to_string());
        told.push(Difference { question, ..Difference::plain(DifferenceKind::Removed, Some(id), sentence) });
    }
    told
}

/// Finds for each answer the one that it was before: the very same, or else one of the same day or the same source.
fn paired<'a, 'c>(
    old: &'a [ShownAnswer<'c>],
    new: &'a [ShownAnswer<'c>],
) -> (Vec<MatchedAnswer<'a, 'c>>, Vec<&'a ShownAnswer<'c>>) {
    let same_source = |one: &ShownAnswer<'_>, other: &ShownAnswer<'_>| one.source() == other.source();
    let same_word = |one: &ShownAnswer<'_>, other: &ShownAnswer<'_>| one.word() == other.word();
    let ways: [IsSame<'_>; 4] = [
        &|one, other| same_day(one, other) && same_source(one, other) && same_word(one, other),
        &|one, other| same_day(one, other) && same_word(one, other),
        &same_day,
        &same_source,
    ];
    let mut left: Vec<Option<&ShownAnswer<'c>>> = old.iter().map(Some).collect();
    let mut found: Vec<Option<&ShownAnswer<'c>>> = vec![None; new.len()];
    for is_same in ways {
        for (place, now) in found.iter_mut().zip(new).filter(|(place, _)| place.is_none()) {
            let fits = |one: &&mut Option<&ShownAnswer<'c>>| {
                one.is_some_and(|before| before.is_on_the_same(now) && is_same(before, now))
            };
            *place = left.iter_mut().find(fits).and_then(Option::take);
        }
    }
    (found.into_iter().zip(new).collect(), left.into_iter().flatten().collect())
}

fn same_day(one: &ShownAnswer<'_>, other: &ShownAnswer<'_>) -> bool {
    one.mark.date.value == other.mark.date.value
}

/// Tells what became of one answer.
struct AnswerStory<'a, 'c> {
    who: &'a str,
    id: &'a str,
    now: &'a ShownAnswer<'c>,
}

impl AnswerStory<'_, '_> {
    fn of(&self, kind: DifferenceKind, sentence: String) -> Difference {
        let now = self.now;
        Difference {
            kind,
            id: Some(self.id.to_owned()),
            question: Some(now.question.id.to_string()),
            from: None,
            to: now.stands().then(|| now.word()),
            hedge: now.hedge(),
            // What was taken off the site is not told by its sources either.
            sources: if now.stands() { now.sources() } else { Vec::new() },
            sentence,
        }
    }

    fn told(&self, kind: DifferenceKind, opening: &str) -> Difference {
        self.of(kind, format!("{opening}: {} {}: {}", self.who, self.now.on(), self.now.told()))
    }

    /// An answer that was not there: another than the site showed before, or one more.
    fn added(&self, old: &[ShownAnswer<'_>], new: &[ShownAnswer<'_>]) -> Option<Difference> {
        let now = self.now;
        if !now.stands() {
            return None;
        }
        let before = now.shown_among(old).filter(|before| before.word() != now.word());
        match (self.but(new), before) {
            (None, Some(before)) => Some(self.from(before)),
            (but, _) => Some(self.told(DifferenceKind::NewAnswer, "New").but(but)),
        }
    }

    /// What the site shows instead of this answer, or with it.
    fn but(&self, new: &[ShownAnswer<'_>]) -> Option<String> {
        let now = self.now;
        if now.is_contradicted_in(new) {
            return Some("Another answer has the same date: the site shows both and counts neither.".to_owned());
        }
        let shown = now.shown_among(new).filter(|shown| shown.word() != now.word())?;
        Some(format!("The site still shows “{}”.", shown.word()))
    }

    fn from(&self, before: &ShownAnswer<'_>) -> Difference {
        let opening = format!("Changed from “{}” to “{}”", before.word(), self.now.word());
        Difference { from: Some(before.word()), ..self.told(DifferenceKind::ChangedAnswer, &opening) }
    }

    /// What became of an answer that was there.
    fn changed(&self, before: &ShownAnswer<'_>, new: &[ShownAnswer<'_>]) -> Option<Difference> {
        let (was, is) = (before.footing(), self.now.footing());
        if before.stands() && self.now.stands() && before.word() != self.now.word() {
            return Some(self.from(before).but(self.but(new)));
        }
        if was == is {
            return None;
        }
        let unsure = matches!(was, Footing::Disputed | Footing::Unverified);
        match is {
            Footing::TakenDown => Some(self.taken_down()),
            Footing::Retracted => Some(self.retracted()),
            _ if !before.stands() => Some(self.told(DifferenceKind::Back, "Back on the site")),
            Footing::Disputed => Some(self.told(DifferenceKind::Disputed, "Disputed")),
            Footing::Unverified => Some(self.told(DifferenceKind::Unverified, "Could not be verified")),
            Footing::Confirmed | Footing::Claimed | Footing::Reported if unsure => {
                Some(self.told(DifferenceKind::Settled, "Settled"))
            }
            Footing::Confirmed => Some(self.told(DifferenceKind::Confirmed, "Double-checked")),
            Footing::Claimed | Footing::Reported if was == Footing::Confirmed => {
                Some(self.told(DifferenceKind::Unconfirmed, "To be checked again"))
            }
            Footing::Claimed | Footing::Reported => None,
        }
    }

    /// Nothing is told of what was taken off the site but that it was, when and why.
    fn taken_down(&self) -> Difference {
        let takedown = self.now.mark.takedown.as_ref();
        let when = takedown.map(|takedown| format!(" ({}): {}", in_words(*takedown.date), takedown.reason));
        let (who, on, when) = (self.who, self.now.on(), when.unwrap_or_default());
        self.of(DifferenceKind::TakenDown, format!("Taken off the site: the answer of {who} {on}{when}"))
    }

    fn retracted(&self) -> Difference {
        let (who, on) = (self.who, self.now.on());
        self.of(DifferenceKind::Retracted, format!("We took back the answer of {who} {on}.{}", self.now.because()))
    }

    /// What somebody says of an answer, when that is new.
    fn reply(&self, before: Option<&ShownAnswer<'_>>) -> Option<Difference> {
        let reply = self.now.mark.reply.as_ref().filter(|_| self.now.footing() != Footing::TakenDown)?;
        let known = before.and_then(|before| before.mark.reply.as_ref());
        if known.is_some_and(|known| known.text == reply.text) {
            return None;
        }
        let (who, on) = (self.who, self.now.on());
        let sentence = format!("{who} replied to what we show {on} ({}): “{}”", in_words(*reply.date), reply.text);
        Some(self.of(DifferenceKind::Reply, sentence))
    }
}
