use super::accounts::{Account, AccountStatus};
use super::changes::{Candidate, Changed, Happened, SiteChange, of_mark};
use super::types::{Ballot, Campaign, Election, Pledge, Signer};
use crate::atoms::{PartialDate, Slug, Words as _};
use crate::load::records::ResponseRecord;

/// Something that is told besides marks: of accounts, of pledges and who signs them, of who was elected.
#[derive(Debug, Clone, Copy)]
pub struct News<'a> {
    /// The day on which the site says it first, where that is on record.
    pub date: Option<PartialDate>,
    /// What is told.
    pub what: Changed<'a>,
}

impl<'a> News<'a> {
    /// The same under its day.
    pub(super) fn dated(self) -> Option<SiteChange<'a>> {
        self.date.map(|date| SiteChange { date, what: self.what })
    }
}

/// What happened to an account.
#[derive(Debug, Clone, Copy)]
pub enum AccountNews<'a> {
    /// It was put into the records.
    Entered,
    /// Somebody whom it concerns says something of it.
    Responded(&'a ResponseRecord),
    /// Something else can be said of how far it can be relied upon: this, among others.
    Stands(AccountStatus),
}

impl AccountNews<'_> {
    /// What happened, by the account's id and words that never change.
    #[must_use]
    pub fn subject(&self, account: &Slug) -> String {
        let what = match self {
            Self::Entered => "entered".to_owned(),
            Self::Responded(response) => {
                format!("response/{}/{}", slug::slugify(response.by.as_str()), response.response.word())
            }
            Self::Stands(status) => status.word().to_owned(),
        };
        format!("accounts/{account}/{what}")
    }
}

impl Campaign {
    /// Everything that there is to tell besides marks, but for who was elected.
    #[must_use]
    pub fn news(&self) -> Vec<News<'_>> {
        let accounts = self.accounts.iter().flat_map(|account| self.of_account(account));
        let pledges = self.pledges.iter().flat_map(|pledge| self.of_pledge(pledge));
        accounts.chain(pledges).collect()
    }

    /// What of it concerns the voters of a ballot, with who was elected there.
    pub(crate) fn news_on<'a>(&'a self, election: &'a Election, ballot: &'a Ballot) -> Vec<News<'a>> {
        let people = &ballot.candidacies;
        let concerns = |what: &Changed<'_>| match what {
            Changed::Account(_, account) => {
                account.names(ballot) || account.people.iter().any(|id| people.by_id(&id.value).is_some())
            }
            Changed::Signature(_, pledge, signature) => {
                let signed = matches!(&signature.who, Signer::Person(id) if people.by_id(id).is_some());
                pledge.election == election.id && signed
            }
            _ => false,
        };
        let mut news: Vec<News<'a>> = self.news().into_iter().filter(|news| concerns(&news.what)).collect();
        news.extend(people.iter().filter_map(|person| {
            let date = person.elected()?.date.map(|date| *date);
            Some(News { date, what: Changed::Elected(Candidate { election, ballot, person }) })
        }));
        news
    }

    fn of_account<'a>(&'a self, account: &'a Account) -> Vec<News<'a>> {
        let told = |date, news| News { date, what: Changed::Account(news, account) };
        let mut news = vec![told(account.entered.map(|date| *date), AccountNews::Entered)];
        news.extend(account.responses.iter().map(|of| told(of.entered.map(|date| *date), AccountNews::Responded(of))));
        news.extend(account.statuses.iter().map(|status| {
            let newer = account.superseded_by.as_ref().and_then(|id| self.accounts.by_id(&id.value));
            let date = match status {
                AccountStatus::Superseded => newer.and_then(|newer| newer.entered),
                AccountStatus::Unverified => account.verification.as_ref().and_then(|tried| tried.date),
                // Who confirms or denies it is told already.
                AccountStatus::Disputed | AccountStatus::Confirmed | AccountStatus::Claimed => None,
            };
            told(date.map(|date| *date), AccountNews::Stands(*status))
        }));
        news
    }

    fn of_pledge<'a>(&'a self, pledge: &'a Pledge) -> Vec<News<'a>> {
        let mut news = vec![News { date: pledge.entered.map(|date| *date), what: Changed::Pledge(pledge) }];
        // A signature that answers a question is told as that answer.
        for signature in pledge.signatures.iter().filter(|signature| !pledge.is_answer(signature)) {
            let is_off = signature.mark.takedown.is_none() && self.takedown_of(pledge, signature).is_some();
            let happened = if is_off { Vec::new() } else { of_mark(&signature.mark) };
            let told = |happened, date| News { date, what: Changed::Signature(happened, pledge, signature) };
            let is_new = |(happened, _): &(Happened, PartialDate)| *happened == Happened::Entered;
            let undated = !is_off && signature.mark.takedown.is_none() && !happened.iter().any(is_new);
            news.extend(undated.then(|| told(Happened::Entered, None)));
            news.extend(happened.into_iter().map(|(happened, date)| told(happened, Some(date))));
        }
        news
    }
}
