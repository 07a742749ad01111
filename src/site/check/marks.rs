use std::collections::BTreeSet;

use jiff::ToSpan;

use crate::atoms::{BallotKind, BallotOrder, QuestionId, Text, WebUrl, sort_key};
use crate::diagnostic::{Code, Diagnostics, FileName};
use crate::load::At;
use crate::model::{Ballot, Campaign, Candidacy, Document, Election, Evidence, Line, Mark, Own, Says, Subject};

/// How many years before polling day what somebody said is old.
const OLD_AFTER_YEARS: i64 = 10;
/// How many guessed names of one ballot are named.
const NAMED: usize = 8;

/// Looks over marks, documents and candidacies.
pub(super) fn marks(campaign: &Campaign, troubled: &BTreeSet<FileName>, found: &mut Diagnostics) {
    let mut look = MarkLook { campaign, troubled, found };
    for party in &campaign.parties {
        for line in party.recorded().filter(|line| line.mark.pledge.is_none()) {
            let election = campaign.elections.by_id(&line.election);
            look.mark(&line.mark, &party.file, election);
        }
    }
    for account in &campaign.accounts {
        let of_responses = account.responses.iter().filter_map(|response| response.source.as_ref());
        for source in account.evidence.iter().chain(of_responses).filter(|source| source.archived.is_none()) {
            look.not_archived(source.url.as_ref(), &account.file);
        }
    }

    for pledge in &campaign.pledges {
        let election = campaign.elections.by_id(&pledge.election);
        pledge.recorded().for_each(|signature| look.mark(&signature.mark, &pledge.file, election));
    }
    for election in &campaign.elections {
        for ballot in &election.ballots {
            look.guessed_names(&ballot.candidacies, &ballot.file);
            look.order(ballot);
            for candidacy in &ballot.candidacies {
                look.candidacy(candidacy, &ballot.file, election);
            }
        }
        for document in campaign.documents.iter().filter(|d| d.election == election.id) {
            look.document(document, election);
        }
    }
}

struct MarkLook<'a> {
    campaign: &'a Campaign,
    troubled: &'a BTreeSet<FileName>,
    found: &'a mut Diagnostics,
}

impl MarkLook<'_> {
    fn candidacy(&mut self, candidacy: &Candidacy, file: &FileName, election: &Election) {
        if let Some(withdrawn) = &candidacy.support_withdrawn {
            self.archived(&withdrawn.evidence, file);
        }
        if candidacy.answers_in.is_some() {
            return;
        }
        for position in candidacy.recorded().filter(|position| position.mark.pledge.is_none()) {
            self.mark(&position.mark, file, Some(election));
        }
        for cell in &candidacy.cells {
            if let Own::Contradiction(positions) = &cell.own
                && let Some(last) = positions.last()
            {
                let message =
                    format!("{} gave different answers on “{}” with the same date", candidacy.name, cell.question.id);
                let help =
                    "both are shown and count as neither; ask again, or mark one of them retracted with the reason";
                self.found.push(Code::Contradiction, last.mark.file(file), last.mark.pos, message, help);
            }
        }
    }

    fn mark(&mut self, mark: &Mark, file: &FileName, election: Option<&Election>) {
        if let Some(election) = election {
            self.old(mark, file, election);
        }
        if mark.is_hearsay() && mark.checks.len() >= self.campaign.site.checks_required as usize {
            let message = "this mark is checked, but news or a campaign's word alone cannot confirm it";
            let help = "find the person's or party's own words and add them to “evidence:”";
            self.found.push(Code::HearsayOnly, file, mark.pos, message, help);
        }
        self.archived(&mark.evidence, file);
    }

    fn archived(&mut self, evidence: &[Evidence], file: &FileName) {
        for evidence in evidence.iter().filter(|e| e.archived.is_none()) {
            self.not_archived(evidence.url.as_ref(), file);
        }
    }

    /// A date of long ago is more often a slip than an answer.
    fn old(&mut self, mark: &Mark, file: &FileName, election: &Election) {
        let Ok(limit) = election.date.checked_sub(OLD_AFTER_YEARS.years()) else { return };
        let dated = mark.evidence.iter().filter_map(|evidence| Some((evidence.date.as_ref()?.value, evidence.pos)));
        for (date, pos) in
            std::iter::once((mark.date.value, mark.pos)).chain(dated).filter(|(date, _)| date.latest() < limit)
        {
            let message = format!("{date} is more than {OLD_AFTER_YEARS} years before polling day, {}", election.date);
            let help = "correct the date; if it is right, look for something newer";
            self.found.push(Code::OldDate, file, pos, message, help);
        }
    }

    fn not_archived(&mut self, url: Option<&At<WebUrl>>, file: &FileName) {
        // The address of a copy may be what could not be read.
        let Some(url) = url.filter(|_| !self.troubled.contains(file)) else { return };
        let message = "this web page has no lasting copy, and campaign pages vanish after polling day";
        let help = "save it in a web archive and add the copy's address as “archived:”; “hustings fetch --archive” looks for copies of documents";
        self.found.push(Code::NotArchived, file, url.pos, message, help);
    }

    fn guessed_names(&mut self, candidacies: &[Candidacy], file: &FileName) {
        let guessed: Vec<&Candidacy> = candidacies.iter().filter(|c| c.guessed).collect();
        let Some(first) = guessed.first() else { return };
        let names: Vec<&str> =
            guessed.iter().take(NAMED).map(|c| c.sort_name.as_ref().unwrap_or(&c.name).as_str()).collect();
        let more = guessed.len() - names.len();
        let more = if more > 0 { format!(", and {more} more") } else { String::new() };
        let message = format!("sort names guessed by a program: {}{more}", names.join("; "));
        let help = "correct the names that are wrong, then delete “guessed: true”";
        self.found.push(Code::GuessedName, file, first.pos, message, help);
    }

    /// A page says “by family name” on the word of the record, so the record has to be right.
    fn order(&mut self, ballot: &Ballot) {
        if ballot.order != Some(BallotOrder::FamilyName) {
            return;
        }
        if let Some(first) = ballot.candidacies.first().filter(|_| ballot.kind == BallotKind::Lists) {
            let message = "this ballot is shown list by list, but “order” says by family name";
            self.found.push(Code::OutOfOrder, &ballot.file, first.pos, message, "take “order” out");
            return;
        }
        let named = ballot.candidacies.iter().filter_map(|c| Some((c.sort_name.as_ref().map(Text::as_str)?, c)));
        let keys: Vec<_> = named.map(|(name, candidacy)| (sort_key(name), name, candidacy)).collect();
        let Some([before, after]) = keys.array_windows().find(|[one, next]| one.0 > next.0) else { return };
        let message = format!("“{}” comes after “{}”, but “order” says by family name", after.1, before.1);
        let help = "put the candidates in order, correct “sort_name”, or take “order” out";
        self.found.push(Code::OutOfOrder, &ballot.file, after.2.pos, message, help);
    }

    fn document(&mut self, document: &Document, election: &Election) {
        if document.archived.is_none() {
            self.not_archived(document.url.as_ref(), &document.file);
        }
        self.readings(document, election);
        let put = election.put_to(document);
        for reading in &document.readings {
            let put = |id: &QuestionId| put.iter().any(|put| put.id() == id);
            for question in reading.found.iter().filter(|id| put(id)) {
                if !self.may_be_recorded(document, election, question) {
                    let message = format!("“{}” mentions “{question}”, but nothing is recorded from it", document.id);
                    let help = "record what it says as a line or position, even if it is “unclear”";
                    self.found.push(Code::FoundUnrecorded, &document.file, reading.pos, message, help);
                }
            }
        }
    }

    /// Two people who looked for one thing in one document should have found the same.
    fn readings(&mut self, document: &Document, election: &Election) {
        for put in election.put_to(document) {
            let Says::Differ(found, silent) = document.says(put.id()) else { continue };
            let message = format!(
                "{} found “{}” in “{}” on {}, and {}, who read all of it on {}, did not",
                found.by,
                put.id(),
                document.id,
                found.date,
                silent.by,
                silent.date
            );
            let help = "look again together, and correct the reading that was wrong; until then the page says that readers disagree";
            let later = if *found.date < *silent.date { silent } else { found };
            self.found.push(Code::ReadingsDiffer, &document.file, later.pos, message, help);
        }
    }

    /// Whether there is a line or position on what was found, or one may stand in a file with errors.
    fn may_be_recorded(&self, document: &Document, election: &Election, question: &QuestionId) -> bool {
        if self.troubled.contains(&election.file) {
            return true;
        }
        match &document.of {
            Subject::Party(id) => {
                let party = self.campaign.parties.by_id(id);
                party.is_none_or(|party| {
                    let on = |line: &Line| line.election == election.id && line.question.id == *question;
                    self.troubled.contains(&party.file) || party.recorded().any(|line| on(line))
                })
            }
            Subject::Person(id) => {
                let folder = format!("candidates/{}/", election.id);
                let candidacies = || election.ballots.iter().flat_map(|b| &b.candidacies).filter(|c| c.person == *id);
                candidacies().next().is_none()
                    || candidacies().any(|c| c.recorded().any(|p| p.question.id == *question))
                    || self.troubled.iter().any(|file| file.starts_with(&folder))
            }
        }
    }
}
