use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use fluent_syntax::ast::Entry;
use fluent_syntax::parser;
use regex::Regex;

use super::{BALLOT, PAGE, base, holds, rendered, text};
use crate::support::project;

/// The messages of a language of the default theme: each with the variables in it.
fn messages(tag: &str) -> BTreeMap<String, BTreeSet<String>> {
    let path = project().join(format!("themes/default/lang/{tag}.ftl"));
    let source = fs::read_to_string(path).expect("a language file");
    let resource = parser::parse(source.as_str()).unwrap_or_else(|(_, errors)| panic!("{tag}: {errors:?}"));
    let gap = Regex::new(r#"VariableReference \{ id: Identifier \{ name: "([a-z]+)""#).expect("a pattern");
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let written = format!("{:?}", message.value);
        let gaps = gap.captures_iter(&written).map(|found| found[1].to_owned()).collect();
        let earlier = messages.insert(message.id.name.to_owned(), gaps);
        assert!(earlier.is_none(), "{tag} says {} twice", message.id.name);
    }
    messages
}

#[test]
fn welsh_says_all_that_english_says_with_the_same_gaps() {
    let (english, welsh) = (messages("en"), messages("cy"));
    assert!(english.len() > 400, "the test reads the messages: {}", english.len());
    for (id, gaps) in &english {
        let filled = welsh.get(id).unwrap_or_else(|| panic!("{id} is not said in Welsh"));
        assert_eq!(filled, gaps, "{id} has other gaps in Welsh");
    }
    let more: Vec<_> = welsh.keys().filter(|id| !english.contains_key(*id)).collect();
    assert!(more.is_empty(), "said in Welsh only: {more:?}");
}

#[test]
fn a_site_in_welsh_is_in_welsh() {
    let fixture = base().replace("hustings.yaml", "title: A test\n", "title: Prawf\nlanguages: [cy]\n");
    let site = rendered(&fixture.path(""));
    let page = text(&site, PAGE);
    holds(&page, "<html lang=\"cy\"");
    holds(&page, "O blaid");
    holds(&page, "Y cofnodion fel yr oeddent ar 20 Ebrill 2031.");
    let ward = fixture.replace(BALLOT, "area: {name: Pond Lane}\n", "area: {name: Pond Lane}\nseats: 3\n");
    holds(&text(&rendered(&ward.path("")), PAGE), "Mae 3 o bobl yn cael eu hethol yma.");
}
