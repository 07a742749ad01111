use jiff::ToSpan;
use jiff::civil::Date;

use super::by_id::ById;
use super::day::RecordsDay;
use super::index::Referable;
use super::letter_text::paragraphs;
use super::refer::Refer;
use super::types::PublicLetter;
use crate::atoms::{BlankPiece, LanguageTag, LetterBlank, LetterTo, Slug, SourceKind, Words as _, blanks, near};
use crate::diagnostic::{Code, Diagnostics, FileName, Pos};
use crate::load::records::{LetterRecord, TranslatedPage};
use crate::load::{Body, InFile, Records};

/// After how many months somebody should read a letter again.
const OLD_AFTER_MONTHS: i64 = 6;

/// After how many months a letter to an office is not published any more: rules change, and a wrong letter does harm.
const TOO_OLD_AFTER_MONTHS: i64 = 12;

/// The letters of a campaign.
pub(super) struct AllLetters {
    /// Those that people can send, sorted by id.
    pub(super) public: ById<Slug, PublicLetter>,
    /// Those that are too old to be published, each with its file.
    pub(super) old: Vec<(Slug, FileName)>,
}

/// Resolves the letters.
pub(super) fn letters(
    records: Vec<InFile<(LetterRecord, Body)>>,
    to: Referable<'_>,
    found: &mut Diagnostics,
) -> AllLetters {
    let (mut public, mut old) = (Vec::new(), Vec::new());
    for in_file in records {
        let mut refer = to.from(&in_file);
        public.extend(refer.letter(in_file, &mut old));
        found.extend(refer.judge.found);
    }
    AllLetters { public: public.into_iter().map(|letter| (letter.id.clone(), letter)).collect(), old }
}

/// Reports blanks that nothing fills, in letters and in what stands for them in further languages.
pub(super) fn judge(records: &Records, languages: &[LanguageTag], found: &mut Diagnostics) {
    for InFile { file, record: (letter, body), .. } in
        records.letters.iter().filter(|in_file| in_file.record.0.to.is_read())
    {
        let own = BlankJudge { to: letter.to.value, file };
        own.subject(letter.subject.as_str(), letter.subject.pos, found);
        own.lines(body, found);
        for told in letter.translations.iter().flat_map(|all| all.values()) {
            told.get("subject").into_iter().for_each(|subject| own.subject(subject.as_str(), told.pos, found));
        }
        let told = |page: &&TranslatedPage| page.of == *file && languages.contains(&page.language);
        for page in records.translated.iter().map(|in_file| &in_file.record).filter(told) {
            let other = BlankJudge { file: &page.body.file, ..own };
            page.texts
                .get("subject")
                .into_iter()
                .for_each(|subject| other.subject(subject.as_str(), Pos::START, found));
            other.lines(&page.body, found);
        }
    }
}

/// Judges the blanks in a file of a letter.
#[derive(Clone, Copy)]
struct BlankJudge<'r> {
    to: LetterTo,
    file: &'r FileName,
}

impl BlankJudge<'_> {
    /// Those of a subject, of which only the beginning is known.
    fn subject(self, subject: &str, pos: Pos, found: &mut Diagnostics) {
        self.text(subject, &|_| pos, found);
    }

    fn lines(self, body: &Body, found: &mut Diagnostics) {
        for (line, number) in body.text.lines().zip(body.line..) {
            let column = |at: usize| u32::try_from(line[..at].chars().count() + 1).unwrap_or(u32::MAX);
            self.text(line, &|at| Pos { line: number, column: column(at) }, found);
        }
    }

    fn text(self, text: &str, place: &dyn Fn(usize) -> Pos, found: &mut Diagnostics) {
        for piece in blanks(text) {
            let (message, name, at) = match piece {
                BlankPiece::Words(_) => continue,
                BlankPiece::Blank(name, _) if self.to.blanks().iter().any(|blank| blank.word() == name) => continue,
                BlankPiece::Blank(name, at) => {
                    (format!("nothing fills “{{{name}}}” in a letter to {}", whom(self.to)), name, at)
                }
                BlankPiece::Open(at) => ("this “{” begins a blank that does not end".to_owned(), "", at),
            };
            found.push(Code::UnknownBlank, self.file, place(at), message, instead(self.to, name));
        }
    }
}

fn whom(to: LetterTo) -> &'static str {
    match to {
        LetterTo::Unanswered => "candidates who have not answered",
        LetterTo::Answered => "candidates who have answered",
        LetterTo::Office => "an office",
    }
}

/// What to write instead of a blank that nothing fills.
fn instead(to: LetterTo, name: &str) -> String {
    let known: Vec<&str> = to.blanks().iter().map(|blank| blank.word()).collect();
    if known.is_empty() {
        return "write what the sender fills in between square brackets, such as [your name]".to_owned();
    }
    let meant = near(name, known.iter().copied()).map(|near| format!("did you mean “{{{near}}}”? "));
    format!("{}The blanks here are {{{}}}", meant.unwrap_or_default(), known.join("}, {"))
}

impl Refer<'_> {
    fn letter(
        &mut self,
        in_file: InFile<(LetterRecord, Body)>,
        old: &mut Vec<(Slug, FileName)>,
    ) -> Option<PublicLetter> {
        let id: Slug = in_file.stem().parse().ok()?;
        let (mut record, body) = in_file.record;
        let checked_on = self.judge.the_day(&record.checked_on, "checked_on");
        self.happened(&record.checked_on);
        record.questions.retain(|id| self.the_question(id).is_some());
        let by = record.checked_by.as_ref();
        let is_known = by.is_none_or(|by| !by.is_read() || self.is_checker(by));
        let is_backed = record.to.value != LetterTo::Office || self.backed(&record);
        let paragraphs = paragraphs(&body.text);
        if paragraphs.is_empty() {
            let pos = Pos { line: body.line, column: 1 };
            self.judge.report(
                Code::MissingKey,
                pos,
                "this letter has no text",
                "write the letter below the second “---”",
            );
        }
        let asks = |piece| matches!(piece, BlankPiece::Blank(name, _) if name == LetterBlank::Questions.word());
        if record.to.value == LetterTo::Unanswered
            && !paragraphs.is_empty()
            && !blanks(&body.text).into_iter().any(asks)
        {
            let pos = Pos { line: body.line, column: 1 };
            let help = "write {questions} where the questions go that somebody has not answered";
            self.judge.report(Code::MissingKey, pos, "this letter to candidates asks them nothing", help);
        }
        self.judge_lines(&body);
        let is_current = checked_on.is_some_and(|day| self.is_current(&record, day));
        if checked_on.is_some() && !is_current {
            old.push((id.clone(), in_file.file.clone()));
        }
        let is_whole = is_known && is_backed && is_current && self.judge.is_whole(Pos::START);
        let checked_on = checked_on.filter(|_| is_whole && !paragraphs.is_empty())?;
        Some(PublicLetter { id, checked_on, paragraphs, record, body })
    }

    /// Reports lines in which the questions would go away with a blank that may have nothing to say.
    fn judge_lines(&mut self, body: &Body) {
        let questions = |name: &str| name == LetterBlank::Questions.word();
        let may_be_empty =
            |name: &str| [LetterBlank::Deadline, LetterBlank::Page].iter().any(|blank| blank.word() == name);
        for (line, number) in body.text.split("\n\n").scan(body.line, |number, part| {
            let at = *number;
            *number += u32::try_from(part.matches('\n').count()).unwrap_or_default() + 2;
            Some((part, at))
        }) {
            let pieces = blanks(line);
            let has = |is: &dyn Fn(&str) -> bool| {
                pieces.iter().any(|piece| matches!(piece, BlankPiece::Blank(name, _) if is(name)))
            };
            if has(&questions) && has(&may_be_empty) {
                let message = "where there is no deadline or page to name, this leaves the questions out too";
                let help = "give {questions} a paragraph of its own";
                self.judge.report(Code::UnknownBlank, Pos { line: number, column: 1 }, message, help);
            }
        }
    }

    /// Whether a letter to an office says where it holds, who found it right and on what it rests; reported when not.
    fn backed(&mut self, record: &LetterRecord) -> bool {
        let needed = [
            ("nation", record.nation.is_some(), "in which nation it holds"),
            ("checked_by", record.checked_by.is_some(), "which of the site's checkers found it right"),
            ("source", record.source.is_some(), "on which rule or letter of the office it rests"),
        ];
        for (key, _, what) in needed.iter().filter(|(_, there, _)| !there) {
            let message = format!("a letter to an office needs the key “{key}”: {what}");
            let help = format!("add “{key}:”; without it people might send what does not hold for them");
            self.judge.report(Code::MissingKey, record.to.pos, message, help);
        }
        let source = record.source.as_ref();
        source
            .into_iter()
            .flat_map(|source| source.date.iter().chain(&source.accessed))
            .for_each(|date| self.happened(date));
        let unread = source.filter(|source| source.kind == SourceKind::Unread);
        if let Some(source) = unread {
            let help = "read it, or name another source that somebody has read";
            self.judge.report(Code::NoEvidence, source.pos, "nobody here has read what this letter rests on", help);
        }
        needed.iter().all(|(_, there, _)| *there) && unread.is_none()
    }

    /// Whether a letter is young enough to be published; what is old is reported.
    fn is_current(&mut self, record: &LetterRecord, checked_on: Date) -> bool {
        // Without the day of the records nothing is old.
        let Some(as_of) = self.to.known.day.map(RecordsDay::day) else { return true };
        let older_than = |months: i64| checked_on.checked_add(months.months()).is_ok_and(|last| last < as_of);
        let is_built = record.to.value != LetterTo::Office || !older_than(TOO_OLD_AFTER_MONTHS);
        let message = match is_built {
            true if !older_than(OLD_AFTER_MONTHS) => return true,
            true => format!("this letter was last checked on {checked_on}, more than {OLD_AFTER_MONTHS} months ago"),
            false => format!(
                "this letter was last checked on {checked_on}, more than {TOO_OLD_AFTER_MONTHS} months ago, and is not \
                 published: what it says to an office may not hold any more"
            ),
        };
        let help = "read it again with what it rests on, then set “checked_on:” to that day";
        self.judge.report(Code::OldLetter, record.checked_on.pos, message, help);
        is_built
    }
}
