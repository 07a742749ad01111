//! `hustings init` gives a site that checks and builds without an edit.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt;

use walkdir::WalkDir;

use hustings::atoms::{AccountKind, AccountResponse, Stance, Words as _};
use hustings::load::load;
use hustings::model::{Campaign, Cell, Mark, Overrides, Own, PartyLine, Verification, model};

use crate::support::{SiteFixture, files_under, hustings, project};

fn init(words: &[&str]) -> SiteFixture {
    let site = SiteFixture::bare();
    hustings().arg("init").arg(site.path("")).args(words).assert().success();
    site
}

#[test]
fn the_starter_is_written_file_by_file() {
    let site = init(&[]);
    let source = project().join("src/desk/new_site/starter");
    assert_eq!(files_under(&site.path("")), files_under(&source));
    for file in files_under(&source) {
        assert_eq!(fs::read(site.path(&file)).ok(), fs::read(source.join(&file)).ok(), "{file}");
    }
}

#[test]
fn the_starter_checks_without_a_word() {
    assert_eq!(init(&[]).check(), []);
}

#[test]
fn the_empty_site_checks_without_a_word() {
    assert_eq!(init(&["--empty"]).check(), []);
}

#[test]
fn the_starter_builds_without_an_edit() {
    let site = init(&[]).build();
    for page in ["index.html", "example.2031-05-01/old-quay/index.html", "parties/joint-9001-9005/index.html"] {
        assert!(site.page(page).contains("Example Town Asks"), "{page}");
    }
    assert!(site.page("walk/index.html").contains("saturday-walk/index.html"));
}

#[test]
fn the_empty_site_builds_without_an_edit() {
    assert!(init(&["--empty"]).build().page("index.html").contains("A new site"));
}

#[test]
fn what_others_report_is_not_called_a_candidate_s_own_word() {
    let site = init(&[]).build();
    let page = site.page("example.2031-05-01/example-town/900106-finn-pretend/index.html");
    assert!(page.contains("Reported by others, 11 April 2031"));
    assert!(!page.contains("Own word, 11 April 2031"));
}

#[test]
fn the_empty_site_holds_nothing_made_up() {
    let site = init(&["--empty"]);
    for file in files_under(&site.path("")) {
        let text = fs::read_to_string(site.path(&file)).expect("UTF-8");
        assert!(!text.contains("fictional"), "{file}");
        assert!(!text.contains("Example Town"), "{file}");
    }
}

#[test]
fn parents_are_made_and_modes_are_those_of_published_files() {
    let site = SiteFixture::bare();
    hustings().arg("init").arg(site.path("a/b/site")).assert().success();
    for entry in WalkDir::new(site.path("a")) {
        let entry = entry.expect("a readable folder");
        let mode = entry.metadata().expect("metadata").permissions().mode() & 0o777;
        assert_eq!(mode, if entry.file_type().is_dir() { 0o755 } else { 0o644 }, "{}", entry.path().display());
    }
}

#[test]
fn a_folder_that_holds_anything_is_refused_by_name() {
    let site = SiteFixture::bare().file("letters.txt", "mine");
    let output = hustings().arg("init").arg(site.path("")).output().expect("hustings to run");
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stderr).contains("letters.txt"));
    assert_eq!(files_under(&site.path("")), ["letters.txt"]);
}

#[test]
fn a_cloned_repository_gets_a_site_and_keeps_what_it_holds() {
    let theirs = [
        (".git/HEAD", "ref: refs/heads/main\n"),
        (".gitattributes", "* text=auto\n"),
        (".github/workflows/build.yml", "on: push\n"),
        (".gitignore", "*.swp\nnode_modules"),
        ("Readme.md", "# Ours\n"),
        ("LICENSE-MIT", "Ours\n"),
        ("Licence.txt", "Ours\n"),
        ("CODE_OF_CONDUCT.md", "Ours\n"),
    ];
    for words in [&[][..], &["--empty"]] {
        let site = theirs.iter().fold(SiteFixture::bare(), |site, (file, text)| site.file(file, text));
        let output = hustings().arg("init").arg(site.path("")).args(words).output().expect("hustings to run");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{said}");
        assert!(said.contains("Left alone: .git, .gitattributes, .github, CODE_OF_CONDUCT.md, LICENSE-MIT"), "{said}");
        assert!(said.contains("Added to .gitignore: /public/, /.*.hustings-build/, /.hustings/, /private/"), "{said}");
        for (file, text) in theirs.iter().filter(|(file, _)| *file != ".gitignore") {
            assert_eq!(fs::read_to_string(site.path(file)).ok().as_deref(), Some(*text), "{file}");
        }
        let ignored = fs::read_to_string(site.path(".gitignore")).expect("a list of what git leaves out");
        assert!(ignored.starts_with("*.swp\nnode_modules\n#") && ignored.contains("\n/public/\n"), "{ignored}");
        assert!(!site.path("README.md").exists(), "one README is enough");
        assert_eq!(site.check(), []);
    }
}

#[test]
fn what_git_leaves_out_already_is_not_said_twice() {
    let mine = fs::read_to_string(project().join("src/desk/new_site/starter/.gitignore")).expect("the starter's");
    let mine = mine.replace("/public/", "public/");
    let site = SiteFixture::bare().file(".gitignore", &mine);
    hustings().arg("init").arg(site.path("")).assert().success();
    assert_eq!(fs::read_to_string(site.path(".gitignore")).ok(), Some(mine));
}

#[test]
fn a_folder_with_a_site_is_refused_whatever_else_it_holds() {
    for name in ["hustings.yaml", "content", "public", "readmenot", "licensed"] {
        let site = SiteFixture::bare().file(&format!("{name}/x"), "mine").file(".git/HEAD", "ref");
        let output = hustings().arg("init").arg(site.path("")).output().expect("hustings to run");
        assert_eq!(output.status.code(), Some(3), "{name}");
        assert!(String::from_utf8_lossy(&output.stderr).contains(&format!("it contains “{name}”")), "{name}");
        assert_eq!(files_under(&site.path("")), [".git/HEAD".to_owned(), format!("{name}/x")]);
    }
}

#[test]
fn a_file_in_the_way_is_refused_and_nothing_is_left() {
    let site = SiteFixture::bare().file("way", "mine");
    hustings().arg("init").arg(site.path("way/new/site")).assert().code(3);
    assert_eq!(files_under(&site.path("")), ["way"]);
}

fn campaign() -> Campaign {
    let loaded = load(&project().join("src/desk/new_site/starter")).expect("the starter");
    model(loaded.records, &Overrides::default()).0.expect("a campaign")
}

fn cells(campaign: &Campaign) -> impl Iterator<Item = &Cell> {
    let ballots = campaign.elections.iter().flat_map(|election| &election.ballots);
    ballots.flat_map(|ballot| &ballot.candidacies).flat_map(|candidacy| &candidacy.cells)
}

fn marks(campaign: &Campaign) -> impl Iterator<Item = &Mark> {
    let ballots = campaign.elections.iter().flat_map(|election| &election.ballots);
    let candidacies = ballots.flat_map(|ballot| &ballot.candidacies);
    let own = candidacies.flat_map(|candidacy| &candidacy.positions).map(|position| &position.mark);
    own.chain(campaign.parties.iter().flat_map(|party| &party.lines).map(|line| &line.mark))
}

#[test]
fn the_starter_shows_every_answer_and_every_gap_in_a_candidate_s_own_slot() {
    let campaign = campaign();
    let shown: BTreeSet<&str> = cells(&campaign)
        .map(|cell| match &cell.own {
            Own::Answer(position) => stance(*position.mark.stance),
            Own::Gap(gap) => gap.word(),
            Own::TakenDown(_) => "taken down",
            Own::AllTakenDown => "all taken down",
            Own::Contradiction(_) => "contradiction",
        })
        .collect();
    let all = [
        "declined",
        "mixed",
        "no_reply",
        "not_asked",
        "not_checked",
        "not_reached",
        "opposes",
        "supports",
        "taken down",
        "unclear",
        "waiting",
    ];
    assert_eq!(shown, BTreeSet::from(all));
}

fn stance(stance: Stance) -> &'static str {
    stance.word()
}

#[test]
fn the_starter_shows_every_kind_of_party_line() {
    let campaign = campaign();
    let lines: Vec<_> = cells(&campaign).filter_map(|cell| cell.party.as_ref()).collect();
    assert!(lines.iter().any(|cell| matches!(cell.line, PartyLine::Stance(_))));
    assert!(lines.iter().any(|cell| matches!(cell.line, PartyLine::Silent(_))));
    assert!(lines.iter().any(|cell| matches!(cell.line, PartyLine::NotChecked)));
    assert!(lines.iter().any(|cell| cell.lent_because.is_some()));
}

#[test]
fn the_starter_shows_every_word_of_verification() {
    let campaign = campaign();
    let shown: BTreeSet<&str> = marks(&campaign)
        .map(|mark| match &mark.verification {
            Verification::Claimed => "claimed",
            Verification::Confirmed => "confirmed",
            Verification::Written(written) => written.state.word(),
        })
        .collect();
    assert_eq!(shown, BTreeSet::from(["claimed", "confirmed", "disputed", "retracted", "unverified"]));
}

#[test]
fn the_starter_shows_every_way_of_reading() {
    let campaign = campaign();
    let shown: BTreeSet<_> = campaign.documents.iter().flat_map(|d| &d.readings).map(|r| *r.seen).collect();
    assert_eq!(shown.len(), 4);
    assert!(marks(&campaign).any(|mark| mark.caveat.is_some()));
    assert!(marks(&campaign).any(|mark| mark.reply.is_some()));
}

#[test]
fn the_starter_shows_every_kind_of_account_every_status_and_every_response() {
    let accounts = campaign().accounts;
    let kinds: BTreeSet<AccountKind> = accounts.iter().map(|account| account.kind).collect();
    assert_eq!(kinds, AccountKind::ALL.iter().copied().collect());
    let responses: BTreeSet<AccountResponse> =
        accounts.iter().flat_map(|account| &account.responses).map(|response| response.response).collect();
    assert_eq!(responses, AccountResponse::ALL.iter().copied().collect());
    let statuses: BTreeSet<&str> =
        accounts.iter().flat_map(|account| &account.statuses).map(|status| status.word()).collect();
    assert_eq!(statuses, BTreeSet::from(["claimed", "confirmed", "disputed", "superseded", "unverified"]));
    assert!(accounts.iter().any(|account| account.does_not_apply_when.is_some()));
}

#[test]
fn the_starter_has_a_ward_of_three_with_two_of_one_party_and_a_closed_list() {
    let campaign = campaign();
    let ballots = &campaign.elections.first().expect("an election").ballots;
    let ward = ballots.iter().find(|ballot| ballot.seats == 3).expect("a ward that elects three");
    let parties: Vec<_> = ward.candidacies.iter().map(|candidacy| &candidacy.party.id).collect();
    assert!(parties.iter().any(|party| parties.iter().filter(|other| other == &party).count() == 2));
    assert!(ballots.iter().any(|ballot| ballot.candidacies.iter().any(|c| c.list_position.as_deref() == Some(&2))));
}

#[test]
fn git_leaves_out_what_is_made_and_what_is_fetched() {
    for words in [&[][..], &["--empty"]] {
        let site = SiteFixture::bare();
        hustings().arg("init").arg(site.path("")).args(words).assert().success();
        let ignored = fs::read_to_string(site.path(".gitignore")).expect("a list of what git leaves out");
        let lines: Vec<&str> = ignored.lines().filter(|line| !line.starts_with('#')).collect();
        assert_eq!(lines, ["/public/", "/.*.hustings-build/", "/.hustings/", "/private/"]);
    }
}
