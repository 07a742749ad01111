use crate::messages::{fill, msg};
use crate::plan::PageKind;
use crate::render::context::Context;
use crate::render::located::ElectionAt;
use crate::render::parts::{
    ChangesView, DatedView, FinderView, GlanceView, LinkView, Up, body, changes, deadlines, finder, glance,
    question_head, seats,
};

views! {
    /// The home page.
    HomeView<'a> {
        elections: Vec<HomeElection<'a>>, "The elections, the latest first";
        finder: Option<FinderView>,
            "The box in which a voter types a postcode or a name; nothing while there is no ballot";
        body: Option<String>, "The site's own words, as HTML";
        questions: Vec<LinkView<'a>>, "The questions of the latest election";
        parties: Vec<GlanceView<'a>>, "Which parties say what in the latest election, by question";
        changes: Vec<ChangesView<'a>>, "The latest changes of the records";
    }

    /// An election on the home page.
    HomeElection<'a> {
        name: &'a str, "Its name";
        date: String, "Polling day";
        find: String, "How many of its seats are here";
        link: &'a str, "Its page";
        seats: Vec<LinkView<'a>>, "Its ballots, when there are few";
        deadlines: Vec<DatedView<'a>>, "Dates that voters must not miss";
    }
}

pub(crate) fn title(cx: &Context<'_>) -> (String, String) {
    let site = &cx.campaign.site;
    let lead = || cx.words.text(msg::HOME_LEAD).into_owned();
    (site.title.to_string(), site.description.as_ref().map_or_else(lead, ToString::to_string))
}

pub(crate) fn view<'a>(cx: &Context<'a>, up: &Up) -> HomeView<'a> {
    let latest = cx.campaign.elections.first();
    HomeView {
        elections: cx.elections().map(|at| home_election(cx, at)).collect(),
        finder: finder::view(cx),
        body: body::added(cx, PageKind::Home, up),
        questions: latest.map(|election| question_head::links(cx, election)).unwrap_or_default(),
        parties: latest.map(|election| glance::view(cx, election)).unwrap_or_default(),
        changes: changes::latest(cx),
    }
}

fn home_election<'a>(cx: &Context<'a>, at: ElectionAt<'a>) -> HomeElection<'a> {
    let election = at.election;
    let n = election.ballots.len();
    let name = fill::election(cx.election_name(election));
    let find = if seats::part_only(election) {
        let all = fill::all(election.ballots_in_all.unwrap_or_default());
        cx.words.with(msg::HOME_FIND_OF, (all, name, fill::n(n)))
    } else {
        cx.words.with(msg::HOME_FIND_TEXT, (name, fill::n(n)))
    };
    let seats = at.ballots().filter(|_| n <= seats::MOST_AT_HOME).map(|ballot| seats::seat(cx, ballot)).collect();
    HomeElection {
        name: cx.election_name(election),
        date: cx.words.day(election.date),
        find,
        link: at.page,
        seats,
        deadlines: deadlines::ahead(cx, election),
    }
}
