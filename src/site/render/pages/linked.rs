use serde_json::{Value, json};

use super::party as party_page;
use crate::atoms::Standing;
use crate::load::records::DataSourceRecord;
use crate::messages::msg;
use crate::model::{Event, Party};
use crate::plan::{DataFile, PageKind};
use crate::render::context::Context;
use crate::render::located::{BallotAt, ElectionAt, PersonAt};
use crate::render::parts::{candidate, lead};

/// What a page says to programs: its title and its one sentence.
pub(crate) struct SaidToPrograms<'a> {
    pub(crate) title: &'a str,
    pub(crate) description: &'a str,
    pub(crate) fictional: bool,
}

/// What a page is about in the words of schema.org, as the content of a `<script>` that no browser runs; nothing that the
/// page does not say.
pub(crate) fn of(cx: &Context<'_>, kind: &PageKind, told: &SaidToPrograms<'_>) -> Option<String> {
    let cx = cx.plain();
    let about = match kind {
        PageKind::Election(id) => election(cx, cx.election(id), told),
        PageKind::Ballot(election, ballot) => contest(cx, cx.election(election).ballot(ballot), told),
        PageKind::Person(election, ballot, id) => person(cx, cx.election(election).ballot(ballot).person(id), told),
        PageKind::Party(id) => party(cx, &cx.campaign.parties[id], told)?,
        PageKind::Events => cx.campaign.content.events.iter().map(|of| event(cx, of, told)).collect(),
        PageKind::Data => dataset(cx, told),
        _ => return None,
    };
    Some(escaped(&about.to_string()))
}

/// JSON that ends no element and opens none.
fn escaped(json: &str) -> String {
    let signs =
        [('<', "\\u003c"), ('>', "\\u003e"), ('&', "\\u0026"), ('\u{2028}', "\\u2028"), ('\u{2029}', "\\u2029")];
    signs.iter().fold(json.to_owned(), |json, (sign, escape)| json.replace(*sign, escape))
}

/// Where a page stands, as seen from itself: its whole address stands at its head already, as the canonical one.
const HERE: &str = "./";

/// Something with a page of its own.
fn thing(cx: &Context<'_>, kind: &str, name: &str, told: &SaidToPrograms<'_>) -> Value {
    let mut thing = part(cx, kind, name, told);
    thing["mainEntityOfPage"] = HERE.into();
    thing
}

/// Something on a page. That it is made up stands where schema.org tells things of one name apart.
fn part(cx: &Context<'_>, kind: &str, name: &str, told: &SaidToPrograms<'_>) -> Value {
    let mut thing = json!({"@context": "https://schema.org", "@type": kind, "name": name});
    if told.fictional {
        thing["disambiguatingDescription"] = cx.words.text(msg::FICTIONAL_TEXT).into();
    }
    thing
}

fn election(cx: &Context<'_>, at: ElectionAt<'_>, told: &SaidToPrograms<'_>) -> Value {
    let mut event = thing(cx, "Event", &cx.election_name(at.election), told);
    event["startDate"] = at.election.date.to_string().into();
    event
}

/// Polling day on one ballot.
fn contest(cx: &Context<'_>, at: BallotAt<'_>, told: &SaidToPrograms<'_>) -> Value {
    let mut event = thing(cx, "Event", told.title, told);
    event["startDate"] = at.election.date.to_string().into();
    event["location"] = place(at.ballot.area.as_str());
    if at.ballot.cancellation.is_some() {
        event["eventStatus"] = "https://schema.org/EventCancelled".into();
    }
    event
}

fn place(name: &str) -> Value {
    json!({"@type": "Place", "name": name})
}

/// A candidate, with what is known in the sentence that opens the page, hedges and all. The party is the one for which the
/// person stands, and no more is said of the two.
fn person(cx: &Context<'_>, at: PersonAt<'_>, told: &SaidToPrograms<'_>) -> Value {
    let person = at.person;
    let has_answers = person.takedown.is_none() && candidate::elsewhere(cx, at).is_none();
    let mut about = thing(cx, "Person", person.name.as_str(), told);
    about["description"] = if has_answers { lead::text_of_person(cx, at).into() } else { told.description.into() };
    if let Some(website) = &person.website {
        about["url"] = website.as_str().into();
    }
    let carried = person.status == Standing::Standing && person.support_withdrawn.is_none();
    if carried && person.party.is_registered() {
        about["affiliation"] = json!({
            "@type": "OrganizationRole",
            "roleName": "candidate",
            "affiliation": {"@type": "PoliticalParty", "name": person.party.name.as_str()},
        });
    }
    about
}

/// A party; nothing for labels that are none.
fn party(cx: &Context<'_>, party: &Party, told: &SaidToPrograms<'_>) -> Option<Value> {
    let mut about = party.is_registered().then(|| thing(cx, "PoliticalParty", party.name.as_str(), told))?;
    about["description"] = party_page::lead(cx, party).into();
    if let Some(website) = &party.website {
        about["url"] = website.as_str().into();
    }
    Some(about)
}

/// An event to which people can go.
fn event(cx: &Context<'_>, of: &Event, told: &SaidToPrograms<'_>) -> Value {
    let mut event = part(cx, "Event", of.title.as_str(), told);
    event["startDate"] = match of.time {
        Some(time) => format!("{}T{time}", of.date.value).into(),
        None => of.date.value.to_string().into(),
    };
    event["description"] = of.access.as_str().into();
    if let Some(until) = &of.until {
        event["endDate"] = until.value.to_string().into();
    }
    let ballot = of.ballot.as_ref().and_then(|id| cx.ballot(id));
    if let Some(area) = ballot.map(|at| &at.ballot.area).or(of.area.as_deref()) {
        event["location"] = place(area.as_str());
    }
    if let Some(url) = &of.url {
        event["url"] = url.as_str().into();
    }
    event
}

/// The data files, with their licence and whose data they hold besides.
fn dataset(cx: &Context<'_>, told: &SaidToPrograms<'_>) -> Value {
    let site = &cx.campaign.site;
    let mut set = thing(cx, "Dataset", site.title.as_str(), told);
    set["description"] = told.description.into();
    set["dateModified"] = site.as_of.to_string().into();
    set["isAccessibleForFree"] = true.into();
    let file = |file: DataFile| {
        let name = file.name();
        let kind = if name.ends_with(".csv") { "text/csv" } else { "application/json" };
        // As the page links to it, where the site's own address is not known.
        let address = cx.base_url().map_or_else(|| name.to_owned(), |base| format!("{base}{}", file.path()));
        json!({"@type": "DataDownload", "name": name, "encodingFormat": kind, "contentUrl": address})
    };
    set["distribution"] = DataFile::of(cx.campaign).map(file).collect();
    if let Some(licence) = &site.licence {
        set["license"] = licence.url.as_ref().map_or(licence.name.as_str(), |url| url.as_str()).into();
    }
    let credits = cx.campaign.credited_lists().into_iter().map(|source: &DataSourceRecord| source.credit.as_str());
    let of_site = site.licence.iter().flat_map(|licence| &licence.credits).map(|credit| credit.name.as_str());
    let credits: Vec<&str> = of_site.chain(credits).collect();
    if !credits.is_empty() {
        set["citation"] = credits.into();
    }
    set
}
