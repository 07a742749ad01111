use serde::Serialize;

use super::acts::{ActGroup, all};
use crate::atoms::Slug;
use crate::desk::{BallotOf, Filled, Fitting, OnRecord, OpenSite, Within, all_entered, ballots};
use crate::model::{Campaign, Election};

/// How many ballots are listed; of more, somebody looks for one.
const MOST: usize = 60;

/// The overview: what waits, the ballots, and what can be added or changed.
#[derive(Debug, Serialize)]
pub(super) struct HomeView {
    /// Those who keep the records.
    checkers: Vec<(String, String)>,
    me: Option<String>,
    /// The day of the records, and that of today.
    as_of: String,
    today: String,
    /// Whether what comes today would be later than the records.
    is_old: bool,
    /// How many errors keep the site from being built, with the first of them.
    errors: usize,
    first_error: Option<String>,
    /// How many answers wait for a check by whoever sits here, or by anybody.
    waiting: usize,
    elections: Vec<ElectionView>,
    /// Whether there are too many ballots for a list.
    is_sought: bool,
    sought: String,
    add: Vec<ActView>,
    change: Vec<ActView>,
}

#[derive(Debug, Serialize)]
struct ElectionView {
    id: String,
    name: String,
    ballots: Vec<BallotView>,
    /// How many ballots are not listed.
    others: usize,
    /// The rounds of asking.
    rounds: Vec<String>,
}

#[derive(Debug, Serialize)]
struct BallotView {
    path: String,
    area: String,
    people: usize,
    answered: usize,
}

#[derive(Debug, Serialize)]
struct ActView {
    name: &'static str,
    title: &'static str,
}

impl HomeView {
    pub(super) fn of(
        site: &OpenSite,
        campaign: &Campaign,
        me: Option<&Slug>,
        sought: &str,
        today: jiff::civil::Date,
    ) -> Self {
        let errors = site.errors();
        let marks = all_entered(campaign, &Within::default()).unwrap_or_default();
        let waits = |mark: &&crate::desk::EnteredMark<'_>| match me {
            Some(me) => mark.not_for(me).is_none(),
            None => mark.settled().is_none(),
        };
        let is_sought = campaign.elections.iter().map(|election| election.ballots.len()).sum::<usize>() > MOST;
        let acts = |group| {
            let of = all().into_iter().filter(move |act| act.group == Some(group));
            of.map(|act| ActView { name: act.name, title: act.title }).collect()
        };
        Self {
            checkers: campaign.site.checkers.iter().map(|(id, name)| (id.to_string(), name.to_string())).collect(),
            me: me.map(ToString::to_string),
            as_of: campaign.site.as_of.to_string(),
            today: today.to_string(),
            is_old: campaign.site.as_of < today,
            errors: errors.len(),
            first_error: errors.first().map(|error| format!("{}: {}; {}", error.place, error.message, error.help)),
            waiting: marks.iter().filter(waits).count(),
            elections: campaign.elections.iter().map(|election| ElectionView::of(election, campaign, sought)).collect(),
            is_sought,
            sought: sought.to_owned(),
            add: acts(ActGroup::Add),
            change: acts(ActGroup::Change),
        }
    }
}

impl ElectionView {
    fn of(election: &Election, campaign: &Campaign, sought: &str) -> Self {
        let within = Within { election: Some(election.id.to_string()), ballot: None };
        let all = ballots(campaign, &within).unwrap_or_default();
        let many = all.len();
        let filled = Filled::from([("election".to_owned(), vec![election.id.to_string()])]);
        let ids: Vec<String> = match OnRecord::Ballots.fitting(sought, campaign, &filled) {
            Ok(Fitting::One(one)) => vec![one.id],
            Ok(Fitting::Several(several)) => several.into_iter().map(|one| one.id).collect(),
            Err(_) => Vec::new(),
        };
        let mut shown = all;
        shown.retain(|one| sought.is_empty() || ids.iter().any(|id| *id == one.ballot.id.as_str()));
        shown.truncate(MOST);
        Self {
            id: election.id.to_string(),
            name: election.name.value.to_string(),
            others: many - shown.len(),
            ballots: shown.into_iter().map(BallotView::of).collect(),
            rounds: election.asks.iter().map(|ask| ask.id.to_string()).collect(),
        }
    }
}

impl BallotView {
    fn of(one: BallotOf<'_>) -> Self {
        let people = &one.ballot.candidacies;
        Self {
            path: format!("{}/{}", one.election.id, one.ballot.slug),
            area: one.ballot.area.to_string(),
            people: people.iter().count(),
            answered: people.iter().filter(|one| one.recorded().next().is_some()).count(),
        }
    }
}
