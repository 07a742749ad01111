//! Where a language has none of the records' texts, its pages say of each that it stands in the main one.

use std::collections::BTreeSet;

use dom_query::{Document, NodeRef};
use hustings::atoms::{LanguageTag, Text};
use hustings::diagnostic::{FileName, Pos};
use hustings::load::records::Translations;
use hustings::load::{Body, Teller, Told, load};

use super::{BALLOT, PAGE, base, holds, html, rendered, text};
use crate::support::{SiteFixture, project};

/// Elements in which no other can stand, so that nothing in them says in what language it is.
const CLOSED: [&str; 6] = ["title", "svg", "script", "style", "textarea", "option"];

/// The texts that visitors read, each on one line; and the names of people, which belong to no language.
#[derive(Default)]
struct ReadTexts(BTreeSet<String>, BTreeSet<String>);

impl ReadTexts {
    fn add(&mut self, text: &str) {
        // Single words may be words of the interface too.
        let words: Vec<&str> = text.split_whitespace().collect();
        self.0.extend((words.len() > 1).then(|| words.join(" ")));
    }
}

impl Teller for ReadTexts {
    fn file(&mut self, _: &FileName) {}

    fn enter(&mut self, _: Pos, _: &mut Option<Translations>) {}

    fn leave(&mut self) {}

    fn text(&mut self, told: Told, _: Pos, text: &mut Text) {
        match told {
            Told::Person(_) => drop(self.1.insert(text.to_string())),
            _ => self.add(text.as_str()),
        }
    }

    fn language(&mut self, _: &mut Option<LanguageTag>) {}

    fn body(&mut self, body: &mut Body) {
        let is_plain = |line: &&str| line.chars().all(|c| c.is_alphanumeric() || " ,.?’".contains(c));
        body.text.lines().filter(is_plain).for_each(|line| self.add(line));
    }
}

/// The texts that stand in an element of the page's own language.
fn unmarked(element: &NodeRef<'_>, texts: &BTreeSet<String>, found: &mut Vec<String>) {
    for child in element.children() {
        if child.is_text() {
            let words = child.text().split_whitespace().collect::<Vec<_>>().join(" ");
            found.extend(texts.iter().filter(|text| words.contains(text.as_str())).cloned());
        } else if !child.node_name().is_some_and(|name| CLOSED.contains(&&*name)) && !child.has_attr("lang") {
            unmarked(&child, texts, found);
        }
    }
}

/// The starter site with pages in Welsh, of which nothing is translated.
fn untold() -> SiteFixture {
    let starter = SiteFixture::bare().overlay(&project().join("src/desk/new_site/starter"));
    let starter = starter.replace("hustings.yaml", "\ntitle:", "\nlanguages: [en, cy]\ntitle:");
    // The address of the imprint belongs to no language, and is that of the forms too.
    starter.replace(
        "hustings.yaml",
        "Pat Promoter\n  address: 1 Example Street, Example Town,",
        "Pat Promoter\n  address: 2 Other Street,",
    )
}

#[test]
fn every_text_of_the_records_says_in_what_language_it_stands() {
    let fixture = untold();
    let mut texts = ReadTexts::default();
    load(&fixture.path("")).expect("a site").records.tell(&mut texts);
    let texts = &texts.0 - &texts.1;
    assert!(texts.len() > 200, "the test knows texts: {}", texts.len());
    let pages: Vec<_> =
        html(&rendered(&fixture.path(""))).into_iter().filter(|(path, _)| path.starts_with("cy/")).collect();
    assert!(pages.len() > 40, "the test looks at pages: {}", pages.len());
    for (path, page) in pages {
        let mut found = Vec::new();
        unmarked(&Document::from(page).select("body").nodes()[0], &texts, &mut found);
        assert_eq!(found, [""; 0], "{path}");
    }
}

#[test]
fn words_that_look_like_the_name_of_a_language_stay_words() {
    let hidden: String = "\"><script>".chars().filter_map(|c| char::from_u32(0xe0000 + u32::from(c))).collect();
    let fixture = base().replace("hustings.yaml", "title: A test\n", "title: A test\nlanguages: [en, cy]\n").replace(
        BALLOT,
        "area: {name: Pond Lane}",
        &format!("area: {{name: {hidden}Pond Lane}}"),
    );
    let page = text(&rendered(&fixture.path("")), &format!("cy/{PAGE}"));
    holds(&page, &format!("<h1><span lang=\"en\">{hidden}Pond Lane</span></h1>"));
}
