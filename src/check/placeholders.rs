use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::diagnostic::{Code, Diagnostics, FileName, Pos, Sources};
use crate::load::SITE_FILE;
use crate::model::{Campaign, Election, Imprint};

/// What “hustings init” writes to be replaced.
const STARTER: &str = include_str!("../cli/init/starter/hustings.yaml");
const EMPTY: &str = include_str!("../cli/init/empty/hustings.yaml");
const BALLOTS: [&str; 3] = [
    include_str!("../cli/init/starter/candidates/example.2031-05-01/example-coast.yaml"),
    include_str!("../cli/init/starter/candidates/example.2031-05-01/example-town.yaml"),
    include_str!("../cli/init/starter/candidates/example.2031-05-01/old-quay.yaml"),
];

/// The made-up people: id and name.
static PEOPLE: LazyLock<BTreeSet<(&str, &str)>> = LazyLock::new(|| {
    let people = |text: &'static str| values(text, "- person:").zip(values(text, "name:"));
    BALLOTS.into_iter().flat_map(people).collect()
});

/// Finds what nobody has put in order yet, on a site that is to be published.
pub(super) fn placeholders(campaign: &Campaign, sources: &Sources, found: &mut Diagnostics) {
    if !campaign.site.is_published {
        return;
    }
    let file: FileName = SITE_FILE.into();
    let mut report = |text: &str, help: &str| {
        let message = format!("“{text}” is what “hustings init” wrote, and this site has an address");
        found.push(Code::Placeholder, &file, place(sources, text), message, help);
    };
    match &campaign.site.imprint {
        Imprint::Promoter { name, address, .. } => {
            for (key, value) in [("promoter:", name), ("address:", address)] {
                if values(STARTER, key).any(|made_up| made_up == value.as_str()) {
                    report(value, "name who really promotes the site, with a postal address");
                }
            }
        }
        Imprint::None { because } => {
            if values(EMPTY, "none_because:").any(|made_up| made_up == because.as_str()) {
                report(because, "write “promoter:” and “address:”, or why the site really needs none");
            }
        }
    }
    campaign.elections.iter().filter(|election| !election.fictional).for_each(|election| people(election, found));
}

fn people(election: &Election, found: &mut Diagnostics) {
    for ballot in &election.ballots {
        for person in ballot.candidacies.iter().filter(|c| PEOPLE.contains(&(c.person.as_str(), c.name.as_str()))) {
            let message = format!("“{}” is made up by “hustings init”, and this election is not", person.name);
            let help = "delete the candidate, or write “fictional: true” into the election's file";
            found.push(Code::Placeholder, &ballot.file, person.pos, message, help);
        }
    }
}

/// Where a text stands in the site's file; its beginning when the text came from elsewhere.
fn place(sources: &Sources, text: &str) -> Pos {
    let lines = sources.get(SITE_FILE).into_iter().flat_map(|source| source.lines()).zip(1..);
    let mut places = lines.filter_map(|(line, number)| {
        let at = line.find(text)?;
        Some(Pos { line: number, column: u32::try_from(line[..at].chars().count() + 1).unwrap_or(u32::MAX) })
    });
    places.next().unwrap_or(Pos::START)
}

/// The values of a key in a text that we wrote ourselves: what follows it on its line, without a note.
fn values<'t>(text: &'t str, key: &'t str) -> impl Iterator<Item = &'t str> {
    let lines = text.lines().map(str::trim).filter_map(move |line| line.strip_prefix(key));
    lines.map(|value| value.split(" #").next().unwrap_or_default().trim())
}
