use std::fmt::Write as _;
use std::io;
use std::path::Path;

use super::ballots::asked;
use super::{BALLOTS, CHECKERS, ELECTION, put};
use crate::words::QUESTIONS;

/// Writes the site's own file, the election, its rounds of asking, the questions and the pages.
pub(super) fn write(root: &Path, nations: usize) -> io::Result<()> {
    put(root, "hustings.yaml", &site())?;
    put(root, &format!("candidates/{ELECTION}/election.yaml"), &election(nations * BALLOTS))?;
    // A nation at a time, since no record may be larger than 1 MB.
    for (nation, ballots) in asked(nations).iter().enumerate() {
        for (round, date, deadline) in [("first", "2031-03-20", "2031-04-09"), ("second", "2031-04-10", "2031-04-24")] {
            let id = if nation == 0 { round.to_owned() } else { format!("{round}-{}", nation + 1) };
            let mut text = format!("id: {id}\ndate: {date}\ndeadline: {deadline}\nhow: by e-mail\nquestions:\n");
            for [id, ..] in QUESTIONS {
                let _ = writeln!(text, "  - {{question: {id}, version: 1}}");
            }
            text.push_str("ballots:\n");
            text.push_str(ballots);
            put(root, &format!("candidates/{ELECTION}/asks/{id}.yaml"), &text)?;
        }
    }
    for question in QUESTIONS {
        put(root, &format!("content/questions/{}.md", question[0]), &self::question(question))?;
    }
    for page in ["about", "home", "for-candidates", "our-figures"] {
        let text =
            format!("---\ntitle: Page “{page}”\n---\n\nEverything on this site is *made up*. See [how](/method/).\n");
        put(root, &format!("content/pages/{page}.md"), &text)?;
    }
    put(root, "content/glossary.yaml", "terms:\n  - id: bench\n    term: Bench\n    means: A seat for two or more.\n")
}

fn site() -> String {
    let mut text = "title: Where they stand in Examplia\n\
        description: A made-up site of national size.\n\
        as_of: 2031-04-25\n\
        base_url: https://stand.example.org/\n\
        imprint:\n  none_because: Everything on this site is made up, and nobody promotes anything.\n\
        contact:\n  url: https://stand.example.org/contact\n\
        licence:\n  name: CC0 1.0\n\
        campaign:\n  name: Benches for Examplia\n  aims: Benches, buses and lamps.\n  \
        funders: Nobody.\n  inclusion_rule: Everybody on a ballot paper.\n\
        checks_required: 2\n\
        checkers:\n"
        .to_owned();
    for checker in CHECKERS {
        let _ = writeln!(text, "  - id: {checker}\n    name: Checker {checker}");
    }
    text
}

fn election(ballots: usize) -> String {
    let mut text = format!(
        "id: {ELECTION}\n\
        name: General election in Examplia\n\
        date: 2031-05-01\n\
        polls_close: \"22:00\"\n\
        boundaries: \"2031\"\n\
        ballots_in_all: {ballots}\n\
        fictional: true\n\
        deadlines:\n  - name: Register to vote\n    date: 2031-04-15\n\
        questions:\n"
    );
    for [id, ..] in QUESTIONS {
        let _ = writeln!(text, "  - question: {id}\n    version: 1");
    }
    text
}

fn question([id, short, ask, fingerprint]: &[&str; 4]) -> String {
    format!(
        "---\nask: {ask}\nshort: {short}\nversion: 1\ncampaign_wants: supports\n\
        fingerprint: {{en: \"{fingerprint}\"}}\nterms: [{{words: {id}}}]\n---\n\nWhy it matters, in a **few** made-up words.\n\n- It is made up.\n- It is short.\n"
    )
}
