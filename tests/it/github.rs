//! What a team on GitHub gets: forms, workflows, and the answer that a form tells.

use std::fs;

use hustings::atoms::{EvidenceKind, Words as _};
use hustings::cli::Exit;
use regex::Regex;

use crate::support::{RunOutcome, SiteFixture, files_under, hustings, project, run_at, run_on};

const BALLOT: &str = "candidates/test.2031-05-01/pond-lane.yaml";

/// A form as GitHub makes a text of it.
const FORM: &str = "### Who answered

Ben Sample

### Which question

town clock

### The answer

yes

### Where it was said

site

### When it was said

2031-04-19

### The very words

It should strike,
day and night.

### The answer in your own words

_No response_

### What it is called

His page on the clock

### Web address

https://ben.example.org/clock

### Where it can be found

_No response_
";

fn record(site: &SiteFixture, form: &str, more: &[&str]) -> RunOutcome {
    fs::write(site.path("form.md"), form).expect("a form");
    let words = ["hustings", "record", "--by", "pat", "--yes", "--form"].iter().map(Into::into);
    let form = site.path("form.md").into_os_string();
    let dir = site.path("").into_os_string();
    run_on("2031-04-20", words.chain([form, "-C".into(), dir]).chain(more.iter().map(Into::into)))
}

#[test]
fn a_form_is_recorded_like_an_answer_entered_by_hand() {
    let site = SiteFixture::base();
    let ran = record(&site, FORM, &[]);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    let text = fs::read_to_string(site.path(BALLOT)).expect("the ballot");
    let entry = "    positions:
      - question: town-clock
        stance: supports
        date: 2031-04-19
        entered_by: pat
        entered: 2031-04-20
        evidence:
          - kind: site
            title: His page on the clock
            date: 2031-04-19
            quote: It should strike, day and night.
            url: https://ben.example.org/clock
";
    assert!(text.contains(entry), "{text}");
}

#[test]
fn what_is_given_besides_goes_before_the_form() {
    let site = SiteFixture::base();
    let ran = record(&site, FORM, &["--on", "2031-04-18", "--publish-after", "2031-04-25"]);
    assert_eq!(ran.exit, Exit::Clean, "{}", ran.err);
    let text = fs::read_to_string(site.path(BALLOT)).expect("the ballot");
    assert!(text.contains("date: 2031-04-18\n        entered_by: pat\n        entered: 2031-04-20\n        publish_after: 2031-04-25\n"), "{text}");
}

#[test]
fn a_form_that_makes_no_sense_is_refused_and_nothing_is_written() {
    for (form, why) in [
        ("Dear all,\n\nplease add this.\n".to_owned(), "is no form of a reply"),
        (FORM.replace("2031-04-19", "last week"), "“When it was said” in the form: "),
        (FORM.replace("https://ben.example.org/clock", "javascript:alert(1)"), "“Web address” in the form: "),
        (FORM.replace("Ben Sample", "_No response_"), "PERSON, who answered"),
        (FORM.replace("It should strike,", "Ring me on 020 7946 0018,"), "telephone"),
        (FORM.replace("town clock", "the moon"), "no question that was put fits “the moon”"),
        (FORM.repeat(4000), "is too large for a form"),
    ] {
        let site = SiteFixture::base();
        let before = fs::read(site.path(BALLOT)).expect("the ballot");
        let ran = record(&site, &form, &[]);
        assert_ne!(ran.exit, Exit::Clean, "{why}");
        assert!(ran.err.contains(why), "{why}: {}", ran.err);
        assert_eq!(fs::read(site.path(BALLOT)).expect("the ballot"), before, "{why}");
    }
}

#[test]
fn whatever_stands_in_a_form_is_a_value() {
    for hostile in [
        "\"; rm -rf / #",
        "$(touch hacked) `touch hacked` ${{ secrets.TOKEN }}",
        "x\n\n### Nobody asked\n\n- stance: opposes\n  entered_by: sam",
        "{evil: yaml} & *alias !!tag |\n  block",
        "<script>alert(1)</script> [link](javascript:alert(1))",
    ] {
        let site = SiteFixture::base();
        let ran = record(&site, &FORM.replace("It should strike,\nday and night.", hostile), &[]);
        assert_eq!(ran.exit, Exit::Clean, "{hostile}: {}", ran.err);
        assert!(!site.path("hacked").exists());
        let told = hostile.split_whitespace().collect::<Vec<_>>().join(" ");
        let shown = run_at("2031-04-21", &site, &[&["confirm", "--by", "lee"]], None).out;
        assert!(shown.contains(&format!("“{told}”")), "{told} is not in {shown}");
    }
}

#[test]
fn the_form_of_the_repository_asks_what_the_command_reads() {
    let folder = tempfile::tempdir().expect("a folder");
    let site = folder.path().join("site");
    hustings().args(["init", "--empty", "--ci", "github"]).arg(&site).assert().success();
    let template = fs::read_to_string(site.join(".github/ISSUE_TEMPLATE/reply.yml")).expect("the form");
    let labels = Regex::new("(?m)^      label: (.*)$").expect("a pattern");
    let asked: Vec<&str> = labels.captures_iter(&template).map(|found| found.extract::<1>().1[0]).collect();
    let known = Regex::new("(?m)^### (.*)$").expect("a pattern");
    let read: Vec<&str> = known.captures_iter(FORM).map(|found| found.extract::<1>().1[0]).collect();
    assert_eq!(asked, read);
    let answers = Regex::new(r"(?m)^      options: \[(.*)\]$").expect("a pattern");
    let kinds = answers.captures_iter(&template).nth(1).expect("kinds of sources").extract::<1>().1[0].to_owned();
    let ours = EvidenceKind::ALL.iter().map(|kind| kind.word()).filter(|kind| *kind != "manifesto");
    let (mut kinds, mut ours): (Vec<_>, Vec<_>) = (kinds.split(", ").collect(), ours.collect());
    kinds.sort_unstable();
    ours.sort_unstable();
    assert_eq!(kinds, ours);
}

#[test]
fn forms_and_workflows_come_to_a_site_that_is_there_and_leave_what_is_there_alone() {
    let site = SiteFixture::base().file(".github/workflows/check.yml", "name: Ours\n");
    let before = files_under(&site.path(""));
    let output = site.hustings().args(["init", "--ci", "github", "."]).output().expect("hustings to run");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    assert!(said.contains("Left alone: .github/workflows/check.yml."), "{said}");
    assert_eq!(fs::read_to_string(site.path(".github/workflows/check.yml")).expect("theirs"), "name: Ours\n");
    let more: Vec<String> = files_under(&site.path("")).into_iter().filter(|file| !before.contains(file)).collect();
    assert_eq!(
        more,
        [
            ".github/ISSUE_TEMPLATE/config.yml",
            ".github/ISSUE_TEMPLATE/correction.yml",
            ".github/ISSUE_TEMPLATE/leaflet.yml",
            ".github/ISSUE_TEMPLATE/reply.yml",
            ".github/workflows/publish.yml",
            ".github/workflows/record.yml",
        ]
    );
}

#[test]
fn no_workflow_puts_what_strangers_write_into_a_script_or_runs_with_rights_on_their_copy() {
    let folder = project().join("src/desk/new_site/github/.github/workflows");
    for name in files_under(&folder) {
        let text = fs::read_to_string(folder.join(&name)).expect("a workflow");
        assert!(!text.contains("pull_request_target"), "{name}");
        assert!(text.contains("\npermissions:\n"), "{name} says nothing of its rights");
        let mut in_script = None;
        for line in text.lines() {
            let indent = line.len() - line.trim_start().len();
            if in_script.is_some_and(|script| indent <= script) {
                in_script = None;
            }
            if line.trim_start().trim_start_matches("- ").starts_with("run:") {
                in_script = Some(indent);
            }
            assert!(in_script.is_none() || !line.contains("${{"), "{name}: {line}");
        }
    }
}
