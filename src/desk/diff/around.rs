use std::collections::BTreeMap;

use super::difference::{Difference, DifferenceKind};
use super::people::{StandingList, person};
use crate::atoms::{Words as _, capitalised};
use crate::desk::preview::in_words;
use crate::model::{
    Account, AccountNews, AccountStatus, Ballot, Campaign, Candidacy, Changed, Happened, Pledge, Signature, Signer,
};

/// What there is to tell of accounts, pledges and signatures now that there was not before.
pub(super) fn told(was: &Campaign, is: &Campaign) -> Vec<Difference> {
    let mut known = ToldBefore::default();
    was.news().iter().for_each(|news| *known.0.entry(subject(&news.what)).or_default() += 1);
    let news = is.news();
    news.iter().filter(|news| !is_known(&news.what, &mut known)).filter_map(|news| difference(is, &news.what)).collect()
}

/// What was told before, each with how many times: a second check and a second answer of one body are news.
#[derive(Default)]
struct ToldBefore(BTreeMap<String, usize>);

impl ToldBefore {
    fn has(&self, subject: &str) -> bool {
        self.0.contains_key(subject)
    }

    /// Whether it was told once more than was asked for until now.
    fn take(&mut self, subject: &str) -> bool {
        self.0.get_mut(subject).filter(|left| **left > 0).map(|left| *left -= 1).is_some()
    }
}

/// What is told, by what means nothing else: names of which the addresses are alike stay apart.
fn subject(what: &Changed<'_>) -> String {
    match what {
        Changed::Signature(_, _, signature) => format!("{} {}", what.subject(), signature.who.as_str()),
        _ => what.subject(),
    }
}

/// Whether it was told before; of an account that has another id now, under one of its earlier ids. What a new record says is
/// told with it.
fn is_known(what: &Changed<'_>, known: &mut ToldBefore) -> bool {
    match what {
        Changed::Account(news, account) => {
            let ids = || std::iter::once(&account.id).chain(account.former.iter().map(|id| &id.value));
            let was_there = ids().any(|id| known.has(&AccountNews::Entered.subject(id)));
            match news {
                AccountNews::Entered => was_there,
                _ => !was_there || ids().any(|id| known.take(&news.subject(id))),
            }
        }
        _ => known.take(&subject(what)),
    }
}

fn difference(campaign: &Campaign, what: &Changed<'_>) -> Option<Difference> {
    Some(match what {
        Changed::Account(news, account) => of_account(news, account),
        Changed::Pledge(pledge) => {
            let sentence = format!("New pledge: “{}”", pledge.title.value);
            Difference::plain(DifferenceKind::NewPledge, Some(pledge.id.as_str()), sentence)
        }
        Changed::Signature(happened, pledge, signature) => of_signature(campaign, *happened, pledge, signature),
        _ => return None,
    })
}

/// What an account says, and in the same sentence how far it can be relied upon.
fn of_account(news: &AccountNews<'_>, account: &Account) -> Difference {
    let says = format!("{}: {}", capitalised(&statuses(&account.statuses)), account.says.value);
    let (kind, sentence) = match news {
        AccountNews::Entered => {
            (DifferenceKind::NewAccount, format!("New ({}, {}). {says}", account.kind.word(), account.about.value))
        }
        AccountNews::Stands(status) => {
            let sentence = format!("Now {} ({}). {says}", status.word(), account.about.value);
            (DifferenceKind::AccountStatus, sentence)
        }
        AccountNews::Responded(response) => {
            let own = response.says.as_ref().map(|says| format!(" In our words: {}", says.value)).unwrap_or_default();
            let what = response.response.word().replace('_', " ");
            let sentence = format!("{} ({}): {what}.{own} {says}", response.by, account.about.value);
            (DifferenceKind::Response, sentence)
        }
    };
    Difference::plain(kind, Some(account.id.as_str()), sentence)
}

fn statuses(all: &[AccountStatus]) -> String {
    all.iter().map(|status| status.word()).collect::<Vec<_>>().join(" and ")
}

/// What became of a signature. Of one that was taken off the site only that is told, when and why.
fn of_signature(campaign: &Campaign, happened: Happened, pledge: &Pledge, signature: &Signature) -> Difference {
    let who = match &signature.who {
        Signer::Person(id) => name_of(campaign, pledge, id.as_str()),
        Signer::Party(id) => campaign.parties.by_id(id).map_or(id.to_string(), |party| party.called().to_string()),
        Signer::Named(name) => name.to_string(),
    };
    let (mark, title) = (&signature.mark, &pledge.title.value);
    let reported = if mark.is_hearsay() { "Reported: " } else { "" };
    let on = in_words(*mark.date);
    let sentence = match (happened, &mark.takedown, &mark.reply) {
        (Happened::TakenDown, Some(takedown), _) => {
            let (when, why) = (in_words(*takedown.date), &takedown.reason);
            format!("Taken off the site: a signature of “{title}” by {who} ({when}): {why}")
        }
        (Happened::Replied, _, Some(reply)) => format!("{who} replied to what we show on “{title}”: “{}”", reply.text),
        (Happened::Entered | Happened::TakenDown | Happened::Replied, ..) => {
            let sure = if mark.is_confirmed() || mark.is_hearsay() { "" } else { "; not double-checked yet" };
            format!("{reported}{who} signed “{title}” ({on}{sure}).")
        }
        (Happened::Checked, ..) => format!("Checked: {reported}{who} signed “{title}” ({on})."),
        (Happened::Retracted, ..) => format!("We took back that {who} signed “{title}”."),
        (Happened::Disputed, ..) => format!("Disputed: that {who} signed “{title}”."),
        (Happened::Unverified, ..) => format!("We could not verify that {who} signed “{title}”."),
    };
    Difference::plain(DifferenceKind::Signature, Some(pledge.id.as_str()), sentence)
}

fn name_of(campaign: &Campaign, pledge: &Pledge, id: &str) -> String {
    let ballots = campaign.elections.by_id(&pledge.election).into_iter().flat_map(|election| &election.ballots);
    let person = ballots.flat_map(|ballot| &ballot.candidacies).find(|person| person.person.as_str() == id);
    person.map_or_else(|| id.to_owned(), |person| person.name.to_string())
}

/// Who was elected on a ballot and was not known to be.
pub(super) fn elected(old: &StandingList<'_>, ballot: &Ballot) -> Vec<Difference> {
    let was = |now: &Candidacy| old.places(now).iter().any(|(_, before)| before.elected().is_some());
    let new = ballot.candidacies.iter().filter_map(|now| Some((now, now.elected()?)));
    let told = new.filter(|(now, _)| !was(now)).map(|(now, result)| {
        let sentence = format!("Elected: {} ({}).", person(now), result.source);
        Difference::plain(DifferenceKind::Elected, Some(now.person.as_str()), sentence)
    });
    told.collect()
}
