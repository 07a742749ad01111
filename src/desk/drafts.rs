use std::collections::BTreeSet;
use std::path::PathBuf;

use jiff::civil::Date;

use crate::atoms::{BallotId, ElectionId, PartyId, Text};
use crate::country::Country;
use crate::country::Patterns;
use crate::edit::{FileChange, Value};
use crate::leaflets::listing::{ListedLeaflet, ListingEntry};
use crate::model::{Ballot, Campaign, Election, Party};

/// Under what terms the archive of leaflets gives what it has, where we know them.
const TERMS: [(&str, &str); 1] = [("electionleaflets.org", "CC BY-SA 3.0")];

/// What became of a leaflet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum LeafletDraft {
    /// It has a record already.
    Known,
    /// The archive has taken down what has a record here, by its id.
    TakenDown(String),
    /// There can be no record, and why.
    LeftOut(String),
    /// A record was made for it.
    New {
        /// The id of the record.
        id: String,
        /// What it is in a few words.
        what: String,
        /// The file of the record.
        file: FileChange,
    },
}

impl LeafletDraft {
    /// The file of a new draft.
    pub(crate) fn file(&self) -> Option<&FileChange> {
        if let Self::New { file, .. } = self { Some(file) } else { None }
    }
}

/// Makes records of what an archive lists, as far as that fits the records of the site.
#[derive(Debug)]
pub(crate) struct Drafter<'c> {
    campaign: &'c Campaign,
    election: Option<&'c Election>,
    ballot: Option<&'c Ballot>,
    /// The ids and the addresses of the documents that have records.
    known: BTreeSet<String>,
}

/// Who a leaflet is of.
struct LeafletOwner<'c> {
    /// `person` or `party`, and which.
    is: (&'static str, String),
    /// What it is called.
    name: &'c Text,
    /// The people who stand and whom it shows, when it is not of one of them.
    people: Vec<String>,
}

/// When a leaflet was received.
enum Came {
    Delivered(Date),
    Uploaded(Date),
}

impl<'c> Drafter<'c> {
    /// Whoever drafts for a campaign; `election` is that of leaflets which name no ballot.
    pub(crate) fn new(campaign: &'c Campaign, election: Option<&ElectionId>) -> Self {
        let documents = campaign.documents.iter();
        let known = documents.flat_map(|document| {
            let url = document.url.as_ref().map(|url| url.value.to_string());
            [Some(document.id.to_string()), url].into_iter().flatten()
        });
        let election = election.and_then(|id| campaign.elections.by_id(id));
        Self { campaign, election, ballot: None, known: known.collect() }
    }

    /// Whoever drafts what was listed for a ballot.
    pub(crate) fn for_ballot(&mut self, ballot: Option<&BallotId>) {
        let mut ballots = self.campaign.elections.iter().flat_map(|election| &election.ballots);
        self.ballot = ballot.and_then(|id| ballots.find(|known| known.id == *id));
    }

    /// What becomes of an entry of a list: a draft of a record, for a leaflet that has none and fits the records of the site.
    pub(crate) fn draft(&mut self, entry: &ListingEntry) -> LeafletDraft {
        let (number, why) = match entry {
            ListingEntry::Live(listed) => match self.new_draft(listed) {
                Ok(draft) => return draft,
                Err(why) => (listed.number, why),
            },
            ListingEntry::Hidden(number, status) => {
                if status == "removed" && self.known.contains(&id(*number)) {
                    return LeafletDraft::TakenDown(id(*number));
                }
                (*number, format!("the archive has not published it ({status})"))
            }
            ListingEntry::Strange(why) => return LeafletDraft::LeftOut(format!("left out: {why}")),
        };
        LeafletDraft::LeftOut(format!("leaflet {number}: left out: {why}"))
    }

    fn new_draft(&mut self, listed: &ListedLeaflet) -> Result<LeafletDraft, String> {
        let id = id(listed.number);
        if self.known.contains(&id) || self.known.contains(listed.page.as_str()) {
            return Ok(LeafletDraft::Known);
        }
        let (after, what) = self.record(&id, listed)?;
        let path = PathBuf::from(format!("candidates/documents/{id}.yaml"));
        self.known.insert(id.clone());
        Ok(LeafletDraft::New { id, what, file: FileChange { path, before: None, after } })
    }

    /// The text of a record and what it is in a few words, or why there can be none.
    fn record(&self, id: &str, listed: &ListedLeaflet) -> Result<(String, String), String> {
        let ballots = self.ballots(listed);
        let election = self.election_of(listed, &ballots)?;
        let owner = self.owner(listed, election)?;
        let came = listed.delivered.map(Came::Delivered).or(listed.uploaded.map(Came::Uploaded));
        let as_of = self.campaign.site.as_of;
        if let Some(Came::Delivered(day) | Came::Uploaded(day)) = came
            && day > as_of
        {
            return Err(format!(
                "it came on {day}, after {as_of}, the day on which the records say they are true (“as_of:” in hustings.yaml)"
            ));
        }
        let title = title(listed, self.campaign.site.country);
        let in_election: Vec<&BallotId> =
            ballots.iter().filter(|(of, _)| of.id == election.id).map(|(_, ballot)| &ballot.id).collect();
        let mut lines = vec![
            format!("# A draft from {}: material to read, never a stance. Compare it with the pictures.", host(listed)),
            format!("id: {id}"),
            format!("title: {}", Value::text(title.as_str()).to_block()),
            "kind: leaflet".to_owned(),
            format!("election: {}", election.id),
            format!("{}: {}", owner.is.0, owner.is.1),
        ];
        if !owner.people.is_empty() {
            lines.push(format!("people: [{}]", owner.people.join(", ")));
        }
        lines.extend(came.map(|came| received(&came, &in_election)));
        lines.push(format!("url: {}", Value::text(listed.page.as_str()).to_block()));
        lines.extend(files(listed));
        let pictures = match listed.pictures.len() {
            0 => "without pictures".to_owned(),
            1 => "1 picture".to_owned(),
            n => format!("{n} pictures"),
        };
        let unusable = match listed.unusable {
            0 => String::new(),
            n => format!("; {n} more could not be used"),
        };
        let what = format!("“{title}” of {}, {pictures}{unusable}", owner.name);
        Ok((lines.join("\n") + "\n", what))
    }

    /// The ballots of the site for which it was listed.
    fn ballots(&self, listed: &ListedLeaflet) -> Vec<(&'c Election, &'c Ballot)> {
        let all =
            self.campaign.elections.iter().flat_map(|election| election.ballots.iter().map(move |b| (election, b)));
        let asked = self.ballot.map(|ballot| ballot.id.as_str());
        all.filter(|(_, ballot)| {
            let id = ballot.id.as_str();
            asked == Some(id) || listed.ballots.iter().any(|listed| listed == id)
        })
        .collect()
    }

    fn election_of(
        &self,
        listed: &ListedLeaflet,
        ballots: &[(&'c Election, &'c Ballot)],
    ) -> Result<&'c Election, String> {
        let mut elections: Vec<&Election> = ballots.iter().map(|(election, _)| *election).collect();
        elections.dedup_by_key(|election| &election.id);
        match (elections[..].first(), elections.len(), self.election) {
            (Some(one), 1, _) => Ok(one),
            (_, 0, Some(named)) if listed.ballots.is_empty() => Ok(named),
            (_, 0, _) if listed.ballots.is_empty() => {
                Err("it names no ballot; say with --election which election it is for".to_owned())
            }
            (_, 0, _) => {
                let ballots = listed.ballots.join(", ");
                Err(format!("it is for a ballot that is not in this site's records ({ballots})"))
            }
            (_, _, Some(named)) if elections.iter().any(|one| one.id == named.id) => Ok(named),
            _ => Err("it is for ballots of several elections; say with --election which one".to_owned()),
        }
    }

    /// Who it is of: the one person whom it names; or its party, when it names several or nobody.
    fn owner(&self, listed: &ListedLeaflet, election: &'c Election) -> Result<LeafletOwner<'c>, String> {
        let candidacies = || election.ballots.iter().flat_map(|ballot| &ballot.candidacies);
        let stands = |number: &String| {
            candidacies().find(|one| {
                one.person.as_str() == number || one.former.iter().any(|former| former.value.as_str() == number)
            })
        };
        let mut people: Vec<_> = listed.people.iter().filter_map(stands).collect();
        people.dedup_by_key(|one| &one.person);
        if let ([one], 1) = (&people[..], listed.people.len()) {
            return Ok(LeafletOwner { is: ("person", one.person.to_string()), name: &one.name, people: Vec::new() });
        }
        if people.is_empty() && !listed.people.is_empty() {
            return Err(format!(
                "it is from people who are not in this site's records for that election ({}); import them first",
                listed.people.join(", ")
            ));
        }
        let nobody = if people.is_empty() { "nobody" } else { "several people" };
        let published = listed.party.as_deref().ok_or_else(|| format!("it names {nobody}, and no party"))?;
        let party = party(published, self.campaign)
            .ok_or_else(|| format!("it is from a party that is not in this site's records ({published})"))?;
        let people = people.into_iter().map(|one| one.person.to_string()).collect();
        Ok(LeafletOwner { is: ("party", party.id.to_string()), name: party.called(), people })
    }
}

fn id(number: u64) -> String {
    format!("leaflet-{number}")
}

/// The id under which others publish a party: that of the record, or the one that follows from its own.
pub(crate) fn published_id(id: &PartyId, campaign: &Campaign) -> String {
    let party = campaign.parties.by_id(id);
    let number = |id: &str| id.strip_prefix("pp").is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()));
    match party.and_then(|party| party.ids.first()) {
        Some(published) => published.to_string(),
        None if number(id.as_str()) => id.as_str().to_uppercase(),
        None => id.to_string(),
    }
}

/// The party that is published under an id, however that is written: `PP53`, `party:53`.
fn party<'c>(published: &str, campaign: &'c Campaign) -> Option<&'c Party> {
    let plain = |id: &str| {
        let lower = id.to_lowercase();
        lower.strip_prefix("party:").map_or_else(|| lower.clone(), |number| format!("pp{number}"))
    };
    let wanted = plain(published);
    let is = |party: &Party| {
        let former = party.former.iter().map(|former| former.value.as_str());
        let ids = party.ids.iter().map(Text::as_str).chain(former);
        ids.chain([party.id.as_str()]).any(|id| plain(id) == wanted)
    };
    campaign.parties.iter().map(|party| &**party).find(|party| is(party))
}

/// Its title without people's contact details; a title of ours when it has none.
fn title(listed: &ListedLeaflet, country: Country) -> Text {
    let title = Patterns::of(country).ok().and_then(|patterns| patterns.redact(&listed.title).0.parse().ok());
    let own = || format!("Leaflet {}", listed.number).parse();
    title.or_else(|| own().ok()).unwrap_or_else(|| unreachable!("a text that is not empty"))
}

fn host(listed: &ListedLeaflet) -> &str {
    listed.page.host_str().unwrap_or_default()
}

fn received(came: &Came, ballots: &[&BallotId]) -> String {
    let when = match came {
        Came::Delivered(day) => format!("date: {day}"),
        Came::Uploaded(day) => format!("date: {day}, date_inferred: the day on which it was put into the archive"),
    };
    let ids: Vec<&str> = ballots.iter().map(|id| id.as_str()).collect();
    let ballots = if ids.is_empty() { String::new() } else { format!(", ballots: [{}]", ids.join(", ")) };
    format!("received: {{{when}{ballots}}}")
}

fn files(listed: &ListedLeaflet) -> Vec<String> {
    if listed.pictures.is_empty() {
        return Vec::new();
    }
    let terms = TERMS.iter().find(|(known, _)| host(listed) == *known).map(|(_, terms)| format!(", {terms}"));
    let credit = Value::text(format!("{}{}", host(listed), terms.unwrap_or_default())).to_block();
    let mut lines = vec!["files:".to_owned()];
    for (number, (shows, url)) in listed.pictures.iter().enumerate() {
        lines.push(format!("  - url: {}", Value::text(url.as_str()).to_block()));
        let before = listed.pictures[..number].iter().filter(|(other, _)| other == shows).count();
        let again = if before == 0 { String::new() } else { format!(" {}", before + 1) };
        lines.extend(shows.map(|shows| format!("    title: {shows}{again}")));
        lines.push(format!("    credit: {credit}"));
    }
    lines
}
