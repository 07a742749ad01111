use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::diagnostic::{Code, Diagnostics, Pos, Sources};
use crate::load::SITE_FILE;
use crate::model::{Campaign, Election, Imprint};
use crate::yaml::{Node, NodeValue, tree};

/// What “hustings init” writes to be replaced.
const STARTER: &str = include_str!("../../desk/new_site/starter/hustings.yaml");
const EMPTY: &str = include_str!("../../desk/new_site/empty/hustings.yaml");
const BALLOTS: [&str; 3] = [
    include_str!("../../desk/new_site/starter/candidates/example.2031-05-01/example-coast.yaml"),
    include_str!("../../desk/new_site/starter/candidates/example.2031-05-01/example-town.yaml"),
    include_str!("../../desk/new_site/starter/candidates/example.2031-05-01/old-quay.yaml"),
];

/// The made-up people: id and name.
static PEOPLE: LazyLock<BTreeSet<(String, String)>> = LazyLock::new(|| {
    let mut people = BTreeSet::new();
    for ballot in BALLOTS {
        let root = tree(ballot).root;
        let Some(NodeValue::List(list)) = root.as_ref().and_then(|root| root.get("candidates")).map(|list| &list.value)
        else {
            continue;
        };
        let text = |person: &Node<'_>, key| person.get(key).and_then(Node::text).map(str::to_owned);
        people.extend(list.iter().filter_map(|person| Some((text(person, "person")?, text(person, "name")?))));
    }
    people
});

/// Finds what nobody has put in order yet: on a site that is to be published it has to be.
pub(super) fn placeholders(campaign: &Campaign, sources: &Sources, found: &mut Diagnostics) {
    let mut report = |key: &str, text: &str, init: &str, help: &str| {
        if imprint(init, key, |value| value.text() == Some(text)) == Some(true) {
            let message = format!("“{text}” is from the examples of hustings{}", has_address(campaign));
            let file = SITE_FILE.into();
            let site = sources.get(&file);
            let pos = site.and_then(|site| imprint(&site, key, |value| value.begin.pos)).unwrap_or(Pos::START);
            found.push(Code::Placeholder, &file, pos, message, help);
        }
    };
    match &campaign.site.imprint {
        Imprint::Promoter { name, address, .. } => {
            for (key, text) in [("promoter", name), ("address", address)] {
                report(key, text.as_str(), STARTER, "name who really promotes the site, with a postal address");
            }
        }
        Imprint::None { because } => {
            let help = "write “promoter:” and “address:”, or why the site really needs none";
            report("none_because", because.as_str(), EMPTY, help);
        }
    }
    campaign.elections.iter().filter(|election| !election.fictional).for_each(|election| people(election, found));
}

/// Why that matters by now, where it does.
fn has_address(campaign: &Campaign) -> &'static str {
    if campaign.site.is_published { ", and this site has an address" } else { "" }
}

fn people(election: &Election, found: &mut Diagnostics) {
    for ballot in &election.ballots {
        for person in ballot.candidacies.iter().filter(|c| PEOPLE.contains(&(c.person.to_string(), c.name.to_string())))
        {
            let message = format!("“{}” is made up by “hustings init”, and this election is not", person.name);
            let help = "delete the candidate, or write “fictional: true” into the election's file";
            found.push(Code::Placeholder, &ballot.file, person.pos, message, help);
        }
    }
}

/// What is to be known of a value in the imprint of a site's file.
fn imprint<T>(site: &str, key: &str, what: impl Fn(&Node<'_>) -> T) -> Option<T> {
    tree(site).root?.get("imprint")?.get(key).map(what)
}
