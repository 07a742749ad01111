//! Whatever stands in the records, in whatever combination: nothing panics, no mark is shown without its source, and nothing
//! by which somebody who is no candidate could be known gets out.

mod world;

use std::collections::BTreeMap;
use std::fs;

use dom_query::{Document, NodeRef};
use hustings::cli::Exit;
use proptest::prelude::*;

use self::world::{DETAILS, Paper, SECRET, World};
use crate::support::{SiteFixture, files_under, run_at};

const DAY: &str = "2031-06-01";

/// The tones of clear answers.
const CLEAR: [&str; 3] = ["yes", "no", "partly"];

/// The built pages of a kind, by address.
fn pages(site: &SiteFixture, kind: &str) -> BTreeMap<String, Document> {
    let is = format!("data-page=\"{kind}\"");
    let names = files_under(&site.path("public")).into_iter().filter(|name| name.ends_with("/index.html"));
    let read = names.map(|name| (site.page(&name), name)).filter(|(html, _)| html.contains(&is));
    read.map(|(html, name)| (name, Document::from(html))).collect()
}

/// The tone of a clear answer; none of a gap.
fn tone(mark: &NodeRef<'_>) -> Option<&'static str> {
    CLEAR.into_iter().find(|tone| mark.has_class(tone))
}

/// The paper that an answer, shown whole, rests on: it has to be one of those from which this answer may be shown.
fn paper<'p>(entry: &NodeRef<'_>, papers: &'p [Paper]) -> Option<&'p Paper> {
    let text = entry.text();
    papers.iter().find(|paper| !paper.is_hidden && text.contains(&format!("{} of our file", paper.title)))
}

/// Looks at each answer that is shown whole: on the pages of people and parties.
fn entries_have_papers(name: &str, page: &Document, papers: &[Paper]) -> Result<usize, String> {
    let entries = page.select(".mark.entry");
    for entry in entries.nodes().iter().filter(|entry| tone(entry).is_some()) {
        let found = paper(entry, papers).ok_or_else(|| format!("{name}: no source for {}", entry.text()))?;
        if tone(entry) != found.tone {
            return Err(format!("{name}: {} is {:?}, {found:?} says otherwise", entry.text(), tone(entry)));
        }
    }
    Ok(entries.length())
}

/// Follows each clear answer of a candidate in a ballot's table to the person's page, where it stands with its source.
fn cells_have_entries(name: &str, ballot: &Document, people: &BTreeMap<String, Document>) -> Result<usize, String> {
    let columns: Vec<String> =
        ballot.select("table.matrix thead a").nodes().iter().map(|a| a.text().to_string()).collect();
    let mut seen = 0;
    for row in &ballot.select("table.matrix tbody tr") {
        let who = row.select("a.who").attr("href").map(|href| href.trim_start_matches("../").to_owned());
        let person = who.and_then(|who| people.get(&who));
        for (cell, column) in row.select("td").iter().zip(&columns) {
            // What stands under its own label is the party’s.
            for mark in cell.select("p.m:not(:has(> small:first-child))").nodes() {
                let Some(tone) = tone(mark) else { continue };
                let person = person.ok_or_else(|| format!("{name}: a mark, and no page of {}", row.text()))?;
                let is_there = person.select("section.box").iter().any(|answer| {
                    let of_column =
                        answer.select("h2 a").attr("href").is_some_and(|href| href.contains(column_id(column)));
                    of_column && answer.select(&format!(".mark.entry.{tone}")).exists()
                });
                if !is_there {
                    return Err(format!("{name}: “{}” stands nowhere with its source", mark.text()));
                }
                seen += 1;
            }
        }
    }
    Ok(seen)
}

/// The question of a column, by its short form.
fn column_id(short: &str) -> &'static str {
    if short.contains("Clock") { "town-clock" } else { "duck-pond" }
}

/// The files that hold something which must not get out.
fn leaks(site: &SiteFixture) -> Vec<String> {
    let public = site.path("public");
    let holds = |name: &String| {
        let bytes = fs::read(public.join(name)).expect("a file of the site");
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        DETAILS.iter().chain([&SECRET]).any(|inside| text.contains(&inside.to_lowercase()))
    };
    files_under(&public).into_iter().filter(holds).collect()
}

/// What came of a world: how many clear answers its tables show, or that it was refused.
#[derive(Debug, PartialEq)]
enum Came {
    Built { answers: usize, entries: usize },
    Refused(Vec<String>),
}

/// Checks and builds the site of a world, and looks at what came of it.
fn came(world: &World<'_>) -> Result<Came, String> {
    let site = world.files.iter().fold(SiteFixture::base(), |site, (name, text)| site.file(name, text));
    let found = site.check();
    let errors: Vec<_> = found.into_iter().filter(|found| found.severity == "error").collect();
    let ran = run_at(DAY, &site, &[&["build"]], None);
    if !errors.is_empty() {
        let is_whole = ran.exit == Exit::Errors && !site.path("public").exists();
        return match is_whole {
            true => Ok(Came::Refused(errors.into_iter().map(|found| found.code).collect())),
            false => Err(format!("{:?} in spite of {errors:?}", ran.exit)),
        };
    }
    if ran.exit != Exit::Clean {
        return Err(format!("check finds no error, and build: {}", ran.err));
    }
    let (people, ballots) = (pages(&site, "person"), pages(&site, "ballot"));
    let (mut answers, mut entries) = (0, 0);
    for (name, page) in people.iter().chain(&pages(&site, "party")) {
        entries += entries_have_papers(name, page, &world.papers)?;
    }
    for (name, page) in &ballots {
        answers += cells_have_entries(name, page, &people)?;
    }
    let leaks = leaks(&site);
    if leaks.is_empty() {
        Ok(Came::Built { answers, entries })
    } else {
        Err(format!("{leaks:?} tell what must stay inside"))
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn no_mark_without_its_source_and_nothing_gets_out(choices in prop::collection::vec(0_u8..60, 240)) {
        let world = World::of(&choices);
        came(&world).map_err(|why| TestCaseError::fail(format!("{why}\n{:#?}", world.files)))?;
    }
}

#[test]
fn the_plainest_world_shows_its_answers() {
    let Came::Built { answers, entries } = came(&World::of(&[])).expect("a site") else { panic!("it is refused") };
    assert!(answers >= 2 && entries > answers, "{answers} answers, {entries} of them whole");
}

#[test]
fn a_mark_from_another_paper_would_be_seen() {
    let mut world = World::of(&[]);
    world.papers.iter_mut().for_each(|paper| paper.is_hidden = true);
    assert!(came(&world).expect_err("a mark without a paper").contains("no source for"));
}

#[test]
fn what_gets_out_would_be_seen() {
    let mut world = World::of(&[]);
    world.files.insert("content/pages/about.md".to_owned(), format!("---\ntitle: About\n---\n{SECRET} said so.\n"));
    assert!(came(&world).expect_err("a leak").contains("about/index.html"));
}
