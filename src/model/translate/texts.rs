use crate::atoms::{LanguageTag, Text};
use crate::diagnostic::{FileName, Pos};
use crate::load::records::{
    AskRecord, BallotRecord, CandidacyRecord, CorrectionRecord, DataRecord, DeadlineRecord, DocumentRecord,
    EarlierVersion, ElectionRecord, EvidenceRecord, FigureRecord, LineRecord, PageRecord, PartyRecord, PositionRecord,
    QuestionRecord, ReadingRecord, ReplyRecord, SiteRecord, TakedownRecord, TermRecord, Translations,
    VerificationRecord,
};
use crate::load::{At, Field, InFile, Records};

/// A text of a record, or nothing.
pub(super) type Slot<'r> = &'r mut Option<Field<Text>>;

/// What a text is, for a page in another language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// Words: where they are not translated, that should be known.
    Words,
    /// The name of a place or party: most have one form only.
    Name,
    /// The name of a person, which belongs to no language.
    Person,
}

/// The texts of one record that visitors of the site read.
pub(super) struct Group<'r> {
    /// The file in which it stands.
    pub(super) file: &'r FileName,
    /// Where it begins.
    pub(super) pos: Pos,
    /// Its texts that may be given in further languages, by their keys.
    pub(super) texts: Vec<(&'static str, Told, Slot<'r>)>,
    /// Its texts that stand as they are in every language.
    pub(super) kept: Vec<Slot<'r>>,
    /// The languages of its quotations and documents; the site's main one where there is none.
    pub(super) languages: Vec<&'r mut Option<Field<LanguageTag>>>,
    /// The further languages.
    pub(super) translations: Option<&'r mut Option<Translations>>,
}

/// Shows every group of texts to a visitor: the one place that says what of the records people read.
pub(super) fn visit(records: &mut Records, see: &mut dyn FnMut(Group<'_>)) {
    let mut walk = Walk { file: "".into(), see };
    each(records.site.as_mut(), &mut walk, Walk::site);
    each(&mut records.parties, &mut walk, Walk::party);
    each(&mut records.documents, &mut walk, Walk::document);
    each(&mut records.transcripts, &mut walk, |walk, (record, _)| walk.kept(Pos::START, [&mut record.note]));
    each(&mut records.elections, &mut walk, Walk::election);
    each(&mut records.ballots, &mut walk, Walk::ballot);
    each(&mut records.asks, &mut walk, Walk::ask);
    each(&mut records.questions, &mut walk, |walk, (record, _)| walk.question(record));
    each(&mut records.pages, &mut walk, |walk, (record, _)| walk.page(record));
    each(records.glossary.as_mut(), &mut walk, |walk, file| walk.all(&mut file.terms, Walk::term));
    each(records.corrections.as_mut(), &mut walk, |walk, file| walk.all(&mut file.corrections, Walk::correction));
    each(&mut records.data, &mut walk, Walk::data);
}

fn each<'r, 'w, T: 'r>(
    files: impl IntoIterator<Item = &'r mut InFile<T>>,
    walk: &mut Walk<'w>,
    visit: impl Fn(&mut Walk<'w>, &mut T),
) {
    for InFile { file, record, .. } in files {
        walk.file = file.clone();
        visit(walk, record);
    }
}

struct Walk<'w> {
    file: FileName,
    see: &'w mut dyn FnMut(Group<'_>),
}

/// Walks through a record of a mark: positions and party lines have the same texts, and no type in common.
macro_rules! walk_mark {
    ($name:ident, $record:ty) => {
        fn $name(&mut self, pos: Pos, record: &mut $record) {
            let texts = [("says", Told::Words, &mut record.says), ("caveat", Told::Words, &mut record.caveat)];
            self.group(pos, &mut record.translations, texts);
            self.kept(pos, [&mut record.date_inferred]);
            self.all(&mut record.evidence, Walk::evidence);
            self.aside(&mut record.verification, &mut record.reply, &mut record.takedown);
        }
    };
}

impl Walk<'_> {
    walk_mark!(position, PositionRecord);
    walk_mark!(line, LineRecord);

    fn group<'r, const N: usize>(
        &'r mut self,
        pos: Pos,
        translations: &'r mut Option<Translations>,
        texts: [(&'static str, Told, Slot<'r>); N],
    ) {
        let translations = Some(translations);
        let group =
            Group { file: &self.file, pos, texts: texts.into(), kept: Vec::new(), languages: Vec::new(), translations };
        (self.see)(group);
    }

    /// Texts that stand as they are in every language.
    fn kept<'r, const N: usize>(&'r mut self, pos: Pos, kept: [Slot<'r>; N]) {
        let (file, kept) = (&self.file, kept.into());
        (self.see)(Group { file, pos, texts: Vec::new(), kept, languages: Vec::new(), translations: None });
    }

    fn language(&mut self, pos: Pos, language: &mut Option<Field<LanguageTag>>) {
        let languages = vec![language];
        (self.see)(Group { file: &self.file, pos, texts: Vec::new(), kept: Vec::new(), languages, translations: None });
    }

    fn all<T>(&mut self, records: &mut Option<Vec<At<T>>>, visit: fn(&mut Self, Pos, &mut T)) {
        records.iter_mut().flatten().for_each(|At { pos, value }| visit(self, *pos, value));
    }

    fn site(&mut self, record: &mut SiteRecord) {
        let mut texts =
            vec![("title", Told::Words, &mut record.title), ("description", Told::Words, &mut record.description)];
        let mut kept = Vec::new();
        if let Some(At { value, .. }) = &mut record.imprint {
            texts.push(("none_because", Told::Words, &mut value.none_because));
        }
        if let Some(At { value, .. }) = &mut record.contact {
            texts.push(("note", Told::Words, &mut value.note));
        }
        if let Some(At { value, .. }) = &mut record.complaints {
            texts.extend([("how", Told::Words, &mut value.how), ("then", Told::Words, &mut value.then)]);
        }
        if let Some(At { value, .. }) = &mut record.campaign {
            texts.extend([
                ("name", Told::Name, &mut value.name),
                ("aims", Told::Words, &mut value.aims),
                ("funders", Told::Words, &mut value.funders),
                ("inclusion_rule", Told::Words, &mut value.inclusion_rule),
            ]);
        }
        if let Some(At { value, .. }) = &mut record.licence {
            kept.push(&mut value.name);
            kept.extend(
                value.credits.iter_mut().flatten().flat_map(|At { value, .. }| [&mut value.name, &mut value.licence]),
            );
        }
        let translations = Some(&mut record.translations);
        (self.see)(Group { file: &self.file, pos: Pos::START, texts, kept, languages: Vec::new(), translations });
    }

    fn party(&mut self, record: &mut PartyRecord) {
        self.group(
            Pos::START,
            &mut record.translations,
            [
                ("name", Told::Name, &mut record.name),
                ("short_name", Told::Name, &mut record.short_name),
                ("note", Told::Words, &mut record.note),
            ],
        );
        if let Some(At { pos, value }) = &mut record.line_from {
            self.kept(*pos, [&mut value.because]);
        }
        self.all(&mut record.lines, Walk::line);
    }

    fn evidence(&mut self, pos: Pos, record: &mut EvidenceRecord) {
        let texts = [("title", Told::Words, &mut record.title), ("says", Told::Words, &mut record.says)];
        self.group(pos, &mut record.translations, texts);
        self.kept(pos, [&mut record.place]);
        if record.quote.is_some() {
            self.language(pos, &mut record.lang);
        }
    }

    /// What is said about a mark or a candidacy.
    fn aside(
        &mut self,
        verification: &mut Option<At<VerificationRecord>>,
        reply: &mut Option<At<ReplyRecord>>,
        takedown: &mut Option<At<TakedownRecord>>,
    ) {
        if let Some(At { pos, value }) = verification {
            self.kept(*pos, [&mut value.because, &mut value.other_text]);
        }
        if let Some(At { pos, value }) = reply {
            self.kept(*pos, [&mut value.text]);
        }
        if let Some(At { pos, value }) = takedown {
            self.kept(*pos, [&mut value.reason]);
        }
    }

    fn document(&mut self, record: &mut DocumentRecord) {
        self.language(Pos::START, &mut record.lang);
        let texts = [("title", Told::Name, &mut record.title), ("note", Told::Words, &mut record.note)];
        self.group(Pos::START, &mut record.translations, texts);
        self.kept(Pos::START, [&mut record.publisher, &mut record.date_inferred]);
        self.all(&mut record.files, |walk, pos, file| {
            walk.kept(pos, [&mut file.title, &mut file.rights, &mut file.credit, &mut file.alt]);
        });
        if let Some(At { pos, value }) = &mut record.received {
            self.kept(*pos, [&mut value.date_inferred, &mut value.how]);
        }
        self.all(&mut record.readings, Walk::reading);
    }

    fn reading(&mut self, pos: Pos, record: &mut ReadingRecord) {
        self.group(pos, &mut record.translations, [("note", Told::Words, &mut record.note)]);
        self.kept(pos, [&mut record.part]);
        if let Some(At { pos, value }) = &mut record.copy {
            self.kept(*pos, [&mut value.title, &mut value.publisher, &mut value.date_inferred]);
        }
    }

    fn election(&mut self, record: &mut ElectionRecord) {
        self.group(Pos::START, &mut record.translations, [("name", Told::Words, &mut record.name)]);
        self.all(&mut record.deadlines, Walk::deadline);
    }

    fn deadline(&mut self, pos: Pos, record: &mut DeadlineRecord) {
        self.group(pos, &mut record.translations, [("name", Told::Words, &mut record.name)]);
    }

    fn ballot(&mut self, record: &mut BallotRecord) {
        let mut nowhere = None;
        let area = record.area.as_mut().map_or(&mut nowhere, |area| &mut area.value.name);
        let texts = [("name", Told::Name, area), ("region", Told::Name, &mut record.region)];
        self.group(Pos::START, &mut record.translations, texts);
        if let Some(At { pos, value }) = &mut record.cancellation {
            self.kept(*pos, [&mut value.reason]);
        }
        if let Some(At { pos, value }) = &mut record.complete {
            self.kept(*pos, [&mut value.source]);
        }
        self.all(&mut record.candidates, Walk::candidacy);
    }

    fn candidacy(&mut self, pos: Pos, record: &mut CandidacyRecord) {
        let texts = [("name", Told::Person, &mut record.name), ("description", Told::Name, &mut record.description)];
        self.group(pos, &mut record.translations, texts);
        if let Some(At { pos, value }) = &mut record.support_withdrawn {
            self.group(*pos, &mut value.translations, [("says", Told::Words, &mut value.says)]);
            self.all(&mut value.evidence, Walk::evidence);
        }
        self.all(&mut record.positions, Walk::position);
        self.aside(&mut None, &mut record.reply, &mut record.takedown);
    }

    fn ask(&mut self, record: &mut AskRecord) {
        self.group(Pos::START, &mut record.translations, [("how", Told::Words, &mut record.how)]);
        self.all(&mut record.exceptions, |walk, pos, exception| walk.kept(pos, [&mut exception.because]));
    }

    fn question(&mut self, record: &mut QuestionRecord) {
        self.group(
            Pos::START,
            &mut record.translations,
            [
                ("ask", Told::Words, &mut record.ask),
                ("short", Told::Words, &mut record.short),
                ("statement", Told::Words, &mut record.statement),
            ],
        );
        self.kept(Pos::START, [&mut record.wording_fix]);
        self.all(&mut record.earlier, |walk, pos, earlier| {
            let EarlierVersion { ask, short, statement, wording_fix, .. } = earlier;
            walk.kept(pos, [ask, short, statement, wording_fix]);
        });
    }

    fn page(&mut self, record: &mut PageRecord) {
        let texts = [("title", Told::Words, &mut record.title), ("description", Told::Words, &mut record.description)];
        self.group(Pos::START, &mut record.translations, texts);
    }

    fn term(&mut self, pos: Pos, record: &mut TermRecord) {
        self.group(
            pos,
            &mut record.translations,
            [
                ("term", Told::Words, &mut record.term),
                ("stands_for", Told::Words, &mut record.stands_for),
                ("means", Told::Words, &mut record.means),
            ],
        );
    }

    fn correction(&mut self, pos: Pos, record: &mut CorrectionRecord) {
        self.group(
            pos,
            &mut record.translations,
            [
                ("about", Told::Words, &mut record.about),
                ("was", Told::Words, &mut record.was),
                ("now", Told::Words, &mut record.now),
                ("because", Told::Words, &mut record.because),
            ],
        );
    }

    fn data(&mut self, record: &mut DataRecord) {
        let mut nothing = FigureRecord::default();
        let figure = record.figure.as_mut().map_or(&mut nothing, |figure| &mut figure.value);
        self.group(
            Pos::START,
            &mut record.translations,
            [
                ("title", Told::Words, &mut record.title),
                ("says", Told::Words, &mut figure.says),
                ("says_one", Told::Words, &mut figure.says_one),
            ],
        );
        if let Some(At { pos, value }) = &mut record.source {
            self.kept(
                *pos,
                [&mut value.title, &mut value.publisher, &mut value.licence, &mut value.credit, &mut value.permission],
            );
        }
    }
}
